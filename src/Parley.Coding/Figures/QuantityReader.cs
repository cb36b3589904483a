using Parley.Coding.Words;
using Parley.Language;

namespace Parley.Coding.Figures;

/// <summary>A number or range with its unit and bounds.</summary>
internal sealed record Quantity
{
    /// <summary>The number with multiplier, currency and unit.</summary>
    public required TokenRange Words { get; init; }

    /// <summary>The value; null for a range.</summary>
    public decimal? Value { get; init; }

    public decimal? Low { get; init; }

    public decimal? High { get; init; }

    /// <summary>Unit by its own words (a currency, percent, days, km), or null.</summary>
    public string? Unit { get; init; }

    /// <summary>Kind of unit: money, percent, duration, …; null where there is none.</summary>
    public string? Kind { get; init; }

    public bool Approximate { get; init; }

    public bool InDigits { get; init; }

    public bool HasScale { get; init; }

    /// <summary>Period of a rate ("year" of "10 million each year"), or null for a level.</summary>
    public string? Rate { get; init; }

    /// <summary>The words before the number that bear on it begin here.</summary>
    public int Opening { get; init; }
}

/// <summary>Reads quantities: numbers, ranges ("between 5 and 7", "0.5-1.5%"), proportions ("three out of four"), with unit and bounds.</summary>
internal sealed class QuantityReader(FigureTables tables)
{
    private const int LongestModifier = 4;

    private readonly NumberReader _numbers = new(tables.Numerals);

    /// <summary>The quantity whose number begins at <paramref name="start"/>; null if there is none or it counts nothing.</summary>
    public Quantity? ReadAt(ArticleWords words, int start, TokenRange sentence)
    {
        var (currency, number) = (CurrencyAt(words, start, sentence.End), start);
        if (currency is { } sign)
        {
            number = sign.Words.End;
            if (number >= sentence.End || words.Entries[number] != Vocabulary.Number)
            {
                return null;
            }
        }

        if (_numbers.ReadAt(words, number, sentence.End) is not { } first || !MayCount(words, number, first) || IsDayOfMonth(words, first, sentence) || IsClock(words, first, sentence))
        {
            return null;
        }

        return Proportion(words, first, sentence) ?? Complete(words, currency, start, first, sentence);
    }

    private Quantity Complete(ArticleWords words, PhraseMatch<string>? sign, int start, NumberReading first, TokenRange sentence)
    {
        var second = SecondOf(words, first, start, sentence, out var isRange);
        var last = second ?? first;
        var value = isRange && last.HasScale && !first.HasScale && first.Value < last.Value ? ScaledLike(first.Value, last) : first.Value;
        var end = last.Words.End;
        string? unit = sign?.Value, kind = sign is null ? null : "money";
        if (sign is null && CurrencyAt(words, end, sentence.End) is { } name)
        {
            (unit, kind, end) = (name.Value, "money", name.Words.End);
        }
        else if (sign is null && tables.Units.LongestAt(words, end, sentence.End) is { } named)
        {
            (unit, kind, end) = (named.Value.Unit, named.Value.Kind, named.Words.End);
        }

        var rate = RateAfter(words, end, sentence.End);
        // "The past 24 hours" are no more than 24.
        var (before, opening) = kind == "duration" && words.Is(start - 1, "past") ? (null, start) : ModifierBefore(words, start, sentence.Start);
        var after = ModifierAfter(words, end, sentence.End);
        var effect = before ?? after;
        var bounded = !isRange && effect is ModifierEffect.Low or ModifierEffect.High;
        return new Quantity
        {
            Words = new TokenRange(start, end),
            Value = isRange ? null : value,
            Low = isRange ? Math.Min(value, last.Value) : bounded && effect == ModifierEffect.Low ? value : null,
            High = isRange ? Math.Max(value, last.Value) : bounded && effect == ModifierEffect.High ? value : null,
            Unit = unit,
            Kind = kind,
            Approximate = effect is ModifierEffect.Low or ModifierEffect.High or ModifierEffect.About,
            InDigits = first.InDigits,
            HasScale = last.HasScale,
            Rate = rate,
            Opening = opening,
        };
    }

