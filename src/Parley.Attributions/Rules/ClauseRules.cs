using System.Collections.Frozen;
using Parley.Language;

namespace Parley.Attributions;

/// <summary>Verbs with a clause, an infinitive or an object as content, and attributions that stand behind what was said.</summary>
internal static class ClauseRules
{
    private const int LongestAddressee = 8;
    private const CueFrames NeedsObject = CueFrames.Object | CueFrames.ThatTo | CueFrames.ToTo | CueFrames.BareTo | CueFrames.Label;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_refusals = WordSet.Of("refused refuses refusing declined declines declining failed unable");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_counts =
        WordSet.Of("number numbers figure toll total count tally cost losses damage casualties share rate population strength size odds chances");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_amounts = WordSet.Of(
        "$ € £ a about around some more over nearly almost least just between up under less fewer roughly close zero one two three four five six seven eight nine ten eleven twelve " +
        "twenty thirty forty fifty dozens hundreds thousands");

    /// <summary>Tries token <paramref name="i"/> as the head of a cue.</summary>
    public static void Apply(RuleText text, int i, Findings found)
    {
        if (text.Verb(i) is null || found.IsTaken(i) || text.IsInShortQuotation(i) || !VerbGroup.TryRead(text, i, out var group))
        {
            return;
        }

        var scope = text.ScopeOf(i);
        var sentence = text.Article.SentenceAt(i);
        var source = group.Use switch
        {
            VerbUse.Finite => SourceReader.Left(text, group.Tokens.Start, scope),
            VerbUse.Passive => Agent(text, group, scope),
            _ => default,
        };
        if (group.Use == VerbUse.Finite && Trailing(text, group, source, scope, found))
        {
            return;
        }

        if (group.Use == VerbUse.Infinitive && IsRefused(text, group.Tokens.Start, scope))
        {
            return;
        }

        if (source.IsEmpty && group.Use == VerbUse.Infinitive)
        {
            source = found.SourceIn(sentence);
        }
        else if (source.IsEmpty && group.Use is VerbUse.Finite or VerbUse.Participial)
        {
            source = QuotationRules.SubjectOf(text, sentence, group, found);
        }

        // "wants guarantees that": the noun is no verb of what stands before it.
        if ((source.IsEmpty && group.Use != VerbUse.Passive) || (source.Count == 1 && !text.IsCapital(source.Start) && text.Verb(source.Start) is { IsAlsoNoun: false }))
        {
            return;
        }

        if (group.Use is VerbUse.Finite)
        {
            found.SetSourceIn(sentence, source);
        }

        foreach (var (cueEnd, content) in Contents(text, group, scope))
        {
            // "in his view", "it will": what is said comes elsewhere.
            if (!IsAnsweredPronoun(text, group, content.Start, scope) && content.Count < (text.Is(content.Start, WordClass.Pronoun) ? 3 : text.Is(content.Start, WordClass.Preposition) && !text.IsWord(content.Start, "to") ? 5 : 1))
            {
                continue;
            }

            found.Add(source, new TokenRange(group.Tokens.Start, cueEnd), content, group.Use switch { VerbUse.Finite => Rule.Clause, VerbUse.Participial => Rule.Participle, _ => Rule.Infinitive });
        }
    }

    // "refused to say whether": nothing is said.
    private static bool IsRefused(RuleText text, int infinitive, TokenRange scope)
    {
        var i = text.IsWord(infinitive, "to") ? infinitive - 1 : infinitive - 2;
        return i >= scope.Start && s_refusals.Contains(text.Article.Word(i));
    }

    // "was told by the minister that ..."
    private static TokenRange Agent(RuleText text, VerbGroup group, TokenRange scope) =>
        group.Head + 1 < scope.End && text.IsWord(group.Head + 1, "by") ? SourceReader.Right(text, group.Head + 2, scope) : default;

