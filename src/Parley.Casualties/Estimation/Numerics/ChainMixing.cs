namespace Parley.Casualties.Estimation.Numerics;

/// <summary>Whether independent chains of a sampler tell the same.</summary>
/// <param name="ScaleReduction">Potential scale reduction of the halves of the chains (split R-hat); near 1 if they tell the same.</param>
/// <param name="EffectiveSize">How many independent draws the chains are worth together.</param>
/// <remarks>Vehtari, Gelman, Simpson, Carpenter, Bürkner 2021, without the ranks; on the log scale, which tames the long tail.</remarks>
internal sealed record ChainMixing(double ScaleReduction, double EffectiveSize)
{
    /// <summary>Judges positive values, chain by chain.</summary>
    public static ChainMixing Of(double[][] chains)
    {
        var half = chains[0].Length / 2;
        double[][] halves = [.. chains.SelectMany(c => new[] { c[..half], c[^half..] }).Select(c => c.Select(v => Math.Log(v)).ToArray())];
        var means = halves.Select(c => c.Average()).ToArray();
        var within = halves.Average(c => Math.Pow(Sample.Deviation(c), 2));
        var between = Math.Pow(Sample.Deviation(means), 2);
        var all = (half - 1.0) / half * within + between;
        if (within <= 0)
        {
            return new(between > 0 ? double.PositiveInfinity : 1, between > 0 ? chains.Length : half * halves.Length);
        }

        // Geyer's initial positive sequence: autocorrelations are added in pairs until a pair is no longer positive.
        var time = -1.0;
        for (var lag = 0; lag + 1 < half; lag += 2)
        {
            var pair = Correlation(lag) + Correlation(lag + 1);
            if (pair <= 0)
            {
                break;
            }

            time += 2 * pair;
        }

        var draws = (double)half * halves.Length;
        return new(Math.Sqrt(all / within), Math.Min(draws, draws / Math.Max(time, 1 / Math.Log10(draws))));

        double Correlation(int lag)
        {
            var sum = 0.0;
            for (var c = 0; c < halves.Length; c++)
            {
                for (var i = 0; i + lag < half; i++)
                {
                    sum += (halves[c][i] - means[c]) * (halves[c][i + lag] - means[c]);
                }
            }

            return 1 - (within - sum / halves.Length / (half - 1)) / all;
        }
    }
}
