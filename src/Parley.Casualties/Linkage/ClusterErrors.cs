namespace Parley.Casualties.Linkage;

/// <summary>
/// How many errors the clusters are expected to hold. Two records are of one person if each link on the way from one to the other holds, so
/// the chance of a pair is the product of the chances along the cluster's tree of likeliest links, and that of a whole cluster is the product
/// over the tree.
/// </summary>
internal sealed class ClusterErrors
{
    /// <summary>Records of a cluster that are looked at; larger ones are judged by so many.</summary>
    private const int MostMembers = 300;

    /// <summary>Records whose clusters a thread works on at once.</summary>
    private const int ChunkRecords = 8192;

    private double _wrongPairs;
    private double _mixed;
    private long _pairs;
    private long _clusters;

    /// <summary>Share of the pairs of one cluster that are expected to be of two persons, 0 to 1.</summary>
    public double FalsePairRate => _pairs == 0 ? 0 : _wrongPairs / _pairs;

    /// <summary>Share of the clusters of two records or more that are expected to hold records of two persons or more, 0 to 1.</summary>
    public double MixedClusterRate => _clusters == 0 ? 0 : _mixed / _clusters;

    /// <summary>Works out the expected errors.</summary>
    /// <param name="clusters">The clusters.</param>
    /// <param name="chance">Chance of a pair to be of one person.</param>
    /// <param name="threads">How many threads may work; the result does not depend on it.</param>
    public static ClusterErrors Expected(ClusterMembers clusters, Func<int, int, double> chance, int threads)
    {
        var parts = new ClusterErrors[(clusters.Records + ChunkRecords - 1) / ChunkRecords];
        Parallel.For(0, parts.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, c =>
        {
            var part = parts[c] = new ClusterErrors();
            for (var first = c * ChunkRecords; first < Math.Min((c + 1) * ChunkRecords, clusters.Records); first++)
            {
                if (clusters.Of(first) is { Length: > 1 } members)
                {
                    part.Add(members, chance);
                }
            }
        });
        var all = new ClusterErrors();
        foreach (var part in parts)
        {
            all._wrongPairs += part._wrongPairs;
            all._mixed += part._mixed;
            all._pairs += part._pairs;
            all._clusters += part._clusters;
        }

        return all;
    }

    private void Add(ReadOnlySpan<int> members, Func<int, int, double> chance)
    {
        var pairs = (long)members.Length * (members.Length - 1) / 2;
        var size = Math.Min(members.Length, MostMembers);
        var direct = new double[size, size];
        for (var i = 0; i < size; i++)
        {
            for (var j = i + 1; j < size; j++)
            {
                direct[i, j] = direct[j, i] = chance(Math.Min(members[i], members[j]), Math.Max(members[i], members[j]));
            }
        }

        // Prim's tree; along[i, j] is the product of the chances on the way between two members that are in it.
        var along = new double[size, size];
        var (link, from, inTree) = (new double[size], new int[size], new List<int> { 0 });
        for (var i = 1; i < size; i++)
        {
            link[i] = direct[0, i];
        }

        link[0] = -1;
        var (whole, wrong) = (1.0, 0.0);
        while (inTree.Count < size)
        {
            var next = 0;
            for (var i = 1; i < size; i++)
            {
                next = link[i] > link[next] ? i : next;
            }

            var parent = from[next];
            whole *= direct[parent, next];
            along[parent, parent] = 1;
            foreach (var member in inTree)
            {
                along[next, member] = along[member, next] = along[parent, member] * direct[parent, next];
                wrong += 1 - along[next, member];
            }

            inTree.Add(next);
            along[next, next] = 1;
            link[next] = -1;
            for (var i = 1; i < size; i++)
            {
                if (link[i] >= 0 && direct[next, i] > link[i])
                {
                    (link[i], from[i]) = (direct[next, i], next);
                }
            }
        }

        _wrongPairs += wrong * pairs / (0.5 * size * (size - 1));
        _mixed += 1 - whole;
        _pairs += pairs;
        _clusters++;
    }
}
