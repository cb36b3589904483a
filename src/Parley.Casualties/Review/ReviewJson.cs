using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Parley.Casualties.Register;
using Parley.Records;

namespace Parley.Casualties.Review;

/// <summary>Writes the queue, the reviewers' work, their agreement and what they did as JSON Lines, for the team itself: nothing is redacted.</summary>
public static class ReviewJson
{
    /// <summary>One item of the queue a line.</summary>
    public static void Write(IEnumerable<ReviewItem> items, Stream output) => Write(items, output, static (json, item) =>
    {
        json.WriteString("kind", EnumName.Of(item.Kind));
        Write(json, "ids", item.Ids);
        json.WriteString("why", item.Why);
        json.WriteString("since", Day(item.Since));
        Write(json, "decidedBy", item.Decided);
        if (item.Chance is { } chance)
        {
            json.WriteNumber("chance", chance);
        }

        if (item.Field is { } field)
        {
            json.WriteString("field", RegisterFields.FileName(field.Field));
            json.WriteString("value", field.Value);
            json.WriteString("rule", EnumName.Of(field.Rule));
            Write(json, "against", field.Against);
        }

        json.WriteStartArray("records");
        foreach (var record in item.Records)
        {
            json.WriteStartObject();
            json.WriteString("id", record.Id);
            json.WriteString("name", RecordName.Of(record));
            json.WriteString("born", record.Person.Birth?.ToString());
            json.WriteString("died", record.Incident.Date?.ToString());
            json.WriteString("home", record.Person.Home ?? record.Person.Region);
            json.WriteString("status", EnumName.Of(record.Status));
            json.WriteString("level", EnumName.Of(record.Level));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    /// <summary>One reviewer a line.</summary>
    public static void Write(IEnumerable<ReviewerWork> reviewers, Stream output) => Write(reviewers, output, static (json, work) =>
    {
        json.WriteString("reviewer", work.Name);
        json.WriteNumber("confirmed", work.Confirmed);
        json.WriteNumber("rejected", work.Rejected);
        json.WriteNumber("pairs", work.Pairs);
        json.WriteNumber("corrections", work.Corrections);
        json.WriteNumber("removals", work.Removals);
        json.WriteNumber("withdrawn", work.Withdrawn);
        json.WriteString("first", Day(work.First));
        json.WriteString("last", Day(work.Last));
        json.WriteNumber("open", work.Open);
    });

    /// <summary>One measure a line.</summary>
    public static void Write(IEnumerable<AgreementMeasure> measures, Stream output) => Write(measures, output, static (json, measure) =>
    {
        json.WriteString("what", measure.What);
        Write(json, "reviewers", measure.Reviewers);
        json.WriteNumber("items", measure.Items);
        Write(json, "agreed", measure.Agreed);
        json.WriteString("statistic", measure.Statistic);
        Write(json, "value", measure.Value);
        Write(json, "standardError", measure.StandardError);
    });

    /// <summary>One event a line, what was done in words.</summary>
    public static void Write(IEnumerable<(RegisterEvent Event, string Words)> events, Stream output) => Write(events, output, static (json, e) =>
    {
        json.WriteNumber("sequence", e.Event.Sequence);
        json.WriteString("when", e.Event.When.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        json.WriteString("who", e.Event.Who);
        json.WriteString("team", e.Event.ByTeam?.Team);
        json.WriteString("what", e.Words);
        json.WriteString("reason", e.Event.Reason);
    });

    private static void Write<T>(IEnumerable<T> things, Stream output, Action<Utf8JsonWriter, T> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        foreach (var thing in things)
        {
            buffer.ResetWrittenCount();
            using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            {
                json.WriteStartObject();
                members(json, thing);
                json.WriteEndObject();
            }

            output.Write(buffer.WrittenSpan);
            output.WriteByte((byte)'\n');
        }
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, Math.Round(number, 4));
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
