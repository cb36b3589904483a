using System.Globalization;
using Parley.Records;

namespace Parley.Casualties.Gathering;

/// <summary>A date in a report.</summary>
/// <param name="First">Index of its first word.</param>
/// <param name="Last">Index of its last word.</param>
/// <param name="Date">The date; without a year of its own it lies within the twelve months before the report.</param>
internal sealed record ReportDate(int First, int Last, PartialDate Date)
{
    private const int FirstYear = 1900;
    private const int LastYear = 2100;

    /// <summary>The date that begins at a word, or null.</summary>
    /// <param name="words">The report's words.</param>
    /// <param name="at">Index of the word.</param>
    /// <param name="published">When the report was published, for dates without a year; they are passed over if null.</param>
    public static ReportDate? At(IReadOnlyList<ReportWord> words, int at, PartialDate? published)
    {
        var first = Number(words[at].Lower);
        if (first is null)
        {
            return GatheringTables.Month(words[at].Lower) is { } named ? FromMonth(words, at, named, published) : null;
        }

        // 2023-02-03 and 03.02.2023: three numbers joined by the same mark.
        if (at + 2 < words.Count && words[at + 1].Gap is "." or "-" or "/" && words[at + 2].Gap == words[at + 1].Gap
            && Number(words[at + 1].Lower) is { } second && Number(words[at + 2].Lower) is { } third)
        {
            var (year, month, day) = words[at].Text.Length == 4 ? (first.Value, second, third) : (third, second, first.Value);
            return Make(at, at + 2, year, month, day);
        }

        if (at + 1 < words.Count && words[at + 1].Follows && first is >= 1 and <= 31 && GatheringTables.Month(words[at + 1].Lower) is { } after)
        {
            return WithYear(words, at, at + 1, after, first.Value, published);
        }

        // 3 of February, 3rd February.
        return words[at].Text.Length == 4 && first is >= FirstYear and <= LastYear ? Make(at, at, first.Value, null, null) : null;
    }

    private static ReportDate? FromMonth(IReadOnlyList<ReportWord> words, int at, int month, PartialDate? published)
    {
        // February 3, 2023; February 2023; May is a month only with a number after it or a small letter in Cyrillic.
        if (at + 1 < words.Count && words[at + 1].Gap is "" or "." && Number(words[at + 1].Lower) is >= 1 and <= 31 and { } day && words[at + 1].Text.Length <= 4 && !words[at].IsCyrillic)
        {
            return WithYear(words, at, at + 1, month, day, published);
        }

        return at + 1 < words.Count && words[at + 1].Follows && Year(words[at + 1]) is { } year ? Make(at, at + 1, year, month, null)
            : words[at].IsCyrillic && !words[at].IsCapital && published is { } report ? Before(report, at, at, month, null)
            : null;
    }

    private static ReportDate? WithYear(IReadOnlyList<ReportWord> words, int first, int last, int month, int day, PartialDate? published) =>
        last + 1 < words.Count && words[last + 1].Gap is "" or "," && Year(words[last + 1]) is { } year ? Make(first, last + 1, year, month, day)
        : published is { } report ? Before(report, first, last, month, day)
        : null;

    /// <summary>The last such day before the report.</summary>
    private static ReportDate? Before(PartialDate report, int first, int last, int month, int? day)
    {
        var date = Make(first, last, report.Last.Year, month, day);
        return date is null || date.Date.First <= report.Last ? date : Make(first, last, report.Last.Year - 1, month, day);
    }

    private static ReportDate? Make(int first, int last, int year, int? month, int? day) =>
        year is < FirstYear or > LastYear || month is < 1 or > 12 || day < 1 || (day is not null && day > DateTime.DaysInMonth(year, month!.Value))
            ? null : new ReportDate(first, last, new PartialDate(year, month, day));

    private static int? Year(ReportWord word) => word.Text.Length == 4 && Number(word.Lower) is >= FirstYear and <= LastYear and { } year ? year : null;

    /// <summary>A number, with or without the ending of an ordinal: 3, 3rd, 3-го.</summary>
    private static int? Number(string word)
    {
        var digits = word.AsSpan().IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : word.Length;
        return digits is > 0 and <= 4 && word[digits..] is "" or "st" or "nd" or "rd" or "th" or "-го" or "-е" or "го"
            && int.TryParse(word.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
