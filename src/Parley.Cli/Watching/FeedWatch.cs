using System.Runtime.CompilerServices;
using Parley.Cli.Commands;
using Parley.Cli.Output;
using Parley.Documents.Gathering.Fetching;
using Parley.Documents.Gathering.Watching;
using Parley.Extraction;
using Parley.Ledger;
using Parley.Records;

namespace Parley.Cli.Watching;

/// <summary>One round of a watch: asks the feeds that are due, records what is new, and remembers for the next round what was recorded.</summary>
internal sealed class FeedWatch(FeedPoller poller, PageFetcher fetcher, Courtesy courtesy, ExtractionPipeline pipeline, LedgerWriter ledger, string path, Terminal terminal)
{
    private const int MostPages = 100;

    /// <summary>Whether the pages to which new entries link are read, too.</summary>
    public bool FollowsLinks { get; init; }

    /// <summary>Asks and records; what is remembered of a feed changes only when its content is in the ledger.</summary>
    /// <returns>How many feeds and pages had something wrong, and what was recorded in a line.</returns>
    public async Task<(int Faults, string Summary)> AskAsync(IReadOnlyList<string> feeds, WatchState state, CancellationToken cancellation)
    {
        var recording = new Recording(ledger, terminal);
        int asked = 0, changed = 0, failed = 0;
        await foreach (var answer in poller.PollAsync(feeds, state, cancellation).ConfigureAwait(false))
        {
            asked++;
            var next = answer.Next;
            if (answer.Page is { } page)
            {
                changed++;
                next = next with { Problem = await RecordAsync(recording, answer.Feed, page, cancellation).ConfigureAwait(false) };
            }
            else if ((answer.Fault ?? Standing(answer)) is { } fault)
            {
                terminal.Tell(fault);
                failed++;
            }

            state.Feeds[answer.Feed] = next;
        }

        return (failed + recording.Faults, $"{asked} of {feeds.Count} feeds asked, {changed} with something new; {recording.Summary()}");
    }

    /// <summary>Records a feed and, if asked to, the pages it links to; gives the first thing that was wrong with the feed.</summary>
    private async Task<string?> RecordAsync(Recording recording, string feed, FetchedPage page, CancellationToken cancellation)
    {
        var links = new List<string>();
        string? problem = null;
        await recording.RecordAsync(Noted(pipeline.ExtractAsync(feed, page, cancellation), cancellation), cancellation).ConfigureAwait(false);
        if (FollowsLinks)
        {
            foreach (var link in Unread(links))
            {
                var result = await fetcher.AskAsync(new PageRequest(link) { Courtesy = courtesy }, cancellation).ConfigureAwait(false);
                await recording.RecordAsync(
                    result.Page is { } linked ? pipeline.ExtractAsync(link, linked, cancellation) : One(new Extracted(0, null, [result.Fault!])), cancellation).ConfigureAwait(false);
            }
        }

        return problem;

        async IAsyncEnumerable<Extracted> Noted(IAsyncEnumerable<Extracted> all, [EnumeratorCancellation] CancellationToken stop)
        {
            await foreach (var extracted in all.WithCancellation(stop).ConfigureAwait(false))
            {
                problem ??= extracted.Faults.FirstOrDefault()?.Problem;
                links.AddRange(extracted.Reading?.Articles.Select(a => a.Article.Url).OfType<string>() ?? []);
                yield return extracted;
            }
        }
    }

    private List<string> Unread(IEnumerable<string> links)
    {
        using var reader = LedgerReader.Open(path);
        return [.. links.Distinct(StringComparer.Ordinal)
            .Where(l => Uri.TryCreate(l, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && !reader.HasPage(l)).Take(MostPages)];
    }

    private static Fault? Standing(FeedAnswer answer) => answer.Next.Problem is { } problem
        ? new Fault(answer.Feed, null, $"is unchanged since it was found wanting ({problem})", "have it corrected where it is made, or take it out of the list")
        : null;

    private static async IAsyncEnumerable<Extracted> One(Extracted extracted)
    {
        yield return extracted;
        await Task.CompletedTask.ConfigureAwait(false);
    }
}
