namespace Parley.Resolution.Time;

/// <summary>Reads holidays of the calendar that news names: "Christmas Eve", "Thanksgiving", "New Year's Day".</summary>
internal sealed class Holidays(TimeTokens tokens, TimeContext context)
{
    /// <summary>Days before a holiday in which it is that to come whatever the verb says: "bonuses were paid in time for Christmas".</summary>
    private const int Ahead = 30;

    /// <summary>The holiday at token <paramref name="i"/>.</summary>
    public TimeMatch At(int i)
    {
        if (!tokens.IsCapitalised(i) || tokens.ClassAt(i) is not (TimeWordClass.None or TimeWordClass.Relative) || NameAt(i) is not ({ } dayOf, var end) || context.About is not { } about)
        {
            return default;
        }

        var yearAt = tokens.IsMark(end, ',') || tokens.Is(end, "of") ? end + 1 : end;
        if (tokens.ClassAt(yearAt) == TimeWordClass.Digits && tokens[yearAt].Length == 4 && tokens[yearAt].Number is >= 1583 and <= 4099)
        {
            return Made(i, yearAt + 1, dayOf(tokens[yearAt].Number));
        }

        var start = i;
        var direction = Tense.DirectionAt(tokens, i, end);
        if (tokens.ClassAt(i - 1) == TimeWordClass.Relative)
        {
            (start, direction) = (i - 1, tokens[i - 1].Number == 0 ? direction : tokens[i - 1].Number);
        }

        var day = dayOf(Math.Clamp(about.Year, 1583, 4099));
        if (direction < 0 && day.DayNumber > about.DayNumber + Ahead)
        {
            day = dayOf(day.Year - 1);
        }
        else if (direction > 0 && day.DayNumber < about.DayNumber - 3)
        {
            day = dayOf(day.Year + 1);
        }

        return Made(start, end, day);
    }

    private static TimeMatch Made(int start, int end, DateOnly day) => new(start, end, TimexType.Date, Calendar.Day(day));

    private (Func<int, DateOnly>? DayOf, int End) NameAt(int i) => tokens.WordAt(i) switch
    {
        "Christmas" when tokens.Is(i + 1, "Eve") => (year => new DateOnly(year, 12, 24), i + 2),
        "Christmas" => (year => new DateOnly(year, 12, 25), tokens.Is(i + 1, "Day") ? i + 2 : i + 1),
        "Thanksgiving" => (year => Nth(year, 11, 4, 4), tokens.Is(i + 1, "Day") ? i + 2 : i + 1),
        "Halloween" => (year => new DateOnly(year, 10, 31), i + 1),
        "Easter" when !tokens.Is(i + 1, "Island") => (Easter, tokens.Is(i + 1, "Sunday") ? i + 2 : i + 1),
        "Good" when tokens.Is(i + 1, "Friday") => (year => Easter(year).AddDays(-2), i + 2),
        "New" when tokens.Is(i + 1, "Year") && tokens.IsApostrophe(i + 2) && tokens.Is(i + 4, "Eve") => (year => new DateOnly(year, 12, 31), i + 5),
        "New" when tokens.Is(i + 1, "Year") && tokens.IsApostrophe(i + 2) && tokens.Is(i + 4, "Day") => (year => new DateOnly(year, 1, 1), i + 5),
        "Independence" when tokens.Is(i + 1, "Day") && tokens.WordAt(i - 1) is not "Ukraine" => (year => new DateOnly(year, 7, 4), i + 2),
        "Labor" when tokens.Is(i + 1, "Day") => (year => Nth(year, 9, 1, 1), i + 2),
        "Memorial" when tokens.Is(i + 1, "Day") => (year => new DateOnly(year, 5, 31).AddDays(-(Calendar.WeekdayOf(new DateOnly(year, 5, 31)) - 1)), i + 2),
        "Veterans" when tokens.Is(i + 1, "Day") => (year => new DateOnly(year, 11, 11), i + 2),
        "Valentine" when tokens.IsApostrophe(i + 1) && tokens.Is(i + 3, "Day") => (year => new DateOnly(year, 2, 14), i + 4),
        "Victory" when tokens.Is(i + 1, "Day") => (year => new DateOnly(year, 5, 9), i + 2),
        _ => default,
    };

    private static DateOnly Nth(int year, int month, int weekday, int nth)
    {
        var first = new DateOnly(year, month, 1);
        return first.AddDays(((weekday - Calendar.WeekdayOf(first) + 7) % 7) + (7 * (nth - 1)));
    }

    /// <summary>Gregorian Easter Sunday (Meeus, Jones and Butcher).</summary>
    private static DateOnly Easter(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var month = (h + l - (7 * m) + 114) / 31;
        return new DateOnly(year, month, ((h + l - (7 * m) + 114) % 31) + 1);
    }
}
