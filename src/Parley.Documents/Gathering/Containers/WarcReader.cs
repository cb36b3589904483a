using System.Globalization;
using System.Text;

namespace Parley.Documents.Gathering.Containers;

/// <summary>One record of a WARC.</summary>
internal sealed record WarcRecord(Dictionary<string, string> Headers, ReadOnlyMemory<byte> Content)
{
    internal string? Header(string name) => Headers.GetValueOrDefault(name);
}

/// <summary>Reads the records of a WARC one after another, none larger than asked for.</summary>
internal sealed class WarcReader(Stream stream, bool endsWithMark, long mostBytes) : IDisposable
{
    private const int LongestHeader = 1 << 16;

    private readonly BufferedStream _stream = new(stream, 1 << 16);
    private long _read;

    public void Dispose() => _stream.Dispose();

    /// <summary>True if the last call found the beginning of a record or the end; so the record before was whole.</summary>
    internal bool FoundBoundary { get; private set; }

    /// <summary>The next record; null and no problem at the end.</summary>
    internal (WarcRecord? Record, string? Problem) Next(int limit)
    {
        FoundBoundary = false;
        try
        {
            return Read(limit);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return (null, "is broken or cut-off gzip");
        }
    }

    private (WarcRecord? Record, string? Problem) Read(int limit)
    {
        var line = Line(out var ended);
        while (line is { Length: 0 } && !ended)
        {
            line = Line(out ended);
        }

        if (ended && (line is null || !line.StartsWith("WARC/", StringComparison.Ordinal)))
        {
            var whole = !endsWithMark || (line is not null && GzipContainer.IsEndMark(Encoding.Latin1.GetBytes(line)));
            FoundBoundary = whole && (endsWithMark || string.IsNullOrEmpty(line));
            return (null, FoundBoundary ? null : "is cut off");
        }

        if (line is null || !line.StartsWith("WARC/", StringComparison.Ordinal))
        {
            return (null, "is no WARC record");
        }

        FoundBoundary = true;
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (Line(out ended) is { Length: > 0 } header && headers.Count < 200)
        {
            var colon = header.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                headers[header[..colon].Trim()] = header[(colon + 1)..].Trim();
            }
        }

        if (!headers.TryGetValue("Content-Length", out var stated) || !long.TryParse(stated, NumberStyles.None, CultureInfo.InvariantCulture, out var length))
        {
            return (null, "has no length");
        }

        return length > limit ? (null, $"is larger than {limit:N0} bytes") : Content(headers, (int)length);
    }

    private (WarcRecord? Record, string? Problem) Content(Dictionary<string, string> headers, int length)
    {
        if ((_read += length) > mostBytes)
        {
            return (null, endsWithMark ? "unpacks to more than is allowed, as a bomb does" : "is cut off");
        }

        // A record may claim more than is there: memory grows only with what comes.
        using var content = new MemoryStream(Math.Min(length, 1 << 20));
        var chunk = new byte[1 << 16];
        while (content.Length < length)
        {
            var got = _stream.Read(chunk, 0, (int)Math.Min(chunk.Length, length - content.Length));
            if (got == 0)
            {
                return (null, "is cut off");
            }

            content.Write(chunk, 0, got);
        }

        return (new WarcRecord(headers, content.GetBuffer().AsMemory(0, length)), null);
    }

    // One header line without its end; null if the stream has ended before anything was read, or the line is too long.
    private string? Line(out bool ended)
    {
        ended = false;
        var line = new StringBuilder();
        while (line.Length < LongestHeader)
        {
            var b = _stream.ReadByte();
            if (b < 0)
            {
                ended = true;
                return line.Length == 0 ? null : line.ToString();
            }

            if (b == '\n')
            {
                return line.Length > 0 && line[^1] == '\r' ? line.ToString(0, line.Length - 1) : line.ToString();
            }

            line.Append((char)b);
        }

        return null;
    }
}
