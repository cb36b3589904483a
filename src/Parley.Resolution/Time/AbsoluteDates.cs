using Parley.Records;

namespace Parley.Resolution.Time;

/// <summary>Reads dates of the calendar: "January 26, 2024", "26 January", "March 1998", "1997", "the 1990s", "1/27/25", ISO dates.</summary>
internal sealed class AbsoluteDates(TimeTokens tokens, TimeContext context)
{
    /// <summary>The date at token <paramref name="i"/>.</summary>
    public TimeMatch At(int i) => tokens.ClassAt(i) switch
    {
        TimeWordClass.Month => MonthFirst(i, i),
        TimeWordClass.Weekday => WeekdayAndDate(i),
        TimeWordClass.Digits => DayFirst(i).Or(Numeric(i)).Or(YearAt(i)).Or(Decade(i)).Or(Century(i)),
        TimeWordClass.Ordinal => DayFirst(i).Or(Century(i)),
        TimeWordClass.Number => SpokenYear(i),
        TimeWordClass.Article when tokens.Is(i + 1, "year") && (IsYear(i + 2) ? Made(i, i + 3, Calendar.Year(tokens[i + 2].Number)) : YearTwoThousand(i, i + 2)) is { Found: true } named => named,
        TimeWordClass.Article => Decade(i + 1, i).Or(Century(i + 1, i)).Or(tokens.ClassAt(i + 1) is TimeWordClass.Ordinal or TimeWordClass.Digits ? DayFirst(i + 1, i) : default),
        TimeWordClass.Fiscal when IsYear(i + 1) => Made(i, i + 2, Calendar.Year(tokens[i + 1].Number)),
        TimeWordClass.Punctuation when tokens.IsApostrophe(i) => Decade(i),
        _ => default,
    };

    /// <summary>A year of four digits that stands alone.</summary>
    public bool IsYear(int i) => tokens.ClassAt(i) == TimeWordClass.Digits && tokens[i].Length == 4 && tokens[i].Number is >= 1000 and <= 2100;

    private static TimeMatch Made(int start, int end, string value) => new(start, end, TimexType.Date, value);

    private TimeMatch WeekdayAndDate(int i)
    {
        var at = i + 1;
        if (tokens.IsMark(at, '.') && tokens[i].Length <= 5)
        {
            at++;
        }

        if (tokens.IsMark(at, ','))
        {
            at++;
        }

        if (tokens.ClassAt(at) == TimeWordClass.Article)
        {
            at++;
        }

        return tokens.ClassAt(at) switch
        {
            TimeWordClass.Month when MonthFirst(at, i) is { Found: true, Value.Length: 10 } match => match,
            TimeWordClass.Digits or TimeWordClass.Ordinal => DayFirst(at, i),
            _ => default,
        };
    }

