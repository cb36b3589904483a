using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Parley.Casualties.Linkage;

/// <summary>Walks the pairs that the blocking passes bring together, each once, over several threads, in an order that does not depend on them.</summary>
internal sealed class CandidatePairs
{
    /// <summary>Work handed to a thread at once, in pairs.</summary>
    private const long ChunkPairs = 1 << 18;

    /// <summary>A block larger than this is too common a key; what it holds is left to the other passes.</summary>
    private const int LargestBlock = 20_000;

    private readonly ImmutableArray<BlockingPass> _passes;
    private readonly int _records;

    /// <summary>Order and block starts of each pass.</summary>
    private readonly (int[] Order, int[] Starts)[] _blocks;

    /// <summary>
    /// The keys of each record side by side, so that two records are looked up in two places of memory; filled up to whole vectors with 0.
    /// </summary>
    private readonly uint[] _keys;

    private readonly int _stride;

    public CandidatePairs(ImmutableArray<BlockingPass> passes, int records, int threads)
    {
        (_passes, _records) = (passes, records);
        _blocks = new (int[], int[])[passes.Length];
        _stride = (passes.Length + Vector256<uint>.Count - 1) / Vector256<uint>.Count * Vector256<uint>.Count;
        _keys = new uint[(long)records * _stride];
        Parallel.For(0, passes.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, p =>
        {
            var keys = passes[p].Keys;
            for (var r = 0; r < records; r++)
            {
                _keys[((long)r * _stride) + p] = keys[r];
            }

            _blocks[p] = Blocks(keys);
        });
    }

    /// <summary>Visits one pair; returns nothing, adds to <paramref name="into"/>.</summary>
    internal delegate void Visit<TPart>(int a, int b, int pass, TPart into);

    /// <summary>Visits every pair and returns the parts in a fixed order.</summary>
    /// <param name="threads">How many threads may work.</param>
    /// <param name="part">Makes what one chunk of the work is collected in.</param>
    /// <param name="visit">Called for each pair once, from the first pass that has it.</param>
    /// <param name="cancellation">Stops the walk.</param>
    /// <param name="only">Whether a pair is wanted at all; asked first.</param>
    public List<TPart> Walk<TPart>(
        int threads, Func<TPart> part, Visit<TPart> visit, CancellationToken cancellation, Func<int, int, bool>? only = null)
    {
        var parts = new List<TPart>();
        for (var p = 0; p < _passes.Length; p++)
        {
            var pass = p;
            var (order, starts) = _blocks[pass];
            var chunks = Chunks(starts);
            var results = new TPart[chunks.Count];
            Parallel.For(0, chunks.Count, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, c =>
            {
                var into = results[c] = part();
                for (var block = chunks[c].First; block < chunks[c].End; block++)
                {
                    WalkBlock(order.AsSpan(starts[block], starts[block + 1] - starts[block]), pass, into, visit, only);
                }
            });
            parts.AddRange(results);
        }

        return parts;
    }

    /// <summary>Whether any pass brings a pair together.</summary>
    public bool Has(int a, int b) => MetBefore(a, b, _passes.Length);

    private void WalkBlock<TPart>(ReadOnlySpan<int> block, int pass, TPart into, Visit<TPart> visit, Func<int, int, bool>? only)
    {
        for (var i = 0; i < block.Length; i++)
        {
            for (var j = i + 1; j < block.Length; j++)
            {
                if ((only is null || only(block[i], block[j])) && !MetBefore(block[i], block[j], pass))
                {
                    visit(block[i], block[j], pass, into);
                }
            }
        }
    }

    /// <summary>Whether one of the first <paramref name="passes"/> has a pair: whether the records share a key there.</summary>
    private bool MetBefore(int a, int b, int passes)
    {
        ref var first = ref MemoryMarshal.GetReference(KeysOf(a));
        ref var second = ref MemoryMarshal.GetReference(KeysOf(b));
        for (var p = 0; p < passes; p += Vector256<uint>.Count)
        {
            var one = Vector256.LoadUnsafe(ref first, (nuint)p);
            var shared = Vector256.Equals(one, Vector256.LoadUnsafe(ref second, (nuint)p)) & ~Vector256.Equals(one, Vector256<uint>.Zero);
            var bits = shared.ExtractMostSignificantBits();
            if (bits != 0 && p + BitOperations.TrailingZeroCount(bits) < passes)
            {
                return true;
            }
        }

        return false;
    }

    private ReadOnlySpan<uint> KeysOf(int record) => _keys.AsSpan(record * _stride, _stride);

    /// <summary>Records in the order of their keys, and where each block of two or more begins.</summary>
    private (int[] Order, int[] Starts) Blocks(uint[] keys)
    {
        var sorted = new ulong[_records];
        var filled = 0;
        for (var r = 0; r < _records; r++)
        {
            if (keys[r] != 0)
            {
                sorted[filled++] = ((ulong)keys[r] << 32) | (uint)r;
            }
        }

        Array.Sort(sorted, 0, filled);
        var order = new int[filled];
        var starts = new List<int>();
        var placed = 0;
        for (var i = 0; i < filled;)
        {
            var end = i + 1;
            while (end < filled && sorted[end] >> 32 == sorted[i] >> 32)
            {
                end++;
            }

            if (end - i > 1 && end - i <= LargestBlock)
            {
                starts.Add(placed);
                for (; i < end; i++)
                {
                    order[placed++] = (int)(sorted[i] & uint.MaxValue);
                }
            }

            i = end;
        }

        starts.Add(placed);
        return (order, [.. starts]);
    }

    private static List<(int First, int End)> Chunks(int[] starts)
    {
        var chunks = new List<(int, int)>();
        var (first, work) = (0, 0L);
        for (var block = 0; block + 1 < starts.Length; block++)
        {
            long size = starts[block + 1] - starts[block];
            work += size * (size - 1) / 2;
            if (work >= ChunkPairs || block + 2 == starts.Length)
            {
                chunks.Add((first, block + 1));
                (first, work) = (block + 1, 0);
            }
        }

        return chunks;
    }
}
