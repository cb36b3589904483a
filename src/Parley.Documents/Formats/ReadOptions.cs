namespace Parley.Documents.Formats;

/// <summary>Limits within which documents are read; what is beyond becomes a fault.</summary>
public sealed record ReadOptions
{
    /// <summary>Longest text of one document, in UTF-16 units; 1 to 1,000,000,000, by default 64 million.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range.</exception>
    public int MaxTextLength
    {
        get;
        init => field = value is >= 1 and <= 1_000_000_000 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "1 to 1,000,000,000");
    } = 64_000_000;

    /// <summary>
    /// Longest line of text, in UTF-16 units; 1 to 1,000,000,000, by default one million (some 150,000 words). Markup does not
    /// count: of a page that is written on one line each paragraph is a line.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range.</exception>
    public int MaxLineLength
    {
        get;
        init => field = value is >= 1 and <= 1_000_000_000 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "1 to 1,000,000,000");
    } = 1_000_000;

    /// <summary>Most entries read of one feed, and most lines read of one JSON Lines document; by default 1,000,000.</summary>
    public int MaxEntries
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "1 or more");
    } = 1_000_000;

    /// <summary>Time that <c>pdftotext</c> may take for one document; by default a minute.</summary>
    public TimeSpan PdfTimeLimit
    {
        get;
        init => field = value > TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "more than nothing");
    } = TimeSpan.FromMinutes(1);
}
