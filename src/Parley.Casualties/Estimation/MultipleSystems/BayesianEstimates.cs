using Parley.Casualties.Estimation.Numerics;

namespace Parley.Casualties.Estimation.MultipleSystems;

/// <summary>The two Bayesian methods as estimates.</summary>
internal static class BayesianEstimates
{
    private const double Level = 0.95;
    private const double WorstScaleReduction = 1.1;
    private const int FewestEffectiveDraws = 100;

    /// <summary>Averaging over decomposable graphs: the posterior median.</summary>
    public static Estimate GraphAverage(CaptureTable table, GraphPrior prior)
    {
        var average = DecomposableGraphAveraging.Of(table, prior);
        var graph = new LogLinearModel(average.BestGraph.Edges).Terms(table.Lists);
        var cell = prior.CellPrior ?? Math.ScaleB(1, -table.Lists.Length);
        var population = prior is { Shape: { } a, Scale: { } b } ? $"gamma-Poisson a={a} b={b}" : "1/N";
        return new Estimate
        {
            Method = "dga_bma",
            Quantity = "",
            Model = $"delta={cell} prior {population}; best graph {graph}",
            Observed = table.Observed,
            Value = average.Quantile(0.5),
            Intervals =
            [
                new("aic_weighted_posterior_95", Level, average.QuantileByAic((1 - Level) / 2), average.QuantileByAic((1 + Level) / 2)),
                new("posterior_95", Level, average.Quantile((1 - Level) / 2), average.Quantile((1 + Level) / 2), Given: "that dependence is absent or strong, by the prior"),
            ],
            Measures =
            [
                new("mode", average.Mode),
                new("bayesRelativeSquaredLoss", average.BayesRelativeSquaredLoss),
                new("bestGraphWeight", average.BestGraphWeight),
                new("bestGraphMode", average.BestGraphMode),
                new("bestGraphBayesRelativeSquaredLoss", average.BestGraphRelativeSquaredLoss),
                new("gridSize", average.GridSize),
                new("gridLargestUnseen", average.Largest - table.Observed),
            ],
            Warnings = average.IsCutOff
                ? [$"the posterior is cut off at {average.Largest}: {average.WeightAtEnd:P1} of its weight lies in the last tenth, so its upper limit rests on the cut"]
                : [],
            Assumptions = LogLinearEstimate.Assumptions.Insert(0, "List dependence: some decomposable graph between the lists describes it."),
        };
    }

    /// <summary>Latent classes: the median of all chains.</summary>
    public static Estimate LatentClasses(CaptureTable table, SamplerLength length, int seed)
    {
        var chains = LatentClassSampler.Run(table, length, seed);
        var all = chains.SelectMany(c => c).Order().ToList();
        var medians = chains.Select(c => Sample.Quantile([.. c.Order()], 0.5)).ToList();
        var mixing = ChainMixing.Of(chains);
        return new Estimate
        {
            Method = "lcmcr",
            Quantity = "",
            Model = "K=10 a=b=0.25",
            Observed = table.Observed,
            Value = Sample.Quantile(all, 0.5),
            Seed = seed,
            Intervals = [new("posterior_95", Level, Sample.Quantile(all, (1 - Level) / 2), Sample.Quantile(all, (1 + Level) / 2))],
            Measures =
            [
                new("chains", length.Chains), new("burnIn", length.BurnIn), new("keptPerChain", length.Kept),
                new("scaleReduction", mixing.ScaleReduction), new("effectiveSize", mixing.EffectiveSize), new("smallestChainMedian", medians.Min()), new("largestChainMedian", medians.Max()),
            ],
            Warnings = mixing.ScaleReduction > WorstScaleReduction || mixing.EffectiveSize < FewestEffectiveDraws
                ? [$"the chains do not agree (scale reduction {mixing.ScaleReduction:F2}, worth {mixing.EffectiveSize:F0} independent draws; chain medians {medians.Min():F0} to {medians.Max():F0}): the value depends on where they began"]
                : [],
            Assumptions = LogLinearEstimate.Assumptions.Insert(0, "Within some class of people the lists are independent; dependence comes from the classes alone."),
        };
    }
}
