namespace Parley.Documents.Formats.Html;

/// <summary>
/// How much text each element holds: characters other than white space, those of them in links, and the part in paragraphs
/// long enough to be sentences. Summed from the leaves up in two linear passes.
/// </summary>
internal sealed class HtmlMass
{
    // Shorter paragraphs are labels more often than sentences.
    private const int ShortestSentence = 40;

    private readonly int[] _all;
    private readonly int[] _linked;
    private readonly int[] _prose;

    private HtmlMass(int nodes) => (_all, _linked, _prose) = (new int[nodes], new int[nodes], new int[nodes]);

    /// <summary>Weighs a tree.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="leftOut">For each node, true if it is no part of the report (then neither are its descendants).</param>
    internal static HtmlMass Of(HtmlTree tree, bool[] leftOut)
    {
        var mass = new HtmlMass(tree.Count);
        var inLink = new bool[tree.Count];
        for (var i = 1; i < tree.Count; i++)
        {
            var node = tree[i];
            leftOut[i] |= leftOut[node.Parent];
            inLink[i] = inLink[node.Parent] || node.Name == "a";
            if (node.IsText && !leftOut[i])
            {
                mass._all[i] = Letters(tree.Source.AsSpan(node.Start, node.Length));
                mass._linked[i] = inLink[i] ? mass._all[i] : 0;
            }
        }

        mass.SumUp(tree);
        return mass;
    }

    /// <summary>Characters of text other than white space.</summary>
    internal int All(int node) => _all[node];

    /// <summary>Those of them in sentences and not in links.</summary>
    internal int Prose(int node) => _prose[node];

    /// <summary>Share of the text that stands in links, 0 to 1.</summary>
    internal double LinkShare(int node) => _all[node] == 0 ? 0 : (double)_linked[node] / _all[node];

    private void SumUp(HtmlTree tree)
    {
        // What a block holds outside of the blocks in it: one paragraph, as readers see it.
        var own = new int[tree.Count];
        var ownLinked = new int[tree.Count];
        for (var i = tree.Count - 1; i > 0; i--)
        {
            var node = tree[i];
            _all[node.Parent] += _all[i];
            _linked[node.Parent] += _linked[i];
            if (node.IsText)
            {
                own[node.Parent] += _all[i];
                ownLinked[node.Parent] += _linked[i];
            }
            else if (HtmlNames.Block.Contains(node.Name))
            {
                var free = own[i] - ownLinked[i];
                _prose[i] += free >= ShortestSentence && !HtmlNames.Heading.Contains(node.Name) ? free : 0;
                _prose[node.Parent] += _prose[i];
            }
            else
            {
                own[node.Parent] += own[i];
                ownLinked[node.Parent] += ownLinked[i];
                _prose[node.Parent] += _prose[i];
            }
        }
    }

    private static int Letters(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var c in text)
        {
            count += char.IsWhiteSpace(c) ? 0 : 1;
        }

        return count;
    }
}
