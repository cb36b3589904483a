using Parley.Coding.Words;
using Parley.Language;

namespace Parley.Coding.Figures;

/// <summary>Finds whose number a figure is where the words before it say so: "the Finance Ministry's baseline forecast of 2.5%".</summary>
internal static class ClaimantFinder
{
    private const int Reach = 9;
    private const int LongestName = 10;

    private static readonly string[] s_claims =
    [
        "forecast", "forecasts", "projection", "projections", "estimate", "estimates", "figure", "figures", "count", "tally", "toll", "prediction", "predictions",
        "target", "data", "number", "numbers", "statistics", "list", "database",
    ];

    /// <summary>The name of him to whom the number belongs; null if the words do not say it.</summary>
    public static string? Find(ArticleWords words, Quantity quantity, TokenRange sentence)
    {
        var isClaim = false;
        for (var i = quantity.Opening - 1; i > Math.Max(sentence.Start, quantity.Opening - Reach); i--)
        {
            if (words.Word(i) is "’s" or "'s" or "’" or "'")
            {
                return isClaim ? NameBefore(words, i, sentence) : null;
            }

            if (!char.IsLetterOrDigit(words.Word(i)[0]) && words.Word(i) is not "-")
            {
                return null;
            }

            isClaim |= Array.Exists(s_claims, c => words.Is(i, c));
        }

        return null;
    }

    /// <summary>Capitalised words up to <paramref name="end"/>, with "of" and "for" between them.</summary>
    private static string? NameBefore(ArticleWords words, int end, TokenRange sentence)
    {
        var start = end;
        for (var i = end - 1; i >= Math.Max(sentence.Start, end - LongestName); i--)
        {
            if (char.IsUpper(words.Word(i)[0]))
            {
                start = i;
            }
            else if (!words.Is(i, "of") && !words.Is(i, "for"))
            {
                break;
            }
        }

        // An article at the start of a sentence is no part of the name.
        start += start < end && words.Is(start, "the") ? 1 : 0;
        return start < end ? words.SpanOf(new TokenRange(start, end)).In(words.Text).ToString() : null;
    }
}
