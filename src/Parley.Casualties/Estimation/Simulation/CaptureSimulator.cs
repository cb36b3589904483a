using System.Collections.Immutable;
using System.Globalization;
using Parley.Casualties.Estimation.MultipleSystems;
using Parley.Casualties.Estimation.Numerics;

namespace Parley.Casualties.Estimation.Simulation;

/// <summary>People on several lists, made so that the method's assumptions hold.</summary>
internal static class CaptureSimulator
{
    private const int Population = 3000;
    private static readonly ImmutableArray<string> Names = ["A", "B", "C", "D"];

    /// <summary>The design for a method, and a function that makes one table and estimates from it.</summary>
    public static (string Design, Func<int, (Estimate Estimate, double Truth)> Once) Design(string method, double? dependence)
    {
        if (!CoverageSimulation.Methods.Contains(method))
        {
            throw new EstimateInputException($"no simulation for '{method}'; there are {string.Join(", ", CoverageSimulation.Methods)}");
        }

        double[] chances = method switch
        {
            "chapman" => [0.4, 0.3],
            "chao_lb_t" or "chao_lb_bias_corrected" or "chao_1987" => [0.25, 0.25, 0.25, 0.25],
            _ => [0.4, 0.3, 0.25, 0.2],
        };

        // The log odds ratio of lists A and B, for methods that look for dependence.
        var logOddsRatio = dependence ?? (method is "mse" or "loglin_stepwise_p02" or "loglin_stepwise_aic05" or "loglin_best_bic" or "loglin_best_aic" or "dga_bma" ? 0.9 : 0);
        var hasClasses = method == "lcmcr" && dependence is null;
        var options = new MultipleSystemsOptions { WithSensitivity = false, Sampler = new SamplerLength(Chains: 2, BurnIn: 2000, Kept: 1000, Thinning: 10) };
        var design = $"{Population} people, chances to be listed {Words(chances)}, "
            + (logOddsRatio != 0 ? $"lists A and B with a log odds ratio of {logOddsRatio.ToString(CultureInfo.InvariantCulture)}" : "independent lists");
        if (method == "chao_1987")
        {
            return ($"{Population} people listed Poisson(1) times", seed => (MultipleSystemsEstimator.FromFrequencies(method, Listed(new Random(seed))), Population));
        }

        var weights = Weights(chances, logOddsRatio);
        if (hasClasses)
        {
            // Three in ten are four times as likely, by the odds, to be on each list: the dependence that latent classes describe.
            double[] often = [.. chances.Select(c => 4 * c / (1 + 3 * c))];
            weights = [.. weights.Zip(Weights(often, 0), (seldom, other) => 0.7 * seldom + 0.3 * other)];
            design = $"{Population} people in two classes, chances to be listed {Words(chances)} for seven in ten and {Words(often)} for the others";
        }

        return (design, seed =>
        {
            var counts = new long[weights.Length];
            Draw.Multinomial(new Random(seed), Population, weights, counts);
            counts[0] = 0;
            return (MultipleSystemsEstimator.Estimate(method, new CaptureTable(Names[..chances.Length], counts), options with { Seed = seed }), Population);
        });
    }

    private static string Words(double[] chances) => string.Join(" ", chances.Select(c => c.ToString("0.##", CultureInfo.InvariantCulture)));

    private static double[] Weights(double[] chances, double dependence)
    {
        var weights = new double[1 << chances.Length];
        for (var pattern = 0; pattern < weights.Length; pattern++)
        {
            weights[pattern] = (pattern & 3) == 3 ? Math.Exp(dependence) : 1;
            for (var list = 0; list < chances.Length; list++)
            {
                weights[pattern] *= (pattern >> list & 1) == 1 ? chances[list] : 1 - chances[list];
            }
        }

        return weights;
    }

    private static CaptureFrequencies Listed(Random random)
    {
        var times = Enumerable.Range(0, Population).Select(_ => Draw.Poisson(random, 1)).ToList();
        return new(times.Count(t => t == 1), times.Count(t => t == 2), times.Count(t => t > 0), null);
    }
}