    // "..., he said."  "..., said the minister on Monday."
    private static bool Trailing(RuleText text, VerbGroup group, TokenRange source, TokenRange scope, Findings found)
    {
        // "Gonzalez, who advised the president on it,": a clause on him.
        if ((group.Cue.Frames & CueFrames.Quote) == 0 || (source.Count == 1 && text.Is(source.Start, WordClass.Relative)))
        {
            return false;
        }

        var next = group.Head + 1;
        if ((group.Cue.Frames & CueFrames.To) != 0 && VerbGroup.IsFollowedByInfinitive(text, group.Head, scope))
        {
            return false;
        }

        var ends = next >= scope.End || EndsAttribution(text, next) || EndsWithAddressee(text, group, scope);
        var inverted = source.IsEmpty || (text.Is(group.Tokens.Start - 1, WordClass.Comma) && (group.Cue.Frames & NeedsObject) == 0);
        if (inverted && SourceReader.Right(text, next, scope) is { IsEmpty: false } right && (right.End >= scope.End || EndsAttribution(text, right.End)))
        {
            (source, ends) = (right, true);
        }

        var comma = BorderBefore(text, Math.Min(source.IsEmpty ? group.Tokens.Start : source.Start, group.Tokens.Start), scope);
        if (comma < 0 || !ends || source.IsEmpty || ContentReader.ThatClause(text, next, scope, afterAddressee: false) >= 0)
        {
            return false;
        }

        var start = StartOfTrailed(text, comma, scope);
        if (comma - start < 2 || text.Is(start, WordClass.Preposition) && comma - start < 5 && !text.IsQuotationBorder(start))
        {
            return false;
        }

        var asClause = text.IsWord(start, "as");
        if (asClause)
        {
            return false;
        }

        var after = Math.Max(group.Head + 1, source.End);
        var goesOn = after < scope.End && text.Is(after, WordClass.Comma) && after + 2 < scope.End;
        var content = new TokenRange(start, goesOn && !text.IsWord(after + 1, "according") && text.Verb(after + 1) is null ? ContentReader.TrimEnd(text, start, scope.End) : comma);
        found.Add(source, group.Tokens, content, Rule.ClauseBefore);
        found.SetSourceIn(text.Article.SentenceAt(group.Head), source);
        return true;
    }

    // "..., a diplomat told the agency on Monday."
    private static bool EndsWithAddressee(RuleText text, VerbGroup group, TokenRange scope)
    {
        if ((group.Cue.Frames & CueFrames.ThatTo) == 0)
        {
            return false;
        }

        var end = group.Head + 1;
        while (end < scope.End && end - group.Head <= LongestAddressee && !text.IsQuotationBorder(end) && !text.Is(end, WordClass.Stop | WordClass.Comma | WordClass.Auxiliary | WordClass.Relative | WordClass.Time)
            && (!text.Is(end, WordClass.Preposition) || text.IsWord(end, "of") || text.IsWord(end, "for")))
        {
            end++;
        }

        return end > group.Head + 1 && (end >= scope.End || EndsAttribution(text, end)) && (text.IsCapital(group.Head + 1) || text.Is(group.Head + 1, WordClass.Determiner | WordClass.Possessive)
            || text.Article.Word(end - 1)[^1] == 's' || text.IsWord(end - 1, "parliament"));
    }

    private static bool EndsAttribution(RuleText text, int i) => text.Is(i, WordClass.Comma | WordClass.Stop | WordClass.Dash | WordClass.Time | WordClass.Preposition);

    // Where the words before an attribution end: at a comma, at a comma and a dash, or at a dash behind "?", "!" or "…"; -1 if they don't.
    private static int BorderBefore(RuleText text, int attribution, TokenRange scope)
    {
        var i = attribution - 1;
        if (i > scope.Start + 1 && text.Is(i, WordClass.Dash))
        {
            return text.Is(i - 1, WordClass.Comma) ? i - 1 : text.Is(i - 1, WordClass.Stop) ? i : -1;
        }

        return i > scope.Start && text.Is(i, WordClass.Comma) && !text.IsQuotationBorder(i - 1) ? i : -1;
    }

    private static int StartOfTrailed(RuleText text, int comma, TokenRange scope)
    {
        var start = scope.Start;
        for (var i = comma - 1; i > scope.Start; i--)
        {
            if (text.IsWord(i, ";") || (text.IsWord(i, "that") && text.Verb(i - 1) is not null))
            {
                start = i + 1;
                break;
            }
        }

        return start < comma && text.Is(start, WordClass.Coordinator) ? start + 1 : start;
    }

