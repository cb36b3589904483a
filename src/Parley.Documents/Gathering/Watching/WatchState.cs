using System.Text.Json;
using System.Text.Json.Serialization;
using Parley.Documents.Gathering.Fetching;
using Parley.Records;

namespace Parley.Documents.Gathering.Watching;

/// <summary>What a watch remembers from run to run, so that it asks servers for what is new only. Not part of the ledger: losing it costs nothing but traffic.</summary>
public sealed class WatchState
{
    private const long MaxFileBytes = 64 << 20;

    /// <summary>Each feed by its address.</summary>
    public SortedDictionary<string, FeedState> Feeds { get; init; } = new(StringComparer.Ordinal);

    /// <summary>The robots.txt rules of each host.</summary>
    public SortedDictionary<string, KnownRules> Hosts { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Number of the ledger's last record about which alerts were given; null before the first time.</summary>
    public long? AlertedUpTo { get; set; }

    /// <summary>What is known of a feed.</summary>
    public FeedState Of(string feed) => Feeds.GetValueOrDefault(feed) ?? new FeedState();

    /// <summary>Reads the state from a file; an absent file is an empty state, a damaged one an empty state and a fault.</summary>
    public static (WatchState State, Fault? Fault) Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!File.Exists(path))
        {
            return (new WatchState(), null);
        }

        try
        {
            if (new FileInfo(path).Length <= MaxFileBytes && JsonSerializer.Deserialize(File.ReadAllBytes(path), WatchStateJson.Default.WatchState) is { } state)
            {
                return (state, null);
            }
        }
        catch (JsonException)
        {
            // Told below.
        }

        return (new WatchState(), new Fault(path, null, "holds no state of a watch; every feed is asked in full again", "nothing needs to be done, the file is written anew"));
    }

    /// <summary>Writes the state; a crash leaves the old file or the new one, never half of it.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var fresh = path + ".new";
        File.WriteAllBytes(fresh, JsonSerializer.SerializeToUtf8Bytes(this, WatchStateJson.Default.WatchState));
        File.Move(fresh, path, overwrite: true);
    }
}

/// <summary>What is known of a feed since it was asked last.</summary>
public sealed record FeedState
{
    /// <summary>The server's name for the state that was read, as sent.</summary>
    public string? ETag { get; init; }

    /// <summary>When the server said that it changed last, as sent.</summary>
    public string? LastModified { get; init; }

    /// <summary>SHA-256 of the bytes that were read, for servers that know no conditions.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Failures since the last answer.</summary>
    public int Failures { get; init; }

    /// <summary>It is not asked before; null for no limit.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>What was wrong the last time that it had content, or null. "Not modified" does not mend it.</summary>
    public string? Problem { get; init; }

    /// <summary>True if the server said that the feed is gone for good (410); it is not asked again.</summary>
    public bool IsGone { get; init; }

    /// <summary>True if it may be asked.</summary>
    public bool IsDue(DateTimeOffset now) => !IsGone && (NotBefore is not { } day || day <= now);
}

/// <summary>The state as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(WatchState))]
internal sealed partial class WatchStateJson : JsonSerializerContext;
