using System.Net;
using System.Text;
using System.Text.Json;
using Parley.Records;

namespace Parley.Benchmarks.Made;

/// <summary>Made reports as documents of several formats.</summary>
internal static class MadeDocument
{
    /// <summary>A document of a format, about <paramref name="bytes"/> long.</summary>
    public static Document Of(DocumentFormat format, int bytes)
    {
        var text = new StringBuilder();
        for (var seed = 1; text.Length < bytes; seed++)
        {
            var report = MadeText.Report(seed, 20);
            text.Append(format switch
            {
                DocumentFormat.JsonLines => JsonSerializer.Serialize(new { title = $"Report {seed}", text = report, published = "2025-03-10" }) + "\n",
                DocumentFormat.Html => string.Concat(report.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(p => $"<p>{WebUtility.HtmlEncode(p)}</p>\n")),
                DocumentFormat.Markdown => $"## Report {seed}\n\n{report}",
                _ => report,
            });
        }

        var whole = format is DocumentFormat.Html ? $"<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>Made</title></head><body><nav><a href=\"/\">Home</a></nav><article>{text}</article></body></html>" : text.ToString();
        return Gathered(format, Encoding.UTF8.GetBytes(whole));
    }

    /// <summary>A document with these bytes.</summary>
    public static Document Gathered(DocumentFormat format, byte[] bytes) => new()
    {
        Name = "made",
        Origin = "/made",
        Bytes = bytes,
        Sha256 = ContentHash.Of(bytes),
        GatheredAt = DateTimeOffset.UnixEpoch,
        Format = format,
        Charset = "utf-8",
    };
}
