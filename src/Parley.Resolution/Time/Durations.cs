namespace Parley.Resolution.Time;

/// <summary>Reads lengths of time and things that recur: "two weeks", "the past three months", "20-year", "every day".</summary>
internal sealed class Durations(TimeTokens tokens)
{
    /// <summary>The duration or set at token <paramref name="i"/>.</summary>
    public TimeMatch At(int i) => tokens.ClassAt(i) switch
    {
        TimeWordClass.Each => Recurring(i),
        TimeWordClass.Frequency => new TimeMatch(i, i + 1, TimexType.Set, "P" + tokens[i].Code),
        TimeWordClass.Article or TimeWordClass.Relative or TimeWordClass.Ordinal or TimeWordClass.Latest or TimeWordClass.Recent => Stretch(i),
        TimeWordClass.Digits or TimeWordClass.Number or TimeWordClass.Few or TimeWordClass.Couple or TimeWordClass.Indefinite or TimeWordClass.Half => Counted(i),
        TimeWordClass.Unit => tokens.IsHyphen(i + 1) && tokens.Is(i + 2, "long") && !tokens.WordAt(i).EndsWith("s") ? Length(i, i + 3, new Quantity(i + 1, 1, false, tokens[i].Code).Duration) : Plural(i),
        _ => default,
    };

    private static TimeMatch Length(int start, int end, string value) => new(start, end, TimexType.Duration, value);

    private TimeMatch Counted(int i)
    {
        if (tokens.Is(i + 1, "quarter") && tokens.Is(i + 2, "of") && tokens.ClassAt(i + 3) == TimeWordClass.Indefinite && tokens.Is(i + 4, "century"))
        {
            return Length(i, i + 5, "P25Y");
        }

        var quantity = IsAsMany(i) ? default : Quantities.At(tokens, i);
        if (!quantity.Found)
        {
            return default;
        }

        // A currency sign or a hyphenated name before the number makes it something else.
        if (tokens.Adjoins(i) && tokens.ClassAt(i - 1) == TimeWordClass.Punctuation && tokens[i - 1].Number is '$' or '£' or '€' or '.' or ',' or '/' or ':')
        {
            return default;
        }

        var end = quantity.End;
        if (tokens.Is(end, "or") && tokens.Is(end + 1, "so"))
        {
            end += 2;
        }

        // "several weekend rallies" are no weekends.
        if (quantity.Count == Quantity.Unknown && !tokens.IsHyphen(quantity.End - 2) && !tokens.WordAt(quantity.End - 1).EndsWith("s") && !tokens.WordAt(quantity.End - 1).EndsWith("a"))
        {
            return default;
        }

        // Three quarters are a share more often than nine months.
        return IsAge(end) || IsRate(i, quantity.End) || (quantity.Unit == "Q" && (quantity.Count != Quantity.Unknown || tokens.Is(i, "some"))) ? default
            : Length(i, tokens.IsHyphen(end) && tokens.Is(end + 1, "long") ? end + 2 : end, quantity.Duration);
    }

    /// <summary>"the third in as many weeks" gives no length of its own.</summary>
    private bool IsAsMany(int i) => tokens.Is(i, "many") && tokens.Is(i - 1, "as");

