using System.Globalization;
using Parley.Coding.Figures;
using Parley.Coding.Words;
using Parley.Language;
using Parley.Records;

namespace Parley.Coding.Forecasts;

/// <summary>
/// Reads by when a forecast can be judged: a date or period ("by the summer", "in 2025", "next month"), or an ISO 8601 duration where only a
/// span of time is given ("within 24 hours").
/// </summary>
internal sealed class DeadlineReader(FigureTables tables)
{
    private static readonly string[] s_weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    private readonly NumberReader _numbers = new(tables.Numerals);

    /// <summary>The first deadline in the first clause of <paramref name="range"/>, seen from <paramref name="made"/>; null if there is none.</summary>
    public string? Find(ArticleWords words, TokenRange range, PartialDate? made)
    {
        string? duration = null;
        for (var i = range.Start; i < range.End && !IsAside(words, i, range.End); i++)
        {
            if (DateAt(words, i, range, made) is { } date)
            {
                return date;
            }

            duration ??= DurationAt(words, i, range);
        }

        return duration;
    }

    /// <summary>A comma before a further clause: what follows has dates of its own.</summary>
    private static bool IsAside(ArticleWords words, int i, int end) =>
        words.Is(i, ",") && i + 1 < end && (words.Is(i + 1, "and") || words.Is(i + 1, "but") || words.Is(i + 1, "which") || words.Is(i + 1, "while"));

    private string? DurationAt(ArticleWords words, int i, TokenRange range)
    {
        if (_numbers.ReadAt(words, i, range.End) is not { } number || number.Value != Math.Truncate(number.Value) || number.Value > 10_000 ||
            tables.Units.LongestAt(words, number.Words.End, range.End) is not { Value.Kind: "duration" } unit)
        {
            return null;
        }

        // How long ago or how long already is no deadline; "100 days to reach a deal" and "within 24 hours" are.
        var next = unit.Words.End;
        var opens = i > range.Start && (words.Is(i - 1, "within") || words.Is(i - 1, "in") || words.Is(i - 1, "next") || words.Is(i - 1, "coming"));
        var leaves = next < range.End && words.Is(next, "to");
        if (!opens && !leaves)
        {
            return null;
        }

        return unit.Value.Unit switch
        {
            "seconds" => $"PT{number.Value:0}S",
            "minutes" => $"PT{number.Value:0}M",
            "hours" => $"PT{number.Value:0}H",
            "days" or "nights" => $"P{number.Value:0}D",
            "weeks" => $"P{number.Value:0}W",
            "months" => $"P{number.Value:0}M",
            "years" => $"P{number.Value:0}Y",
            "decades" => $"P{number.Value * 10:0}Y",
            _ => null,
        };
    }

    private static string? DateAt(ArticleWords words, int i, TokenRange range, PartialDate? made)
    {
        if (YearOf(words, i) is { } year && i > range.Start && (words.Is(i - 1, "in") || words.Is(i - 1, "by") || words.Is(i - 1, "before") || words.Is(i - 1, "until") || words.Is(i - 1, "of")) && !IsPast(year, made))
        {
            return year.ToString("D4", CultureInfo.InvariantCulture);
        }

        if (made is { Day: not null } && DayNear(words, i, range, made.Value) is { } near)
        {
            return near;
        }

        var isOpened = i > range.Start && (words.Is(i - 1, "by") || words.Is(i - 1, "before") || words.Is(i - 1, "in") || words.Is(i - 1, "this") || words.Is(i - 1, "next") ||
            (words.Is(i - 1, "the") && i - 2 >= range.Start && (words.Is(i - 2, "by") || words.Is(i - 2, "before") || words.Is(i - 2, "in"))));
        if (!isOpened || made is not { } from)
        {
            return null;
        }

        if (Months.Of(words.Word(i)) is { } month && words.IsCapitalised(i))
        {
            // "By May 5, 2026", "by May 5", "by May 2026".
            var day = i + 1 < range.End ? DayOf(words, i + 1) : null;
            var next = day is null ? i + 1 : i + 2;
            next += day is not null && next < range.End && words.Is(next, ",") ? 1 : 0;
            return OnDay(next < range.End ? YearOf(words, next) : null, from, month, day);
        }

        // "By 5 May".
        if (DayOf(words, i) is { } first && i + 1 < range.End && Months.Of(words.Word(i + 1)) is { } ofMonth && words.IsCapitalised(i + 1))
        {
            return OnDay(i + 2 < range.End ? YearOf(words, i + 2) : null, from, ofMonth, first);
        }

        if (SeasonOf(words, i) is { } season)
        {
            var named = i + 2 < range.End && words.Is(i + 1, "of") ? YearOf(words, i + 2) : null;
            return $"{named ?? Following(from, season):D4}-{season:D2}";
        }

        return words.Is(i, "year") && (words.Is(i - 1, "next") || words.Is(i - 1, "this")) ? $"{from.Year + (words.Is(i - 1, "next") ? 1 : 0):D4}"
            : words.Is(i, "month") && words.Is(i - 1, "next") && from.Month is not null ? NextMonth(from)
            : words.Is(i, "month") && words.Is(i - 1, "this") && from.Month is { } m ? $"{from.Year:D4}-{m:D2}"
            : words.Is(i, "end") && i + 3 < range.End && words.Is(i + 1, "of") && words.Is(i + 3, "year") ? $"{from.Year:D4}"
            : null;
    }

