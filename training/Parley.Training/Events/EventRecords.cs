using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;

namespace Parley.Training.Events;

/// <summary>
/// A sentence with its PLOVER type, mode (where the record gives one) and contexts; <paramref name="Alternative"/> is a second type that
/// counts as right.
/// </summary>
internal sealed record EventRecord(string Sentence, string Type, string? Alternative, string? Mode, ImmutableArray<string> Contexts)
{
    public bool Accepts(string? type) => type is not null && (type == Type || type == Alternative);

    /// <summary>Reads records of the PLOVER gold standard: JSON Lines with <c>sentence</c>, <c>event</c>, <c>event_alt</c>, <c>mode</c>, <c>contexts</c>, gzip or plain.</summary>
    public static List<EventRecord> Read(string path)
    {
        using var file = File.OpenRead(path);
        using Stream stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(stream);
        var records = new List<EventRecord>();
        while (reader.ReadLine() is { } line)
        {
            using var row = JsonDocument.Parse(line);
            var root = row.RootElement;
            records.Add(new EventRecord(root.GetProperty("sentence").GetString()!, root.GetProperty("event").GetString()!, Text(root, "event_alt"), Text(root, "mode"),
                root.TryGetProperty("contexts", out var contexts) && contexts.ValueKind == JsonValueKind.Array ? [.. contexts.EnumerateArray().Select(c => c.GetString()!)] : []));
        }

        return records;
    }

    private static string? Text(JsonElement row, string name) => row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
