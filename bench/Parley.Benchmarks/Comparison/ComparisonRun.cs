using System.Diagnostics;
using System.Globalization;
using Parley.Analysis;
using Parley.Benchmarks.Made;
using Parley.Ledger;

namespace Parley.Benchmarks.Comparison;

/// <summary>
/// <c>compare [STATEMENTS [SEED]]</c>: makes a ledger of so many statements, adds articles to it one by one, each with what it changes among
/// claims and conflicts, asks for the claims and conflicts of the last day as <c>parley claims --since</c> does, then compares the whole ledger
/// from scratch; tells time, processor time and memory of each, and how far the answers agree.
/// </summary>
internal static class ComparisonRun
{
    private const int Added = 20;
    private const int Together = 512;
    private const int Tail = 64; // records, more than an article has

    public static int Run(IReadOnlyList<string> arguments, TextWriter output)
    {
        var statements = arguments.Count > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 100_000;
        var made = new MadeReadings(arguments.Count > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 1);
        var folder = Directory.CreateTempSubdirectory("parley-compare-");
        try
        {
            var path = Path.Combine(folder.FullName, "made.db");
            var making = Stopwatch.StartNew();
            using (var writer = LedgerWriter.Open(path))
            {
                for (var left = statements / MadeReadings.StatementsEach; left > 0; left -= Together)
                {
                    writer.Append([.. Enumerable.Range(0, Math.Min(left, Together)).Select(_ => made.Next())]);
                }
            }

            Tell(output, $"{statements} statements recorded", making.Elapsed, new FileInfo(path).Length);
            var companions = AddOneByOne(path, made, output);
            FromScratch(path, companions, AskForLastDay(path, output), output);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Each addition opens the ledger anew, as a new run of the program does.</summary>
    private static Dictionary<string, HashSet<string>> AddOneByOne(string path, MadeReadings made, TextWriter output)
    {
        var times = new List<(double Wall, double Processor)>();
        var companions = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var conflicts = 0;
        for (var i = 0; i < Added; i++)
        {
            var reading = made.Next();
            var start = Stopwatch.GetTimestamp();
            var busy = Process.GetCurrentProcess().TotalProcessorTime;
            long before;
            using (var writer = LedgerWriter.Open(path))
            {
                before = writer.Head.Sequence;
                writer.Append(reading);
            }

            using (var reader = LedgerReader.Open(path))
            {
                var added = reader.NewSince(before).ToList();
                var findings = Analyst.Analyse(new ComparisonRecords(reader).Around([.. added.Select(a => a.Article)], added[0].Sequence));
                var fresh = added.SelectMany(a => a.NewStatementIds).ToHashSet();
                foreach (var claim in findings.Claims)
                {
                    foreach (var statement in claim.Statements.Where(s => fresh.Contains(s.Id)))
                    {
                        companions[statement.Id] = [.. claim.Statements.Select(s => s.Id).Where(s => s != statement.Id)];
                    }
                }

                conflicts += findings.Conflicts.Count(c => c.StatementIds.Any(fresh.Contains));
            }

            times.Add((Stopwatch.GetElapsedTime(start).TotalSeconds, (Process.GetCurrentProcess().TotalProcessorTime - busy).TotalSeconds));
        }

        // The first pays for compiling.
        var later = times.Skip(1).ToList();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"adding one article: median {Median(later.Select(t => t.Wall)):F3} s, longest {later.Max(t => t.Wall):F3} s, first {times[0].Wall:F3} s; processor median {Median(later.Select(t => t.Processor)):F3} s; {companions.Count(c => c.Value.Count > 0)} of {companions.Count} statements joined to others, {conflicts} conflicts met; peak {Peak()} MiB"));
        return companions;
    }

