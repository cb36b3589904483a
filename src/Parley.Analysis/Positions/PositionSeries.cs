using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Analysis;

/// <summary>What one actor's stance on one issue was over time.</summary>
/// <param name="ActorId">The actor's name in the ledger.</param>
/// <param name="Actor">The actor's name for people.</param>
/// <param name="Issue">Key of the issue.</param>
/// <param name="Points">Its statements on the issue in order of the day, neutral where none takes a stance.</param>
/// <param name="Changes">Where the stance or its condition changed.</param>
public sealed record PositionSeries(string ActorId, string Actor, string Issue, ImmutableArray<PositionPoint> Points, ImmutableArray<PositionChange> Changes)
{
    /// <summary>The stance held on a day: the last one taken up to it, or null if none was. Who says something neutral keeps his stance.</summary>
    public PositionPoint? At(DateOnly day) => Points.LastOrDefault(p => p.Day <= day && p.Stance != Stance.Neutral) ?? Points.LastOrDefault(p => p.Day <= day);

    /// <summary>Days since the last statement on the issue, whatever it says, seen from a day; null if there was none before.</summary>
    public int? DaysSilentAt(DateOnly day) => Points.LastOrDefault(p => p.Day <= day) is { } last ? day.DayNumber - last.Day.DayNumber : null;
}

/// <summary>A stance taken on a day.</summary>
/// <param name="Day">When it was taken: the day said, else of publication.</param>
/// <param name="Stance">The stance.</param>
/// <param name="Condition">Words of the condition, verbatim; null if there is none.</param>
/// <param name="Statement">The statement that takes it.</param>
public sealed record PositionPoint(DateOnly Day, Stance Stance, string? Condition, ReportedStatement Statement);

/// <summary>A change between two stances of one actor on one issue.</summary>
/// <param name="Before">The stance before.</param>
/// <param name="After">The stance after.</param>
/// <param name="Kind">What changed.</param>
/// <param name="WordsDropped">Words of the old condition that are gone.</param>
/// <param name="WordsAdded">Words of the new condition that are new.</param>
public sealed record PositionChange(PositionPoint Before, PositionPoint After, PositionChangeKind Kind, ImmutableArray<string> WordsDropped, ImmutableArray<string> WordsAdded);

/// <summary>What changed in a position.</summary>
public enum PositionChangeKind
{
    /// <summary>Nearer to opposition than before.</summary>
    Hardened,

    /// <summary>Nearer to support than before.</summary>
    Softened,

    /// <summary>Still conditional, with another condition.</summary>
    ConditionChanged,
}

/// <summary>Somebody else's answer to a condition.</summary>
/// <param name="Condition">The conditional stance.</param>
/// <param name="Answer">The statement that meets or refuses it.</param>
/// <param name="IsMet">True if it grants the condition, false if it refuses.</param>
public sealed record ConditionAnswer(PositionPoint Condition, ReportedStatement Answer, bool IsMet)
{
    private const int LeastLeft = 2;

    /// <summary>True if it speaks of a part of the condition only: some of its words are left without an answer.</summary>
    public bool IsOfPart
    {
        get
        {
            var asked = ContentWords.Of(Condition.Condition ?? "").Distinct(StringComparer.Ordinal).ToList();
            var left = asked.Except(ContentWords.Of(Answer.Words)).Count();
            return left >= LeastLeft && 4 * left >= asked.Count;
        }
    }
}
