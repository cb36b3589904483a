namespace Parley.Resolution.Time;

/// <summary>Reads quarters and halves of years: "the third quarter", "first-half", "Q3 2013", "next year's first quarter".</summary>
internal sealed class Quarters(TimeTokens tokens, TimeContext context)
{
    /// <summary>The quarter or half at token <paramref name="i"/>.</summary>
    public TimeMatch At(int i)
    {
        var start = i;
        var at = i;
        int? year = null;
        if (tokens.ClassAt(at) == TimeWordClass.Article)
        {
            at++;
        }

        // "this year's", "the 1989", "next year's", "the year-ago"
        if (tokens.ClassAt(at) == TimeWordClass.Relative && tokens.Is(at + 1, "year") && tokens.IsApostrophe(at + 2) && tokens.Is(at + 3, "s"))
        {
            year = context.Year + tokens[at].Number;
            at += 4;
        }
        else if (tokens.ClassAt(at) == TimeWordClass.Digits && tokens[at].Length == 4 && tokens[at].Number is >= 1900 and <= 2100)
        {
            year = tokens[at].Number;
            at++;
        }
        else if (tokens.Is(at, "year") && tokens.IsHyphen(at + 1) && (tokens.ClassAt(at + 2) == TimeWordClass.Ago || tokens.Is(at + 2, "earlier")))
        {
            year = context.Year - 1;
            at += 3;
        }

        if (tokens.WordAt(at) is "fiscal" or "flat" or "strong" or "weak")
        {
            at = tokens.IsHyphen(at + 1) ? at + 2 : at + 1;
        }

        if (year is { } named && tokens.WordAt(at) is "quarter" or "period" && context.LastQuarter is { } last)
        {
            return new TimeMatch(start, at + 1, TimexType.Date, Calendar.Quarter(named, last[^1] - '0'));
        }

        if (tokens.ClassAt(at) != TimeWordClass.Ordinal && !(tokens.Is(at, "last") && start < at))
        {
            return ShortForm(i);
        }

        var number = tokens.Is(at, "last") ? 0 : tokens[at].Number;
        var unitAt = tokens.IsHyphen(at + 1) ? at + 2 : at + 1;
        var half = tokens.ClassAt(unitAt) == TimeWordClass.Half;
        if (!half && !tokens.Is(unitAt, "quarter"))
        {
            return default;
        }

        if (tokens.IsHyphen(at + 1) && start < at && tokens.ClassAt(start) == TimeWordClass.Article && year is null)
        {
            start = at; // "the third-quarter loss": the article belongs to the noun
        }

        number = number == 0 ? half ? 2 : 4 : number;
        if (number > (half ? 2 : 4))
        {
            return default;
        }

        var end = unitAt + 1;
        if (year is null)
        {
            (year, end) = YearAfter(end);
        }

        if (half && year is null && !tokens.Is(end, "of"))
        {
            return default; // half of a game, a film, a list
        }

        year ??= YearOf(number, half, start, end);
        return year is { } known ? new TimeMatch(start, end, TimexType.Date, half ? $"{known}-H{number}" : Calendar.Quarter(known, number)) : default;
    }

    private TimeMatch ShortForm(int i)
    {
        // Q3 2013, Q3
        if (!tokens.Is(i, "Q") || tokens.ClassAt(i + 1) != TimeWordClass.Digits || !tokens.Adjoins(i + 1) || tokens[i + 1].Number is < 1 or > 4)
        {
            return default;
        }

        var (year, end) = YearAfter(i + 2);
        return (year ?? YearOf(tokens[i + 1].Number, false, i, i + 2)) is { } known ? new TimeMatch(i, end, TimexType.Date, Calendar.Quarter(known, tokens[i + 1].Number)) : default;
    }

    private (int? Year, int End) YearAfter(int i)
    {
        var at = tokens.Is(i, "of") ? i + 1 : i;
        var known = tokens.ClassAt(at) == TimeWordClass.Fiscal ? at + 1 : at;
        if (tokens.ClassAt(known) == TimeWordClass.Digits && tokens[known].Length == 4 && tokens[known].Number is >= 1900 and <= 2100)
        {
            return (tokens[known].Number, known + 1);
        }

        if (tokens.ClassAt(at) == TimeWordClass.Relative && tokens.Is(at + 1, "year"))
        {
            return (context.Year + tokens[at].Number, at + 2);
        }

        return tokens.Is(at, "the") && tokens.Is(at + 1, "year") ? (context.Year, at + 2) : (null, i);
    }

    /// <summary>The last such quarter that had begun by the document's date; the coming one where the verb tells so.</summary>
    private int? YearOf(int number, bool half, int start, int end)
    {
        if (context.About is not { } about)
        {
            return null;
        }

        var first = half ? (number * 6) - 5 : (number * 3) - 2;
        return first <= about.Month || Tense.DirectionAt(tokens, start, end) > 0 ? about.Year : about.Year - 1;
    }
}
