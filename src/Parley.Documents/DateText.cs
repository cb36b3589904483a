using System.Collections.Frozen;
using System.Globalization;
using Parley.Records;

namespace Parley.Documents;

/// <summary>Which number of 1/2/2025 is the month.</summary>
internal enum DayMonthOrder
{
    MonthFirst,
    DayFirst,
}

/// <summary>
/// Finds written-out or numeric dates in short lines, and reads those that formats and pages give: ISO 8601, RFC 5322 (feeds, mail). The day
/// is taken as written, in the writer's own time zone.
/// </summary>
internal static class DateText
{
    private const int MaxLine = 300;
    private const int MaxField = 200;

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Months = MonthNames();

    private readonly record struct Token(int Start, int End, int Number)
    {
        public int Length => End - Start;

        public bool IsNumber => Number >= 0;
    }

    /// <summary>The first date in a field such as <c>pubDate</c>, or null. What could mean two days is not read.</summary>
    public static PartialDate? Read(ReadOnlySpan<char> field)
    {
        field = field.Trim();
        return field.Length > MaxField ? null : Iso(field) ?? (TryFind(field, null, out _, out var date) ? date : null);
    }

    /// <summary>Finds the first date in <paramref name="line"/>.</summary>
    /// <param name="line">The line.</param>
    /// <param name="order">Of dates with slashes; null to leave out those that could mean two days.</param>
    /// <param name="span">Where it stands.</param>
    /// <param name="date">The date.</param>
    public static bool TryFind(ReadOnlySpan<char> line, DayMonthOrder? order, out TextSpan span, out PartialDate date)
    {
        (span, date) = (default, default);
        if (line.Length > MaxLine || line.IndexOfAnyInRange('0', '9') < 0)
        {
            return false;
        }

        var tokens = Tokens(line);
        for (var i = 0; i < tokens.Count; i++)
        {
            if ((Numeric(line, tokens, i, order, out var last, out date) || Written(line, tokens, i, out last, out date)) &&
                (last.End == line.Length || !char.IsLetterOrDigit(line[last.End]) || line[last.End] is 'T' or '年'))
            {
                span = TextSpan.FromBounds(tokens[i].Start, last.End);
                return true;
            }
        }

        return false;
    }

    /// <summary>The order that the slashed dates of a page give away: 27/1/25 cannot have the month first.</summary>
    public static DayMonthOrder? OrderIn(ReadOnlySpan<char> line)
    {
        if (line.Length > MaxLine || !line.Contains('/'))
        {
            return null;
        }

        var tokens = Tokens(line);
        for (var i = 0; i + 2 < tokens.Count; i++)
        {
            if (Joined(line, tokens, i, '/') && Joined(line, tokens, i + 1, '/') && tokens[i].Length <= 2)
            {
                var (first, second) = (tokens[i].Number, tokens[i + 1].Number);
                if (first > 12 != second > 12 && first is > 0 and <= 31 && second is > 0 and <= 31)
                {
                    return first > 12 ? DayMonthOrder.DayFirst : DayMonthOrder.MonthFirst;
                }
            }
        }

        return null;
    }

