using System.Collections.Immutable;

namespace Parley.Casualties.Estimation.ExcessMortality;

/// <summary>Finds years whose counts are out of line with the years beside them, as when columns were shifted at the source.</summary>
internal static class RegionJump
{
    private const double Factor = 2.5;
    private const double Enough = 100;

    /// <summary>A warning for each such year of the baseline and after.</summary>
    public static ImmutableArray<string> Warnings(string region, IReadOnlyList<string> ages, DeathsBySex deaths, ExcessOptions options)
    {
        var totals = deaths[region, ages[0]].Keys.Where(y => y > options.BaselineEnd - options.BaselineYears - 1)
            .ToDictionary(y => y, y => ages.Sum(a => deaths[region, a].TryGetValue(y, out var d) ? d.Men + d.Women : 0));
        var warnings = ImmutableArray.CreateBuilder<string>();
        foreach (var (year, total) in totals.OrderBy(t => t.Key))
        {
            var beside = totals.Where(t => Math.Abs(t.Key - year) == 1).Select(t => t.Value).ToList();
            if (beside.Count == 2 && beside.Min() > Enough && (total * Factor < beside.Min() || total > Factor * beside.Max()))
            {
                warnings.Add($"{(region.Length > 0 ? region + ", " : "")}{year}: {total:F0} deaths beside {beside[0]:F0} and {beside[1]:F0} in the years around it: "
                    + "look for an error at the source; the estimate rests on it as it stands");
            }
        }

        return warnings.ToImmutable();
    }
}
