using System.Text;
using System.Xml;
using Parley.Documents.Formats.Html;

namespace Parley.Documents.Formats.Feeds;

/// <summary>What one entry of a feed says, as it stands there.</summary>
internal sealed class FeedEntry
{
    private const string Dublin = "http://purl.org/dc/elements/1.1/";
    private const string ContentModule = "http://purl.org/rss/1.0/modules/content/";

    internal string? Title { get; private set; }

    internal string? Content { get; private set; }

    internal string? Summary { get; private set; }

    internal string? Author { get; private set; }

    internal string? Outlet { get; private set; }

    internal string? Published { get; private set; }

    internal string? Link { get; private set; }

    /// <summary>Reads an entry; the reader stands on its start before, on its end after.</summary>
    internal static FeedEntry Read(XmlReader xml)
    {
        var entry = new FeedEntry();
        var depth = xml.Depth;
        if (xml.IsEmptyElement)
        {
            return entry;
        }

        xml.Read();
        while (!xml.EOF && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                entry.Take(xml);
            }
            else
            {
                xml.Read();
            }
        }

        return entry;
    }

    /// <summary>All text of the element on which the reader stands; the reader moves past it. XHTML content keeps its tags.</summary>
    internal static string TextOf(XmlReader xml)
    {
        if (xml.GetAttribute("type") == "xhtml")
        {
            return xml.ReadInnerXml();
        }

        var depth = xml.Depth;
        var text = new StringBuilder();
        if (!xml.IsEmptyElement)
        {
            while (xml.Read() && xml.Depth > depth)
            {
                if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
                {
                    text.Append(xml.Value);
                }
            }
        }

        xml.Read();
        return text.ToString();
    }

    /// <summary>A title or name as plain text: some feeds put HTML there, some do not.</summary>
    internal static string? Plain(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var plain = HtmlReader.ReadFragment(text, -1)?.Finish().Text ?? text;
        plain = string.Join(' ', plain.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return plain.Length == 0 ? null : plain;
    }

    private void Take(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "title" when xml.Prefix.Length == 0 || xml.NamespaceURI == Dublin:
                Title = Keep(Title, TextOf(xml));
                break;
            case "encoded" when xml.NamespaceURI == ContentModule:
            case "content" when !xml.NamespaceURI.Contains("mrss", StringComparison.Ordinal):
                Content = Keep(Content, TextOf(xml));
                break;
            case "description" or "summary":
                Summary = Keep(Summary, TextOf(xml));
                break;
            case "creator":
                Author = Keep(Author, TextOf(xml));
                break;
            case "author":
                TakeAuthor(xml);
                break;
            case "source" when xml.NamespaceURI != "http://www.w3.org/2005/Atom":
                Outlet = Keep(Outlet, TextOf(xml));
                break;
            case "pubDate" or "published" or "issued" or "date":
                Published = Keep(Published, TextOf(xml));
                break;
            case "link":
                var href = xml.GetAttribute("href");
                var alternate = xml.GetAttribute("rel") is null or "alternate";
                var text = TextOf(xml);
                Link = alternate ? Keep(Link, (href ?? text).Trim()) : Link;
                break;
            default:
                xml.Skip();
                break;
        }
    }

    // Atom has <author><name/><email/></author>, RSS "address (name)".
    private void TakeAuthor(XmlReader xml)
    {
        var depth = xml.Depth;
        var names = new StringBuilder();
        var name = new StringBuilder();
        var inOther = false;
        if (!xml.IsEmptyElement)
        {
            while (xml.Read() && xml.Depth > depth)
            {
                inOther = xml.NodeType == XmlNodeType.Element ? xml.LocalName != "name" : xml.NodeType != XmlNodeType.EndElement && inOther;
                if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && !inOther)
                {
                    name.Append(xml.Value);
                }
            }
        }

        xml.Read();
        var found = name.ToString().Trim();
        var bracket = found.IndexOf('(', StringComparison.Ordinal);
        found = found.Contains('@', StringComparison.Ordinal) ? bracket > 0 ? found[(bracket + 1)..].TrimEnd(')') : "" : found;
        names.Append(Author).Append(Author is not null && found.Length > 0 ? ", " : "").Append(found);
        Author = names.Length > 0 ? names.ToString() : null;
    }

    private static string? Keep(string? known, string found) => known ?? (string.IsNullOrWhiteSpace(found) ? null : found);
}
