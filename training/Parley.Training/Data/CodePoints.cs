namespace Parley.Training.Data;

/// <summary>Code points, which the corpora count, and UTF-16 units, which the program counts.</summary>
internal static class CodePoints
{
    /// <summary>For each code point the unit where it starts, then the length of the text.</summary>
    public static int[] Units(string text)
    {
        var units = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1)
        {
            units.Add(i);
        }

        units.Add(text.Length);
        return [.. units];
    }
}
