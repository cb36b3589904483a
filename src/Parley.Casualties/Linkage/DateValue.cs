using System.Globalization;
using Parley.Records;

namespace Parley.Casualties.Linkage;

/// <summary>A date as a record gives it: the days that it covers, or its bare text if that is no date.</summary>
/// <param name="Text">As written, trimmed.</param>
/// <param name="First">First day covered, as a day number; 0 if the text is no date.</param>
/// <param name="Last">Last day covered.</param>
internal readonly record struct DateValue(string Text, int First, int Last)
{
    /// <summary>Whether the text is a date.</summary>
    public bool IsDate => Last > 0;

    /// <summary>Whether the date is known to the day.</summary>
    public bool IsDay => IsDate && First == Last;

    /// <summary>A date from its calendar form.</summary>
    public static DateValue From(PartialDate date) => new(date.ToString(), date.First.DayNumber, date.Last.DayNumber);

    /// <summary>
    /// Reads 2024-01-26, 2024-01, 2024, 20240126, 26.01.2024, 26/01/2024, 01.2024 and 2024/01/26; a time of day after it is ignored.
    /// </summary>
    public static DateValue Read(string text)
    {
        var trimmed = text.AsSpan().Trim();
        if (trimmed.Length > 10 && trimmed[10] is 'T' or ' ')
        {
            trimmed = trimmed[..10];
        }

        return TryRead(trimmed, out var date) ? From(date) with { Text = trimmed.ToString() } : new DateValue(trimmed.ToString(), 0, 0);
    }

    /// <summary>Reads a date in one of these forms.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out PartialDate date)
    {
        date = default;
        Span<int> numbers = stackalloc int[3];
        Span<int> widths = stackalloc int[3];
        var count = 0;
        foreach (var range in text.SplitAny("-./"))
        {
            var part = text[range];
            if (count == 3 || part.Length is 0 or > 8 ||
                !int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out numbers[count]))
            {
                return false;
            }

            widths[count++] = part.Length;
        }

        return (count, widths[0], widths[Math.Max(0, count - 1)]) switch
        {
            (1, 8, _) => Make(numbers[0] / 10000, numbers[0] / 100 % 100, numbers[0] % 100, out date),
            (1, 4, _) => Make(numbers[0], null, null, out date),
            (2, 4, <= 2) => Make(numbers[0], numbers[1], null, out date),
            (2, <= 2, 4) => Make(numbers[1], numbers[0], null, out date),
            (3, 4, <= 2) => Make(numbers[0], numbers[1], numbers[2], out date),
            (3, <= 2, 4) => Make(numbers[2], numbers[1], numbers[0], out date),
            _ => false,
        };
    }

    private static bool Make(int year, int? month, int? day, out PartialDate date)
    {
        date = default;
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month ?? 1))
        {
            return false;
        }

        date = new PartialDate(year, month, day);
        return true;
    }
}