    /// <summary>"four flights a week", "$2 million a year", "twice a month": per how long, not how long.</summary>
    private bool IsRate(int start, int end)
    {
        if (end != start + 2 || tokens.ClassAt(start) != TimeWordClass.Indefinite || tokens.Is(start - 1, "in") || tokens.Is(start - 1, "for"))
        {
            return false;
        }

        for (var i = start - 1; i >= start - 3; i--)
        {
            if (tokens.ClassAt(i) is TimeWordClass.Digits or TimeWordClass.Number || tokens.IsMark(i, '%') ||
                tokens.WordAt(i) is "once" or "twice" or "million" or "billion" or "percent")
            {
                return true;
            }

            if (tokens.ClassAt(i) is not TimeWordClass.None and not TimeWordClass.Unit)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>"42-year-old", "two years old": how old somebody is, not how long something lasts.</summary>
    private bool IsAge(int end)
    {
        var at = tokens.IsHyphen(end) ? end + 1 : end;
        return tokens.Is(at, "old") || tokens.Is(at, "olds");
    }

    /// <summary>"the past two months", "the first nine months", "last three years", "recent weeks", "coming months".</summary>
    private TimeMatch Stretch(int i)
    {
        var at = i;
        if (tokens.ClassAt(at) == TimeWordClass.Article)
        {
            at++;
        }

        var lead = tokens.ClassAt(at);
        if (lead is TimeWordClass.Relative or TimeWordClass.Ordinal or TimeWordClass.Latest or TimeWordClass.Recent or TimeWordClass.Current)
        {
            if (tokens.Is(at, "this"))
            {
                return default;
            }

            at++;
        }
        else if (at == i)
        {
            return default;
        }
        else
        {
            lead = TimeWordClass.None;
        }

        var quantity = tokens.ClassAt(at) == TimeWordClass.Indefinite ? default : Quantities.At(tokens, at);
        if (quantity.Found)
        {
            // "the two-year programme": the article belongs to the noun.
            var joined = lead == TimeWordClass.None && (tokens.IsHyphen(quantity.End - 2) || tokens.WordAt(quantity.End - 1) is "day" or "minute" or "hour" or "second" && quantity.Count > 1);
            return joined || IsAge(quantity.End) ? default : Length(i, quantity.End, quantity.Duration);
        }

        if (tokens.ClassAt(at) != TimeWordClass.Unit || !tokens.WordAt(at).EndsWith("s") || lead == TimeWordClass.None)
        {
            return default;
        }

        var unit = tokens[at].Code;
        if (lead == TimeWordClass.Recent || tokens.WordAt(at - 1) is "past" or "last" or "Past" or "Last")
        {
            return unit is "M" or "W" ? Length(i, at + 1, "PX" + unit) : new TimeMatch(i, at + 1, TimexType.Date, "PAST_REF");
        }

        return lead == TimeWordClass.Relative && tokens[at - 1].Number > 0
            ? Length(i, at + 1, "PX" + unit) : default;
    }

    /// <summary>"weeks", "decades" alone: an unknown number of them.</summary>
    private TimeMatch Plural(int i)
    {
        var word = tokens.WordAt(i);
        if (!word.EndsWith("s") || IsAsMany(i - 1) || tokens[i].Code is "TS" or "TH" or "TM" or "WE" or "Q")
        {
            return default;
        }

        var quantity = new Quantity(i + 1, Quantity.Unknown, false, tokens[i].Code);
        return tokens.ClassAt(i + 1) == TimeWordClass.Ago ? new TimeMatch(i, i + 2, TimexType.Date, "PAST_REF") : IsAge(i + 1) ? default : Length(i, i + 1, quantity.Duration);
    }

    private TimeMatch Recurring(int i)
    {
        var at = i + 1;
        if (tokens.Is(at, "of") || tokens.Is(at, "other"))
        {
            at++;
        }

        switch (tokens.ClassAt(at))
        {
            case TimeWordClass.Weekday:
                return new TimeMatch(i, at + 1, TimexType.Set, $"XXXX-WXX-{tokens[at].Number}");
            case TimeWordClass.Month when tokens.IsCapitalised(at):
                return new TimeMatch(i, at + 1, TimexType.Set, $"XXXX-{tokens[at].Number:D2}");
            case TimeWordClass.Season:
                return new TimeMatch(i, at + 1, TimexType.Set, $"XXXX-{tokens[at].Code}");
            case TimeWordClass.Daypart:
                return new TimeMatch(i, at + 1, TimexType.Set, $"XXXX-XX-XXT{tokens[at].Code}");
            case TimeWordClass.Unit:
                return new TimeMatch(i, at + 1, TimexType.Set, new Quantity(at + 1, tokens.Is(i + 1, "other") ? 2 : 1, false, tokens[at].Code).Duration);
            default:
                var quantity = Quantities.At(tokens, at);
                return quantity.Found ? new TimeMatch(i, quantity.End, TimexType.Set, quantity.Duration) : default;
        }
    }
}
