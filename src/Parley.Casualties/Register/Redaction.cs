using System.Collections.Immutable;
using System.Text;
using Parley.Records;

namespace Parley.Casualties.Register;

/// <summary>For whom an export is made.</summary>
public enum PublicationProfile
{
    /// <summary>Anyone: no minors' names, no living persons, no homes, no words of sources, no private citations.</summary>
    Public,

    /// <summary>A partner team: all of the dead, without the names of relatives, volunteers and reviewers.</summary>
    Partner,

    /// <summary>The team itself.</summary>
    Internal,
}

/// <summary>Makes the copy of a record that a profile may show; the record itself stays as it is.</summary>
public static class Redaction
{
    /// <summary>Age from which a person is an adult.</summary>
    public const int AdultAge = 18;

    private const string Withheld = "withheld";

    /// <summary>Fields that anyone may see of an adult who died.</summary>
    private static readonly ImmutableArray<RegisterField> OfAdults =
    [
        RegisterField.Surname, RegisterField.GivenName, RegisterField.Patronymic, RegisterField.BirthDate, RegisterField.Age, RegisterField.Sex,
        RegisterField.Nationality, RegisterField.Region, RegisterField.Category, RegisterField.Service, RegisterField.Unit, RegisterField.Rank,
        RegisterField.Status, RegisterField.DeathDate, RegisterField.DeathPlace, RegisterField.Cause, RegisterField.DeclaredDate, RegisterField.MissingDate,
    ];

    /// <summary>Fields that anyone may see of a minor who died.</summary>
    private static readonly ImmutableArray<RegisterField> OfMinors =
        [RegisterField.Sex, RegisterField.Region, RegisterField.Category, RegisterField.Status, RegisterField.DeathDate, RegisterField.Cause];

    /// <summary>The copy, or null if the profile may not show the record at all.</summary>
    public static CasualtyRecord? Apply(CasualtyRecord record, PublicationProfile profile)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (profile == PublicationProfile.Internal)
        {
            return record;
        }

        // Whoever may be alive is shown to nobody outside.
        if (record.Status is not (CasualtyStatus.Killed or CasualtyStatus.DiedOfWounds or CasualtyStatus.Presumed))
        {
            return null;
        }

