using System.Collections.Immutable;
using Parley.Casualties.Estimation.Tables;

namespace Parley.Casualties.Estimation.ExcessMortality;

/// <summary>
/// Excess deaths of men by the ratio of men's to women's deaths (Kobak, Bessudnov, Ershov, Mikhailova, Raksha 2025): women's deaths carry
/// what strikes everybody, the ratio carries the war.
/// </summary>
public static class ExcessMortalityEstimator
{
    private static readonly ImmutableArray<int> PandemicYears = [2020, 2021];

    /// <summary>Ages that are added up; above, the ratio itself moved in the years of the pandemic.</summary>
    private static readonly (int From, int To) Summed = (15, 49);

    /// <summary>Ages that are shown.</summary>
    private static readonly (int From, int To) Shown = (15, 59);

    /// <summary>An estimate for the nation, or one for each region; a table of one count a year is set against its own line.</summary>
    /// <param name="table">Deaths by year and sex, with age group and region where there are any.</param>
    /// <param name="hiv">Deaths from HIV to take out of all years; null to leave them in.</param>
    /// <param name="options">Settings.</param>
    /// <exception cref="EstimateInputException">A table has another shape, or a year or cell is missing.</exception>
    public static IReadOnlyList<Estimate> Estimate(CountTable table, CountTable? hiv, ExcessOptions options)
    {
        try
        {
            if (CauseCounts.IsCauseTable(table))
            {
                return CauseCounts.Estimate(table, options);
            }

            var all = DeathsBySex.Read(table);
            var cause = hiv is null ? null : DeathsBySex.Read(hiv);
            return [.. all.Regions.Select(region => Region(region, all, cause, options))];
        }
        catch (EstimateInputException e) when (!e.Message.StartsWith(table.Name, StringComparison.Ordinal) && (hiv is null || !e.Message.StartsWith(hiv.Name, StringComparison.Ordinal)))
        {
            // The figures are at fault together, and not in one line.
            throw new EstimateInputException($"{table.Name}: {e.Message}", e);
        }
    }

    /// <summary>Years to estimate: those asked for, or all after the baseline but those of the pandemic.</summary>
    internal static IReadOnlyList<int> Targets(IEnumerable<int> years, ExcessOptions options)
    {
        var given = years.Distinct().Order().ToList();
        var targets = options.Targets.IsEmpty ? given.Where(y => y > options.BaselineEnd && !PandemicYears.Contains(y)).ToList() : [.. options.Targets.Distinct().Order()];
        var missing = targets.Except(given).ToList();
        return targets.Count == 0 ? throw new EstimateInputException($"no year after {options.BaselineEnd} to estimate other than those of the pandemic; name the years with --target")
            : missing.Count > 0 ? throw new EstimateInputException($"no deaths given for {string.Join(", ", missing)}, a year to estimate")
            : targets;
    }

    private static Estimate Region(string region, DeathsBySex all, DeathsBySex? cause, ExcessOptions options)
    {
        var deaths = cause is null ? all : all.Without(cause);
        var ages = all.Ages(region).ToList();
        var summed = ages.Count == 1 ? ages : Within(ages, all, Summed);
        if (summed.Count == 0)
        {
            throw new EstimateInputException($"no age group within {Summed.From}-{Summed.To}; there are {string.Join(", ", ages)}");
        }

        var targets = Targets(deaths[region, summed[0]].Keys, options);
        var isRegional = region.Length > 0;
        List<AgeGroupExcess> Groups(IEnumerable<string> of, DeathsBySex from, ExcessOptions with) =>
            [.. of.Select(a => new AgeGroupExcess(a, from[region, a], isRegional, targets, with))];
        var groups = Groups(summed, deaths, options);
        var total = new ExcessTotal(groups, targets, options.Mode);
        var label = summed.Count > 1 ? $"{all.Group(summed[0])!.Value.From}-{all.Group(summed[^1])!.Value.To}" : summed[0];
        var parts = ImmutableArray.CreateBuilder<EstimatePart>();
        foreach (var year in targets)
        {
            parts.Add(new ExcessTotal(groups, [year], options.Mode).Part(Scope(label, year)));
        }

        foreach (var group in summed.Count > 1 ? Groups(Within(ages, all, Shown), deaths, options) : [])
        {
            foreach (var year in targets)
            {
                parts.Add(new ExcessTotal([group], [year], options.Mode).Part(Scope(group.Age, year), summed.Contains(group.Age) ? null : "not in the total"));
            }
        }

        return new Estimate
        {
            Method = "excess",
            Quantity = "deaths of men above what women's deaths and the trend of the ratio lead to expect, persons",
            Scope = string.Join(", ", new[] { region, label, targets.Count == 1 ? $"{targets[0]}" : $"{targets[0]}-{targets[^1]}" }.Where(s => s.Length > 0)),
            Model = $"{options.Trend.ToString().ToLowerInvariant()} trend of the ratio, {options.BaselineEnd - options.BaselineYears + 1}-{options.BaselineEnd}, "
                + $"{(cause is null ? "all causes" : "HIV removed")}, {options.Mode.ToString().ToLowerInvariant()} errors",
            Observed = total.Men,
            Value = total.Value,
            StandardError = total.StandardError,
            Intervals = total.Intervals(),
            Measures = total.Measures(),
            Parts = parts.ToImmutable(),
            Sensitivity = ExcessSensitivity.Of(all, cause, options, (from, with) => new ExcessTotal(Groups(summed, from, with), targets, with.Mode)),
            Assumptions =
            [
                "Without the war the ratio of men's to women's deaths would have gone on along its trend.",
                "Women's deaths carry the pandemic and everything else that changed for both sexes.",
                "Age groups are independent of each other.",
                "All deaths were registered in the year given; the missing and those declared dead later are not in it, so that the value is a lower bound of the toll.",
            ],
            Warnings = [.. LeftOut(ages, summed, all), .. RegionJump.Warnings(region, summed, all, options)],
        };
    }

    /// <summary>The groups that lie within two ages, youngest first.</summary>
    private static List<string> Within(IReadOnlyList<string> ages, DeathsBySex deaths, (int From, int To) span)
    {
        var within = ages.Where(a => deaths.Group(a)?.IsWithin(span.From, span.To) == true).OrderBy(a => deaths.Group(a)!.Value.From).ToList();
        foreach (var (first, second) in within.Zip(within.Skip(1)))
        {
            if (deaths.Group(first)!.Value.Overlaps(deaths.Group(second)!.Value))
            {
                throw new EstimateInputException($"the age groups {first} and {second} overlap: who is in both would be counted twice; keep one of them");
            }
        }

        return within;
    }

    /// <summary>Warns of groups that lie partly within the ages added up, and of those whose ages are not known.</summary>
    private static IEnumerable<string> LeftOut(List<string> ages, List<string> summed, DeathsBySex deaths)
    {
        var partly = ages.Except(summed).Where(a => deaths.Group(a)?.Overlaps(new AgeGroup(Summed.From, Summed.To)) == true).ToList();
        var unknown = ages.Except(summed).Where(a => deaths.Group(a) is null && a.ToLowerInvariant() is not ("all" or "total" or "unknown")).ToList();
        if (partly.Count > 0)
        {
            yield return $"age groups partly outside {Summed.From}-{Summed.To} are not in the total: {string.Join(", ", partly)}";
        }

        if (unknown.Count > 0)
        {
            yield return $"age groups that do not say their ages are not in the total: {string.Join(", ", unknown)}";
        }
    }

    private static string Scope(string age, int year) => age.Length > 0 ? $"{age}, {year}" : $"{year}";
}
