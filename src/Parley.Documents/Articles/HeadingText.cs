namespace Parley.Documents.Articles;

/// <summary>Tells a headline from a short paragraph by its shape.</summary>
internal static class HeadingText
{
    /// <summary>True for a line that may be an article's headline: short, no sentence of running text.</summary>
    public static bool MayHead(ReadOnlySpan<char> line)
    {
        if (line.Length is < 2 or > 250 || line.Contains('\n') || !HasLetter(line) || ListMarker.TryRead(line, out var marker) && marker.Kind != MarkerKind.Number)
        {
            return false;
        }

        if (line[^1] is ':' or ';' or ',' or '。' or '-' or '–' or '—' || (ParagraphScanner.EndsSentence(line) && (EndsInFullStop(line) || line[^1] == ')')))
        {
            return false;
        }

        return !char.IsLower(line[0]) && (line[0] is not ('(' or '[' or '—' or '–')) && !line.StartsWith("http", StringComparison.OrdinalIgnoreCase) && Words(line) <= 35;
    }

    /// <summary>True for a line that is a heading even without a byline under it.</summary>
    public static bool IsSubheading(ReadOnlySpan<char> line)
    {
        if (!MayHead(line) || line.Length > 130 || Words(line) > 16 || Marks.IsOpening(line[0]))
        {
            return false;
        }

        // A question or an exclamation in running text is a sentence; as a heading it has capitals.
        return char.IsLetterOrDigit(line[^1]) || line[^1] is ')' ? true : IsTitleCase(line);
    }

    /// <summary>True if most longer words begin with a capital (scripts without case never do).</summary>
    public static bool IsTitleCase(ReadOnlySpan<char> line)
    {
        int longWords = 0, capitals = 0;
        foreach (var range in line.SplitAny(" \u00A0-–—"))
        {
            var word = line[range].TrimStart("“\"'‘«(");
            if (word.Length >= 4)
            {
                longWords++;
                capitals += char.IsUpper(word[0]) || char.IsDigit(word[0]) ? 1 : 0;
            }
        }

        return longWords >= 2 && capitals >= longWords * 0.75;
    }

    /// <summary>Number of words.</summary>
    public static int Words(ReadOnlySpan<char> line)
    {
        var count = 0;
        foreach (var range in line.SplitAny(" \u00A0\t"))
        {
            count += line[range].IsEmpty ? 0 : 1;
        }

        return count;
    }

    /// <summary>The "X" of a heading "X: Title"; empty if it has none.</summary>
    public static ReadOnlySpan<char> Prefix(ReadOnlySpan<char> line)
    {
        var colon = line.IndexOf(": ");
        return colon is > 1 and <= 80 && OrganisationNames.IsName(line[..colon], 9) ? line[..colon] : [];
    }

    /// <summary>Same words, ignoring case, white space around and a closing full stop.</summary>
    public static bool Same(ReadOnlySpan<char> a, ReadOnlySpan<char> b) =>
        Plain(a).Equals(Plain(b), StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> Plain(ReadOnlySpan<char> words) => words.Trim(" \u00A0.*_#");

    private static bool EndsInFullStop(ReadOnlySpan<char> line)
    {
        var end = line.Length - 1;
        while (end > 0 && (Marks.IsClosing(line[end]) || line[end] is ')' or ']'))
        {
            end--;
        }

        // "... in U.S." and "... by U.N." are abbreviations.
        return line[end] == '.' && !(end >= 3 && char.IsUpper(line[end - 1]) && line[end - 2] is '.' or ' ');
    }

    private static bool HasLetter(ReadOnlySpan<char> line)
    {
        foreach (var c in line)
        {
            if (char.IsLetter(c))
            {
                return true;
            }
        }

        return false;
    }
}
