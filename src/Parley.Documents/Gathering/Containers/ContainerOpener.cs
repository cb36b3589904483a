using System.Runtime.CompilerServices;
using Parley.Documents.Decoding;
using Parley.Documents.Formats;
using Parley.Documents.Formats.Feeds;
using Parley.Documents.Gathering.Fetching;
using Parley.Records;

namespace Parley.Documents.Gathering.Containers;

/// <summary>Recognises what was gathered, and opens containers until only documents and faults are left.</summary>
internal sealed class ContainerOpener(GatherOptions options, TimeProvider time) : IDisposable
{
    private readonly PageFetcher _fetcher = new(options.Fetching, time);

    public void Dispose() => _fetcher.Dispose();

    internal async Task<RawItem> FetchAsync(string address, CancellationToken cancellation)
    {
        var result = await _fetcher.AskAsync(new PageRequest(address), cancellation).ConfigureAwait(false);
        return result.Page is { } page ? Item(address, page, isNamed: true) : new RawItem { Name = address, Origin = address, Fault = result.Fault };
    }

    /// <summary>A fetched page under the address by which it was asked for.</summary>
    internal static RawItem Item(string address, FetchedPage page, bool isNamed) => new()
    {
        Name = address,
        Origin = address,
        Bytes = page.Bytes,
        ClaimedCharset = DeclaredCharset.OfContentType(page.ContentType),
        IsNamed = isNamed,
    };

    /// <summary>The documents and faults that <paramref name="raw"/> stands for.</summary>
    internal IAsyncEnumerable<(Document? Document, Fault? Fault)> OpenAsync(RawItem raw, CancellationToken cancellation) =>
        OpenAsync(raw, 0, new UnpackingBudget(options), cancellation);

    private async IAsyncEnumerable<(Document? Document, Fault? Fault)> OpenAsync(
        RawItem raw, int depth, UnpackingBudget budget, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (raw.Fault is { } known)
        {
            yield return (null, known);
            yield break;
        }

        var recognition = Recognition.Of(raw.Bytes.Span, raw.Name, raw.ClaimedCharset);
        if (recognition.Refusal is { } refusal)
        {
            yield return (null, new Fault(raw.Name, null, refusal.Problem, refusal.Remedy));
            yield break;
        }

        if (recognition.Format is { } format and not (DocumentFormat.Zip or DocumentFormat.Warc or DocumentFormat.Opml))
        {
            yield return (ToDocument(raw, format, recognition.Charset), null);
            if (format != DocumentFormat.Email)
            {
                yield break;
            }
        }

        if (depth == options.MaxContainerDepth && recognition.Format != DocumentFormat.Email)
        {
            yield return (null, new Fault(raw.Name, null, $"is a container inside {depth} others", "unpack the outer ones first"));
            yield break;
        }

        if (depth < options.MaxContainerDepth)
        {
            await foreach (var inner in ContentAsync(raw, recognition, budget, cancellation).ConfigureAwait(false))
            {
                await foreach (var result in OpenAsync(inner, depth + 1, budget, cancellation).ConfigureAwait(false))
                {
                    yield return result;
                }

                if (budget.IsSpent)
                {
                    yield break;
                }
            }
        }
    }

    private IAsyncEnumerable<RawItem> ContentAsync(RawItem raw, Recognition recognition, UnpackingBudget budget, CancellationToken cancellation) => recognition switch
    {
        { IsGzip: true } => GunzipAsync(raw, budget, cancellation),
        { Format: DocumentFormat.Zip } => ZipContainer.OpenAsync(raw, options, budget, cancellation),
        { Format: DocumentFormat.Email } => MailContainer.OpenAsync(raw, budget, cancellation),
        { Format: DocumentFormat.Opml } => FeedsAsync(raw, recognition.Charset, cancellation),
        _ => WarcContainer.OpenAsync(raw, BoundedRead.AsStream(raw.Bytes), endsWithMark: false, options, budget, cancellation),
    };

    private async IAsyncEnumerable<RawItem> GunzipAsync(RawItem raw, UnpackingBudget budget, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (!WarcContainer.IsInside(raw.Bytes))
        {
            yield return await GzipContainer.ReadAsync(raw, budget, cancellation).ConfigureAwait(false);
            yield break;
        }

        var unpacked = GzipContainer.Open(raw.Bytes);
        await using (unpacked.ConfigureAwait(false))
        {
            await foreach (var page in WarcContainer.OpenAsync(raw, unpacked, endsWithMark: true, options, budget, cancellation).ConfigureAwait(false))
            {
                yield return page;
            }
        }
    }

    private async IAsyncEnumerable<RawItem> FeedsAsync(RawItem raw, string? charset, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (!raw.IsNamed)
        {
            // A list that lies in a folder or archive, or that another list names, must not make Parley go to the network.
            yield return RawItem.Failed(raw.Name, null, "is a list of feeds, and those are fetched only if the list itself is given", "give this file or address by itself");
            yield break;
        }

        var (feeds, broken) = OpmlList.Read(TextDecoder.Decode(raw.Bytes, Charsets.Find(charset)!).Text);
        foreach (var feed in feeds.Take(options.MaxFeeds))
        {
            yield return PageFetcher.IsAddress(feed)
                ? await FetchAsync(feed, cancellation).ConfigureAwait(false) with { IsNamed = false }
                : RawItem.Failed(raw.Name, null, "names a feed that is no http address", "correct the list");
        }

        if (broken is not null)
        {
            var (place, problem, remedy) = XmlText.Explain(broken);
            yield return RawItem.Failed(raw.Name, place, problem, remedy);
        }
        else if (feeds.Count == 0 || feeds.Count > options.MaxFeeds)
        {
            yield return RawItem.Failed(raw.Name, null, feeds.Count == 0 ? "names no feed" : $"names more than {options.MaxFeeds:N0} feeds; the rest were not read", "check or split the list");
        }
    }

    private Document ToDocument(RawItem raw, DocumentFormat format, string? charset) => new()
    {
        Name = raw.Name,
        Origin = raw.Origin,
        Bytes = raw.Bytes,
        Sha256 = ContentHash.Of(raw.Bytes.Span),
        GatheredAt = raw.GatheredAt ?? time.GetUtcNow(),
        Format = format,
        Charset = charset,
    };
}
