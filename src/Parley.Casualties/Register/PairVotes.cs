namespace Parley.Casualties.Register;

/// <summary>
/// What reviewers say of pairs of mentions: the last word of each counts, and the majority decides. As many for as against decide nothing;
/// somebody else has to look.
/// </summary>
internal sealed class PairVotes
{
    private readonly Dictionary<(string, string), Dictionary<(string, string), PairDecided>> _votes = [];

    /// <summary>The decisions in force: the last one of the majority of each pair.</summary>
    public IEnumerable<PairDecided> InForce => Counted.Where(c => c.Same != c.Different).Select(c => c.Last);

    /// <summary>Pairs on which reviewers disagree, with all that was said.</summary>
    public IEnumerable<IReadOnlyCollection<PairDecided>> Disputed => Counted.Where(c => c.Same == c.Different).Select(c => c.Votes);

    private IEnumerable<(int Same, int Different, PairDecided Last, IReadOnlyCollection<PairDecided> Votes)> Counted =>
        from votes in _votes.Values
        let cast = votes.Values.Where(v => v.Same is not null).ToList()
        where cast.Count > 0
        let same = cast.Count(v => v.Same == true)
        let different = cast.Count - same
        select (same, different, cast.Last(v => v.Same == (same > different) || same == different), (IReadOnlyCollection<PairDecided>)cast);

    /// <summary>Counts a decision.</summary>
    public void Add(PairDecided decided)
    {
        var pair = Ordered(decided.First, decided.Second);
        var votes = _votes.TryGetValue(pair, out var cast) ? cast : _votes[pair] = [];
        votes.Remove(decided.Author); // so that the last said is the last of the values
        votes.Add(decided.Author, decided);
    }

    /// <summary>Whether anything said of a pair is in force or disputed.</summary>
    public bool Knows(string first, string second) =>
        _votes.TryGetValue(Ordered(first, second), out var votes) && votes.Values.Any(v => v.Same is not null);

    private static (string, string) Ordered(string first, string second) =>
        string.CompareOrdinal(first, second) < 0 ? (first, second) : (second, first);
}
