using System.Collections.Immutable;
using Parley.Casualties.Linkage;

namespace Parley.Casualties.Register;

/// <summary>
/// Finds which mentions are of one person: those that supersede each other, those that people decided to be one, and those that the last
/// linkage joined; people's decisions that two are different part them again.
/// </summary>
internal static class RegisterGrouping
{
    /// <summary>Makes the record of a group.</summary>
    public delegate CasualtyRecord Assembler(RegisterGroup group, bool isRemoved);

    /// <summary>The groups by their ids, in the order in which their first mentions came.</summary>
    public static Dictionary<string, RegisterGroup> Of(
        Dictionary<string, RegisteredMention> mentions, IReadOnlyList<PairDecided> decisions, IReadOnlyList<RegisterEvent> events, Assembler assemble)
    {
        var parts = Decided(mentions, decisions, []);
        var firstLinked = new Dictionary<(int, int), string>();
        var linked = LastLinked(mentions, events);
        foreach (var id in mentions.Keys)
        {
            if (linked.TryGetValue(id, out var link) && !firstLinked.TryAdd(link, id))
            {
                parts.Join(firstLinked[link], id);
            }
        }

        var groups = new Dictionary<string, RegisterGroup>(StringComparer.Ordinal);
        foreach (var members in mentions.Keys.GroupBy(parts.Find))
        {
            // Of a person of whom nothing is told here there is no record.
            if (members.FirstOrDefault(m => mentions[m].IsTold) is { } first)
            {
                groups.Add(first, new RegisterGroup(first, members));
                foreach (var id in members)
                {
                    mentions[id].Group = first;
                }
            }
        }

        var removed = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var what in events)
        {
            if (what is not (FieldCorrected or RecordRemoved or RemovalAsked or RemovalSettled)
                || !mentions.TryGetValue(what.Concerns.First(), out var about) || !groups.TryGetValue(about.Group, out var group))
            {
                continue;
            }

            if (what is FieldCorrected corrected)
            {
                group.Corrections.Add(corrected);
            }
            else
            {
                group.Removals.Add(what);
                removed[about.Group] = what is RecordRemoved removal ? !removal.Restored : removed.GetValueOrDefault(about.Group);
            }
        }

        foreach (var each in groups.Values)
        {
            each.Record = assemble(each, removed.GetValueOrDefault(each.Id));
        }

        return groups;
    }

    /// <summary>The sets of mentions that supersede each other or that people decided to be one; those decided to be two are kept apart.</summary>
    /// <param name="mentions">All mentions.</param>
    /// <param name="decisions">The decisions in force.</param>
    /// <param name="contradictions">Takes the decisions that others make impossible.</param>
    public static MentionPartition Decided(Dictionary<string, RegisteredMention> mentions, IReadOnlyList<PairDecided> decisions, ICollection<PairDecided> contradictions)
    {
        var parts = new MentionPartition(mentions.Keys);
        foreach (var (id, mention) in mentions)
        {
            foreach (var later in mention.SupersededBy)
            {
                parts.Join(id, later);
            }
        }

        var known = decisions.Where(d => mentions.ContainsKey(d.First) && mentions.ContainsKey(d.Second)).ToList();
        foreach (var decided in known.OrderBy(d => d.Same == true)) // OrderBy is stable; what parts goes before what joins
        {
            if (!(decided.Same == true ? parts.Join(decided.First, decided.Second) : parts.KeepApart(decided.First, decided.Second)))
            {
                contradictions.Add(decided);
            }
        }

        return parts;
    }

    /// <summary>The run and group in which the linkage put a mention last; a mention that supersedes another is where that one was.</summary>
    public static Dictionary<string, (int Run, int Group)> LastLinked(Dictionary<string, RegisteredMention> mentions, IReadOnlyList<RegisterEvent> events)
    {
        var linked = new Dictionary<string, (int Run, int Group)>(StringComparer.Ordinal);
        var run = 0;
        foreach (var linkage in events.OfType<MentionsLinked>())
        {
            run++;
            for (var g = 0; g < linkage.Groups.Length; g++)
            {
                foreach (var member in linkage.Groups[g])
                {
                    linked[member] = (run, g);
                }
            }
        }

        foreach (var (id, mention) in mentions)
        {
            if (!mention.Counts && mention.SupersededBy.LastOrDefault() is { } later && linked.Remove(id, out var was)
                && (!linked.TryGetValue(later, out var now) || now.Run < was.Run))
            {
                linked[later] = was;
            }
        }

        return linked;
    }

    /// <summary>People's decisions as constraints on the mentions that count.</summary>
    public static IReadOnlyList<LinkDecision> Constraints(Dictionary<string, RegisteredMention> mentions, IReadOnlyList<PairDecided> decisions)
    {
        var parts = Decided(mentions, decisions, []);
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        var constraints = new List<LinkDecision>();
        foreach (var id in mentions.Where(m => m.Value.Counts).Select(m => m.Key))
        {
            if (!first.TryAdd(parts.Find(id), id))
            {
                constraints.Add(new LinkDecision(first[parts.Find(id)], id, Same: true, "", ""));
            }
        }

        foreach (var decided in decisions.Where(d => d.Same == false && mentions.ContainsKey(d.First) && mentions.ContainsKey(d.Second)))
        {
            if (parts.AreApart(decided.First, decided.Second) && first.TryGetValue(parts.Find(decided.First), out var one) && first.TryGetValue(parts.Find(decided.Second), out var other))
            {
                constraints.Add(new LinkDecision(one, other, Same: false, decided.Who, decided.Reason));
            }
        }

        return constraints;
    }
}

/// <summary>The mentions of one person, and what was done to their record.</summary>
internal sealed class RegisterGroup(string id, IEnumerable<string> members)
{
    public string Id { get; } = id;

    /// <summary>In the order in which they came.</summary>
    public List<string> Members { get; } = [.. members];

    /// <summary>In the order in which they were made.</summary>
    public List<FieldCorrected> Corrections { get; } = [];

    /// <summary>Removals, those asked for, and what was decided about them.</summary>
    public List<RegisterEvent> Removals { get; } = [];

    /// <summary>Corrections in force: the last one of each team for each field.</summary>
    public ILookup<RegisterField, FieldCorrected> CorrectionsInForce =>
        Corrections.GroupBy(c => (c.Field, c.ByTeam?.Team)).Select(g => g.Last()).Where(c => c.New is not null).OrderBy(Corrections.IndexOf).ToLookup(c => c.Field);

    /// <summary>A removal that was asked for, or done by another team, since somebody here last decided about one; null if there is none.</summary>
    public RegisterEvent? PendingRemoval
    {
        get
        {
            var decided = Removals.Where(r => r.ByTeam is null && r is not RemovalAsked).Select(r => r.Sequence).DefaultIfEmpty().Max();
            return Removals.Where(r => r.Sequence > decided && (r is RemovalAsked || (r is RecordRemoved && r.ByTeam is not null))).MaxBy(r => r.Sequence);
        }
    }

    public CasualtyRecord Record { get; set; } = null!;
}
