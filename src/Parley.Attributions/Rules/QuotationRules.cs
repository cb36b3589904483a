using Parley.Language;
using Parley.Records;

namespace Parley.Attributions;

/// <summary>Binds quotations to the cue beside them.</summary>
internal static class QuotationRules
{
    private const int CueWindow = 24;

    /// <summary>Goes through the quotations in text order.</summary>
    public static void Apply(RuleText text, Findings found)
    {
        for (var q = 0; q < text.Quotations.Quotations.Length; q++)
        {
            var quotation = text.Quotations.Quotations[q];
            var block = text.Article.SentenceBlocks[text.Article.SentenceAt(quotation.Tokens.Start)];
            if (quotation.Continues < 0 && text.Article.Article.Blocks[block].Kind is not (BlockKind.Boilerplate or BlockKind.Byline) && !CueAfter(text, q, found))
            {
                CueBefore(text, q, found);
            }
        }
    }

    // “...,” said X.  “...,” X said, “...”
    private static bool CueAfter(RuleText text, int q, Findings found)
    {
        var quotation = text.Quotations.Quotations[q];
        var scope = OuterScope(text, quotation);
        var i = quotation.Tokens.End;
        var pausesInside = quotation.IsClosed && !quotation.Inner.IsEmpty && text.Is(quotation.Inner.End - 1, WordClass.Comma | WordClass.Stop);
        while (i < scope.End && (text.Is(i, WordClass.Comma | WordClass.Dash)))
        {
            pausesInside = true;
            i++;
        }

        if (!pausesInside || !(quotation.IsSpeech || text.Is(quotation.Inner.End - 1, WordClass.Comma)))
        {
            return false;
        }

        for (var head = i; head < Math.Min(i + CueWindow, scope.End); head++)
        {
            if (text.IsQuotationBorder(head) || text.Is(head, WordClass.Stop) || text.IsWord(head, ":"))
            {
                return false;
            }

            if (text.Verb(head) is not { } cue || (cue.Frames & (CueFrames.Quote)) == 0 || found.IsTaken(head)
                || !VerbGroup.TryRead(text, head, out var group) || group.Use != VerbUse.Finite)
            {
                continue;
            }

            var inverted = group.Tokens.Start == i;
            var source = inverted ? SourceReader.Right(text, head + 1, scope) : SourceReader.Left(text, group.Tokens.Start, new TokenRange(i, scope.End));
            if (source.IsEmpty || (!inverted && source.Start > i + 1))
            {
                return false;
            }

            var content = Interrupted(text, q, inverted ? source.End : head + 1, scope);
            found.Add(source, group.Tokens, content, Rule.InterruptedQuotation);
            found.SetSourceIn(text.Article.SentenceAt(head), source);
            return true;
        }

        return false;
    }

    // The attribution stands inside a sentence that goes on in a second quotation: one content from the first mark to the last.
    private static TokenRange Interrupted(RuleText text, int q, int afterCue, TokenRange scope)
    {
        var first = text.Quotations.Quotations[q];
        var start = StartOfMixed(text, first, scope);
        for (var i = afterCue; i < scope.End && i < afterCue + CueWindow; i++)
        {
            if (text.Is(i, WordClass.Stop))
            {
                break;
            }

            var other = text.Quotations.At(i);
            if (other < 0 || text.Quotations.Quotations[other] is var next && next.Tokens.Start != i)
            {
                continue;
            }

            var second = text.Quotations.Quotations[other];
            return text.Is(i - 1, WordClass.Comma | WordClass.Dash) && !first.Inner.IsEmpty && !IsFullStop(text, first)
                ? new TokenRange(start, second.Tokens.End)
                : new TokenRange(start, first.Tokens.End);
        }

        return new TokenRange(start, first.Tokens.End);
    }

    // 'The “prospects for reform,” opined another journalist': what stands before the mark belongs to what was said.
    private static int StartOfMixed(RuleText text, Quotation quotation, TokenRange scope)
    {
        var opensSentence = quotation.Tokens.Start == scope.Start;
        var lower = !quotation.Inner.IsEmpty && !text.IsCapital(quotation.Inner.Start);
        return !opensSentence && lower ? scope.Start : quotation.Tokens.Start;
    }

    private static bool IsFullStop(RuleText text, Quotation quotation) => text.Article.Word(quotation.Inner.End - 1) is "." or "!" or "?";