    /// <summary>"On Thursday", "by Monday", "tomorrow", "on September 30".</summary>
    private static string? DayNear(ArticleWords words, int i, TokenRange range, PartialDate made)
    {
        if (words.Is(i, "tomorrow"))
        {
            return Later(made, 1);
        }

        if (i == range.Start || !(words.Is(i - 1, "on") || words.Is(i - 1, "by") || words.Is(i - 1, "before") || words.Is(i - 1, "until") || words.Is(i - 1, "next")))
        {
            return null;
        }

        var weekday = Array.FindIndex(s_weekdays, name => words.Is(i, name));
        if (weekday >= 0 && words.IsCapitalised(i))
        {
            var ahead = (weekday - (int)made.First.DayOfWeek + 7) % 7;
            return Later(made, ahead == 0 ? 7 : ahead);
        }

        return words.Is(i - 1, "on") && words.IsCapitalised(i) && Months.Of(words.Word(i)) is { } month && i + 1 < range.End && DayOf(words, i + 1) is { } day
            ? OnDay(i + 2 < range.End ? YearOf(words, words.Is(i + 2, ",") && i + 3 < range.End ? i + 3 : i + 2) : null, made, month, day) : null;
    }

    private static string? Later(PartialDate made, int days) =>
        made.First.DayNumber + days <= DateOnly.MaxValue.DayNumber ? made.First.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private static string OnDay(int? year, PartialDate from, int month, int? day)
    {
        var inYear = year ?? Following(from, month);
        return day is { } d && d <= DateTime.DaysInMonth(inYear, month) ? $"{inYear:D4}-{month:D2}-{d:D2}" : $"{inYear:D4}-{month:D2}";
    }

    private static int? DayOf(ArticleWords words, int i) =>
        words.Entries[i] == Vocabulary.Number && int.TryParse(words.Word(i), NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 31 ? day : null;

    private static bool IsPast(int year, PartialDate? made) => made is { } from && year < from.Year;

    private static int Following(PartialDate from, int month) => from.Month is { } m && month < m ? from.Year + 1 : from.Year;

    private static string NextMonth(PartialDate from) => from.Month == 12 ? $"{from.Year + 1:D4}-01" : $"{from.Year:D4}-{from.Month + 1:D2}";

    private static int? SeasonOf(ArticleWords words, int i) =>
        words.Is(i, "spring") ? 3 : words.Is(i, "summer") ? 6 : words.Is(i, "autumn") || words.Is(i, "fall") ? 9 : words.Is(i, "winter") ? 12 : null;

    private static int? YearOf(ArticleWords words, int i) =>
        words.Entries[i] == Vocabulary.Number && words[i].Length == 4 && int.TryParse(words.Word(i), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2100
            ? year
            : null;
}
