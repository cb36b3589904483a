using Parley.Language;
using Parley.Records;

namespace Parley.Attributions;

/// <summary>Binds quotations to the cue beside them, or to the speaker of the quotation before.</summary>
internal static class QuotationRules
{
    private const int CueWindow = 24;

    /// <summary>Goes through the quotations in text order.</summary>
    public static void Apply(RuleText text, Findings found)
    {
        var quotations = text.Quotations.Quotations;
        var last = default(Spoken);
        for (var q = 0; q < quotations.Length; q++)
        {
            var quotation = quotations[q];
            var block = text.Article.SentenceBlocks[text.Article.SentenceAt(quotation.Tokens.Start)];
            if (text.Article.Article.Blocks[block].Kind is BlockKind.Boilerplate or BlockKind.Byline)
            {
                continue;
            }

            if (quotation.Continues >= 0)
            {
                if (last.Quotation == quotation.Continues)
                {
                    found.Add(last.Source, default, quotation.Tokens, 0.9);
                    last = last with { Quotation = q, Block = block };
                }
            }
            else if (Bind(text, q, found) is { } bound)
            {
                last = new Spoken(q, block, bound);
            }
            else if (quotation.Parent < 0 && quotation.IsSpeech && !last.Source.IsEmpty && FillsSentence(text, quotation) && block - last.Block is 0 or 1)
            {
                found.Add(last.Source, default, quotation.Tokens, block == last.Block ? 0.8 : 0.5);
                last = last with { Quotation = q, Block = block };
            }
        }
    }

    // The speaker of the quotation that was bound last.
    private readonly record struct Spoken(int Quotation, int Block, TokenRange Source);

    private static TokenRange? Bind(RuleText text, int q, Findings found) => CueAfter(text, q, found) ?? CueBefore(text, q, found);

    // “...,” said X.  “...,” X said, “...”
    private static TokenRange? CueAfter(RuleText text, int q, Findings found)
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
            return null;
        }

        for (var head = i; head < Math.Min(i + CueWindow, scope.End); head++)
        {
            if (text.IsQuotationBorder(head) || text.Is(head, WordClass.Stop) || text.IsWord(head, ":"))
            {
                return null;
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
                return null;
            }

            var content = Interrupted(text, q, inverted ? source.End : head + 1, scope);
            found.Add(source, group.Tokens, content, 0.92);
            found.SetSourceIn(text.Article.SentenceAt(head), source);
            return source;
        }

        return null;
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
    private static TokenRange? CueBefore(RuleText text, int q, Findings found)
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
                return null;
            }

            if (text.Verb(head) is not { } cue || (cue.Frames & (CueFrames.Quote | CueFrames.That)) == 0 || found.IsTaken(head) || !VerbGroup.TryRead(text, head, out var group))
            {
                continue;
            }

            if (!colon && before - head > 8 || (text.IsWord(head + 1, "that") && head + 2 < start))
            {
                return null;
            }

            return AddWithCue(text, group, quotation, scope, found);
        }

        return null;
    }

    private static TokenRange? AddWithCue(RuleText text, VerbGroup group, Quotation quotation, TokenRange scope, Findings found)
    {
        var sentence = text.Article.SentenceAt(group.Head);
        var source = group.Use == VerbUse.Finite ? SourceReader.Left(text, group.Tokens.Start, scope) : default;
        if (source.IsEmpty)
        {
            source = group.Use is VerbUse.Finite or VerbUse.Participial ? SubjectOf(text, sentence, group, found) : default;
        }

        if (source.IsEmpty || (!quotation.IsSpeech && !text.IsWord(quotation.Tokens.Start - 1, ":") && !text.Is(quotation.Tokens.Start - 1, WordClass.Comma)))
        {
            return null;
        }

        found.Add(source, group.Tokens, quotation.Tokens, 0.9);
        found.SetSourceIn(sentence, source);
        return source;
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
    private static TokenRange? OpenedBySentenceBefore(RuleText text, int q, Findings found)
    {
        var quotation = text.Quotations.Quotations[q];
        var sentence = text.Article.SentenceAt(quotation.Tokens.Start) - 1;
        if (sentence < 0 || quotation.Parent >= 0 || !text.IsWord(text.Article.Sentences[sentence].End - 1, ":"))
        {
            return null;
        }

        if (OpenerRules.Find(text, sentence) is not { } opener || found.IsTaken(opener.Cue.End - 1))
        {
            return null;
        }

        found.Add(opener.Source, opener.Cue, quotation.Tokens, 0.85);
        return opener.Source;
    }

    private static bool FillsSentence(RuleText text, Quotation quotation)
    {
        var sentence = text.Article.Sentences[text.Article.SentenceAt(quotation.Tokens.Start)];
        return quotation.Tokens.Start == sentence.Start && quotation.Tokens.End >= sentence.End;
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
