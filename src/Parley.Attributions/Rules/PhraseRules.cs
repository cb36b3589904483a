using Parley.Language;

namespace Parley.Attributions;

/// <summary>"According to X", "as X said" and adjectives such as "willing to".</summary>
internal static class PhraseRules
{
    private const int LongestClause = 20;

    /// <summary>Tries token <paramref name="i"/> as the head of a cue.</summary>
    public static void Apply(RuleText text, int i, Findings found)
    {
        if (text.IsWord(i, "according") && i + 2 < text.Article.Tokens.Count && text.IsWord(i + 1, "to"))
        {
            AccordingTo(text, i, found);
        }
        else if (text.IsWord(i, "as"))
        {
            AsSomebodySaid(text, i, found);
        }
        else if (i + 1 < text.Article.Tokens.Count && text.Is(i + 1, WordClass.Preposition | WordClass.Subordinator))
        {
            Adjective(text, i, found);
        }
    }

    private static void AccordingTo(RuleText text, int i, Findings found)
    {
        var scope = text.ScopeOf(i);
        var source = new TokenRange(i + 2, EndOfSource(text, i + 2, scope));
        if (source.IsEmpty || !NamesSomebody(text, source))
        {
            return;
        }

        var begins = i == scope.Start || (i > scope.Start && text.Is(i - 1, WordClass.Coordinator | WordClass.Mark));
        TokenRange content;
        if (begins)
        {
            var start = AfterClauseOn(text, source.End, scope);
            while (start < scope.End && text.Is(start, WordClass.Comma))
            {
                start++;
            }

            content = new TokenRange(start, ContentReader.ClauseEnd(text, Math.Min(start, scope.End - 1), scope));
        }
        else
        {
            content = Interrupting(text, i, source.End, scope);
        }

        if (content.Count > 0)
        {
            found.Add(source, new TokenRange(i, i + 2), content, Rule.Phrase);
        }
    }

    // "According to the Post, which cited two diplomats, ...": the clause on the source is no part of what it says.
    private static int AfterClauseOn(RuleText text, int comma, TokenRange scope)
    {
        if (comma + 1 >= scope.End || !text.Is(comma, WordClass.Comma) || !(text.IsWord(comma + 1, "which") || text.IsWord(comma + 1, "who") || text.IsWord(comma + 1, "citing") || text.IsWord(comma + 1, "quoting")))
        {
            return comma;
        }

        for (var i = comma + 2; i < Math.Min(scope.End, comma + LongestClause); i++)
        {
            if (text.Is(i, WordClass.Comma))
            {
                return i;
            }
        }

        return comma;
    }

    // "As the minister said, talks go on": the main clause is what was said.
    private static void AsSomebodySaid(RuleText text, int i, Findings found)
    {
        var scope = text.ScopeOf(i);
        if (i != scope.Start)
        {
            return;
        }

        for (var comma = i + 2; comma < Math.Min(i + 20, scope.End - 2); comma++)
        {
            if (text.Is(comma, WordClass.Stop) || text.IsQuotationBorder(comma))
            {
                return;
            }

            if (text.Is(comma, WordClass.Comma) && text.Verb(comma - 1) is { } verb && (verb.Frames & (CueFrames.Quote | CueFrames.That)) != 0
                && VerbGroup.TryRead(text, comma - 1, out var group) && group.Use == VerbUse.Finite)
            {
                var source = SourceReader.Left(text, group.Tokens.Start, new TokenRange(i + 1, comma));
                if (!source.IsEmpty)
                {
                    found.Add(source, group.Tokens, new TokenRange(comma + 1, ContentReader.ClauseEnd(text, comma + 1, scope)), Rule.AsClause);
                    return;
                }
            }
        }
    }

    // "..., according to X." takes what stands before; "who, according to X, ..." what comes after; ", according to X, ..." both.
    private static TokenRange Interrupting(RuleText text, int i, int afterSource, TokenRange scope)
    {
        var before = i;
        while (before > scope.Start && text.Is(before - 1, WordClass.Comma))
        {
            before--;
        }

        var goesOn = afterSource + 2 < scope.End && text.Is(afterSource, WordClass.Comma) && !text.IsWord(afterSource + 1, "which") && !text.Is(afterSource + 1, WordClass.Coordinator);
        if (goesOn && before > scope.Start && text.Is(before - 1, WordClass.Relative | WordClass.Subordinator | WordClass.Coordinator))
        {
            return new TokenRange(afterSource + 1, ContentReader.ClauseEnd(text, afterSource + 1, scope));
        }

        var start = scope.Start;
        for (var k = before - 1; k > scope.Start; k--)
        {
            if (text.IsWord(k, ";"))
            {
                start = k + 1;
                break;
            }
        }

        return new TokenRange(start, goesOn ? ContentReader.ClauseEnd(text, afterSource + 1, scope) : before);
    }

    // "according to plan" names nobody.
    private static bool NamesSomebody(RuleText text, TokenRange source) =>
        source.Count > 1 || text.IsCapital(source.Start) || text.Is(source.Start, WordClass.Object | WordClass.Pronoun) || text.Article.Word(source.Start)[^1] == 's';

    private static int EndOfSource(RuleText text, int start, TokenRange scope)
    {
        var i = start;
        while (i < scope.End && !text.IsQuotationBorder(i) && !text.Is(i, WordClass.Comma | WordClass.Stop | WordClass.Dash | WordClass.Relative)
            && (!text.Is(i, WordClass.Auxiliary) || text.Is(i, WordClass.Possessive)) && !text.IsWord(i, ":") && i - start < 20)
        {
            i++;
        }

        return i;
    }

    // "is willing to accept", "remain convinced that"
    private static void Adjective(RuleText text, int i, Findings found)
    {
        Span<char> key = stackalloc char[32];
        var first = text.Article.Word(i);
        var second = text.Article.Word(i + 1);
        if (first.Length + second.Length + 1 > key.Length)
        {
            return;
        }

        var length = first.ToLowerInvariant(key);
        key[length++] = ' ';
        length += second.ToLowerInvariant(key[length..]);
        var scope = text.ScopeOf(i);
        if (!CueTable.Adjectives.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key[..length], out var cue) || i + 2 >= scope.End || i == scope.Start)
        {
            return;
        }

        var start = i;
        var be = false;
        while (start > scope.Start && (text.Is(start - 1, WordClass.Adverb | WordClass.Auxiliary) || text.IsWord(start - 1, "remain") || text.IsWord(start - 1, "remains")
            || text.IsWord(start - 1, "remained")))
        {
            start--;
            be |= !text.Is(start, WordClass.Adverb);
        }

        var source = be ? SourceReader.Left(text, start, scope) : default;
        if (source.IsEmpty || text.IsWord(source.Start, "it"))
        {
            return;
        }

        var clause = (cue.Frames & CueFrames.That) != 0;
        var content = new TokenRange(i + 2, clause ? ContentReader.ClauseEnd(text, i + 2, scope) : ContentReader.PhraseEnd(text, i + 2, scope, isInfinitive: (cue.Frames & CueFrames.To) != 0));
        found.Add(source, new TokenRange(start, clause ? i + 1 : i + 2), content, Rule.Adjective);
    }
}
