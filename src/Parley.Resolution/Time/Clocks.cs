using Parley.Records;

namespace Parley.Resolution.Time;

/// <summary>Reads times of the day, with the day before or after them: "9:30 a.m. EST Monday", "noon", "14:00 GMT", "8pm".</summary>
internal sealed class Clocks(TimeTokens tokens, TimeContext context)
{
    /// <summary>The time at token <paramref name="i"/>; <paramref name="dateAt"/> reads a date.</summary>
    public TimeMatch At(int i, Func<int, TimeMatch> dateAt)
    {
        var (end, clock) = ClockAt(i);
        if (end == 0 || IsRepeated(i) || tokens.WordAt(i - 1) is "high" or "High")
        {
            return default;
        }

        if (tokens.Is(end, "local"))
        {
            end = tokens.Is(end + 1, "time") ? end + 2 : end;
        }
        else if (tokens.ClassAt(end) == TimeWordClass.Zone && tokens.IsCapitalised(end))
        {
            end++;
        }

        var dateFrom = tokens.IsMark(end, ',') || tokens.Is(end, "on") ? end + 1 : end;
        if (dateAt(dateFrom) is { Found: true, Value.Length: 10 } date)
        {
            return new TimeMatch(i, date.End, TimexType.Time, date.Value + clock);
        }

        // "at 10 a.m. (0700 GMT) Friday", "on Friday at about 10 a.m."
        var day = PastParenthesis(end) is > 0 and var past && dateAt(tokens.Is(past, "on") ? past + 1 : past) is { Found: true, Value.Length: 10 } after ? Calendar.FirstDay(after.Value)
            : context.LastGrain == Grain.Day && !Tense.SentenceEndsBetween(tokens, context.LastDateToken, i) ? context.LastDay
            : context.Today ?? context.LastDay;
        return day is { } known ? new TimeMatch(i, end, TimexType.Time, Calendar.Day(known) + clock) : default;
    }

    /// <summary>The same time in another zone: "(0700 GMT)".</summary>
    private bool IsRepeated(int i) => tokens.IsMark(i - 1, '(') && (tokens.ClassAt(i - 2) == TimeWordClass.Zone || tokens.WordAt(i - 2) is "m" or "am" or "pm" || (tokens.IsMark(i - 2, '.') && tokens.WordAt(i - 3) is "m"));

    /// <summary>Past a parenthesis of few words at a token, or 0.</summary>
    private int PastParenthesis(int i)
    {
        if (tokens.IsMark(i, '('))
        {
            for (var at = i + 1; at < Math.Min(tokens.Count, i + 8); at++)
            {
                if (tokens.IsMark(at, ')'))
                {
                    return at + 1;
                }
            }
        }

        return 0;
    }

    private (int End, string Clock) ClockAt(int i)
    {
        if (tokens.ClassAt(i) == TimeWordClass.Clock)
        {
            return (i + 1, $"T{tokens[i].Number:D2}:00");
        }

        if (tokens.ClassAt(i) != TimeWordClass.Digits || tokens[i].Length > 4 || tokens[i].Number < 0)
        {
            return default;
        }

        var (hour, minute, at) = (tokens[i].Number, 0, i + 1);
        var colon = false;
        if ((tokens.IsMark(at, ':') || tokens.IsMark(at, '.')) && tokens.Adjoins(at) && tokens.ClassAt(at + 1) == TimeWordClass.Digits && tokens[at + 1].Length == 2 && tokens.Adjoins(at + 1))
        {
            colon = tokens.IsMark(at, ':');
            (minute, at) = (tokens[at + 1].Number, at + 2);
        }

        if (tokens[i].Length <= 2 && HalfOfDay(at) is var (afternoon, end) && end > 0 && hour is >= 1 and <= 12 && minute < 60)
        {
            return (end, $"T{(hour % 12) + (afternoon ? 12 : 0):D2}:{minute:D2}");
        }

        if (tokens[i].Length <= 2 && hour is >= 1 and <= 12 && minute < 60 && tokens.Is(at, "in") && tokens.Is(at + 1, "the") && tokens.ClassAt(at + 2) == TimeWordClass.Daypart)
        {
            return (at + 3, $"T{(hour % 12) + (tokens[at + 2].Code == "MO" ? 0 : 12):D2}:{minute:D2}");
        }

        if (colon && hour < 24 && minute < 60 && tokens[i].Length <= 2 && (tokens.ClassAt(at) == TimeWordClass.Zone || tokens.WordAt(i - 1) is "at" or "At"))
        {
            return (at, $"T{hour:D2}:{minute:D2}");
        }

        return tokens[i].Length == 4 && hour < 2400 && hour % 100 < 60 && tokens.WordAt(i + 1) is "GMT" or "UTC"
            ? (i + 1, $"T{hour / 100:D2}:{hour % 100:D2}") : default;
    }

    /// <summary>"a.m.", "p.m.", "am", "PM", "o'clock".</summary>
    private (bool Afternoon, int End) HalfOfDay(int i)
    {
        var word = tokens.WordAt(i);
        if (word is "am" or "AM" or "pm" or "PM")
        {
            return (word[0] is 'p' or 'P', i + 1);
        }

        if (word is "a" or "p" or "A" or "P" && tokens.IsMark(i + 1, '.') && tokens.WordAt(i + 2) is "m" or "M")
        {
            return (word[0] is 'p' or 'P', tokens.IsMark(i + 3, '.') ? i + 4 : i + 3);
        }

        return word is "o" && tokens.IsApostrophe(i + 1) && tokens.Is(i + 2, "clock") ? (false, i + 3) : default;
    }
}
