using System.Collections.Immutable;
using Parley.Language;
using Parley.Records;

namespace Parley.Attributions;

/// <summary>
/// Gives quotations without a cue of their own their speaker: one handed on from the paragraph before keeps its speaker, and one that
/// makes a sentence by itself takes the speaker of the one before, in the same paragraph or, less surely, in the paragraph before.
/// </summary>
internal static class Conversation
{
    /// <summary>Adds what the quotations without a cue say.</summary>
    public static void Add(ParsedArticle article, QuotationStructure quotations, List<FoundAttribution> all)
    {
        var contents = all.Where(f => !f.Content.IsDefaultOrEmpty).OrderBy(f => f.Content[0].Start).ToArray();
        var speakers = new Speaker?[quotations.Quotations.Length];
        var window = new List<FoundAttribution>();
        var next = 0;
        Speaker? last = null;
        for (var q = 0; q < quotations.Quotations.Length; q++)
        {
            var quotation = quotations.Quotations[q];
            if (quotation.Parent >= 0)
            {
                continue;
            }

            var span = article.SpanOf(quotation.Tokens);
            var block = article.SentenceBlocks[article.SentenceAt(quotation.Tokens.Start)];
            while (next < contents.Length && contents[next].Content[0].Start <= span.Start)
            {
                window.Add(contents[next++]);
            }

            window.RemoveAll(f => f.Content[^1].End <= span.Start);
            var held = window.Where(f => Hull(f.Content).Contains(span)).MinBy(f => Hull(f.Content).Length);
            if (held is not null)
            {
                last = held.Source.IsDefaultOrEmpty ? null : new Speaker(held.Source, block);
            }
            else if (SpeakerOf(quotation) is { } speaker && Said(article, quotation))
            {
                var rule = quotation.Continues >= 0 ? Rule.HandedOn : speaker.Block == block ? Rule.SameParagraph : Rule.ParagraphBefore;
                all.Add(rule.Find(speaker.Source, [], [span]));
                last = speaker with { Block = block };
            }

            speakers[q] = held is null && !Said(article, quotation) ? null : last;

            Speaker? SpeakerOf(Quotation one) => one.Continues >= 0 ? speakers[one.Continues]
                : last is { } before && block - before.Block is 0 or 1 ? before
                : null;
        }
    }

    private readonly record struct Speaker(ImmutableArray<TextSpan> Source, int Block);

    private static bool Said(ParsedArticle article, Quotation quotation)
    {
        var kind = article.Article.Blocks[article.SentenceBlocks[article.SentenceAt(quotation.Tokens.Start)]].Kind;
        if (kind is BlockKind.Boilerplate or BlockKind.Byline or BlockKind.Heading or BlockKind.Turn)
        {
            return false;
        }

        var first = article.Sentences[article.SentenceAt(quotation.Tokens.Start)];
        var last = article.Sentences[article.SentenceAt(quotation.Tokens.End - 1)];
        return quotation.Continues >= 0 || (quotation.IsSpeech && quotation.Tokens.Start == first.Start && quotation.Tokens.End >= last.End);
    }

    private static TextSpan Hull(ImmutableArray<TextSpan> spans) => spans[0].Cover(spans[^1]);
}
