using System.Text;

namespace Parley.Assessments;

/// <summary>The cited words in the form in which a sentence quotes them.</summary>
internal static class QuotedWords
{
    private const string OuterMarks = "“”\"«»„‟‘’' ,;";
    private const int LongestGap = 80;

    /// <summary>
    /// The cited words on one line, without the article's own marks around the whole. What stands in pieces is told with the words between them,
    /// which may turn its sense ("the freeze does not appear to …"); the source's own words, and pieces far apart, with an ellipsis.
    /// </summary>
    public static string Of(Citation citation, bool own)
    {
        var words = OneLine(own || !IsTogether(citation) ? InPieces(citation) : citation.Article.Text[citation.Spans[0].Start..citation.Spans[^1].End]);
        var trimmed = words.AsSpan().Trim(OuterMarks);
        // A mark at one end only may belong to a word (Russians') or to an inner quotation.
        return trimmed.Length == 0 ? words
            : trimmed.IndexOfAny("“”«»\"") < 0 ? trimmed.ToString()
            : words.Trim(' ', ',', ';');
    }

    /// <summary>True if little stands between the pieces, and no end of a line.</summary>
    private static bool IsTogether(Citation citation) =>
        Gaps(citation).All(g => g.Length <= LongestGap && !g.Contains('\n', StringComparison.Ordinal));

    private static string InPieces(Citation citation)
    {
        var (text, spans) = (citation.Article.Text, citation.Spans);
        var words = new StringBuilder(spans[0].In(text).Trim(spans.Length > 1 ? OuterMarks : " ").ToString());
        foreach (var (gap, span) in Gaps(citation).Zip(spans.Skip(1)))
        {
            words.Append(gap.Any(char.IsLetter) ? " … " : " ").Append(span.In(text).Trim(OuterMarks));
        }

        return words.ToString();
    }

    private static IEnumerable<string> Gaps(Citation citation) =>
        citation.Spans.Zip(citation.Spans.Skip(1)).Select(p => citation.Article.Text[p.First.End..Math.Max(p.First.End, p.Second.Start)]);

    /// <summary>At most <paramref name="maxLength"/> units, cut at a word's end.</summary>
    public static string Shorten(string words, int maxLength)
    {
        if (words.Length <= maxLength)
        {
            return words;
        }

        var cut = words.LastIndexOf(' ', maxLength - 1);
        cut = cut < maxLength / 2 ? maxLength - 1 : cut;
        cut -= char.IsHighSurrogate(words[cut - 1]) ? 1 : 0;
        return words[..cut].TrimEnd(' ', ',', ';', ':') + "…";
    }

    /// <summary>Runs of white space become one space.</summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        var space = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                space = line.Length > 0;
                continue;
            }

            if (space)
            {
                line.Append(' ');
                space = false;
            }

            line.Append(c);
        }

        return line.ToString();
    }
}
