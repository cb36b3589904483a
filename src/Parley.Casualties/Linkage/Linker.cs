using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Parley.Casualties.Linkage;

/// <summary>
/// Finds which records are of one person: blocking, a Fellegi-Sunter model trained on the records themselves, clusters. Same records, same
/// options, same result, whatever the number of threads.
/// </summary>
/// <param name="options">What may be set.</param>
public sealed class Linker(LinkageOptions options)
{
    private const int TrainingPairs = 600_000;
    private const int RandomPairs = 400_000;

    /// <summary>Pairs below these log odds (a chance of 1.8 %) are forgotten at once.</summary>
    private const double LeastLogOdds = -4;

    /// <summary>Links the records of a table.</summary>
    /// <param name="table">The records.</param>
    /// <param name="decisions">What people decided; the result obeys them.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="FormatException">A decision names no record of the table, or decisions contradict each other.</exception>
    public LinkageResult Link(RecordTable table, IReadOnlyList<LinkDecision>? decisions = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        options.Validate();
        var (same, different) = Constraints(table, decisions ?? []);
        var comparison = new PairComparison(table);
        var atoms = BlockingAtom.Of(table);
        var passes = BlockingPlan.For(atoms, table.Count, options.PairsPerRecord);
        var candidates = new CandidatePairs(passes, table.Count, options.Threads);
        var model = Train(table, comparison, passes, candidates, cancellation);
        var scorer = new PairScorer(comparison, model, table);
        var found = candidates.Walk(options.Threads, () => new Found(), (a, b, _, into) =>
        {
            into.Compared++;
            var odds = scorer.LogOdds(a, b, LeastLogOdds);
            if (odds >= LeastLogOdds)
            {
                into.Pairs.Add(new LinkedPair(a, b, odds));
            }
        }, cancellation);
        var pairs = found.SelectMany(f => f.Pairs).ToArray();
        Array.Sort(pairs, LikeliestFirst);
        var threshold = Math.Log(options.Threshold / (1 - options.Threshold));
        var clusters = Clustering.Of(table.Count, pairs, threshold, scorer.LogOdds, same, different);
        var members = new ClusterMembers(clusters);
        var audit = BlockingAudit.Of(atoms, candidates, scorer.LogOdds, clusters, options.Seed, options.Threads);
        var decided = same.Select(Ordered).ToHashSet();
        var rivals = Rivals(clusters, pairs);
        var errors = ClusterErrors.Expected(members, (a, b) => decided.Contains((a, b)) ? 1 : Chance(scorer.LogOdds(a, b), Math.Max(rivals[a], rivals[b])), options.Threads);
        var statistics = new LinkageStatistics(
            table.Count, clusters.Distinct().Count(), found.Sum(f => f.Compared), clusters.CountBy(c => c).Sum(c => (long)c.Value * (c.Value - 1) / 2),
            errors.FalsePairRate, errors.MixedClusterRate, audit.LinkRecall, audit.BlockingRecall, audit.Records, [.. passes.Select(p => p.Name)]);
        return new LinkageResult(table, model, scorer, clusters, ImmutableCollectionsMarshal.AsImmutableArray(pairs), statistics);
    }

    private LinkageModel Train(
        RecordTable table, PairComparison comparison, ImmutableArray<BlockingPass> passes, CandidatePairs candidates, CancellationToken cancellation)
    {
        // A part of the pairs, drawn by a hash of the pair, so that the sample does not depend on the threads.
        var expected = passes.Sum(p => p.Pairs);
        var share = expected <= TrainingPairs ? 1 : TrainingPairs / expected;
        var limit = (uint)Math.Min(uint.MaxValue, share * uint.MaxValue);
        var parts = candidates.Walk(options.Threads, () => new PairSample(), (a, b, _, into) =>
        {
            Span<byte> levels = stackalloc byte[comparison.FieldCount];
            var adjustment = comparison.Compare(a, b, levels);
            into.Add(levels, adjustment);
        }, cancellation, (a, b) => Hash(a, b) <= limit);
        var blocked = new PairSample();
        parts.ForEach(blocked.Add);
        return new ModelTrainer(comparison, table).Train(blocked, 1 / share, Random(table, comparison));
    }

