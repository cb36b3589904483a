using Parley.Records;

namespace Parley.Resolution.Time;

/// <summary>Reads dates that start from the document's date or from the last one mentioned: "Monday", "last week", "two days later", "tomorrow".</summary>
internal sealed class RelativeDates(TimeTokens tokens, TimeContext context)
{
    /// <summary>The date at token <paramref name="i"/>.</summary>
    public TimeMatch At(int i) => tokens.ClassAt(i) switch
    {
        TimeWordClass.Weekday => Weekday(i, i, null),
        TimeWordClass.Deictic => Deictic(i),
        TimeWordClass.Tonight => OfToday(i, i + 1, "TNI", TimexType.Time),
        TimeWordClass.Overnight => OfToday(i, i + 1, "TNI", TimexType.Time),
        TimeWordClass.Relative or TimeWordClass.That or TimeWordClass.Latest or TimeWordClass.Current => Period(i, i),
        TimeWordClass.Article => Period(i + 1, i).Or(Bare(i + 1, i)).Or(Shifted(i)),
        TimeWordClass.Season => Season(i, i, null),
        TimeWordClass.Indefinite or TimeWordClass.Digits or TimeWordClass.Number or TimeWordClass.Few or TimeWordClass.Couple or TimeWordClass.Half => Shifted(i),
        TimeWordClass.Unit => YearAgo(i, i).Or(YearEnd(i)),
        _ => default,
    };

    private static TimeMatch Date(int start, int end, string value, string? mod = null) => new(start, end, TimexType.Date, value, mod);

    /// <summary>Past a weekday, the part of the day after it.</summary>
    private (int End, string Part) PartAt(int i) =>
        tokens.ClassAt(i) == TimeWordClass.Daypart ? (i + 1, "T" + tokens[i].Code)
        : tokens.Is(i, "at") && tokens.Is(i + 1, "night") ? (i + 2, "TNI") : (i, "");

    private TimeMatch Weekday(int i, int start, int? relative, DateOnly? from = null)
    {
        if (tokens[i].Length <= 5 && !tokens.Is(i, "Thurs"))
        {
            // "Mon.", "Wed." need their point; "Sat" and "Sun" are not in the table.
            if (tokens[i].Length <= 4 && !tokens.IsMark(i + 1, '.'))
            {
                return default;
            }
        }

        if (!tokens.IsCapitalised(i))
        {
            return default;
        }

        var plural = tokens.WordAt(i).EndsWith("days");
        var (end, part) = PartAt(i + 1);
        if (plural || (part.Length > 0 && tokens.WordAt(end - 1).EndsWith("s")))
        {
            return new TimeMatch(start, end, TimexType.Set, $"XXXX-WXX-{tokens[i].Number}{part}");
        }

        if ((from ?? context.Today) is not { } today)
        {
            return new TimeMatch(start, end, part.Length > 0 ? TimexType.Time : TimexType.Date, $"XXXX-WXX-{tokens[i].Number}{part}");
        }

        var ahead = (tokens[i].Number - Calendar.WeekdayOf(today) + 7) % 7;
        var weekWord = WeekAfter(i + 1);
        int shift;
        if (weekWord is { } week)
        {
            shift = tokens[i].Number - Calendar.WeekdayOf(today) + (7 * week);
        }
        else
        {
            shift = relative switch
            {
                < 0 => ahead == 0 ? -7 : ahead - 7,
                > 0 => ahead == 0 ? 7 : ahead,
                0 => Tense.DirectionAt(tokens, start, end) < 0 && ahead > 0 ? ahead - 7 : ahead,
                _ => ahead == 0 ? 0 : Tense.DirectionAt(tokens, start, end) > 0 ? ahead : ahead - 7,
            };
        }

        var value = Calendar.Day(Calendar.Shift(today, "D", shift));
        return new TimeMatch(start, end, part.Length > 0 ? TimexType.Time : TimexType.Date, value + part);
    }

    /// <summary>"Monday of last week", "Friday next week": the week meant, from this one.</summary>
    private int? WeekAfter(int i)
    {
        var at = tokens.Is(i, "of") ? i + 1 : i;
        return tokens.ClassAt(at) == TimeWordClass.Relative && tokens.ClassAt(at + 1) == TimeWordClass.Unit && tokens[at + 1].Code == "W" ? tokens[at].Number : null;
    }

    private TimeMatch Deictic(int i)
    {
        var (end, part) = PartAt(i + 1);
        if (context.Today is not { } today)
        {
            return Date(i, end, tokens[i].Number == 0 ? "PRESENT_REF" : "XXXX-XX-XX");
        }

        // "today's" leaders are those of the age only where nothing else is near; the day is meant far more often.
        return new TimeMatch(i, end, part.Length > 0 ? TimexType.Time : TimexType.Date, Calendar.Day(Calendar.Shift(today, "D", tokens[i].Number)) + part);
    }

