using Parley.Records;

namespace Parley.Resolution.Time;

/// <summary>A time expression with its TIMEX3 value (TimeML 1.2.1).</summary>
/// <param name="Span">The words.</param>
/// <param name="Type">What sort of time it is.</param>
/// <param name="Value">TIMEX3 value, e.g. 2024-01-26, 2024-Q1, P3D, PRESENT_REF.</param>
/// <param name="Mod">TIMEX3 modifier, e.g. APPROX, START, or null.</param>
public readonly record struct Timex(TextSpan Span, TimexType Type, string Value, string? Mod = null);

/// <summary>Types of TIMEX3.</summary>
public enum TimexType
{
    /// <summary>A point on the calendar of a day or more.</summary>
    Date,

    /// <summary>A point within a day.</summary>
    Time,

    /// <summary>A length of time.</summary>
    Duration,

    /// <summary>Something that recurs.</summary>
    Set,
}