    // X said: “...”  X said, “...”  X said that “...”  X: “...”
    private static bool CueBefore(RuleText text, int q, Findings found)
    {
        var quotation = text.Quotations.Quotations[q];
        var scope = OuterScope(text, quotation);
        var start = quotation.Tokens.Start;
        if (start == scope.Start)
        {
            return OpenedBySentenceBefore(text, q, found);
        }

        var before = start - 1;
        var colon = text.IsWord(before, ":");
        var pause = colon || text.Is(before, WordClass.Comma);
        for (var head = pause ? before - 1 : before; head >= Math.Max(scope.Start, before - (pause ? CueWindow : 0)); head--)
        {
            if (text.IsQuotationBorder(head) || text.Is(head, WordClass.Stop))
            {
                return false;
            }

            if (text.Verb(head) is not { } cue || (cue.Frames & (CueFrames.Quote | CueFrames.That)) == 0 || found.IsTaken(head) || !VerbGroup.TryRead(text, head, out var group))
            {
                continue;
            }

            if (!colon && before - head > 8 || (text.IsWord(head + 1, "that") && head + 2 < start))
            {
                return false;
            }

            return AddWithCue(text, group, quotation, scope, found);
        }

        return colon && AddNameAndColon(text, quotation, new TokenRange(scope.Start, before), found);
    }

    // "Kremlin: “...”"
    private static bool AddNameAndColon(RuleText text, Quotation quotation, TokenRange name, Findings found)
    {
        if (name.IsEmpty || name.Count > 8 || !text.IsCapital(name.Start) || !quotation.IsSpeech || text.Is(name.Start, WordClass.Preposition | WordClass.Subordinator))
        {
            return false;
        }

        found.Add(name, default, quotation.Tokens, Rule.NamedQuotation);
        return true;
    }

    private static bool AddWithCue(RuleText text, VerbGroup group, Quotation quotation, TokenRange scope, Findings found)
    {
        var sentence = text.Article.SentenceAt(group.Head);
        var source = group.Use == VerbUse.Finite ? SourceReader.Left(text, group.Tokens.Start, scope) : default;
        if (source.IsEmpty)
        {
            source = group.Use is VerbUse.Finite or VerbUse.Participial ? SubjectOf(text, sentence, group, found) : default;
        }

        if (source.IsEmpty || (!quotation.IsSpeech && !text.IsWord(quotation.Tokens.Start - 1, ":") && !text.Is(quotation.Tokens.Start - 1, WordClass.Comma)))
        {
            return false;
        }

        found.Add(source, group.Tokens, quotation.Tokens, Rule.Quotation);
        found.SetSourceIn(sentence, source);
        return true;
    }

    /// <summary>The subject that a verb without one of its own shares: that of the cue before it, or of the sentence.</summary>
    public static TokenRange SubjectOf(RuleText text, int sentence, VerbGroup group, Findings found)
    {
        if (found.SourceIn(sentence) is { IsEmpty: false } known && known.End <= group.Tokens.Start)
        {
            return known;
        }

        return SubjectReader.OfClause(text, text.ScopeOf(group.Head), group.Tokens.Start);
    }

    // "X gave three reasons:" and then, as a sentence or paragraph of its own, the quotation.
    private static bool OpenedBySentenceBefore(RuleText text, int q, Findings found)
    {
        var quotation = text.Quotations.Quotations[q];
        var sentence = text.Article.SentenceAt(quotation.Tokens.Start) - 1;
        if (sentence < 0 || quotation.Parent >= 0 || !text.IsWord(text.Article.Sentences[sentence].End - 1, ":"))
        {
            return false;
        }

        if (OpenerRules.Find(text, sentence) is not { } opener || found.IsTaken(opener.Cue.End - 1))
        {
            return false;
        }

        found.Add(opener.Source, opener.Cue, quotation.Tokens, Rule.IntroducedQuotation);
        return true;
    }

    // The sentences around a quotation, within the quotation that holds it.
    private static TokenRange OuterScope(RuleText text, Quotation quotation)
    {
        var article = text.Article;
        var first = article.Sentences[article.SentenceAt(quotation.Tokens.Start)];
        var last = article.Sentences[article.SentenceAt(quotation.Tokens.End - 1)];
        var outer = quotation.Parent >= 0 ? text.Quotations.Quotations[quotation.Parent].Inner : new TokenRange(0, article.Tokens.Count);
        return new TokenRange(Math.Max(first.Start, outer.Start), Math.Min(last.End, outer.End));
    }
}
