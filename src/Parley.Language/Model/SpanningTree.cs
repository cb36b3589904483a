namespace Parley.Language.Model;

/// <summary>
/// The best tree over a sentence: one root, every other token under a head, no cycles (Chu and Liu 1965; Edmonds 1967; one root by trying
/// the candidates for it in the order of their scores, Zmigrod, Vieira and Cotterell 2020 in its simplest form).
/// </summary>
internal static unsafe class SpanningTree
{
    /// <summary>A root is tried only if its score as root is within this of the best.</summary>
    private const int RootsTried = 3;

    /// <summary>Writes the head of each token, -1 for the root.</summary>
    /// <param name="scores">A row for each token: the root's score as its head, then each token's.</param>
    /// <param name="stride">Floats from row to row.</param>
    /// <param name="heads">One for each token.</param>
    public static void Find(float* scores, int stride, Span<int> heads)
    {
        var n = heads.Length;
        if (n == 1)
        {
            heads[0] = -1;
            return;
        }

        if (Greedy(scores, stride, heads))
        {
            return;
        }

        var (best, candidate) = (double.NegativeInfinity, new int[n]);
        foreach (var root in Roots(scores, stride, n))
        {
            var total = Rooted(scores, stride, n, root, candidate);
            if (total > best)
            {
                best = total;
                candidate.CopyTo(heads);
            }
        }
    }

    /// <summary>Each token's best head, if that is a tree.</summary>
    private static bool Greedy(float* scores, int stride, Span<int> heads)
    {
        var (n, roots) = (heads.Length, 0);
        for (var i = 0; i < n; i++)
        {
            var row = new ReadOnlySpan<float>(scores + ((nint)i * stride), n + 1);
            var best = -1;
            for (var h = 0; h <= n; h++)
            {
                if (h != i + 1 && (best < 0 || row[h] > row[best]))
                {
                    best = h;
                }
            }

            heads[i] = best - 1;
            roots += best == 0 ? 1 : 0;
        }

        return roots == 1 && !HasCycle(heads);
    }

    private static bool HasCycle(ReadOnlySpan<int> heads)
    {
        var seen = new int[heads.Length];
        for (var i = 0; i < heads.Length; i++)
        {
            for (var at = i; at >= 0 && seen[at] != -1; at = heads[at])
            {
                if (seen[at] == i + 1)
                {
                    return true;
                }

                seen[at] = i + 1;
            }

            for (var at = i; at >= 0 && seen[at] == i + 1; at = heads[at])
            {
                seen[at] = -1;
            }
        }

        return false;
    }

    private static int[] Roots(float* scores, int stride, int n)
    {
        var order = new int[n];
        var keys = new float[n];
        for (var i = 0; i < n; i++)
        {
            var row = new ReadOnlySpan<float>(scores + ((nint)i * stride), n + 1);
            (order[i], keys[i]) = (i, float.MaxValue);
            var other = float.NegativeInfinity;
            for (var h = 1; h <= n; h++)
            {
                other = h == i + 1 ? other : MathF.Max(other, row[h]);
            }

            keys[i] = other - row[0];
        }

        Array.Sort(keys, order);
        return order[..Math.Min(n, RootsTried)];
    }

    /// <summary>The best tree with this root, by contracting cycles; its total score.</summary>
    private static double Rooted(float* scores, int stride, int n, int root, int[] heads)
    {
        var weights = new double[n, n];
        for (var d = 0; d < n; d++)
        {
            for (var h = 0; h < n; h++)
            {
                weights[h, d] = h == d || d == root ? double.NegativeInfinity : scores[((nint)d * stride) + h + 1];
            }
        }

        var found = Contract(weights, root);
        var total = (double)scores[(nint)root * stride];
        for (var d = 0; d < n; d++)
        {
            heads[d] = d == root ? -1 : found[d];
            total += d == root ? 0 : scores[((nint)d * stride) + found[d] + 1];
        }

        return total;
    }

    private static int[] Contract(double[,] weights, int root)
    {
        var n = weights.GetLength(0);
        var heads = new int[n];
        for (var d = 0; d < n; d++)
        {
            heads[d] = -1;
            for (var h = 0; h < n && d != root; h++)
            {
                if (h != d && (heads[d] < 0 || weights[h, d] > weights[heads[d], d]))
                {
                    heads[d] = h;
                }
            }
        }

        var cycle = Cycle(heads);
        if (cycle is null)
        {
            return heads;
        }

        // The cycle becomes one node, the last.
        var inside = new bool[n];
        foreach (var node in cycle)
        {
            inside[node] = true;
        }

        var outside = Enumerable.Range(0, n).Where(i => !inside[i]).ToArray();
        var (m, merged) = (outside.Length, new double[outside.Length + 1, outside.Length + 1]);
        var (enters, leaves) = (new int[m], new int[m]);
        var within = cycle.Sum(d => weights[heads[d], d]);
        for (var a = 0; a < m; a++)
        {
            for (var b = 0; b < m; b++)
            {
                merged[a, b] = weights[outside[a], outside[b]];
            }

            merged[a, m] = merged[m, a] = double.NegativeInfinity;
            (enters[a], leaves[a]) = (cycle[0], cycle[0]);
            foreach (var node in cycle)
            {
                var into = within - weights[heads[node], node] + weights[outside[a], node];
                if (into > merged[a, m])
                {
                    (merged[a, m], enters[a]) = (into, node);
                }

                if (weights[node, outside[a]] > merged[m, a])
                {
                    (merged[m, a], leaves[a]) = (weights[node, outside[a]], node);
                }
            }
        }

        merged[m, m] = double.NegativeInfinity;
        var tree = Contract(merged, Array.IndexOf(outside, root));
        for (var b = 0; b < m; b++)
        {
            if (outside[b] != root)
            {
                heads[outside[b]] = tree[b] == m ? leaves[b] : outside[tree[b]];
            }
        }

        heads[enters[tree[m]]] = outside[tree[m]];
        return heads;
    }

    private static List<int>? Cycle(int[] heads)
    {
        var seen = new int[heads.Length];
        for (var i = 0; i < heads.Length; i++)
        {
            var at = i;
            while (at >= 0 && seen[at] == 0)
            {
                seen[at] = i + 1;
                at = heads[at];
            }

            if (at >= 0 && seen[at] == i + 1)
            {
                var cycle = new List<int> { at };
                for (var next = heads[at]; next != at; next = heads[next])
                {
                    cycle.Add(next);
                }

                return cycle;
            }
        }

        return null;
    }
}
