namespace Parley.Casualties.Linkage;

/// <summary>
/// Remembers the levels of pairs of values that were looked at, as the same names meet again and again. A slot holds one pair, the last one;
/// as it is read and written in one piece, threads share the slots without a lock.
/// </summary>
internal sealed class LookedLevels
{
    private const int Slots = 1 << 17;
    private const int ValueBits = 29;
    private const int LevelBits = 6;

    private readonly ulong[] _slots = new ulong[Slots];

    /// <summary>The level of two different values, the smaller number first.</summary>
    public int Level(int a, int b, FieldComparison field)
    {
        var pair = ((ulong)(uint)a << (ValueBits + LevelBits)) | ((ulong)(uint)b << LevelBits);
        ref var slot = ref _slots[(int)(unchecked(pair * 0x9E3779B97F4A7C15UL) >> (64 - 17))];
        var held = Volatile.Read(ref slot);
        if ((held >> LevelBits) == (pair >> LevelBits) && held != 0)
        {
            return (int)(held & ((1 << LevelBits) - 1));
        }

        var level = field.Look(a, b);
        Volatile.Write(ref slot, pair | (uint)level);
        return level;
    }
}
