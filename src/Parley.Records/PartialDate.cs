using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Parley.Records;

/// <summary>
/// A calendar date known to the day, the month or the year (ISO 8601 reduced precision: 2024-01-26, 2024-01, 2024).
/// An unknown date is null, never this type's default value.
/// </summary>
[JsonConverter(typeof(PartialDateJsonConverter))]
public readonly record struct PartialDate : IComparable<PartialDate>
{
    /// <summary>Makes a date; <paramref name="day"/> needs <paramref name="month"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such date in the Gregorian calendar, years 1 to 9999.</exception>
    public PartialDate(int year, int? month = null, int? day = null)
    {
        if (year is < 1 or > 9999 || month is < 1 or > 12 || (day is not null && month is null) ||
            (day is not null && (day < 1 || day > DateTime.DaysInMonth(year, month!.Value))))
        {
            throw new ArgumentOutOfRangeException(nameof(year), $"no date {year}-{month}-{day}");
        }

        (Year, Month, Day) = (year, month, day);
    }

    /// <summary>Year, 1 to 9999.</summary>
    public int Year { get; }

    /// <summary>Month, 1 to 12, or null if only the year is known.</summary>
    public int? Month { get; }

    /// <summary>Day of the month, or null if only the month or the year is known.</summary>
    public int? Day { get; }

    /// <summary>How fine the date is.</summary>
    public Grain Grain => Day is not null ? Grain.Day : Month is not null ? Grain.Month : Grain.Year;

    /// <summary>The first day that the date covers.</summary>
    public DateOnly First => new(Year, Month ?? 1, Day ?? 1);

    /// <summary>The last day that the date covers.</summary>
    public DateOnly Last => Day is { } d ? new(Year, Month!.Value, d)
        : Month is { } m ? new(Year, m, DateTime.DaysInMonth(Year, m)) : new(Year, 12, 31);

    /// <summary>A date known to the day.</summary>
    public static PartialDate FromDay(DateOnly day) => new(day.Year, day.Month, day.Day);

    /// <summary>Reads YYYY, YYYY-MM or YYYY-MM-DD.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out PartialDate date)
    {
        date = default;
        if (text.Length is not (4 or 7 or 10) || (text.Length >= 7 && text[4] != '-') || (text.Length == 10 && text[7] != '-') ||
            !Number(text[..4], out var year) || year == 0)
        {
            return false;
        }

        int? month = null, day = null;
        if (text.Length >= 7)
        {
            if (!Number(text[5..7], out var m) || m is < 1 or > 12)
            {
                return false;
            }

            month = m;
        }

        if (text.Length == 10)
        {
            if (!Number(text[8..10], out var d) || d < 1 || d > DateTime.DaysInMonth(year, month!.Value))
            {
                return false;
            }

            day = d;
        }

        date = new PartialDate(year, month, day);
        return true;

        static bool Number(ReadOnlySpan<char> digits, out int value) =>
            int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Orders by first day, then the coarser first.</summary>
    public int CompareTo(PartialDate other) => First != other.First ? First.CompareTo(other.First) : Last.CompareTo(other.Last) * -1;

    /// <inheritdoc cref="CompareTo"/>
    public static bool operator <(PartialDate left, PartialDate right) => left.CompareTo(right) < 0;

    /// <inheritdoc cref="CompareTo"/>
    public static bool operator >(PartialDate left, PartialDate right) => left.CompareTo(right) > 0;

    /// <inheritdoc cref="CompareTo"/>
    public static bool operator <=(PartialDate left, PartialDate right) => left.CompareTo(right) <= 0;

    /// <inheritdoc cref="CompareTo"/>
    public static bool operator >=(PartialDate left, PartialDate right) => left.CompareTo(right) >= 0;

    /// <summary>The ISO form.</summary>
    public override string ToString() => Day is { } d ? $"{Year:D4}-{Month:D2}-{d:D2}" : Month is { } m ? $"{Year:D4}-{m:D2}" : $"{Year:D4}";
}

internal sealed class PartialDateJsonConverter : JsonConverter<PartialDate>
{
    public override PartialDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PartialDate.TryParse(reader.GetString(), out var date) ? date : throw new JsonException("a date YYYY, YYYY-MM or YYYY-MM-DD is expected");

    public override void Write(Utf8JsonWriter writer, PartialDate value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

/// <summary>How fine a date is.</summary>
public enum Grain
{
    /// <summary>Known to the day.</summary>
    Day,

    /// <summary>Known to the week.</summary>
    Week,

    /// <summary>Known to the month.</summary>
    Month,

    /// <summary>Known to the quarter or season.</summary>
    Quarter,

    /// <summary>Known to the year.</summary>
    Year,

    /// <summary>Known to the decade or century.</summary>
    Era,
}