    // "5-7 million": the first number has the multiplier of the second.
    private static decimal ScaledLike(decimal value, NumberReading last)
    {
        decimal scale = 1;
        while (scale * 1000 <= last.Value && last.Value / (scale * 1000) >= 1)
        {
            scale *= 1000;
        }

        return value < 1000 ? value * scale : value;
    }

    private NumberReading? SecondOf(ArticleWords words, NumberReading first, int start, TokenRange sentence, out bool isRange)
    {
        isRange = false;
        var next = first.Words.End;
        if (next >= sentence.End)
        {
            return null;
        }

        // A percent sign or currency may stand on both numbers: "5% to 7%", "$5 to $7".
        if (tables.Units.LongestAt(words, next, sentence.End) is { } unit && unit.Value.Kind == "percent")
        {
            next = unit.Words.End;
        }

        var joined = next < words.Count && next > 0 && words.Text.AsSpan(words[next - 1].End, words[next].Start - words[next - 1].End) is "-" or "‑" or "‐";
        var opens = start > sentence.Start && (words.Is(start - 1, "between") || words.Is(start - 1, "from"));
        var isLink = next < sentence.End && (words.Is(next, "–") || words.Is(next, "—") || words.Is(next, "to") || (opens && words.Is(next, "and")));
        if (!joined && !isLink)
        {
            return null;
        }

        next = joined ? next : next + 1;
        if (CurrencyAt(words, next, sentence.End) is { } sign)
        {
            next = sign.Words.End;
        }

        // "from 5 to 7" is a range only as "between"; "grew from 5 to 7" are two levels, and a range needs its numbers ascending.
        var isMove = start > sentence.Start && words.Is(start - 1, "from");
        if (isMove || _numbers.ReadAt(words, next, sentence.End) is not { } second || second.InDigits != first.InDigits || second.Value * (second.HasScale ? 1 : 1) <= first.Value)
        {
            return null;
        }

        isRange = true;
        return second;
    }

    private Quantity? Proportion(ArticleWords words, NumberReading first, TokenRange sentence)
    {
        var next = first.Words.End;
        var isRatio = first.Words.Start >= sentence.Start + 2 && words.Is(first.Words.Start - 1, "of") && words.Is(first.Words.Start - 2, "ratio");
        if (isRatio && next < sentence.End && words.Is(next, "to") && _numbers.ReadAt(words, next + 1, sentence.End) is { Value: > 0 } other)
        {
            return Whole(first, other, "ratio", "ratio", 1);
        }

        var link = next + 1 < sentence.End && words.Is(next, "out") && words.Is(next + 1, "of") ? next + 2
            : next < sentence.End && words.Is(next, "in") ? next + 1 : -1;
        if (link > 0 && first.Value < 100 && _numbers.ReadAt(words, link, sentence.End) is { } all && all.Value > first.Value && all.Value <= 100 &&
            (link == next + 2 || (!all.InDigits && !first.InDigits)))
        {
            return Whole(first, all, "percent", "percent", 100);
        }

        return null;

        static Quantity Whole(NumberReading part, NumberReading whole, string unit, string kind, decimal scale) => new()
        {
            Words = new TokenRange(part.Words.Start, whole.Words.End),
            Value = Math.Round(part.Value / whole.Value * scale, 4).Normalised(),
            Unit = unit,
            Kind = kind,
            InDigits = part.InDigits,
            Opening = part.Words.Start,
        };
    }

    private (ModifierEffect? Effect, int Opening) ModifierBefore(ArticleWords words, int start, int first)
    {
        for (var i = Math.Max(first, start - LongestModifier); i < start; i++)
        {
            if (tables.Modifiers.LongestAt(words, i, start) is { } match && match.Words.End == start && match.Value.StandsBefore)
            {
                // "does not exceed 3 percent" is no more than that.
                var isNegated = i > first && (words.Is(i - 1, "not") || words.Is(i - 1, "n't") || words.Is(i - 1, "never"));
                return (isNegated ? Opposite(match.Value.Effect) : match.Value.Effect, i);
            }

            // "an additional", "another": something may stand between the modifier and the number.
            if (tables.Modifiers.LongestAt(words, i, start) is { } early && early.Value.StandsBefore && early.Words.End == start - 1 &&
                (words.Is(start - 1, "another") || words.Is(start - 1, "additional") || words.Is(start - 1, "a")))
            {
                return (early.Value.Effect, i);
            }
        }

        return (null, start);
    }