    private TimeMatch OfToday(int i, int end, string part, TimexType type) =>
        context.Today is { } today ? new TimeMatch(i, end, type, Calendar.Day(today) + part) : default;

    /// <summary>"last week", "this summer", "the previous month", "that day", "next Monday", "the current quarter".</summary>
    private TimeMatch Period(int i, int start)
    {
        var kind = tokens.ClassAt(i);
        if (kind is not (TimeWordClass.Relative or TimeWordClass.That or TimeWordClass.Latest or TimeWordClass.Current))
        {
            return default;
        }

        var at = i + 1;
        // "this past spring", "this coming Monday", "that same day", "this same week"
        var shift = kind == TimeWordClass.Relative ? tokens[i].Number : 0;
        if (tokens.ClassAt(at) == TimeWordClass.Relative && tokens.Is(i, "this"))
        {
            shift = tokens[at].Number;
            at++;
        }
        else if (tokens.ClassAt(at) is TimeWordClass.That or TimeWordClass.Fiscal || tokens.WordAt(at) is "very" or "calendar")
        {
            at++;
        }

        var anaphoric = kind == TimeWordClass.That || tokens.WordAt(i) is "following" or "previous" or "preceding" or "Previous" or "Following" || (tokens.WordAt(i) is "next" && start < i && tokens[at].Code == "D");
        switch (tokens.ClassAt(at))
        {
            case TimeWordClass.Weekday:
                return Weekday(at, start, anaphoric && shift == 0 ? null : shift, anaphoric && shift != 0 && context.LastGrain == Grain.Day ? context.LastDay : null);
            case TimeWordClass.Season:
                // "that fall" is the one of the year told of last.
                return kind == TimeWordClass.That && context.LastDay is { } then ? Date(start, at + 1, $"{then.Year}-{tokens[at].Code}") : Season(at, start, shift);
            case TimeWordClass.Month when tokens.IsCapitalised(at):
                return RelativeMonth(at, start, shift);
            case TimeWordClass.Daypart:
                if (anaphoric && context.LastGrain is Grain.Month or Grain.Year)
                {
                    return new TimeMatch(start, at + 1, TimexType.Time, $"{context.LastDate}{(context.LastGrain == Grain.Month ? "" : "-XX")}-XXT{tokens[at].Code}");
                }

                return context.Today is { } today
                    ? new TimeMatch(start, at + 1, TimexType.Time, Calendar.Day(Calendar.Shift(anaphoric ? context.LastDay ?? today : today, "D", shift)) + "T" + tokens[at].Code) : default;
            case TimeWordClass.Unit:
                return UnitPeriod(at, start, shift, anaphoric, kind);
            case TimeWordClass.None when tokens.Is(at, "period") && kind == TimeWordClass.Latest && context.LastQuarter is { } quarter:
                return Date(start, at + 1, quarter);
            default:
                return default;
        }
    }

    private TimeMatch UnitPeriod(int at, int start, int shift, bool anaphoric, TimeWordClass kind)
    {
        var unit = tokens[at].Code;
        if (unit is "TS" or "TM" or "TH" || IsTitle(at) || tokens.WordAt(at) is "days" or "weeks" or "months" or "years" or "quarters" or "decades" or "centuries" or "weekends")
        {
            return default;
        }

        var from = anaphoric ? context.LastDay ?? context.About : context.About;
        if (from is not { } day || (unit is "W" or "D" or "WE" && !anaphoric && context.Today is null))
        {
            return default;
        }

        if (unit == "M" && anaphoric && shift == 0 && context.LastGrain == Grain.Year)
        {
            return Date(start, at + 1, context.LastDate![..4] + "-XX");
        }

        if (unit == "D" && anaphoric && context.LastGrain is { } grain and not (Grain.Day or Grain.Week))
        {
            // A day of a month that is known, or of nobody knows when.
            return grain == Grain.Month ? Date(start, at + 1, context.LastDate![..7] + "-XX") : default;
        }

        if (tokens.Is(at + 1, "and") && tokens.Is(at + 2, "a") && tokens.Is(at + 3, "half") && unit is "Y" or "M" or "D")
        {
            return new TimeMatch(start, at + 4, TimexType.Duration, new Quantity(at + 4, 1, true, unit).Duration);
        }

        // "this year's third quarter" is read by the quarters; a possessive belongs to the expression.
        var end = at + 1;
        if (unit == "Q")
        {
            var last = kind == TimeWordClass.Latest || anaphoric ? context.LastQuarter : null;
            return Date(start, end, last ?? Calendar.Period(Calendar.Shift(day, "Q", kind == TimeWordClass.Latest ? -1 : shift), "Q"));
        }

        if (unit == "WE")
        {
            var weekend = shift < 0 ? Calendar.WeekdayOf(day) >= 6 ? 0 : -1 : shift;
            return Date(start, end, Calendar.Period(Calendar.Shift(day, "W", weekend), "WE"));
        }

        return unit == "C" && shift == 0 ? Date(start, end, Calendar.Period(day, "C"))
            : unit == "E" && shift != 0 ? new TimeMatch(start, end, TimexType.Duration, "P10Y")
            : Date(start, end, Calendar.Period(Calendar.Shift(day, unit, shift), unit));
    }

