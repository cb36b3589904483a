using System.Xml;
using Parley.Records;

namespace Parley.Documents.Formats.Office;

/// <summary>What the paragraph styles of a document mean. Their ids differ by language, their names are English.</summary>
internal sealed class DocxStyles
{
    internal static readonly DocxStyles None = new();

    private readonly Dictionary<string, BlockKind> _kinds = [];

    internal BlockKind? KindOf(string? style) => style is null ? null
        : _kinds.TryGetValue(style, out var kind) ? kind
        : Kind(style);

    internal static DocxStyles Read(XmlReader xml)
    {
        var styles = new DocxStyles();
        string? id = null;
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "style")
            {
                id = xml.GetAttribute("styleId", xml.NamespaceURI);
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "name" && id is not null && Kind(xml.GetAttribute("val", xml.NamespaceURI)) is { } kind)
            {
                styles._kinds[id] = kind;
            }
        }

        return styles;
    }

    private static BlockKind? Kind(string? name) => name?.ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal) switch
    {
        { } heading when heading.StartsWith("heading", StringComparison.Ordinal) || heading is "title" => BlockKind.Heading,
        { } list when list.StartsWith("list", StringComparison.Ordinal) => BlockKind.ListItem,
        "quote" or "intensequote" or "blocktext" => BlockKind.BlockQuotation,
        "caption" => BlockKind.Boilerplate,
        _ => null,
    };
}

/// <summary>What a document says of itself in docProps/core.xml.</summary>
internal sealed record DocxCore(string? Title, string? Creator, PartialDate? Created)
{
    internal static DocxCore Read(XmlReader xml)
    {
        string? title = null, creator = null;
        PartialDate? created = null;
        xml.Read();
        while (!xml.EOF)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "title" or "creator" or "created")
            {
                var name = xml.LocalName;
                var value = xml.ReadElementContentAsString().Trim();
                title = name == "title" && value.Length > 0 ? value : title;
                creator = name == "creator" && value.Length > 0 ? value : creator;
                created = name == "created" ? DateText.Read(value) : created;
            }
            else
            {
                xml.Read();
            }
        }

        return new DocxCore(title, creator, created);
    }
}
