namespace Parley.Coding.Words;

/// <summary>
/// Tells whether a phrase is negated: a negating word stands before it in the same clause, at most <see cref="Reach"/> words away.
/// Two negations cancel each other ("did not deny").
/// </summary>
internal sealed class NegationScope(PhraseTable<string> negators)
{
    private const int Reach = 6;

    /// <summary>The negating words for the phrase that begins at <paramref name="start"/>, looking back no further than <paramref name="first"/>; null if none or two.</summary>
    public PhraseMatch<string>? Before(ArticleWords words, int start, int first)
    {
        PhraseMatch<string>? found = null;
        for (var i = start - 1; i >= Math.Max(first, start - Reach); i--)
        {
            var word = words.Word(i);
            if (!char.IsLetterOrDigit(word[0]) && word is not ("'" or "’" or "“" or "”" or "\""))
            {
                break;
            }

            if (negators.LongestAt(words, i, start) is { } match)
            {
                if (found is not null)
                {
                    return null;
                }

                found = match;
            }

            if (IsClauseOpener(word))
            {
                break;
            }
        }

        return found;
    }

    private static bool IsClauseOpener(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[12];
        if (word.Length > lower.Length)
        {
            return false;
        }

        word.ToLowerInvariant(lower);
        return lower[..word.Length] is "but" or "that" or "which" or "who" or "because" or "if" or "while" or "although" or "though"
            or "when" or "whether" or "as" or "since" or "where";
    }
}
