using System.Collections.Immutable;
using Parley.Casualties.Estimation;
using Parley.Casualties.Estimation.Tables;
using Parley.Casualties.Register;

namespace Parley.Casualties.Publication;

/// <summary>The deaths of a week from Monday to Sunday.</summary>
/// <param name="Monday">Its first day.</param>
/// <param name="Dated">Published deaths known to be of this week.</param>
/// <param name="Spread">Published deaths known to the month or so, spread evenly over the weeks that they may be of.</param>
/// <param name="Unpublished">Named deaths known to be of this week that are not confirmed as far as the criteria want.</param>
/// <param name="Nowcast">Named deaths, published or not, that this week will have in the end; null where nothing is estimated.</param>
internal sealed record WeekOfDeaths(DateOnly Monday, int Dated, double Spread, int Unpublished, EstimatePart? Nowcast)
{
    private const int LongestSpreadDays = 93;
    private const int MostWeeks = 1040;

    /// <summary>The weeks from the first death that is known well enough to the last; and how many published ones are not.</summary>
    public static (ImmutableArray<WeekOfDeaths> Weeks, int Undated) Of(IReadOnlyCollection<CasualtyRecord> published, IReadOnlyCollection<CasualtyRecord> dead, Estimate nowcast)
    {
        var shown = published.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        var dates = published.Select(r => r.Incident.Date).Where(d => d is { } date && date.Last.DayNumber - date.First.DayNumber < LongestSpreadDays).Select(d => d!.Value).ToList();
        if (dates.Count == 0)
        {
            return ([], published.Count);
        }

        // A single wrong year must not stretch the axis over centuries.
        var last = WeekOf(dates.Max(d => d.Last));
        var first = Math.Max(WeekOf(dates.Min(d => d.First)), last - MostWeeks + 1);
        var (dated, spread, unpublished) = (new int[last - first + 1], new double[last - first + 1], new int[last - first + 1]);
        var outside = 0;
        foreach (var date in dates)
        {
            var (from, to) = (WeekOf(date.First), WeekOf(date.Last));
            if (from < first)
            {
                outside++;
            }
            else if (from == to)
            {
                dated[from - first]++;
            }
            else
            {
                var days = date.Last.DayNumber - date.First.DayNumber + 1.0;
                for (var day = date.First.DayNumber; day <= date.Last.DayNumber; day++)
                {
                    spread[day / 7 - first] += 1 / days;
                }
            }
        }

        foreach (var record in dead)
        {
            if (!shown.Contains(record.Id) && Week(record) is { } week && week >= first && week <= last)
            {
                unpublished[week - first]++;
            }
        }

        var estimated = nowcast.Parts.Where(p => p.Value is not null).ToDictionary(p => p.Scope, StringComparer.Ordinal);
        return ([.. Enumerable.Range(0, last - first + 1).Select(i => new WeekOfDeaths(
            DateOnly.FromDayNumber((first + i) * 7), dated[i], spread[i], unpublished[i], estimated.GetValueOrDefault($"period {first + i}")))], published.Count - dates.Count + outside);
    }

    /// <summary>The nowcast of the named dead by week; refused when too few sources say when they named somebody.</summary>
    public static Estimate NowcastOf(IReadOnlyCollection<CasualtyRecord> dead, int seed)
    {
        const int LongestDelayWeeks = 104;
        const int FewestNames = 50;
        var dated = dead.Where(r => Week(r) is not null).ToList();
        var known = dated.Select(r => (Death: Week(r)!.Value, Entry: r.Reported is { Day: not null } day ? WeekOf(day.First) : int.MinValue)).Where(r => r.Entry >= r.Death).ToList();
        var none = new Estimate { Method = "nowcast", Quantity = "named dead of each week who will be named in the end, persons", Observed = dated.Count };
        if (known.Count < FewestNames || known.Count < dated.Count / 2)
        {
            return none with { Refusal = $"{known.Count} of the {dated.Count} named deaths dated to a week say on which day a source first named them; at least {FewestNames} and half of them are needed" };
        }

        var newest = known.Max(r => r.Entry);
        var recent = known.Where(r => r.Death > newest - LongestDelayWeeks).CountBy(r => r).OrderBy(r => r.Key).ToList();
        return Estimation.Completeness.Nowcast.Estimate(CountTable.Parse("register", "period,reported,count\n" + string.Concat(recent.Select(r => $"{r.Key.Death},{r.Key.Entry},{r.Value}\n"))), seed)
            with { Quantity = none.Quantity, Inputs = [] };
    }

    /// <summary>The number of the week of a death, or null if it may be of two.</summary>
    private static int? Week(CasualtyRecord record) =>
        record.Incident.Date is { } date && WeekOf(date.First) == WeekOf(date.Last) ? WeekOf(date.First) : null;

    /// <summary>Weeks since the first day of the calendar, which was a Monday.</summary>
    private static int WeekOf(DateOnly day) => day.DayNumber / 7;
}
