using System.Collections.Immutable;
using System.Globalization;
using Parley.Casualties.Register;
using Parley.Ledger;

namespace Parley.Casualties.Teams;

/// <summary>
/// Makes the package of a register. What is said of persons who may be alive and of records that were withdrawn stays at home, and so do the names of
/// reviewers: each is a number of the team. A partner hears that there are such mentions, and what was decided about them, under their ids: so teams that
/// have told each other all that they may come to the same records. The same register gives the same package.
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
        var times = RegisterOrder.Times(register.Events);
        var visible = register.Records(new RegisterFilter { Level = ConfirmationLevel.Rejected }).Where(r => Redaction.Apply(r, profile) is not null).ToDictionary(r => r.Id, StringComparer.Ordinal);
        var events = ImmutableArray.CreateBuilder<RegisterEvent>();
        for (var i = 0; i < register.Events.Count; i++)
        {
            if (Told(register.Events[i]) is { } what)
            {
                events.Add(what.ByTeam is not null ? what
                    : what.Renamed(id => register.Names.Outside(id, profile)) with { ByTeam = new EventOrigin(team, what.Sequence), When = times[i], Who = people[what.Who] });
            }
        }

        return new TeamPackage
        {
            Team = team, Profile = profile, Head = head, Events = events.ToImmutable(), Withheld = register.MentionIds.Count(id => RecordOf(id) is null),
        };

        CasualtyRecord? RecordOf(string mention) => register.RecordOf(mention) is { } record ? visible.GetValueOrDefault(record.Id) : null;

        // What of an event may leave; null if nothing.
        RegisterEvent? Told(RegisterEvent what)
        {
            switch (what)
            {
                case MentionAdded { Mention: var mention } added:
                    var copy = RecordOf(mention.Id) is { } record ? Redaction.Apply(mention, record, profile) : null;
                    copy ??= profile == PublicationProfile.Partner ? Redaction.Unsaid(mention) : null;
                    return copy is null ? null : added with { Mention = copy, Reason = "" };
                case RecordRemoved or RemovalAsked or RemovalSettled:
                    // Whoever has the record must hear of it, but not of a person who may be alive.
                    return what with { Reason = "" };
                case MentionRetracted or PairDecided or FieldCorrected or RecordReviewed when what.Concerns.All(id => RecordOf(id) is not null):
                    return what is FieldCorrected { Field: var field } && !Redaction.IsShown(field, profile) ? null : Without(what, profile);
                case MentionRetracted:
                    return what with { Reason = "" };
                case PairDecided or FieldCorrected { Field: RegisterField.Status } when profile == PublicationProfile.Partner:
                    // These decide who is one person, and who is dead: a partner who has the same mention must come to the same.
                    return what with { Reason = "" };
                default:
                    return null; // criteria, gatherings and linkages are each team's own
            }
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
}
