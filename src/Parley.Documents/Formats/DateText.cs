using System.Globalization;
using Parley.Records;

namespace Parley.Documents.Formats;

/// <summary>
/// Reads the dates that formats and pages give: ISO 8601, RFC 5322 (feeds, mail), and days written out in English, Russian or
/// Ukrainian. The day is taken as written, in the writer's own time zone. What could mean two days is not read.
/// </summary>
internal static class DateText
{
    private const int Longest = 200;

    private static readonly string[][] Months =
    [
        ["jan", "янв", "січ"], ["feb", "фев", "лют"], ["mar", "мар", "бер"], ["apr", "апр", "кві"], ["may", "мая", "май", "тра"], ["jun", "июн", "чер"],
        ["jul", "июл", "лип"], ["aug", "авг", "сер"], ["sep", "сен", "вер"], ["oct", "окт", "жов"], ["nov", "ноя", "лис"], ["dec", "дек", "гру"],
    ];

    /// <summary>The first date in <paramref name="text"/>, or null.</summary>
    internal static PartialDate? Read(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.Length > Longest)
        {
            return null;
        }

        return Iso(text) ?? Written(text);
    }

    private static PartialDate? Iso(ReadOnlySpan<char> text)
    {
        if (text.Length >= 8 && text[..8].IndexOfAnyExceptInRange('0', '9') < 0 && (text.Length == 8 || text[8] is 'T' or ' '))
        {
            return Day(Number(text[..4]), Number(text[4..6]), Number(text[6..8]));
        }

        var length = 0;
        while (length < text.Length && (char.IsAsciiDigit(text[length]) || text[length] is '-' or '/'))
        {
            length++;
        }

        if (length is not (4 or 7 or 10) || (length < text.Length && text[length] is not ('T' or 't' or ' ' or ',')))
        {
            return null;
        }

        Span<char> iso = stackalloc char[length];
        text[..length].Replace(iso, '/', '-');
        return (length == text.Length || length == 10) && PartialDate.TryParse(iso, out var date) ? date : null;
    }

    // Day, month by name and year in either order ("27 January 2025", "Mon, 27 Jan 2025", "January 27, 2025"), or 27.01.2025.
    private static PartialDate? Written(ReadOnlySpan<char> text)
    {
        int? day = null, month = null;
        var at = 0;
        while (at < text.Length)
        {
            var start = at;
            if (char.IsAsciiDigit(text[at]))
            {
                while (at < text.Length && char.IsAsciiDigit(text[at]))
                {
                    at++;
                }

                var digits = at - start;
                if (digits <= 2 && at + 8 <= text.Length && text[at] == '.' && Dotted(text[start..]) is { } dotted)
                {
                    return dotted;
                }

                if (digits == 4 && month is not null)
                {
                    return day is null ? Month(Number(text[start..at]), month.Value) : Day(Number(text[start..at]), month.Value, day.Value);
                }

                day = digits <= 2 ? Number(text[start..at]) : null;
            }
            else if (char.IsLetter(text[at]))
            {
                while (at < text.Length && char.IsLetter(text[at]))
                {
                    at++;
                }

                if (MonthNamed(text[start..at]) is { } named)
                {
                    month = named;
                }
                else if (month is not null && text[start..at] is not ("st" or "nd" or "rd" or "th" or "of" or "года"))
                {
                    (day, month) = (null, null);
                }
            }
            else
            {
                at++;
            }
        }

        return null;
    }

    private static PartialDate? Dotted(ReadOnlySpan<char> text)
    {
        Span<Range> parts = stackalloc Range[4];
        text = text[..Math.Min(text.Length, 10)];
        return text.Split(parts, '.') == 3 && text[parts[2]].Length >= 4 && int.TryParse(text[parts[0]], NumberStyles.None, CultureInfo.InvariantCulture, out var day)
            && int.TryParse(text[parts[1]], NumberStyles.None, CultureInfo.InvariantCulture, out var month)
            && int.TryParse(text[parts[2]][..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            ? Day(year, month, day) : null;
    }

    private static int? MonthNamed(ReadOnlySpan<char> word)
    {
        if (word.Length is < 3 or > 10)
        {
            return null;
        }

        for (var i = 0; i < Months.Length; i++)
        {
            foreach (var beginning in Months[i])
            {
                if (word.StartsWith(beginning, StringComparison.OrdinalIgnoreCase) && IsMonth(word, i, beginning))
                {
                    return i + 1;
                }
            }
        }

        return null;
    }

    // "Marines" begins as March does.
    private static bool IsMonth(ReadOnlySpan<char> word, int month, string beginning) => beginning[0] > 'z'
        ? word.Length <= 9
        : word.Length == 3 || word.Equals(CultureInfo.InvariantCulture.DateTimeFormat.MonthNames[month], StringComparison.OrdinalIgnoreCase)
            || word.Equals("sept", StringComparison.OrdinalIgnoreCase);

    private static PartialDate? Day(int year, int month, int day) =>
        year is >= 1000 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new PartialDate(year, month, day) : null;

    private static PartialDate? Month(int year, int month) => year is >= 1000 and <= 9999 ? new PartialDate(year, month) : null;

    private static int Number(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0;
}
