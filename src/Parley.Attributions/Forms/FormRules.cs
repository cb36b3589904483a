using System.Collections.Immutable;
using Parley.Language;
using Parley.Records;

namespace Parley.Attributions;

/// <summary>Adds to what was found in the running text what the form of the text tells, and takes out what it contradicts.</summary>
internal static class FormRules
{
    /// <summary>The attributions of running text and forms together, in no particular order.</summary>
    public static List<FoundAttribution> Apply(ParsedArticle article, QuotationStructure quotations, ImmutableArray<FoundAttribution> found)
    {
        var all = new List<FoundAttribution>(found.Length);
        var blocks = article.Article.Blocks;
        foreach (var one in found)
        {
            if (!IsLeftOut(article, one))
            {
                all.Add(one);
            }
        }

        var introductions = new Introductions(article, found);
        for (var b = 0; b < blocks.Length; b++)
        {
            switch (blocks[b].Kind)
            {
                case BlockKind.Turn:
                    Turns.Add(blocks, b, all);
                    break;
                case BlockKind.Dash:
                    DashDialogue.Add(article, quotations, b, all);
                    break;
                case BlockKind.BlockQuotation or BlockKind.ListItem when blocks[b].Introducer is { } introducer
                    && introductions.Of(introducer, needsColon: blocks[b].Kind == BlockKind.ListItem) is { } opener:
                    all.Add(opener with { Content = [blocks[b].Body], Confidence = blocks[b].Kind == BlockKind.ListItem ? 0.75 : 0.85 });
                    break;
            }
        }

        Conversation.Add(article, quotations, all);
        return all;
    }

    // Bylines and boilerplate say nothing; openers have no content.
    private static bool IsLeftOut(ParsedArticle article, FoundAttribution one)
    {
        if (one.Content.IsDefaultOrEmpty)
        {
            return true;
        }

        var tokens = article.Tokens.Within(one.Content[0]);
        return tokens.IsEmpty
            || article.Article.Blocks[article.SentenceBlocks[article.SentenceAt(tokens.Start)]].Kind is BlockKind.Byline or BlockKind.Boilerplate;
    }
}
