using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Parley.Casualties.Register;

namespace Parley.Casualties.Linkage;

/// <summary>Writes the results of a linkage: clusters, pairs for review, explanations.</summary>
public static class LinkageExport
{
    /// <summary>Writes CSV with the columns id and cluster, in the order of the records.</summary>
    public static void WriteClusters(LinkageResult result, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write("id,cluster\r\n");
        for (var r = 0; r < result.Table.Count; r++)
        {
            writer.Write($"{CsvText.Quote(result.Table.Ids[r])},{CsvText.Quote(result.ClusterId(r))}\r\n");
        }
    }

    /// <summary>Writes one JSON object a line with id and cluster.</summary>
    public static void WriteClustersAsJson(LinkageResult result, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(writer);
        for (var r = 0; r < result.Table.Count; r++)
        {
            var record = r;
            writer.Write(Json(json =>
            {
                json.WriteString("id", result.Table.Ids[record]);
                json.WriteString("cluster", result.ClusterId(record));
            }));
        }
    }

    /// <summary>
    /// Writes the doubtful pairs, the most doubtful first, as CSV with the columns first, second, chance, linked, decision, who, why: to be
    /// filled in and given back as decisions.
    /// </summary>
    public static void WriteReview(LinkageResult result, LinkageOptions options, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write("first,second,chance,linked,decision,who,why\r\n");
        foreach (var pair in result.Uncertain(options.ReviewLow, options.ReviewHigh))
        {
            var linked = result.Clusters[pair.First] == result.Clusters[pair.Second] ? "yes" : "no";
            writer.Write(string.Create(CultureInfo.InvariantCulture,
                $"{CsvText.Quote(result.Table.Ids[pair.First])},{CsvText.Quote(result.Table.Ids[pair.Second])},{pair.Chance:F4},{linked},,,\r\n"));
        }
    }

    /// <summary>Writes, for every pair that was not clearly of two persons, the waterfall of its weights as one JSON object a line.</summary>
    public static void WriteExplanations(LinkageResult result, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(writer);
        foreach (var pair in result.Pairs)
        {
            var explanation = result.Explain(pair.First, pair.Second);
            writer.Write(Json(json => Write(json, explanation, result.Clusters[pair.First] == result.Clusters[pair.Second])));
        }
    }

    private static void Write(Utf8JsonWriter json, LinkageExplanation explanation, bool linked)
    {
        json.WriteString("first", explanation.FirstId);
        json.WriteString("second", explanation.SecondId);
        json.WriteBoolean("linked", linked);
        json.WriteNumber("chance", Math.Round(explanation.Chance, 6));
        json.WriteNumber("bits", Math.Round(explanation.TotalBits, 3));
        json.WriteNumber("priorBits", Math.Round(explanation.PriorBits, 3));
        json.WriteStartArray("steps");
        foreach (var step in explanation.Steps)
        {
            json.WriteStartObject();
            json.WriteString("field", step.Field);
            json.WriteString("level", step.Level);
            json.WriteString("first", step.First);
            json.WriteString("second", step.Second);
            json.WriteNumber("bits", Math.Round(step.Bits, 3));
            json.WriteNumber("frequencyBits", Math.Round(step.FrequencyBits, 3));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Json(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }
}
