using Parley.Attributions;
using Parley.Documents;
using Parley.Documents.Articles;
using Parley.Language;
using Parley.Language.Model;
using Parley.Records;
using Parley.Training.Data;

namespace Parley.Training.Scoring;

/// <summary>An attribution that the program found: what found it, the confidence that it states, and whether it is right.</summary>
internal readonly record struct JudgedStatement(string FoundBy, double Stated, bool Right);

/// <summary>
/// Judges the outermost attributions that the program finds in articles as published. One is right if the annotators marked one whose
/// content and whose source (where there is one) share at least half of their characters with it: Jaccard index 0.5.
/// </summary>
internal sealed class StatementJudge(LanguageModel model)
{
    private const double Enough = 0.5;
    private readonly ArticleSplitter _splitter = new();
    private readonly Parser _parser = new();
    private readonly Attributor _attributor = new(new ModelFinder(model).Find, new MakerId("attributor", "language-model", "judged"));

    /// <summary>Judges the attributions of an article, in text order.</summary>
    public List<JudgedStatement> Judge(MarkedArticle marked)
    {
        var judged = new List<JudgedStatement>();
        var text = new SourceText { Text = marked.Text, Offsets = [new OffsetRun(0, 0, marked.Text.Length)], IsDecodedDocument = true };
        foreach (var article in _splitter.Split(new ContentHash(), 0, text))
        {
            var start = article.Offsets.IsEmpty ? 0 : article.Offsets[0].DocumentStart;
            foreach (var found in _attributor.Attribute(_parser.Parse(article)).Attributions.Where(a => a.Parent is null))
            {
                var source = MarkedArticle.CharactersOf(marked.Text, found.Source.Select(s => (start + s.Start, start + s.End)));
                var content = MarkedArticle.CharactersOf(marked.Text, found.Content.Select(s => (start + s.Start, start + s.End)));
                var right = marked.Attributions.Any(a => Jaccard(a.Content, content) >= Enough && (a.Source.Count == 0 || Jaccard(a.Source, source) >= Enough));
                judged.Add(new JudgedStatement(found.FoundBy ?? "", found.Confidence, right));
            }
        }

        return judged;
    }

    private static double Jaccard(HashSet<int> one, HashSet<int> other)
    {
        var common = one.Count(other.Contains);
        return common == 0 ? 0 : (double)common / (one.Count + other.Count - common);
    }
}
