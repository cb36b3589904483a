namespace Parley.Exchange;

/// <summary>
/// Turns offsets in UTF-16 units into offsets in Unicode code points. Built in one vectorised pass; a text without characters outside
/// the Basic Multilingual Plane, which is nearly every text, needs no table at all.
/// </summary>
internal sealed class CodePointMap
{
    /// <summary>For each surrogate pair in text order, the offset of its second unit.</summary>
    private readonly int[] _secondUnits;

    private CodePointMap(int[] secondUnits, int length) => (_secondUnits, Length) = (secondUnits, length);

    /// <summary>Code points in the whole text. A lone surrogate counts as one.</summary>
    public int Length { get; }

    public static CodePointMap Of(ReadOnlySpan<char> text)
    {
        List<int>? secondUnits = null;
        var offset = 0;
        while (text[offset..].IndexOfAnyInRange('\uD800', '\uDBFF') is var next and >= 0)
        {
            offset += next + 1;
            if (offset < text.Length && char.IsLowSurrogate(text[offset]))
            {
                (secondUnits ??= []).Add(offset++);
            }
        }

        return new CodePointMap(secondUnits?.ToArray() ?? [], text.Length - (secondUnits?.Count ?? 0));
    }

    /// <summary>How many code points stand before a unit; a unit in the middle of a pair counts as the pair's end.</summary>
    public int ToCodePoints(int unit)
    {
        if (_secondUnits.Length == 0)
        {
            return unit;
        }

        var index = Array.BinarySearch(_secondUnits, unit);
        return unit - (index < 0 ? ~index : index);
    }
}
