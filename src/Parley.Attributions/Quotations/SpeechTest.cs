using System.Collections.Frozen;
using Parley.Language;

namespace Parley.Attributions;

/// <summary>Tells speech in quotation marks from titles and from words held at a distance.</summary>
internal static class SpeechTest
{
    private const int WordsOfSpeech = 6;
    private const int ShortestClause = 3;

    private static readonly FrozenSet<string> ClauseWords = new[]
    {
        "is", "are", "was", "were", "be", "am", "has", "have", "had", "do", "does", "did", "will", "would", "can", "could", "must", "should", "may", "might",
        "'s", "’s", "'re", "’re", "'ll", "’ll", "'m", "’m", "'ve", "’ve", "n't", "n’t", "i", "we", "you", "they", "he", "she", "it", "there", "let",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>True when the words between two marks read like something said.</summary>
    public static bool ReadsLikeSpeech(ParsedArticle article, TokenRange inner)
    {
        if (inner.IsEmpty)
        {
            return false;
        }

        if (article.Word(inner.End - 1) is "." or "!" or "?" or "," or "…" or "...")
        {
            return true;
        }

        int words = 0, lower = 0;
        var clause = false;
        var known = ClauseWords.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = inner.Start; i < inner.End && words < WordsOfSpeech; i++)
        {
            var word = article.Word(i);
            if (char.IsLetterOrDigit(word[0]))
            {
                words++;
                lower += char.IsLower(word[0]) && word.Length > 3 ? 1 : 0;
            }

            clause |= known.Contains(word);
        }

        return (words >= WordsOfSpeech && lower > 0) || (words >= ShortestClause && clause);
    }
}
