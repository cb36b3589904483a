namespace Parley.Language.Model;

/// <summary>From a word's 64-bit hash to its row in a table; the words themselves are not kept.</summary>
internal sealed class WordIndex
{
    private readonly ulong[] _slots;
    private readonly int[] _rows;
    private readonly int _mask;

    /// <summary>Row i + 1 belongs to the i-th hash; row 0 is for all other words.</summary>
    public WordIndex(ulong[] hashes)
    {
        Hashes = hashes;
        var capacity = 16;
        while (capacity < hashes.Length * 2)
        {
            capacity *= 2;
        }

        (_slots, _rows, _mask) = (new ulong[capacity], new int[capacity], capacity - 1);
        for (var i = 0; i < hashes.Length; i++)
        {
            var slot = (int)(hashes[i] & (uint)_mask);
            while (_rows[slot] != 0)
            {
                slot = (slot + 1) & _mask;
            }

            (_slots[slot], _rows[slot]) = (hashes[i], i + 1);
        }
    }

    /// <summary>The hashes, by row.</summary>
    public ulong[] Hashes { get; }

    /// <summary>Number of rows, the one for unknown words included.</summary>
    public int Count => Hashes.Length + 1;

    /// <summary>The row of a word, 0 if it has none.</summary>
    public int Find(ulong hash)
    {
        var slot = (int)(hash & (uint)_mask);
        while (_rows[slot] != 0)
        {
            if (_slots[slot] == hash)
            {
                return _rows[slot];
            }

            slot = (slot + 1) & _mask;
        }

        return 0;
    }

    /// <summary>FNV-1a over UTF-16 units, finished so that the low bits are well mixed.</summary>
    public static ulong Hash(ReadOnlySpan<char> word, ulong seed = 0)
    {
        unchecked
        {
            var hash = 14695981039346656037UL ^ (seed * 0x9E3779B97F4A7C15UL);
            foreach (var c in word)
            {
                hash = (hash ^ c) * 1099511628211UL;
            }

            hash ^= hash >> 32;
            hash *= 0xD6E8FEB86659FD93UL;
            return hash ^ (hash >> 32);
        }
    }
}
