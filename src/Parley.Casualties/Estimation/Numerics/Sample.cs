namespace Parley.Casualties.Estimation.Numerics;

/// <summary>Figures of a sample.</summary>
internal static class Sample
{
    /// <summary>A quantile by the eighth definition of Hyndman and Fan, median-unbiased.</summary>
    /// <param name="sorted">The sample in ascending order, not empty.</param>
    /// <param name="probability">In [0, 1].</param>
    public static double Quantile(IReadOnlyList<double> sorted, double probability)
    {
        var position = (sorted.Count + 1.0 / 3) * probability + 1.0 / 3;
        var below = (int)Math.Floor(position);
        return below < 1 ? sorted[0]
            : below >= sorted.Count ? sorted[^1]
            : sorted[below - 1] + (position - below) * (sorted[below] - sorted[below - 1]);
    }

    /// <summary>The standard deviation, with n - 1.</summary>
    public static double Deviation(IReadOnlyCollection<double> sample)
    {
        var mean = sample.Average();
        return Math.Sqrt(sample.Sum(x => (x - mean) * (x - mean)) / (sample.Count - 1));
    }
}
