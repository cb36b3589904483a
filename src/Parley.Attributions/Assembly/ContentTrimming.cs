using System.Collections.Immutable;
using Parley.Language;
using Parley.Records;

namespace Parley.Attributions;

/// <summary>Brings contents to the convention: quotation marks belong to them; a leading "that", a dateline, a full stop outside the marks and footnote marks don't.</summary>
internal static class ContentTrimming
{
    /// <summary>The trimmed pieces; empty if nothing is left.</summary>
    public static ImmutableArray<TextSpan> Trim(ParsedArticle article, QuotationStructure quotations, ImmutableArray<TextSpan> content)
    {
        var pieces = ImmutableArray.CreateBuilder<TextSpan>(content.Length);
        for (var p = 0; p < content.Length; p++)
        {
            var tokens = article.Tokens.Within(content[p]);
            int start = AfterDateline(article, tokens), end = ForeignWords.StartIn(article, quotations, tokens);
            var keepsStop = IsWholeForm(article, content[p]);
            while (end > start && IsOutside(article, quotations, end - 1, keepsStop))
            {
                end--;
            }

            // "Denied that.": the word is all there is.
            while (start < end && IsLeading(article, quotations, start, p == 0 && end - start > 1))
            {
                start++;
            }

            if (start < end)
            {
                pieces.Add(article.SpanOf(new TokenRange(start, end)));
            }
        }

        return pieces.ToImmutable();
    }

    /// <summary>The first token of a content, or the first after the dateline that it begins in.</summary>
    private static int AfterDateline(ParsedArticle article, TokenRange content)
    {
        if (content.IsEmpty)
        {
            return content.Start;
        }

        var sentence = article.SentenceAt(content.Start);
        var start = article.Sentences[sentence].Start;
        var opensBlock = sentence == 0 || article.SentenceBlocks[sentence - 1] != article.SentenceBlocks[sentence];
        return opensBlock ? Math.Max(content.Start, start + Dateline.Length(article.Article.Text, article.Tokens, new TokenRange(start, content.End))) : content.Start;
    }

    private static bool IsOutside(ParsedArticle article, QuotationStructure quotations, int i, bool keepsStop)
    {
        var word = article.Word(i);
        if (word is ['[', _, .., ']'] && char.IsAsciiDigit(word[1]))
        {
            return true;
        }

        return word is "," or ";" or ":" or "—" or "–" or "--" or "." && quotations.At(i) < 0 && !(keepsStop && word is ".");
    }

    // What a form gives as a whole keeps its full stop: a turn, an item, a block quotation, the last words of a dialogue's line.
    private static bool IsWholeForm(ParsedArticle article, TextSpan content)
    {
        var tokens = article.Tokens.Within(content);
        if (tokens.IsEmpty)
        {
            return false;
        }

        var block = article.Article.Blocks[article.SentenceBlocks[article.SentenceAt(tokens.Start)]];
        return content.End >= block.Body.End && (block.Kind == BlockKind.Dash
            || (block.Kind is BlockKind.Turn or BlockKind.ListItem or BlockKind.BlockQuotation && content.Start <= block.Body.Start));
    }

    private static bool IsLeading(ParsedArticle article, QuotationStructure quotations, int i, bool first)
    {
        var word = article.Word(i);
        return word is "," or ":" or ";" || (first && word is "that" && quotations.At(i) < 0);
    }
}
