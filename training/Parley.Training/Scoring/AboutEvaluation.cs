using System.Globalization;
using System.Text.Json;

namespace Parley.Training.Scoring;

/// <summary>
/// Measures which statements a statement is said to answer (<c>about</c>) against an annotated reading. Statements are paired by their contents,
/// which must overlap by half of what they cover together, the greatest overlap first; a link counts if both its ends are so paired.
/// </summary>
public static class AboutEvaluation
{
    private const double LeastOverlap = 0.5;

    private sealed record Row(string Id, string Document, int Start, int End, string[] About);

    /// <summary>Prints precision, recall and F1 of the links, and how many statements have exactly those annotated.</summary>
    /// <param name="gold">File statements.jsonl as annotated.</param>
    /// <param name="exports">File of the same form, written by <c>parley export statements</c>.</param>
    /// <param name="output">Where to.</param>
    public static void Run(string gold, string exports, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var wanted = Read(gold, "doc");
        var system = Read(exports, "document");
        var pairs = Pair(wanted, system);
        var partner = pairs.ToDictionary(p => p.System.Id, p => p.Gold.Id, StringComparer.Ordinal);
        var (right, told, exact, answers) = (0, 0, 0, 0);
        foreach (var (goldRow, systemRow) in pairs)
        {
            var links = systemRow.About.Select(id => partner.GetValueOrDefault(id, "")).ToHashSet(StringComparer.Ordinal);
            var hits = goldRow.About.Count(links.Contains);
            (right, told) = (right + hits, told + systemRow.About.Length);
            if (goldRow.About.Length > 0)
            {
                answers++;
                exact += hits == goldRow.About.Length && links.Count == hits ? 1 : 0;
            }
        }

        var all = wanted.Sum(row => row.About.Length);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{"about",-11} {"links",-25} gold {all}  system {told}  P {Score.Percent(right, told):0.0}  R {Score.Percent(right, all):0.0}  F1 {Score.F1(right, told, all):0.0}  exact in {exact} of {answers} statements found"));
    }

    private static List<Row> Read(string path, string document) =>
    [
        .. File.ReadLines(path).Where(line => line.Length > 0).Select(line =>
        {
            using var row = JsonDocument.Parse(line);
            var root = row.RootElement;
            var content = root.GetProperty("content");
            return new Row(root.GetProperty("id").GetString()!, root.GetProperty(document).GetString()!, content.GetProperty("start").GetInt32(), content.GetProperty("end").GetInt32(),
                [.. root.GetProperty("about").EnumerateArray().Select(id => id.GetString()!)]);
        }),
    ];

    private static List<(Row Gold, Row System)> Pair(List<Row> gold, List<Row> system)
    {
        var candidates = new List<(double Share, Row Gold, Row System)>();
        foreach (var wanted in gold)
        {
            foreach (var found in system.Where(s => s.Document == wanted.Document))
            {
                var shared = Math.Min(wanted.End, found.End) - Math.Max(wanted.Start, found.Start);
                var share = (double)shared / (Math.Max(wanted.End, found.End) - Math.Min(wanted.Start, found.Start));
                if (share >= LeastOverlap)
                {
                    candidates.Add((share, wanted, found));
                }
            }
        }

        var used = new HashSet<Row>(ReferenceEqualityComparer.Instance);
        var pairs = new List<(Row Gold, Row System)>();
        foreach (var (_, wanted, found) in candidates.OrderByDescending(c => c.Share).ThenBy(c => c.Gold.Id, StringComparer.Ordinal).ThenBy(c => c.System.Start))
        {
            if (!used.Contains(wanted) && !used.Contains(found))
            {
                used.Add(wanted);
                used.Add(found);
                pairs.Add((wanted, found));
            }
        }

        return pairs;
    }
}
