using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Parley.Language;
using Parley.Records;

namespace Parley.Attributions;

/// <summary>Who speaks in the list items and block quotations that a paragraph introduces, and by which cue.</summary>
internal sealed class Introductions
{
    private readonly ParsedArticle _article;
    private readonly Dictionary<int, FoundAttribution> _openers = [];

    /// <summary>Looks at the attributions in the last sentences of the paragraphs that introduce something.</summary>
    public Introductions(ParsedArticle article, ImmutableArray<FoundAttribution> found)
    {
        _article = article;
        var introducers = article.Article.Blocks.Where(b => b.Kind is BlockKind.ListItem or BlockKind.BlockQuotation).Select(b => b.Introducer).OfType<int>().ToHashSet();
        if (introducers.Count == 0)
        {
            return;
        }

        var lastSentences = new Dictionary<int, List<FoundAttribution>>();
        foreach (var one in found.Where(f => !f.Cue.IsDefaultOrEmpty))
        {
            var cue = article.Tokens.Within(one.Cue[0]);
            if (cue.IsEmpty)
            {
                continue;
            }

            var sentence = article.SentenceAt(cue.Start);
            var block = article.SentenceBlocks[sentence];
            var isLast = sentence + 1 == article.Sentences.Length || article.SentenceBlocks[sentence + 1] != block;
            if (isLast && introducers.Contains(block))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(lastSentences, block, out _) ??= [];
                lastSentences[block].Add(one);
            }
        }

        foreach (var (block, openers) in lastSentences)
        {
            if (LastOutermost(openers) is { } opener)
            {
                _openers[block] = opener;
            }
        }
    }

    /// <summary>The source and cue for what a block introduces; null if it introduces without attributing. A list needs a colon.</summary>
    public FoundAttribution? Of(int introducer, bool needsColon)
    {
        if (!_openers.TryGetValue(introducer, out var opener))
        {
            return null;
        }

        var span = _article.Article.Blocks[introducer].Span;
        if (needsColon && _article.Article.Text[span.End - 1] != ':')
        {
            return null;
        }

        return opener;
    }

    // The outermost cue, and of several the last: inner ones belong to what is already being quoted.
    private static FoundAttribution? LastOutermost(List<FoundAttribution> found)
    {
        FoundAttribution? last = null;
        var reach = 0;
        foreach (var one in found.OrderBy(f => f.Cue[0].Start))
        {
            if (last is null || one.Cue[0].Start >= reach)
            {
                last = one;
            }

            reach = one.Content.IsDefaultOrEmpty ? reach : Math.Max(reach, one.Content[^1].End);
        }

        return last;
    }
}
