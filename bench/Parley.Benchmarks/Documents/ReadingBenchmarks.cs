using BenchmarkDotNet.Attributes;
using Parley.Benchmarks.Made;
using Parley.Documents.Articles;
using Parley.Documents.Formats;
using Parley.Records;

namespace Parley.Benchmarks.Documents;

/// <summary>From bytes to articles with their blocks, a megabyte of each format: MB/s is 1 divided by the mean in seconds.</summary>
[MemoryDiagnoser]
public class ReadingBenchmarks
{
    private readonly DocumentReader _reader = new();
    private readonly ArticleSplitter _splitter = new();
    private Document _document = null!;

    [Params(DocumentFormat.PlainText, DocumentFormat.Html, DocumentFormat.Markdown, DocumentFormat.JsonLines)]
    public DocumentFormat Format { get; set; }

    [GlobalSetup]
    public void Make() => _document = MadeDocument.Of(Format, 1_000_000);

    [Benchmark(Baseline = true)]
    public async Task<int> Texts() => (await _reader.ReadAsync(_document)).Texts.Length;

    [Benchmark]
    public async Task<int> TextsAndArticles()
    {
        var count = 0;
        foreach (var text in (await _reader.ReadAsync(_document)).Texts)
        {
            count += _splitter.Split(_document.Sha256, count, text).Length;
        }

        return count;
    }
}
