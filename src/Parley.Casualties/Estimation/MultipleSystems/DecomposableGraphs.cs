using System.Collections.Immutable;
using System.Numerics;

namespace Parley.Casualties.Estimation.MultipleSystems;

/// <summary>
/// A decomposable graph as the sum of its parts: each list with the neighbours before it in a perfect order, less those neighbours alone.
/// Cliques count once more than the separators that join them, and equal ones cancel.
/// </summary>
/// <param name="Edges">The edges, as sets of two lists.</param>
/// <param name="Parts">Sets of lists and how often each counts, none zero.</param>
internal sealed record DecomposableGraph(ImmutableArray<int> Edges, ImmutableArray<(int Lists, int Times)> Parts)
{
    private const int MostLists = 6;

    /// <summary>All of them: 2, 8, 61, 822 and 18,154 for two to six lists.</summary>
    /// <exception cref="EstimateInputException">More than six lists.</exception>
    public static IReadOnlyList<DecomposableGraph> All(int lists)
    {
        if (lists > MostLists)
        {
            throw new EstimateInputException(
                $"{lists} lists have too many graphs to average over; at most {MostLists}: merge lists that draw from each other, or use another method");
        }

        var pairs = ModelSearch.Pairs(lists).ToImmutableArray();
        var graphs = new List<DecomposableGraph>();
        for (var chosen = 0; chosen < 1 << pairs.Length; chosen++)
        {
            var set = chosen;
            ImmutableArray<int> edges = [.. pairs.Where((_, i) => (set >> i & 1) == 1)];
            if (Decompose(edges, lists) is { } graph)
            {
                graphs.Add(graph);
            }
        }

        return graphs;
    }

    /// <summary>Takes a graph apart by maximum cardinality search; null when it is not decomposable.</summary>
    private static DecomposableGraph? Decompose(ImmutableArray<int> edges, int lists)
    {
        var neighbours = new int[lists];
        foreach (var edge in edges)
        {
            var (low, high) = (BitOperations.TrailingZeroCount(edge), BitOperations.Log2((uint)edge));
            neighbours[low] |= 1 << high;
            neighbours[high] |= 1 << low;
        }

        var parts = new SortedDictionary<int, int>();
        for (var visited = 0; visited != (1 << lists) - 1;)
        {
            var seen = visited;
            var next = Enumerable.Range(0, lists).Where(i => (seen >> i & 1) == 0)
                .MaxBy(i => BitOperations.PopCount((uint)(neighbours[i] & seen)));
            var before = neighbours[next] & seen;
            for (var rest = before; rest != 0; rest &= rest - 1)
            {
                var member = BitOperations.TrailingZeroCount(rest);
                if ((before & ~(1 << member) & ~neighbours[member]) != 0)
                {
                    return null;
                }
            }

            parts[before | 1 << next] = parts.GetValueOrDefault(before | 1 << next) + 1;
            if (before != 0)
            {
                parts[before] = parts.GetValueOrDefault(before) - 1;
            }

            visited |= 1 << next;
        }

        return new DecomposableGraph(edges, [.. parts.Where(p => p.Value != 0).Select(p => (p.Key, p.Value))]);
    }
}
