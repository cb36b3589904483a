namespace Parley.Casualties.Estimation.MultipleSystems;

/// <summary>A point with its standard error, if any.</summary>
internal readonly record struct PointEstimate(double Value, double? StandardError);

/// <summary>Estimators that need only how many people are on one list and how many on two.</summary>
internal static class FrequencyEstimators
{
    /// <summary>Chao's lower bound for t lists, n + (t-1)/(2t) f1²/f2; null when nobody is on exactly two.</summary>
    public static PointEstimate? ChaoForLists(CaptureFrequencies f) =>
        f.Lists is { } t ? Chao(f, (t - 1.0) / t) : null;

    /// <summary>Chao's lower bound of 1987, n + f1²/(2 f2); null when nobody is listed exactly twice.</summary>
    public static PointEstimate? Chao1987(CaptureFrequencies f) => Chao(f, 1);

    /// <summary>Chao's lower bound for t lists, corrected for bias in small tables.</summary>
    public static PointEstimate? ChaoBiasCorrected(CaptureFrequencies f)
    {
        if (f.Lists is not { } t)
        {
            return null;
        }

        var k = (t - 1.0) / t;
        double f1 = f.Once, f2 = f.Twice;
        var unseen = k * f1 * (f1 - 1) / (2 * (f2 + 1));

        // The unbiased variance of Rivest and Baillargeon; in tables of a few people it can fall below zero.
        var variance = unseen + k * k * f1 * (f1 - 1) * (f1 * f1 + 4 * f1 * f2 + 3 * f1 - 6 * f2 - 6) / (4 * (f2 + 1) * (f2 + 1) * (f2 + 2));
        return new(f.Observed + unseen, Math.Sqrt(Math.Max(0, variance)));
    }

    private static PointEstimate? Chao(CaptureFrequencies f, double k)
    {
        if (f.Twice == 0)
        {
            return null;
        }

        var r = (double)f.Once / f.Twice;
        var variance = f.Twice * (k / 2 * r * r + k * k * r * r * r + k * k / 4 * r * r * r * r);
        return new(f.Observed + k * f.Once * r / 2, Math.Sqrt(variance));
    }
}

/// <summary>Two lists: Chapman's form of the Lincoln-Petersen estimator.</summary>
internal static class TwoLists
{
    /// <summary>Chapman's estimate and its standard error.</summary>
    /// <param name="first">People on the first list.</param>
    /// <param name="second">People on the second.</param>
    /// <param name="both">People on both.</param>
    public static PointEstimate Chapman(long first, long second, long both)
    {
        double n1 = first, n2 = second, m = both;
        var value = (n1 + 1) * (n2 + 1) / (m + 1) - 1;
        var variance = (n1 + 1) * (n2 + 1) * (n1 - m) * (n2 - m) / ((m + 1) * (m + 1) * (m + 2));
        return new(value, Math.Sqrt(variance));
    }
}

/// <summary>The sample-coverage estimators of Chao and Tsay: dependence of lists is read from how well they cover each other.</summary>
/// <param name="Coverage">The share of the population's listings that the lists cover, on average.</param>
/// <param name="Independent">The estimate for independent lists.</param>
/// <param name="Full">The estimate with dependence; null when the overlaps say nothing about it.</param>
/// <param name="OneStep">The estimate with one step of correction, for low coverage.</param>
internal sealed record SampleCoverage(double Coverage, double Independent, double? Full, double OneStep)
{
    /// <summary>The estimates; null when no list has anybody who is on another as well.</summary>
    public static SampleCoverage? Of(CaptureTable table)
    {
        var t = table.Lists.Length;
        var sizes = Enumerable.Range(0, t).Select(i => (double)table.OnAll(1 << i)).ToArray();
        var only = Enumerable.Range(0, t).Select(i => (double)table[1 << i]).ToArray();
        var covered = table.Observed - only.Average();
        var coverage = 1 - only.Zip(sizes, (s, n) => s / n).Average();
        if (coverage <= 0)
        {
            return null;
        }

        var independent = covered / coverage;
        var (sumA, sumAB, sumADependence) = (0.0, 0.0, 0.0);
        var pairs = new List<(double A, double Overlap)>();
        foreach (var pair in ModelSearch.Pairs(t))
        {
            var (i, j) = (System.Numerics.BitOperations.TrailingZeroCount(pair), System.Numerics.BitOperations.Log2((uint)pair));
            var a = only[i] + only[j] + 2.0 * table[pair];
            var overlap = table.OnAll(pair) / (sizes[i] * sizes[j]);
            pairs.Add((a, overlap));
            sumA += a;
            sumAB += a * overlap;
            sumADependence += a * (independent * overlap - 1);
        }

        var denominator = t * coverage - sumAB;
        var inner = independent + sumADependence / (t * coverage);
        var step = pairs.Sum(p => p.A * (p.Overlap * inner - 1)) / (t * coverage);
        return new(coverage, independent, denominator > 0 ? (t * covered - sumA) / denominator : null, independent + step);
    }
}
