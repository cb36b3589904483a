using System.Collections.Immutable;
using Parley.Language;
using Parley.Language.Model;
using Parley.Records;

namespace Parley.Attributions;

/// <summary>
/// Finds attributions with the trained model, level by level: in the paragraphs, then, since the model marks only the outermost of
/// nested attributions, inside each content that it found. What the rules see beside it (attributions in nouns, headlines,
/// introductions of lists) is added where the model saw no cue, and where both saw one, with contents that begin alike, and the model is not sure, the
/// rules' content is taken: they keep to the convention for where contents end, which the training data does not quite.
/// </summary>
/// <param name="model">The model, shared by all threads.</param>
public sealed class ModelFinder(LanguageModel model)
{
    private const int MaxLevels = 5;
    private const int MinTokens = 4;
    private const int LeastWords = 3;

    // Chosen on the development articles and the annotated pages (docs/methods/attribution.md): what the model doubts costs more than it brings,
    // the more so inside contents, which it was not trained on.
    private const float LeastConfidence = 0.2f;
    private const float LeastConfidenceInside = 0.5f;

    private const float SureOfBorders = 0.69f;
    private const string Outside = "language model";
    private const string Inside = "language model, inside a content";

    /// <summary>Finds the attributions of an article's running text, of all levels.</summary>
    public ImmutableArray<FoundAttribution> Find(ParsedArticle article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var found = new List<FoundAttribution>();
        var level = Paragraphs(article);
        for (var depth = 0; depth < MaxLevels && level.Count > 0; depth++)
        {
            level = Read(article, level, isInside: depth > 0, found);
        }

        var rules = TakeWhatRulesSeeBetter(article, found, RuleFinder.Find(article));
        for (var f = 0; f < found.Count; f++)
        {
            found[f] = found[f] with { Confidence = Calibration.Of(found[f].Confidence), Source = SourceOfSentence(article, found[f], rules) };
        }

        AddWhatRulesSee(found, rules);
        return [.. found];
    }

    /// <summary>
    /// Who speaks stands rarely in another sentence than his verb: there the rules' source for it is taken. Nobody speaks in the sentence after it.
    /// </summary>
    private static ImmutableArray<TextSpan> SourceOfSentence(ParsedArticle article, FoundAttribution found, ImmutableArray<FoundAttribution> rules)
    {
        if (found.Source is not [var source] || found.Cue is not [.., var cue])
        {
            return found.Source;
        }

        var distance = SentencesTo(article, cue, source);
        return distance == 0 ? found.Source : rules.FirstOrDefault(r => !r.Source.IsEmpty && r.Cue.Any(c => c.Overlaps(cue)))?.Source ?? (distance > 0 ? [] : found.Source);
    }

    /// <summary>How many sentences after the cue the source stands; negative before it.</summary>
    private static int SentencesTo(ParsedArticle article, TextSpan cue, TextSpan source) =>
        article.SentenceAt(article.Tokens.Within(source).Start) - article.SentenceAt(article.Tokens.Within(cue).Start);

    private static List<TokenRange> Paragraphs(ParsedArticle article)
    {
        var paragraphs = new List<TokenRange>();
        foreach (var block in article.Article.Blocks)
        {
            if (block.Kind is not (BlockKind.Boilerplate or BlockKind.Byline) && article.Tokens.Within(block.Body) is { IsEmpty: false } tokens)
            {
                paragraphs.Add(tokens);
            }
        }

        return paragraphs;
    }

    /// <summary>Adds what the model finds in the ranges; gives the contents to be read next.</summary>
    private List<TokenRange> Read(
        ParsedArticle article, List<TokenRange> ranges, bool isInside, List<FoundAttribution> found)
    {
        var reading = model.Read(article.Article.Text, article.Tokens, [.. ranges], apart: isInside);
        var inner = new List<TokenRange>();
        var known = ranges.ToHashSet();
        foreach (var attribution in reading.Attributions)
        {
            if (attribution.Contents.IsEmpty || attribution.Cue < 0 || attribution.Probability < (isInside ? LeastConfidenceInside : LeastConfidence))
            {
                continue;
            }

            var contents = attribution.Contents.Select(i => reading.Spans[i].Tokens).ToList();
            if (contents.Count == 1 && IsTooShort(article, contents[0]))
            {
                continue;
            }

            found.Add(new FoundAttribution
            {
                Source = Spans(article, reading, attribution.Source),
                Cue = Spans(article, reading, attribution.Cue),
                Content = [.. contents.Select(article.SpanOf)],
                Confidence = attribution.Probability,
                By = isInside ? Inside : Outside,
            });
            inner.AddRange(contents.Where(c => c.Count >= MinTokens && !known.Contains(c) && HoldsCue(article, c)));
        }

        inner.Sort((a, b) => a.Start.CompareTo(b.Start));
        return inner;
    }

