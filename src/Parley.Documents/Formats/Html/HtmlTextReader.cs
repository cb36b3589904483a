using Parley.Records;

namespace Parley.Documents.Formats.Html;

/// <summary>Writes the report's blocks out of a page, each with the kind that its markup tells.</summary>
internal static class HtmlTextReader
{
    private const int LongestByline = 200;

    /// <summary>Adds a subtree to <paramref name="text"/>.</summary>
    /// <param name="tree">The page.</param>
    /// <param name="root">Where to begin.</param>
    /// <param name="leavesOut">True for what is not to be read.</param>
    /// <param name="text">Where the text goes.</param>
    /// <param name="shift">What to add to a place in the page to get one in the document; negative if it cannot be told.</param>
    internal static void Read(HtmlTree tree, int root, Func<int, bool> leavesOut, ExtractedText text, int shift)
    {
        var open = new Stack<(int End, string Name, BlockKind? Outer)>();
        BlockKind? kind = null;
        var preformatted = 0;
        for (var i = root; i < tree[root].End; i++)
        {
            while (open.TryPeek(out var top) && top.End <= i)
            {
                Leave(open.Pop());
            }

            var node = tree[i];
            if (leavesOut(i))
            {
                i = node.End - 1;
            }
            else if (node.IsText)
            {
                HtmlEntities.Flow(text, tree.Source, node.Start, node.Length, preformatted > 0, shift);
            }
            else if (node.Name == "br")
            {
                text.LineBreak();
            }
            else if (node.Name == "hr")
            {
                text.BeginBlock(BlockKind.Boilerplate);
                text.Add("---");
                text.BeginBlock(kind);
            }
            else if (HtmlNames.Block.Contains(node.Name))
            {
                open.Push((node.End, node.Name, kind));
                Enter(i, node.Name);
            }
        }

        text.EndBlock();

        void Enter(int node, string name)
        {
            if (name is "td" or "th")
            {
                text.Add(" ");
                return;
            }

            kind = name switch
            {
                _ when HtmlNames.Heading.Contains(name) => BlockKind.Heading,
                "li" => BlockKind.ListItem,
                "blockquote" => BlockKind.BlockQuotation,
                _ when kind is null && IsByline(tree, node) => BlockKind.Byline,
                _ => kind,
            };
            preformatted += name == "pre" ? 1 : 0;
            text.BeginBlock(kind);
        }

        void Leave((int End, string Name, BlockKind? Outer) block)
        {
            kind = block.Outer;
            preformatted -= block.Name == "pre" ? 1 : 0;
            if (block.Name is not ("td" or "th"))
            {
                text.BeginBlock(kind);
            }
        }
    }

    private static bool IsByline(HtmlTree tree, int node) =>
        tree[node].Name is "p" or "div" or "span" or "address"
        && (HtmlWords.TellMaker(tree.Attribute(node, "class")) || tree.Attribute(node, "itemprop") is "author" or "datePublished" || tree.Attribute(node, "rel") is "author")
        && tree.InnerText(node, LongestByline + 1).Length <= LongestByline;
}
