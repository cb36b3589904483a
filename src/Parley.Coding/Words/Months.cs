namespace Parley.Coding.Words;

/// <summary>Names of months and their usual short forms.</summary>
internal static class Months
{
    private static readonly string[] s_names =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    /// <summary>1 to 12, or null.</summary>
    public static int? Of(ReadOnlySpan<char> word)
    {
        for (var i = 0; i < s_names.Length; i++)
        {
            if (word.Equals(s_names[i], StringComparison.OrdinalIgnoreCase) ||
                (word.Length >= 3 && i != 4 && word.Length <= 4 && s_names[i].AsSpan().StartsWith(word, StringComparison.OrdinalIgnoreCase)))
            {
                return i + 1;
            }
        }

        return null;
    }
}
