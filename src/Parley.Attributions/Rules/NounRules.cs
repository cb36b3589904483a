using Parley.Language;

namespace Parley.Attributions;

/// <summary>Nouns with a clause or object as content and somebody before them: "Russian demands for X", "his refusal to Y".</summary>
internal static class NounRules
{
    /// <summary>Tries token <paramref name="i"/> as the head of a cue.</summary>
    public static void Apply(RuleText text, int i, Findings found)
    {
        if (text.Noun(i) is not { } noun || i + 2 >= text.Article.Tokens.Count || text.IsInShortQuotation(i))
        {
            return;
        }

        var scope = text.ScopeOf(i);
        var next = i + 1;
        if (i == scope.Start || next + 1 >= scope.End || (text.Verb(i) is not null && VerbGroup.TryRead(text, i, out _)))
        {
            return;
        }

        var (cueEnd, content) = text.IsWord(next, "that") && (noun.Frames & CueFrames.That) != 0 ? (i + 1, new TokenRange(next + 1, ContentReader.ClauseEnd(text, next + 1, scope)))
            : text.IsWord(next, "to") && (noun.Frames & CueFrames.To) != 0 ? (i + 1, new TokenRange(next, ContentReader.PhraseEnd(text, next, scope, isInfinitive: true)))
            : Array.Exists(noun.Prepositions, p => text.IsWord(next, p)) ? (next + 1, new TokenRange(next + 1, ContentReader.PhraseEnd(text, next + 1, scope)))
            : (0, default);
        if (cueEnd == 0 || content.Count < 1)
        {
            return;
        }

        // An adjective or two may stand between the possessor and the noun.
        var at = i - 1;
        var cueStart = i;
        while (at > scope.Start && i - at < 3 && !text.IsCapital(at) && text.IsWordLike(at)
            && !text.Is(at, WordClass.Possessive | WordClass.Determiner | WordClass.Preposition | WordClass.Auxiliary | WordClass.Pronoun | WordClass.Coordinator))
        {
            cueStart = at--;
        }

        var source = Possessor(text, at, scope);
        if (!source.IsEmpty)
        {
            found.Add(source, new TokenRange(cueStart, cueEnd), content, Rule.Noun);
        }
    }

    private static TokenRange Possessor(RuleText text, int at, TokenRange scope)
    {
        if (text.IsQuotationBorder(at))
        {
            return default;
        }

        if (text.Article.Word(at) is "'s" or "’s" or "’" or "'")
        {
            var start = at;
            while (start > scope.Start && at - start < 10 && !text.IsQuotationBorder(start - 1) && text.IsCapital(start - 1))
            {
                start--;
            }

            start = start > scope.Start && text.Is(start - 1, WordClass.Determiner) ? start - 1 : start;
            return start < at ? new TokenRange(start, at + 1) : default;
        }

        if (text.Is(at, WordClass.Possessive) && text.IsWordLike(at))
        {
            return new TokenRange(at, at + 1);
        }

        // "Russian demands", "Kremlin calls for": a capital that the sentence's beginning doesn't explain.
        return text.IsCapital(at) && !text.Is(at, WordClass.Determiner | WordClass.Preposition | WordClass.Subordinator | WordClass.Pronoun | WordClass.Time)
            && (at > scope.Start || text.Article.Word(at) is [.., 'n'] or [.., 's', 'h'] or [.., 's', 'e'] or [.., 'i'] or [.., 'c', 'h'])
            ? new TokenRange(at, at + 1) : default;
    }
}
