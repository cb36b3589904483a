namespace Parley.Documents.Gathering;

/// <summary>
/// Signs that a text is Markdown. Any plain text can be read as Markdown and the other way round, so here the file name is heard
/// too: a .txt is plain text whatever stands in it, a .md needs one sign, other names need several.
/// </summary>
internal static class MarkdownSigns
{
    internal static bool Suffice(string text, string name)
    {
        if (name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var says = name.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".markdown", StringComparison.OrdinalIgnoreCase);
        var needed = says ? 1 : 4;
        var found = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            found += Signs(line, says);
            if (found >= needed)
            {
                return true;
            }
        }

        return false;
    }

    private static int Signs(ReadOnlySpan<char> line, bool says)
    {
        var hashes = line.IndexOfAnyExcept('#');
        var heading = hashes is > 0 and <= 6 && line[hashes] == ' ' ? 2 : 0;
        var link = line.IndexOf("](") is > 0 and var at && line[..at].Contains('[') && line[at..].Contains(')') ? 2 : 0;
        var fence = line.StartsWith("```") || line.StartsWith("~~~") ? 2 : 0;
        var bold = line.IndexOf("**") is >= 0 and var star && line[(star + 2)..].IndexOf("**") > 0 ? 1 : 0;
        var weak = says && (line.StartsWith("> ") || line.StartsWith("* ") || line.StartsWith("- ") || line.StartsWith("1. ") || line.StartsWith("===") || line.StartsWith("---")) ? 1 : 0;
        return heading + link + fence + bold + weak;
    }
}
