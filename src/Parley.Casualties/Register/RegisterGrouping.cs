namespace Parley.Casualties.Register;

/// <summary>
/// Finds which mentions are of one person: those that supersede each other, those that the last linkage joined, and those that people
/// decided to be one; people's decisions that two are different part them again.
/// </summary>
internal static class RegisterGrouping
{
    /// <summary>Makes the record of a group.</summary>
    public delegate CasualtyRecord Assembler(RegisterGroup group, IReadOnlyDictionary<RegisterField, FieldCorrected> corrections, bool isRemoved);

    /// <summary>The groups by their ids, in the order in which their first mentions came.</summary>
    public static Dictionary<string, RegisterGroup> Of(
        Dictionary<string, RegisteredMention> mentions, IReadOnlyList<PairDecided> decisions, IReadOnlyList<RegisterEvent> events, Assembler assemble)
    {
        var parts = Parts(mentions, decisions, events);
        var groups = new Dictionary<string, RegisterGroup>(StringComparer.Ordinal);
        var byRoot = new Dictionary<string, RegisterGroup>(StringComparer.Ordinal);
        foreach (var (id, mention) in mentions)
        {
            var root = parts.Find(id);
            if (!byRoot.TryGetValue(root, out var group))
            {
                byRoot.Add(root, group = new RegisterGroup(id));
                groups.Add(id, group);
            }

            group.Members.Add(id);
            mention.Group = group.Id;
        }

        var corrections = new Dictionary<string, Dictionary<RegisterField, FieldCorrected>>(StringComparer.Ordinal);
        var removed = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var what in events)
        {
            if (what is FieldCorrected corrected && mentions.TryGetValue(corrected.Record, out var about))
            {
                (corrections.TryGetValue(about.Group, out var set) ? set : corrections[about.Group] = [])[corrected.Field] = corrected;
            }
            else if (what is RecordRemoved removal && mentions.TryGetValue(removal.Record, out var gone))
            {
                removed[gone.Group] = !removal.Restored;
            }
        }

        foreach (var group in groups.Values)
        {
            group.Record = assemble(group, corrections.GetValueOrDefault(group.Id) ?? [], removed.GetValueOrDefault(group.Id));
        }

        return groups;
    }

    private static Partition Parts(Dictionary<string, RegisteredMention> mentions, IReadOnlyList<PairDecided> decisions, IReadOnlyList<RegisterEvent> events)
    {
        // The linkage names each group that changed, so the last group named for a mention is its own.
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

        var parts = new Partition(mentions.Keys);
        foreach (var (id, mention) in mentions)
        {
            if (mention.SupersededBy is { } later)
            {
                parts.Join(id, later);
            }
        }

        foreach (var decided in decisions.Where(d => d.Same == false && mentions.ContainsKey(d.First) && mentions.ContainsKey(d.Second)))
        {
            parts.KeepApart(decided.First, decided.Second);
        }

        foreach (var decided in decisions.Where(d => d.Same == true && mentions.ContainsKey(d.First) && mentions.ContainsKey(d.Second)))
        {
            parts.Join(decided.First, decided.Second);
        }

        var first = new Dictionary<(int, int), string>();
        foreach (var id in mentions.Keys)
        {
            if (linked.TryGetValue(id, out var group) && !first.TryAdd(group, id))
            {
                parts.Join(first[group], id);
            }
        }

        return parts;
    }

    /// <summary>Sets that can be joined unless they were decided to be kept apart.</summary>
    private sealed class Partition
    {
        private readonly Dictionary<string, string> _parent;

        /// <summary>For the root of a set the members of others that it must not be joined with.</summary>
        private readonly Dictionary<string, HashSet<string>> _apart = new(StringComparer.Ordinal);

        public Partition(IEnumerable<string> ids) => _parent = ids.ToDictionary(id => id, StringComparer.Ordinal);

        public string Find(string id)
        {
            while (_parent[id] is var parent && parent != id)
            {
                id = _parent[id] = _parent[parent];
            }

            return id;
        }

        public void KeepApart(string first, string second)
        {
            (_apart.TryGetValue(Find(first), out var ones) ? ones : _apart[Find(first)] = new(StringComparer.Ordinal)).Add(second);
            (_apart.TryGetValue(Find(second), out var others) ? others : _apart[Find(second)] = new(StringComparer.Ordinal)).Add(first);
        }

        public void Join(string first, string second)
        {
            var (one, other) = (Find(first), Find(second));
            if (one == other || (_apart.TryGetValue(one, out var enemies) && enemies.Any(e => Find(e) == other)))
            {
                return;
            }

            _parent[other] = one;
            if (_apart.Remove(other, out var moved))
            {
                (_apart.TryGetValue(one, out var kept) ? kept : _apart[one] = new(StringComparer.Ordinal)).UnionWith(moved);
            }
        }
    }
}