    // Contents right of the verb, each with the end of its cue: a preposition and "as" belong to the cue.
    private static IEnumerable<(int CueEnd, TokenRange Content)> Contents(RuleText text, VerbGroup group, TokenRange scope)
    {
        var frames = group.Cue.Frames;
        var next = group.Head + 1;
        if (next >= scope.End)
        {
            yield break;
        }

        // "described that they had": whatever a verb takes, "that" and a pronoun begin a clause.
        var isClause = next + 1 < scope.End && text.IsWord(next, "that") && text.Is(next + 1, WordClass.Pronoun);
        if ((isClause || (frames & (CueFrames.That | CueFrames.ThatTo)) != 0) && !IsAnsweredPronoun(text, group, next, scope)
            && ContentReader.ThatClause(text, next, scope, (frames & CueFrames.ThatTo) != 0) is var clause and >= 0)
        {
            foreach (var part in Coordinated(text, clause, scope))
            {
                yield return (next, part);
            }

            yield break;
        }

        if (group.Use == VerbUse.Passive)
        {
            if (text.IsWord(next, "as") || (((frames & (CueFrames.Wh | CueFrames.WhTo)) != 0) && text.Is(next, WordClass.Wh)))
            {
                var isAs = text.IsWord(next, "as");
                var start = isAs ? next + 1 : next;
                yield return (start, new TokenRange(start, isAs ? ContentReader.PhraseEnd(text, start, scope) : ContentReader.ClauseEnd(text, start, scope)));
            }

            yield break;
        }

        if ((frames & CueFrames.Number) != 0 && NumberAt(text, next, scope) is > 0 and var at)
        {
            yield return (next, new TokenRange(next, ContentReader.PhraseEnd(text, at + 1, scope)));
        }
        else if (AfterAddressee(text, group, scope) is { IsEmpty: false } addressed)
        {
            yield return (next, addressed);
        }
        else if ((frames & CueFrames.To) != 0 && VerbGroup.IsFollowedByInfinitive(text, group.Head, scope))
        {
            yield return (next, new TokenRange(next, ContentReader.PhraseEnd(text, next + 1, scope, isInfinitive: true)));
        }
        else if ((frames & CueFrames.Preposition) != 0 && Array.Exists(group.Cue.Prepositions, p => text.IsWord(next, p)))
        {
            yield return (next + 1, new TokenRange(next + 1, ContentReader.PhraseEnd(text, next + 1, scope)));
        }
        else if ((frames & CueFrames.Wh) != 0 && text.Is(next, WordClass.Wh) && !text.IsWord(next, "when") && !text.IsWord(next, "who"))
        {
            yield return (next, new TokenRange(next, ContentReader.ClauseEnd(text, next, scope)));
        }
        else if ((frames & CueFrames.Bare) != 0 && BareClause(text, next, scope) is var bare and >= 0)
        {
            foreach (var part in Coordinated(text, bare, scope))
            {
                yield return (next, part);
            }
        }
        else if (((frames & CueFrames.Object) != 0 || ((frames & CueFrames.As) != 0 && HasAs(text, next, scope)) || ((frames & CueFrames.Label) != 0 && HasLabel(text, next, scope)))
            && ContentReader.SkipTime(text, next, scope) is var start && start < scope.End && (BeginsPhrase(text, start) || IsAnsweredPronoun(text, group, start, scope)))
        {
            yield return (next, new TokenRange(start, ContentReader.PhraseEnd(text, start, scope)));
        }
    }

    // "The party has always denied that.": what it answers was said before.
    private static bool IsAnsweredPronoun(RuleText text, VerbGroup group, int i, TokenRange scope) =>
        DisputeRules.IsAnswer(group.Cue) && text.Article.Word(i) is "it" or "that" or "this" or "them" or "these" or "those" && (i + 1 >= scope.End || text.Is(i + 1, WordClass.Comma | WordClass.Stop));

    // "told reporters the deal was dead", "urged Kyiv to accept it", "asked him whether"
    private static TokenRange AfterAddressee(RuleText text, VerbGroup group, TokenRange scope)
    {
        var frames = group.Cue.Frames & (CueFrames.ToTo | CueFrames.WhTo | CueFrames.BareTo);
        var next = group.Head + 1;
        if (frames == 0 || !(BeginsPhrase(text, next) || text.Is(next, WordClass.Object)))
        {
            return default;
        }

        for (var i = next + 1; i < Math.Min(next + 12, scope.End); i++)
        {
            if (text.IsQuotationBorder(i) || text.Is(i, WordClass.Stop | WordClass.Dash))
            {
                break;
            }

            if ((frames & CueFrames.ToTo) != 0 && text.IsWord(i, "to") && i + 1 < scope.End && !text.IsCapital(i + 1) && !text.Is(i + 1, WordClass.Determiner | WordClass.Possessive))
            {
                return new TokenRange(next, ContentReader.PhraseEnd(text, i, scope, isInfinitive: true));
            }

            if ((frames & CueFrames.WhTo) != 0 && text.Is(i, WordClass.Wh))
            {
                return new TokenRange(i, ContentReader.ClauseEnd(text, i, scope));
            }
        }

        var start = ContentReader.SkipTime(text, next + 1, scope);
        return (frames & CueFrames.BareTo) != 0 && start < scope.End && (text.Is(start, WordClass.Pronoun | WordClass.Determiner | WordClass.Possessive) || text.IsCapital(start))
            && !text.IsCapital(next) && text.IsWordLike(start)
            ? new TokenRange(start, ContentReader.ClauseEnd(text, start, scope)) : default;
    }

