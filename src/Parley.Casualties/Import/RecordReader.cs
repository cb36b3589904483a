using Parley.Casualties.Linkage;
using Parley.Casualties.Register;
using Parley.Records;

namespace Parley.Casualties.Import;

/// <summary>Makes one mention of the cells of a row and tells what is wrong with each cell.</summary>
internal sealed class RecordReader(ImportRows rows, string place)
{
    private const string Maker = "import 1";

    private readonly Dictionary<RegisterField, (string Column, string Text)> _cells = [];
    private readonly SortedDictionary<RegisterField, MentionValue> _values = [];

    /// <summary>Takes one cell; empty ones and those of unknown columns are passed over.</summary>
    public void Set(RegisterField field, string column, string text)
    {
        if (field != RegisterField.Ignored && text.Length > 0)
        {
            _cells[field] = (column, text);
        }
    }

    /// <summary>The mention; what is wrong with it has been told to the rows.</summary>
    public CasualtyMention Read()
    {
        foreach (var (field, value) in rows.Constants)
        {
            _cells.TryAdd(field, ($"{RegisterFields.FileName(field)} of the mapping", value));
        }

        var given = Text(RegisterField.Id);
        if (given is not null && !rows.IsNew(given))
        {
            Fault(RegisterField.Id, $"the identifier '{given}' is used before", "every record needs its own");
        }

        ReadValues();
        var source = Source();
        var mention = new CasualtyMention
        {
            Key = $"{rows.Origin}#{given ?? KeyOfValues()}",
            Source = source,
            Citation = Text(RegisterField.Citation) ?? $"{rows.Origin}, {place}",
            Values = [.. _values.Values],
            File = rows.File,
            Maker = Maker,
        };
        Check(mention);
        return mention;
    }

    private void ReadValues()
    {
        foreach (var field in RegisterFields.OfRecords.Append(RegisterField.Reported))
        {
            if (Value(field) is { } value && !IsUnknown(field, value))
            {
                _values[field] = new MentionValue(field, value, value == _cells[field].Text ? null : _cells[field].Text);
            }
        }

        if (Text(RegisterField.Name) is { } name)
        {
            var split = PersonName.Split(name);
            AddPart(RegisterField.Surname, split.Family, name);
            AddPart(RegisterField.GivenName, split.Given, name);
            AddPart(RegisterField.Patronymic, split.Patronymic, name);
        }

        foreach (var field in (RegisterField[])[RegisterField.Surname, RegisterField.GivenName, RegisterField.Patronymic, RegisterField.Name])
        {
            WarnOfMixedScript(field);
        }
    }

    private void AddPart(RegisterField field, string part, string whole)
    {
        if (part.Length > 0)
        {
            _values.TryAdd(field, new MentionValue(field, part, whole));
        }
    }

    private CasualtySource Source()
    {
        var kind = RegisterValue.TryName<SourceKind>(Value(RegisterField.SourceKind), out var named) ? named : SourceKind.Other;
        return new CasualtySource(
            Text(RegisterField.Source) ?? rows.Origin, kind, Value(RegisterField.Reliability) is [var grade] ? grade : 'F', Text(RegisterField.Group) ?? "");
    }

    /// <summary>A row without an identifier is known by what it says, wherever it stands in the file.</summary>
    private string KeyOfValues() => ContentHash.Of(
        System.Text.Encoding.UTF8.GetBytes(string.Join('\n', _values.Select(v => $"{v.Key}={v.Value.Value}")))).Hex[..16];

    private void Check(CasualtyMention mention)
    {
        var record = RecordAssembler.Of(mention);
        if (record.Person.FamilyName is null && record.Person.GivenName is null)
        {
            rows.Fault(place, "no name", "a record names a person: surname, given_name or name");
        }

        if (record.Person.Birth is { } birth && record.Incident.Date is { } death)
        {
            var (youngest, oldest) = (death.First.Year - birth.Last.Year - 1, death.Last.Year - birth.First.Year);
            if (birth.First > death.Last || youngest > RegisterValue.OldestAge)
            {
                Fault(RegisterField.DeathDate, $"born {birth}, dead {death}", "one of the dates must be wrong");
            }
            else if (record.Person.Age is { } age && (age < youngest || age > oldest))
            {
                rows.Warn($"{place}, column {_cells[RegisterField.Age].Column}", $"aged {age}, but born {birth} and dead {death}", "one of them must be wrong");
            }
        }

        if (record.Incident.Declared is { } declared && record.Incident.Date is { } presumed && declared.Last < presumed.First)
        {
            Fault(RegisterField.DeclaredDate, $"declared dead {declared}, dead {presumed}", "a court decides after the presumed day of death");
        }
    }

    private string? Text(RegisterField field) => _cells.TryGetValue(field, out var cell) ? cell.Text : null;

    private string? Value(RegisterField field)
    {
        if (Text(field) is not { } text)
        {
            return null;
        }

        if (RegisterValue.Read(field, text, out var problem, out var expected) is { } value)
        {
            return value;
        }

        Fault(field, problem, expected);
        return null;
    }

    /// <summary>To say that something is unknown is not to know it.</summary>
    private static bool IsUnknown(RegisterField field, string value) => value == "unknown"
        && field is RegisterField.Sex or RegisterField.Status or RegisterField.Category or RegisterField.Service or RegisterField.Cause;

    private void WarnOfMixedScript(RegisterField field)
    {
        foreach (var name in Text(field)?.Split(' ') ?? [])
        {
            if (MixedScript.Repair(name) is not { } repaired)
            {
                continue;
            }

            rows.Warn($"{place}, column {_cells[field].Column}", $"'{name}' mixes Latin and Cyrillic letters", $"it is perhaps '{repaired}'");
        }
    }

    private void Fault(RegisterField field, string problem, string remedy) =>
        rows.Fault($"{place}, column {(_cells.TryGetValue(field, out var cell) ? cell.Column : RegisterFields.FileName(field))}", problem, remedy);
}
