using Parley.Coding.Words;
using Parley.Language;

namespace Parley.Coding.Figures;

/// <summary>Finds the periods that the figures of one sentence describe: "in 2024", "in the first quarter of 2024", the nearest, else the only one there.</summary>
internal sealed class AsOfFinder(ArticleWords words, TokenRange sentence)
{
    private const int ReachAfter = 9;
    private const int ReachBefore = 12;

    private static readonly string[] s_ordinals = ["first", "second", "third", "fourth"];

    private readonly Lazy<string?> _only = new(() => OnlyPeriod(words, sentence));

    /// <summary>The period of the figure at <paramref name="quantity"/>; null if the sentence tells none.</summary>
    public string? Find(TokenRange quantity)
    {
        for (var i = quantity.End; i < Math.Min(sentence.End, quantity.End + ReachAfter); i++)
        {
            if (YearAt(words, i) is { } year)
            {
                return Period(words, i, year);
            }
        }

        for (var i = quantity.Start - 1; i >= Math.Max(sentence.Start, quantity.Start - ReachBefore); i--)
        {
            if (YearAt(words, i) is { } year)
            {
                return Period(words, i, year);
            }
        }

        return _only.Value;
    }

    /// <summary>The one period that a sentence names anywhere; null if it names none or several.</summary>
    private static string? OnlyPeriod(ArticleWords words, TokenRange sentence)
    {
        string? only = null;
        for (var i = sentence.Start; i < sentence.End; i++)
        {
            if (YearAt(words, i) is { } year)
            {
                if (only is not null)
                {
                    return null;
                }

                only = Period(words, i, year);
            }
        }

        return only;
    }

    private static int? YearAt(ArticleWords words, int i) =>
        words.Entries[i] == Vocabulary.Number && words[i].Length == 4 && int.TryParse(words.Word(i), out var year) && year is >= 1900 and <= 2100 &&
        i > 0 && (words.Is(i - 1, "in") || words.Is(i - 1, "of") || words.Is(i - 1, "for") || words.Is(i - 1, "since") || words.Is(i - 1, "by") || words.Is(i - 1, "during"))
            ? year
            : null;

    // "the first quarter of 2024"
    private static string Period(ArticleWords words, int i, int year)
    {
        if (i >= 3 && words.Is(i - 1, "of"))
        {
            for (var n = 0; n < s_ordinals.Length; n++)
            {
                if (words.Is(i - 3, s_ordinals[n]) && words.Is(i - 2, "quarter"))
                {
                    return $"{year:D4}-{(n * 3) + 1:D2}/{year:D4}-{(n * 3) + 3:D2}";
                }

                if (n < 2 && words.Is(i - 3, s_ordinals[n]) && words.Is(i - 2, "half"))
                {
                    return $"{year:D4}-{(n * 6) + 1:D2}/{year:D4}-{(n * 6) + 6:D2}";
                }
            }
        }

        return $"{year:D4}";
    }
}
