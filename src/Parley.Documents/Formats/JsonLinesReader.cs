using System.Text;
using System.Text.Json;
using Parley.Documents.Decoding;

namespace Parley.Documents.Formats;

/// <summary>
/// JSON Lines, an article a line: <c>{"title", "text", "published", "outlet", "byline", "url"}</c>, all but the text optional.
/// A line that is not that is a fault; the others are read.
/// </summary>
internal static class JsonLinesReader
{
    private const string Remedy = "each line must be one JSON object with a \"text\", such as {\"title\": …, \"text\": …, \"published\": \"2025-01-27\"}";

    internal static void Read(DecodedText decoded, TextSink sink, CancellationToken cancellation)
    {
        var number = 0;
        foreach (var range in decoded.Text.AsSpan().EnumerateLines())
        {
            number++;
            cancellation.ThrowIfCancellationRequested();
            if (range.IsWhiteSpace())
            {
                continue;
            }

            if (number > sink.Options.MaxEntries || sink.IsFull)
            {
                sink.Fault($"line {number}", "is beyond the limit on lines or on text length; it and those after it were not read", "split the file");
                return;
            }

            ReadLine(range, number, sink);
        }
    }

    private static void ReadLine(ReadOnlySpan<char> line, int number, TextSink sink)
    {
        var place = $"line {number}";
        try
        {
            using var json = JsonDocument.Parse(Encoding.UTF8.GetBytes(line.ToArray()), new JsonDocumentOptions { MaxDepth = 16 });
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                sink.Fault(place, "is not a JSON object", Remedy);
            }
            else if (Text(json.RootElement, "text") is not { } text)
            {
                sink.Fault(place, "has no \"text\"", Remedy);
            }
            else
            {
                AddArticle(json.RootElement, text, place, sink);
            }
        }
        catch (JsonException e)
        {
            sink.Fault(place, $"is not JSON (byte {e.BytePositionInLine})", Remedy);
        }
        catch (InvalidOperationException)
        {
            // How System.Text.Json refuses "\ud800" without its other half.
            sink.Fault(place, "holds half of a surrogate pair", "write the whole character, or leave it out");
        }
    }

    private static void AddArticle(JsonElement article, string text, string place, TextSink sink)
    {
        var published = Text(article, "published");
        var date = published is null ? null : DateText.Read(published);
        if (date is null && !string.IsNullOrWhiteSpace(published))
        {
            sink.Fault(place, "has a \"published\" that is no date; the article is kept without one", "write it as YYYY-MM-DD");
        }

        sink.Add(
            new SourceText
            {
                Text = text,
                Offsets = [],
                Title = Text(article, "title"),
                Byline = Text(article, "byline"),
                Outlet = Text(article, "outlet"),
                Url = Text(article, "url"),
                Published = date,
            },
            place);
    }

    private static string? Text(JsonElement article, string name) =>
        article.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text)
            ? text : null;
}
