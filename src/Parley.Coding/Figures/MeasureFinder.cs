using Parley.Coding.Words;
using Parley.Language;

namespace Parley.Coding.Figures;

/// <summary>What a quantity counts, and the words for it; or that it refers back ("the number may be higher") to what the figure before it counts.</summary>
internal readonly record struct Measured(MeasureEntry Entry, TokenRange? Of, bool RefersBack = false);

/// <summary>Finds what a quantity counts by the words around it; a number that counts nothing of interest is none of the figures.</summary>
internal sealed class MeasureFinder(FigureTables tables)
{
    private const int CountReachAfter = 6;
    private const int CountReachBefore = 9;
    private const int ReachOfOthers = 14;
    private const int ReachOfSmall = 3;
    private const decimal LargestCount = 100_000_000_000m;

    private static readonly string[] s_anaphors = ["number", "numbers", "toll", "figure", "figures", "total", "tally", "count", "estimate"];

    public Measured? Find(ArticleWords words, Quantity quantity, TokenRange sentence, MeasureEntry? before)
    {
        var kind = quantity.Kind ?? "count";
        if (kind == "rank")
        {
            return new Measured(new MeasureEntry("rank", "rank", kind, null), OfWords(words, quantity, sentence));
        }

        // "the age of 50"
        if (kind == "count" && quantity.Value is < 120 && quantity.Words.Start >= sentence.Start + 2 && words.Is(quantity.Words.Start - 1, "of") && words.Is(quantity.Words.Start - 2, "age"))
        {
            return new Measured(new MeasureEntry("age of", "age", kind, "years"), null);
        }

        if (kind == "duration")
        {
            return IsSpanOfTime(words, quantity, sentence) ? new Measured(new MeasureEntry("duration", "duration", kind, null), null) : null;
        }

        var (reachAfter, reachBefore) = kind == "count" ? (CountReachAfter, CountReachBefore) : (ReachOfOthers, ReachOfOthers);
        if (kind == "count" && IsCasual(words, quantity, sentence))
        {
            return null;
        }

        if (kind == "count" && quantity is { InDigits: false, Value: < 20 } && !(quantity.Opening > sentence.Start && words.Is(quantity.Opening - 1, "including")))
        {
            (reachAfter, reachBefore) = (ReachOfSmall, ReachOfSmall);
        }

        if (kind == "count" && IsYear(words, quantity))
        {
            reachAfter = 2;
            reachBefore = 0;
        }

        if (Nearest(words, quantity, sentence, kind, reachAfter, reachBefore) is { } match)
        {
            return new Measured(match.Value, OfWords(words, quantity, sentence));
        }

        if (kind == "count")
        {
            return before is { Kind: "count" } && (quantity.Value is null or >= 50 || words.Is(quantity.Opening - 1, "at")) && !IsYear(words, quantity) && RefersBack(words, quantity, sentence)
                ? new Measured(before, null, RefersBack: true)
                : null;
        }

        return kind == "percent" && before is { Kind: "percent" }
            ? new Measured(before, OfWords(words, quantity, sentence))
            : new Measured(new MeasureEntry(kind, kind == "percent" ? "share" : kind == "money" ? "amount" : kind, kind, null), OfWords(words, quantity, sentence));
    }

    private IEnumerable<PhraseMatch<MeasureEntry>> Around(ArticleWords words, Quantity quantity, TokenRange range, string kind)
    {
        foreach (var match in tables.Measures.FindOverlapping(words, range))
        {
            var isInside = match.Words.Start < quantity.Words.End && match.Words.End > quantity.Words.Start;
            if (!isInside && Array.Find(match.Value, entry => entry.Kind == kind) is { } entry)
            {
                yield return new PhraseMatch<MeasureEntry>(match.Words, entry);
            }
        }
    }

    private PhraseMatch<MeasureEntry>? Nearest(ArticleWords words, Quantity quantity, TokenRange sentence, string kind, int reachAfter, int reachBefore)
    {
        PhraseMatch<MeasureEntry>? best = null;
        var bestDistance = int.MaxValue;
        var first = ClauseStart(words, quantity.Words.Start, Math.Max(sentence.Start, quantity.Words.Start - reachBefore), kind == "count");
        var last = ClauseEnd(words, quantity.Words.End, Math.Min(sentence.End, quantity.Words.End + reachAfter), kind == "count");
        foreach (var match in Around(words, quantity, new TokenRange(first, last), kind))
        {
            var isCounted = match.Words.Start >= sentence.Start + 2 && match.Words.End <= quantity.Words.Start && words.Is(match.Words.Start - 1, "of") && words.Is(match.Words.Start - 2, "number");
            var distance = isCounted ? 0 : match.Words.Start >= quantity.Words.End
                ? match.Words.Start - quantity.Words.End
                : (quantity.Words.Start - match.Words.End) + 1;
            if (distance < bestDistance)
            {
                (best, bestDistance) = (match, distance);
            }
        }

        return best is { } found && found.Value.Measure is "people" or "civilians" or "children" or "troops" ? Event(words, quantity, quantity.Words.End, AfterParenthesis(words, quantity, last, sentence)) ?? Event(words, quantity, first, quantity.Words.Start) ?? best : best;
    }

