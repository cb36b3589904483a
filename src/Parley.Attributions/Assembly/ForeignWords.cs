using Parley.Language;
using Parley.Records;

namespace Parley.Attributions;

/// <summary>
/// Finds in a content without quotation marks the words that are no longer the source's: the next sentence, what the author holds against
/// it (", but it is unclear …"), what the source does meanwhile ("while praising …").
/// </summary>
internal static class ForeignWords
{
    private const int LeastTokens = 2;

    /// <summary>The first foreign token of a content, or the content's end.</summary>
    public static int StartIn(ParsedArticle article, QuotationStructure quotations, TokenRange content)
    {
        if (content.IsEmpty || quotations.At(content.Start) >= 0)
        {
            return content.End;
        }

        var end = EndOfSentence(article, quotations, content);
        for (var i = content.Start + LeastTokens; i + 2 < end; i++)
        {
            if (quotations.At(i) < 0 && (IsDoubt(article, i) || IsMeanwhile(article, i, end)))
            {
                return i;
            }
        }

        return end;
    }

    private static int EndOfSentence(ParsedArticle article, QuotationStructure quotations, TokenRange content)
    {
        var sentence = article.SentenceAt(content.Start);
        var end = article.Sentences[sentence].End;
        var block = article.Article.Blocks[article.SentenceBlocks[sentence]];
        return end >= content.End || content.Start <= article.Sentences[sentence].Start || quotations.At(end) >= 0 || block.Kind is not BlockKind.Paragraph ? content.End : end;
    }

    // ", but it is unclear", ", but it remains to be seen"
    private static bool IsDoubt(ParsedArticle article, int i) =>
        article.Word(i) is "," && article.Word(i + 1) is "but" && article.Word(i + 2) is "it" && i + 3 < article.Tokens.Count
        && article.Word(i + 3) is "is" or "was" or "remains" or "remained" or "’s" or "'s";

    // "while also praising"
    private static bool IsMeanwhile(ParsedArticle article, int i, int end)
    {
        if (article.Word(i) is not "while")
        {
            return false;
        }

        var next = i + 1;
        while (next < end && article.Word(next) is "also" or "simultaneously" or "at" or "the" or "same" or "time" || (next < end && article.Word(next).EndsWith("ly")))
        {
            next++;
        }

        return next < end && article.Word(next).EndsWith("ing") && CueTable.MayAttribute(article.Word(next));
    }
}
