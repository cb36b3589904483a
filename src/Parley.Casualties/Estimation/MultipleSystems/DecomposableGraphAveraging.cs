using MathNet.Numerics;

namespace Parley.Casualties.Estimation.MultipleSystems;

/// <summary>What is believed of the population before the lists are seen.</summary>
/// <param name="CellPrior">The weight of each cell of the full table (delta), above 0; null for 2^-lists.</param>
/// <param name="Shape">Shape a of a gamma-Poisson prior of the population; null for a prior of 1/N.</param>
/// <param name="Scale">Its scale b; the prior mean is a b.</param>
/// <param name="MostUnseen">The largest number of unseen people considered; null to find it from the data.</param>
public sealed record GraphPrior(double? CellPrior = null, double? Shape = null, double? Scale = null, int? MostUnseen = null);

/// <summary>
/// The population averaged over all decomposable graphs between the lists (Madigan and York): an edge is a dependence, and the weight of
/// a graph and a number of unseen people is the chance of the table under them.
/// </summary>
internal sealed class DecomposableGraphAveraging
{
    private readonly CaptureTable _table;
    private readonly double[] _weights;
    private readonly double[] _weightsByAic;
    private readonly int[] _grid;

    private DecomposableGraphAveraging(
        CaptureTable table, int[] grid, double[] weights, double[] weightsByAic, DecomposableGraph best, double bestWeight, double[] bestWeights)
    {
        (_table, _grid, _weights, _weightsByAic) = (table, grid, weights, weightsByAic);
        (BestGraph, BestGraphWeight) = (best, bestWeight);
        BestGraphMode = table.Observed + grid[Array.IndexOf(bestWeights, bestWeights.Max())];
        BestGraphRelativeSquaredLoss = RelativeSquaredLoss(bestWeights);
    }

    /// <summary>The graph with the largest weight.</summary>
    public DecomposableGraph BestGraph { get; }

    /// <summary>Its share of all weight.</summary>
    public double BestGraphWeight { get; }

    /// <summary>The most likely population under the best graph alone.</summary>
    public long BestGraphMode { get; }

    /// <summary>The Bayes estimate under relative squared loss of the best graph alone.</summary>
    public double BestGraphRelativeSquaredLoss { get; }

    /// <summary>The most likely population.</summary>
    public long Mode => _table.Observed + _grid[Array.IndexOf(_weights, _weights.Max())];

    /// <summary>The Bayes estimate under relative squared loss.</summary>
    public double BayesRelativeSquaredLoss => RelativeSquaredLoss(_weights);

    /// <summary>The largest population considered.</summary>
    public long Largest => _table.Observed + _grid[^1];

    /// <summary>Numbers of unseen people considered.</summary>
    public int GridSize => _grid.Length;

    /// <summary>Weight of the last tenth of the range considered.</summary>
    public double WeightAtEnd => _weights.Where((_, i) => _grid[i] > 0.9 * _grid[^1]).Sum();

    /// <summary>Whether the range considered ends before the posterior does.</summary>
    public bool IsCutOff => WeightAtEnd > 0.005;

    /// <summary>The first population of the grid at which the cumulative weight exceeds a probability.</summary>
    public long Quantile(double probability) => Quantile(_weights, probability);

    /// <summary>The same with the graphs' posteriors weighted by AIC (<see cref="GraphsByAic"/>).</summary>
    public long QuantileByAic(double probability) => Quantile(_weightsByAic, probability);

    private long Quantile(double[] weights, double probability)
    {
        var sum = 0.0;
        for (var i = 0; i < _grid.Length; i++)
        {
            sum += weights[i];
            if (sum > probability)
            {
                return _table.Observed + _grid[i];
            }
        }

        return Largest;
    }

    /// <summary>
    /// Averages over a range of unseen people that grows until its last tenth hardly matters: to six, for fewer than five lists to twenty, and at
    /// last to thirty times the seen.
    /// </summary>
    public static DecomposableGraphAveraging Of(CaptureTable table, GraphPrior prior)
    {
        const int FineSteps = 4000;
        const int CoarseSteps = 1000;
        if (prior.MostUnseen is { } most)
        {
            return Over(table, prior, Steps(most, Math.Max(1, most / FineSteps)));
        }

        var seen = (int)Math.Min(table.Observed, int.MaxValue / 64);
        // The 822 graphs of five lists make a fine grid of a long range slow.
        foreach (var times in table.Lists.Length < 5 ? (ReadOnlySpan<int>)[6, 20] : [6])
        {
            var average = Over(table, prior, Steps(times * seen - 1, Math.Max(1, times * seen / FineSteps)));
            if (!average.IsCutOff)
            {
                return average;
            }
        }

        return Over(table, prior, Spread(30 * seen, CoarseSteps));
    }

