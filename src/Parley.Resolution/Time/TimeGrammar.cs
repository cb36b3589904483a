namespace Parley.Resolution.Time;

/// <summary>Joins the rules: the longest expression at a token, with the words that shade it ("early", "about", "the end of").</summary>
internal sealed class TimeGrammar
{
    private readonly TimeTokens _tokens;
    private readonly TimeContext _context;
    private readonly AbsoluteDates _absolute;
    private readonly RelativeDates _relative;
    private readonly Quarters _quarters;
    private readonly Durations _durations;
    private readonly Clocks _clocks;
    private readonly Holidays _holidays;
    private readonly Func<int, TimeMatch> _dateAt;

    public TimeGrammar(TimeTokens tokens, TimeContext context)
    {
        (_tokens, _context) = (tokens, context);
        (_absolute, _relative, _quarters) = (new AbsoluteDates(tokens, context), new RelativeDates(tokens, context), new Quarters(tokens, context));
        _dateAt = DateAt;
        (_durations, _clocks, _holidays) = (new Durations(tokens), new Clocks(tokens, context), new Holidays(tokens, context));
    }

    /// <summary>The time expression that begins at token <paramref name="i"/>.</summary>
    public TimeMatch At(int i) => _tokens.ClassAt(i) switch
    {
        TimeWordClass.None => _tokens[i].Length > 12 ? default : _tokens.IsCapitalised(i) ? Named(i) : Phrase(i),
        TimeWordClass.Punctuation => _tokens.IsApostrophe(i) ? _absolute.At(i) : default,
        TimeWordClass.Position => Positioned(i),
        TimeWordClass.Approx => Approximate(i),
        TimeWordClass.Shift => Shifted(i),
        TimeWordClass.Article when _tokens.ClassAt(i + 1) == TimeWordClass.Position => Positioned(i).Or(Core(i)),
        TimeWordClass.Article when _tokens.Is(i + 2, "of") && PartOf(i) is { Found: true } part => part,
        _ => Core(i).Or(Reference(i)),
    };

    private TimeMatch Named(int i) => _holidays.At(i).Or(_tokens.Is(i, "Q") ? _quarters.At(i) : default).Or(Phrase(i));

    private TimeMatch Core(int i) => DateAt(i).Or(_durations.At(i)).Or(_clocks.At(i, _dateAt));

    private TimeMatch DateAt(int i) => _absolute.At(i).Or(_relative.At(i)).Or(_quarters.At(i)).Or(_tokens.ClassAt(i) == TimeWordClass.Relative ? _holidays.At(i + 1) : default);

    /// <summary>"the night of Oct. 29", "the week of March 6".</summary>
    private TimeMatch PartOf(int i)
    {
        var (kind, code) = (_tokens.ClassAt(i + 1), _tokens[i + 1].Code);
        var week = kind == TimeWordClass.Unit && code is "W" or "WE";
        if (!(week || kind == TimeWordClass.Daypart) || DateAt(i + 3) is not { Found: true, Value.Length: 10 } date || Calendar.FirstDay(date.Value) is not { } day)
        {
            return default;
        }

        return week ? new TimeMatch(i, date.End, TimexType.Date, Calendar.Period(day, code)) : new TimeMatch(i, date.End, TimexType.Time, $"{date.Value}T{code}");
    }

    /// <summary>"early 1998", "late Monday", "mid-November", "the end of the year", "earlier this month".</summary>
    private TimeMatch Positioned(int i)
    {
        var at = _tokens.ClassAt(i) == TimeWordClass.Article ? i + 1 : i;
        var mod = _tokens[at].Code;
        var next = at + 1;
        if (_tokens.Is(next, "of") || (_tokens.Is(next, "in") && !_tokens.Is(at, "beginning")) || _tokens.IsHyphen(next))
        {
            next++;
        }

        var core = Core(next);
        if (!core.Found && _tokens.Is(next, "the") && _tokens.ClassAt(next + 1) == TimeWordClass.Unit && _context.About is { } about && _tokens[next + 1].Code is "Y" or "M" or "W" && !_tokens.WordAt(next + 1).EndsWith("s"))
        {
            core = new TimeMatch(next, next + 2, TimexType.Date, Calendar.Period(about, _tokens[next + 1].Code));
        }

        if (!core.Found && _tokens.ClassAt(next) == TimeWordClass.Daypart && _context.DayTold is { } day)
        {
            core = new TimeMatch(next, next + 1, TimexType.Time, Calendar.Day(day) + "T" + _tokens[next].Code);
        }

        // "the start of two days", "late two weeks ago" is nothing that is said.
        return core.Found && core.Type is TimexType.Date or TimexType.Time && core.Value is not ("PAST_REF" or "FUTURE_REF" or "PRESENT_REF")
            ? core with { Start = i, Mod = mod } : default;
    }

