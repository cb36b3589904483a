using System.Buffers;
using Parley.Records;

namespace Parley.Documents.Formats.Html;

/// <summary>
/// What a page says of its article, in this order of trust: JSON-LD, Open Graph and other meta, marked elements, what is shown.
/// What it does not say stays null; a date of change is no date of publication.
/// </summary>
internal sealed record PageMetadata(string? Title, string? Byline, string? Outlet, PartialDate? Published, string? Url)
{
    private static readonly string[] DateNames =
    [
        "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "citation_publication_date", "dc.date.issued",
        "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created", "publish-date", "publishdate", "publish_date", "publication_date", "pubdate", "article.published", "date",
    ];

    private static readonly SearchValues<char> NameEnd = SearchValues.Create("|•·–—/");

    private static readonly string[] AuthorNames = ["author", "article:author", "og:article:author", "parsely-author", "sailthru.author", "citation_author", "dc.creator", "dcterms.creator", "byl"];

    internal static PageMetadata Of(HtmlTree tree, MainContent content, string origin)
    {
        var meta = Meta(tree);
        var json = JsonLd.Of(tree);
        var outlet = json?.Publisher ?? First(meta, "og:site_name", "application-name", "citation_journal_title", "dc.publisher", "dcterms.publisher");
        var shown = ShownTitle(tree, content);
        var title = json?.Headline ?? First(meta, "og:title", "twitter:title", "dc.title", "citation_title") ?? shown ?? Clean(HeadTitle(tree));
        var maker = Makers(tree, content);
        var byline = json?.Author ?? AuthorNames.Select(name => meta.GetValueOrDefault(name)).FirstOrDefault(IsName) ?? maker.Author;
        var published = (json?.Published is { } stated ? DateText.Read(stated) : null)
            ?? DateNames.Select(name => meta.TryGetValue(name, out var value) ? DateText.Read(value) : null).FirstOrDefault(date => date is not null)
            ?? maker.Date;
        return new PageMetadata(WithoutOutlet(title, outlet), WithoutBy(byline), outlet, published, Address(tree, meta, origin));
    }

    private static Dictionary<string, string> Meta(HtmlTree tree)
    {
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 1; i < tree.Count && found.Count < 500; i++)
        {
            if (tree[i].Name == "meta" && (tree.Attribute(i, "property") ?? tree.Attribute(i, "name") ?? tree.Attribute(i, "itemprop")) is { } name
                && Clean(tree.Attribute(i, "content")) is { } value)
            {
                found.TryAdd(name.Trim(), value);
            }
        }

        return found;
    }

    private static string? First(Dictionary<string, string> meta, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (meta.TryGetValue(name, out var value))
            {
                return value;
            }
        }

        return null;
    }

    private static string? HeadTitle(HtmlTree tree) => tree.FirstNamed("title") is >= 0 and var title ? tree.InnerText(title) : null;

    // The h1 of the report, or the only one of the page.
    private static string? ShownTitle(HtmlTree tree, MainContent content)
    {
        var within = tree.FirstNamed("h1", content.Root);
        if (within < 0)
        {
            within = tree.FirstNamed("h1");
        }

        return within < 0 ? null : Clean(tree.InnerText(within, 500));
    }

    // Elements that are marked as author or date, first in the report, then before it (a page's header).
    private static (string? Author, PartialDate? Date) Makers(HtmlTree tree, MainContent content)
    {
        string? author = null;
        PartialDate? stated = null, shown = null;
        for (var i = 1; i < tree[content.Root].End; i++)
        {
            var node = tree[i];
            if (node.IsText || node.Name is "meta" or "script" or "style" || (i > content.Root && content.LeavesOut(i)))
            {
                continue;
            }

            var item = tree.Attribute(i, "itemprop");
            if (item is "datePublished" || (node.Name == "time" && item is not "dateModified" && !SaysModified(tree, i)))
            {
                stated ??= DateText.Read(tree.Attribute(i, "datetime") ?? tree.Attribute(i, "content") ?? tree.InnerText(i, 100));
            }

            if (item is "author" || tree.Attribute(i, "rel") is "author")
            {
                author ??= Clean(tree.InnerText(i, 200));
            }
            else if (HtmlWords.TellMaker(tree.Attribute(i, "class")) && tree.InnerText(i, 300) is { Length: > 0 and < 300 } line)
            {
                shown ??= SaysModified(tree, i) ? null : DateText.Read(line);
                author ??= line.StartsWith("By ", StringComparison.OrdinalIgnoreCase) && line.Length < 120 ? AuthorOf(line) : null;
            }
        }

        return (author, stated ?? shown);
    }

    private static bool SaysModified(HtmlTree tree, int node) =>
        (tree.Attribute(node, "class") is { } names && (names.Contains("updated", StringComparison.OrdinalIgnoreCase) || names.Contains("modified", StringComparison.OrdinalIgnoreCase)) && !names.Contains("publish", StringComparison.OrdinalIgnoreCase))
        || tree.InnerText(node, 100).StartsWith("updated", StringComparison.OrdinalIgnoreCase);

    // "By Ann Lee | January 27, 2025": the name ends where something else begins.
    private static string AuthorOf(string line)
    {
        var end = line.AsSpan().IndexOfAny(NameEnd);
        return (end < 0 ? line : line[..end]).Trim();
    }

    private static string? Address(HtmlTree tree, Dictionary<string, string> meta, string origin)
    {
        for (var i = 1; i < tree.Count; i++)
        {
            if (tree[i].Name == "link" && tree.Attribute(i, "rel") is { } rel && rel.Equals("canonical", StringComparison.OrdinalIgnoreCase) && IsWeb(tree.Attribute(i, "href")))
            {
                return tree.Attribute(i, "href");
            }
        }

        var graph = meta.GetValueOrDefault("og:url");
        return IsWeb(graph) ? graph : IsWeb(origin) ? origin : null;
    }

    private static bool IsWeb(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";

    private static bool IsName(string? author) => !string.IsNullOrWhiteSpace(author) && author.Length < 200 && !author.Contains("://", StringComparison.Ordinal) && !author.StartsWith('@');

    private static string? WithoutBy(string? byline) =>
        byline is not null && byline.StartsWith("by ", StringComparison.OrdinalIgnoreCase) ? Clean(byline[3..]) : Clean(byline);

    // "Title - Outlet", "Title | Outlet".
    private static string? WithoutOutlet(string? title, string? outlet)
    {
        if (title is null || outlet is null || !title.EndsWith(outlet, StringComparison.OrdinalIgnoreCase))
        {
            return title;
        }

        var rest = title.AsSpan(0, title.Length - outlet.Length).TrimEnd();
        return rest.Length > 1 && rest[^1] is '-' or '|' or '–' or '—' or '·' or ':' ? Clean(rest[..^1].ToString()) : title;
    }

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
