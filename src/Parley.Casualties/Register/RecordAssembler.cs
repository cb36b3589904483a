using System.Collections.Immutable;
using System.Globalization;
using Parley.Records;

namespace Parley.Casualties.Register;

/// <summary>Makes a record of what is said of one person: for each field the value taken, and what speaks for and against it.</summary>
internal static class RecordAssembler
{
    /// <summary>The record of a single mention.</summary>
    public static CasualtyRecord Of(CasualtyMention mention) => Assemble(mention.Id, [(mention.Id, mention)], Array.Empty<FieldCorrected>().ToLookup(c => c.Field));

    /// <summary>The record of several mentions, in the order in which they came.</summary>
    /// <param name="id">Id of the record.</param>
    /// <param name="mentions">The mentions that count, with their ids.</param>
    /// <param name="corrections">What people set, by field, the last one last; several if teams set it differently.</param>
    public static CasualtyRecord Assemble(
        string id, IReadOnlyList<(string Id, CasualtyMention Mention)> mentions, ILookup<RegisterField, FieldCorrected> corrections)
    {
        var choices = ImmutableArray.CreateBuilder<FieldChoice>();
        foreach (var field in RegisterFields.OfRecords)
        {
            if (ValueChoice.Choose(field, mentions, [.. corrections[field]]) is { } choice)
            {
                choices.Add(choice);
            }
        }

        var values = choices.ToDictionary(c => c.Field, c => c.Value);
        return new CasualtyRecord
        {
            Id = id,
            Person = new CasualtyPerson
            {
                FamilyName = Text(RegisterField.Surname),
                GivenName = Text(RegisterField.GivenName),
                Patronymic = Text(RegisterField.Patronymic),
                Birth = Date(RegisterField.BirthDate),
                Age = Text(RegisterField.Age) is { } age ? int.Parse(age, NumberStyles.None, CultureInfo.InvariantCulture) : null,
                Sex = Named<PersonSex>(RegisterField.Sex),
                Nationality = Text(RegisterField.Nationality),
                Home = Text(RegisterField.Home),
                Region = Text(RegisterField.Region),
                Category = Named<PersonCategory>(RegisterField.Category),
                Service = Named<ServiceKind>(RegisterField.Service),
                Unit = Text(RegisterField.Unit),
                Rank = Text(RegisterField.Rank),
            },
            Status = Named<CasualtyStatus>(RegisterField.Status),
            Incident = new CasualtyIncident(Date(RegisterField.DeathDate), Text(RegisterField.DeathPlace), Text(RegisterField.Circumstances))
            {
                Cause = Named<DeathCause>(RegisterField.Cause),
                BurialPlace = Text(RegisterField.BurialPlace),
                Declared = Date(RegisterField.DeclaredDate),
                Missing = Date(RegisterField.MissingDate),
            },
            Evidence = [.. mentions.SelectMany(m => m.Mention.Values.Where(v => v.Field < RegisterField.Reported).Select(v => EvidenceOf(m.Id, m.Mention, v)))],
            Choices = choices.ToImmutable(),
            Mentions = [.. mentions.Select(m => m.Id)],
            OtherNames = OtherNames(mentions, values, choices),
            Reported = mentions.Select(m => PartialDate.TryParse(m.Mention[RegisterField.Reported], out var date) ? date : (PartialDate?)null).Min(),
        };

        string? Text(RegisterField field) => values.GetValueOrDefault(field);

        PartialDate? Date(RegisterField field) => PartialDate.TryParse(Text(field), out var date) ? date : null;

        TEnum Named<TEnum>(RegisterField field)
            where TEnum : struct, Enum => RegisterValue.TryName<TEnum>(Text(field), out var value) ? value : default;
    }

    private static CasualtyEvidence EvidenceOf(string id, CasualtyMention mention, MentionValue value) =>
        new(value.Field, value.Value, mention.Source, mention.Citation) { Mention = id, Words = value.Words, Article = mention.Article, Span = value.Span };

    /// <summary>The names under which sources have the person; a part that a correction called wrong is no name of the person.</summary>
    private static ImmutableArray<string> OtherNames(
        IEnumerable<(string Id, CasualtyMention Mention)> mentions, Dictionary<RegisterField, string> values, IReadOnlyCollection<FieldChoice> choices)
    {
        var corrected = choices.Where(c => c.Rule == ChoiceRule.Correction).ToDictionary(c => c.Field);
        return
        [
            .. mentions.Select(m => NameOf(m.Mention.Values.DistinctBy(v => v.Field).ToDictionary(v => v.Field, v => corrected.TryGetValue(v.Field, out var c) && !c.IsBorneOutBy(v.Value) ? c.Value : v.Value)))
                .Where(n => n.Length > 0 && n != NameOf(values)).Distinct(StringComparer.Ordinal),
        ];
    }

    private static string NameOf(Dictionary<RegisterField, string> values) => string.Join(' ',
        ((RegisterField[])[RegisterField.Surname, RegisterField.GivenName, RegisterField.Patronymic]).Select(f => values.GetValueOrDefault(f)).Where(v => v is not null));
}