    /// <summary>A word or two say something only as a quotation or a figure.</summary>
    private static bool IsTooShort(ParsedArticle article, TokenRange content)
    {
        for (var i = content.Start; i < content.End; i++)
        {
            var word = article.Word(i);
            if (word.ContainsAnyInRange('0', '9') || !char.IsLetterOrDigit(word[0]))
            {
                return false;
            }
        }

        return content.Count < LeastWords;
    }

    /// <summary>Whether a content has a word that may attribute; most have none and need not be read again.</summary>
    private static bool HoldsCue(ParsedArticle article, TokenRange content)
    {
        for (var i = content.Start; i < content.End; i++)
        {
            if (CueTable.MayAttribute(article.Word(i)))
            {
                return true;
            }
        }

        return false;
    }

    private static ImmutableArray<TextSpan> Spans(ParsedArticle article, AttributionReading reading, int index) =>
        index < 0 ? [] : [article.SpanOf(reading.Spans[index].Tokens)];

    /// <summary>
    /// Where the model is not sure, the rules' content takes the place of one that begins with it: they know better where it ends. Who says it the model
    /// knows better. Gives the rules' attributions, these with the model's sources.
    /// </summary>
    private static ImmutableArray<FoundAttribution> TakeWhatRulesSeeBetter(ParsedArticle article, List<FoundAttribution> found, ImmutableArray<FoundAttribution> rules)
    {
        var surer = rules.Where(r => !r.Content.IsEmpty && !r.Cue.IsEmpty).ToLookup(r => r.Content[0].Start);
        var sources = new Dictionary<FoundAttribution, ImmutableArray<TextSpan>>(ReferenceEqualityComparer.Instance);
        found.RemoveAll(f =>
        {
            var better = EndsAtRelative(article, f) ? rules.FirstOrDefault(r => r.Cue.Any(c => f.Cue.Any(c.Overlaps)) && r.Content.Any(f.Content[0].Overlaps))
                : f.Confidence < SureOfBorders ? surer[f.Content[0].Start].FirstOrDefault(r => r.Cue.Any(c => f.Cue.Any(c.Overlaps))) : null;
            if (better is not null && !f.Source.IsEmpty && (better.Source.IsEmpty || SentencesTo(article, f.Cue[^1], f.Source[0]) == 0))
            {
                sources[better] = f.Source;
            }

            return better is not null;
        });

        var answers = new SpanSet(rules.Where(r => r.By == Rule.Dispute.Name).SelectMany(r => r.Cue));
        found.RemoveAll(f => f.Cue.Any(answers.Overlaps));

        // "Minister: talks go on": the rules know by the rest of the article that the name is one.
        var introduced = new SpanSet(rules.Where(r => r.Cue.IsEmpty && !r.Source.IsEmpty).SelectMany(r => r.Content));
        found.RemoveAll(f => f.Source.IsEmpty && f.Content.Any(introduced.Overlaps));
        return [.. rules.Select(r => sources.TryGetValue(r, out var source) ? r with { Source = source } : r)];
    }

    /// <summary>"Warned that the process, | which Brussels halted, would not resume": a that-clause does not end at a clause on its subject.</summary>
    private static bool EndsAtRelative(ParsedArticle article, FoundAttribution found)
    {
        if (found.Content is not [var content] || article.Tokens.Within(content) is not { Start: > 0 } words || (article.Word(words.Start - 1) is not "that" && article.Word(words.Start) is not "that"))
        {
            return false;
        }

        var sentence = article.Sentences[article.SentenceAt(words.Start)];
        return words.End + 1 < sentence.End && article.Word(words.End) is "," && article.Word(words.End + 1) is "which" or "who" or "whose" or "where";
    }

    private static void AddWhatRulesSee(List<FoundAttribution> found, ImmutableArray<FoundAttribution> rules)
    {
        var cues = new SpanSet(found.SelectMany(f => f.Cue));
        var contents = new SpanSet(found.SelectMany(f => f.Content));
        found.AddRange(rules.Where(r => r.Content.IsEmpty || (r.Cue.IsEmpty ? !r.Source.IsEmpty && !r.Content.Any(contents.Overlaps) : !r.Cue.Any(cues.Overlaps))));
    }
}
