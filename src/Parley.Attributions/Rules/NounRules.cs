using System.Collections.Frozen;
using Parley.Language;

namespace Parley.Attributions;

/// <summary>
/// Nouns with a clause or object as content, and whoever owns them ("Russian demands for X", "his refusal to Y", "the deal was that Z"),
/// gives them ("a promise from the government to") or utters them ("issued a warning that").
/// </summary>
internal static class NounRules
{
    private const int MostAdjectives = 3;
    private const int LongestCopula = 4;
    private const int LongestGiver = 8;
    private const int LongestObject = 6;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_giving = WordSet.Of(
        "make makes made issue issues issued give gives gave given send sends sent convey conveys conveyed express expresses expressed voice voices voiced repeat repeats repeated offer offers offered " +
        "raise raises raised deliver delivers delivered renew renews renewed");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_nobodys = WordSet.Of(
        "demands proposal proposals calls expectations rumors rumours speculation allegations accusations fears");

    /// <summary>Tries token <paramref name="i"/> as the head of a cue.</summary>
    public static void Apply(RuleText text, int i, Findings found)
    {
        if (text.Noun(i) is not { } noun || i + 2 >= text.Article.Tokens.Count || text.IsInShortQuotation(i))
        {
            return;
        }

        var scope = text.ScopeOf(i);
        var next = i + 1;
        if (next + 1 >= scope.End || (text.Verb(i) is not null && VerbGroup.TryRead(text, i, out _)))
        {
            return;
        }

        if (IsCopular(text, i, scope) is > 0 and var that)
        {
            found.Add(Owner(text, i, scope, out var from), new TokenRange(from, that), new TokenRange(that + 1, ContentReader.ClauseEnd(text, that + 1, scope)), Rule.Copula);
            return;
        }

        if (Giver(text, i, scope) is { IsEmpty: false } giver && ContentAt(text, noun, giver.End, scope) is { Content.IsEmpty: false } given)
        {
            found.Add(giver, new TokenRange(i, i + 1), given.Content, Rule.Giver);
            return;
        }

        var (cueEnd, content) = ContentAt(text, noun, next, scope);
        if (content.IsEmpty)
        {
            return;
        }

        var source = Owner(text, i, scope, out var cueStart);
        if (!source.IsEmpty)
        {
            found.Add(source, new TokenRange(cueStart, cueEnd), content, Rule.Noun);
        }
        else if (Speaker(text, i, scope) is { Subject.IsEmpty: false } speaker)
        {
            found.Add(speaker.Subject, new TokenRange(speaker.Verb, cueEnd), content, Rule.LightVerb);
        }
        else if (IsNobodys(text, i, next))
        {
            found.Add(default, new TokenRange(i, cueEnd), content, Rule.NounOfNobody);
        }
    }

    // What a noun takes as content from a token on, with the end of its cue.
    private static (int CueEnd, TokenRange Content) ContentAt(RuleText text, Cue noun, int next, TokenRange scope)
    {
        if (next + 1 >= scope.End)
        {
            return default;
        }

        return text.IsWord(next, "that") && (noun.Frames & CueFrames.That) != 0 ? (next, new TokenRange(next + 1, ContentReader.ClauseEnd(text, next + 1, scope)))
            : (text.IsWord(next, "to") || (text.IsWord(next, "not") && text.IsWord(next + 1, "to"))) && (noun.Frames & CueFrames.To) != 0
                ? (next, new TokenRange(next, ContentReader.PhraseEnd(text, next, scope, isInfinitive: true)))
            : Array.Exists(noun.Prepositions, p => text.IsWord(next, p)) ? (next + 1, new TokenRange(next + 1, ContentReader.PhraseEnd(text, next + 1, scope)))
            : text.IsWord(next, ":") && noun.Prepositions.Contains("for") ? (next, new TokenRange(next + 1, ContentReader.TrimEnd(text, next + 1, scope.End)))
            : default;
    }

