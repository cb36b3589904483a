using System.Collections.Frozen;
using System.Globalization;

namespace Parley.Analysis;

/// <summary>The words of a text that carry its matter: lower case, without function words, cut to their stem.</summary>
internal static class ContentWords
{
    private const int MaxWord = 40;

    private static readonly FrozenSet<string> s_functionWords = new[]
    {
        "a", "an", "the", "and", "or", "but", "if", "of", "in", "on", "at", "to", "from", "by", "for", "with", "as", "about", "into", "onto", "over",
        "under", "between", "among", "through", "during", "after", "before", "since", "until", "than", "that", "which", "who", "whom", "whose", "what",
        "when", "where", "while", "this", "these", "those", "there", "here", "it", "its", "he", "him", "his", "she", "her", "hers", "they", "them",
        "their", "we", "us", "our", "i", "me", "my", "you", "your", "is", "are", "was", "were", "be", "been", "being", "am", "has", "have", "had",
        "having", "do", "does", "did", "will", "would", "shall", "should", "may", "might", "can", "could", "must", "so", "such", "also", "then", "just",
        "very", "own", "same", "both", "each", "other", "some", "any", "all", "s", "t", "re", "ve", "ll", "d", "m", "said", "says", "say",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The content words in order.</summary>
    public static IEnumerable<string> Of(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                if (Stem(text.AsSpan(start, Math.Min(i - start, MaxWord))) is { } stem)
                {
                    yield return stem;
                }

                start = -1;
            }
        }
    }

    private static string? Stem(ReadOnlySpan<char> word)
    {
        var lower = word.ToString().ToLower(CultureInfo.InvariantCulture);
        if (s_functionWords.Contains(lower))
        {
            return null;
        }

        return lower.Length > 3 && lower.EndsWith('s') && !lower.EndsWith("ss", StringComparison.Ordinal) ? lower[..^1] : lower;
    }
}
