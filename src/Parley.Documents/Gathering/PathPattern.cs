namespace Parley.Documents.Gathering;

/// <summary>
/// A pattern of paths: <c>*</c> any characters within a name, <c>?</c> one, <c>**</c> any number of folders. Matched without
/// backtracking beyond the last star, in time proportional to pattern times name.
/// </summary>
internal static class PathPattern
{
    internal static bool Is(string input) => input.AsSpan().IndexOfAny('*', '?') >= 0;

    /// <summary>The folder in which to begin (everything before the first name with a wildcard) and the names that follow it.</summary>
    internal static (string Folder, string[] Names) Split(string pattern)
    {
        var parts = pattern.Replace('\\', Path.DirectorySeparatorChar).Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        var first = Array.FindIndex(parts, Is);
        var folder = string.Join(Path.DirectorySeparatorChar, parts[..first]);
        return (folder.Length > 0 ? folder : first > 0 ? Path.DirectorySeparatorChar.ToString() : ".", parts[first..]);
    }

    /// <summary>True if one name matches a pattern without folders.</summary>
    internal static bool Matches(ReadOnlySpan<char> name, ReadOnlySpan<char> pattern)
    {
        int at = 0, p = 0, star = -1, resume = 0;
        while (at < name.Length)
        {
            if (p < pattern.Length && (pattern[p] == '?' || pattern[p] == name[at]) && pattern[p] != '*')
            {
                at++;
                p++;
            }
            else if (p < pattern.Length && pattern[p] == '*')
            {
                (star, resume) = (p++, at);
            }
            else if (star >= 0)
            {
                p = star + 1;
                at = ++resume;
            }
            else
            {
                return false;
            }
        }

        return pattern[p..].IndexOfAnyExcept('*') < 0;
    }
}
