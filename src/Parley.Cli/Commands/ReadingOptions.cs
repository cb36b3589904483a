using System.CommandLine;
using Parley.Coding;
using Parley.Documents.Formats;
using Parley.Documents.Gathering;
using Parley.Documents.Gathering.Fetching;
using Parley.Extraction;
using Parley.Resolution.Actors;

namespace Parley.Cli.Commands;

/// <summary>The options of all commands that read documents, and the pipeline that they describe.</summary>
internal sealed class ReadingOptions
{
    private readonly Option<bool> _allowPrivate = new("--allow-private")
    {
        Description = "Also fetch from private, loopback and link-local addresses. For pages of your own network only.",
    };

    private readonly Option<int> _threads = new("--threads")
    {
        Description = "Documents in work at once; the result is the same whatever the number.",
        HelpName = "N",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    private readonly Option<FileInfo?> _issues = new("--issues")
    {
        Description = "An issue taxonomy of your own in place of the one for peace talks.",
        HelpName = "FILE",
    };

    private readonly Option<FileInfo?> _actors = new("--actors")
    {
        Description = "Actors of your own, added to those known: lines of name, kind, country, other names and posts, separated by tabs.",
        HelpName = "FILE",
    };

    private readonly Option<int> _maxBytes = Limit("--max-bytes", "Most bytes of one document.", new GatherOptions().MaxDocumentBytes, 2_000_000_000);
    private readonly Option<long> _maxUnpacked = Limit("--max-unpacked", "Most bytes that a ZIP, WARC or gzip file may unpack to.", new GatherOptions().MaxUnpackedBytes, 1L << 40);
    private readonly Option<int> _maxText = Limit("--max-text", "Longest text of one document, in characters.", new ReadOptions().MaxTextLength, 1_000_000_000);
    private readonly Option<int> _maxLine = Limit("--max-line", "Longest line of text, in characters.", new ReadOptions().MaxLineLength, 1_000_000_000);

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var limit in (ReadOnlySpan<Option>)[_maxBytes, _maxUnpacked, _maxText, _maxLine])
        {
            command.Options.Add(limit);
        }

        command.Options.Add(_allowPrivate);
        command.Options.Add(_threads);
        command.Options.Add(_issues);
        command.Options.Add(_actors);
        _threads.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 256)
            {
                result.AddError("--threads takes a number from 1 to 256");
            }
        });
    }

    /// <summary>Begins to load what the stages will need, while the ledger is opened.</summary>
    public void LoadAhead(ParseResult parsed) => ArticleExtractor.LoadAhead(tables: parsed.GetValue(_issues) is null, actors: parsed.GetValue(_actors) is null);

    /// <summary>Reads <paramref name="inputs"/> as the options say; see <see cref="ExtractionPipeline.ExtractAsync(IReadOnlyList{string}, int, CancellationToken)"/>.</summary>
    public async IAsyncEnumerable<Extracted> ExtractAsync(
        ParseResult parsed, IReadOnlyList<string> inputs, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        using var gatherer = new Gatherer(GatherOptions(parsed), TimeProvider.System);
        await foreach (var extracted in Pipeline(parsed, gatherer).ExtractAsync(inputs, parsed.GetValue(_threads), cancellation).ConfigureAwait(false))
        {
            yield return extracted;
        }
    }

    /// <summary>The limits within which documents are gathered.</summary>
    public GatherOptions GatherOptions(ParseResult parsed) => new()
    {
        MaxDocumentBytes = parsed.GetValue(_maxBytes),
        MaxUnpackedBytes = parsed.GetValue(_maxUnpacked),
        Fetching = new FetchOptions { AllowPrivate = parsed.GetValue(_allowPrivate) },
    };

    /// <summary>The stages from what <paramref name="gatherer"/> gathers to readings.</summary>
    public ExtractionPipeline Pipeline(ParseResult parsed, Gatherer gatherer)
    {
        var tables = parsed.GetValue(_issues) is { } issues
            ? CodingTables.Load(new CodingTableFiles { Issues = issues.FullName })
            : CodingTables.Default;
        var directory = parsed.GetValue(_actors) is { } actors ? ActorDirectory.Load(actors.FullName) : ActorDirectory.BuiltIn;
        var limits = new ReadOptions { MaxTextLength = parsed.GetValue(_maxText), MaxLineLength = parsed.GetValue(_maxLine) };
        return new ExtractionPipeline(gatherer, new DocumentReader(limits, TimeProvider.System), new ArticleExtractor(tables, directory));
    }

    private static Option<T> Limit<T>(string name, string description, T usual, T most)
        where T : struct, System.Numerics.INumber<T>
    {
        var option = new Option<T>(name) { Description = description, HelpName = "N", DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<T>() is var value && (value < T.One || value > most))
            {
                result.AddError($"{name} takes a number from 1 to {most}");
            }
        });
        return option;
    }
}
