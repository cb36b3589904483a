using System.Globalization;
using Parley.Records;

namespace Parley.Resolution.Time;

/// <summary>TIMEX3 values of calendar times.</summary>
internal static class Calendar
{
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Month(int year, int month)
    {
        year = Math.Clamp(year, 1, 9999);
        var index = (year * 12) + month - 1;
        return string.Create(CultureInfo.InvariantCulture, $"{index / 12:D4}-{(index % 12) + 1:D2}");
    }

    public static string Year(int year) => Math.Clamp(year, 1, 9999).ToString("D4", CultureInfo.InvariantCulture);

    public static string Quarter(int year, int quarter)
    {
        var index = (year * 4) + quarter - 1;
        return string.Create(CultureInfo.InvariantCulture, $"{index / 4:D4}-Q{(index % 4) + 1}");
    }

    public static string Week(DateOnly day)
    {
        var date = day.ToDateTime(TimeOnly.MinValue);
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(date):D4}-W{ISOWeek.GetWeekOfYear(date):D2}");
    }

    /// <summary>Day of the week, 1 (Monday) to 7.</summary>
    public static int WeekdayOf(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;

    /// <summary>The day shifted, kept within the calendar.</summary>
    public static DateOnly Shift(DateOnly day, string unit, int count)
    {
        try
        {
            return unit switch
            {
                "D" => day.AddDays(count),
                "W" or "WE" => day.AddDays(checked(count * 7)),
                "F" => day.AddDays(checked(count * 14)),
                "M" => day.AddMonths(count),
                "Q" => day.AddMonths(checked(count * 3)),
                "Y" => day.AddYears(count),
                "E" => day.AddYears(checked(count * 10)),
                "C" => day.AddYears(checked(count * 100)),
                _ => day,
            };
        }
        catch (Exception fault) when (fault is ArgumentOutOfRangeException or OverflowException)
        {
            return count < 0 ? DateOnly.MinValue : DateOnly.MaxValue;
        }
    }

    /// <summary>The calendar period of a unit's size that holds a day.</summary>
    public static string Period(DateOnly day, string unit) => unit switch
    {
        "W" or "F" => Week(day),
        "WE" => Week(day) + "-WE",
        "M" => Month(day.Year, day.Month),
        "Q" => Quarter(day.Year, ((day.Month - 1) / 3) + 1),
        "Y" => Year(day.Year),
        "E" => Year(day.Year)[..3],
        "C" => Year(day.Year)[..2],
        _ => Day(day),
    };

    /// <summary>How fine a calendar value is; null for values that are no calendar date.</summary>
    public static Grain? GrainOf(string value)
    {
        if (value.Length < 2 || !char.IsAsciiDigit(value[0]))
        {
            return null;
        }

        return value.Length switch
        {
            < 4 => Grain.Era,
            4 => value[3] == 'X' ? Grain.Era : Grain.Year,
            _ => value[5] switch
            {
                'Q' or 'H' => Grain.Quarter,
                'W' => value.Length >= 8 && char.IsAsciiDigit(value[6]) ? Grain.Week : value[6] == 'I' ? Grain.Quarter : Grain.Year,
                'S' or 'F' => Grain.Quarter,
                'X' => Grain.Year,
                _ => value.Length >= 10 && value[8] != 'X' ? Grain.Day : Grain.Month,
            },
        };
    }

    /// <summary>The first day of a calendar value, or null.</summary>
    public static DateOnly? FirstDay(string value)
    {
        if (value.Length < 4 || !int.TryParse(value.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 1 or > 9999)
        {
            return null;
        }

        if (value.Length >= 7 && PartialDate.TryParse(value.AsSpan(0, value.Length >= 10 && value[8] != 'X' ? 10 : 7), out var date))
        {
            return date.First;
        }

        if (value.Length >= 7 && value[5] == 'Q' && value[6] is >= '1' and <= '4')
        {
            return new DateOnly(year, ((value[6] - '1') * 3) + 1, 1);
        }

        if (value.Length >= 8 && value[5] == 'W' && int.TryParse(value.AsSpan(6, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var week) && week is >= 1 and <= 53 && year is > 1 and < 9999)
        {
            return DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday));
        }

        return value.Length >= 7 && value[5..7] is "SP" ? new DateOnly(year, 3, 1)
            : value.Length >= 7 && value[5..7] is "SU" ? new DateOnly(year, 6, 1)
            : value.Length >= 7 && value[5..7] is "FA" ? new DateOnly(year, 9, 1)
            : value.Length >= 7 && value[5..7] is "WI" ? new DateOnly(year, 12, 1)
            : value.Length >= 7 && value[5..7] is "H2" ? new DateOnly(year, 7, 1)
            : new DateOnly(year, 1, 1);
    }
}
