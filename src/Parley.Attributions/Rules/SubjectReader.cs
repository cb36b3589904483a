using Parley.Language;

namespace Parley.Attributions;

/// <summary>Finds the subject of a clause from its beginning, for a verb further on that has none of its own.</summary>
internal static class SubjectReader
{
    private const int LongestSubject = 16;

    /// <summary>The noun phrase that opens the clause of the token <paramref name="before"/>; empty if it can't be told.</summary>
    public static TokenRange OfClause(RuleText text, TokenRange scope, int before)
    {
        var start = scope.Start;
        while (start < before && (text.Is(start, WordClass.Coordinator) || !text.IsWordLike(start)
            || (text.Is(start, WordClass.Adverb) && !text.Is(start, WordClass.Determiner | WordClass.Preposition))))
        {
            start++;
        }

        // "In 2008, Moscow ...": the subject comes after the comma.
        if (start < before && (text.IsWord(start, "according") || (text.Is(start, WordClass.Preposition | WordClass.Subordinator) && !text.Is(start, WordClass.Determiner))))
        {
            while (start < before && !text.Is(start, WordClass.Comma))
            {
                start++;
            }

            start++;
        }

        if (start >= before)
        {
            return default;
        }

        if (text.Is(start, WordClass.Pronoun))
        {
            return text.IsWord(start, "it") || text.IsWord(start, "there") ? default : new TokenRange(start, start + 1);
        }

        var end = start;
        while (end < before && end - start < LongestSubject && Continues(text, start, end))
        {
            end++;
        }

        while (end > start && (text.IsWord(end - 1, "and") || text.IsWord(end - 1, "of") || text.IsWord(end - 1, "for")))
        {
            end--;
        }

        // Only a phrase that ends with a name or with a determiner's noun before its verb is sure enough.
        return end > start && end < before && (text.IsCapital(end - 1) || text.Is(start, WordClass.Determiner | WordClass.Possessive)) ? new TokenRange(start, end) : default;
    }

    private static bool Continues(RuleText text, int start, int i)
    {
        var word = text.Article.Word(i);
        if (text.IsWord(i, "of") || text.IsWord(i, "and") || word is "'s" or "’s" or "-" or "&")
        {
            return i > start;
        }

        if (!text.IsWordLike(i) || text.Is(i, WordClass.Auxiliary | WordClass.Preposition | WordClass.Relative | WordClass.Subordinator | WordClass.Adverb | WordClass.Coordinator))
        {
            return i == start && text.Is(i, WordClass.Determiner);
        }

        var verbLike = !text.IsCapital(i) && i > start && (text.Verb(i) is { IsAlsoNoun: false } || (word.EndsWith("ed") && !text.Is(i - 1, WordClass.Determiner | WordClass.Possessive)));
        var isTitle = i > start && !text.IsCapital(i) && text.IsCapital(i - 1) && text.IsCapital(i + 1);
        return text.IsCapital(i) || (!verbLike && isTitle) || (!verbLike && (text.Is(i, WordClass.Determiner | WordClass.Possessive) || text.Is(start, WordClass.Determiner | WordClass.Possessive)));
    }
}
