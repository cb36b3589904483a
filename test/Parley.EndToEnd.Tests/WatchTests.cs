using System.Diagnostics;
using System.Text.Json;
using Parley.EndToEnd.Tests.Running;
using Parley.Tests.Documents.Gathering;
using Xunit;

namespace Parley.EndToEnd.Tests;

public class WatchTests
{
    private const string Claim = "Foreign Minister Jan Orlic said on Monday that the northern army released 40 prisoners in Dorva.";
    private const string Denial = "President Marta Vrana denied on Tuesday that the northern army released 40 prisoners in Dorva.";

    [Fact]
    public async Task A_denial_that_a_feed_brings_is_alerted_once_and_unchanged_feeds_are_asked_conditionally()
    {
        var requests = new List<string>();
        var entries = new List<string> { Entry("a", "Mon, 03 Mar 2025 10:00:00 GMT", Claim) };
        await using var server = new PageServer(new()
        {
            ["/feed"] = request =>
            {
                requests.Add(request);
                var tag = $"\"v{entries.Count}\"";
                return request.Contains($"If-None-Match: {tag}", StringComparison.Ordinal)
                    ? "HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n"u8.ToArray()
                    : PageServer.Ok(Feed(entries), $"Content-Type: application/rss+xml\r\nETag: {tag}\r\n");
            },
        });
        using var parley = new ParleyProgram();
        parley.Write("feeds.opml", Opml(server.Address + "/feed"));
        parley.Write("questions.txt", "prisoners: denial of a claim about prisoners\nnew conflict about Dorva\n");
        Outcome Watch() => parley.Run("watch", "feeds.opml", "--questions", "questions.txt", "--alerts", "alerts.jsonl", "--once", "--allow-private");

        Assert.Equal(0, Watch().ExitCode);
        Assert.Equal(0, Watch().ExitCode);
        Assert.False(File.Exists(parley.PathOf("alerts.jsonl")));
        entries.Add(Entry("b", "Tue, 04 Mar 2025 10:00:00 GMT", Denial));
        Assert.Equal(0, Watch().ExitCode);
        Assert.Equal(0, Watch().ExitCode);

        var alerts = File.ReadAllLines(parley.PathOf("alerts.jsonl")).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal(["prisoners", "new conflict about Dorva"], alerts.Select(a => a.GetProperty("question").GetString()));
        Assert.Equal("2025-03-04", alerts[0].GetProperty("date").GetString());
        Assert.Contains("Marta Vrana denied", alerts[0].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains("Jan Orlic", alerts[0].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(4, requests.Count);
        Assert.DoesNotContain("If-None-Match", requests[0], StringComparison.Ordinal);
        Assert.Contains("If-None-Match: \"v1\"", requests[1], StringComparison.Ordinal);
        Assert.Contains("If-None-Match: \"v2\"", requests[3], StringComparison.Ordinal);
        Assert.Equal(0, parley.Run("verify").ExitCode);
    }

    [Fact]
    public async Task One_broken_feed_does_not_stop_the_others_and_stays_named_while_it_is_unchanged()
    {
        await using var server = new PageServer(new()
        {
            ["/good"] = _ => PageServer.Ok(Feed([Entry("a", "Mon, 03 Mar 2025 10:00:00 GMT", Claim)]), "Content-Type: application/rss+xml\r\n"),
            ["/bomb"] = _ => PageServer.Ok("<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"aaaa\">]><rss version=\"2.0\"><channel><title>&a;</title></channel></rss>", "Content-Type: application/rss+xml\r\n"),
        });
        using var parley = new ParleyProgram();
        parley.Write("feeds.opml", Opml(server.Address + "/bomb", server.Address + "/good", server.Address + "/gone"));
        var first = parley.Run("watch", "feeds.opml", "--once", "--allow-private");
        var second = parley.Run("watch", "feeds.opml", "--once", "--allow-private");

        Assert.Equal((1, 1), (first.ExitCode, second.ExitCode));
        Assert.Contains("status 404", first.Errors, StringComparison.Ordinal);
        Assert.Contains("document type", second.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("status 404", second.Errors, StringComparison.Ordinal);
        Assert.Contains("Jan Orlic", parley.Run("statements").Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pages_behind_the_entries_are_read_when_asked_for()
    {
        await using var server = new PageServer(new()
        {
            ["/feed"] = request => PageServer.Ok(Feed([Entry($"http://{Host(request)}/page", "Mon, 03 Mar 2025 10:00:00 GMT", "A short teaser.")]), "Content-Type: application/rss+xml\r\n"),
            ["/page"] = _ => PageServer.Ok($"<html><body><article><p>{Claim}</p></article></body></html>"),
        });
        using var parley = new ParleyProgram();
        parley.Write("feeds.opml", Opml(server.Address + "/feed"));
        Assert.Equal(0, parley.Run("watch", "feeds.opml", "--once", "--follow", "--allow-private").ExitCode);
        Assert.Contains("Jan Orlic", parley.Run("statements").Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feeds_inside_the_network_are_refused_unless_allowed()
    {
        var asked = false;
        await using var server = new PageServer(new() { ["/feed"] = _ => { asked = true; return PageServer.Ok("<rss/>"); } });
        using var parley = new ParleyProgram();
        parley.Write("feeds.opml", Opml(server.Address + "/feed"));
        var run = parley.Run("watch", "feeds.opml", "--once");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("--allow-private", run.Errors, StringComparison.Ordinal);
        Assert.False(asked);
    }

    [Fact]
    public void Questions_that_cannot_be_understood_are_named_by_line_before_anything_is_asked()
    {
        using var parley = new ParleyProgram();
        parley.Write("feeds.opml", Opml("http://127.0.0.1:9/feed"));
        parley.Write("questions.txt", "new conflict\nposition of Vrana changed\n");
        var run = parley.Run("watch", "feeds.opml", "--questions", "questions.txt", "--once");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("questions.txt: line 2:", run.Errors, StringComparison.Ordinal);
        Assert.Single(run.ErrorLines);
    }

    [Fact]
    public async Task A_watch_goes_on_until_it_is_told_to_stop_and_a_second_one_is_refused_meanwhile()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // There is no signal to send.
        }

        await using var server = new PageServer(new() { ["/feed"] = _ => PageServer.Ok(Feed([Entry("a", "Mon, 03 Mar 2025 10:00:00 GMT", Claim)]), "Content-Type: application/rss+xml\r\n") });
        using var parley = new ParleyProgram();
        parley.Write("feeds.opml", Opml(server.Address + "/feed"));
        using var watch = parley.Start("watch", "feeds.opml", "--allow-private");
        var first = await watch.StandardError.ReadLineAsync(TestContext.Current.CancellationToken);
        Assert.Contains("1 document recorded", first, StringComparison.Ordinal);

        Assert.Contains("another watch", parley.Run("watch", "feeds.opml", "--once", "--allow-private").Errors, StringComparison.Ordinal);
        // Not an interrupt, which a program started in the background of a shell never sees.
        using (var kill = Process.Start("kill", ["-TERM", watch.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        await watch.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, watch.ExitCode);
        Assert.Equal(0, parley.Run("verify").ExitCode);
    }

    private static string Host(string request) => request.Split('\n').Select(l => l.Trim()).First(l => l.StartsWith("Host: ", StringComparison.OrdinalIgnoreCase))[6..];

    private static string Opml(params string[] feeds) => $"<opml version=\"2.0\"><body>{string.Concat(feeds.Select(f => $"<outline xmlUrl=\"{f}\"/>"))}</body></opml>";

    private static string Feed(IEnumerable<string> entries) => $"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Harbour News</title>{string.Concat(entries)}</channel></rss>";

    private static string Entry(string link, string date, string text) => $"<item><title>Report</title><link>{link}</link><pubDate>{date}</pubDate><description>{text}</description></item>";
}
