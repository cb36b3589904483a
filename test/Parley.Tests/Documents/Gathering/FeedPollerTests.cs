using Parley.Documents.Gathering;
using Parley.Documents.Gathering.Fetching;
using Parley.Documents.Gathering.Watching;
using Xunit;

namespace Parley.Tests.Documents.Gathering;

public class FeedPollerTests
{
    private static readonly FetchOptions Options = new() { AllowPrivate = true, Pause = TimeSpan.Zero };
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task A_feed_is_asked_with_what_the_server_said_before_word_for_word()
    {
        var asked = new List<string>();
        await using var server = new PageServer(new()
        {
            ["/feed"] = request =>
            {
                asked.Add(request);
                return request.Contains("If-None-Match: odd tag\r\n", StringComparison.Ordinal) && request.Contains("If-Modified-Since: some time ago\r\n", StringComparison.Ordinal)
                    ? "HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n"u8.ToArray()
                    : PageServer.Ok("<rss/>", "ETag: odd tag\r\nLast-Modified: some time ago\r\n");
            },
        });
        var state = new WatchState();

        var first = Assert.Single(await PollAsync(state, [server.Address + "/feed"]));
        var second = Assert.Single(await PollAsync(state, [server.Address + "/feed"]));

        Assert.NotNull(first.Page);
        Assert.True(second is { Page: null, Fault: null });
        Assert.Equal(2, asked.Count);
    }

    [Fact]
    public async Task The_same_bytes_are_nothing_new_even_if_the_server_knows_no_conditions()
    {
        await using var server = new PageServer(new() { ["/feed"] = _ => PageServer.Ok("<rss/>") });
        var state = new WatchState();
        Assert.NotNull((await PollAsync(state, [server.Address + "/feed"]))[0].Page);
        Assert.Null((await PollAsync(state, [server.Address + "/feed"]))[0].Page);
    }

    [Fact]
    public async Task A_feed_that_fails_is_left_alone_for_as_long_as_the_server_asks_and_longer_each_time()
    {
        var time = new SetTime();
        await using var server = new PageServer(new()
        {
            ["/busy"] = _ => "HTTP/1.1 503 Busy\r\nRetry-After: 7200\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray(),
            ["/broken"] = _ => "HTTP/1.1 500 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray(),
            ["/greedy"] = _ => "HTTP/1.1 429 No\r\nRetry-After: 999999999\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray(),
            ["/gone"] = _ => "HTTP/1.1 410 Gone\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray(),
        });
        string[] feeds = [server.Address + "/busy", server.Address + "/broken", server.Address + "/greedy", server.Address + "/gone"];
        var state = new WatchState();

        Assert.Equal(feeds, (await PollAsync(state, feeds, time)).Select(a => a.Feed));
        Assert.Empty(await PollAsync(state, feeds, time));
        time.Now += Interval;
        Assert.Equal([feeds[1]], (await PollAsync(state, feeds, time)).Select(a => a.Feed));
        time.Now += Interval;
        Assert.Empty(await PollAsync(state, feeds, time));
        time.Now += TimeSpan.FromHours(2);
        Assert.Equal([feeds[0], feeds[1]], (await PollAsync(state, feeds, time)).Select(a => a.Feed));
        time.Now += FeedPoller.LongestRetryAfter;
        Assert.Equal([feeds[0], feeds[1], feeds[2]], (await PollAsync(state, feeds, time)).Select(a => a.Feed));
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(1, 20)]
    [InlineData(3, 80)]
    [InlineData(9, 24 * 60)]
    [InlineData(int.MaxValue, 24 * 60)]
    public void The_back_off_doubles_up_to_a_day(int failures, int minutes) => Assert.Equal(TimeSpan.FromMinutes(minutes), FeedPoller.BackOff(Interval, failures));

