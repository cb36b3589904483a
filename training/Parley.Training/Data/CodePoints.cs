namespace Parley.Training.Data;

/// <summary>Offsets in code points, as the corpora count them.</summary>
internal static class CodePoints
{
    /// <summary>For each code point of a text the UTF-16 unit where it starts, and the end of the text.</summary>
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
