using MathNet.Numerics;

namespace Parley.Casualties.Estimation.MultipleSystems;

/// <summary>
/// Weights of decomposable graphs by AIC, that is by how well they would foretell more people of the same population (pseudo-BMA: Yao, Vehtari,
/// Simpson, Gelman 2018). The marginal likelihood, with its small weights of cells, trusts a graph without an edge more than the data bear
/// where a dependence is weak. A graph that holds a smaller one of a better AIC is left out (Occam's window, Madigan, Raftery 1994), and the
/// one with all edges, which says nothing of the unseen.
/// </summary>
internal static class GraphsByAic
{
    /// <summary>The weight of each graph; they add up to one.</summary>
    public static double[] Weights(IReadOnlyList<DecomposableGraph> graphs, CaptureTable table, int[] grid)
    {
        var scores = Enumerable.Range(0, table.PatternCount + 1).AsParallel().AsOrdered().Select(set => set == 0 ? [] : Scores(table, set, grid)).ToArray();
        double[] ways = [.. grid.Select(m => SpecialFunctions.GammaLn(table.Observed + m + 1) - SpecialFunctions.GammaLn(m + 1))];
        var gains = graphs.AsParallel().AsOrdered()
            .Select(g => DecomposableGraphAveraging.LogWeights(g, scores, ways).Max() - g.Parts.Sum(p => p.Times * ((1 << System.Numerics.BitOperations.PopCount((uint)p.Lists)) - 1)))
            .ToArray();
        var masks = Masks(graphs);
        var complete = table.Lists.Length * (table.Lists.Length - 1) / 2;
        var kept = Enumerable.Range(0, graphs.Count).AsParallel().AsOrdered()
            .Select(g => graphs[g].Edges.Length < complete && !Enumerable.Range(0, graphs.Count).Any(s => s != g && (masks[s] & masks[g]) == masks[s] && gains[s] >= gains[g])).ToArray();
        var best = gains.Where((_, g) => kept[g]).Max();
        double[] weights = [.. gains.Select((gain, g) => kept[g] ? Math.Exp(gain - best) : 0)];
        var all = weights.Sum();
        return [.. weights.Select(w => w / all)];
    }

    /// <summary>Log of the largest likelihood of the lists of a set, for each number of unseen people.</summary>
    private static double[] Scores(CaptureTable table, int set, int[] grid)
    {
        var cells = table.OnSome(set);
        cells.Remove(0, out var none);
        var seen = cells.Values.Sum(c => Entropy(c));
        return [.. grid.Select(m => seen + Entropy(m + none) - Entropy(m + table.Observed))];
    }

    private static double Entropy(double count) => count > 0 ? count * Math.Log(count) : 0;

    private static ulong[] Masks(IReadOnlyList<DecomposableGraph> graphs)
    {
        var bits = graphs.SelectMany(g => g.Edges).Distinct().Index().ToDictionary(e => e.Item, e => 1UL << e.Index);
        return [.. graphs.Select(g => g.Edges.Aggregate(0UL, (mask, e) => mask | bits[e]))];
    }
}
