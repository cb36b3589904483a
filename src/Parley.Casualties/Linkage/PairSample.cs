namespace Parley.Casualties.Linkage;

/// <summary>The levels of many pairs, one after the other.</summary>
internal sealed class PairSample(int fields)
{
    private readonly List<byte> _levels = [];

    /// <summary>How many pairs there are.</summary>
    public int Count => Adjustments.Count;

    /// <summary>Sum of the frequency adjustments of each pair.</summary>
    public List<float> Adjustments { get; } = [];

    /// <summary>The levels of a pair.</summary>
    public ReadOnlySpan<byte> Levels(int pair) =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_levels).Slice(pair * fields, fields);

    /// <summary>Adds a pair.</summary>
    public void Add(ReadOnlySpan<byte> levels, double adjustment)
    {
        _levels.AddRange(levels);
        Adjustments.Add((float)adjustment);
    }

    /// <summary>Adds all pairs of another sample.</summary>
    public void Add(PairSample other)
    {
        _levels.AddRange(other._levels);
        Adjustments.AddRange(other.Adjustments);
    }
}
