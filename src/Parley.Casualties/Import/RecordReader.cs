using System.Collections.Immutable;
using System.Globalization;
using Parley.Casualties.Linkage;
using Parley.Casualties.Register;
using Parley.Records;

namespace Parley.Casualties.Import;

/// <summary>Makes one record of the cells of a row and tells what is wrong with each cell.</summary>
internal sealed class RecordReader(RecordImport.Rows rows, string place)
{
    private const int OldestAge = 120;

    private readonly Dictionary<RegisterField, (string Column, string Text)> _cells = [];

    /// <summary>Takes one cell; empty ones and those of unknown columns are passed over.</summary>
    public void Set(RegisterField field, string column, string text)
    {
        if (field != RegisterField.Ignored && text.Length > 0)
        {
            _cells[field] = (column, text);
        }
    }

    /// <summary>The record; what is wrong with it has been told to the rows.</summary>
    public CasualtyRecord Read()
    {
        var id = Text(RegisterField.Id) ?? (rows.Count + 1).ToString(CultureInfo.InvariantCulture);
        if (!rows.IsNew(id))
        {
            Fault(RegisterField.Id, $"the identifier '{id}' is used before", "every record needs its own");
        }

        var record = new CasualtyRecord
        {
            Id = id,
            Person = Person(),
            Status = Named(RegisterField.Status, CasualtyStatus.Unknown),
            Incident = new CasualtyIncident(Date(RegisterField.DeathDate), Text(RegisterField.DeathPlace), Text(RegisterField.Circumstances)),
            Evidence = Evidence(),
        };
        if (record.Person.FamilyName is null && record.Person.GivenName is null)
        {
            rows.Fault(place, "no name", "a record names a person: surname, given_name or name");
        }

        if (record.Person.Birth is { } birth && record.Incident.Date is { } death
            && (birth.First > death.Last || death.First.Year - birth.Last.Year > OldestAge + 1))
        {
            Fault(RegisterField.DeathDate, $"born {birth}, dead {death}", "one of the dates must be wrong");
        }

        return record;
    }

    private CasualtyPerson Person()
    {
        var split = Text(RegisterField.Name) is { } name ? PersonName.Split(name) : default;
        return new CasualtyPerson
        {
            FamilyName = Name(RegisterField.Surname) ?? NullIfEmpty(split.Family),
            GivenName = Name(RegisterField.GivenName) ?? NullIfEmpty(split.Given),
            Patronymic = Name(RegisterField.Patronymic) ?? NullIfEmpty(split.Patronymic),
            Birth = Date(RegisterField.BirthDate),
            Age = Age(),
            Sex = Named(RegisterField.Sex, PersonSex.Unknown),
            Home = Text(RegisterField.Home),
            Unit = Text(RegisterField.Unit),
            Rank = Text(RegisterField.Rank),
        };
    }

    /// <summary>One piece of evidence for each field that the row gives, all from the row's source.</summary>
    private ImmutableArray<CasualtyEvidence> Evidence()
    {
        if (Text(RegisterField.Source) is not { } name)
        {
            return [];
        }

        var grade = Text(RegisterField.Reliability)?.ToUpperInvariant() ?? "F";
        if (grade is not [>= 'A' and <= 'F'])
        {
            Fault(RegisterField.Reliability, $"'{grade}' is no grade", "A to F is expected");
            grade = "F";
        }

        var source = new CasualtySource(name, Named(RegisterField.SourceKind, SourceKind.Other), grade[0], Text(RegisterField.Group) ?? "");
        var citation = Text(RegisterField.Citation) ?? $"{place}";
        return
        [
            .. _cells.Where(c => c.Key is > RegisterField.Id and < RegisterField.Source).OrderBy(c => c.Key)
                .Select(c => new CasualtyEvidence(RegisterFields.FileName(c.Key), c.Value.Text, source, citation)),
        ];
    }

    private string? Text(RegisterField field) => _cells.TryGetValue(field, out var cell) ? cell.Text : null;

    private string? Name(RegisterField field)
    {
        if (Text(field) is { } name && MixedScript.Repair(name) is { } repaired)
        {
            rows.Warn($"{place}, column {_cells[field].Column}", $"'{name}' mixes Latin and Cyrillic letters", $"it is perhaps '{repaired}'");
        }

        return Text(field);
    }

    private PartialDate? Date(RegisterField field)
    {
        if (Text(field) is not { } text)
        {
            return null;
        }

        if (DateValue.TryRead(text, out var date) && date.Year is >= 1850 and <= 2200)
        {
            return date;
        }

        Fault(field, $"'{text}' is no date", "YYYY-MM-DD, YYYY-MM, YYYY or DD.MM.YYYY is expected");
        return null;
    }

    private int? Age()
    {
        if (Text(RegisterField.Age) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var age) && age <= OldestAge)
        {
            return age;
        }

        Fault(RegisterField.Age, $"'{text}' is no age", $"full years, 0 to {OldestAge}, are expected");
        return null;
    }

    private TEnum Named<TEnum>(RegisterField field, TEnum unknown)
        where TEnum : struct, Enum
    {
        if (Text(field) is not { } text)
        {
            return unknown;
        }

        foreach (var value in Enum.GetValues<TEnum>())
        {
            if (EnumName.Of(value).Equals(text, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        Fault(field, $"'{text}' is not known", $"one of {string.Join(", ", Enum.GetValues<TEnum>().Select(EnumName.Of))} is expected");
        return unknown;
    }

    private void Fault(RegisterField field, string problem, string remedy) =>
        rows.Fault($"{place}, column {(_cells.TryGetValue(field, out var cell) ? cell.Column : RegisterFields.FileName(field))}", problem, remedy);

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
