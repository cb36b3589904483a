using System.Diagnostics;
using System.Globalization;
using Parley.Casualties.Linkage;

namespace Parley.Benchmarks.Linkage;

/// <summary>
/// <c>linkage [RECORDS [SEED]]</c>: generates records with known truth, links them, and tells time, memory, pairs compared, recall of
/// blocking, and precision and recall of the pairs.
/// </summary>
internal static class LinkageRun
{
    public static int Run(IReadOnlyList<string> arguments, TextWriter output)
    {
        var records = arguments.Count > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 1_000_000;
        var seed = arguments.Count > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 1;
        var folder = Directory.CreateTempSubdirectory("parley-linkage");
        try
        {
            var (file, truthFile) = (Path.Combine(folder.FullName, "records.csv"), Path.Combine(folder.FullName, "truth.csv"));
            using (StreamWriter into = new(file), truth = new(truthFile))
            {
                new RecordGenerator(seed).Write(records, into, truth);
            }

            var watch = Stopwatch.StartNew();
            var table = RecordTable.ReadFile(file);
            var read = watch.Elapsed;
            var result = new Linker(new LinkageOptions()).Link(table);
            var taken = watch.Elapsed;
            using var process = Process.GetCurrentProcess();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{records} records: read in {read.TotalSeconds:F1} s, all in {taken.TotalSeconds:F1} s, processor {process.TotalProcessorTime.TotalSeconds:F1} s with the generator, peak {process.PeakWorkingSet64 >> 20} MiB"));
            var statistics = result.Statistics;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{statistics.PairsCompared} pairs compared in {statistics.Passes.Length} passes; by its own account false {statistics.FalsePairRate:P2}, missed {statistics.MissedPairRate:P2}, blocking recall {statistics.BlockingRecall:P2}"));
            Score(result, truthFile, output);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Score(LinkageResult result, string truthFile, TextWriter output)
    {
        var persons = File.ReadLines(truthFile).Skip(1).Select(l => l.Split(',')[1]).ToArray();
        var truePairs = Pairs(persons.CountBy(p => p).Select(p => p.Value));
        var linked = Pairs(result.Clusters.CountBy(c => c).Select(c => c.Value));
        var hit = Pairs(Enumerable.Range(0, persons.Length).CountBy(r => (persons[r], result.Clusters[r])).Select(p => p.Value));
        var candidates = new CandidatePairs(BlockingPlan.For(result.Table, new LinkageOptions().PairsPerRecord), persons.Length);
        long met = 0;
        foreach (var person in Enumerable.Range(0, persons.Length).GroupBy(r => persons[r]).Select(g => g.ToArray()))
        {
            for (var i = 0; i < person.Length; i++)
            {
                for (var j = i + 1; j < person.Length; j++)
                {
                    met += candidates.PassesOf(person[i], person[j]) > 0 ? 1 : 0;
                }
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{truePairs} true pairs: blocking recall {(double)met / truePairs:F4}; linked pairs: precision {(double)hit / linked:F4}, recall {(double)hit / truePairs:F4}, F1 {2.0 * hit / (linked + truePairs):F4}"));
    }

    private static long Pairs(IEnumerable<int> sizes) => sizes.Sum(s => (long)s * (s - 1) / 2);
}
