namespace Parley.Casualties.Register;

/// <summary>Sets of mentions of one person, which can be joined unless they were decided to be kept apart.</summary>
internal sealed class MentionPartition
{
    private readonly Dictionary<string, string> _parent;

    /// <summary>For the root of a set the members of others that it must not be joined with.</summary>
    private readonly Dictionary<string, HashSet<string>> _apart = new(StringComparer.Ordinal);

    /// <summary>Every mention alone.</summary>
    public MentionPartition(IEnumerable<string> ids) => _parent = ids.ToDictionary(id => id, StringComparer.Ordinal);

    /// <summary>The mention that stands for the set of one.</summary>
    public string Find(string id)
    {
        while (_parent[id] is var parent && parent != id)
        {
            id = _parent[id] = _parent[parent];
        }

        return id;
    }

    /// <summary>Keeps two sets apart; false if they are one already.</summary>
    public bool KeepApart(string first, string second)
    {
        var (one, other) = (Find(first), Find(second));
        if (one == other)
        {
            return false;
        }

        (_apart.TryGetValue(one, out var ones) ? ones : _apart[one] = new(StringComparer.Ordinal)).Add(second);
        (_apart.TryGetValue(other, out var others) ? others : _apart[other] = new(StringComparer.Ordinal)).Add(first);
        return true;
    }

    /// <summary>Joins two sets; false if they are kept apart.</summary>
    public bool Join(string first, string second)
    {
        var (one, other) = (Find(first), Find(second));
        if (one == other)
        {
            return true;
        }

        if (AreApart(one, other))
        {
            return false;
        }

        _parent[other] = one;
        if (_apart.Remove(other, out var moved))
        {
            (_apart.TryGetValue(one, out var kept) ? kept : _apart[one] = new(StringComparer.Ordinal)).UnionWith(moved);
        }

        return true;
    }

    /// <summary>Whether the sets of two mentions are kept apart.</summary>
    public bool AreApart(string first, string second)
    {
        var (one, other) = (Find(first), Find(second));
        return _apart.TryGetValue(one, out var enemies) && enemies.Any(e => Find(e) == other);
    }
}