    // "The deal was that", "his message has been that": the "that"; -1 if there is none.
    private static int IsCopular(RuleText text, int noun, TokenRange scope)
    {
        var i = noun + 1;
        while (i < scope.End && i - noun <= LongestCopula && text.Is(i, WordClass.Auxiliary | WordClass.Adverb) && !text.Is(i, WordClass.Possessive))
        {
            i++;
        }

        return i > noun + 1 && i + 2 < scope.End && text.IsWord(i, "that") && text.Is(i - 1, WordClass.Be) && !text.IsQuotationBorder(i + 1) ? i : -1;
    }

    // "A promise from the government not to", "indications from the palace that"; empty if nobody is named.
    private static TokenRange Giver(RuleText text, int noun, TokenRange scope)
    {
        if (!text.IsWord(noun + 1, "from") && !text.IsWord(noun + 1, "by"))
        {
            return default;
        }

        var end = noun + 2;
        while (end < scope.End && end - noun <= LongestGiver && !text.IsWord(end, "that") && !text.IsWord(end, "to") && !text.IsWord(end, "not"))
        {
            if (text.IsQuotationBorder(end) || text.Is(end, WordClass.Comma | WordClass.Stop | WordClass.Auxiliary | WordClass.Relative))
            {
                return default;
            }

            end++;
        }

        return end > noun + 2 && end < scope.End && (text.IsCapital(noun + 2) || text.Is(noun + 2, WordClass.Determiner | WordClass.Possessive)) ? new TokenRange(noun + 2, end) : default;
    }

    // "Has issued a stark warning that": who gives the words that the noun stands for, and where the verb begins.
    private static (TokenRange Subject, int Verb) Speaker(RuleText text, int noun, TokenRange scope)
    {
        for (var i = noun - 1; i > Math.Max(scope.Start, noun - LongestObject); i--)
        {
            if (s_giving.Contains(text.Article.Word(i)))
            {
                while (i - 1 > scope.Start && text.Is(i - 1, WordClass.Auxiliary | WordClass.Adverb) && !text.Is(i - 1, WordClass.Possessive))
                {
                    i--;
                }

                return (SourceReader.Left(text, i, scope), i);
            }

            if (text.Is(i, WordClass.Preposition | WordClass.Comma | WordClass.Stop | WordClass.Auxiliary | WordClass.Relative))
            {
                break;
            }
        }

        return default;
    }

    // "Demands for a ceasefire", "a proposal for": asked or offered, the text does not say by whom.
    private static bool IsNobodys(RuleText text, int noun, int next) =>
        (text.IsWord(next, "for") || text.IsWord(next, "about") || text.IsWord(next, "that")) && s_nobodys.Contains(text.Article.Word(noun));

    /// <summary>The possessor of a noun; an adjective or two may stand between them and belong to the cue.</summary>
    private static TokenRange Owner(RuleText text, int noun, TokenRange scope, out int cueStart)
    {
        var at = noun - 1;
        cueStart = noun;
        while (at > scope.Start && noun - at <= MostAdjectives && !text.IsCapital(at) && text.IsWordLike(at)
            && !text.Is(at, WordClass.Possessive | WordClass.Determiner | WordClass.Preposition | WordClass.Auxiliary | WordClass.Pronoun | WordClass.Coordinator))
        {
            cueStart = at--;
        }

        // A bare name is a possessor only right before the noun or one adjective: "Russian public demands".
        var possessor = Possessor(text, at, scope);
        return noun - at > 2 && possessor.Count == 1 && !text.Is(at, WordClass.Possessive) ? default : possessor;
    }

    private static TokenRange Possessor(RuleText text, int at, TokenRange scope)
    {
        if (at < scope.Start || text.IsQuotationBorder(at))
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

            // "The mediators' message": a common noun with its article.
            if (start == at && at - 2 >= scope.Start && text.IsWordLike(at - 1) && text.Is(at - 2, WordClass.Determiner | WordClass.Possessive) && text.IsWordLike(at - 2))
            {
                start = at - 1;
            }

            start = start > scope.Start && text.Is(start - 1, WordClass.Determiner | WordClass.Possessive) && text.IsWordLike(start - 1) ? start - 1 : start;
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
