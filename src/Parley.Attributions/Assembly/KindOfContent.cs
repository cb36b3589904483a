using Parley.Language;
using Parley.Records;

namespace Parley.Attributions;

/// <summary>Tells how a content is quoted, from its span, the quotations and the form of its paragraph.</summary>
internal static class KindOfContent
{
    /// <summary>The kind of one attribution.</summary>
    public static AttributionKind Of(ParsedArticle article, QuotationStructure quotations, FoundAttribution found, bool isOutermost)
    {
        var content = found.Content[0].Cover(found.Content[^1]);
        var tokens = article.Tokens.Within(content);
        var block = article.Article.Blocks[article.SentenceBlocks[article.SentenceAt(tokens.Start)]];
        if (isOutermost && block.Kind == BlockKind.Turn && found.Cue.IsDefaultOrEmpty)
        {
            return AttributionKind.Turn;
        }

        if (isOutermost && block.Kind == BlockKind.Dash)
        {
            return AttributionKind.Dash;
        }

        if (block.Kind == BlockKind.BlockQuotation && content.Start <= block.Body.Start && content.End >= block.Body.End - 1)
        {
            return AttributionKind.Block;
        }

        return FromMarks(article, quotations, found, tokens);
    }

    // Direct: it begins and ends with marks, and nothing but its own attribution stands outside them.
    private static AttributionKind FromMarks(ParsedArticle article, QuotationStructure quotations, FoundAttribution found, TokenRange tokens)
    {
        var holds = false;
        var outside = false;
        for (var i = tokens.Start; i < tokens.End; i++)
        {
            var q = QuotationWithin(quotations, i, tokens);
            if (q >= 0)
            {
                holds = true;
                i = quotations.Quotations[q].Tokens.End - 1;
            }
            else if (!IsOwnAttribution(article, found, i))
            {
                outside |= char.IsLetterOrDigit(article.Word(i)[0]);
            }
        }

        return !holds ? AttributionKind.Indirect : outside ? AttributionKind.Mixed : AttributionKind.Direct;
    }

    // The quotation that begins at the token and lies wholly in the content; an unclosed or handed-on one has no second mark.
    private static int QuotationWithin(QuotationStructure quotations, int token, TokenRange content)
    {
        for (var q = quotations.At(token); q >= 0; q = quotations.Quotations[q].Parent)
        {
            var range = quotations.Quotations[q].Tokens;
            if (range.Start == token && range.End <= content.End)
            {
                return q;
            }
        }

        return -1;
    }

    private static bool IsOwnAttribution(ParsedArticle article, FoundAttribution found, int token)
    {
        var span = article.Tokens[token];
        if (found.Cue.IsDefaultOrEmpty)
        {
            return false;
        }

        var own = found.Cue[0].Cover(found.Cue[^1]);
        own = found.Source.IsDefaultOrEmpty ? own : own.Cover(found.Source[0]).Cover(found.Source[^1]);
        return own.Contains(span);
    }
}
