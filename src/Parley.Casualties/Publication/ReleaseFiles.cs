using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Parley.Casualties.Estimation;
using Parley.Casualties.Register;
using Parley.Records;
using Parley.Rendering;

namespace Parley.Casualties.Publication;

/// <summary>Writes the files of a release: the list, the tables behind the charts, the estimates, the pages, and what proves them.</summary>
internal static class ReleaseFiles
{
    /// <summary>The file with the hashes of all others, as <c>sha256sum --check</c> reads it.</summary>
    public const string Hashes = "SHA256SUMS";

    /// <summary>What each file holds, in the order of the pages.</summary>
    public static readonly ImmutableArray<(string Name, string Content)> Contents =
    [
        ("index.html", "the release as a page"),
        ("methodology.html", "how it was made: criteria, rules, runs, seeds, versions, hashes"),
        ("changes.html", "what changed since the release before"),
        ("casualties.csv", "the published records, a row for each; safe to open in a spreadsheet"),
        ("casualties.jsonl", "the same with the evidence for every field, a JSON object for each"),
        ("weeks.csv", "deaths by week, with the nowcast"),
        ("ages.csv", "the dead by age group and sex"),
        ("regions.csv", "the dead by region"),
        ("lists.csv", "how many of the named dead are on which lists"),
        ("completeness.csv", "how complete the register is, by time, age and region"),
        ("estimates.json", "all estimates with intervals, assumptions, sensitivity"),
        ("changes.csv", "corrections and removals since the release before"),
        ("release.json", "version, cut-off, program, counts"),
        (Hashes, "SHA-256 of every other file"),
    ];

    /// <summary>The files with their bytes, the hashes last.</summary>
    public static IReadOnlyList<(string Name, byte[] Bytes)> Of(Release release)
    {
        var files = new List<(string Name, byte[] Bytes)>
        {
            ("index.html", Text(RegisterPage.Of(release))),
            ("methodology.html", Text(MethodologyPage.Of(release))),
            ("changes.html", Text(ChangesPage.Of(release))),
            ("casualties.csv", Bytes(s => RegisterExport.WriteCsv(release.Published, release.Plan.Profile, s))),
            ("casualties.jsonl", Bytes(s => RegisterExport.Write(release.Published, release.Plan.Profile, s))),
            ("weeks.csv", Csv(release.Weeks,
                ("week", w => Day(w.Monday)), ("published", w => w.Dated), ("published_spread", w => Math.Round(w.Spread, 3)), ("named_not_published", w => w.Unpublished),
                ("nowcast", w => Rounded(w.Nowcast?.Value)), ("nowcast_lower", w => Rounded(w.Nowcast?.Lower)), ("nowcast_upper", w => Rounded(w.Nowcast?.Upper)))),
            ("ages.csv", Csv(release.Ages, ("ages", a => a.Ages ?? "unknown"), ("male", a => a.Male), ("female", a => a.Female), ("unknown", a => a.Unknown))),
            ("regions.csv", Csv(release.Regions, ("region", r => r.Region ?? "unknown"), ("published", r => r.Published), ("named_not_published", r => r.Unpublished))),
            ("lists.csv", Csv(release.Lists.Patterns,
                [.. release.Lists.Names.Select((name, i) => (name, (Func<(int Pattern, int People), Cell>)(p => p.Pattern >> i & 1))), ("count", p => p.People)])),
            ("completeness.csv", Csv(release.Completeness.SelectMany(Strata),
                ("scope", s => s.Scope), ("stratum", s => s.Part.Scope), ("named", s => s.Part.Observed), ("share", s => Rounded(s.Part.Value, 4)),
                ("share_lower", s => Rounded(s.Part.Lower, 4)), ("share_upper", s => Rounded(s.Part.Upper, 4)), ("note", s => s.Part.Note))),
            ("estimates.json", Bytes(s => EstimateJson.Write([release.Nowcast, .. release.Completeness, .. release.Estimates.SelectMany(e => e.Estimates)], s))),
            ("changes.csv", Csv(release.Changes?.Changes.Where(c => c.Kind is not (ReleaseChangeKind.New or ReleaseChangeKind.NowCounted)) ?? [],
                ("id", c => c.Id), ("change", c => EnumName.Of(c.Kind)), ("fields", c => Cell.List(c.Fields)), ("into", c => c.Into))),
            ("release.json", Manifest(release)),
        };
        files.Add((Hashes, Text(string.Concat(files.OrderBy(f => f.Name, StringComparer.Ordinal).Select(f => $"{ContentHash.Of(f.Bytes).Hex}  {f.Name}\n")))));
        return files;
    }

    /// <summary>The strata of a completeness; the whole for one without.</summary>
    public static IEnumerable<(string Scope, EstimatePart Part)> Strata(Estimate completeness) => completeness.Scope is { } scope
        ? completeness.Parts.Select(p => (scope, p))
        : [("all", new EstimatePart("all", completeness.Observed, completeness.Value, null, completeness.Intervals.FirstOrDefault()?.Lower, completeness.Intervals.FirstOrDefault()?.Upper, completeness.Refusal))];

    private static byte[] Manifest(Release release) => Bytes(stream =>
    {
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("title", release.Plan.Title);
            json.WriteString("version", release.Version);
            json.WriteString("date", Day(release.Plan.Date));
            json.WriteString("previous", release.Changes?.Since);
            json.WriteString("profile", EnumName.Of(release.Plan.Profile));
            json.WriteString("program", release.Program);
            json.WriteString("cutoff", release.Cutoff);
            json.WriteString("criteria", release.Policy.Name);
            json.WriteNumber("seed", release.Plan.Seed);
            json.WriteNumber("published", release.Counts.Published);
            json.WriteNumber("withheld", release.Counts.Withheld);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    });

    private static byte[] Csv<TRow>(IEnumerable<TRow> rows, params IReadOnlyList<(string Name, Func<TRow, Cell> Value)> columns) => Bytes(stream =>
    {
        using var csv = new CsvWriter(stream, isSafe: true, hasMark: false);
        csv.WriteRow([.. columns.Select(c => (Cell)c.Name)]);
        foreach (var row in rows)
        {
            csv.WriteRow([.. columns.Select(c => c.Value(row))]);
        }
    });

    private static double? Rounded(double? value, int decimals = 1) => value is { } v ? Math.Round(v, decimals) : null;

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Bytes(Action<MemoryStream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return stream.ToArray();
    }
}
