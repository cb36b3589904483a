using System.Text;

namespace Parley.Assessments;

/// <summary>The cited words in the form in which a sentence quotes them.</summary>
internal static class QuotedWords
{
    private const string OuterMarks = "“”\"«»„‟‘’' ,;";

    /// <summary>The cited words on one line, without the article's own marks around the whole.</summary>
    public static string Of(Citation citation)
    {
        var words = OneLine(citation.Words);
        var trimmed = words.AsSpan().Trim(OuterMarks);
        // A mark at one end only may belong to a word (Russians') or to an inner quotation.
        return trimmed.Length == 0 ? words
            : trimmed.IndexOfAny("“”«»\"") < 0 ? trimmed.ToString()
            : words.Trim(' ', ',', ';');
    }

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