    private static ModifierEffect Opposite(ModifierEffect effect) => effect switch
    {
        ModifierEffect.Low => ModifierEffect.High,
        ModifierEffect.High => ModifierEffect.Low,
        _ => effect,
    };

    private static string? RateAfter(ArticleWords words, int end, int last)
    {
        if (end < last && (words.Is(end, "annually") || words.Is(end, "yearly")))
        {
            return "year";
        }

        if (end + 1 >= last || !(words.Is(end, "each") || words.Is(end, "per") || words.Is(end, "a") || words.Is(end, "every")))
        {
            return null;
        }

        return words.Is(end + 1, "year") ? "year" : words.Is(end + 1, "month") ? "month" : words.Is(end + 1, "week") ? "week" : words.Is(end + 1, "day") ? "day" : null;
    }

    private ModifierEffect? ModifierAfter(ArticleWords words, int end, int last) =>
        end < last && tables.Modifiers.LongestAt(words, end, last) is { Value.StandsBefore: false } match ? match.Value.Effect : null;

    private PhraseMatch<string>? CurrencyAt(ArticleWords words, int i, int end)
    {
        if (i >= end)
        {
            return null;
        }

        // US$, A$: the letters cling to the sign.
        if (words.Is(i, "US") && i + 1 < end && words.Is(i + 1, "$"))
        {
            return new PhraseMatch<string>(new TokenRange(i, i + 2), "USD");
        }

        return tables.Currencies.LongestAt(words, i, end);
    }

    // "11 p.m.", "0700 GMT"
    private static bool IsClock(ArticleWords words, NumberReading number, TokenRange sentence)
    {
        var next = number.Words.End;
        return number.InDigits && next < sentence.End && (words.Is(next, "a.m.") || words.Is(next, "p.m.") || words.Is(next, "am") || words.Is(next, "pm") || words.Is(next, "GMT") || words.Is(next, "UTC") || words.Is(next, "o'clock"));
    }

    // "January 26", "Jan. 26", "26 January"
    private static bool IsDayOfMonth(ArticleWords words, NumberReading number, TokenRange sentence) =>
        number is { InDigits: true, HasScale: false, Value: >= 1 and <= 31 } && number.Value == Math.Truncate(number.Value) &&
        (IsMonth(words, number.Words.Start - 1, sentence) || IsSecondDay(words, number.Words.Start, sentence) || (words.Is(number.Words.Start - 1, ".") && IsMonth(words, number.Words.Start - 2, sentence)) ||
         (number.Words.End < sentence.End && words.IsCapitalised(number.Words.End) && Months.Of(words.Word(number.Words.End)) is not null));

    // "February 13-19", "May 3 to 9"
    private static bool IsSecondDay(ArticleWords words, int i, TokenRange sentence)
    {
        var day = i - 1 >= sentence.Start && words.Word(i - 1) is "-" or "–" or "to" or "and" ? i - 2
            : i - 1 >= sentence.Start && words.Text.AsSpan(words[i - 1].End, words[i].Start - words[i - 1].End) is "-" or "–" ? i - 1 : -1;
        return day > sentence.Start && char.IsAsciiDigit(words.Word(day)[0]) && words[day].Length <= 2 && IsMonth(words, day - 1, sentence);
    }

    private static bool IsMonth(ArticleWords words, int i, TokenRange sentence) => i >= sentence.Start && words.IsCapitalised(i) && Months.Of(words.Word(i)) is not null;

    // Not ordinals, weapon names, clock times, dates, item numbers.
    private static bool MayCount(ArticleWords words, int i, NumberReading reading)
    {
        var text = words.Text;
        var (start, end) = (words[i].Start, words[reading.Words.End - 1].End);
        if (!reading.InDigits)
        {
            return true;
        }

        var before = start > 0 ? text[start - 1] : ' ';
        var after = end < text.Length ? text[end] : ' ';
        if (char.IsLetter(before) || (before is '-' && start > 1 && char.IsLetter(text[start - 2])) || before is '#' or '/' or ':' || (before == '[' && after == ']'))
        {
            return false;
        }

        return !(char.IsLetter(after) && reading.Words.Count == 1) && !(after is ':' or '/' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])) &&
            !(after is '-' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]) && before is '-');
    }
}