    private TimeMatch MonthFirst(int i, int start)
    {
        if (!tokens.IsCapitalised(i))
        {
            return default;
        }

        var month = tokens[i].Number;
        var short3 = tokens[i].Length <= 4 && !tokens.Is(i, "June") && !tokens.Is(i, "July") && !tokens.Is(i, "May");
        var at = i + 1;
        if (tokens.IsMark(at, '.') && tokens[i].Length <= 4)
        {
            at++;
        }

        if (DayAt(at) is var (day, afterDay) && day > 0 && !(tokens[at].Length == 2 && tokens.IsApostrophe(at - 1)))
        {
            var yearAt = tokens.IsMark(afterDay, ',') ? afterDay + 1 : tokens.Is(afterDay, "of") ? afterDay + 1 : afterDay;
            if (month == 9 && day == 11 && tokens.WordAt(afterDay) is "attack" or "attacks" or "terrorist" or "terror" or "hijackers" or "hijackings")
            {
                return Full(start, afterDay, 2001, month, day);
            }

            return IsYear(yearAt) ? Full(start, yearAt + 1, tokens[yearAt].Number, month, day)
                : SpokenYear(afterDay) is { Found: true } spoken ? Full(start, spoken.End, int.Parse(spoken.Value, System.Globalization.CultureInfo.InvariantCulture), month, day)
                : DayOfYear(start, afterDay, month, day, i);
        }

        var year = tokens.IsMark(at, ',') || tokens.Is(at, "of") ? at + 1 : at;
        if (IsYear(year))
        {
            return Made(start, year + 1, Calendar.Month(tokens[year].Number, month));
        }

        if (SpokenYear(at) is { Found: true } words)
        {
            return Made(start, words.End, words.Value + Calendar.Month(1, month)[4..]);
        }

        if (tokens.IsApostrophe(at) && tokens.ClassAt(at + 1) == TimeWordClass.Digits && tokens[at + 1].Length == 2)
        {
            return Made(start, at + 2, Calendar.Month(FullYear(tokens[at + 1].Number), month));
        }

        // "March last year", "August of this year"
        var relative = tokens.Is(at, "of") ? at + 1 : at;
        if (context.Year is { } now && tokens.ClassAt(relative) == TimeWordClass.Relative && tokens.ClassAt(relative + 1) == TimeWordClass.Unit && tokens[relative + 1].Code == "Y")
        {
            return Made(start, relative + 2, Calendar.Month(now + tokens[relative].Number, month));
        }

        // "May", "March", "Mar" and "Sat" are other words too; a short form alone needs its point.
        if ((short3 && !tokens.IsMark(i + 1, '.')) || (tokens[i].Number is 3 or 5 && !IsNamedMonth(i)) || context.About is not { } about)
        {
            return default;
        }

        return Made(start, short3 ? i + 2 : i + 1, Calendar.Month(YearOf(month, null, about, i, at), month));
    }

    /// <summary>"May" and "March" alone count as months after a word that a month follows.</summary>
    private bool IsNamedMonth(int i) =>
        tokens.WordAt(i - 1) is "in" or "In" or "since" or "Since" or "by" or "By" or "until" or "from" or "of" or "last" or "next" or "this" or "early" or "late" or "mid" or "during" or "and" or "to" or "for" or "through" or "between" or "before" or "after" or "In" ||
        (tokens.IsHyphen(i - 1) && tokens.Is(i - 2, "mid"));

    private TimeMatch DayOfYear(int start, int end, int month, int day, int at)
    {
        if (context.About is not { } about)
        {
            return day <= 31 ? new TimeMatch(start, end, TimexType.Date, $"XXXX-{month:D2}-{day:D2}") : default;
        }

        return Full(start, end, YearOf(month, Math.Min(day, 28), about, at, end), month, day);
    }

    /// <summary>The year in which a month, or a day of it, is nearest to the document's date; what the verb speaks against counts as further.</summary>
    private int YearOf(int month, int? day, DateOnly about, int start, int end)
    {
        if (YearAfterLast(month, day is null ? Grain.Month : Grain.Day, start) is { } joined)
        {
            return joined;
        }

        const int Against = 5;
        var direction = Tense.DirectionAt(tokens, start, end);
        // "posted on January 23": the verb is beside its date; one further off may belong to something else.
        var against = Tense.IsPastBeside(tokens, start) ? 100 : Against;
        // "in December" goes with the verb, "the November report" hardly.
        var againstPast = Against * (tokens.ClassAt(start - 1) == TimeWordClass.Article && tokens.ClassAt(end) == TimeWordClass.None ? 1 : 3);
        var (best, bestCost) = (about.Year, int.MaxValue);
        for (var year = Math.Max(1, about.Year - 1); year <= Math.Min(9999, about.Year + 1); year++)
        {
            var days = day is { } known
                ? new DateOnly(year, month, known).DayNumber - about.DayNumber
                : (((year - about.Year) * 12) + month - about.Month) * 30;
            var cost = days < 0 ? -days * (direction > 0 ? againstPast : 1) : days * (direction < 0 ? against : 1);
            // Within a week either side the day nearest is meant whatever the verb says.
            cost = day is not null && Math.Abs(days) <= 7 ? Math.Abs(days) : cost;
            if (cost < bestCost)
            {
                (best, bestCost) = (year, cost);
            }
        }

        return best;
    }

