using System.Text;
using BenchmarkDotNet.Attributes;
using Parley.Benchmarks.Made;
using Parley.Coding;
using Parley.Documents.Articles;
using Parley.Documents.Formats;
using Parley.Extraction;
using Parley.Ledger;
using Parley.Records;
using Parley.Resolution.Actors;

namespace Parley.Benchmarks.Ledger;

/// <summary>Acknowledged appends of whole readings to a new ledger on disk: readings per second is <see cref="Readings"/> divided by the mean in seconds.</summary>
public class AppendBenchmarks
{
    private Reading[] _readings = [];
    private string _folder = "";

    [Params(256)]
    public int Readings { get; set; }

    [GlobalSetup]
    public async Task Make()
    {
        var (reader, splitter, extractor) = (new DocumentReader(), new ArticleSplitter(), new ArticleExtractor(CodingTables.Default, ActorDirectory.BuiltIn));
        var readings = new List<Reading>();
        for (var seed = 0; seed < Readings; seed++)
        {
            var document = MadeDocument.Gathered(DocumentFormat.PlainText, Encoding.UTF8.GetBytes(MadeText.Report(seed, 10))) with { Origin = $"/made/{seed}" };
            var texts = await reader.ReadAsync(document);
            readings.Add(new Reading(texts.Document, [.. splitter.Split(document.Sha256, 0, texts.Texts[0]).Select(extractor.Extract)]));
        }

        _readings = [.. readings];
    }

    [IterationSetup]
    public void NewFolder() => _folder = Directory.CreateTempSubdirectory("parley-bench-").FullName;

    [IterationCleanup]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Benchmark(Baseline = true)]
    public long OneByOne()
    {
        using var writer = LedgerWriter.Open(Path.Combine(_folder, "one.db"));
        foreach (var reading in _readings)
        {
            writer.Append(reading);
        }

        return writer.Head.Sequence;
    }

    [Benchmark]
    public long InGroupsOf64()
    {
        using var writer = LedgerWriter.Open(Path.Combine(_folder, "groups.db"));
        foreach (var group in _readings.Chunk(64))
        {
            writer.Append(group);
        }

        return writer.Head.Sequence;
    }
}
