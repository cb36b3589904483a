using Parley.Casualties.Estimation.Numerics;

namespace Parley.Casualties.Estimation.MultipleSystems;

/// <summary>
/// The bias-corrected accelerated bootstrap: the people seen are drawn again and the model is chosen again each time, so that the choice is
/// in the interval.
/// </summary>
internal static class Bootstrap
{
    /// <summary>The kind of its intervals.</summary>
    public const string Kind = "bca_bootstrap_95";

    private const double Level = 0.95;

    /// <summary>The interval, and how many resamples gave no estimate; null when too few did.</summary>
    /// <param name="table">The table.</param>
    /// <param name="estimate">Chooses a model and estimates; null when there is no estimate.</param>
    /// <param name="value">The estimate of the table itself.</param>
    /// <param name="replicates">How many resamples.</param>
    /// <param name="seed">Seed of the resamples; each draws from its own generator, so that threads change nothing.</param>
    public static (EstimateInterval? Interval, int Failed) Interval(CaptureTable table, Func<CaptureTable, double?> estimate, double value, int replicates, int seed)
    {
        var resampled = Enumerable.Range(0, replicates).AsParallel().AsOrdered()
            .Select(r => estimate(Resample(table, new Random(unchecked(seed * 1_000_003 + r))))).ToArray();
        var sorted = resampled.OfType<double>().Order().ToList();
        var failed = replicates - sorted.Count;
        var below = sorted.Count(v => v < value) + 0.5 * sorted.Count(v => v == value);
        if (sorted.Count < replicates / 2 || below <= 0 || below >= sorted.Count)
        {
            return (null, failed);
        }

        var bias = Draw.NormalQuantile(below / sorted.Count);
        var acceleration = Acceleration(table, estimate);
        double At(double probability)
        {
            var z = bias + Draw.NormalQuantile(probability);
            return Sample.Quantile(sorted, MathNet.Numerics.Distributions.Normal.CDF(0, 1, bias + z / (1 - acceleration * z)));
        }

        return (new EstimateInterval(Kind, Level, At((1 - Level) / 2), At((1 + Level) / 2)), failed);
    }

    private static CaptureTable Resample(CaptureTable table, Random random)
    {
        var weights = new double[table.PatternCount];
        var counts = new long[table.PatternCount + 1];
        for (var pattern = 1; pattern <= table.PatternCount; pattern++)
        {
            weights[pattern - 1] = table[pattern];
        }

        Draw.Multinomial(random, table.Observed, weights, counts.AsSpan(1));
        return table.With(counts).WithoutEmptyLists().Table;
    }

    /// <summary>The jackknife's acceleration: one person of each pattern is left out, weighted by how many there are.</summary>
    private static double Acceleration(CaptureTable table, Func<CaptureTable, double?> estimate)
    {
        var left = new List<(long Count, double Value)>();
        for (var pattern = 1; pattern <= table.PatternCount; pattern++)
        {
            if (table[pattern] == 0)
            {
                continue;
            }

            var counts = table.Counts.ToArray();
            counts[pattern]--;
            if (estimate(table.With(counts)) is { } value)
            {
                left.Add((table[pattern], value));
            }
        }

        var mean = left.Sum(l => l.Count * l.Value) / left.Sum(l => l.Count);
        var second = left.Sum(l => l.Count * Math.Pow(mean - l.Value, 2));
        return second > 0 ? left.Sum(l => l.Count * Math.Pow(mean - l.Value, 3)) / (6 * Math.Pow(second, 1.5)) : 0;
    }
}