    /// <summary>"This Week", the name of a programme, unlike a heading in capitals.</summary>
    private bool IsTitle(int i) => tokens.IsCapitalised(i) && !char.IsUpper(tokens.WordAt(i)[^1]) && tokens.ClassAt(i - 2) == TimeWordClass.Punctuation && tokens[i - 2].Number is '"' or '“' or '\'' or '‘' or '`';

    private TimeMatch RelativeMonth(int at, int start, int shift)
    {
        if (context.About is not { } about)
        {
            return default;
        }

        var month = tokens[at].Number;
        var dayAt = tokens.IsMark(at + 1, '.') ? at + 2 : at + 1;
        var day = tokens.ClassAt(dayAt) == TimeWordClass.Digits && tokens[dayAt].Number is >= 1 and <= 28 ? tokens[dayAt].Number : 0;
        var year = shift < 0 ? month < about.Month ? about.Year : about.Year - 1 : shift > 0 ? month > about.Month ? about.Year : about.Year + 1 : about.Year;
        if (year is < 1 or > 9999)
        {
            return default;
        }

        return day > 0 ? Date(start, dayAt + 1, Calendar.Day(new DateOnly(year, month, day))) : Date(start, at + 1, Calendar.Month(year, month));
    }

    /// <summary>"the summer of 1998", "last fall", "spring".</summary>
    private TimeMatch Season(int i, int start, int? shift)
    {
        var code = tokens[i].Code;
        var at = tokens.Is(i + 1, "of") || tokens.IsMark(i + 1, ',') ? i + 2 : i + 1;
        if (tokens.ClassAt(at) == TimeWordClass.Digits && tokens[at].Length == 4 && tokens[at].Number is >= 1500 and <= 2100)
        {
            return Date(start, at + 1, $"{tokens[at].Number}-{code}");
        }

        // "spring" and "fall" are verbs too: alone they need a word before that leads to a time.
        var led = shift is not null || start < i || tokens.WordAt(i - 1) is "in" or "by" or "this" or "early" or "late" or "since" or "until" or "In" or "By" or "during" || (tokens.IsHyphen(i - 1) && tokens.ClassAt(i - 2) == TimeWordClass.Position);
        var collapse = tokens.Is(i, "fall") && tokens.Is(i - 1, "the") && tokens.WordAt(i - 2) is not ("in" or "by" or "during" or "since" or "until" or "In" or "By");
        if (!led || collapse || context.About is not { } about)
        {
            return default;
        }

        var first = code switch { "SP" => 3, "SU" => 6, "FA" => 9, _ => 12 };
        var direction = shift ?? Tense.DirectionAt(tokens, start, i + 1);
        var year = about.Year;
        if (direction < 0 && about.Month < first + (shift is null ? 0 : 3))
        {
            year--;
        }
        else if (direction > 0 && about.Month > first + 2 - (shift is null ? 0 : 2))
        {
            year++;
        }

        return Date(start, i + 1, $"{year}-{code}");
    }

