using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Parley.Records;
using Parley.Rendering;

namespace Parley.Casualties.Register;

/// <summary>
/// Writes records as JSON Lines or CSV, redacted for those who will read them. The same records give the same bytes. The level is that
/// of the whole evidence, also of what is not shown.
/// </summary>
public static class RegisterExport
{
    /// <summary>Writes the records that the profile may show as JSON Lines and returns how many they are.</summary>
    public static int Write(IEnumerable<CasualtyRecord> records, PublicationProfile profile, Stream output)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(output);
        var written = 0;
        var buffer = new ArrayBufferWriter<byte>();
        foreach (var shown in Shown(records, profile))
        {
            buffer.ResetWrittenCount();
            using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            {
                Write(json, shown);
            }

            output.Write(buffer.WrittenSpan);
            output.WriteByte((byte)'\n');
            written++;
        }

        return written;
    }

    /// <summary>Writes the records that the profile may show as CSV (RFC 4180, UTF-8), a row for each, and returns how many they are.</summary>
    public static int WriteCsv(IEnumerable<CasualtyRecord> records, PublicationProfile profile, Stream output)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(output);
        var written = 0;
        using var csv = new CsvWriter(output, isSafe: true, hasMark: false);
        csv.WriteRow([.. Values.Select(v => (Cell)v.Name), "sources", "conflicts"]);
        foreach (var shown in Shown(records, profile))
        {
            csv.WriteRow(
            [
                .. Values.Select(v => (Cell)v.Of(shown)),
                Cell.List(shown.Evidence.Select(e => e.Source.Name).Distinct(StringComparer.Ordinal)),
                string.Join(' ', shown.Conflicts.Select(c => RegisterFields.FileName(c.Field))),
            ]);
            written++;
        }

        return written;
    }

    /// <summary>The name of a field as files have it: <c>birth_date</c>.</summary>
    public static string FieldName(RegisterField field) => RegisterFields.FileName(field);

    private static readonly (string Name, Func<CasualtyRecord, string?> Of)[] Values =
    [
        ("id", r => r.Id),
        ("surname", r => r.Person.FamilyName),
        ("given_name", r => r.Person.GivenName),
        ("patronymic", r => r.Person.Patronymic),
        ("birth_date", r => r.Person.Birth?.ToString()),
        ("age", r => r.Person.Age?.ToString(CultureInfo.InvariantCulture)),
        ("sex", r => EnumName.Of(r.Person.Sex)),
        ("nationality", r => r.Person.Nationality),
        ("home", r => r.Person.Home),
        ("region", r => r.Person.Region),
        ("category", r => EnumName.Of(r.Person.Category)),
        ("service", r => EnumName.Of(r.Person.Service)),
        ("unit", r => r.Person.Unit),
        ("rank", r => r.Person.Rank),
        ("status", r => EnumName.Of(r.Status)),
        ("death_date", r => r.Incident.Date?.ToString()),
        ("death_place", r => r.Incident.Place),
        ("cause", r => EnumName.Of(r.Incident.Cause)),
        ("circumstances", r => r.Incident.Circumstances),
        ("burial_place", r => r.Incident.BurialPlace),
        ("declared_date", r => r.Incident.Declared?.ToString()),
        ("missing_date", r => r.Incident.Missing?.ToString()),
        ("level", r => EnumName.Of(r.Level)),
        ("reported", r => r.Reported?.ToString()),
        ("recorded", r => r.Recorded?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
    ];

    /// <summary>What the flat columns show of a record.</summary>
    internal static IEnumerable<(string Name, string? Value)> Shown(CasualtyRecord record) => Values.Select(v => (v.Name, v.Of(record)));

    private static IEnumerable<CasualtyRecord> Shown(IEnumerable<CasualtyRecord> records, PublicationProfile profile) =>
        records.Select(r => Redaction.Apply(r, profile)).OfType<CasualtyRecord>();

    private static void Write(Utf8JsonWriter json, CasualtyRecord record)
    {
        json.WriteStartObject();
        foreach (var (name, of) in Values)
        {
            if (name == "age" && record.Person.Age is { } age)
            {
                json.WriteNumber(name, age);
            }
            else
            {
                json.WriteString(name, of(record));
            }
        }

        json.WriteStartArray("other_names");
        foreach (var name in record.OtherNames)
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
        json.WriteStartArray("conflicts");
        foreach (var conflict in record.Conflicts)
        {
            json.WriteStartObject();
            json.WriteString("field", RegisterFields.FileName(conflict.Field));
            json.WriteString("value", conflict.Value);
            json.WriteString("rule", EnumName.Of(conflict.Rule));
            json.WriteStartArray("against");
            foreach (var value in conflict.Against)
            {
                json.WriteStringValue(value);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("evidence");
        foreach (var evidence in record.Evidence)
        {
            json.WriteStartObject();
            json.WriteString("field", RegisterFields.FileName(evidence.Field));
            json.WriteString("value", evidence.Value);
            json.WriteString("words", evidence.Words);
            json.WriteString("source", evidence.Source.Name);
            json.WriteString("kind", EnumName.Of(evidence.Source.Kind));
            json.WriteString("reliability", evidence.Source.Reliability.ToString());
            json.WriteString("group", evidence.Source.Group);
            json.WriteString("citation", evidence.Citation);
            json.WriteString("mention", evidence.Mention);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
