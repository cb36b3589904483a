using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Parley.Documents.Articles;
using Parley.Documents.Formats;
using Parley.Documents.Gathering;
using Parley.Documents.Gathering.Fetching;
using Parley.Records;

namespace Parley.Extraction;

/// <summary>
/// Documents in, readings and faults out: gathers one after another, extracts on all cores, and gives the results back in the order of
/// gathering, so that the thread count changes nothing.
/// </summary>
public sealed class ExtractionPipeline(Gatherer gatherer, DocumentReader reader, ArticleExtractor extractor)
{
    private readonly ArticleSplitter _splitter = new();

    /// <summary>Gathers and extracts <paramref name="inputs"/>.</summary>
    /// <param name="inputs">Paths, patterns, addresses or <c>-</c>, as <see cref="Gatherer"/> takes them.</param>
    /// <param name="threads">Documents in work at once, 1 or more.</param>
    /// <param name="cancellation">Stops the work; what was given back before is whole.</param>
    public IAsyncEnumerable<Extracted> ExtractAsync(IReadOnlyList<string> inputs, int threads, CancellationToken cancellation = default) =>
        ExtractAsync(gatherer.GatherAsync(inputs, cancellation), threads, cancellation);

    /// <summary>Extracts what is in a page that was fetched already.</summary>
    /// <param name="address">The address by which it was asked for.</param>
    /// <param name="page">The page.</param>
    /// <param name="cancellation">Stops the work.</param>
    public IAsyncEnumerable<Extracted> ExtractAsync(string address, FetchedPage page, CancellationToken cancellation = default) =>
        ExtractAsync(gatherer.OpenAsync(address, page, cancellation), threads: 1, cancellation);

    private async IAsyncEnumerable<Extracted> ExtractAsync(
        IAsyncEnumerable<Gathered> all, int threads, [EnumeratorCancellation] CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        // The channel holds work already begun; its bound is what limits the documents in memory.
        var begun = Channel.CreateBounded<Task<Extracted>>(new BoundedChannelOptions(threads) { SingleReader = true, SingleWriter = true });
        var gathering = GatherAsync(all, begun.Writer, stop.Token);
        try
        {
            await foreach (var work in begun.Reader.ReadAllAsync(cancellation).ConfigureAwait(false))
            {
                yield return await work.ConfigureAwait(false);
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await gathering.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task GatherAsync(IAsyncEnumerable<Gathered> all, ChannelWriter<Task<Extracted>> begun, CancellationToken cancellation)
    {
        try
        {
            await foreach (var gathered in all.WithCancellation(cancellation).ConfigureAwait(false))
            {
                var work = gathered.Document is { } document
                    ? Task.Run(() => ExtractAsync(gathered.Number, document, cancellation), cancellation)
                    : Task.FromResult(new Extracted(gathered.Number, null, [gathered.Fault!]));
                await begun.WriteAsync(work, cancellation).ConfigureAwait(false);
            }

            begun.Complete();
        }
        catch (Exception e)
        {
            begun.Complete(e);
            throw;
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "A defect in one document must not lose the rest of the batch; it is reported as such.")]
    private async Task<Extracted> ExtractAsync(int number, Document document, CancellationToken cancellation)
    {
        try
        {
            var read = await reader.ReadAsync(document, cancellation).ConfigureAwait(false);
            if (read.Texts.IsEmpty)
            {
                return new Extracted(number, null, read.Faults);
            }

            var articles = ImmutableArray.CreateBuilder<ArticleReading>();
            foreach (var text in read.Texts)
            {
                foreach (var article in _splitter.Split(document.Sha256, articles.Count, text))
                {
                    cancellation.ThrowIfCancellationRequested();
                    articles.Add(extractor.Extract(article));
                }
            }

            return new Extracted(number, new Reading(read.Document, articles.DrainToImmutable()), read.Faults);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return new Extracted(number, null,
                [new Fault(document.Name, null, $"a defect of the program stopped the reading ({e.GetType().Name}: {e.Message})",
                    "the document was not recorded; report it, with the trace that --verbose prints")])
            {
                Defect = e,
            };
        }
    }
}
