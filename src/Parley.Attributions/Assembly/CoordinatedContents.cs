using Parley.Language;

namespace Parley.Attributions;

/// <summary>
/// Takes apart what one cue attributes: "said that A, that B and that C" has three contents, “A,” he said. “B.” has two. Only clauses
/// that begin with "that", and infinitives of purpose, are taken apart; a bare "and" leaves open what it joins.
/// </summary>
internal static class CoordinatedContents
{
    private const int LeastTokens = 3;

    /// <summary>The attribution, or one for each clause.</summary>
    public static IEnumerable<FoundAttribution> Split(ParsedArticle article, QuotationStructure quotations, FoundAttribution found)
    {
        if (found.Content.Length != 1)
        {
            return AtFullStops(article, quotations, found);
        }

        var tokens = article.Tokens.Within(found.Content[0]);
        if (SecondPurpose(article, quotations, found, tokens) is > 0 and var second)
        {
            return AtSecondPurpose(article, found, tokens, second);
        }

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

    /// <summary>“A,” he said. “B.”: what stands behind the attribution's full stop is said anew, without a cue.</summary>
    private static List<FoundAttribution> AtFullStops(ParsedArticle article, QuotationStructure quotations, FoundAttribution found)
    {
        var parts = new List<FoundAttribution>();
        var from = 0;
        for (var p = 1; p < found.Content.Length; p++)
        {
            var start = article.Tokens.Within(found.Content[p]).Start;
            if (start > 0 && quotations.At(start) >= 0 && quotations.At(start - 1) < 0 && article.Word(start - 1) is ".")
            {
                parts.Add(found with { Cue = from == 0 ? found.Cue : [], Content = found.Content[from..p] });
                from = p;
            }
        }

        parts.Add(found with { Cue = from == 0 ? found.Cue : [], Content = found.Content[from..] });
        return parts;
    }

    /// <summary>"Speaks out to argue that A and to frame B": where the second infinitive begins; -1 if there is none.</summary>
    private static int SecondPurpose(ParsedArticle article, QuotationStructure quotations, FoundAttribution found, TokenRange tokens)
    {
        if (found.Cue.IsDefaultOrEmpty || tokens.IsEmpty || quotations.At(tokens.Start) >= 0 || article.Word(tokens.Start) is "to")
        {
            return -1;
        }

        var head = article.Tokens.Within(found.Cue[^1]).End - 1;
        if (head < 1 || article.Word(head - 1) is not "to")
        {
            return -1;
        }

        for (var i = tokens.Start + LeastTokens; i + LeastTokens < tokens.End; i++)
        {
            if (article.Word(i) is "and" && article.Word(i + 1) is "to" && char.IsLower(article.Word(i + 2)[0]) && quotations.At(i) < 0)
            {
                return i;
            }
        }

        return -1;
    }

    private static List<FoundAttribution> AtSecondPurpose(ParsedArticle article, FoundAttribution found, TokenRange tokens, int second)
    {
        List<FoundAttribution> parts = [found with { Content = [article.SpanOf(new TokenRange(tokens.Start, second))] }];
        if (CueTable.MayAttribute(article.Word(second + 2)))
        {
            parts.Add(found with { Cue = [article.Tokens[second + 2]], Content = [article.SpanOf(new TokenRange(second + 3, tokens.End))] });
        }

        return parts;
    }

    /// <summary>Where further clauses begin, at their "that".</summary>
    private static List<int> Borders(ParsedArticle article, QuotationStructure quotations, TokenRange tokens)
    {
        var borders = new List<int>();
        var opens = !tokens.IsEmpty && (article.Word(tokens.Start) is "that" || (tokens.Start > 0 && article.Word(tokens.Start - 1) is "that"));
        // Quoted words, and clauses of other words in the content ("provided that A and that B"), are not the cue's own.
        if (!opens && !tokens.IsEmpty && quotations.At(tokens.Start) >= 0)
        {
            return borders;
        }

        var depth = 0;
        for (var i = tokens.Start; i < tokens.End; i++)
        {
            var word = article.Word(i);
            depth += word is "(" or "[" ? 1 : word is ")" or "]" ? -1 : 0;
            if (word is "that" && depth == 0 && i > tokens.Start && quotations.At(i) == quotations.At(tokens.Start))
            {
                var before = article.Word(i - 1);
                if (!opens && before is not ("," or "and" or "but" or "or"))
                {
                    return borders;
                }

                if ((opens && before is ",") || before is "and" or "but" or "or")
                {
                    borders.Add(i);
                }
            }
        }

        return borders;
    }
}
