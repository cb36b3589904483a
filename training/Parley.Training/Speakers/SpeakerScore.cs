using Parley.Training.Scoring;

namespace Parley.Training.Speakers;

/// <summary>Counts of right and wrong antecedents.</summary>
internal sealed class SpeakerScore
{
    private int _anaphors, _first, _right, _rightlyLeft, _chosen, _left;

    /// <summary>Adds a mention.</summary>
    /// <param name="isAnaphoric">Whether an earlier mention tells who it is.</param>
    /// <param name="isChosen">Whether an antecedent was chosen.</param>
    /// <param name="isRight">Whether that is of the same entity.</param>
    public void Add(bool isAnaphoric, bool isChosen, bool isRight)
    {
        _anaphors += isAnaphoric ? 1 : 0;
        _first += isAnaphoric ? 0 : 1;
        _chosen += isChosen ? 1 : 0;
        _right += isAnaphoric && isChosen && isRight ? 1 : 0;
        _rightlyLeft += !isAnaphoric && !isChosen ? 1 : 0;
        _left += isAnaphoric && !isChosen ? 1 : 0;
    }

    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"{_anaphors + _first,6} {_anaphors,6} {Score.Percent(_right + _rightlyLeft, _anaphors + _first),9:F1} {Score.Percent(_right, _anaphors),9:F1} {Score.Percent(_right, _chosen),9:F1} {Score.F1(_right, _chosen, _anaphors),7:F1} {Score.Percent(_left, _anaphors),9:F1}");

    public const string Header = "     n   back  accuracy    recall precision      F1  left open";
}
