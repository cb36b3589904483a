namespace Parley.Analysis;

/// <summary>
/// Joins statements that say the same. Candidates come from an inverted index of each proposition's rarest terms with bounded lists, so that
/// adding a statement costs about the same however many there are; a cluster takes nothing in that contradicts it.
/// Not shared between threads.
/// </summary>
public sealed class ClaimIndex
{
    private const int KeysEach = 8;
    private const int MaxPostings = 64;
    private const int MaxCompared = 48;
    private const int MaxExemplars = 4;

    private readonly PropositionReader _reader = new();
    private readonly PropositionComparer _comparer;
    private readonly Dictionary<int, List<int>> _postings = [];
    private readonly Dictionary<int, List<int>> _bySignature = [];
    private readonly List<Proposition> _propositions = [];
    private readonly List<ReportedStatement> _statements = [];
    private readonly List<int> _clusters = [];
    private readonly List<List<int>> _members = [];
    private readonly List<List<int>> _exemplars = [];
    private readonly List<Opposition> _oppositions = [];

    /// <summary>Makes an empty index.</summary>
    public ClaimIndex() => _comparer = new PropositionComparer(_reader);

    /// <summary>Pairs of statements that exclude each other, met while joining.</summary>
    internal IReadOnlyList<Opposition> Oppositions => _oppositions;

    /// <summary>The statements that say the same, by the first of each, in the order of adding.</summary>
    public IEnumerable<IReadOnlyList<ReportedStatement>> Clusters => _members.Where(m => m.Count > 0).Select(m => (IReadOnlyList<ReportedStatement>)[.. m.Order().Select(i => _statements[i])]);

    /// <summary>Counts words beforehand, so that the order of adding matters less.</summary>
    internal void Learn(IEnumerable<ReportedStatement> statements)
    {
        foreach (var statement in statements)
        {
            _reader.Learn(_reader.Read(statement));
        }
    }

    /// <summary>Adds a statement as it comes in and gives the statements that say the same, itself included, in the order of adding.</summary>
    public IReadOnlyList<ReportedStatement> Add(ReportedStatement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        Add(statement, learned: false);
        return [.. _members[_clusters[^1]].Select(i => _statements[i])];
    }

    /// <summary>Adds a statement. <paramref name="learned"/> tells that its words were counted beforehand.</summary>
    internal void Add(ReportedStatement statement, bool learned)
    {
        var proposition = _reader.Read(statement);
        if (!learned)
        {
            _reader.Learn(proposition);
        }

        var number = _statements.Count;
        _statements.Add(statement);
        _propositions.Add(proposition);
        _clusters.Add(-1);
        if (FindEqual(proposition) is { } equal)
        {
            Join(number, _clusters[equal]);
            return;
        }

        foreach (var candidate in Candidates(proposition))
        {
            var match = _comparer.Compare(proposition, _propositions[candidate]);
            if (match.Relation == PropositionRelation.Contradictory)
            {
                _oppositions.Add(new Opposition(_statements[candidate], statement, match.Opposition, match.Why!));
            }
            else if (match.Relation == PropositionRelation.Same && Accepts(_clusters[candidate], proposition))
            {
                if (_clusters[number] < 0)
                {
                    Join(number, _clusters[candidate]);
                }
                else if (_clusters[number] != _clusters[candidate] && _exemplars[_clusters[candidate]].TrueForAll(e => Accepts(_clusters[number], _propositions[e])))
                {
                    Merge(_clusters[candidate], _clusters[number]);
                }
            }
        }

        if (_clusters[number] < 0)
        {
            _members.Add([]);
            _exemplars.Add([]);
            Join(number, _members.Count - 1);
        }

        Post(number, proposition);
    }

    /// <summary>Statements that are about the same matter as some words, with how they stand to it; the best first.</summary>
    internal IEnumerable<(ReportedStatement Statement, PropositionMatch Match)> Near(Proposition proposition) =>
        Candidates(proposition).Select(c => (_statements[c], _comparer.CompareMatter(proposition, _propositions[c])))
            .Where(c => c.Item2.Relation != PropositionRelation.Unrelated)
            .OrderByDescending(c => c.Item2.Similarity);

    /// <summary>Reads words as a proposition without adding them.</summary>
    internal Proposition Read(string words, string? performer, bool denied) => _reader.Read(words, performer, denied);

    private int? FindEqual(Proposition proposition)
    {
        if (proposition.Terms.Length + proposition.Numbers.Length < 2)
        {
            return null;
        }

        return _bySignature.TryGetValue(proposition.Signature(), out var numbers)
            ? numbers.Where(n => _propositions[n].IsSameAs(proposition)).Select(n => (int?)n).FirstOrDefault() : null;
    }

    /// <summary>The statements that share the most weight of rare terms, at most <see cref="MaxCompared"/>, in order of weight, then of adding.</summary>
    private List<int> Candidates(Proposition proposition)
    {
        var weights = new Dictionary<int, double>();
        foreach (var key in KeysOf(proposition))
        {
            if (_postings.TryGetValue(key, out var list))
            {
                var weight = _reader.WeightOf(key);
                foreach (var number in list)
                {
                    weights[number] = weights.GetValueOrDefault(number) + weight;
                }
            }
        }

        return [.. weights.OrderByDescending(w => w.Value).ThenBy(w => w.Key).Take(MaxCompared).Select(w => w.Key)];
    }

    private IEnumerable<int> KeysOf(Proposition proposition) =>
        proposition.Terms.OrderBy(_reader.OccurrencesOf).ThenBy(t => t).Take(KeysEach);

    private void Post(int number, Proposition proposition)
    {
        foreach (var key in KeysOf(proposition))
        {
            if (!_postings.TryGetValue(key, out var list))
            {
                _postings[key] = list = [];
            }

            // The newest replace the oldest: what is reported again is mostly of the last days.
            if (list.Count >= MaxPostings)
            {
                list.RemoveAt(0);
            }

            list.Add(number);
        }

        var signature = proposition.Signature();
        if (!_bySignature.TryGetValue(signature, out var equal))
        {
            _bySignature[signature] = equal = [];
        }

        equal.Add(number);
    }

    private bool Accepts(int cluster, Proposition proposition) =>
        _exemplars[cluster].TrueForAll(e => _comparer.Compare(proposition, _propositions[e]) is { Relation: not PropositionRelation.Contradictory, Similarity: > 0.4 });

    private void Join(int number, int cluster)
    {
        _clusters[number] = cluster;
        _members[cluster].Add(number);
        if (_exemplars[cluster].Count < MaxExemplars && !_exemplars[cluster].Exists(e => _propositions[e].IsSameAs(_propositions[number])))
        {
            _exemplars[cluster].Add(number);
        }
    }

    private void Merge(int from, int into)
    {
        (from, into) = _members[from].Count > _members[into].Count ? (into, from) : (from, into);
        foreach (var number in _members[from].ToList())
        {
            Join(number, into);
        }

        _members[from].Clear();
        _exemplars[from].Clear();
    }
}

/// <summary>Two statements that exclude each other.</summary>
/// <param name="Earlier">The one that comes first in the records.</param>
/// <param name="Later">The other.</param>
/// <param name="Kind">What sort of words exclude each other.</param>
/// <param name="Why">What excludes what.</param>
internal readonly record struct Opposition(ReportedStatement Earlier, ReportedStatement Later, OppositionKind Kind, string Why);
