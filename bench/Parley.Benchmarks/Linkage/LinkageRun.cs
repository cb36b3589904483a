using System.Diagnostics;
using System.Globalization;
using Parley.Casualties.Linkage;

namespace Parley.Benchmarks.Linkage;

/// <summary>
/// <c>linkage [RECORDS [SEED [SURNAMES]]]</c>: generates records with known truth, links them, and tells time, memory, pairs compared, recall of
/// blocking, precision and recall of the pairs, and which kinds of true pairs were missed.
/// </summary>
internal static class LinkageRun
{
    public static int Run(IReadOnlyList<string> arguments, TextWriter output)
    {
        var records = arguments.Count > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 1_000_000;
        var seed = arguments.Count > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 1;
        var surnames = arguments.Count > 2 ? int.Parse(arguments[2], CultureInfo.InvariantCulture) : 30_000;
        var folder = Directory.CreateTempSubdirectory("parley-linkage");
        try
        {
            var (file, truthFile) = (Path.Combine(folder.FullName, "records.csv"), Path.Combine(folder.FullName, "truth.csv"));
            using (StreamWriter into = new(file), truth = new(truthFile))
            {
                new RecordGenerator(seed, surnames).Write(records, into, truth);
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
                $"{statistics.PairsCompared} pairs compared in {statistics.Passes.Length} passes; by its own account {statistics.FalsePairRate:P2} of the links false, {statistics.MixedClusterRate:P2} of the clusters mixed, recall {statistics.LinkRecall:P2}, blocking recall {statistics.BlockingRecall:P2} ({statistics.AuditedRecords} records audited)"));
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
        var score = LinkageScore.Of([.. result.Clusters.Select(c => result.Table.Ids[c])], persons);
        var candidates = new CandidatePairs(BlockingPlan.For(BlockingAtom.Of(result.Table), persons.Length, new LinkageOptions().PairsPerRecord), persons.Length, Environment.ProcessorCount);
        long met = 0;
        var recordsOf = Enumerable.Range(0, persons.Length).GroupBy(r => persons[r]).Select(g => g.ToArray()).ToList();
        foreach (var person in recordsOf)
        {
            for (var i = 0; i < person.Length; i++)
            {
                for (var j = i + 1; j < person.Length; j++)
                {
                    met += candidates.Has(person[i], person[j]) ? 1 : 0;
                }
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{score.TruePairs} true pairs: blocking recall {(double)met / score.TruePairs:F4}; linked pairs: precision {score.Precision:F4}, recall {score.Recall:F4}, F1 {score.F1:F4}; false links {1 - score.Precision:P2}, mixed clusters {score.MixedClusters:P2}"));
        LinkageMisses.Write(result, candidates, recordsOf, output);
    }
}
