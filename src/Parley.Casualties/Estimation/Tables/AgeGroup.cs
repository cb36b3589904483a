using System.Globalization;

namespace Parley.Casualties.Estimation.Tables;

/// <summary>An age group as tables write it: <c>20-24</c>, <c>85+</c> or <c>30</c>, in completed years.</summary>
/// <param name="From">The youngest age.</param>
/// <param name="To">The oldest age; null when the group is open.</param>
internal readonly record struct AgeGroup(int From, int? To)
{
    private const int Oldest = 120;

    /// <summary>Whether both ends lie within two ages.</summary>
    public bool IsWithin(int from, int to) => From >= from && To <= to;

    /// <summary>Whether some age belongs to both.</summary>
    public bool Overlaps(AgeGroup other) => From <= (other.To ?? int.MaxValue) && other.From <= (To ?? int.MaxValue);

    /// <summary>Reads the group in a cell; null for words such as <c>all</c>.</summary>
    /// <exception cref="EstimateInputException">It holds digits, but they are no ages that people reach.</exception>
    public static AgeGroup? Read(CountRow row, string column)
    {
        var text = row.Text(column);
        if (!text.Any(char.IsAsciiDigit))
        {
            return null;
        }

        var ends = text.EndsWith('+') ? [text[..^1], ""] : text.Split(['-', '–']);
        var isOpen = text.EndsWith('+');
        if (ends.Length > 2 || !Whole(ends[0], out var from) || (!isOpen && !Whole(ends[^1], out _)))
        {
            throw row.At(column, $"'{text}' is no age group; write it as 20-24, 85+ or 30");
        }

        int? to = isOpen ? null : int.Parse(ends[^1], NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture);
        return from <= (to ?? from) && (to ?? from) <= Oldest
            ? new AgeGroup(from, to)
            : throw row.At(column, from > to ? $"'{text}' ends before it begins" : $"nobody is as old as '{text}'");
    }

    private static bool Whole(string text, out int age) =>
        int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out age);
}
