using System.Collections.Immutable;
using Parley.Casualties.Linkage;
using Parley.Ledger;

namespace Parley.Casualties.Register;

/// <summary>
/// The register of casualties as it follows from its events: which mentions there are, which of them are of one person, and what people
/// corrected, removed and reviewed. It is a view: the ledger's history is what is kept, and the same history gives the same records.
/// </summary>
public sealed class CasualtyRegister
{
    private readonly Dictionary<string, RegisteredMention> _mentions = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Team, string Key), string> _currentOfKey = [];
    private readonly MentionNames _names;
    private readonly Dictionary<string, List<(int Order, RecordReviewed Review)>> _reviews = new(StringComparer.Ordinal);
    private readonly PairVotes _votes = new();
    private readonly IReadOnlyList<RegisterEvent> _asRecorded;
    private readonly List<RegisterEvent> _events = [];
    private MentionsLinked? _linkage;
    private Dictionary<string, RegisterGroup>? _groups;

    private CasualtyRegister(IReadOnlyList<RegisterEvent> events)
    {
        _asRecorded = events;
        LastSequence = events.Count == 0 ? 0 : events.Max(e => e.Sequence);
        Team = events.OfType<TeamNamed>().LastOrDefault(t => t.ByTeam is null)?.Team;
        _names = new MentionNames(events, Team);
        foreach (var what in events)
        {
            Apply(what.Renamed(_names.Local));
        }
    }

    /// <summary>The inclusion criteria in force.</summary>
    public InclusionPolicy Policy { get; private set; } = InclusionPolicy.Default;

    /// <summary>Number of the last event in the ledger's history; 0 for an empty register.</summary>
    public long LastSequence { get; }

    /// <summary>The name under which other teams know what was done here; null if the team has not named itself.</summary>
    public string? Team { get; }

    /// <summary>
    /// Everything that was done to the register, in order, as it was recorded; events of other teams name mentions by the ids of
    /// the copies that partners have, or by their addresses (<c>team:number</c>).
    /// </summary>
    public IReadOnlyList<RegisterEvent> Events => _asRecorded;

    /// <summary>What the last run of the linkage states of itself; null if there was none.</summary>
    public LinkageSummary? Linkage => _linkage?.Summary;

    /// <summary>Pairs of mentions that the last linkage could not decide and nobody has decided since, the most doubtful first.</summary>
    public ImmutableArray<DoubtfulPair> Doubtful =>
        _linkage is null ? [] : [.. _linkage.Doubtful.Where(d => !_votes.Knows(d.First, d.Second) && Counts(d.First) && Counts(d.Second))];

    /// <summary>Decisions on pairs that are in force: the majority's, if reviewers disagree.</summary>
    public IReadOnlyList<PairDecided> Decisions => [.. _votes.InForce];

    /// <summary>Pairs of mentions on which as many reviewers say that they are one person as say that they are two, with all that was said.</summary>
    public IEnumerable<IReadOnlyCollection<PairDecided>> Disputed => _votes.Disputed;

    /// <summary>Decisions on pairs that cannot be obeyed because others, followed to their end, say the opposite.</summary>
    public IReadOnlyList<PairDecided> Contradictions
    {
        get
        {
            var found = new List<PairDecided>();
            RegisterGrouping.Decided(_mentions, Decisions, found);
            return found;
        }
    }

    /// <summary>Mentions that count, in the order in which they came: neither superseded nor retracted.</summary>
    public IEnumerable<(string Id, CasualtyMention Mention)> Mentions => _mentions.Where(m => m.Value.Counts).Select(m => (m.Key, m.Value.Mention));

    /// <summary>Reads the register of a ledger.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="upTo">As it was after this record of the history; now if null.</param>
    /// <exception cref="LedgerException">An event cannot be read.</exception>
    public static CasualtyRegister Read(LedgerReader ledger, long? upTo = null) => Of(RegisterHistory.Read(ledger, upTo));

    /// <summary>The register that follows from events.</summary>
    public static CasualtyRegister Of(IEnumerable<RegisterEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        return new CasualtyRegister(RegisterOrder.Of(events));
    }

    /// <summary>The records in the order in which their first mentions came.</summary>
    /// <param name="filter">Which ones; all that were not removed and still have a mention if null.</param>
    public IEnumerable<CasualtyRecord> Records(RegisterFilter? filter = null)
    {
        var wanted = filter ?? new RegisterFilter();
        return Groups.Values.Select(g => g.Record).Where(wanted.Admits).Take(wanted.Limit ?? int.MaxValue);
    }

    /// <summary>The records whose id, or a mention's id, begins so; removed ones too.</summary>
    public IReadOnlyList<CasualtyRecord> Find(string beginning)
    {
        ArgumentException.ThrowIfNullOrEmpty(beginning);
        return [.. MentionIdsLike(beginning).Select(id => Groups[_mentions[id].Group].Record).DistinctBy(r => r.Id)];
    }

    /// <summary>The record that a mention belongs to; null if there is no such mention, or only other teams know what it says.</summary>
    public CasualtyRecord? RecordOf(string mention) => _mentions.TryGetValue(_names.Local(mention), out var found) && Groups.TryGetValue(found.Group, out var group) ? group.Record : null;

    /// <summary>Ids of the mentions of which the register knows what they say, counting or not, in the order in which they came.</summary>
    public IEnumerable<string> MentionIds => _mentions.Where(m => m.Value.IsTold).Select(m => m.Key);

    /// <summary>The ids among <see cref="MentionIds"/> that begin so.</summary>
    public IReadOnlyList<string> MentionIdsLike(string beginning)
    {
        ArgumentException.ThrowIfNullOrEmpty(beginning);
        return [.. MentionIds.Where(id => id.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))];
    }

    /// <summary>Removals that were asked for, or done by other teams, and about which nobody here has decided since.</summary>
    public IEnumerable<(CasualtyRecord Record, RegisterEvent Removal)> PendingRemovals =>
        Groups.Values.Where(g => g.PendingRemoval is not null).Select(g => (g.Record, g.PendingRemoval!));

    /// <summary>Every reviewer's present verdict on a record, in the order of their names.</summary>
    public IReadOnlyList<RecordReviewed> ReviewsOf(CasualtyRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return VerdictsOn(Groups[_mentions[record.Id].Group]);
    }

    /// <summary>The mention with an id; null if there is none.</summary>
    public CasualtyMention? Mention(string id) => _mentions.GetValueOrDefault(id)?.Mention;

    /// <summary>Everything that was done to a record or to its mentions, in order.</summary>
    public IEnumerable<RegisterEvent> HistoryOf(CasualtyRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var members = Groups[_mentions[record.Id].Group].Members.ToHashSet(StringComparer.Ordinal);
        return _events.Where(e => e.Concerns.Any(id => members.Contains(_names.Local(id))));
    }

    /// <summary>Everything that was done, in order, with ids of this register in place of other teams' addresses.</summary>
    public IReadOnlyList<RegisterEvent> Localised => _events;

    /// <summary>People's decisions on pairs as constraints on the mentions that count.</summary>
    internal IReadOnlyList<LinkDecision> Constraints => RegisterGrouping.Constraints(_mentions, Decisions);

    /// <summary>The run and group in which the linkage put each mention last.</summary>
    internal IReadOnlyDictionary<string, (int Run, int Group)> LastLinked => RegisterGrouping.LastLinked(_mentions, _events);

    /// <summary>What the last run of the linkage recorded; null if there was none.</summary>
    internal MentionsLinked? LastLinkage => _linkage;

    /// <summary>Mentions that were recorded here, and not only by other teams, and count.</summary>
    internal IEnumerable<(string Id, CasualtyMention Mention)> OwnMentions => _mentions.Where(m => m.Value is { Counts: true, IsOwn: true }).Select(m => (m.Key, m.Value.Mention));

    /// <summary>Whether a mention was recorded here, and not only by another team.</summary>
    internal bool IsOwn(CasualtyMention mention) => _names.IsOwn(mention.Id);

    /// <summary>The names under which this register and others know the mentions.</summary>
    internal MentionNames Names => _names;

    /// <summary>The records of people, found when they are first asked for.</summary>
    private Dictionary<string, RegisterGroup> Groups => _groups ??= RegisterGrouping.Of(_mentions, Decisions, _events, Assemble);

    private bool Counts(string mention) => _mentions.TryGetValue(mention, out var found) && found.Counts;

    private void Apply(RegisterEvent what)
    {
        switch (what)
        {
            case MentionAdded added:
                Add(_names.Local(added.Mention.Id), added);
                break;
            case MentionRetracted retracted when _mentions.TryGetValue(retracted.Mention, out var mention):
                mention.IsRetracted = true;
                break;
            case RecordReviewed reviewed:
                (_reviews.TryGetValue(reviewed.Record, out var said) ? said : _reviews[reviewed.Record] = []).Add((_events.Count, reviewed));
                break;
            case PairDecided decided:
                _votes.Add(decided);
                break;
            case MentionsLinked linked:
                _linkage = linked;
                break;
            case PolicySet policy:
                Policy = InclusionPolicy.Read(policy.Text, policy.Origin);
                break;
        }

        _events.Add(what);
    }

    private void Add(string id, MentionAdded added)
    {
        if (!_mentions.TryGetValue(id, out var mention))
        {
            _mentions.Add(id, mention = new RegisteredMention(added.When));
        }

        // What a team calls an item is its own affair: two lists of one name are not one list.
        var team = added.ByTeam?.Team ?? "";
        mention.HeldBy(team, added.Mention);
        var key = added.ByTeam is null ? added.Mention.Key : Redaction.OpaqueKey(added.Mention);
        if (_currentOfKey.TryGetValue((team, key), out var earlier) && earlier != id)
        {
            _mentions[earlier].Supersede(team, id);
        }

        _currentOfKey[(team, key)] = id;
    }

    private List<RecordReviewed> VerdictsOn(RegisterGroup group) =>
        [.. group.Members.SelectMany(m => _reviews.TryGetValue(m, out var said) ? said : [])
            .OrderBy(r => r.Order).Select(r => r.Review).GroupBy(r => r.Author).Select(g => g.Last()).OrderBy(r => r.Who, StringComparer.Ordinal)];

    private CasualtyRecord Assemble(RegisterGroup group, bool isRemoved)
    {
        var counting = group.Members.Where(m => _mentions[m].Counts).Select(m => (m, _mentions[m].Mention)).ToList();
        // With its last mention retracted a record has nothing to stand on; it is withdrawn, and still shows what it said.
        var isLeft = counting.Count > 0;
        var record = RecordAssembler.Assemble(group.Id, isLeft ? counting : [.. group.Members.Where(m => _mentions[m].IsTold).Select(m => (m, _mentions[m].Mention))], group.CorrectionsInForce);
        var verdicts = VerdictsOn(group);
        record = record with
        {
            ConfirmedBy = [.. verdicts.Where(v => v.Verdict == ReviewVerdict.Confirm).Select(v => v.Who)],
            RejectedBy = [.. verdicts.Where(v => v.Verdict == ReviewVerdict.Reject).Select(v => v.Who)],
            Recorded = DateOnly.FromDateTime(_mentions[group.Id].Recorded.UtcDateTime),
        };
        return record with
        {
            Level = isRemoved || !isLeft ? ConfirmationLevel.Withdrawn : Confirmation.LevelOf(record, Policy.Reviewers),
        };
    }
}