    /// <summary>"Oct. 30 to Nov. 8", "December and January": the second is that which comes after the first.</summary>
    private int? YearAfterLast(int month, Grain grain, int start)
    {
        var between = start - context.LastDateToken;
        if (between is not (1 or 2) || context.LastGrain != grain || context.LastDay is not { } last)
        {
            return null;
        }

        var next = last.Month == 12 ? 1 : last.Month + 1;
        var joins = tokens.WordAt(start - 1) is "to" or "through" or "until" or "till" || tokens.IsHyphen(start - 1) || (tokens.WordAt(start - 1) is "and" or "or" && month == next);
        return joins ? month < last.Month ? last.Year + 1 : last.Year : null;
    }

    private TimeMatch DayFirst(int i, int start = -1)
    {
        if (DayAt(i) is not (> 0 and var day, var at))
        {
            return default;
        }

        if (tokens.Is(at, "of"))
        {
            at++;
        }

        if (tokens.ClassAt(at) != TimeWordClass.Month || !tokens.IsCapitalised(at))
        {
            return default;
        }

        var month = tokens[at].Number;
        var past = tokens.IsMark(at + 1, '.') && tokens[at].Length <= 4 ? at + 2 : at + 1;
        var yearAt = tokens.IsMark(past, ',') ? past + 1 : past;
        return IsYear(yearAt) ? Full(start < 0 ? i : start, yearAt + 1, tokens[yearAt].Number, month, day) : DayOfYear(start < 0 ? i : start, past, month, day, at);
    }

    /// <summary>Day of a month: "26", "26th", "eighth".</summary>
    private (int Day, int End) DayAt(int i)
    {
        if (tokens.ClassAt(i) == TimeWordClass.Ordinal)
        {
            return (tokens[i].Number, i + 1);
        }

        if (tokens.ClassAt(i) != TimeWordClass.Digits || tokens[i].Length > 2 || tokens[i].Number is < 1 or > 31 || (tokens.IsMark(i + 1, ':') && tokens.ClassAt(i + 2) == TimeWordClass.Digits && tokens.Adjoins(i + 2)) ||
            (tokens.IsMark(i + 1, '.') && tokens.ClassAt(i + 2) == TimeWordClass.Digits && tokens.Adjoins(i + 2)) || tokens.IsMark(i + 1, '%'))
        {
            return default;
        }

        return (tokens[i].Number, tokens.Adjoins(i + 1) && tokens.WordAt(i + 1) is "st" or "nd" or "rd" or "th" ? i + 2 : i + 1);
    }

    private static TimeMatch Full(int start, int end, int year, int month, int day) =>
        year is >= 1 and <= 9999 && day <= DateTime.DaysInMonth(year, month) ? Made(start, end, Calendar.Day(new DateOnly(year, month, day))) : default;

    /// <summary>2024-01-26, 1/27/25, 01/27/2025, 9/11.</summary>
    private TimeMatch Numeric(int i)
    {
        if (IsYear(i) && tokens.IsHyphen(i + 1) && tokens.Adjoins(i + 1) && Two(i + 2) && tokens[i + 2].Number is >= 1 and <= 12)
        {
            return tokens.IsHyphen(i + 3) && Two(i + 4) && tokens[i + 4].Number >= 1
                ? Full(i, i + 5, tokens[i].Number, tokens[i + 2].Number, tokens[i + 4].Number)
                // "the 2007-09 crisis" lasted some years.
                : tokens[i + 2].Number > tokens[i].Number % 100 ? Made(i, i + 3, Calendar.Year(tokens[i].Number))
                : Made(i, i + 3, Calendar.Month(tokens[i].Number, tokens[i + 2].Number));
        }

        if (tokens.IsMark(i + 1, '/') && tokens.Adjoins(i + 1) && tokens.Adjoins(i + 2) && tokens.ClassAt(i + 2) == TimeWordClass.Digits && tokens[i].Length <= 2)
        {
            var (month, day) = (tokens[i].Number, tokens[i + 2].Number);
            if (tokens.IsMark(i + 3, '/') && tokens.ClassAt(i + 4) == TimeWordClass.Digits && tokens.Adjoins(i + 4) && tokens[i + 4].Length is 2 or 4)
            {
                // The day first where the first number can be no month.
                if (month > 12)
                {
                    (month, day) = (day, month);
                }

                var year = tokens[i + 4].Length == 2 ? FullYear(tokens[i + 4].Number) : tokens[i + 4].Number;
                return month is >= 1 and <= 12 && day >= 1 ? Full(i, i + 5, year, month, day) : default;
            }

            return month == 9 && day == 11 && tokens[i].Length == 1 ? Full(i, i + 3, 2001, 9, 11) : default;
        }

        return default;
    }

