using System.Collections.Immutable;
using Parley.Language;

namespace Parley.Attributions;

/// <summary>
/// Finds attributions by lists of cues and by the structure of quotations. It prefers silence to a guess: a cue without a source or
/// a content that it can see yields nothing.
/// </summary>
public static class RuleFinder
{
    /// <summary>Finds the attributions of an article's running text, of all levels.</summary>
    public static ImmutableArray<FoundAttribution> Find(ParsedArticle article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var text = new RuleText(article, QuotationFinder.Find(article));
        var found = new Findings(text);
        QuotationRules.Apply(text, found);
        for (var i = 0; i < article.Tokens.Count; i++)
        {
            DisputeRules.Apply(text, i, found);
            ClauseRules.Apply(text, i, found);
            PhraseRules.Apply(text, i, found);
            NounRules.Apply(text, i, found);
        }

        HeadlineRules.Apply(text, found.SpeakersLastWords(), found);
        AddOpeners(text, found);
        return found.ToImmutable();
    }

    // Paragraphs that introduce a list or a block quotation give it their source and cue.
    private static void AddOpeners(RuleText text, Findings found)
    {
        var article = text.Article;
        var introducers = article.Article.Blocks.Select(b => b.Introducer).OfType<int>().ToHashSet();
        for (var s = 0; s < article.Sentences.Length; s++)
        {
            var isLast = s + 1 == article.Sentences.Length || article.SentenceBlocks[s + 1] != article.SentenceBlocks[s];
            if (isLast && introducers.Contains(article.SentenceBlocks[s]) && OpenerRules.Find(text, s) is { } opener)
            {
                found.Add(opener.Source, opener.Cue, default, Rule.Opener);
            }
        }
    }
}
