using System.Collections.Immutable;

namespace Parley.Casualties.Linkage;

/// <summary>One blocking pass: records that agree on all of its atoms are compared.</summary>
/// <param name="Name">Names of the atoms.</param>
/// <param name="Keys">Key of each record, 0 where an atom is missing.</param>
/// <param name="Pairs">How many pairs agree, for whole sets estimated from a sample where the table is large.</param>
internal sealed record BlockingPass(string Name, uint[] Keys, double Pairs);

/// <summary>
/// Chooses the passes: the smallest sets of atoms for which few enough records agree; of the sets for which too many do, the rare values.
/// A rare value alone will do, a frequent one only together with others, so that the plan fits a thousand records as well as a million.
/// </summary>
internal static class BlockingPlan
{
    private const int LargestSet = 3;
    private const int SampleSize = 60_000;

    /// <summary>Most passes; each costs a sort of all records.</summary>
    private const int MaxPasses = 56;

    /// <summary>Values that more records have than this are not rare.</summary>
    private const int LargestRare = 200;

    /// <summary>Rare values that bring together a smaller share than this of what they may are not worth a pass.</summary>
    private const double WorthAPass = 0.02;

    private const int CounterBits = 22;

    /// <summary>Makes the plan.</summary>
    /// <param name="atoms">What records may agree on.</param>
    /// <param name="records">How many records there are.</param>
    /// <param name="pairsPerRecord">Most pairs to compare, for each record on average.</param>
    public static ImmutableArray<BlockingPass> For(ImmutableArray<BlockingAtom> atoms, int records, double pairsPerRecord)
    {
        var total = (pairsPerRecord * records) + 4_000_000;
        var each = total / 16;
        var accepted = new List<(int[] Atoms, double Pairs)>();
        var tooCommon = new List<int[]>();
        var rejected = new List<int[]> { Array.Empty<int>() };
        for (var size = 1; size <= LargestSet; size++)
        {
            var larger = new List<int[]>();
            foreach (var set in rejected)
            {
                for (var atom = set.Length == 0 ? 0 : set[^1] + 1; atom < atoms.Length; atom++)
                {
                    int[] candidate = [.. set, atom];
                    if (IsRedundant(candidate, atoms) || accepted.Any(a => a.Atoms.All(candidate.Contains)))
                    {
                        continue;
                    }

                    var pairs = EstimatePairs(candidate, atoms, records);
                    if (pairs <= each)
                    {
                        accepted.Add((candidate, pairs));
                    }
                    else
                    {
                        larger.Add(candidate);
                    }
                }
            }

            rejected = larger;
            tooCommon.AddRange(larger);
        }

        var chosen = ImmutableArray.CreateBuilder<BlockingPass>();
        foreach (var (set, pairs) in accepted.OrderBy(a => a.Pairs).ThenBy(a => a.Atoms.Length).Take(MaxPasses))
        {
            if (pairs > total)
            {
                break;
            }

            total -= pairs;
            chosen.Add(new BlockingPass(Name(set, atoms), Keys(set, atoms), pairs));
        }

        foreach (var rare in RareValues(tooCommon, atoms, each).Take(MaxPasses - chosen.Count))
        {
            if (rare.Pairs <= total)
            {
                total -= rare.Pairs;
                chosen.Add(rare);
            }
        }

        return chosen.ToImmutable();
    }

    /// <summary>For each set the values that so few records have that they bring together no more than so many pairs in all.</summary>
    private static IEnumerable<BlockingPass> RareValues(List<int[]> sets, ImmutableArray<BlockingAtom> atoms, double mostPairs)
    {
        var passes = new BlockingPass?[sets.Count];
        Parallel.For(0, sets.Count, s =>
        {
            var keys = Keys(sets[s], atoms);
            var counts = new int[1 << CounterBits];
            foreach (var key in keys)
            {
                counts[Counter(key)] += key == 0 ? 0 : 1;
            }

            var bySize = new long[LargestRare + 1];
            foreach (var count in counts)
            {
                bySize[count <= LargestRare ? count : 0]++;
            }

            var (size, pairs) = (1, 0.0);
            while (size < LargestRare && pairs + (bySize[size + 1] * 0.5 * size * (size + 1)) is var more && more <= mostPairs)
            {
                (size, pairs) = (size + 1, more);
            }

            if (pairs < mostPairs * WorthAPass)
            {
                return;
            }

            for (var r = 0; r < keys.Length; r++)
            {
                keys[r] = counts[Counter(keys[r])] <= size ? keys[r] : 0;
            }

            passes[s] = new BlockingPass($"{Name(sets[s], atoms)}, if at most {size} records", keys, pairs);
        });
        return passes.OfType<BlockingPass>();
    }

    /// <summary>Where a key is counted; keys that share a counter pass for one that is more frequent than either.</summary>
    private static uint Counter(uint key) => unchecked(key * 0x9E3779B1u) >> (32 - CounterBits);

    private static string Name(int[] set, ImmutableArray<BlockingAtom> atoms) => string.Join(" + ", set.Select(a => atoms[a].Name));

    /// <summary>Whether one atom of a set follows from another, as a year does from its day.</summary>
    public static bool IsRedundant(int[] set, ImmutableArray<BlockingAtom> atoms) =>
        set.Select(a => atoms[a].Name.Split(' ')[0]).Where(n => n is "birth" or "death").GroupBy(n => n).Any(g => g.Count() > 1);

    /// <summary>How many pairs agree in a set of atoms, from a sample where the records are many.</summary>
    public static double EstimatePairs(int[] set, ImmutableArray<BlockingAtom> atoms, int records)
    {
        var step = Math.Max(1, records / SampleSize);
        var counts = new Dictionary<uint, int>();
        var sampled = 0L;
        var pairs = 0L;
        for (var r = 0; r < records; r += step)
        {
            sampled++;
            if (Key(set, atoms, r) is not 0 and var key)
            {
                ref var count = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _);
                pairs += count++;
            }
        }

        var scale = (double)records / sampled;
        return pairs * scale * scale;
    }

    private static uint[] Keys(int[] set, ImmutableArray<BlockingAtom> atoms)
    {
        var keys = new uint[atoms[0].Keys.Length];
        for (var r = 0; r < keys.Length; r++)
        {
            keys[r] = Key(set, atoms, r);
        }

        return keys;
    }

    /// <summary>A hash of the atoms' keys; two sets of values that share it are compared in vain, no more.</summary>
    public static uint Key(int[] set, ImmutableArray<BlockingAtom> atoms, int record)
    {
        unchecked
        {
            var hash = 0x9E3779B97F4A7C15UL;
            foreach (var atom in set)
            {
                var key = atoms[atom].Keys[record];
                if (key == 0)
                {
                    return 0;
                }

                hash = (hash ^ key) * 0xD6E8FEB86659FD93UL;
                hash ^= hash >> 32;
            }

            return (uint)hash | 1;
        }
    }
}
