using System.Text.Json.Serialization;

namespace Parley.Records;

/// <summary>A run of UTF-16 units in an article's text, half-open: [Start, End).</summary>
public readonly record struct TextSpan : IComparable<TextSpan>
{
    /// <summary>Makes a span of <paramref name="length"/> UTF-16 units beginning at <paramref name="start"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Either number is negative.</exception>
    [JsonConstructor] // without it a struct like this is read back as zeros, silently
    public TextSpan(int start, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        (Start, Length) = (start, length);
    }

    /// <summary>Offset of the first unit.</summary>
    public int Start { get; }

    /// <summary>Number of units.</summary>
    public int Length { get; }

    /// <summary>Offset just past the last unit.</summary>
    [JsonIgnore] public int End => Start + Length;

    /// <summary>True for a span without units.</summary>
    [JsonIgnore] public bool IsEmpty => Length == 0;

    /// <summary>The span from <paramref name="start"/> up to, not including, <paramref name="end"/>.</summary>
    public static TextSpan FromBounds(int start, int end) => new(start, end - start);

    /// <summary>The words of this span in <paramref name="text"/>.</summary>
    public ReadOnlySpan<char> In(ReadOnlySpan<char> text) => text.Slice(Start, Length);

    /// <summary>True when <paramref name="other"/> lies wholly inside this span.</summary>
    public bool Contains(TextSpan other) => other.Start >= Start && other.End <= End;

    /// <summary>True when the unit at <paramref name="offset"/> belongs to this span.</summary>
    public bool Contains(int offset) => offset >= Start && offset < End;

    /// <summary>True when the two spans share at least one unit.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>The smallest span that holds both.</summary>
    public TextSpan Cover(TextSpan other) => FromBounds(Math.Min(Start, other.Start), Math.Max(End, other.End));

    /// <summary>The same run counted from <paramref name="offset"/> units later.</summary>
    public TextSpan Shift(int offset) => new(Start + offset, Length);

    /// <summary>Orders by start, then the longer first, so that outer spans come before those they hold.</summary>
    public int CompareTo(TextSpan other) => Start != other.Start ? Start.CompareTo(other.Start) : other.Length.CompareTo(Length);

    /// <inheritdoc cref="CompareTo"/>
    public static bool operator <(TextSpan left, TextSpan right) => left.CompareTo(right) < 0;

    /// <inheritdoc cref="CompareTo"/>
    public static bool operator >(TextSpan left, TextSpan right) => left.CompareTo(right) > 0;

    /// <inheritdoc cref="CompareTo"/>
    public static bool operator <=(TextSpan left, TextSpan right) => left.CompareTo(right) <= 0;

    /// <inheritdoc cref="CompareTo"/>
    public static bool operator >=(TextSpan left, TextSpan right) => left.CompareTo(right) >= 0;

    /// <summary>Shown as [start, end).</summary>
    public override string ToString() => $"[{Start}, {End})";
}
