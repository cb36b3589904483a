using System.Collections.Immutable;
using Parley.Language;
using Parley.Records;

namespace Parley.Attributions;

/// <summary>Brings contents to the convention: quotation marks belong to them; a leading "that", a full stop outside the marks and footnote marks don't.</summary>
internal static class ContentTrimming
{
    /// <summary>The trimmed pieces; empty if nothing is left.</summary>
    public static ImmutableArray<TextSpan> Trim(ParsedArticle article, QuotationStructure quotations, ImmutableArray<TextSpan> content)
    {
        var pieces = ImmutableArray.CreateBuilder<TextSpan>(content.Length);
        for (var p = 0; p < content.Length; p++)
        {
            var tokens = article.Tokens.Within(content[p]);
            int start = tokens.Start, end = tokens.End;
            while (end > start && IsOutside(article, quotations, end - 1, start))
            {
                end--;
            }

            while (start < end && IsLeading(article, quotations, start, p == 0))
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

    private static bool IsOutside(ParsedArticle article, QuotationStructure quotations, int i, int start)
    {
        var word = article.Word(i);
        if (word is ['[', _, .., ']'] && char.IsAsciiDigit(word[1]))
        {
            return true;
        }

        // Full stops end a sentence inside the content when more than one sentence is said.
        return word is "." or "," or ";" or ":" or "—" or "–" or "--" && quotations.At(i) < 0 && (word is not "." || !HoldsSentenceEnd(article, start, i));
    }

    private static bool HoldsSentenceEnd(ParsedArticle article, int start, int last) => article.SentenceAt(start) != article.SentenceAt(last) || article.Sentences[article.SentenceAt(start)].Start == start;

    private static bool IsLeading(ParsedArticle article, QuotationStructure quotations, int i, bool first)
    {
        var word = article.Word(i);
        return word is "," or ":" or ";" || (first && word is "that" && quotations.At(i) < 0);
    }
}
