using System.Numerics;

namespace Parley.Analysis;

/// <summary>
/// A text's signature by MinHash (Broder 1997) over runs of five words: the share of equal places of two signatures estimates
/// the share of runs that the texts have in common.
/// </summary>
internal sealed class MinHash
{
    /// <summary>Places in a signature.</summary>
    public const int Size = 64;

    private const int Run = 5;
    private const ulong Prime = 0x9E3779B97F4A7C15;

    private readonly uint[] _least;

    private MinHash(uint[] least, int runs) => (_least, Runs) = (least, runs);

    /// <summary>Number of runs of words in the text.</summary>
    public int Runs { get; }

    /// <summary>Reads a text.</summary>
    public static MinHash Of(string text)
    {
        var least = new uint[Size];
        Array.Fill(least, uint.MaxValue);
        Span<uint> window = stackalloc uint[Run];
        int count = 0, start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                window[count++ % Run] = HashOf(text.AsSpan(start, i - start));
                start = -1;
                if (count >= Run)
                {
                    Take(window, count, least);
                }
            }
        }

        return new MinHash(least, Math.Max(0, count - Run + 1));
    }

    /// <summary>The estimated share of common runs, 0 to 1.</summary>
    public double Resemblance(MinHash other)
    {
        if (Runs == 0 || other.Runs == 0)
        {
            return 0;
        }

        var equal = 0;
        for (var i = 0; i < Size; i++)
        {
            equal += _least[i] == other._least[i] ? 1 : 0;
        }

        return (double)equal / Size;
    }

    /// <summary>The hash of some places on end, by which alike texts are brought together (locality-sensitive hashing).</summary>
    public ulong Band(int band, int rows)
    {
        var hash = (ulong)band;
        for (var i = band * rows; i < (band + 1) * rows; i++)
        {
            hash = Mix(hash ^ _least[i]);
        }

        return hash;
    }

    private static void Take(ReadOnlySpan<uint> window, int count, uint[] least)
    {
        ulong run = 0;
        for (var k = 0; k < Run; k++)
        {
            run = Mix(run ^ window[(count + k) % Run]);
        }

        for (var i = 0; i < Size; i++)
        {
            var value = (uint)(Mix(unchecked(run + ((ulong)i * Prime))) >> 32);
            least[i] = Math.Min(least[i], value);
        }
    }

    private static uint HashOf(ReadOnlySpan<char> word)
    {
        var hash = new StableHash();
        foreach (var c in word)
        {
            hash.Add(char.ToLowerInvariant(c));
        }

        return unchecked((uint)hash.Value);
    }

    /// <summary>The finaliser of SplitMix64 (Steele, Lea and Flood 2014).</summary>
    private static ulong Mix(ulong x)
    {
        unchecked
        {
            x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
            x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
            return BitOperations.RotateLeft(x ^ (x >> 31), 17);
        }
    }
}
