using System.Xml;
using Parley.Documents.Decoding;
using Parley.Documents.Formats.Html;

namespace Parley.Documents.Formats.Feeds;

/// <summary>RSS 0.9 to 2.0 and Atom: a text for each entry, its HTML read as a page's is.</summary>
internal static class FeedReader
{
    internal static void Read(DecodedText decoded, TextSink sink, CancellationToken cancellation)
    {
        try
        {
            using var xml = XmlText.Open(decoded.Text);
            ReadEntries(xml, decoded.Text, sink, cancellation);
        }
        catch (XmlException e)
        {
            // Entries before the break have been read.
            var (place, problem, remedy) = XmlText.Explain(e);
            sink.Fault(place, problem, remedy);
        }
    }

    private static void ReadEntries(XmlReader xml, string source, TextSink sink, CancellationToken cancellation)
    {
        string? outlet = null;
        int entries = 0, cursor = 0;
        xml.MoveToContent();
        while (xml.Read())
        {
            if (xml.Depth > XmlText.MaxDepth)
            {
                sink.Fault(null, $"has elements nested more than {XmlText.MaxDepth} deep", "have it corrected where it is made");
                return;
            }

            // A feed's own title stands among its entries' elders: <rss><channel><title>, <feed><title>.
            while (xml.NodeType == XmlNodeType.Element)
            {
                cancellation.ThrowIfCancellationRequested();
                if (xml.LocalName is "item" or "entry")
                {
                    if (++entries > sink.Options.MaxEntries || sink.IsFull)
                    {
                        sink.Fault($"entry {entries}", "is beyond the limit on entries or on text length; it and those after it were not read", "split the feed");
                        return;
                    }

                    var entry = FeedEntry.Read(xml);
                    Add(entry, outlet, entries, source, ref cursor, sink);
                    break;
                }

                if (xml.LocalName == "title" && outlet is null && xml.Depth <= 2)
                {
                    outlet = FeedEntry.TextOf(xml);
                    // TextOf stands on what follows, which may be an element again.
                    continue;
                }

                break;
            }
        }

        if (entries == 0)
        {
            sink.Fault(null, "is a feed without entries", "check that the right feed was given");
        }
    }

    private static void Add(FeedEntry entry, string? outlet, int number, string source, ref int cursor, TextSink sink)
    {
        var place = $"entry {number}";
        var content = entry.Content ?? entry.Summary ?? "";
        if (string.IsNullOrWhiteSpace(content))
        {
            content = entry.Title ?? "";
        }

        // Inside CDATA the content stands in the feed as it is; then its places can be told. Searched forward only, so in linear time.
        var at = content.Length > 0 ? source.IndexOf(content, cursor, Math.Min(source.Length - cursor, Reach(content)), StringComparison.Ordinal) : -1;
        cursor = at >= 0 ? at + content.Length : cursor;
        if (HtmlReader.ReadFragment(content, at) is not { } text)
        {
            sink.Fault(place, $"has elements nested more than {HtmlTreeBuilder.MaxDepth} deep", "save the page that it links to");
            return;
        }

        var (words, offsets, markup) = text.Finish();
        sink.Add(
            new SourceText
            {
                Text = words,
                Offsets = offsets,
                Markup = markup,
                Title = FeedEntry.Plain(entry.Title),
                Byline = FeedEntry.Plain(entry.Author),
                Outlet = FeedEntry.Plain(entry.Outlet ?? outlet),
                Published = entry.Published is { } date ? DateText.Read(date) : null,
                Url = entry.Link,
            },
            place);
    }

    private static int Reach(string content) => Math.Max(1 << 20, content.Length * 2);
}
