namespace Parley.Casualties.Register;

/// <summary>A mention of the register and what became of it.</summary>
internal sealed class RegisteredMention(CasualtyMention mention, DateTimeOffset recorded)
{
    /// <summary>For each team that holds it, its own named with the empty text: the mention that took its place there, or null.</summary>
    private readonly SortedDictionary<string, string?> _holders = new(StringComparer.Ordinal);

    public CasualtyMention Mention { get; } = mention;

    /// <summary>When the first team recorded it.</summary>
    public DateTimeOffset Recorded { get; } = recorded;

    public bool IsRetracted { get; set; }

    /// <summary>Whether it speaks for a record: not taken back, and some team has nothing newer in its place.</summary>
    public bool Counts => !IsRetracted && _holders.ContainsValue(null);

    /// <summary>Whether it was recorded here, and not only by another team.</summary>
    public bool IsOwn => _holders.ContainsKey("");

    /// <summary>The mentions that took its place, by team.</summary>
    public IEnumerable<string> SupersededBy => _holders.Values.OfType<string>();

    /// <summary>Id of the first mention of the same person.</summary>
    public string Group { get; set; } = "";

    /// <summary>A team holds it, too.</summary>
    public void HeldBy(string team) => _holders.TryAdd(team, null);

    /// <summary>A team recorded another one in its place.</summary>
    public void Supersede(string team, string later) => _holders[team] = later;
}
