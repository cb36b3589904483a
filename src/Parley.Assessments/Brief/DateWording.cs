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

    /// <summary>A TIMEX3 value in words; values that are no calendar date stand as they are.</summary>
    public static string Of(TimeExpression time) => PartialDate.TryParse(time.Value, out var date) ? Of(date) : time.Value;

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