    /// <summary>A random sample of all pairs; all of them if they are few.</summary>
    private PairSample Random(RecordTable table, PairComparison comparison)
    {
        var sample = new PairSample();
        var all = (long)table.Count * (table.Count - 1) / 2;
        Span<byte> levels = stackalloc byte[comparison.FieldCount];
        if (all <= RandomPairs)
        {
            for (var a = 0; a < table.Count; a++)
            {
                for (var b = a + 1; b < table.Count; b++)
                {
                    var adjustment = comparison.Compare(a, b, levels);
                    sample.Add(levels, adjustment);
                }
            }

            return sample;
        }

        var random = new Random(options.Seed);
        for (var i = 0; i < RandomPairs; i++)
        {
            var a = random.Next(table.Count);
            var b = random.Next(table.Count - 1);
            b += b >= a ? 1 : 0;
            var adjustment = comparison.Compare(a, b, levels);
            sample.Add(levels, adjustment);
        }

        return sample;
    }

    /// <summary>For each record the log odds of its likeliest pair with a record of another cluster: a person that it could be as well.</summary>
    private static double[] Rivals(int[] clusters, LinkedPair[] pairs)
    {
        var rivals = new double[clusters.Length];
        Array.Fill(rivals, double.NegativeInfinity);
        foreach (var pair in pairs)
        {
            if (clusters[pair.First] != clusters[pair.Second])
            {
                rivals[pair.First] = Math.Max(rivals[pair.First], pair.LogOdds);
                rivals[pair.Second] = Math.Max(rivals[pair.Second], pair.LogOdds);
            }
        }

        return rivals;
    }

    /// <summary>Chance of a link against there being none and against the rival.</summary>
    private static double Chance(double logOdds, double rival) => 1 / (1 + Math.Exp(-logOdds) + Math.Exp(rival - logOdds));

    private static (int, int) Ordered((int First, int Second) pair) => (Math.Min(pair.First, pair.Second), Math.Max(pair.First, pair.Second));

    private static (List<(int, int)> Same, List<(int, int)> Different) Constraints(RecordTable table, IReadOnlyList<LinkDecision> decisions)
    {
        var (same, different) = (new List<(int, int)>(), new List<(int, int)>());
        if (decisions.Count == 0)
        {
            return (same, different);
        }

        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var r = 0; r < table.Count; r++)
        {
            index[table.Ids[r]] = r;
        }

        foreach (var decision in decisions)
        {
            if (!index.TryGetValue(decision.FirstId, out var first) || !index.TryGetValue(decision.SecondId, out var second))
            {
                throw new FormatException($"a decision names '{decision.FirstId}' and '{decision.SecondId}', one of which is no record of the file");
            }

            (decision.Same ? same : different).Add((first, second));
        }

        return (same, different);
    }

    private static int LikeliestFirst(LinkedPair one, LinkedPair other)
    {
        var order = other.LogOdds.CompareTo(one.LogOdds);
        order = order != 0 ? order : one.First.CompareTo(other.First);
        return order != 0 ? order : one.Second.CompareTo(other.Second);
    }

    private static uint Hash(int a, int b)
    {
        unchecked
        {
            var hash = ((ulong)(uint)a << 32 | (uint)b) * 0x9E3779B97F4A7C15UL;
            hash ^= hash >> 29;
            return (uint)(hash * 0xBF58476D1CE4E5B9UL >> 32);
        }
    }

    private sealed class Found
    {
        public List<LinkedPair> Pairs { get; } = [];

        public long Compared { get; set; }
    }
}
