using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Parley.Language;
using Parley.Records;

namespace Parley.Attributions;

/// <summary>Adds to what was found in the running text what the form of the text tells, and takes out what it contradicts.</summary>
internal static class FormRules
{
    /// <summary>The attributions of running text and forms together, in no particular order.</summary>
    public static List<FoundAttribution> Apply(ParsedArticle article, QuotationStructure quotations, ImmutableArray<FoundAttribution> found)
    {
        var blocks = article.Article.Blocks;
        var introductions = new Introductions(article, found);
        var listed = blocks.Where(b => b.Kind == BlockKind.ListItem).Select(b => b.Introducer).OfType<int>()
            .Distinct().Select(b => introductions.Of(b, needsColon: true)?.Cue[0]).OfType<TextSpan>().ToHashSet();
        var all = new List<FoundAttribution>(found.Length);
        var dialogue = new Dictionary<int, List<FoundAttribution>>();
        foreach (var one in found)
        {
            // Openers have no content; what opens a list ("several reasons:") isn't said by itself.
            if (one.Content.IsDefaultOrEmpty || (!one.Cue.IsDefaultOrEmpty && listed.Contains(one.Cue[0])) || BlockOf(article, one) is not { } block)
            {
                continue;
            }

            if (blocks[block].Kind == BlockKind.Dash)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(dialogue, block, out _) ??= [];
                dialogue[block].Add(one);
            }
            else if (blocks[block].Kind is not (BlockKind.Byline or BlockKind.Boilerplate))
            {
                all.Add(one);
            }
        }

        for (var b = 0; b < blocks.Length; b++)
        {
            switch (blocks[b].Kind)
            {
                case BlockKind.Turn:
                    Turns.Add(blocks, b, all);
                    break;
                case BlockKind.Dash:
                    all.AddRange(DashDialogue.Read(article, quotations, b, dialogue.GetValueOrDefault(b, [])));
                    break;
                case BlockKind.BlockQuotation or BlockKind.ListItem when blocks[b].Introducer is { } introducer
                    && introductions.Of(introducer, needsColon: blocks[b].Kind == BlockKind.ListItem) is { } opener:
                    var form = blocks[b].Kind == BlockKind.ListItem ? Rule.ListItem : Rule.BlockQuotation;
                    all.Add(form.Find(opener.Source, opener.Cue, [blocks[b].Body]));
                    break;
            }
        }

        Conversation.Add(article, quotations, all);
        AuthorPredictions.Add(article, quotations, all);
        return all;
    }

    private static int? BlockOf(ParsedArticle article, FoundAttribution one) =>
        article.Tokens.Within(one.Content[0]) is { IsEmpty: false } tokens ? article.SentenceBlocks[article.SentenceAt(tokens.Start)] : null;
}
