namespace Parley.Documents.Gathering.Fetching;

/// <summary>How pages are fetched.</summary>
public sealed record FetchOptions
{
    /// <summary>Time for one page, redirects included; by default 30 seconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Nothing or less.</exception>
    public TimeSpan TimeLimit
    {
        get;
        init => field = value > TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "more than nothing");
    } = TimeSpan.FromSeconds(30);

    /// <summary>Most bytes of one page after decompression; by default 32 MiB.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int MaxBytes
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "1 or more");
    } = 32 << 20;

    /// <summary>Most redirects followed; 0 to 20, by default 5.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range.</exception>
    public int MaxRedirects
    {
        get;
        init => field = value is >= 0 and <= 20 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "0 to 20");
    } = 5;

    /// <summary>
    /// True to allow addresses of this machine and of private networks. False by default: a page must not be able to make Parley
    /// ask them.
    /// </summary>
    public bool AllowPrivate { get; init; }

    /// <summary>The least time between two requests to one host where <see cref="Courtesy"/> is asked for; by default one second.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public TimeSpan Pause
    {
        get;
        init => field = value >= TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "not negative");
    } = TimeSpan.FromSeconds(1);

    /// <summary>The name by which a robots.txt addresses Parley.</summary>
    public string Crawler { get; init; } = "Parley";

    /// <summary>What Parley calls itself to servers.</summary>
    public string UserAgent { get; init; } = "Parley/0.1";
}
