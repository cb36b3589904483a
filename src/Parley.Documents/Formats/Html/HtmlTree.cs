namespace Parley.Documents.Formats.Html;

/// <summary>
/// The elements and texts of a page in document order, each with its place in the source and with the index just past its last
/// descendant. Made in one pass, walked without recursion, so that neither depth nor disorder of a page can hurt.
/// </summary>
internal sealed class HtmlTree(string source, List<HtmlNode> nodes)
{
    /// <summary>The page as decoded.</summary>
    internal string Source { get; } = source;

    /// <summary>Number of nodes.</summary>
    internal int Count => nodes.Count;

    internal HtmlNode this[int node] => nodes[node];

    /// <summary>Value of an attribute, entities decoded; null if the element has none of this name.</summary>
    internal string? Attribute(int node, string name)
    {
        var tag = Source.AsSpan(nodes[node].Start, nodes[node].Length);
        if (nodes[node].IsText || !tag.Contains(name, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var attributes = new HtmlAttributes(tag);
        while (attributes.Next())
        {
            if (attributes.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return HtmlEntities.Decode(attributes.Value, inAttribute: true);
            }
        }

        return null;
    }

    /// <summary>The first element named so in a subtree, or -1.</summary>
    internal int FirstNamed(string name, int within = 0)
    {
        for (var i = within; i < (Count == 0 ? 0 : nodes[within].End); i++)
        {
            if (nodes[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>All text of a subtree with white space collapsed, at most about <paramref name="limit"/> units.</summary>
    internal string InnerText(int node, int limit = 2000)
    {
        var text = new ExtractedText();
        for (var i = node; i < nodes[node].End && text.Length < limit; i++)
        {
            if (nodes[i].IsText)
            {
                HtmlEntities.Flow(text, Source, nodes[i].Start, Math.Min(nodes[i].Length, limit));
            }
            else if (nodes[i].Name is "script" or "style")
            {
                i = nodes[i].End - 1;
            }
            else if (HtmlNames.Block.Contains(nodes[i].Name) || nodes[i].Name == "br")
            {
                text.Add(" ");
            }
        }

        return text.Finish().Text;
    }
}

/// <summary>One element or text of a page.</summary>
/// <param name="Name">Element name in lower case; empty for text.</param>
/// <param name="Parent">Index of the parent; -1 for the root.</param>
/// <param name="Start">First unit in the source: of the text, or of an element's attributes.</param>
/// <param name="Length">Units of the text, or of the attributes.</param>
/// <param name="End">Index just past the last descendant.</param>
internal readonly record struct HtmlNode(string Name, int Parent, int Start, int Length, int End)
{
    internal bool IsText => Name.Length == 0;
}
