using System.Text.Json;

namespace Parley.Documents.Formats.Html;

/// <summary>What a page's JSON-LD says of its article (schema.org NewsArticle and its kin).</summary>
internal sealed record JsonLd(string? Headline, string? Author, string? Publisher, string? Published)
{
    private const int LongestScript = 1_000_000;
    private const int MostNodes = 10_000;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The first article described in a page's scripts, or null.</summary>
    internal static JsonLd? Of(HtmlTree tree)
    {
        for (var i = 1; i < tree.Count; i++)
        {
            if (tree[i].Name == "script" && tree[i].End == i + 2 && tree[i + 1].Length <= LongestScript
                && tree.Attribute(i, "type") is { } type && type.Contains("ld+json", StringComparison.OrdinalIgnoreCase)
                && Read(tree.Source.AsMemory(tree[i + 1].Start, tree[i + 1].Length)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static JsonLd? Read(ReadOnlyMemory<char> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            var waiting = new Queue<JsonElement>([document.RootElement]);
            for (var seen = 0; seen < MostNodes && waiting.TryDequeue(out var element); seen++)
            {
                if (element.ValueKind == JsonValueKind.Array)
                {
                    foreach (var item in element.EnumerateArray())
                    {
                        waiting.Enqueue(item);
                    }
                }
                else if (element.ValueKind == JsonValueKind.Object)
                {
                    if (IsArticle(element))
                    {
                        return new JsonLd(Text(element, "headline") ?? Text(element, "name"), Names(element, "author") ?? Names(element, "creator"),
                            Names(element, "publisher"), Text(element, "datePublished"));
                    }

                    foreach (var name in (ReadOnlySpan<string>)["@graph", "mainEntity", "mainEntityOfPage"])
                    {
                        if (element.TryGetProperty(name, out var inner))
                        {
                            waiting.Enqueue(inner);
                        }
                    }
                }
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Broken scripts are common, and the page says the same elsewhere.
        }

        return null;
    }

    private static bool IsArticle(JsonElement element) =>
        element.TryGetProperty("@type", out var type)
        && (type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Any(IsArticleType) : IsArticleType(type));

    private static bool IsArticleType(JsonElement type) =>
        type.ValueKind == JsonValueKind.String && type.GetString() is { } name
        && (name.EndsWith("Article", StringComparison.Ordinal) || name.EndsWith("BlogPosting", StringComparison.Ordinal) || name is "Report" or "LiveBlogPosting");

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? HtmlEntities.Decode(value.GetString()).Trim() : null;

    // A name, an object with a name, or a list of either.
    private static string? Names(JsonElement element, string property)
    {
        if (!element.TryGetProperty(property, out var value))
        {
            return null;
        }

        var names = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Take(10).Select(Name) : [Name(value)];
        var known = names.Where(name => !string.IsNullOrWhiteSpace(name)).Distinct().ToArray();
        return known.Length == 0 ? null : string.Join(", ", known);
    }

    private static string? Name(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? null : HtmlEntities.Decode(value.GetString()).Trim(),
        JsonValueKind.Object => Text(value, "name"),
        _ => null,
    };
}
