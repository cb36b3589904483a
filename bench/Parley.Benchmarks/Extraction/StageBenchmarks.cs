using BenchmarkDotNet.Attributes;
using Parley.Attributions;
using Parley.Benchmarks.Made;
using Parley.Coding;
using Parley.Documents.Articles;
using Parley.Documents.Formats;
using Parley.Language;
using Parley.Language.Model;
using Parley.Records;
using Parley.Resolution;
using Parley.Resolution.Actors;

namespace Parley.Benchmarks.Extraction;

/// <summary>The stages one after another on one report of about 8,000 words: words per second is 8,000 divided by the mean in seconds.</summary>
[MemoryDiagnoser]
public class StageBenchmarks
{
    private readonly Parser _parser = new();
    private readonly Attributor _rules = new();
    private readonly Attributor _model = new(new ModelFinder(LanguageModel.Shipped).Find, new MakerId("attributor", "language-model", "bench"));
    private readonly Resolver _resolver = new(ActorDirectory.BuiltIn);
    private readonly Coder _coder = new(CodingTables.Default);
    private Article _article = null!;
    private ParsedArticle _parsed = null!;
    private AttributedArticle _attributed = null!;
    private ResolvedArticle _resolved = null!;

    [GlobalSetup]
    public async Task Make()
    {
        var document = MadeDocument.Gathered(DocumentFormat.PlainText, System.Text.Encoding.UTF8.GetBytes(MadeText.Report(7, 250)));
        var texts = await new DocumentReader().ReadAsync(document);
        _article = new ArticleSplitter().Split(document.Sha256, 0, texts.Texts[0])[0];
        _parsed = _parser.Parse(_article);
        _attributed = _model.Attribute(_parsed);
        _resolved = _resolver.Resolve(_attributed);
    }

    [Benchmark(Baseline = true)]
    public int Parse() => _parser.Parse(_article).Tokens.Count;

    [Benchmark]
    public int AttributeByRules() => _rules.Attribute(_parsed).Attributions.Length;

    [Benchmark]
    public int AttributeByModel() => _model.Attribute(_parsed).Attributions.Length;

    [Benchmark]
    public int Resolve() => _resolver.Resolve(_attributed).Attributions.Length;

    [Benchmark]
    public int Code() => _coder.Code(_resolved).Reading.Statements.Length;
}
