using System.Xml;

namespace Parley.Documents.Formats.Feeds;

/// <summary>OPML: a list of feeds.</summary>
internal static class OpmlList
{
    /// <summary>The addresses of the feeds in order, each once; those before the break if the list is broken, and then what is wrong.</summary>
    internal static (List<string> Feeds, XmlException? Broken) Read(string opml)
    {
        var feeds = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        try
        {
            using var xml = XmlText.Open(opml);
            while (xml.Read())
            {
                if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "outline" && (xml.GetAttribute("xmlUrl") ?? xml.GetAttribute("xmlurl"))?.Trim() is { Length: > 0 } address
                    && seen.Add(address))
                {
                    feeds.Add(address);
                }
            }
        }
        catch (XmlException e)
        {
            return (feeds, e);
        }

        return (feeds, null);
    }
}
