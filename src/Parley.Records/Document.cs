namespace Parley.Records;

/// <summary>One file, page or feed entry as gathered, byte for byte.</summary>
public sealed record Document
{
    /// <summary>What exports call it: the file name, or the URL of something fetched. For an entry of a container: <c>container!/entry</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Where it came from: full path, URL, or <c>stdin</c>; together with the hash it tells revisions of one page from copies.</summary>
    public required string Origin { get; init; }

    /// <summary>The bytes as gathered, never changed.</summary>
    public required ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>SHA-256 of <see cref="Bytes"/>.</summary>
    public required ContentHash Sha256 { get; init; }

    /// <summary>When it was gathered.</summary>
    public required DateTimeOffset GatheredAt { get; init; }

    /// <summary>What the bytes were found to be.</summary>
    public required DocumentFormat Format { get; init; }

    /// <summary>The name of the encoding by which the bytes were decoded (IANA), or null for formats that are not text.</summary>
    public string? Charset { get; init; }
}

/// <summary>What a document's bytes were found to be, by content and not by file name.</summary>
public enum DocumentFormat
{
    /// <summary>Plain text.</summary>
    PlainText,

    /// <summary>Markdown (CommonMark).</summary>
    Markdown,

    /// <summary>HTML or XHTML.</summary>
    Html,

    /// <summary>An RSS or Atom feed.</summary>
    Feed,

    /// <summary>An OPML list of feeds.</summary>
    Opml,

    /// <summary>An e-mail message (RFC 5322).</summary>
    Email,

    /// <summary>Office Open XML text.</summary>
    Docx,

    /// <summary>PDF.</summary>
    Pdf,

    /// <summary>WARC (ISO 28500), plain or gzip.</summary>
    Warc,

    /// <summary>JSON Lines, an article a line.</summary>
    JsonLines,

    /// <summary>Zip archive of documents.</summary>
    Zip,
}
