namespace Parley.Documents.Formats.Html;

/// <summary>
/// Finds the part of a page that is the report: what the markup says (article, main, role, itemprop), else where the sentences
/// are, followed down the tree as long as one child holds nearly all of them. Within it menus, adverts, comments, notes on
/// cookies and lists of links are left out by name and by how much of their text is links.
/// </summary>
internal sealed class MainContent
{
    private const double NearlyAll = 0.8;

    private readonly HtmlTree _tree;
    private readonly bool[] _leftOut;
    private readonly HtmlMass _mass;

    private MainContent(HtmlTree tree, bool[] leftOut, HtmlMass mass) => (_tree, _leftOut, _mass) = (tree, leftOut, mass);

    /// <summary>The element that holds the report.</summary>
    internal int Root { get; private init; }

    internal static MainContent Find(HtmlTree tree)
    {
        var leftOut = new bool[tree.Count];
        for (var i = 1; i < tree.Count; i++)
        {
            leftOut[i] = HtmlNames.NeverText.Contains(tree[i].Name) || IsHidden(tree, i);
        }

        var before = HtmlMass.Of(tree, leftOut);
        LeaveOutByName(tree, leftOut, before);
        var mass = HtmlMass.Of(tree, leftOut);
        return new MainContent(tree, leftOut, mass) { Root = FindRoot(tree, leftOut, mass) };
    }

    /// <summary>True if this element or text of the main part does not belong to the report.</summary>
    internal bool LeavesOut(int node)
    {
        if (_leftOut[node])
        {
            return true;
        }

        return _tree[node].Name switch
        {
            "ul" or "ol" or "dl" or "table" or "div" or "section" or "footer" => _mass.LinkShare(node) > 0.5 && _mass.Prose(node) < _mass.All(node) / 4 && !HoldsHeading(node),
            // "Read also: …": a paragraph that is one link.
            "p" or "li" => _mass.LinkShare(node) > 0.8 && _mass.All(node) < 200,
            _ => false,
        };
    }

    private bool HoldsHeading(int node)
    {
        // A digest's headings are often links to the articles.
        for (var i = node + 1; i < _tree[node].End; i++)
        {
            if (HtmlNames.Heading.Contains(_tree[i].Name) && !_leftOut[i])
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsHidden(HtmlTree tree, int node)
    {
        if (tree[node].IsText || tree[node].Length < 6)
        {
            return false;
        }

        return tree.Attribute(node, "hidden") is { } hidden && !hidden.Equals("until-found", StringComparison.OrdinalIgnoreCase)
            || tree.Attribute(node, "aria-hidden") is "true"
            || (tree.Attribute(node, "style") is { } style && style.Replace(" ", "", StringComparison.Ordinal) is var plain
                && (plain.Contains("display:none", StringComparison.OrdinalIgnoreCase) || plain.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase)))
            || HtmlWords.IsAsideRole(tree.Attribute(node, "role"));
    }

    // A name such as "content with-sidebar" must not cost the report: what holds most of the sentences stays.
    private static void LeaveOutByName(HtmlTree tree, bool[] leftOut, HtmlMass mass)
    {
        var most = mass.Prose(0) / 2;
        for (var i = 1; i < tree.Count; i++)
        {
            var name = tree[i].Name;
            if (leftOut[i] || tree[i].IsText || name is "html" or "body" or "main" || (mass.Prose(i) > most && most > 0))
            {
                continue;
            }

            leftOut[i] = (name is "footer" or "header" && !IsInside(tree, i, "article", "main", "blockquote"))
                || HtmlWords.TellAside(tree.Attribute(i, "class"))
                || HtmlWords.TellAside(tree.Attribute(i, "id"));
        }
    }

    private static bool IsInside(HtmlTree tree, int node, params ReadOnlySpan<string> names)
    {
        for (var i = tree[node].Parent; i > 0; i = tree[i].Parent)
        {
            if (names.Contains(tree[i].Name))
            {
                return true;
            }
        }

        return false;
    }

    private static int FindRoot(HtmlTree tree, bool[] leftOut, HtmlMass mass)
    {
        var root = 0;
        var best = mass.Prose(0) * 0.4;
        for (var i = 1; i < tree.Count; i++)
        {
            // The deepest wins among equals, so that "main > article" gives the article.
            if (!leftOut[i] && !tree[i].IsText && mass.Prose(i) > 0 && mass.Prose(i) >= best && SaysMain(tree, i))
            {
                (root, best) = (i, mass.Prose(i));
            }
        }

        return root > 0 ? root : Descend(tree, mass);
    }

    private static bool SaysMain(HtmlTree tree, int node) =>
        tree[node].Name is "article" or "main"
        || tree.Attribute(node, "itemprop") is "articleBody"
        || tree.Attribute(node, "role") is "main" or "article";

    private static int Descend(HtmlTree tree, HtmlMass mass)
    {
        var at = 0;
        while (true)
        {
            var heir = -1;
            for (var child = at + 1; child < tree[at].End; child = tree[child].End)
            {
                if (mass.Prose(child) > mass.Prose(at) * NearlyAll && HtmlNames.Block.Contains(tree[child].Name))
                {
                    heir = child;
                    break;
                }
            }

            // One long paragraph is no container.
            if (heir < 0 || tree[heir].Name is "p" or "pre" or "ul" or "ol" or "blockquote" or "tr" || !HoldsBlocks(tree, heir))
            {
                return at;
            }

            at = heir;
        }
    }

    private static bool HoldsBlocks(HtmlTree tree, int node)
    {
        for (var child = node + 1; child < tree[node].End; child = tree[child].End)
        {
            if (HtmlNames.Block.Contains(tree[child].Name))
            {
                return true;
            }
        }

        return false;
    }
}
