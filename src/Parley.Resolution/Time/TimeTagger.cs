using System.Collections.Immutable;
using System.Globalization;
using Parley.Records;
using Parley.Resolution.Actors;

namespace Parley.Resolution.Time;

/// <summary>Finds time expressions and resolves them against the date of the document.</summary>
public static class TimeTagger
{
    private static readonly string[] s_months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly string[] s_days = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    /// <summary>The time expressions of a text in order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="reference">Date of the document; null leaves relative expressions untagged.</param>
    public static ImmutableArray<Timex> Tag(string text, PartialDate? reference)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = Words.Of(text, new TextSpan(0, text.Length));
        var found = ImmutableArray.CreateBuilder<Timex>();
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i].TextIn(text).ToLowerInvariant();
            var month = MonthOf(words[i], word, text);
            if (month > 0)
            {
                var day = i + 1 < words.Count ? Number(words[i + 1].In(text), 1, 31) : 0;
                var yearAt = day > 0 ? i + 2 : i + 1;
                var year = yearAt < words.Count ? Number(words[yearAt].In(text), 1800, 2100) : 0;
                if (day > 0 || year > 0 || word != "may")
                {
                    var resolved = year > 0 ? year : reference is { } r ? (month > (r.Month ?? 12) ? r.Year - 1 : r.Year) : 0;
                    var last = year > 0 ? yearAt : day > 0 ? i + 1 : i;
                    if (resolved > 0 && (day == 0 || day <= DateTime.DaysInMonth(resolved, month)))
                    {
                        found.Add(new Timex(words[i].Span.Cover(words[last].Span), TimexType.Date, new PartialDate(resolved, month, day > 0 ? day : null).ToString()));
                    }

                    i = last;
                }
            }
            else if (Array.IndexOf(s_days, word) is >= 0 and var weekday && reference is { Day: not null } now)
            {
                var back = ((int)now.First.DayOfWeek - weekday + 7) % 7;
                found.Add(new Timex(words[i].Span, TimexType.Date, PartialDate.FromDay(now.First.AddDays(-back)).ToString()));
            }
            else if (Number(words[i].In(text), 1900, 2100) is > 0 and var lone && words[i].Span.Length == 4)
            {
                found.Add(new Timex(words[i].Span, TimexType.Date, lone.ToString(CultureInfo.InvariantCulture)));
            }
        }

        return found.ToImmutable();
    }

    private static int MonthOf(Word word, string lower, string text) => word.IsCapitalised(text) ? Array.IndexOf(s_months, lower) + 1 : 0;

    private static int Number(ReadOnlySpan<char> word, int low, int high) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= low && number <= high ? number : 0;
}
