using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Parley.Documents.Gathering.Containers;

/// <summary>An HTTP answer as a WARC keeps it: status line, headers, body as sent.</summary>
internal sealed class HttpMessage
{
    private readonly Dictionary<string, string> _headers;
    private readonly ReadOnlyMemory<byte> _body;

    private HttpMessage(int status, Dictionary<string, string> headers, ReadOnlyMemory<byte> body) => (Status, _headers, _body) = (status, headers, body);

    internal int Status { get; }

    internal string? Header(string name) => _headers.GetValueOrDefault(name);

    internal static HttpMessage? Parse(ReadOnlyMemory<byte> bytes)
    {
        var headEnd = bytes.Span.IndexOf("\r\n\r\n"u8);
        var length = 4;
        if (headEnd < 0)
        {
            headEnd = bytes.Span.IndexOf("\n\n"u8);
            length = 2;
        }

        if (headEnd is < 0 or > 1 << 18)
        {
            return null;
        }

        var lines = Encoding.Latin1.GetString(bytes.Span[..headEnd]).Split('\n');
        var first = lines[0].Split(' ', 3);
        if (first.Length < 2 || !first[0].StartsWith("HTTP/", StringComparison.Ordinal) || !int.TryParse(first[1], NumberStyles.None, CultureInfo.InvariantCulture, out var status))
        {
            return null;
        }

        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines.Skip(1))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                headers.TryAdd(line[..colon].Trim(), line[(colon + 1)..].Trim());
            }
        }

        return new HttpMessage(status, headers, bytes[(headEnd + length)..]);
    }

    /// <summary>The body without transfer and content coding, or null if it cannot be had within the limit.</summary>
    internal ReadOnlyMemory<byte>? Body(int limit)
    {
        var body = _body;
        if (Header("Transfer-Encoding")?.Contains("chunked", StringComparison.OrdinalIgnoreCase) == true)
        {
            // Some writers keep the header but store the body already joined.
            body = Joined(body.Span) ?? body;
        }

        var coding = Header("Content-Encoding")?.Trim().ToLowerInvariant();
        try
        {
            using var stream = BoundedRead.AsStream(body);
            using Stream? unpacking = coding switch
            {
                "gzip" or "x-gzip" when body.Span.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) => new GZipStream(stream, CompressionMode.Decompress),
                "deflate" => new ZLibStream(stream, CompressionMode.Decompress),
                "br" => new BrotliStream(stream, CompressionMode.Decompress),
                _ => null,
            };
            return unpacking is null ? body : Bounded(unpacking, limit);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or InvalidOperationException)
        {
            return null;
        }
    }

    private static ReadOnlyMemory<byte>? Bounded(Stream stream, int limit)
    {
        using var all = new MemoryStream();
        var chunk = new byte[1 << 16];
        int got;
        while ((got = stream.Read(chunk)) > 0)
        {
            if (all.Length + got > limit)
            {
                return null;
            }

            all.Write(chunk, 0, got);
        }

        return all.GetBuffer().AsMemory(0, (int)all.Length);
    }

    private static ReadOnlyMemory<byte>? Joined(ReadOnlySpan<byte> body)
    {
        using var joined = new MemoryStream();
        while (true)
        {
            var end = body.IndexOf((byte)'\n');
            if (end is < 1 or > 100)
            {
                return null;
            }

            var size = Encoding.Latin1.GetString(body[..end]).Split(';')[0].Trim();
            if (!int.TryParse(size, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var length) || length < 0)
            {
                return null;
            }

            body = body[(end + 1)..];
            if (length == 0)
            {
                return joined.ToArray();
            }

            if (length > body.Length)
            {
                return null;
            }

            joined.Write(body[..length]);
            body = body[length..].TrimStart("\r\n"u8);
        }
    }
}
