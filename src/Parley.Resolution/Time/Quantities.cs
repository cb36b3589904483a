namespace Parley.Resolution.Time;

/// <summary>Reads counts of units of time: "two", "20", "2 1/2", "several", "a couple of", with the unit after them.</summary>
internal static class Quantities
{
    /// <summary>A count and its unit from token <paramref name="i"/>; hyphens may join them.</summary>
    public static Quantity At(TimeTokens tokens, int i)
    {
        var (at, count, half) = Count(tokens, i);
        if (at == i)
        {
            return default;
        }

        // "two to three weeks", "10 or 15 months": the first count stands for the range.
        if ((tokens.Is(at, "to") || tokens.Is(at, "or") || tokens.IsHyphen(at)) && Count(tokens, at + 1) is var (past, _, _) && past > at + 1 && tokens.ClassAt(i) is TimeWordClass.Number or TimeWordClass.Digits && UnitAt(tokens, past) is { End: > 0 })
        {
            at = past;
        }

        if (!half && PastHalf(tokens, at) is > 0 and var pastHalf)
        {
            (at, half) = (pastHalf, true);
        }

        var unit = UnitAt(tokens, at);
        if (unit.End == 0)
        {
            return default;
        }

        var end = unit.End;
        if (!half && PastHalf(tokens, end) is > 0 and var pastUnitHalf)
        {
            (end, half) = (pastUnitHalf, true);
        }

        return new Quantity(end, count, half, unit.Code);
    }

    /// <summary>Past "and a half", hyphens between or not; 0 where it does not stand at <paramref name="i"/>.</summary>
    private static int PastHalf(TimeTokens tokens, int i)
    {
        ReadOnlySpan<TimeWordClass> classes = [TimeWordClass.None, TimeWordClass.Indefinite, TimeWordClass.Half];
        var at = i;
        foreach (var wanted in classes)
        {
            at = tokens.IsHyphen(at) ? at + 1 : at;
            if (tokens.ClassAt(at) != wanted || (wanted == TimeWordClass.None && !tokens.Is(at, "and")))
            {
                return 0;
            }

            at++;
        }

        return at;
    }

    /// <summary>A unit from token <paramref name="i"/>, words such as "more" or "consecutive" before it allowed.</summary>
    public static (int End, string Code) UnitAt(TimeTokens tokens, int i)
    {
        if (tokens.IsHyphen(i))
        {
            i++;
        }

        if (tokens.WordAt(i) is "more" or "additional" or "full" or "consecutive" or "straight" or "trading" or "business" or "whole" or "long" or "short" or "calendar" or "extra" or "crucial" or "working" or "other")
        {
            i++;
        }

        // "second" is a number in order more often than a unit.
        return tokens.ClassAt(i) == TimeWordClass.Unit ? (i + 1, tokens[i].Code)
            : tokens.Is(i, "second") && i > 0 && tokens.IsHyphen(i - 1) ? (i + 1, "TS") : default;
    }

    /// <summary>A count from token <paramref name="i"/>; returns <paramref name="i"/> itself if there is none.</summary>
    public static (int End, int Count, bool Half) Count(TimeTokens tokens, int i)
    {
        switch (tokens.ClassAt(i))
        {
            case TimeWordClass.Digits:
                return Digits(tokens, i);
            case TimeWordClass.Number:
                return Words(tokens, i);
            case TimeWordClass.Few:
                return (i + 1, Quantity.Unknown, false);
            case TimeWordClass.Half when tokens.ClassAt(i + 1) == TimeWordClass.Indefinite:
                return (i + 2, 0, true);
            case TimeWordClass.Half when tokens.IsHyphen(i + 1):
                return (i + 1, 0, true);
            case TimeWordClass.Couple:
                return (tokens.Is(i + 1, "of") ? i + 2 : i + 1, 2, false);
            case TimeWordClass.Indefinite:
                return tokens.ClassAt(i + 1) switch
                {
                    TimeWordClass.Few when tokens.Is(i + 1, "few") => (i + 2, Quantity.Unknown, false),
                    TimeWordClass.Couple => (tokens.Is(i + 2, "of") ? i + 3 : i + 2, 2, false),
                    TimeWordClass.Number when tokens[i + 1].Number >= 100 || tokens.Is(i + 1, "dozen") => Words(tokens, i + 1),
                    TimeWordClass.Half => (i + 2, 0, true),
                    _ => (i + 1, 1, false),
                };
            default:
                return (i, 0, false);
        }
    }

    private static (int End, int Count, bool Half) Digits(TimeTokens tokens, int i)
    {
        var count = tokens[i].Number;
        if (count < 0)
        {
            return (i, 0, false);
        }

        // 1,000 years; 2 1/2 years; 1.5 years
        if (tokens.IsMark(i + 1, ',') && tokens.Adjoins(i + 1) && tokens.ClassAt(i + 2) == TimeWordClass.Digits && tokens.Adjoins(i + 2) && tokens[i + 2].Length == 3 && count < 1000)
        {
            return (i + 3, (count * 1000) + tokens[i + 2].Number, false);
        }

        if (tokens.ClassAt(i + 1) == TimeWordClass.Digits && tokens[i + 1].Number == 1 && tokens.IsMark(i + 2, '/') && tokens.ClassAt(i + 3) == TimeWordClass.Digits && tokens[i + 3].Number == 2)
        {
            return (i + 4, count, true);
        }

        return tokens.IsMark(i + 1, '.') && tokens.Adjoins(i + 1) && tokens.ClassAt(i + 2) == TimeWordClass.Digits && tokens.Adjoins(i + 2)
            ? (i + 3, count, tokens[i + 2].Number == 5 && tokens[i + 2].Length == 1) : (i + 1, count, false);
    }

    private static (int End, int Count, bool Half) Words(TimeTokens tokens, int i)
    {
        long total = 0, group = 0;
        var end = i;
        for (var at = i; ; at++)
        {
            if (at > i && tokens.IsHyphen(at) && tokens.ClassAt(at + 1) == TimeWordClass.Number)
            {
                at++;
            }

            if (tokens.ClassAt(at) != TimeWordClass.Number || total + group > 1_000_000)
            {
                break;
            }

            var number = tokens[at].Number;
            if (number == 100)
            {
                group = Math.Max(group, 1) * 100;
            }
            else if (number == 1000)
            {
                (total, group) = (total + (Math.Max(group, 1) * 1000), 0);
            }
            else if (group > 0 && !(number < 10 && group % 100 >= 20) && !(number < 100 && group >= 100 && group % 100 == 0))
            {
                break;
            }
            else
            {
                group += number;
            }

            end = at + 1;
        }

        return (end, (int)Math.Min(total + group, int.MaxValue), false);
    }
}