    private static int[] Steps(int last, int step) => [.. Enumerable.Range(0, (last - 1) / step + 1).Select(i => 1 + i * step)];

    private static int[] Spread(int last, int steps) =>
        [.. Enumerable.Range(0, steps).Select(i => (int)Math.Round(1 + i * (last - 1.0) / (steps - 1))).Distinct()];

    private static DecomposableGraphAveraging Over(CaptureTable table, GraphPrior prior, int[] grid)
    {
        var graphs = DecomposableGraph.All(table.Lists.Length);
        var delta = prior.CellPrior ?? Math.ScaleB(1, -table.Lists.Length);
        var scores = Enumerable.Range(0, 1 << table.Lists.Length).AsParallel().AsOrdered()
            .Select(set => set == 0 ? [] : Scores(table, set, delta, grid)).ToArray();
        var logPrior = LogPrior(table.Observed, prior, grid);
        var logs = graphs.AsParallel().AsOrdered().Select(g => LogWeights(g, scores, logPrior)).ToArray();
        var peak = logs.Max(l => l.Max());
        var totals = new double[graphs.Count];
        var weights = new double[grid.Length];
        for (var g = 0; g < logs.Length; g++)
        {
            for (var m = 0; m < grid.Length; m++)
            {
                var weight = Math.Exp(logs[g][m] - peak);
                totals[g] += weight;
                weights[m] += weight;
            }
        }

        var all = weights.Sum();
        var best = Array.IndexOf(totals, totals.Max());
        var byAic = new double[grid.Length];
        foreach (var (g, share) in GraphsByAic.Weights(graphs, table, grid).Index().Where(w => w.Item > 0))
        {
            for (var m = 0; m < grid.Length; m++)
            {
                byAic[m] += share * Math.Exp(logs[g][m] - peak) / totals[g];
            }
        }

        return new(table, grid, [.. weights.Select(w => w / all)], byAic, graphs[best], totals[best] / all, [.. logs[best].Select(l => Math.Exp(l - peak) / totals[best])]);
    }

    /// <summary>Log of the marginal likelihood of the lists of a set, for each number of unseen people.</summary>
    private static double[] Scores(CaptureTable table, int set, double delta, int[] grid)
    {
        var cells = table.OnSome(set);
        var size = System.Numerics.BitOperations.PopCount((uint)set);
        var lists = table.Lists.Length;
        var weight = delta * Math.ScaleB(1, lists - size);
        var total = delta * Math.ScaleB(1, lists);
        cells.Remove(0, out var none);
        var constant = cells.Values.Sum(c => SpecialFunctions.GammaLn(c + weight))
            - (1 << size) * SpecialFunctions.GammaLn(weight) + SpecialFunctions.GammaLn(total);
        return [.. grid.Select(m => constant + SpecialFunctions.GammaLn(m + none + weight) - SpecialFunctions.GammaLn(m + table.Observed + total))];
    }

    internal static double[] LogWeights(DecomposableGraph graph, double[][] scores, double[] logPrior)
    {
        var logs = (double[])logPrior.Clone();
        foreach (var (lists, times) in graph.Parts)
        {
            var score = scores[lists];
            for (var m = 0; m < logs.Length; m++)
            {
                logs[m] += times * score[m];
            }
        }

        return logs;
    }

    /// <summary>The prior of the population with the number of ways to choose the unseen.</summary>
    private static double[] LogPrior(long observed, GraphPrior prior, int[] grid) => [.. grid.Select(m =>
    {
        double all = observed + m;
        var population = prior is { Shape: { } a, Scale: { } b }
            ? all * Math.Log(b) - (all + a) * Math.Log(1 + b) + SpecialFunctions.GammaLn(all + a) - SpecialFunctions.GammaLn(all + 1) - SpecialFunctions.GammaLn(a)
            : -Math.Log(all);
        return population + SpecialFunctions.GammaLn(all + 1) - SpecialFunctions.GammaLn(m + 1);
    })];

    private double RelativeSquaredLoss(double[] weights)
    {
        var (first, second) = (0.0, 0.0);
        for (var i = 0; i < weights.Length; i++)
        {
            double all = _table.Observed + _grid[i];
            first += weights[i] / all;
            second += weights[i] / (all * all);
        }

        return first / second;
    }
}
