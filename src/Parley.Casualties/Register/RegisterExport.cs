using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Parley.Records;

namespace Parley.Casualties.Register;

/// <summary>Writes records as JSON Lines, redacted for those who will read them. The same records give the same bytes.</summary>
public static class RegisterExport
{
    /// <summary>Writes the records that the profile may show and returns how many they are.</summary>
    public static int Write(IEnumerable<CasualtyRecord> records, PublicationProfile profile, Stream output)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(output);
        var written = 0;
        var buffer = new ArrayBufferWriter<byte>();
        foreach (var record in records)
        {
            if (Redaction.Apply(record, profile) is not { } shown)
            {
                continue;
            }

            buffer.ResetWrittenCount();
            using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            {
                // The level is that of the whole evidence, also of what is not shown.
                Write(json, shown, Confirmation.LevelOf(record));
            }

            output.Write(buffer.WrittenSpan);
            output.WriteByte((byte)'\n');
            written++;
        }

        return written;
    }

    private static void Write(Utf8JsonWriter json, CasualtyRecord record, ConfirmationLevel level)
    {
        var person = record.Person;
        json.WriteStartObject();
        json.WriteString("id", record.Id);
        json.WriteString("surname", person.FamilyName);
        json.WriteString("given_name", person.GivenName);
        json.WriteString("patronymic", person.Patronymic);
        json.WriteString("birth_date", person.Birth?.ToString());
        if (person.Age is { } age)
        {
            json.WriteNumber("age", age);
        }
        else
        {
            json.WriteNull("age");
        }

        json.WriteString("sex", EnumName.Of(person.Sex));
        json.WriteString("home", person.Home);
        json.WriteString("unit", person.Unit);
        json.WriteString("rank", person.Rank);
        json.WriteString("status", EnumName.Of(record.Status));
        json.WriteString("death_date", record.Incident.Date?.ToString());
        json.WriteString("death_place", record.Incident.Place);
        json.WriteString("circumstances", record.Incident.Circumstances);
        json.WriteString("level", EnumName.Of(level));
        json.WriteStartArray("evidence");
        foreach (var evidence in record.Evidence)
        {
            json.WriteStartObject();
            json.WriteString("field", evidence.Field);
            json.WriteString("value", evidence.Value);
            json.WriteString("source", evidence.Source.Name);
            json.WriteString("kind", EnumName.Of(evidence.Source.Kind));
            json.WriteString("reliability", evidence.Source.Reliability.ToString());
            json.WriteString("group", evidence.Source.Group);
            json.WriteString("citation", evidence.Citation);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