    /// <summary>The ledger is opened anew, as a new run of the program does.</summary>
    private static Findings AskForLastDay(string path, TextWriter output)
    {
        var watch = Stopwatch.StartNew();
        var busy = Process.GetCurrentProcess().TotalProcessorTime;
        using var reader = LedgerReader.Open(path);
        var day = reader.NewSince(reader.Head.Sequence - Tail).Max(a => a.Article.PublicationDay)!.Value;
        var records = RecordSet.Of(new ComparisonRecords(reader).For(new ArticleFilter { PublishedFrom = day }));
        var findings = Analyst.Analyse(records).Narrow(new StatementMatch { Since = day });
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"claims and conflicts since {day:yyyy-MM-dd}: {findings.Claims.Length} claims, {findings.Conflicts.Length} conflicts of {records.Articles.Count(a => a.PublicationDay >= day)} articles, compared with {records.Articles.Length} in {watch.Elapsed.TotalSeconds:F1} s, processor {(Process.GetCurrentProcess().TotalProcessorTime - busy).TotalSeconds:F1} s; peak {Peak()} MiB"));
        return findings;
    }

    private static void FromScratch(string path, Dictionary<string, HashSet<string>> companions, Findings lastDay, TextWriter output)
    {
        var watch = Stopwatch.StartNew();
        var busy = Process.GetCurrentProcess().TotalProcessorTime;
        using var reader = LedgerReader.Open(path);
        var records = RecordSet.Of(reader.Articles());
        var read = watch.Elapsed;
        var findings = Analyst.Analyse(records);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"from scratch: {records.Statements.Length} statements read in {read.TotalSeconds:F1} s, compared in {(watch.Elapsed - read).TotalSeconds:F1} s, processor {(Process.GetCurrentProcess().TotalProcessorTime - busy).TotalSeconds:F1} s; {findings.Claims.Length} claims, {findings.Conflicts.Length} conflicts; peak {Peak()} MiB"));

        var since = lastDay.Records.Articles.Max(a => a.PublicationDay);
        var whole = findings.Narrow(new StatementMatch { Since = since });
        var claims = whole.Claims.Select(KeyOf).ToHashSet(StringComparer.Ordinal);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"of the {claims.Count} claims since {since:yyyy-MM-dd} {lastDay.Claims.Count(c => claims.Contains(KeyOf(c)))} have the same statements in both"));
        var fresh = whole.Records.Statements.Where(s => s.In.PublicationDay >= since).Select(s => s.Statement.Id)
            .Concat(whole.Records.Figures.Where(f => f.In.PublicationDay >= since).Select(f => f.Figure.Id)).ToHashSet(StringComparer.Ordinal);
        foreach (var kind in whole.Conflicts.GroupBy(c => c.Kind))
        {
            var near = lastDay.Conflicts.Where(c => c.Kind == kind.Key).ToList();
            var keys = near.Select(KeyOf).ToHashSet(StringComparer.Ordinal);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"of the {kind.Count()} conflicts of kind {kind.Key} {kind.Count(c => near.Exists(n => Meets(n, c, fresh)))} are met in the comparison with what is near, {kind.Count(c => keys.Contains(KeyOf(c)))} with the same statements; {near.Count(n => !kind.Any(c => Meets(n, c, fresh)))} only there"));
        }

        // Of an added statement only what was recorded before it counts.
        var places = companions.Keys.Select((id, place) => (id, place)).ToDictionary(p => p.id, p => p.place, StringComparer.Ordinal);
        var joined = findings.Claims.SelectMany(c => c.Statements.Where(s => places.ContainsKey(s.Id))
                .Select(s => (s.Id, Others: c.Statements.Select(o => o.Id).Where(o => places.GetValueOrDefault(o, -1) < places[s.Id]).ToHashSet())))
            .Where(s => s.Others.Count > 0).ToList();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"of {joined.Count} added statements that the comparison from scratch joins to others, {joined.Count(s => s.Others.Overlaps(companions[s.Id]))} were joined to one of these when they were added"));
    }

    /// <summary>Whether both set a fresh statement or figure against the same other one.</summary>
    private static bool Meets(Conflict a, Conflict b, HashSet<string> fresh)
    {
        var shared = a.StatementIds.Intersect(b.StatementIds).ToList();
        return shared.Count > 1 && shared.Exists(fresh.Contains);
    }

    private static string KeyOf(Claim claim) => string.Join('|', claim.Statements.Select(s => s.Id).Order(StringComparer.Ordinal));

    private static string KeyOf(Conflict conflict) => $"{conflict.Kind} {string.Join('|', conflict.StatementIds.Order(StringComparer.Ordinal))}";

    private static void Tell(TextWriter output, string what, TimeSpan time, long bytes) => output.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{what} in {time.TotalSeconds:F1} s, {bytes >> 20} MiB on disk; peak {Peak()} MiB"));

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static long Peak()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 >> 20;
    }
}
