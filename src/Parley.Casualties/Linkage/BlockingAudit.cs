using System.Collections.Immutable;

namespace Parley.Casualties.Linkage;

/// <summary>
/// Measures what blocking and clustering miss: some records, drawn at random, are compared with all records that agree with them in any two
/// things, a net many times wider than the plan's. What is found there stands for all matches.
/// </summary>
internal sealed class BlockingAudit
{
    /// <summary>Most records drawn.</summary>
    private const int MostRecords = 1500;

    /// <summary>Most pairs compared.</summary>
    private const double MostPairs = 3_000_000;

    /// <summary>Pairs below these log odds count for nothing.</summary>
    private const double LeastLogOdds = -4;

    private readonly ImmutableArray<BlockingAtom> _atoms;

    private readonly Func<int, int, double, double> _logOdds;
    private readonly int[] _clusters;

    private BlockingAudit(ImmutableArray<BlockingAtom> atoms, Func<int, int, double, double> logOdds, int[] clusters) =>
        (_atoms, _logOdds, _clusters) = (atoms, logOdds, clusters);

    /// <summary>How many records were drawn.</summary>
    public int Records { get; private init; }

    /// <summary>Share of the expected matches that blocking brings together, 0 to 1.</summary>
    public double BlockingRecall { get; private set; } = 1;

    /// <summary>Share of the expected matches that are in one cluster, 0 to 1.</summary>
    public double LinkRecall { get; private set; } = 1;

    /// <summary>Audits a linkage.</summary>
    /// <param name="atoms">What records may agree on.</param>
    /// <param name="candidates">The pairs that blocking brings together.</param>
    /// <param name="logOdds">Log odds of a pair, or any lower number if they are below the third argument.</param>
    /// <param name="clusters">The cluster of each record.</param>
    /// <param name="seed">Seed of the draw.</param>
    /// <param name="threads">How many threads may work; the result does not depend on it.</param>
    public static BlockingAudit Of(
        ImmutableArray<BlockingAtom> atoms, CandidatePairs candidates, Func<int, int, double, double> logOdds, int[] clusters, int seed, int threads)
    {
        var records = clusters.Length;
        var drawn = Math.Min(MostRecords, records);
        var audit = new BlockingAudit(atoms, logOdds, clusters) { Records = drawn };
        if (drawn < 2)
        {
            return audit;
        }

        var isDrawn = new bool[records];
        var order = Enumerable.Range(0, records).ToArray();
        new Random(seed).Shuffle(order);
        foreach (var record in order.AsSpan(0, drawn))
        {
            isDrawn[record] = true;
        }

        // Sorted, so that the order does not depend on the threads; a pair stands there once for every set that it agrees in.
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads };
        var sets = WideSets(atoms, records, drawn);
        var found = new List<long>[sets.Count];
        Parallel.For(0, sets.Count, parallel, s => found[s] = audit.Agreeing(sets[s], isDrawn));
        var pairs = found.SelectMany(f => f).ToArray();
        Array.Sort(pairs);
        var chances = new double[pairs.Length];
        Parallel.For(0, pairs.Length, parallel, i =>
        {
            if (i == 0 || pairs[i] != pairs[i - 1])
            {
                chances[i] = audit.Chance(First(pairs[i]), Second(pairs[i]));
            }
        });
        double all = 0, blocked = 0, linked = 0;
        for (var i = 0; i < pairs.Length; i++)
        {
            if (chances[i] > 0)
            {
                var (first, second) = (First(pairs[i]), Second(pairs[i]));
                all += chances[i];
                blocked += candidates.Has(first, second) ? chances[i] : 0;
                linked += clusters[first] == clusters[second] ? chances[i] : 0;
            }
        }

        if (all > 0)
        {
            (audit.BlockingRecall, audit.LinkRecall) = (blocked / all, linked / all);
        }

        return audit;
    }

    /// <summary>Pairs of atoms, the rarest agreements first, as many as may be paid for; agreements in one rare thing alone are among them.</summary>
    private static List<int[]> WideSets(ImmutableArray<BlockingAtom> atoms, int records, int drawn)
    {
        var sets = new List<(int[] Set, double Pairs)>();
        for (var a = 0; a < atoms.Length; a++)
        {
            for (var b = a + 1; b < atoms.Length; b++)
            {
                int[] set = [a, b];
                if (!BlockingPlan.IsRedundant(set, atoms))
                {
                    sets.Add((set, BlockingPlan.EstimatePairs(set, atoms, records)));
                }
            }
        }

        var left = MostPairs * records / (2.0 * drawn);
        return [.. sets.OrderBy(s => s.Pairs).TakeWhile(s => (left -= s.Pairs) > 0).Select(s => s.Set)];
    }

    /// <summary>Chance that two records are of one person: 1 in one cluster, else by the model.</summary>
    private double Chance(int first, int second)
    {
        if (_clusters[first] == _clusters[second])
        {
            return 1;
        }

        var odds = _logOdds(first, second, LeastLogOdds);
        return odds < LeastLogOdds ? 0 : 1 / (1 + Math.Exp(-odds));
    }

    /// <summary>The pairs of a drawn record and any other that agree in a set of atoms, each packed into a number.</summary>
    private List<long> Agreeing(int[] set, bool[] isDrawn)
    {
        var byKey = new Dictionary<uint, List<int>>();
        for (var r = 0; r < isDrawn.Length; r++)
        {
            if (isDrawn[r] && BlockingPlan.Key(set, _atoms, r) is not 0 and var key)
            {
                (byKey.TryGetValue(key, out var list) ? list : byKey[key] = []).Add(r);
            }
        }

        var pairs = new List<long>();
        for (var r = 0; r < isDrawn.Length; r++)
        {
            if (BlockingPlan.Key(set, _atoms, r) is not 0 and var key && byKey.TryGetValue(key, out var list))
            {
                foreach (var drawn in list)
                {
                    // A pair of two drawn records is met from both sides.
                    if (drawn != r && (!isDrawn[r] || drawn < r))
                    {
                        pairs.Add(((long)Math.Min(drawn, r) << 32) | (uint)Math.Max(drawn, r));
                    }
                }
            }
        }

        return pairs;
    }

    private static int First(long pair) => (int)(pair >> 32);

    private static int Second(long pair) => (int)(pair & uint.MaxValue);
}
