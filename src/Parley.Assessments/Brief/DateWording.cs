using System.Globalization;
using Parley.Analysis;
using Parley.Records;

namespace Parley.Assessments;

/// <summary>Dates in words: 26 January 2024.</summary>
internal static class DateWording
{
    public static string Of(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string Of(PartialDate date) => date switch
    {
        { Day: not null } => Of(date.First),
        { Month: not null } => date.First.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        _ => date.Year.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>A TIMEX3 value in words.</summary>
    public static string Of(TimeExpression time) => OfValue(time.Value);

    /// <summary>A date, a range start/end, or another TIMEX3 value in words: "2025-W10" is the week of 3 March 2025.</summary>
    public static string OfValue(string value)
    {
        if (PartialDate.TryParse(value, out var date))
        {
            return Of(date);
        }

        var slash = value.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0)
        {
            return OfRange(value[..slash], value[(slash + 1)..]);
        }

        var clock = value.IndexOf('T', StringComparison.Ordinal);
        if (clock > 0 && PartialDate.TryParse(value.AsSpan(0, clock), out date))
        {
            return Of(date); // The time of day is no date.
        }

        if (value.Length is 7 or 8 && value[4] == '-' && int.TryParse(value[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year > 0 && OfPart(year, value[5..]) is { } part)
        {
            return part;
        }

        return value.Length == 3 && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var decade) ? $"the {decade}0s" : value;
    }

    private static string? OfPart(int year, string part) => part switch
    {
        "Q1" => $"first quarter of {year}",
        "Q2" => $"second quarter of {year}",
        "Q3" => $"third quarter of {year}",
        "Q4" => $"fourth quarter of {year}",
        "H1" => $"first half of {year}",
        "H2" => $"second half of {year}",
        "SP" => $"spring {year}",
        "SU" => $"summer {year}",
        "FA" => $"autumn {year}",
        "WI" => $"winter {year}",
        ['W', ..] when int.TryParse(part.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var week) && week >= 1 && week <= ISOWeek.GetWeeksInYear(year) =>
            $"week of {Of(DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday)))}",
        _ => null,
    };

    /// <summary>Quarters and halves of a year by their names, other ranges by their ends.</summary>
    private static string OfRange(string start, string end)
    {
        if (start.Length == 7 && end.Length == 7 && start[..5] == end[..5] && int.TryParse(start[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year))
        {
            var part = (start[5..], end[5..]) switch
            {
                ("01", "03") => "Q1",
                ("04", "06") => "Q2",
                ("07", "09") => "Q3",
                ("10", "12") => "Q4",
                ("01", "06") => "H1",
                ("07", "12") => "H2",
                _ => "",
            };
            if (OfPart(year, part) is { } named)
            {
                return named;
            }
        }

        return $"{OfValue(start)} to {OfValue(end)}";
    }

    /// <summary>When a statement was made, no finer than it is known.</summary>
    public static string Spoken(ReportedStatement statement) =>
        statement.Statement.Said is { } said ? Of(said) : statement.Day is { } day ? Of(day) : "date not stated";

    public static string Of(DateRange range)
    {
        var (first, last) = (range.First, range.Last);
        if (first == last)
        {
            return Of(first);
        }

        var start = first.Year != last.Year ? Of(first)
            : first.Month != last.Month ? first.ToString("d MMMM", CultureInfo.InvariantCulture)
            : first.Day.ToString(CultureInfo.InvariantCulture);
        return $"{start} – {Of(last)}";
    }
}
