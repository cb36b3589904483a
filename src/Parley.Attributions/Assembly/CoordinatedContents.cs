using Parley.Language;

namespace Parley.Attributions;

/// <summary>
/// Takes coordinated clauses of one cue apart: "said that A, that B and that C" attributes three contents. Only clauses that begin
/// with "that" are taken apart; a bare "and" leaves open what it joins.
/// </summary>
internal static class CoordinatedContents
{
    private const int LeastTokens = 3;

    /// <summary>The attribution, or one for each clause.</summary>
    public static IEnumerable<FoundAttribution> Split(ParsedArticle article, QuotationStructure quotations, FoundAttribution found)
    {
        if (found.Content.Length != 1)
        {
            return [found];
        }

        var tokens = article.Tokens.Within(found.Content[0]);
        var borders = Borders(article, quotations, tokens);
        if (borders.Count == 0)
        {
            return [found];
        }

        var parts = new List<FoundAttribution>();
        var start = tokens.Start;
        foreach (var border in borders.Append(tokens.End))
        {
            var end = border;
            while (end > start && border < tokens.End && article.Word(end - 1) is "," or "and" or "or" or "but")
            {
                end--;
            }

            if (end - start < LeastTokens)
            {
                return [found];
            }

            parts.Add(found with { Content = [article.SpanOf(new TokenRange(start, end))] });
            start = border;
        }

        return parts;
    }

    /// <summary>Where further clauses begin, at their "that".</summary>
    private static List<int> Borders(ParsedArticle article, QuotationStructure quotations, TokenRange tokens)
    {
        var borders = new List<int>();
        var opens = !tokens.IsEmpty && (article.Word(tokens.Start) is "that" || (tokens.Start > 0 && article.Word(tokens.Start - 1) is "that"));
        var depth = 0;
        for (var i = tokens.Start; i < tokens.End; i++)
        {
            var word = article.Word(i);
            depth += word is "(" or "[" ? 1 : word is ")" or "]" ? -1 : 0;
            if (word is "that" && depth == 0 && i > tokens.Start && quotations.At(i) == quotations.At(tokens.Start))
            {
                var before = article.Word(i - 1);
                if ((opens && before is ",") || before is "and" or "but" or "or")
                {
                    borders.Add(i);
                }
            }
        }

        return borders;
    }
}
