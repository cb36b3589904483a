using System.Globalization;
using System.Text.Json;

namespace Parley.Training.Scoring;

/// <summary>
/// Measures exported figures, agreements and forecasts against an annotated reading. A record is found if it overlaps one of the gold in
/// the same document, one to one, the longest overlap first, and its fields agree.
/// </summary>
public static class RecordEvaluation
{
    private static readonly string[] s_numbers = ["value", "low", "high"];

    private static readonly (string Kind, string What, Func<JsonElement, JsonElement, bool> Agrees)[] s_measures =
    [
        ("figures", "value, unit and claimant", (g, s) => SameNumber(g, s) && Same(g, s, "unit", "unit") && SameName(g, s, "claimant", "claimant")),
        ("figures", "value and unit", (g, s) => SameNumber(g, s) && Same(g, s, "unit", "unit")),
        ("agreements", "name, claim and claimant", (g, s) => SameName(g, s, "agreement", "agreement") && Same(g, s, "claim", "claim") && SameName(g, s, "claimant", "claimant")),
        ("agreements", "place", (_, _) => true),
        ("forecasts", "actor", (g, s) => SameName(g, s, "actor", "actor")),
        ("forecasts", "place", (_, _) => true),
    ];

    /// <summary>Prints precision, recall and F1 of each kind.</summary>
    /// <param name="gold">Folder with figures.jsonl, agreements.jsonl and forecasts.jsonl as annotated.</param>
    /// <param name="exports">Folder with files of the same names, written by <c>parley export</c>.</param>
    /// <param name="output">Where to.</param>
    public static void Run(string gold, string exports, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        foreach (var (kind, what, agrees) in s_measures)
        {
            var wanted = Read(Path.Combine(gold, kind + ".jsonl"));
            var system = Read(Path.Combine(exports, kind + ".jsonl"));
            var right = Match(wanted, system, agrees);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{kind,-11} {what,-25} gold {wanted.Count}  system {system.Count}  P {Score.Percent(right, system.Count):0.0}  R {Score.Percent(right, wanted.Count):0.0}  F1 {Score.F1(right, system.Count, wanted.Count):0.0}"));
        }
    }

    private static List<JsonElement> Read(string path) =>
        [.. File.ReadLines(path).Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement)];

    private static int Match(List<JsonElement> gold, List<JsonElement> system, Func<JsonElement, JsonElement, bool> agrees)
    {
        var used = new HashSet<int>();
        var right = 0;
        foreach (var wanted in gold)
        {
            var best = -1;
            var longest = 0;
            for (var i = 0; i < system.Count; i++)
            {
                var overlap = Overlap(wanted, system[i]);
                if (overlap > longest && !used.Contains(i) && agrees(wanted, system[i]))
                {
                    (best, longest) = (i, overlap);
                }
            }

            if (best >= 0)
            {
                used.Add(best);
                right++;
            }
        }

        return right;
    }

    private static int Overlap(JsonElement gold, JsonElement system) => Text(gold, "doc") != Text(system, "document") ? 0
        : Math.Min(gold.GetProperty("end").GetInt32(), system.GetProperty("end").GetInt32()) - Math.Max(gold.GetProperty("start").GetInt32(), system.GetProperty("start").GetInt32());

    private static bool SameNumber(JsonElement gold, JsonElement system) => s_numbers.All(name => Number(gold, name) == Number(system, name));

    private static decimal? Number(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDecimal() : null;

    private static bool Same(JsonElement gold, JsonElement system, string g, string s) => string.Equals(Text(gold, g), Text(system, s), StringComparison.OrdinalIgnoreCase);

    // One name may be a longer form of the other: "IMF's staff" and "IMF".
    private static bool SameName(JsonElement gold, JsonElement system, string g, string s)
    {
        var (a, b) = (Plain(Text(gold, g)), Plain(Text(system, s)));
        return a == b || (a.Length > 0 && b.Length > 0 && (a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal)));
    }

    private static string Plain(string? name) => (name ?? "").ToLowerInvariant().Replace("the ", "", StringComparison.Ordinal).Trim();

    private static string? Text(JsonElement row, string name) => row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
