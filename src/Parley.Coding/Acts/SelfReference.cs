using Parley.Language;

namespace Parley.Coding.Acts;

/// <summary>Tells whether the subject of a verb in a content is the source itself.</summary>
internal static class SelfReference
{
    private const int LongestSubject = 8;

    /// <summary>True if the words before <paramref name="verb"/>, back to the clause's beginning, name or mean the source.</summary>
    public static bool IsSubjectBefore(ArticleMatches article, StatementWords statement, TokenRange range, int verb)
    {
        var words = article.Words;
        var actor = article.Resolved.Attributions[statement.Index].Actor;
        for (var i = verb - 1; i >= Math.Max(range.Start, verb - LongestSubject); i--)
        {
            var word = words.Word(i);
            if (Means(word, "we") || Means(word, "i") || Means(word, "he") || Means(word, "she"))
            {
                return true;
            }

            if (word.Length > 2 && words.IsCapitalised(i) && (Names(actor?.Name, word) || Names(actor?.Role, word)))
            {
                return true;
            }

            if (!char.IsLetterOrDigit(word[0]) || Means(word, "that") || Means(word, "and") || Means(word, "but"))
            {
                return i == verb - 1;
            }
        }

        // "to end the war": an infinitive has the source for its subject.
        return verb == range.Start || (verb == range.Start + 1 && words.Is(range.Start, "not"));
    }

    private static bool Means(ReadOnlySpan<char> word, string other) => word.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static bool Names(string? name, ReadOnlySpan<char> word) => name is not null && name.AsSpan().Contains(word, StringComparison.OrdinalIgnoreCase);
}
