using System.Collections.Immutable;
using Parley.Documents.Decoding;
using Parley.Documents.Formats;
using Parley.Documents.Formats.Feeds;
using Parley.Documents.Gathering.Fetching;
using Parley.Records;

namespace Parley.Documents.Gathering.Watching;

/// <summary>The feeds of an OPML list, as somebody else may have written it.</summary>
/// <param name="Feeds">Their addresses in order, each once.</param>
/// <param name="Faults">What is wrong with the list.</param>
public sealed record FeedList(ImmutableArray<string> Feeds, ImmutableArray<Fault> Faults)
{
    /// <summary>Reads a list from a file or an address.</summary>
    /// <param name="input">The path, or an http address.</param>
    /// <param name="fetcher">Fetches the list if it has an address.</param>
    /// <param name="options">The limits.</param>
    /// <param name="time">Tells how long a pipe may take to open.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static async Task<FeedList> ReadAsync(string input, PageFetcher fetcher, GatherOptions options, TimeProvider time, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(input);
        ArgumentNullException.ThrowIfNull(fetcher);
        ArgumentNullException.ThrowIfNull(options);
        ReadOnlyMemory<byte> bytes;
        if (PageFetcher.IsAddress(input))
        {
            var result = await fetcher.AskAsync(new PageRequest(input), cancellation).ConfigureAwait(false);
            if (result.Fault is { } failed)
            {
                return new FeedList([], [failed]);
            }

            bytes = result.Page!.Bytes;
        }
        else
        {
            var raw = await FileInput.ReadAsync(input, isNamed: true, options, time, cancellation).ConfigureAwait(false);
            if (raw.Fault is { } failed)
            {
                return new FeedList([], [failed]);
            }

            bytes = raw.Bytes;
        }

        return Of(input, bytes, options.MaxFeeds);
    }

    private static FeedList Of(string input, ReadOnlyMemory<byte> bytes, int most)
    {
        var recognition = Recognition.Of(bytes.Span, input, claimedCharset: null);
        if (recognition.Format != DocumentFormat.Opml)
        {
            return new FeedList([], [new Fault(input, null, "is no list of feeds", "give an OPML file, <opml version=\"2.0\"> with an <outline xmlUrl=\"…\"/> for each feed")]);
        }

        var faults = ImmutableArray.CreateBuilder<Fault>();
        var (all, broken) = OpmlList.Read(TextDecoder.Decode(bytes, Charsets.Find(recognition.Charset)!).Text);
        foreach (var other in all.Where(f => !PageFetcher.IsAddress(f)))
        {
            faults.Add(new Fault(input, VisibleText.OneLine(other.Length > 200 ? other[..200] : other), "is no http address of a feed", "correct the list"));
        }

        var feeds = all.Where(PageFetcher.IsAddress).ToImmutableArray();
        if (broken is not null)
        {
            var (place, problem, remedy) = XmlText.Explain(broken);
            faults.Add(new Fault(input, place, problem, remedy));
        }
        else if (feeds.Length == 0)
        {
            faults.Add(new Fault(input, null, "names no feed", "put an <outline xmlUrl=\"…\"/> for each feed into it"));
        }

        if (feeds.Length > most)
        {
            faults.Add(new Fault(input, null, $"names more than {most:N0} feeds; the rest are not asked", "split the list"));
            feeds = feeds[..most];
        }

        return new FeedList(feeds, faults.ToImmutable());
    }
}
