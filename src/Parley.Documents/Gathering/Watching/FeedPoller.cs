using System.Runtime.CompilerServices;
using Parley.Documents.Gathering.Fetching;
using Parley.Records;

namespace Parley.Documents.Gathering.Watching;

/// <summary>
/// Asks feeds for what is new: conditionally, within what robots.txt allows, and less and less often where it fails. Answers come in the
/// order of the feeds; a few are asked at once, one host never twice at once.
/// </summary>
public sealed class FeedPoller(PageFetcher fetcher, Courtesy courtesy, TimeProvider time, TimeSpan interval)
{
    /// <summary>The longest time for which a feed is left alone by itself.</summary>
    public static readonly TimeSpan LongestBackOff = TimeSpan.FromDays(1);

    /// <summary>The longest time for which a server may send Parley away.</summary>
    public static readonly TimeSpan LongestRetryAfter = TimeSpan.FromDays(7);

    private const int AtOnce = 16;

    /// <summary>Asks those feeds that are due.</summary>
    public async IAsyncEnumerable<FeedAnswer> PollAsync(IReadOnlyList<string> feeds, WatchState state, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(feeds);
        ArgumentNullException.ThrowIfNull(state);
        var now = time.GetUtcNow();
        foreach (var batch in feeds.Where(f => state.Of(f).IsDue(now)).Chunk(AtOnce))
        {
            foreach (var asked in batch.Select(f => AskAsync(f, state.Of(f), cancellation)).ToList())
            {
                yield return await asked.ConfigureAwait(false);
            }
        }
    }

    /// <summary>For how long a feed is left alone after so many failures in a row: twice as long each time.</summary>
    internal static TimeSpan BackOff(TimeSpan interval, int failures)
    {
        var factor = Math.Pow(2, Math.Clamp(failures, 0, 20));
        return interval.TotalSeconds * factor >= LongestBackOff.TotalSeconds ? LongestBackOff : interval * factor;
    }

    private async Task<FeedAnswer> AskAsync(string feed, FeedState known, CancellationToken cancellation)
    {
        var result = await fetcher.AskAsync(
            new PageRequest(feed) { ETag = known.ETag, LastModified = known.LastModified, Courtesy = courtesy }, cancellation).ConfigureAwait(false);
        if (result.Fault is { } fault)
        {
            var wait = BackOff(interval, known.Failures);
            var wanted = result.RetryAfter > LongestRetryAfter ? LongestRetryAfter : result.RetryAfter;
            return new FeedAnswer(feed, null, fault, known with
            {
                Failures = known.Failures + 1,
                NotBefore = time.GetUtcNow() + (wanted > wait ? wanted.Value : wait),
                IsGone = result.Status == 410,
            });
        }

        var page = result.Page!;
        var answered = known with { Failures = 0, NotBefore = null };
        if (page.IsUnchanged)
        {
            return new FeedAnswer(feed, null, null, answered);
        }

        answered = answered with { ETag = page.ETag, LastModified = page.LastModified };
        var hash = ContentHash.Of(page.Bytes.Span).Hex;
        return hash == known.Sha256
            ? new FeedAnswer(feed, null, null, answered)
            : new FeedAnswer(feed, page, null, answered with { Sha256 = hash, Problem = null });
    }
}

/// <summary>What a feed answered.</summary>
/// <param name="Feed">Its address.</param>
/// <param name="Page">What is new, or null if nothing is or it failed.</param>
/// <param name="Fault">What went wrong, or null.</param>
/// <param name="Next">What to remember, once the page has been recorded.</param>
public sealed record FeedAnswer(string Feed, FetchedPage? Page, Fault? Fault, FeedState Next);
