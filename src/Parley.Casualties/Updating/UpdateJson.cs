using System.Text.Encodings.Web;
using System.Text.Json;
using Parley.Casualties.Register;
using Parley.Records;

namespace Parley.Casualties.Updating;

/// <summary>Writes the report of an update as one JSON object, for the team itself: nothing is redacted.</summary>
public static class UpdateJson
{
    /// <summary>Writes it with a line feed at the end.</summary>
    public static void Write(UpdateReport report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("since", report.Since);
            json.WriteBoolean("moved", report.Changes.Length > 0 || report.EstimateCauses.Length > 0);
            json.WriteNumber("articles", report.Articles);
            json.WriteNumber("mentions", report.Mentions);
            json.WriteNumber("queue", report.Queue);
            json.WriteStartObject("linkage");
            json.WriteNumber("mentions", report.Linkage.Mentions);
            json.WriteNumber("persons", report.Linkage.Persons);
            json.WriteNumber("falseLinks", report.Linkage.FalseLinks);
            json.WriteNumber("mixedPersons", report.Linkage.MixedPersons);
            json.WriteNumber("linkRecall", report.Linkage.LinkRecall);
            json.WriteNumber("blockingRecall", report.Linkage.BlockingRecall);
            json.WriteEndObject();
            json.WriteStartArray("records");
            foreach (var (change, why) in report.Changes)
            {
                json.WriteStartObject();
                json.WriteString("id", change.Record.Id);
                json.WriteString("name", RecordName.Of(change.Record));
                json.WriteString("change", EnumName.Of(change.Kind));
                json.WriteString("what", change.What);
                json.WriteStartArray("why");
                foreach (var what in why)
                {
                    json.WriteStartObject();
                    json.WriteString("event", RegisterHistory.KindOf(what));
                    json.WriteString("who", what.Who);
                    json.WriteString("team", what.ByTeam?.Team);
                    json.WriteString("reason", what.Reason);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("levels");
            foreach (var level in report.Levels)
            {
                json.WriteStartObject();
                json.WriteString("level", EnumName.Of(level.Level));
                json.WriteNumber("before", level.Before);
                json.WriteNumber("now", level.Now);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartObject("estimate");
            Write(json, "before", report.EstimateBefore);
            Write(json, "now", report.Estimate);
            json.WriteStartArray("causes");
            foreach (var cause in report.EstimateCauses)
            {
                json.WriteStringValue(cause);
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static void Write(Utf8JsonWriter json, string name, RecordedEstimate? estimate)
    {
        json.WritePropertyName(name);
        JsonSerializer.Serialize(json, estimate, RegisterJson.Canonical.RecordedEstimate);
    }
}
