using System.Globalization;
using Parley.Records;

namespace Parley.Ledger;

/// <summary>The days that a TIMEX3 date covers, so that statements can be found by when they were made.</summary>
internal static class TimexRange
{
    /// <summary>
    /// Reads YYYY, YYYY-MM, YYYY-MM-DD (also with a time of day), YYYY-Qn, YYYY-Hn, YYYY-Wnn and YYY for a decade. Seasons, eras and
    /// durations have no certain days and give false.
    /// </summary>
    public static bool TryParse(string value, out DateOnly first, out DateOnly last)
    {
        var time = value.IndexOf('T', StringComparison.Ordinal);
        var text = time > 0 ? value.AsSpan(0, time) : value;
        if (PartialDate.TryParse(text, out var date))
        {
            (first, last) = (date.First, date.Last);
            return true;
        }

        (first, last) = (default, default);
        if (text.Length == 3 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var decade) && decade > 0)
        {
            (first, last) = (new DateOnly(decade * 10, 1, 1), new DateOnly((decade * 10) + 9, 12, 31));
            return true;
        }

        if (text.Length is < 7 or > 8 || text[4] != '-' ||
            !int.TryParse(text[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year == 0 ||
            !int.TryParse(text[6..], NumberStyles.None, CultureInfo.InvariantCulture, out var part))
        {
            return false;
        }

        switch (text[5])
        {
            case 'Q' when part is >= 1 and <= 4:
                (first, last) = Months(year, (part * 3) - 2, 3);
                return true;
            case 'H' when part is 1 or 2:
                (first, last) = Months(year, (part * 6) - 5, 6);
                return true;
            case 'W' when part >= 1 && part <= ISOWeek.GetWeeksInYear(year):
                first = DateOnly.FromDateTime(ISOWeek.ToDateTime(year, part, DayOfWeek.Monday));
                last = first.DayNumber + 6 > DateOnly.MaxValue.DayNumber ? DateOnly.MaxValue : first.AddDays(6);
                return true;
            default:
                return false;
        }
    }

    private static (DateOnly First, DateOnly Last) Months(int year, int month, int count) =>
        (new DateOnly(year, month, 1), new DateOnly(year, month + count - 1, DateTime.DaysInMonth(year, month + count - 1)));
}