    private bool Two(int i) => tokens.ClassAt(i) == TimeWordClass.Digits && tokens[i].Length == 2 && tokens.Adjoins(i);

    private TimeMatch YearAt(int i)
    {
        if (!IsYear(i) || tokens[i].Number < 1500 || IsQuantity(i))
        {
            return default;
        }

        // 1990-91 and 2011–2012 begin with their first year.
        if (tokens.IsHyphen(i + 1) && tokens.Adjoins(i + 1) && tokens.ClassAt(i + 2) == TimeWordClass.Digits && tokens.Adjoins(i + 2) && tokens[i + 2].Length == 2)
        {
            return Made(i, i + 3, Calendar.Year(tokens[i].Number));
        }

        return Made(i, i + 1, Calendar.Year(tokens[i].Number));
    }

    /// <summary>True where four digits count something: after a currency sign, before a unit, in a longer number.</summary>
    private bool IsQuantity(int i) =>
        (tokens.ClassAt(i - 1) == TimeWordClass.Punctuation && tokens.Adjoins(i) && tokens[i - 1].Number is '$' or '£' or '€' or '.' or ',' or '#' or ':' or '/') ||
        (tokens.Adjoins(i + 1) && (tokens.ClassAt(i + 1) is not TimeWordClass.Punctuation || tokens[i + 1].Number is '%' or '/' || (tokens[i + 1].Number == ':' && tokens.ClassAt(i + 2) == TimeWordClass.Digits && tokens.Adjoins(i + 2)))) ||
        (tokens.Adjoins(i + 1) && tokens.ClassAt(i + 1) == TimeWordClass.Punctuation && tokens[i + 1].Number is '.' or ',' && tokens.ClassAt(i + 2) == TimeWordClass.Digits && tokens.Adjoins(i + 2)) ||
        (tokens.Adjoins(i) && tokens.IsHyphen(i - 1) && tokens.ClassAt(i - 2) == TimeWordClass.None && tokens.IsCapitalised(i - 2)) ||
        tokens.WordAt(i + 1) is "people" or "troops" or "soldiers" or "miles" or "points" or "percent" or "men" or "workers" or "employees" or "shares" or "feet" or "tons" or "barrels" or "dollars" or "GMT" or "times" or "million" or "billion" or "hours" or "meters" or "metres" or "kilometers" or "deaths" or "cases" or "homes" or "votes" ||
        tokens.WordAt(i - 1) is "Flight" or "flight" or "Resolution" or "resolution" or "No" or "Room" or "Windows" or "Building" or "some" or "Highway" or "Route" or "nearly" or "almost" or "about" or "approximately" or "over" or "than" or "least";

    private static int FullYear(int year) => year < 50 ? 2000 + year : 1900 + year;