    /// <summary>"the day", "the quarter", "the weekend", "the morning": a time mentioned before.</summary>
    private TimeMatch Bare(int i, int start)
    {
        switch (tokens.ClassAt(i))
        {
            case TimeWordClass.Unit when tokens[i].Code == "WE" && context.Today is { } today && tokens.Is(i, "weekend"):
                var back = Tense.DirectionAt(tokens, start, i + 1) > 0 || Calendar.WeekdayOf(today) >= 6 ? 0 : -1;
                return Date(start, i + 1, Calendar.Period(Calendar.Shift(today, "W", back), "WE"));
            case TimeWordClass.Unit when tokens[i].Code == "Q" && tokens.Is(i, "quarter") && context.LastQuarter is { } quarter:
                return Date(start, i + 1, quarter);
            case TimeWordClass.Unit when tokens.Is(i, "day") && tokens.ClassAt(i + 2) == TimeWordClass.Deictic && context.Today is { } now && (tokens.Is(i + 1, "after") || tokens.Is(i + 1, "before")):
                return Date(start, i + 3, Calendar.Day(Calendar.Shift(now, "D", tokens[i + 2].Number + (tokens.Is(i + 1, "after") ? 1 : -1))));
            case TimeWordClass.Unit when tokens.Is(i, "day") && tokens.WordAt(i + 1) is "before" or "after" && tokens.ClassAt(i + 2) == TimeWordClass.Punctuation &&
                (context.LastGrain == Grain.Day ? context.LastDay : context.Today) is { } from:
                return Date(start, i + 2, Calendar.Day(Calendar.Shift(from, "D", tokens[i + 1].Number)));
            case TimeWordClass.Unit when tokens.WordAt(i) is "year" or "month" or "week":
                return YearAgo(i, start).Or(Whole(i, start));
            case TimeWordClass.Fiscal when tokens.Is(i + 1, "year"):
            case TimeWordClass.None when tokens.WordAt(i) is "full" or "whole" or "entire" && tokens.Is(i + 1, "year"):
                return Whole(i + 1, start);
            case TimeWordClass.Daypart when tokens.WordAt(start - 1) is "in" or "In" or "during" or "During" && !tokens.WordAt(i).EndsWith("s"):
                var sameSentence = context.LastGrain == Grain.Day && !Tense.SentenceEndsBetween(tokens, context.LastDateToken, start);
                return (sameSentence ? context.LastDay : context.Today) is { } ofDay ? new TimeMatch(start, i + 1, TimexType.Time, Calendar.Day(ofDay) + "T" + tokens[i].Code) : default;
            default:
                return YearAgo(i, start).Or(Season(i, start));
        }
    }

    /// <summary>"for the year", "during the week", "the fiscal year", "the year ended March 31": the document's, or a length where its end is told.</summary>
    private TimeMatch Whole(int i, int start)
    {
        var unit = tokens[i].Code;
        if (tokens.WordAt(i + 1) is "ended" or "ending" or "to")
        {
            return tokens.ClassAt(i + 2) is TimeWordClass.Month or TimeWordClass.Article or TimeWordClass.Digits or TimeWordClass.Deictic or TimeWordClass.Weekday
                ? new TimeMatch(start, i + 1, TimexType.Duration, $"P1{unit}") : default;
        }

        if ((start == i - 1 && tokens.WordAt(start - 1) is not ("for" or "For" or "during" or "During")) ||
            tokens.WordAt(i + 1) is "of" or "before" or "after" or "since" || (unit == "W" && context.Today is null) || context.About is not { } about)
        {
            return default;
        }

        // What is told of the week on its first day is told of the one before.
        var told = unit == "W" && Calendar.WeekdayOf(about) == 1 && Tense.DirectionAt(tokens, start, i + 1) < 0 ? about.AddDays(-7) : about;
        return Date(start, i + 1, Calendar.Period(told, unit));
    }

    private TimeMatch Season(int i, int start) => tokens.ClassAt(i) == TimeWordClass.Season ? Season(i, start, null) : default;

    /// <summary>"two days ago", "a year earlier", "three weeks later", "two years before".</summary>
    private TimeMatch Shifted(int i)
    {
        var start = i;
        if (tokens.ClassAt(i) == TimeWordClass.Article)
        {
            i++;
        }

        var quantity = Quantities.At(tokens, i);
        if (!quantity.Found)
        {
            return default;
        }

        var at = quantity.End;
        if (tokens.Is(at, "or") && tokens.Is(at + 1, "so"))
        {
            at += 2;
        }

        var sign = tokens.ClassAt(at) switch
        {
            TimeWordClass.Ago => -1,
            TimeWordClass.None when tokens.Is(at, "back") && tokens.ClassAt(at + 1) == TimeWordClass.Punctuation => -1,
            TimeWordClass.Shift when tokens.WordAt(at) is "earlier" or "later" || tokens.ClassAt(at + 1) == TimeWordClass.Punctuation => tokens[at].Number,
            _ => tokens.Is(at, "from") && tokens.Is(at + 1, "now") ? 2 : 0,
        };
        if (sign == 0)
        {
            return default;
        }

        var end = sign == 2 ? at + 2 : at + 1;
        var fromDocument = tokens.ClassAt(at) != TimeWordClass.Shift;
        return quantity.Unit.StartsWith('T')
            ? new TimeMatch(start, end, TimexType.Duration, quantity.Duration)
            : quantity.Count == Quantity.Unknown
            ? fromDocument ? Date(start, end, sign < 0 ? "PAST_REF" : "FUTURE_REF") : new TimeMatch(start, end, TimexType.Duration, quantity.Duration)
            : At(start, end, quantity, Math.Sign(sign), fromDocument);
    }

