namespace Parley.Documents.Gathering.Fetching;

/// <summary>A page as fetched.</summary>
public sealed record FetchedPage
{
    /// <summary>Where it was found in the end, after redirects.</summary>
    public required Uri Address { get; init; }

    /// <summary>The body, decompressed; empty if <see cref="IsUnchanged"/>.</summary>
    public ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>The content type as sent, or null.</summary>
    public string? ContentType { get; init; }

    /// <summary>The server's name for this state of the page as sent, to be given back with the next request; or null.</summary>
    public string? ETag { get; init; }

    /// <summary>When the server says that the page changed last, as sent, to be given back; or null. It is no date of publication.</summary>
    public string? LastModified { get; init; }

    /// <summary>True if the page is still as the request said that it was known.</summary>
    public bool IsUnchanged { get; init; }
}