    [Fact]
    public async Task What_robots_may_not_fetch_is_not_asked_for_nor_by_a_redirect()
    {
        var asked = new List<string>();
        byte[] Note(string path)
        {
            asked.Add(path);
            return PageServer.Ok("<rss/>");
        }

        await using var server = new PageServer(new()
        {
            ["/robots.txt"] = _ => PageServer.Ok("User-agent: *\nDisallow: /inner", "Content-Type: text/plain\r\n"),
            ["/inner"] = _ => Note("/inner"),
            ["/open"] = _ => Note("/open"),
            ["/door"] = _ => PageServer.Redirect("/inner"),
        });
        var answers = await PollAsync(new WatchState(), [server.Address + "/inner", server.Address + "/door", server.Address + "/open"]);
        Assert.Equal(["/open"], asked);
        Assert.All(answers.Take(2), a => Assert.Contains("robots.txt", a.Fault!.Problem, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_site_in_trouble_is_not_asked_and_one_without_rules_is()
    {
        await using var troubled = new PageServer(new()
        {
            ["/robots.txt"] = _ => "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray(),
            ["/feed"] = _ => PageServer.Ok("<rss/>"),
        });
        await using var plain = new PageServer(new() { ["/feed"] = _ => PageServer.Ok("<rss/>") });
        var answers = await PollAsync(new WatchState(), [troubled.Address + "/feed", plain.Address + "/feed"]);
        Assert.NotNull(answers[0].Fault);
        Assert.NotNull(answers[1].Page);
    }

    [Fact]
    public async Task The_rules_of_a_host_are_asked_for_once_and_requests_to_it_keep_their_distance()
    {
        var times = new List<long>();
        var robots = 0;
        await using var server = new PageServer(new()
        {
            ["/robots.txt"] = _ => { robots++; return PageServer.Ok("User-agent: *\nCrawl-delay: 0.3", "Content-Type: text/plain\r\n"); },
            ["/a"] = _ => { times.Add(Environment.TickCount64); return PageServer.Ok("<rss/>"); },
            ["/b"] = _ => { times.Add(Environment.TickCount64); return PageServer.Ok("<rss/>"); },
        });
        await PollAsync(new WatchState(), [server.Address + "/a", server.Address + "/b"]);
        Assert.Equal(1, robots);
        Assert.True(times[1] - times[0] >= 200, $"{times[1] - times[0]} ms");
    }

    [Fact]
    public async Task A_list_that_is_none_and_addresses_that_are_none_are_named()
    {
        using var folder = new InputFolder();
        using var fetcher = new PageFetcher(Options, TimeProvider.System);
        Task<FeedList> Read(string name, string text) => FeedList.ReadAsync(folder.Add(name, text), fetcher, new GatherOptions(), TimeProvider.System, TestContext.Current.CancellationToken);

        var mixed = await Read("mixed.opml", "<opml version='2.0'><body><outline xmlUrl='ftp://example.org/feed'/><outline xmlUrl='http://example.org/feed'/></body></opml>");
        var bomb = await Read("bomb.opml", "<!DOCTYPE opml [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]><opml version='2.0'><body><outline xmlUrl='http://example.org/&b;'/></body></opml>");
        var other = await Read("list.txt", "http://example.org/feed");
        var missing = await FeedList.ReadAsync("no-such.opml", fetcher, new GatherOptions(), TimeProvider.System, TestContext.Current.CancellationToken);

        Assert.Equal("http://example.org/feed", Assert.Single(mixed.Feeds));
        Assert.Contains("ftp://example.org/feed", Assert.Single(mixed.Faults).ToString(), StringComparison.Ordinal);
        Assert.All(new[] { bomb, other, missing }, l => Assert.True(l.Feeds.IsEmpty && l.Faults.Length == 1));
    }

    [Fact]
    public void A_damaged_state_is_told_and_begun_anew()
    {
        using var folder = new InputFolder();
        var path = folder.Add("state.json", "{\"feeds\":{\"http://example.org\":");
        var (state, fault) = WatchState.Load(path);
        Assert.NotNull(fault);
        state.Feeds["http://example.org/"] = new FeedState { ETag = "\"ü\"", Failures = 2, NotBefore = DateTimeOffset.UnixEpoch };
        state.Hosts["http://example.org"] = new KnownRules(DateTimeOffset.UnixEpoch, RobotsRules.DenyAll);
        state.Save(path);
        var (again, none) = WatchState.Load(path);
        Assert.Null(none);
        Assert.Equal(state.Feeds, again.Feeds);
        Assert.Equal(["-/"], again.Hosts["http://example.org"].Rules.Patterns);
    }

    private static async Task<List<FeedAnswer>> PollAsync(WatchState state, string[] feeds, TimeProvider? time = null)
    {
        using var fetcher = new PageFetcher(Options, TimeProvider.System);
        using var courtesy = new Courtesy(fetcher, Options, TimeProvider.System);
        var answers = new List<FeedAnswer>();
        await foreach (var answer in new FeedPoller(fetcher, courtesy, time ?? TimeProvider.System, Interval).PollAsync(feeds, state, TestContext.Current.CancellationToken))
        {
            state.Feeds[answer.Feed] = answer.Next;
            answers.Add(answer);
        }

        return answers;
    }

    private sealed class SetTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2025, 3, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
