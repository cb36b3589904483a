using System.Collections.Immutable;
using Parley.Casualties.Estimation;
using Parley.Casualties.Estimation.Completeness;
using Parley.Casualties.Estimation.MultipleSystems;
using Parley.Casualties.Register;
using Parley.Records;

namespace Parley.Casualties.Publication;

/// <summary>
/// The named dead by which lists name them: the sources of the register, joined by kind or by independence group. All named dead are in
/// it, also those not confirmed yet, since to want two sources would cut off just those on one list.
/// </summary>
internal sealed class RegisterLists
{
    /// <summary>With so many lists all hierarchical models can be compared; the smallest lists are joined to one until there are no more.</summary>
    private const int MostLists = 4;

    private readonly IReadOnlyList<(CasualtyRecord Record, int Pattern)> _listed;
    private readonly int _seed;

    private RegisterLists(ImmutableArray<string> names, IReadOnlyList<(CasualtyRecord Record, int Pattern)> listed, int seed)
    {
        (Names, _listed, _seed) = (names, listed, seed);
        Patterns = [.. listed.CountBy(l => l.Pattern).OrderBy(p => p.Key).Select(p => (p.Key, p.Value))];
    }

    /// <summary>Names of the lists.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>How many dead are on exactly the lists of a pattern, for those that occur.</summary>
    public ImmutableArray<(int Pattern, int People)> Patterns { get; }

    /// <summary>Whether a record is of somebody dead.</summary>
    public static bool IsDead(CasualtyRecord record) => record.Status is CasualtyStatus.Killed or CasualtyStatus.DiedOfWounds or CasualtyStatus.Presumed;

    /// <summary>The lists of the register.</summary>
    /// <param name="dead">The named dead.</param>
    /// <param name="by">What counts as one list.</param>
    /// <param name="seed">Seed of the estimates.</param>
    public static RegisterLists Of(IReadOnlyCollection<CasualtyRecord> dead, SourceLists by, int seed)
    {
        var sources = dead.Select(r => (Record: r, Lists: r.Evidence.Select(e => by == SourceLists.Kind ? EnumName.Of(e.Source.Kind) : Confirmation.GroupOf(e.Source))
            .Distinct(StringComparer.OrdinalIgnoreCase).ToList())).Where(r => r.Lists.Count > 0).ToList();
        var sizes = sources.SelectMany(s => s.Lists).CountBy(l => l, StringComparer.OrdinalIgnoreCase).OrderByDescending(l => l.Value).ThenBy(l => l.Key, StringComparer.Ordinal).ToList();
        var own = sizes.Count <= MostLists ? sizes.Count : MostLists - 1;
        var index = sizes.Select((l, i) => (l.Key, Index: Math.Min(i, own))).ToDictionary(l => l.Key, l => l.Index, StringComparer.OrdinalIgnoreCase);
        ImmutableArray<string> names = [.. sizes.Take(own).Select(s => s.Key), .. own < sizes.Count ? [$"{sizes.Count - own} others"] : Array.Empty<string>()];
        return new(names, [.. sources.Select(s => (s.Record, s.Lists.Aggregate(0, (pattern, list) => pattern | 1 << index[list])))], seed);
    }

    /// <summary>How many of the dead the lists hold, in all, then by time, by age and by region; each with its interval.</summary>
    public ImmutableArray<Estimate> Completeness()
    {
        const int FewestInQuarter = 200;
        var dated = _listed.Select(l => l.Record.Incident.Date).Where(d => d is not null).Select(d => (d!.Value.Year, (d.Value.Month - 1) / 3)).Distinct().Count();
        var byQuarter = dated > 0 && _listed.Count(l => l.Record.Incident.Date is not null) / dated >= FewestInQuarter;
        var regions = _listed.Select(l => RegionCount.Name(l.Record)).OfType<string>().CountBy(r => r, StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(r => r.Value).ThenBy(r => r.Key, StringComparer.Ordinal).Take(LargestRegions).Select(r => r.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            Of(null, _ => ""),
            Of(byQuarter ? "by quarter of death" : "by year of death", r => r.Incident.Date is not { } date ? "unknown" : !byQuarter ? $"{date.Year}"
                : date.Month is { } month ? $"{date.Year} Q{((month - 1) / 3) + 1}" : $"{date.Year}, month unknown"),
            Of("by age", r => AgeOf(r.Person.YoungestAgeAt(r.Incident.Date))),
            Of("by region", r => RegionCount.Name(r) is not { } region ? "unknown" : regions.TryGetValue(region, out var large) ? large : "all other regions"),
        ];
    }

    private const int LargestRegions = 12;

    private static string AgeOf(int? age) => age switch { null => "unknown", < Redaction.AdultAge => "0–17", < 30 => "18–29", < 45 => "30–44", < 60 => "45–59", _ => "60+" };

    private Estimate Of(string? scope, Func<CasualtyRecord, string> stratum)
    {
        const string Method = "completeness";
        if (Names.Length < 2)
        {
            return new Estimate
            {
                Method = Method, Quantity = ListCompleteness.Quantity, Scope = scope, Observed = _listed.Count,
                Refusal = "the register rests on fewer than two lists: who is missing cannot be told without a second, independent one",
            };
        }

        var strata = _listed.GroupBy(l => stratum(l.Record), StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, Table([.. g.Select(l => l.Pattern)])));
        return ListCompleteness.Of(strata, scope, new MultipleSystemsOptions { Seed = _seed });
    }

    private CaptureTable Table(IReadOnlyCollection<int> patterns)
    {
        var counts = new long[1 << Names.Length];
        foreach (var pattern in patterns)
        {
            counts[pattern]++;
        }

        return new CaptureTable(Names, counts);
    }
}
