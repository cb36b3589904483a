using System.Buffers;

namespace Parley.Casualties.Gathering;

/// <summary>
/// Finds the phrase that words speak with: the nearest one of the sentence, where a comma or "and" between counts as some words, and one before
/// the words goes before one as near behind them. Read in one pass; each question is then answered at once, however long the sentence. Immutable.
/// </summary>
internal sealed class GoverningPhrases
{
    private const int ClauseCost = 3;

    private static readonly SearchValues<char> s_clauseMarks = SearchValues.Create(",;—:");

    private readonly MarkedReport _report;
    private readonly FoundPhrase?[] _before;
    private readonly FoundPhrase?[] _over;
    private readonly FoundPhrase?[] _from;
    private readonly int[] _marks;
    private readonly int[] _ands;

    /// <summary>Finds the phrases that may govern.</summary>
    /// <param name="report">The report.</param>
    /// <param name="governs">Whether a phrase is one of them.</param>
    public GoverningPhrases(MarkedReport report, Func<FoundPhrase, bool> governs)
    {
        _report = report;
        var count = report.Words.Count;
        (_before, _over, _from) = (new FoundPhrase?[count + 1], new FoundPhrase?[count], new FoundPhrase?[count + 1]);
        (_marks, _ands) = (new int[count + 1], new int[count + 1]);
        for (var i = 0; i < count; i++)
        {
            foreach (var phrase in report.At(i).Where(governs))
            {
                _from[i] ??= phrase;
                _before[phrase.Last + 1] ??= phrase;
                for (var inner = i + 1; inner <= phrase.Last; inner++)
                {
                    _over[inner] ??= phrase;
                }
            }

            _before[i + 1] ??= _before[i];
            _marks[i + 1] = _marks[i] + (report.Words[i].Gap.AsSpan().ContainsAny(s_clauseMarks) ? 1 : 0);
            _ands[i + 1] = _ands[i] + (report.Has(i, "and") ? 1 : 0);
        }

        for (var i = count - 1; i >= 0; i--)
        {
            _from[i] ??= _from[i + 1];
        }
    }

    /// <summary>The phrase that a word speaks with, or null.</summary>
    public FoundPhrase? Of(int word)
    {
        var (before, after) = (InSentence(_before[word], word), InSentence(_from[word], word));
        return InSentence(_over[word], word)
            ?? (after is null || (before is not null && Cost(before.Last, word) <= Cost(word, after.First) + 1) ? before : after);
    }

    private FoundPhrase? InSentence(FoundPhrase? phrase, int word) =>
        phrase is not null && _report.Words[phrase.First].Sentence == _report.Words[word].Sentence ? phrase : null;

    /// <summary>The words between, with what marks before the second and "and" between the two add.</summary>
    private int Cost(int from, int to) => to - from + (ClauseCost * (_marks[to + 1] - _marks[from + 1] + (to > from ? _ands[to] - _ands[from + 1] : 0)));
}
