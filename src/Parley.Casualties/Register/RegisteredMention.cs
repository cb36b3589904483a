namespace Parley.Casualties.Register;

/// <summary>A mention of the register and what became of it.</summary>
internal sealed class RegisteredMention(DateTimeOffset recorded)
{
    /// <summary>For each team that holds it, its own named with the empty text: the mention that took its place there, or null.</summary>
    private readonly SortedDictionary<string, string?> _holders = new(StringComparer.Ordinal);

    /// <summary>What it says, in the fullest copy that is here.</summary>
    public CasualtyMention Mention { get; private set; } = null!;

    /// <summary>Whether what it says is here, and not only that another team holds it.</summary>
    public bool IsTold => Mention.Withheld is null;

    /// <summary>When the first team recorded it.</summary>
    public DateTimeOffset Recorded { get; } = recorded;

    public bool IsRetracted { get; set; }

    /// <summary>Whether it speaks for a record: not taken back, and some team has nothing newer in its place.</summary>
    public bool Counts => IsTold && !IsRetracted && _holders.ContainsValue(null);

    /// <summary>Whether it was recorded here, and not only by another team.</summary>
    public bool IsOwn => _holders.ContainsKey("");

    /// <summary>The mentions that took its place, by team.</summary>
    public IEnumerable<string> SupersededBy => _holders.Values.OfType<string>();

    /// <summary>Id of the first mention of the same person.</summary>
    public string Group { get; set; } = "";

    /// <summary>A team holds it, too, with this copy of it.</summary>
    public void HeldBy(string team, CasualtyMention copy)
    {
        _holders.TryAdd(team, null);
        if (team.Length == 0 || Mention is null || (copy.Withheld is null && (!IsTold || (!IsOwn && copy.Values.Length > Mention.Values.Length))))
        {
            Mention = copy;
        }
    }

    /// <summary>A team recorded another one in its place.</summary>
    public void Supersede(string team, string later) => _holders[team] = later;
}
