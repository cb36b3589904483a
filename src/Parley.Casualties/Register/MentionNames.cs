using System.Globalization;

namespace Parley.Casualties.Register;

/// <summary>
/// The names of mentions. A mention and its redacted copies are one and the same item, however many teams hold it: here it has the id of the team's
/// own, or else of the copy that came; partners know it by the id of their copy, anyone else by its address, the team and event that told of it.
/// </summary>
internal sealed class MentionNames
{
    private readonly Dictionary<string, string> _local = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _ofPartners = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _addresses = new(StringComparer.Ordinal);
    private readonly HashSet<string> _own = new(StringComparer.Ordinal);

    /// <summary>Takes the names from the events of a register.</summary>
    /// <param name="events">The events in their order.</param>
    /// <param name="team">The name of the team that keeps it, or null.</param>
    public MentionNames(IReadOnlyList<RegisterEvent> events, string? team)
    {
        var added = events.OfType<MentionAdded>().ToList();
        foreach (var own in added.Where(a => a.ByTeam is null))
        {
            _own.Add(own.Mention.Id);
            Name(own.Mention);
        }

        foreach (var other in added.Where(a => a.ByTeam is not null))
        {
            Name(other.Mention);
        }

        foreach (var what in added.OrderBy(a => a.Sequence))
        {
            if ((what.ByTeam?.Team ?? team) is { } by)
            {
                var address = string.Create(CultureInfo.InvariantCulture, $"{by}:{what.ByTeam?.Sequence ?? what.Sequence}");
                var id = Local(what.Mention.Id);
                _local.TryAdd(address, id);
                _addresses.TryAdd(id, address);
            }
        }

        if (events.Any(e => e is PackageMerged { Profile: PublicationProfile.Public } || (e.ByTeam is not null && e.Concerns.Any(id => !_local.ContainsKey(id)))))
        {
            JoinCopiesForAnyone(added);
        }
    }

    /// <summary>The id under which this register knows a mention; a name that it does not know stays.</summary>
    public string Local(string name) => _local.GetValueOrDefault(name, name);

    /// <summary>Whether the team itself recorded just this.</summary>
    public bool IsOwn(string id) => _own.Contains(id);

    /// <summary>The name under which readers of a profile know a mention, which never changes.</summary>
    public string Outside(string name, PublicationProfile profile) =>
        Local(name) is var id && profile == PublicationProfile.Partner ? _ofPartners.GetValueOrDefault(id, id) : _addresses[id];

    private void Name(CasualtyMention mention)
    {
        var outside = Redaction.IdOutside(mention);
        var id = _local.GetValueOrDefault(outside, mention.Id);
        _local.TryAdd(outside, id);
        _local.TryAdd(mention.Id, id);
        _ofPartners.TryAdd(id, outside);
    }

    private void JoinCopiesForAnyone(List<MentionAdded> added)
    {
        foreach (var mention in added.Select(a => a.Mention))
        {
            foreach (var copy in Redaction.ForAnyone(mention).Select(c => c.Id).Where(c => c != mention.Id))
            {
                var (id, known) = (Local(mention.Id), Local(copy));
                foreach (var name in _local.Where(n => n.Value == known).Select(n => n.Key).ToList())
                {
                    _local[name] = id;
                }

                _local.TryAdd(copy, id);
            }
        }
    }
}
