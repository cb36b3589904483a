using Parley.Documents.Gathering.Fetching;

namespace Parley.Documents.Gathering;

/// <summary>Limits within which documents are gathered; what is beyond becomes a fault.</summary>
public sealed record GatherOptions
{
    /// <summary>Most bytes of one document or container; 1 to 2,000,000,000, by default 256 MiB.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range.</exception>
    public int MaxDocumentBytes
    {
        get;
        init => field = value is >= 1 and <= 2_000_000_000 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "1 to 2,000,000,000");
    } = 256 << 20;

    /// <summary>Most bytes that one container (and those inside it) may unpack to; by default 1 GiB.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public long MaxUnpackedBytes
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "1 or more");
    } = 1L << 30;

    /// <summary>Most entries of one container (and those inside it); by default 100,000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int MaxEntries
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "1 or more");
    } = 100_000;

    /// <summary>
    /// How many times its packed size an entry may unpack to, once it has passed a megabyte; by default 200. Text packs 3 to 10
    /// times, a bomb 1000 times.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 2.</exception>
    public int MaxPackingRatio
    {
        get;
        init => field = value >= 2 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "2 or more");
    } = 200;

    /// <summary>How deep containers may stand in containers; 0 to 10, by default 3.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range.</exception>
    public int MaxContainerDepth
    {
        get;
        init => field = value is >= 0 and <= 10 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "0 to 10");
    } = 3;

    /// <summary>Most feeds of one OPML list; by default 1,000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int MaxFeeds
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "1 or more");
    } = 1_000;

    /// <summary>How pages are fetched.</summary>
    public FetchOptions Fetching { get; init; } = new();
}
