using System.Collections.Immutable;
using Parley.Ledger;

namespace Parley.Casualties.Register;

/// <summary>
/// The register of casualties as it follows from its events: which mentions there are, which of them are of one person, and what people
/// corrected, removed and reviewed. It is a view: the ledger's history is what is kept, and the same history gives the same records.
/// </summary>
public sealed class CasualtyRegister
{
    private readonly Dictionary<string, RegisteredMention> _mentions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _currentOfKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, RecordReviewed>> _reviews = new(StringComparer.Ordinal);
    private readonly List<PairDecided> _decisions = [];
    private readonly List<RegisterEvent> _events = [];
    private Dictionary<string, RegisterGroup>? _groups;

    private CasualtyRegister()
    {
    }

    /// <summary>The inclusion criteria in force.</summary>
    public InclusionPolicy Policy { get; private set; } = InclusionPolicy.Default;

    /// <summary>Number of the last event in the ledger's history; 0 for an empty register.</summary>
    public long LastSequence => _events.Count == 0 ? 0 : _events[^1].Sequence;

    /// <summary>Everything that was done to the register, in order.</summary>
    public IReadOnlyList<RegisterEvent> Events => _events;

    /// <summary>Pairs of mentions that the last linkage could not decide and nobody has decided since, the most doubtful first.</summary>
    public ImmutableArray<DoubtfulPair> Doubtful { get; private set; } = [];

    /// <summary>People's decisions on pairs that are in force, the first of each pair made last.</summary>
    public IReadOnlyList<PairDecided> Decisions =>
        [.. _decisions.GroupBy(d => Pair(d.First, d.Second)).Select(g => g.Last()).Where(d => d.Same is not null)];

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
        var register = new CasualtyRegister();
        foreach (var what in events)
        {
            register.Apply(what);
        }

        return register;
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
        return [.. _mentions.Keys.Where(id => id.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
            .Select(id => Groups[_mentions[id].Group].Record).DistinctBy(r => r.Id)];
    }

    /// <summary>The record that a mention belongs to; null if there is no such mention.</summary>
    public CasualtyRecord? RecordOf(string mention) => _mentions.TryGetValue(mention, out var found) ? Groups[found.Group].Record : null;

    /// <summary>The mention with an id; null if there is none.</summary>
    public CasualtyMention? Mention(string id) => _mentions.GetValueOrDefault(id)?.Mention;

    /// <summary>Whether there is a mention with this id, whether it counts or not.</summary>
    public bool Holds(string mention) => _mentions.ContainsKey(mention);

    /// <summary>Everything that was done to a record or to its mentions, in order.</summary>
    public IEnumerable<RegisterEvent> HistoryOf(CasualtyRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var members = Groups[_mentions[record.Id].Group].Members.ToHashSet(StringComparer.Ordinal);
        return _events.Where(e => e switch
        {
            MentionAdded added => members.Contains(added.Mention.Id),
            MentionRetracted retracted => members.Contains(retracted.Mention),
            FieldCorrected corrected => members.Contains(corrected.Record),
            RecordRemoved removed => members.Contains(removed.Record),
            RecordReviewed reviewed => members.Contains(reviewed.Record),
            PairDecided decided => members.Contains(decided.First) || members.Contains(decided.Second),
            MentionsLinked linked => linked.Groups.Any(g => g.Any(members.Contains)),
            _ => false,
        });
    }

    /// <summary>The latest verdict of each reviewer on the record that holds a mention.</summary>
    internal IEnumerable<RecordReviewed> ReviewsOf(string record) =>
        Groups[_mentions[record].Group].Members.SelectMany(m => _reviews.TryGetValue(m, out var by) ? by.Values : Enumerable.Empty<RecordReviewed>());

    /// <summary>The records of people, found once and thrown away when something changes.</summary>
    private Dictionary<string, RegisterGroup> Groups => _groups ??= RegisterGrouping.Of(_mentions, Decisions, _events, Assemble);

    private void Apply(RegisterEvent what)
    {
        switch (what)
        {
            case MentionAdded added when added.Mention.Id is var id && !_mentions.ContainsKey(id):
                _mentions.Add(id, new RegisteredMention(added.Mention, added.When));
                if (_currentOfKey.TryGetValue(added.Mention.Key, out var earlier))
                {
                    _mentions[earlier].SupersededBy = id;
                }

                _currentOfKey[added.Mention.Key] = id;
                break;
            case MentionRetracted retracted when _mentions.TryGetValue(retracted.Mention, out var mention):
                mention.IsRetracted = true;
                break;
            case RecordReviewed reviewed:
                (_reviews.TryGetValue(reviewed.Record, out var by) ? by : _reviews[reviewed.Record] = new(StringComparer.OrdinalIgnoreCase))[reviewed.Who] = reviewed;
                break;
            case PairDecided decided:
                _decisions.Add(decided);
                Doubtful = [.. Doubtful.Where(d => Pair(d.First, d.Second) != Pair(decided.First, decided.Second))];
                break;
            case MentionsLinked linked:
                Doubtful = linked.Doubtful;
                break;
            case PolicySet policy:
                Policy = InclusionPolicy.Read(policy.Text, policy.Origin);
                break;
        }

        _events.Add(what);
        _groups = null;
    }

    private CasualtyRecord Assemble(RegisterGroup group, IReadOnlyDictionary<RegisterField, FieldCorrected> corrections, bool isRemoved)
    {
        var counting = group.Members.Where(m => _mentions[m].Counts).Select(m => (m, _mentions[m].Mention)).ToList();
        // With its last mention retracted a record has nothing to stand on; it is withdrawn, and still shows what it said.
        var isLeft = counting.Count > 0;
        var record = RecordAssembler.Assemble(group.Id, isLeft ? counting : [.. group.Members.Select(m => (m, _mentions[m].Mention))], corrections);
        var verdicts = group.Members.SelectMany(m => _reviews.TryGetValue(m, out var by) ? by.Values : Enumerable.Empty<RecordReviewed>())
            .GroupBy(r => r.Who, StringComparer.OrdinalIgnoreCase).Select(g => g.MaxBy(r => r.Sequence)!).OrderBy(r => r.Who, StringComparer.Ordinal).ToList();
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

    private static (string, string) Pair(string first, string second) =>
        string.CompareOrdinal(first, second) < 0 ? (first, second) : (second, first);
}

/// <summary>A mention of the register and what became of it.</summary>
internal sealed class RegisteredMention(CasualtyMention mention, DateTimeOffset recorded)
{
    public CasualtyMention Mention { get; } = mention;

    public DateTimeOffset Recorded { get; } = recorded;

    public string? SupersededBy { get; set; }

    public bool IsRetracted { get; set; }

    public bool Counts => SupersededBy is null && !IsRetracted;

    /// <summary>Id of the first mention of the same person.</summary>
    public string Group { get; set; } = "";
}

/// <summary>The mentions of one person.</summary>
internal sealed class RegisterGroup(string id)
{
    public string Id { get; } = id;

    /// <summary>In the order in which they came.</summary>
    public List<string> Members { get; } = [];

    public CasualtyRecord Record { get; set; } = null!;
}