    private TimeMatch At(int start, int end, Quantity quantity, int sign, bool fromDocument)
    {
        if (quantity.Unit == "Y" && quantity.Count == 1 && sign < 0 && NearQuarter(start) is { } quarter)
        {
            return Date(start, end, quarter);
        }

        if ((fromDocument ? context.About : context.LastDay ?? context.About) is not { } from)
        {
            return default;
        }

        if (!fromDocument && quantity.Unit is "D" or "W" && context.LastGrain is { } grain and not (Grain.Day or Grain.Week))
        {
            // Days after a month or a year are known no better than these.
            return grain == Grain.Month ? Date(start, end, context.LastDate![..7] + "-XX") : new TimeMatch(start, end, TimexType.Duration, quantity.Duration);
        }

        var (unit, count) = quantity.Unit switch { "E" => ("Y", quantity.Count * 10L), "C" => ("Y", quantity.Count * 100L), "L" => ("Y", quantity.Count * 1000L), "F" => ("W", quantity.Count * 2L), _ => (quantity.Unit, (long)quantity.Count) };
        if (count > 9000)
        {
            return default;
        }

        if (!fromDocument && sign > 0 && context.About is { } about && Calendar.Shift(from, unit, (int)count) > about && Tense.DirectionAt(tokens, start, end) <= 0)
        {
            if (from > about)
            {
                return new TimeMatch(start, end, TimexType.Duration, quantity.Duration);
            }

            // "thirteen years later, the law stands": what is told of has come by now.
            from = Calendar.Shift(about, unit, -(int)count);
        }

        if (unit == "Y" && sign < 0 && count >= from.Year)
        {
            return Date(start, end, "PAST_REF"); // before the years that values can give
        }

        var day = Calendar.Shift(from, unit, sign * (int)count);
        // "ten years ago this week"
        if (unit == "Y" && fromDocument && sign < 0 && tokens.Is(end, "this") && tokens.ClassAt(end + 1) == TimeWordClass.Unit && tokens[end + 1].Code is "W" or "M")
        {
            return Date(start, end + 2, Calendar.Period(day, tokens[end + 1].Code));
        }

        if (quantity.Half)
        {
            day = unit == "Y" ? Calendar.Shift(day, "M", sign * 6) : day;
        }

        return Date(start, end, Calendar.Period(day, unit == "Y" && quantity.Half ? "M" : unit));
    }

    /// <summary>In reports on a quarter "a year ago" means the same quarter then.</summary>
    private string? NearQuarter(int i)
    {
        if (context.LastQuarter is not { Length: 7 } quarter || i - context.LastQuarterToken > 150)
        {
            return null;
        }

        return Calendar.FirstDay(quarter) is { } first ? Calendar.Quarter(first.Year - 1, quarter[6] - '0') : null;
    }

    /// <summary>"year-ago", "the year-earlier quarter".</summary>
    private TimeMatch YearAgo(int i, int start)
    {
        if (!tokens.Is(i, "year") || !tokens.IsHyphen(i + 1) || !(tokens.ClassAt(i + 2) == TimeWordClass.Ago || tokens.Is(i + 2, "earlier")))
        {
            return default;
        }

        var end = tokens.WordAt(i + 3) is "period" or "quarter" ? i + 4 : i + 3;
        start = end == i + 4 ? start : i;
        return NearQuarter(i) is { } quarter ? Date(start, end, quarter) : context.Year is { } year ? Date(start, end, Calendar.Year(year - 1)) : default;
    }

    /// <summary>"year-end", "year end", "year's end".</summary>
    private TimeMatch YearEnd(int i)
    {
        if (!tokens.Is(i, "year") || context.Year is not { } year)
        {
            return default;
        }

        var at = tokens.IsHyphen(i + 1) ? i + 2 : tokens.IsApostrophe(i + 1) && tokens.Is(i + 2, "s") ? i + 3 : i + 1;
        var gone = tokens.WordAt(i - 1) is "since" or "from" || (context.About is { Month: <= 3 } && Tense.DirectionAt(tokens, i, at + 1) < 0);
        return tokens.Is(at, "end") ? Date(i, at + 1, Calendar.Day(new DateOnly(gone ? Math.Max(1, year - 1) : year, 12, 31))) : default;
    }
}
