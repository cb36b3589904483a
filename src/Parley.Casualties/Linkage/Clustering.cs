namespace Parley.Casualties.Linkage;

/// <summary>
/// Joins records to persons. The likeliest pairs come first; two groups are joined only if their members agree on average, so that no
/// chain of near likenesses runs from one person to the next, and never against a decision.
/// </summary>
internal sealed class Clustering
{
    /// <summary>Most pairs between two groups that are looked at.</summary>
    private const int MostCompared = 256;

    private readonly int[] _parent;
    private readonly Dictionary<int, List<int>> _members = [];
    private readonly Dictionary<int, HashSet<int>> _apart = [];
    private readonly Func<int, int, double> _logOdds;

    private Clustering(int records, Func<int, int, double> logOdds)
    {
        (_parent, _logOdds) = (new int[records], logOdds);
        for (var i = 0; i < records; i++)
        {
            _parent[i] = i;
        }
    }

    /// <summary>The cluster of each record: the index of its first record.</summary>
    /// <param name="records">How many records there are.</param>
    /// <param name="pairs">Pairs that may be joined, the likeliest first.</param>
    /// <param name="threshold">Log odds that the members of two groups must reach on average.</param>
    /// <param name="logOdds">Log odds of any pair.</param>
    /// <param name="same">Pairs decided to be one person.</param>
    /// <param name="different">Pairs decided to be two.</param>
    /// <exception cref="FormatException">The decisions contradict each other.</exception>
    public static int[] Of(
        int records, IEnumerable<LinkedPair> pairs, double threshold, Func<int, int, double> logOdds,
        IEnumerable<(int First, int Second)> same, IEnumerable<(int First, int Second)> different)
    {
        var clustering = new Clustering(records, logOdds);
        foreach (var (first, second) in same)
        {
            clustering.Join(clustering.Find(first), clustering.Find(second));
        }

        foreach (var (first, second) in different)
        {
            clustering.KeepApart(first, second);
        }

        foreach (var pair in pairs.TakeWhile(p => p.LogOdds >= threshold))
        {
            var (one, other) = (clustering.Find(pair.First), clustering.Find(pair.Second));
            if (one != other && clustering.Agree(one, other, threshold))
            {
                clustering.Join(one, other);
            }
        }

        var clusters = new int[records];
        for (var r = 0; r < records; r++)
        {
            clusters[r] = clustering.Find(r);
        }

        return clusters;
    }

    private int Find(int record)
    {
        while (_parent[record] != record)
        {
            record = _parent[record] = _parent[_parent[record]];
        }

        return record;
    }

    private List<int> Members(int cluster) => _members.TryGetValue(cluster, out var members) ? members : [cluster];

    private bool Agree(int one, int other, double threshold)
    {
        if (_apart.TryGetValue(one, out var apart) && apart.Contains(other))
        {
            return false;
        }

        if (!_members.ContainsKey(one) && !_members.ContainsKey(other))
        {
            return true;
        }

        var (sum, count) = (0.0, 0);
        foreach (var a in Members(one))
        {
            foreach (var b in Members(other))
            {
                sum += _logOdds(Math.Min(a, b), Math.Max(a, b));
                if (++count == MostCompared)
                {
                    return sum >= threshold * count;
                }
            }
        }

        return sum >= threshold * count;
    }

    private void Join(int one, int other)
    {
        if (one == other)
        {
            return;
        }

        var (kept, gone) = (Math.Min(one, other), Math.Max(one, other));
        if (!_members.TryGetValue(kept, out var members))
        {
            _members.Add(kept, members = [kept]);
        }

        members.AddRange(Members(gone));
        _members.Remove(gone);
        _parent[gone] = kept;
        if (_apart.Remove(gone, out var moved))
        {
            foreach (var enemy in moved)
            {
                _apart[enemy].Remove(gone);
                Separate(kept, enemy);
            }
        }
    }

    private void KeepApart(int first, int second)
    {
        var (one, other) = (Find(first), Find(second));
        if (one == other)
        {
            throw new FormatException("the decisions contradict each other: records decided to be two persons are joined by decisions that they are one");
        }

        Separate(one, other);
    }

    private void Separate(int one, int other)
    {
        (_apart.TryGetValue(one, out var ones) ? ones : _apart[one] = []).Add(other);
        (_apart.TryGetValue(other, out var others) ? others : _apart[other] = []).Add(one);
    }
}
