using Parley.Casualties.Estimation.Numerics;

namespace Parley.Casualties.Estimation.MultipleSystems;

/// <summary>The spread of an estimator over tables drawn from a population of the estimated size, the unseen included.</summary>
internal static class ParametricBootstrap
{
    private const int Replicates = 400;

    /// <summary>Most people that are drawn; an estimate beyond is no population.</summary>
    private const double MostPeople = 1e12;

    /// <summary>One standard error; null when it cannot be told because the population is beyond any, or fewer than half of the tables give an estimate.</summary>
    public static double? StandardError(CaptureTable table, double population, Func<CaptureTable, double?> estimate, int seed)
    {
        if (population > MostPeople)
        {
            return null;
        }

        var weights = new double[table.PatternCount + 1];
        for (var pattern = 1; pattern <= table.PatternCount; pattern++)
        {
            weights[pattern] = table[pattern];
        }

        weights[0] = Math.Max(0, population - table.Observed);
        var random = new Random(seed);
        var values = new List<double>();
        var counts = new long[weights.Length];
        for (var replicate = 0; replicate < Replicates; replicate++)
        {
            Draw.Multinomial(random, (long)Math.Round(population), weights, counts);
            counts[0] = 0;
            if (counts.Any(c => c > 0) && estimate(table.With(counts)) is { } value && double.IsFinite(value))
            {
                values.Add(value);
            }
        }

        return values.Count >= Replicates / 2 ? Sample.Deviation(values) : null;
    }
}
