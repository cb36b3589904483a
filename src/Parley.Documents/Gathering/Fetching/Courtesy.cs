using System.Collections.Concurrent;

namespace Parley.Documents.Gathering.Fetching;

/// <summary>
/// Sees to it that a server is asked only what its robots.txt allows, and not too fast: requests to one host stand in a line with a pause
/// between them. Shared by all threads.
/// </summary>
public sealed class Courtesy : IDisposable
{
    /// <summary>For how long a site's rules are held to be current (RFC 9309, 2.4).</summary>
    public static readonly TimeSpan RulesLast = TimeSpan.FromHours(24);

    private readonly ConcurrentDictionary<string, Host> _hosts = new(StringComparer.Ordinal);
    private readonly PageFetcher _fetcher;
    private readonly FetchOptions _options;
    private readonly TimeProvider _time;

    /// <summary>Makes it with the rules known from an earlier run, by host (<c>https://example.org</c>).</summary>
    public Courtesy(PageFetcher fetcher, FetchOptions options, TimeProvider time, IReadOnlyDictionary<string, KnownRules>? known = null)
    {
        ArgumentNullException.ThrowIfNull(fetcher);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        (_fetcher, _options, _time) = (fetcher, options, time);
        foreach (var (host, rules) in known ?? new Dictionary<string, KnownRules>())
        {
            _hosts[host] = new Host { Known = rules };
        }
    }

    /// <summary>The rules learnt, by host in ordinal order, to be kept for the next run.</summary>
    public IReadOnlyDictionary<string, KnownRules> Known =>
        new SortedDictionary<string, KnownRules>(_hosts.Where(h => h.Value.Known is not null).ToDictionary(h => h.Key, h => h.Value.Known!), StringComparer.Ordinal);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var host in _hosts.Values)
        {
            host.Dispose();
        }
    }

    /// <summary>Waits until an address may be asked; false if the site's rules forbid it.</summary>
    internal async Task<bool> EnterAsync(Uri address, CancellationToken cancellation)
    {
        var name = address.GetLeftPart(UriPartial.Authority).ToLowerInvariant();
        var host = _hosts.GetOrAdd(name, _ => new Host());
        await host.Turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (host.Known is null || _time.GetUtcNow() - host.Known.ReadAt > RulesLast || host.Known.ReadAt > _time.GetUtcNow())
            {
                host.Known = new KnownRules(_time.GetUtcNow(), await RulesAsync(name, cancellation).ConfigureAwait(false));
                host.Last = _time.GetUtcNow();
            }

            if (!host.Known.Rules.Allows(address))
            {
                return false;
            }

            var pause = host.Known.Rules.DelaySeconds is { } seconds && TimeSpan.FromSeconds(seconds) > _options.Pause ? TimeSpan.FromSeconds(seconds) : _options.Pause;
            if (host.Last is { } last && last + pause - _time.GetUtcNow() is { } wait && wait > TimeSpan.Zero)
            {
                await Task.Delay(wait < pause ? wait : pause, _time, cancellation).ConfigureAwait(false);
            }

            host.Last = _time.GetUtcNow();
            return true;
        }
        finally
        {
            host.Turn.Release();
        }
    }

    /// <summary>No file means no rules; a server in trouble means to stay away until it can tell (RFC 9309, 2.3.1.3 and 2.3.1.4).</summary>
    private async Task<RobotsRules> RulesAsync(string host, CancellationToken cancellation)
    {
        var result = await _fetcher.AskAsync(new PageRequest(host + "/robots.txt"), cancellation).ConfigureAwait(false);
        return result switch
        {
            { Page: { } page } => RobotsRules.Read(page.Bytes.Span, _options.Crawler),
            { Status: >= 400 and < 500 and not 429 } => RobotsRules.AllowAll,
            { Status: null } => RobotsRules.AllowAll, // Nobody answers: the request itself will tell why.
            _ => RobotsRules.DenyAll,
        };
    }

    private sealed class Host : IDisposable
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public KnownRules? Known { get; set; }

        public DateTimeOffset? Last { get; set; }

        public void Dispose() => Turn.Dispose();
    }
}

/// <summary>A site's rules and when they were read.</summary>
/// <param name="ReadAt">When, in UTC.</param>
/// <param name="Rules">The rules.</param>
public sealed record KnownRules(DateTimeOffset ReadAt, RobotsRules Rules);
