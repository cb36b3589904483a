using System.Collections.Immutable;
using System.Globalization;
using Parley.Casualties.Register;
using Parley.Ledger;

namespace Parley.Casualties.Teams;

/// <summary>
/// Makes the package of a register. Persons who may be alive and records that were withdrawn stay at home, and so do the names of reviewers:
/// each is a number of the team. The same register gives the same package.
/// </summary>
public static class PackageBuilder
{
    /// <summary>Makes the package.</summary>
    /// <param name="register">The register; its team has named itself.</param>
    /// <param name="head">The last record of its ledger.</param>
    /// <param name="profile">For whom: a partner, or anyone.</param>
    /// <exception cref="FormatException">The team has no name, or the profile is that of the team itself.</exception>
    public static TeamPackage Of(CasualtyRegister register, LedgerHead head, PublicationProfile profile)
    {
        ArgumentNullException.ThrowIfNull(register);
        if (profile == PublicationProfile.Internal)
        {
            throw new FormatException("a package leaves the team: its profile is partner or public; to move a whole register, copy its ledger");
        }

        var team = register.Team ?? throw new FormatException("the team has no name yet; give it one with --team");
        var people = Pseudonyms(register, team);
        var names = NamesOutside(register, profile);
        var times = RegisterOrder.Times(register.Events);
        var shown = new Dictionary<string, CasualtyMention?>(StringComparer.Ordinal);
        foreach (var (id, mention) in register.Localised.OfType<MentionAdded>().Select(a => (a.Mention.Id, a.Mention)))
        {
            shown[id] = register.RecordOf(id) is { Level: > ConfirmationLevel.Withdrawn } record ? Redaction.Apply(mention, record, profile) : null;
        }

        var events = ImmutableArray.CreateBuilder<RegisterEvent>();
        for (var i = 0; i < register.Events.Count; i++)
        {
            if (Shown(register.Localised[i], register.Events[i], shown, profile) is { } what)
            {
                events.Add(what.ByTeam is not null ? what : what.Renamed(id => names[id]) with { ByTeam = new EventOrigin(team, what.Sequence), When = times[i], Who = people[what.Who] });
            }
        }

        return new TeamPackage { Team = team, Profile = profile, Head = head, Events = events.ToImmutable(), Withheld = shown.Values.Count(m => m is null) };
    }

    /// <summary>What of an event may leave; null if nothing.</summary>
    /// <param name="what">The event with ids of this register.</param>
    /// <param name="recorded">The same as it was recorded, which is what leaves.</param>
    /// <param name="shown">For each mention the copy that may leave, or null.</param>
    /// <param name="profile">For whom.</param>
    private static RegisterEvent? Shown(RegisterEvent what, RegisterEvent recorded, Dictionary<string, CasualtyMention?> shown, PublicationProfile profile)
    {
        switch (what)
        {
            case MentionAdded added:
                return shown[added.Mention.Id] is { } mention ? added with { Mention = mention, Reason = "" } : null;
            case RecordRemoved or RemovalAsked or RemovalSettled:
                // Whoever has the record must hear of it, but not of a person who may be alive.
                return recorded with { Reason = "" };
            case MentionRetracted:
                return Without(recorded, profile);
            case FieldCorrected corrected:
                return shown.GetValueOrDefault(corrected.Record) is not null && Redaction.IsShown(corrected.Field, profile) ? Without(recorded, profile) : null;
            case RecordReviewed or PairDecided:
                return what.Concerns.All(id => shown.GetValueOrDefault(id) is not null) ? Without(recorded, profile) : null;
            default:
                return null; // criteria, gatherings and linkages are each team's own
        }
    }

    private static RegisterEvent Without(RegisterEvent what, PublicationProfile profile) => profile == PublicationProfile.Public ? what with { Reason = "" } : what;

    /// <summary>The names that stand for the persons of the team, numbered as they first appear in its history.</summary>
    private static Dictionary<string, string> Pseudonyms(CasualtyRegister register, string team)
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var what in register.Events.Where(e => e.ByTeam is null).OrderBy(e => e.Sequence))
        {
            names.TryAdd(what.Who, string.Create(CultureInfo.InvariantCulture, $"{team} {names.Count + 1}"));
        }

        return names;
    }

    /// <summary>
    /// For each mention how others know it, which never changes: a partner by the id of the copy that he has or would have, so that teams that hold
    /// one item by themselves hear of it, too; anyone else, whose copies depend on the day, by the address under which it came here first.
    /// </summary>
    private static Dictionary<string, string> NamesOutside(CasualtyRegister register, PublicationProfile profile)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var added in register.Events.OfType<MentionAdded>().OrderBy(e => e.Sequence))
        {
            names.TryAdd(added.Mention.Id, profile == PublicationProfile.Partner ? Redaction.ForPartner(added.Mention).Id : register.AddressOf(added)!);
        }

        return names;
    }
}
