using System.Collections.Frozen;
using Parley.Language;

namespace Parley.Attributions;

/// <summary>What is answered in the same breath: "…, which the army denies", "…, a figure the rebels dispute", "…, a charge rejected by the ministry".</summary>
internal static class DisputeRules
{
    private const int LongestAnswer = 24;
    private const int LongestName = 4;

    private static readonly FrozenSet<string> s_answers = new[] { "deny", "dispute", "reject", "refute", "rebut", "dismiss", "confirm" }.ToFrozenSet();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_nouns = WordSet.Of(
        "figure number toll estimate count claim claims charge charges allegation allegations accusation accusations assertion account version report point notion suggestion contention " +
        "characterisation characterization description view");

    /// <summary>True for a verb that answers what was said: "deny", "confirm".</summary>
    public static bool IsAnswer(Cue cue) => s_answers.Contains(cue.Lemma);

    /// <summary>Tries token <paramref name="i"/> as the verb of an answer.</summary>
    public static void Apply(RuleText text, int i, Findings found)
    {
        if (text.Verb(i) is not { } verb || !IsAnswer(verb) || found.IsTaken(i) || text.IsInShortQuotation(i))
        {
            return;
        }

        var scope = text.ScopeOf(i);
        if (Border(text, i, scope) is not (> 0 and var comma, var subject))
        {
            return;
        }

        var content = new TokenRange(StartOf(text, comma, scope), comma);
        if (subject == i && i + 2 < scope.End && text.IsWord(i + 1, "by"))
        {
            if (SourceReader.Right(text, i + 2, scope) is { IsEmpty: false } agent)
            {
                found.Add(agent, new TokenRange(i, i + 1), content, Rule.Dispute);
            }
        }
        else if (subject < i && Ends(text, i + 1, scope) && VerbGroup.TryRead(text, i, out var group) && group.Use == VerbUse.Finite && group.Tokens.Start > subject
            && SourceReader.Left(text, group.Tokens.Start, new TokenRange(subject, scope.End)) is { IsEmpty: false } source)
        {
            found.Add(source, group.Tokens, content, Rule.Dispute);
        }
    }

    // The comma before "which" or "a figure [that]", and where the subject begins behind them; 0 if there is none.
    private static (int Comma, int Subject) Border(RuleText text, int verb, TokenRange scope)
    {
        for (var comma = verb - 2; comma > Math.Max(scope.Start + 1, verb - LongestAnswer); comma--)
        {
            if (!text.Is(comma, WordClass.Comma | WordClass.Dash) || text.IsQuotationBorder(comma - 1))
            {
                continue;
            }

            if (text.IsWord(comma + 1, "which"))
            {
                return (comma, comma + 2);
            }

            if (!text.Is(comma + 1, WordClass.Determiner))
            {
                continue;
            }

            for (var noun = comma + 2; noun < Math.Min(verb, comma + LongestName); noun++)
            {
                if (s_nouns.Contains(text.Article.Word(noun)))
                {
                    return (comma, noun + 1 < verb && (text.IsWord(noun + 1, "that") || text.IsWord(noun + 1, "which")) ? noun + 2 : noun + 1);
                }
            }
        }

        return default;
    }

    private static bool Ends(RuleText text, int i, TokenRange scope) =>
        i >= scope.End || text.Is(i, WordClass.Comma | WordClass.Stop | WordClass.Dash | WordClass.Time | WordClass.Coordinator) || text.IsQuotationBorder(i);

    private static int StartOf(RuleText text, int comma, TokenRange scope)
    {
        var start = comma - 1;
        while (start > scope.Start && !text.IsWord(start - 1, ";"))
        {
            start--;
        }

        return start + 1 < comma && text.Is(start, WordClass.Coordinator) ? start + 1 : start;
    }
}
