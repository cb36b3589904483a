using System.Runtime.CompilerServices;
using Parley.Documents.Gathering.Containers;
using Parley.Documents.Gathering.Fetching;

namespace Parley.Documents.Gathering;

/// <summary>
/// Gathers documents: from files, folders, patterns of paths, standard input and the web, and from the containers among them.
/// What cannot be gathered is a fault in its place; the rest goes on.
/// </summary>
/// <param name="options">The limits.</param>
/// <param name="time">Tells when a document was gathered.</param>
/// <param name="standardInput">Opens standard input, or null for the real one.</param>
public sealed class Gatherer(GatherOptions options, TimeProvider time, Func<Stream>? standardInput = null) : IDisposable
{
    private readonly ContainerOpener _containers = new(options, time);

    /// <summary>Gathers from <paramref name="inputs"/> in their order; the same inputs always give the same order.</summary>
    /// <param name="inputs">Paths of files and folders, patterns such as <c>news/**/*.html</c>, <c>-</c> for standard input, http and https addresses.</param>
    /// <param name="cancellation">Stops the gathering.</param>
    public async IAsyncEnumerable<Gathered> GatherAsync(IReadOnlyList<string> inputs, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var number = 0;
        foreach (var input in inputs)
        {
            await foreach (var raw in InputAsync(input, cancellation).ConfigureAwait(false))
            {
                await foreach (var (document, fault) in _containers.OpenAsync(raw, cancellation).ConfigureAwait(false))
                {
                    yield return document is not null ? new Gathered(number++, document) : new Gathered(number++, fault!);
                }
            }
        }
    }

    /// <summary>The documents in a page that was fetched already; lists of feeds in it are not followed.</summary>
    /// <param name="address">The address by which it was asked for: its name and origin.</param>
    /// <param name="page">The page.</param>
    /// <param name="cancellation">Stops the unpacking.</param>
    public async IAsyncEnumerable<Gathered> OpenAsync(string address, FetchedPage page, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(address);
        ArgumentNullException.ThrowIfNull(page);
        var number = 0;
        await foreach (var (document, fault) in _containers.OpenAsync(ContainerOpener.Item(address, page, isNamed: false), cancellation).ConfigureAwait(false))
        {
            yield return document is not null ? new Gathered(number++, document) : new Gathered(number++, fault!);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _containers.Dispose();

    private async IAsyncEnumerable<RawItem> InputAsync(string input, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (input == "-")
        {
            yield return await StandardInputAsync(cancellation).ConfigureAwait(false);
        }
        else if (PageFetcher.IsAddress(input))
        {
            yield return await _containers.FetchAsync(input, cancellation).ConfigureAwait(false);
        }
        else if (File.Exists(input))
        {
            yield return await FileInput.ReadAsync(input, isNamed: true, options, time, cancellation).ConfigureAwait(false);
        }
        else if (Directory.Exists(input) || PathPattern.Is(input))
        {
            var any = false;
            foreach (var (path, fault) in Directory.Exists(input) ? FolderWalk.Files(input) : FolderWalk.Matching(input))
            {
                any = true;
                yield return fault is not null
                    ? new RawItem { Name = path, Origin = path, Fault = fault }
                    : await FileInput.ReadAsync(path, isNamed: false, options, time, cancellation).ConfigureAwait(false);
            }

            if (!any)
            {
                yield return RawItem.Failed(input, null, "holds no files", "check the path; hidden files and ledgers are passed over");
            }
        }
        else
        {
            yield return RawItem.Failed(input, null, "is not there", "give a file, a folder, a pattern such as news/*.html, an http address, or - for standard input");
        }
    }

    private async Task<RawItem> StandardInputAsync(CancellationToken cancellation)
    {
        var stream = (standardInput ?? Console.OpenStandardInput)();
        await using (stream.ConfigureAwait(false))
        {
            var bytes = await BoundedRead.AllAsync(stream, options.MaxDocumentBytes, 0, cancellation).ConfigureAwait(false);
            return bytes is null
                ? RawItem.Failed("stdin", null, $"is larger than {options.MaxDocumentBytes:N0} bytes", "split it, or raise the limit on document size (--max-bytes)")
                : new RawItem { Name = "stdin", Origin = "stdin", Bytes = bytes, IsNamed = true };
        }
    }
}