    // "38 civilians, including nine children, were killed": the clause goes on behind those who are included.
    private static int AfterParenthesis(ArticleWords words, Quantity quantity, int last, TokenRange sentence)
    {
        var comma = quantity.Words.End;
        while (comma < Math.Min(sentence.End, quantity.Words.End + CountReachAfter) && words.Word(comma) is not ",")
        {
            comma++;
        }

        if (comma + 2 >= sentence.End || words.Word(comma) is not "," || !(words.Is(comma + 1, "including") || (words.Is(comma + 2, "of") && words.Is(comma + 3, "them")) || (words.Is(comma + 1, "among") && words.Is(comma + 2, "them"))))
        {
            return last;
        }

        var end = comma + 1;
        while (end < Math.Min(sentence.End, comma + ReachOfOthers) && words.Word(end) is not ",")
        {
            end++;
        }

        return Math.Max(last, Math.Min(sentence.End, end + CountReachAfter));
    }

    // "30 people were killed", "200 of its soldiers had been killed": the killed are counted, not people or troops.
    private PhraseMatch<MeasureEntry>? Event(ArticleWords words, Quantity quantity, int first, int last)
    {
        foreach (var match in Around(words, quantity, new TokenRange(first, last), "count"))
        {
            if (match.Value is { Unit: "people", Measure: "killed" or "wounded" or "displaced" or "missing" or "hostages" or "prisoners" or "hungry" })
            {
                return match;
            }
        }

        return null;
    }

    private static int ClauseStart(ArticleWords words, int from, int first, bool stopsAtAnd)
    {
        for (var i = from - 1; i >= first; i--)
        {
            if (IsClauseMark(words, i) || (stopsAtAnd && words.Is(i, "and")))
            {
                return i + 1;
            }
        }

        return first;
    }

    private static int ClauseEnd(ArticleWords words, int from, int last, bool stopsAtAnd)
    {
        for (var i = from; i < last; i++)
        {
            if (IsClauseMark(words, i) || (stopsAtAnd && (words.Is(i, "and") || words.Entries[i] == Vocabulary.Number)))
            {
                return i;
            }
        }

        return last;
    }

    private static bool IsClauseMark(ArticleWords words, int i) => words.Word(i) is ";" or "." or "!" or "?" or "(" or ")";

    private static bool RefersBack(ArticleWords words, Quantity quantity, TokenRange sentence)
    {
        for (var i = Math.Max(sentence.Start, quantity.Words.Start - 10); i < quantity.Words.Start; i++)
        {
            foreach (var anaphor in s_anaphors)
            {
                if (words.Is(i, anaphor))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // "one of", "two of his", identifiers: not counts.
    private static bool IsCasual(ArticleWords words, Quantity quantity, TokenRange sentence) =>
        quantity.Value > LargestCount ||
        (quantity is { InDigits: false, Value: <= 10 } && quantity.Words.End < sentence.End && words.Is(quantity.Words.End, "of")) ||
        (quantity is { InDigits: false, Value: 1 } && !quantity.Approximate && quantity.Words.End < sentence.End && !words.Is(quantity.Words.End, "person") && !words.Is(quantity.Words.End, "soldier") &&
            !words.Is(quantity.Words.End, "civilian") && !words.Is(quantity.Words.End, "child"));

    private static bool IsYear(ArticleWords words, Quantity quantity) =>
        quantity is { Value: >= 1000 and <= 2100, InDigits: true, HasScale: false } && quantity.Words.Count == 1 && words[quantity.Words.Start].Length == 4;

    // A span of time counts; how long ago something was, or how old somebody is, does not.
    private static bool IsSpanOfTime(ArticleWords words, Quantity quantity, TokenRange sentence)
    {
        var next = quantity.Words.End;
        if (next < sentence.End && (words.Is(next, "ago") || words.Is(next, "old") || words.Is(next, "earlier") || words.Is(next, "later") ||
            words.Is(next, "before") || words.Is(next, "after") || words.Is(next, "read")))
        {
            return false;
        }

        var previous = quantity.Opening - 1;
        return !(previous >= sentence.Start && (words.Is(previous, "last") || words.Is(previous, "past") || words.Is(previous, "aged") || words.Is(previous, "age")));
    }

    private static TokenRange? OfWords(ArticleWords words, Quantity quantity, TokenRange sentence)
    {
        var end = quantity.Words.End;
        while (end < sentence.End && end - quantity.Words.End < 12 && char.IsLetterOrDigit(words.Word(end)[0]) && !EndsNounPhrase(words, end, sentence.End))
        {
            end++;
        }

        return end > quantity.Words.End ? new TokenRange(quantity.Words.End, end) : null;
    }

    // What is said of those counted is no part of whom is counted: "4,200 of its soldiers | had been killed", "the toll at 22 | and demanded".
    private static bool EndsNounPhrase(ArticleWords words, int i, int end) =>
        (words.Is(i, "and") && i + 1 < end && words.Word(i + 1).EndsWith("ed")) ||
        words.Word(i) is "is" or "are" or "was" or "were" or "has" or "have" or "had" or "be" or "been" or "will" or "would" or "could" or "may" or "might" or "must" or
            "since" or "who" or "that" or "which" or "because" or "while" or "when" or "if";
}
