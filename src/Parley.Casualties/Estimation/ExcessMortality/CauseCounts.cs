using System.Collections.Immutable;
using Parley.Casualties.Estimation.Numerics;
using Parley.Casualties.Estimation.Tables;

namespace Parley.Casualties.Estimation.ExcessMortality;

/// <summary>
/// Deaths of both sexes by cause: the counts themselves are set against a straight line. The column <c>external_all</c> is one series, and
/// what is left of it without the other causes is another.
/// </summary>
internal static class CauseCounts
{
    private const string All = "external_all";
    private const double Level = 0.95;

    public static bool IsCauseTable(CountTable table) => table.Has(All);

    /// <summary>An estimate for each series, all target years together.</summary>
    public static IReadOnlyList<Estimate> Estimate(CountTable table, ExcessOptions options)
    {
        var others = table.Header.Where(h => h is not ("year" or All)).ToList();
        var all = new SortedDictionary<int, double>();
        var rest = new SortedDictionary<int, double>();
        foreach (var row in table.Rows)
        {
            var year = row.WholeNumber("year");
            double count = row.Count(All);
            double known = others.Sum(row.Count);
            if (known > count)
            {
                throw row.At(All, $"{count} is less than the causes in it, {known}");
            }

            if (!all.TryAdd(year, count))
            {
                throw row.At("year", $"the row for {year} stands twice");
            }

            rest[year] = count - known;
        }

        var estimates = new List<Estimate> { Series("all external causes", all, options) };
        if (others.Count > 0)
        {
            estimates.Insert(0, Series($"external causes without {string.Join(", ", others)}", rest, options));
        }

        return estimates;
    }

    private static Estimate Series(string name, SortedDictionary<int, double> counts, ExcessOptions options)
    {
        var points = new List<(int, double)>();
        for (var year = options.BaselineEnd - options.BaselineYears + 1; year <= options.BaselineEnd; year++)
        {
            points.Add((year, counts.TryGetValue(year, out var count) ? count : throw new EstimateInputException($"no deaths given for {year}, a year of the baseline")));
        }

        var trend = new Trend(points);
        var variance = trend.Variance(Math.Max(1, trend.DegreesOfFreedom));
        var targets = ExcessMortalityEstimator.Targets(counts.Keys, options);
        var hasError = trend.DegreesOfFreedom > 0;
        var student = hasError ? Draw.StudentQuantile(Level, trend.DegreesOfFreedom) : 0;
        var parts = targets.Select(year =>
        {
            var excess = counts[year] - trend.At(year);
            var error = Math.Sqrt(variance * (1 + trend.Leverage(year, year)));
            return hasError
                ? new EstimatePart($"{year}", counts[year], excess, error, excess - student * error, excess + student * error)
                : new EstimatePart($"{year}", counts[year], excess);
        }).ToImmutableArray();
        var value = parts.Sum(p => p.Value!.Value);
        var total = Math.Sqrt(variance * (targets.Count + targets.Sum(y => targets.Sum(z => trend.Leverage(y, z)))));
        return new Estimate
        {
            Method = "excess",
            Quantity = "deaths above the line of the years before, both sexes, persons",
            Scope = $"{name}, {targets[0]}-{targets[^1]}",
            Model = $"linear trend of the counts, {options.BaselineEnd - options.BaselineYears + 1}-{options.BaselineEnd}",
            Observed = targets.Sum(y => counts[y]),
            Value = value,
            StandardError = hasError ? total : null,
            Intervals = hasError ? [new("student_95", Level, value - student * total, value + student * total)] : [],
            Parts = parts,
            Assumptions =
            [
                "Without the war these deaths would have gone on along their line; the pandemic did not move them.",
                "Causes were written down as before the war.",
            ],
        };
    }
}