    // "put the death toll at nine": where "at" stands; -1 if there is no count, or no number after it.
    private static int NumberAt(RuleText text, int from, TokenRange scope)
    {
        var counts = false;
        for (var i = from; i + 1 < Math.Min(from + 14, scope.End) && !text.Is(i, WordClass.Comma | WordClass.Stop); i++)
        {
            var word = text.Article.Word(i);
            counts |= s_counts.Contains(word);
            if (counts && word is "at")
            {
                return char.IsAsciiDigit(text.Article.Word(i + 1)[0]) || s_amounts.Contains(text.Article.Word(i + 1)) ? i : -1;
            }
        }

        return -1;
    }

    private static bool HasAs(RuleText text, int from, TokenRange scope)
    {
        for (var i = from + 1; i < Math.Min(from + 12, scope.End) && !text.Is(i, WordClass.Comma | WordClass.Stop); i++)
        {
            if (text.IsWord(i, "as"))
            {
                return true;
            }
        }

        return false;
    }

    // "called the offer a trap", "called it “a trap”"
    private static bool HasLabel(RuleText text, int from, TokenRange scope)
    {
        for (var i = from + 1; !text.IsQuotationBorder(from) && i < Math.Min(from + 10, scope.End) && !text.Is(i, WordClass.Comma | WordClass.Stop); i++)
        {
            if (text.IsQuotationBorder(i) || text.IsWord(i, "a") || text.IsWord(i, "an"))
            {
                return true;
            }

            if (text.Is(i, WordClass.Preposition) || text.IsWord(i, "to"))
            {
                return false;
            }
        }

        return false;
    }

    private static int BareClause(RuleText text, int next, TokenRange scope)
    {
        var start = ContentReader.SkipTime(text, next, scope);
        if (start + 2 >= scope.End || text.IsQuotationBorder(start) || text.Is(start, WordClass.Comma | WordClass.Mark | WordClass.Dash | WordClass.Stop))
        {
            return -1;
        }

        return text.Is(start, WordClass.Preposition | WordClass.Coordinator | WordClass.Auxiliary | WordClass.Relative | WordClass.Object)
            && !text.Is(start, WordClass.Pronoun | WordClass.Determiner) ? -1 : start;
    }

    private static bool BeginsPhrase(RuleText text, int i) =>
        text.IsQuotationBorder(i) || (text.IsWordLike(i) && !text.Is(i, WordClass.Preposition | WordClass.Coordinator | WordClass.Auxiliary | WordClass.Relative
            | WordClass.Subordinator | WordClass.Time | WordClass.Adverb)) || text.Is(i, WordClass.Determiner | WordClass.Possessive);

    // "that A, that B and that C" says three things; "that A provided that B and that C" one.
    private static IEnumerable<TokenRange> Coordinated(RuleText text, int start, TokenRange scope)
    {
        var end = ContentReader.ClauseEnd(text, start, scope);
        var from = start;
        var isInner = false;
        for (var i = start + 2; i < end - 2; i++)
        {
            if (!text.IsWord(i, "that"))
            {
                continue;
            }

            if (!text.Is(i - 1, WordClass.Comma | WordClass.Coordinator))
            {
                isInner = true;
                continue;
            }

            if (text.Is(i + 1, WordClass.Auxiliary) || (isInner && text.Is(i - 1, WordClass.Coordinator) && !text.Is(i - 2, WordClass.Comma)))
            {
                continue;
            }

            var stop = i - 1;
            while (stop > from && text.Is(stop - 1, WordClass.Comma | WordClass.Coordinator))
            {
                stop--;
            }

            if (stop > from)
            {
                yield return new TokenRange(from, stop);
            }

            (from, isInner) = (i + 1, false);
        }

        yield return new TokenRange(from, end);
    }
}
