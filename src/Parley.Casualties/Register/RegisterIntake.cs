using System.Collections.Immutable;

namespace Parley.Casualties.Register;

/// <summary>Finds which mentions are new to a register.</summary>
public static class RegisterIntake
{
    /// <summary>The events that add those mentions that the register does not hold; the same mentions twice add nothing.</summary>
    /// <param name="register">The register.</param>
    /// <param name="mentions">The mentions.</param>
    /// <param name="who">Who adds them.</param>
    /// <param name="when">When, in UTC.</param>
    public static ImmutableArray<MentionAdded> Of(CasualtyRegister register, IEnumerable<CasualtyMention> mentions, string who, DateTimeOffset when)
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(mentions);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. mentions.Where(m => !register.IsOwn(m) && seen.Add(m.Id))
            .Select(m => new MentionAdded { When = when, Who = who, Mention = m })];
    }
}