    private static PartialDate? Iso(ReadOnlySpan<char> text)
    {
        if (text.Length >= 8 && text[..8].IndexOfAnyExceptInRange('0', '9') < 0 && (text.Length == 8 || text[8] is 'T' or ' '))
        {
            return Make(Number(text[..4]), Number(text[4..6]), Number(text[6..8]), out var day) ? day : null;
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

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static List<Token> Tokens(ReadOnlySpan<char> line)
    {
        var tokens = new List<Token>();
        for (var i = 0; i < line.Length;)
        {
            var start = i;
            if (char.IsAsciiDigit(line[i]))
            {
                while (i < line.Length && char.IsAsciiDigit(line[i]))
                {
                    i++;
                }

                var number = i - start <= 4 ? int.Parse(line[start..i], NumberStyles.None, CultureInfo.InvariantCulture) : int.MaxValue;
                tokens.Add(new Token(start, i, number));
            }
            else if (char.IsLetter(line[i]))
            {
                while (i < line.Length && (char.IsLetter(line[i]) || char.GetUnicodeCategory(line[i]) == UnicodeCategory.NonSpacingMark))
                {
                    i++;
                }

                tokens.Add(new Token(start, i, -1));
            }
            else
            {
                i++;
            }
        }

        return tokens;
    }

    private static bool Joined(ReadOnlySpan<char> line, List<Token> tokens, int i, char by) =>
        tokens[i].IsNumber && tokens[i + 1].IsNumber && tokens[i + 1].Start == tokens[i].End + 1 && line[tokens[i].End] == by;

    private static bool Numeric(ReadOnlySpan<char> line, List<Token> tokens, int i, DayMonthOrder? order, out Token last, out PartialDate date)
    {
        (last, date) = (default, default);
        if (i + 2 >= tokens.Count || tokens[i].End >= line.Length || line[tokens[i].End] is not ('/' or '.' or '-') ||
            !Joined(line, tokens, i, line[tokens[i].End]) || !Joined(line, tokens, i + 1, line[tokens[i].End]))
        {
            return false;
        }

        var (a, b, c) = (tokens[i], tokens[i + 1], last = tokens[i + 2]);
        if (a.Length == 4)
        {
            return Make(a.Number, b.Number, c.Number, out date);
        }

        if (a.Length > 2 || b.Length > 2 || c.Length is not (2 or 4))
        {
            return false;
        }

        var year = c.Length == 4 ? c.Number : c.Number < 70 ? 2000 + c.Number : 1900 + c.Number;
        if (order is null && line[a.End] != '.' && a.Number <= 12 && b.Number <= 12 && a.Number != b.Number)
        {
            return false;
        }

        var dayFirst = line[a.End] != '/' || order == DayMonthOrder.DayFirst;
        var (day, month) = dayFirst ? (a.Number, b.Number) : (b.Number, a.Number);
        return Make(year, month, day, out date) || Make(year, day, month, out date);
    }

    private static bool Written(ReadOnlySpan<char> line, List<Token> tokens, int i, out Token last, out PartialDate date)
    {
        (last, date) = (default, default);
        var at = i;

        // 2025年1月27日, 2025년 1월 27일
        if (tokens[i].IsNumber && tokens[i].Length == 4 && i + 5 < tokens.Count &&
            Word(line, tokens[i + 1]) is "年" or "년" && Word(line, tokens[i + 3]) is "月" or "월" && Word(line, tokens[i + 5]) is "日" or "일" &&
            tokens[i + 2].IsNumber && tokens[i + 4].IsNumber)
        {
            last = tokens[i + 5];
            return Make(tokens[i].Number, tokens[i + 2].Number, tokens[i + 4].Number, out date);
        }

        int? day = null;
        if (tokens[at].IsNumber)
        {
            if (tokens[at].Length > 2)
            {
                return false;
            }

            day = tokens[at++].Number;
            at = Skip(line, tokens, at);
        }

        if (at >= tokens.Count || tokens[at].IsNumber || !Months.TryGetValue(Word(line, tokens[at]), out var month))
        {
            return false;
        }

        var monthAt = at++;
        at = Skip(line, tokens, at);
        if (day is null && at + 1 < tokens.Count && tokens[at].IsNumber && tokens[at].Length <= 2)
        {
            day = tokens[at++].Number;
            at = Skip(line, tokens, at);
        }

        if (at >= tokens.Count || !tokens[at].IsNumber || tokens[at].Length != 4 || tokens[at].Number is < 1900 or > 2199 ||
            tokens[at].Start - tokens[monthAt].End > 12)
        {
            return false;
        }

        last = tokens[at];
        return Make(tokens[at].Number, month, day, out date);
    }

    /// <summary>Passes over ordinal endings and the "of" between the parts of a date.</summary>
    private static int Skip(ReadOnlySpan<char> line, List<Token> tokens, int at)
    {
        while (at < tokens.Count && Word(line, tokens[at]) is "st" or "nd" or "rd" or "th" or "er" or "of" or "de" or "del" or "º" or "го")
        {
            at++;
        }

        return at;
    }

    private static ReadOnlySpan<char> Word(ReadOnlySpan<char> line, Token token) => line[token.Start..token.End];

    private static bool Make(int year, int month, int? day, out PartialDate date)
    {
        var ok = year is >= 1 and <= 9999 && month is >= 1 and <= 12 && (day is null || (day >= 1 && day <= DateTime.DaysInMonth(year, month)));
        date = ok ? new PartialDate(year, month, day) : default;
        return ok;
    }

    private static FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> MonthNames()
    {
        string[] months =
        [
            "January Jan января январь янв січня січ janvier janv Januar Jänner enero ene janeiro jan gennaio gen stycznia styczeń Ocak يناير ינואר",
            "February Feb февраля февраль фев лютого лют février févr fév Februar febrero fevereiro febbraio febr lutego luty Şubat فبراير פברואר",
            "March Mar марта март мар березня бер mars März Mrz marzo março marca marzec Mart مارس מרץ",
            "April Apr апреля апрель апр квітня кві avril avr abril abr aprile kwietnia kwiecień Nisan أبريل אפריל",
            "May мая май травня тра mai Mai mayo maio maggio mag maja maj Mayıs مايو מאי",
            "June Jun июня июнь июн червня чер juin Juni junio junho giugno giu czerwca czerwiec Haziran يونيو יוני",
            "July Jul июля июль июл липня лип juillet juil Juli julio julho luglio lug lipca lipiec Temmuz يوليو יולי",
            "August Aug августа август авг серпня сер août agosto ago sierpnia sierpień Ağustos أغسطس אוגוסט",
            "September Sep Sept сентября сентябрь сен сент вересня вер septembre septiembre setembro settembre set września wrzesień Eylül سبتمبر ספטמבר",
            "October Oct октября октябрь окт жовтня жов octobre Oktober Okt octubre outubro out ottobre ott października październik Ekim أكتوبر אוקטובר",
            "November Nov ноября ноябрь ноя листопада лис novembre noviembre novembro listopada Kasım نوفمبر נובמבר",
            "December Dec декабря декабрь дек грудня гру décembre déc Dezember Dez diciembre dic dezembro dicembre grudnia grudzień Aralık ديسمبر דצמבר",
        ];
        var names = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var month = 0; month < months.Length; month++)
        {
            foreach (var name in months[month].Split(' '))
            {
                // "listopada" is November in Polish and in Ukrainian; the first entry stays.
                names.TryAdd(name, month + 1);
            }
        }

        return names.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