        var corrected = record.Choices.Where(c => c.Rule == ChoiceRule.Correction).ToDictionary(c => c.Field);
        var anonymous = record with
        {
            ConfirmedBy = [],
            RejectedBy = [],
            // What a correction called wrong is in the history; published again it would go on being copied.
            Choices = [.. record.Choices.Select(c => c.Rule == ChoiceRule.Correction ? c with { Against = [] } : c)],
            Evidence = [.. record.Evidence.Where(e => !corrected.TryGetValue(e.Field, out var c) || c.IsBorneOutBy(e.Value)).Select(e => Apply(e.Source) is var source && source == e.Source ? e : e with { Source = source, Citation = Withheld, Words = null, Span = null })],
        };
        return profile == PublicationProfile.Partner ? anonymous : ForAnyone(anonymous, record.Person.YoungestAgeAt(record.Incident.Date));
    }

    /// <summary>
    /// The copy of a mention that a profile may show, or null if none: as <see cref="Apply(CasualtyRecord, PublicationProfile)"/> does with the
    /// record that it belongs to.
    /// </summary>
    public static CasualtyMention? Apply(CasualtyMention mention, CasualtyRecord record, PublicationProfile profile)
    {
        ArgumentNullException.ThrowIfNull(mention);
        if (profile == PublicationProfile.Internal || Apply(record, profile) is null)
        {
            return profile == PublicationProfile.Internal ? mention : null;
        }

        if (profile == PublicationProfile.Partner)
        {
            return ForPartner(mention);
        }

        return IsPrivate(mention.Source) || mention.Withheld is not null ? null : ForAnyone(mention, record.Person.YoungestAgeAt(record.Incident.Date) < AdultAge);
    }

    private static CasualtyMention ForAnyone(CasualtyMention mention, bool isMinor)
    {
        var shown = isMinor ? OfMinors : OfAdults;
        var copy = mention with
        {
            Article = null,
            Values = [.. mention.Values.Where(v => shown.Contains(v.Field)).Select(v => v with { Words = null, Span = null })],
        };
        return isMinor ? Anonymous(copy) with { Source = mention.Source with { Name = Withheld, Group = "" } } : copy;
    }

    /// <summary>Whether a profile may show a field of somebody who died, whatever the age.</summary>
    internal static bool IsShown(RegisterField field, PublicationProfile profile) => profile != PublicationProfile.Public || OfMinors.Contains(field);

    /// <summary>The copy of a mention of somebody who died that a partner may have.</summary>
    internal static CasualtyMention ForPartner(CasualtyMention mention) => !IsPrivate(mention.Source) ? mention
        : Anonymous(mention) with { Source = Apply(mention.Source), Values = [.. mention.Values.Select(v => v with { Words = null, Span = null })] };

    /// <summary>The id under which partners know a mention: that of the copy which they have, or would have.</summary>
    internal static string IdOutside(CasualtyMention mention) => ForPartner(mention).Id;

    /// <summary>
    /// What a partner may know of a mention whose person may be alive: that there is one, and which item of the same team it takes the place of. With
    /// that, decisions on it have the same consequences in all registers.
    /// </summary>
    internal static CasualtyMention Unsaid(CasualtyMention mention) => new()
    {
        Withheld = IdOutside(mention), Key = OpaqueKey(mention), Source = new CasualtySource(Withheld, SourceKind.Other, 'F', ""), Citation = Withheld, Values = [], Maker = Withheld,
    };

    /// <summary>The copies of a mention that anyone may have had: that of an adult's and that of a minor's.</summary>
    internal static IEnumerable<CasualtyMention> ForAnyone(CasualtyMention mention) =>
        IsPrivate(mention.Source) || mention.Withheld is not null ? [] : [ForAnyone(mention, isMinor: false), ForAnyone(mention, isMinor: true)];

    /// <summary>The key of a mention as a hash, which still tells which item takes the place of which.</summary>
    internal static string OpaqueKey(CasualtyMention mention) =>
        mention.Citation == Withheld ? mention.Key : $"{Withheld}/{ContentHash.Of(Encoding.UTF8.GetBytes(mention.Key)).Hex[..16]}";

    /// <summary>Whether a source is a person whose name is nobody's business outside.</summary>
    internal static bool IsPrivate(CasualtySource source) => source.Kind is SourceKind.Relative or SourceKind.Volunteer;

    /// <summary>Key and citation can hold a name.</summary>
    private static CasualtyMention Anonymous(CasualtyMention mention) => mention with { Key = OpaqueKey(mention), Citation = Withheld, File = null };

    /// <summary>A relative's or volunteer's name is nobody's business outside; what kind of source it is, and its grade, stay.</summary>
    internal static CasualtySource Apply(CasualtySource source) =>
        source.Kind is SourceKind.Relative or SourceKind.Volunteer ? source with { Name = EnumName.Of(source.Kind), Group = "" } : source;

    private static CasualtyRecord ForAnyone(CasualtyRecord record, int? youngest)
    {
        var isMinor = youngest < AdultAge;
        var shown = isMinor ? OfMinors : OfAdults;
        var person = record.Person;
        return record with
        {
            Person = isMinor
                ? new CasualtyPerson { Age = youngest, Sex = person.Sex, Region = person.Region, Category = person.Category }
                : person with { Home = null },
            Incident = record.Incident with
            {
                Circumstances = null,
                BurialPlace = null,
                Place = isMinor ? null : record.Incident.Place,
            },
            OtherNames = isMinor ? [] : record.OtherNames,
            Choices = [.. record.Choices.Where(c => shown.Contains(c.Field))],
            Evidence = [.. record.Evidence
                .Where(e => shown.Contains(e.Field) && e.Source.Kind is not (SourceKind.Relative or SourceKind.Volunteer))
                .Select(e => e with { Words = null, Span = null, Article = null, Citation = isMinor ? Withheld : e.Citation, Source = isMinor ? e.Source with { Name = Withheld, Group = "" } : e.Source })],
        };
    }
}