    private TimeMatch Decade(int i, int start = -1)
    {
        if (start < 0)
        {
            start = i;
        }

        if (tokens.IsApostrophe(i) && tokens.ClassAt(i + 1) == TimeWordClass.Digits && tokens.Adjoins(i + 1) && tokens[i + 1].Length == 2 && tokens.Is(i + 2, "s") && tokens.Adjoins(i + 2))
        {
            return Made(start, i + 3, "19" + tokens[i + 1].Number / 10);
        }

        if (tokens.ClassAt(i) == TimeWordClass.Position && tokens.IsHyphen(i + 1))
        {
            return Decade(i + 2, start);
        }

        if (tokens.ClassAt(i) == TimeWordClass.Position)
        {
            return Decade(i + 1, start);
        }

        var owner = start - 1;
        while (tokens.ClassAt(owner) == TimeWordClass.Position || tokens.IsHyphen(owner))
        {
            owner--;
        }

        if (tokens.WordAt(owner) is "his" or "her" or "their" or "my" or "our" or "your")
        {
            return default; // in his 30s: an age
        }

        var plural = tokens.IsApostrophe(i + 1) ? i + 2 : i + 1;
        if (tokens.ClassAt(i) == TimeWordClass.Digits && tokens[i].Number % 10 == 0 && tokens.Is(plural, "s") && tokens.Adjoins(plural))
        {
            return tokens[i].Length == 4 && tokens[i].Number is >= 1500 and <= 2100 ? Made(start, plural + 1, Calendar.Year(tokens[i].Number)[..3])
                : tokens[i].Length == 2 && tokens[i].Number >= 20 ? Made(start, plural + 1, "19" + tokens[i].Number / 10) : default;
        }

        var word = tokens.WordAt(i);
        return start < i && word.EndsWith("ties") && TimeWord.Table.TryGetValue(string.Concat(word[..^3], "y"), out var tens) && tens.Number >= 20
            ? Made(start, i + 1, "19" + tens.Number / 10) : default;
    }

    private TimeMatch Century(int i, int start = -1)
    {
        if (tokens.ClassAt(i) == TimeWordClass.Position)
        {
            i++;
        }

        if (tokens.ClassAt(i) != TimeWordClass.Ordinal && !(tokens.ClassAt(i) == TimeWordClass.Digits && tokens[i].Number is > 0 and <= 21 && tokens.Adjoins(i + 1)))
        {
            return default;
        }

        var at = tokens.ClassAt(i) == TimeWordClass.Ordinal ? i + 1 : i + 2;
        if (tokens.IsHyphen(at))
        {
            at++;
        }

        return tokens.ClassAt(at) == TimeWordClass.Unit && tokens[at].Code == "C" && tokens.Is(at, "century")
            ? Made(start < 0 ? i : start, at + 1, (tokens[i].Number - 1).ToString("D2", System.Globalization.CultureInfo.InvariantCulture)) : default;
    }

    /// <summary>"the year two thousand and ten": a bare "two thousand" counts something.</summary>
    private TimeMatch YearTwoThousand(int start, int i)
    {
        if (tokens.ClassAt(i) != TimeWordClass.Number || tokens[i].Number != 2 || !tokens.Is(i + 1, "thousand"))
        {
            return default;
        }

        var rest = tokens.Is(i + 2, "and") ? i + 3 : i + 2;
        var (end, ones, _) = tokens.ClassAt(rest) == TimeWordClass.Number ? Quantities.Count(tokens, rest) : (i + 2, 0, false);
        return ones < 100 ? Made(start, end, Calendar.Year(2000 + ones)) : default;
    }

    /// <summary>"nineteen ninety-seven".</summary>
    private TimeMatch SpokenYear(int i)
    {
        if (tokens.ClassAt(i) != TimeWordClass.Number || tokens[i].Number is not (18 or 19 or 20) || tokens.ClassAt(i + 1) != TimeWordClass.Number || tokens[i + 1].Number is < 10 or > 90)
        {
            return default;
        }

        var (end, rest, _) = Quantities.Count(tokens, i + 1);
        return rest is >= 10 and < 100 && tokens.ClassAt(end) != TimeWordClass.Unit ? Made(i, end, Calendar.Year((tokens[i].Number * 100) + rest)) : default;
    }
}