    /// <summary>"about two years ago", "nearly forty years", "over a week", "around noon".</summary>
    private TimeMatch Approximate(int i)
    {
        var core = Core(i + 1);
        return core.Found && (core.Type == TimexType.Duration || _tokens.ClassAt(core.End - 1) == TimeWordClass.Ago || (core.Type == TimexType.Time && core.Value.Contains(':', StringComparison.Ordinal)))
            ? core with { Start = i, Mod = _tokens[i].Code } : default;
    }

    /// <summary>"later this week", "earlier in the year", "earlier Monday".</summary>
    private TimeMatch Shifted(int i)
    {
        var inThe = _tokens.Is(i + 1, "in") && _tokens.Is(i + 2, "the") && _tokens.ClassAt(i + 3) == TimeWordClass.Unit;
        if (inThe && _context.About is { } about && _tokens[i + 3].Code is "Y" or "M" or "W" or "D" && (_tokens[i + 3].Code is "Y" or "M" || _context.Today is not null))
        {
            return new TimeMatch(i, i + 4, TimexType.Date, Calendar.Period(about, _tokens[i + 3].Code), _tokens[i].Number < 0 ? "START" : "END");
        }

        if (_tokens.WordAt(i) is not ("earlier" or "later" or "Earlier" or "Later"))
        {
            return default;
        }

        var core = Core(i + 1);
        return core is { Found: true, Type: TimexType.Date or TimexType.Time } && _tokens.ClassAt(i + 1) is TimeWordClass.Relative or TimeWordClass.That or TimeWordClass.Weekday or TimeWordClass.Deictic
            ? core with { Start = i, Mod = _tokens[i].Number < 0 ? "START" : "END" } : default;
    }

    /// <summary>Words that point to the present, past or future without a date.</summary>
    private TimeMatch Reference(int i) => _tokens.ClassAt(i) switch
    {
        TimeWordClass.Present or TimeWordClass.Current => Vague(i, i + 1, "PRESENT_REF"),
        TimeWordClass.Past or TimeWordClass.Recent => Vague(i, i + 1, "PAST_REF"),
        TimeWordClass.Article when _tokens.ClassAt(i + 1) == TimeWordClass.FutureNoun => Vague(i, i + 2, "FUTURE_REF"),
        TimeWordClass.Article when _tokens.WordAt(i + 1) is "near" or "immediate" && _tokens.ClassAt(i + 2) == TimeWordClass.FutureNoun => Vague(i, i + 3, "FUTURE_REF"),
        TimeWordClass.Article when _tokens.Is(i + 1, "past") && _tokens.WordAt(i - 1) is "in" or "In" or "from" or "of" && _tokens.ClassAt(i + 2) is not (TimeWordClass.Unit or TimeWordClass.Number or TimeWordClass.Digits or TimeWordClass.Few or TimeWordClass.Couple or TimeWordClass.Season) => Vague(i, i + 2, "PAST_REF"),
        _ => default,
    };

    private TimeMatch Phrase(int i) =>
        _tokens.WordAt(i) switch
        {
            "these" or "These" when _tokens.Is(i + 1, "days") => Vague(i, i + 2, "PRESENT_REF"),
            "right" or "Right" when _tokens.ClassAt(i + 1) == TimeWordClass.Present => Vague(i, i + 2, "PRESENT_REF"),
            "more" or "More" when _tokens.Is(i + 1, "than") => Bounded(i, i + 2, "MORE_THAN"),
            "less" or "Less" or "fewer" when _tokens.Is(i + 1, "than") => Bounded(i, i + 2, "LESS_THAN"),
            "at" or "At" when _tokens.Is(i + 1, "least") => Bounded(i, i + 2, "EQUAL_OR_MORE"),
            "at" or "At" when _tokens.Is(i + 1, "most") => Bounded(i, i + 2, "EQUAL_OR_LESS"),
            "up" or "Up" when _tokens.Is(i + 1, "to") => Bounded(i, i + 2, "EQUAL_OR_LESS"),
            _ => default,
        };

    /// <summary>"more than four hours", "at least 20 years".</summary>
    private TimeMatch Bounded(int i, int at, string mod) =>
        _tokens.ClassAt(at) is not TimeWordClass.Article && Core(at) is { Found: true } core && (core.Type == TimexType.Duration || _tokens.ClassAt(core.End - 1) == TimeWordClass.Ago)
            ? core with { Start = i, Mod = mod } : default;

    private static TimeMatch Vague(int start, int end, string value) => new(start, end, TimexType.Date, value);
}
