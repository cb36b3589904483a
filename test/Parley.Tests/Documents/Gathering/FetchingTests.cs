using System.Net;
using Parley.Documents.Gathering.Fetching;
using Parley.Records;
using Xunit;

namespace Parley.Tests.Documents.Gathering;

public class FetchingTests
{
    private static readonly FetchOptions Inside = new() { AllowPrivate = true };

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("64:ff9b::808:808", true)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("2002:808:808::1", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("127.255.0.9", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("100.127.255.255", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("192.0.0.1", false)]
    [InlineData("198.18.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("::127.0.0.1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("64:ff9b:1::1", false)]
    [InlineData("2002:7f00:1::1", false)]
    [InlineData("2002:c0a8:101::1", false)]
    [InlineData("2001::1", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fc00::1", false)]
    [InlineData("fd12:3456::1", false)]
    [InlineData("ff02::1", false)]
    public void Public_addresses_are_told_from_others(string address, bool isPublic) => Assert.Equal(isPublic, AddressPolicy.IsPublic(IPAddress.Parse(address)));

    [Fact]
    public async Task A_page_is_fetched_with_its_charset_and_validators()
    {
        await using var server = new PageServer(new()
        {
            ["/page"] = _ => PageServer.Ok([0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2, (byte)'.'], "Content-Type: text/plain; charset=windows-1251\r\nETag: \"v1\"\r\nLast-Modified: Mon, 27 Jan 2025 10:00:00 GMT\r\n"),
        });
        using var fetcher = new PageFetcher(Inside, TimeProvider.System);

        var (page, fault) = await fetcher.AskAsync(new PageRequest(server.Address + "/page"), TestContext.Current.CancellationToken);
        var gathered = await InputFolder.GatherAsync([server.Address + "/page"], InputFolder.Fetching(Inside));

        Assert.Null(fault);
        Assert.Equal(("\"v1\"", "Mon, 27 Jan 2025 10:00:00 GMT"), (page!.ETag, page.LastModified));
        Assert.Equal((server.Address + "/page", "windows-1251"), (gathered[0].Document!.Name, gathered[0].Document!.Charset));
    }

    [Fact]
    public async Task A_page_known_already_is_not_sent_again()
    {
        await using var server = new PageServer(new()
        {
            ["/page"] = request => request.Contains("If-None-Match: \"v1\"", StringComparison.Ordinal) ? "HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n"u8.ToArray() : PageServer.Ok("new"),
        });
        using var fetcher = new PageFetcher(Inside, TimeProvider.System);

        Assert.True((await fetcher.AskAsync(new PageRequest(server.Address + "/page") { ETag = "\"v1\"" }, TestContext.Current.CancellationToken)).Page!.IsUnchanged);
        Assert.False((await fetcher.AskAsync(new PageRequest(server.Address + "/page") { ETag = "\"v0\"" }, TestContext.Current.CancellationToken)).Page!.IsUnchanged);
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}/")]
    [InlineData("http://localhost:{0}/")]
    [InlineData("http://[::ffff:127.0.0.1]:{0}/")]
    [InlineData("http://2130706433:{0}/")]
    [InlineData("http://0x7f.1:{0}/")]
    public async Task This_machine_is_refused_unless_allowed(string pattern)
    {
        var asked = false;
        await using var server = new PageServer(new() { ["/"] = _ => { asked = true; return PageServer.Ok("<p>secret"); } });
        using var fetcher = new PageFetcher(new FetchOptions(), TimeProvider.System);

        var (page, fault) = await fetcher.AskAsync(new PageRequest(string.Format(null, pattern, new Uri(server.Address).Port)), TestContext.Current.CancellationToken);

        Assert.Null(page);
        Assert.Contains("private network", fault!.Problem, StringComparison.Ordinal);
        Assert.False(asked);
    }

    [Fact]
    public async Task Redirects_are_followed_to_a_limit_and_only_over_http()
    {
        await using var server = new PageServer(new()
        {
            ["/once"] = _ => PageServer.Redirect("/page"),
            ["/page"] = _ => PageServer.Ok("<p>Words"),
            ["/loop"] = _ => PageServer.Redirect("/loop"),
            ["/file"] = _ => PageServer.Redirect("file:///etc/passwd"),
        });
        using var fetcher = new PageFetcher(Inside, TimeProvider.System);

        Task<FetchResult> Fetch(string path) => fetcher.AskAsync(new PageRequest(server.Address + path), TestContext.Current.CancellationToken);
        Assert.Equal("/page", (await Fetch("/once")).Page!.Address.AbsolutePath);
        Assert.Contains("more than 5 times", (await Fetch("/loop")).Fault!.Problem, StringComparison.Ordinal);
        Assert.Contains("file:", (await Fetch("/file")).Fault!.Problem, StringComparison.Ordinal);
        Assert.Contains("status 404", (await Fetch("/gone")).Fault!.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_to_the_inside_is_refused()
    {
        // The first host is allowed by a policy that takes loopback for public; the second is not.
        var asked = false;
        await using var inside = new PageServer(new() { ["/"] = _ => { asked = true; return PageServer.Ok("<p>secret"); } });
        await using var outside = new PageServer(new() { ["/"] = _ => PageServer.Redirect(inside.Address + "/") });
        var outsidePort = new Uri(outside.Address).Port;
        using var fetcher = new PageFetcher(new FetchOptions(), TimeProvider.System, endPoint => endPoint.Port == outsidePort);

        var (page, fault) = await fetcher.AskAsync(new PageRequest(outside.Address + "/"), TestContext.Current.CancellationToken);

        Assert.Null(page);
        Assert.Contains("private network", fault!.Problem, StringComparison.Ordinal);
        Assert.False(asked);
    }

    [Fact]
    public async Task Size_counts_after_decompression_and_time_is_limited()
    {
        await using var server = new PageServer(new()
        {
            ["/bomb"] = _ => PageServer.Ok(InputFolder.Gzip(new byte[5_000_000]), "Content-Encoding: gzip\r\n"),
            ["/slow"] = _ => null,
        });
        using var fetcher = new PageFetcher(new FetchOptions { AllowPrivate = true, MaxBytes = 1_000_000 }, TimeProvider.System);
        using var hurried = new PageFetcher(new FetchOptions { AllowPrivate = true, TimeLimit = TimeSpan.FromSeconds(1) }, TimeProvider.System);

        var bomb = await fetcher.AskAsync(new PageRequest(server.Address + "/bomb"), TestContext.Current.CancellationToken);
        var slow = await hurried.AskAsync(new PageRequest(server.Address + "/slow"), TestContext.Current.CancellationToken);

        Assert.Contains("larger than 1,000,000 bytes", bomb.Fault!.Problem, StringComparison.Ordinal);
        Assert.Contains("within 1 s", slow.Fault!.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_of_feeds_is_fetched_and_one_broken_feed_does_not_stop_the_others()
    {
        await using var server = new PageServer(new() { ["/feed"] = _ => PageServer.Ok("<rss><channel><item><title>A</title></item></channel></rss>", "Content-Type: application/rss+xml\r\n") });
        using var folder = new InputFolder();
        var list = folder.Add("feeds.opml", $"<opml version='2.0'><body><outline xmlUrl='{server.Address}/gone'/><outline xmlUrl='{server.Address}/feed'/></body></opml>");

        var gathered = await InputFolder.GatherAsync([list], InputFolder.Fetching(Inside));

        Assert.NotNull(gathered[0].Fault);
        Assert.Equal(DocumentFormat.Feed, gathered[1].Document?.Format);
    }
}
