namespace Parley.Casualties.Linkage;

/// <summary>
/// How likely a link within a cluster is right: against the two records being strangers, and against one of them being the person of
/// another cluster instead. That all three are one person speaks for the link: what was missed then is another one.
/// </summary>
internal sealed class LinkChance
{
    private readonly PairScorer _scorer;
    private readonly double _prior;

    /// <summary>For each record the likeliest of another cluster, -1 if there is none, with the log odds.</summary>
    private readonly (int Record, double LogOdds)[] _rivals;

    /// <summary>Finds each record's rival.</summary>
    /// <param name="clusters">The cluster of each record.</param>
    /// <param name="pairs">The pairs that are not clearly of two persons.</param>
    /// <param name="scorer">Gives log odds.</param>
    /// <param name="prior">Log odds before anything is compared.</param>
    public LinkChance(int[] clusters, LinkedPair[] pairs, PairScorer scorer, double prior)
    {
        (_scorer, _prior) = (scorer, prior);
        _rivals = new (int, double)[clusters.Length];
        Array.Fill(_rivals, (-1, double.NegativeInfinity));
        foreach (var pair in pairs)
        {
            if (clusters[pair.First] != clusters[pair.Second])
            {
                Meet(pair.First, pair.Second, pair.LogOdds);
                Meet(pair.Second, pair.First, pair.LogOdds);
            }
        }
    }

    /// <summary>The chance that two records of one cluster are of one person.</summary>
    public double Of(int first, int second)
    {
        var link = _scorer.LogOdds(first, second);
        var (rival, partner) = _rivals[first].LogOdds >= _rivals[second].LogOdds ? (_rivals[first], second) : (_rivals[second], first);
        if (rival.Record < 0)
        {
            return 1 / (1 + Math.Exp(-link));
        }

        var all = link + rival.LogOdds + _scorer.LogOdds(Math.Min(partner, rival.Record), Math.Max(partner, rival.Record)) - _prior;
        var most = Math.Max(0, Math.Max(link, Math.Max(rival.LogOdds, all)));
        var right = Math.Exp(link - most) + Math.Exp(all - most);
        return right / (right + Math.Exp(-most) + Math.Exp(rival.LogOdds - most));
    }

    private void Meet(int record, int other, double logOdds)
    {
        if (logOdds > _rivals[record].LogOdds)
        {
            _rivals[record] = (other, logOdds);
        }
    }
}
