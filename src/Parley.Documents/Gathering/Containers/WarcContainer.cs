using System.Globalization;
using System.Runtime.CompilerServices;

namespace Parley.Documents.Gathering.Containers;

/// <summary>
/// WARC (ISO 28500), plain or gzip: the pages in it, named by their addresses and dated by their capture. Only answers with
/// status 200 and records of type resource count, and of them only what can be a report: scripts, styles and images of a
/// page are passed over.
/// </summary>
internal static class WarcContainer
{
    private const string Again = "copy or download the archive again";

    internal static async IAsyncEnumerable<RawItem> OpenAsync(
        RawItem container, Stream stream, bool endsWithMark, GatherOptions options, UnpackingBudget budget, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var reader = new WarcReader(stream, endsWithMark, (long)container.Bytes.Length * (endsWithMark ? options.MaxPackingRatio : 1) + (1 << 20));
        RawItem? held = null;
        for (var number = 1; ; number++)
        {
            cancellation.ThrowIfCancellationRequested();
            var (record, problem) = reader.Next(options.MaxDocumentBytes);
            // A record counts only when what follows it has proved whole: the end of cut-off gzip may unpack to garbage.
            if (held is not null && reader.FoundBoundary)
            {
                yield return held;
            }

            if (problem is not null || (record is not null && !(budget.TakeEntry() && budget.TakeBytes(record.Content.Length))))
            {
                yield return RawItem.Failed(container.Name, $"record {number}", problem ?? "is beyond the limits on unpacking; the rest was not read", Again);
                yield break;
            }

            if (record is null)
            {
                yield break;
            }

            held = Page(container, record, number, options);
        }
    }

    /// <summary>True if what unpacks from gzip is a WARC.</summary>
    internal static bool IsInside(ReadOnlyMemory<byte> gzip)
    {
        try
        {
            using var unpacked = GzipContainer.Open(gzip);
            var start = new byte[5];
            return unpacked.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.AsSpan().SequenceEqual("WARC/"u8);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return false;
        }
    }

    private static RawItem? Page(RawItem container, WarcRecord record, int number, GatherOptions options)
    {
        var target = record.Header("WARC-Target-URI")?.Trim('<', '>');
        var contentType = record.Header("Content-Type");
        var body = record.Content;
        if (target is null || record.Header("WARC-Type") is not ("response" or "resource"))
        {
            return null;
        }

        if (contentType?.StartsWith("application/http", StringComparison.OrdinalIgnoreCase) == true)
        {
            if (HttpMessage.Parse(body) is not { } message)
            {
                return RawItem.Failed($"{container.Name}!/{target}", $"record {number}", "is no HTTP answer", Again);
            }

            contentType = message.Header("Content-Type");
            if (message.Status != 200 || !CanBeReport(contentType))
            {
                return null;
            }

            if (message.Body(options.MaxDocumentBytes) is not { } unpacked)
            {
                return RawItem.Failed($"{container.Name}!/{target}", $"record {number}", "has a body that cannot be unpacked within the limits", Again);
            }

            body = unpacked;
        }
        else if (!CanBeReport(contentType))
        {
            return null;
        }

        return new RawItem
        {
            Name = target,
            Origin = target,
            Bytes = body,
            GatheredAt = DateTimeOffset.TryParse(record.Header("WARC-Date"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date.ToUniversalTime() : null,
            ClaimedCharset = Decoding.DeclaredCharset.OfContentType(contentType),
        };
    }

    private static bool CanBeReport(string? contentType)
    {
        var type = contentType?.Split(';')[0].Trim().ToLowerInvariant() ?? "";
        return type is "text/html" or "text/plain" or "text/markdown" or "text/xml" or "application/pdf" or "message/rfc822" or "application/jsonl" or "application/x-ndjson"
            || type.EndsWith("xml", StringComparison.Ordinal) && !type.StartsWith("image/", StringComparison.Ordinal)
            || type.EndsWith("wordprocessingml.document", StringComparison.Ordinal);
    }
}
