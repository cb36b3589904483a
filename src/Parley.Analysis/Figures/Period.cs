using Parley.Records;

namespace Parley.Analysis;

/// <summary>The days that a figure describes.</summary>
internal static class Period
{
    /// <summary>True when both give the same days, or neither gives any.</summary>
    public static bool Agree(string? a, string? b) =>
        string.Equals(a, b, StringComparison.Ordinal) || (TryRead(a, out var first) && TryRead(b, out var second) && first == second);

    /// <summary>Reads a date or a range start/end.</summary>
    public static bool TryRead(string? text, out DateRange days)
    {
        days = default;
        if (text is null)
        {
            return false;
        }

        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var (from, to) = slash < 0 ? (text, text) : (text[..slash], text[(slash + 1)..]);
        if (!PartialDate.TryParse(from, out var start) || !PartialDate.TryParse(to, out var end) || end.Last < start.First)
        {
            return false;
        }

        days = new DateRange(start.First, end.Last);
        return true;
    }
}
