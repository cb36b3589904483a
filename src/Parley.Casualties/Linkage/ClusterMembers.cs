namespace Parley.Casualties.Linkage;

/// <summary>The records of each cluster.</summary>
internal sealed class ClusterMembers
{
    private readonly int[] _order;
    private readonly int[] _starts;

    /// <summary>Sorts records by cluster.</summary>
    /// <param name="clusters">For each record the index of the first record of its cluster.</param>
    public ClusterMembers(IReadOnlyList<int> clusters)
    {
        _starts = new int[clusters.Count + 1];
        foreach (var cluster in clusters)
        {
            _starts[cluster + 1]++;
        }

        for (var c = 0; c < clusters.Count; c++)
        {
            _starts[c + 1] += _starts[c];
        }

        var filled = _starts.AsSpan(0, clusters.Count).ToArray();
        _order = new int[clusters.Count];
        for (var r = 0; r < clusters.Count; r++)
        {
            _order[filled[clusters[r]]++] = r;
        }
    }

    /// <summary>How many records there are.</summary>
    public int Records => _order.Length;

    /// <summary>The records of a cluster, which is named by its first record; none if it is no first record.</summary>
    public ReadOnlySpan<int> Of(int cluster) => _order.AsSpan(_starts[cluster], _starts[cluster + 1] - _starts[cluster]);
}
