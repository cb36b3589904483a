using System.Collections.Immutable;
using Parley.Coding.Acts;
using Parley.Language;
using Parley.Records;

namespace Parley.Coding.Issues;

/// <summary>Issues of a statement, most important first, with the words that speak of the first.</summary>
internal readonly record struct CodedIssues(ImmutableArray<string> Keys, string Rule, TextSpan? Evidence, TokenRange Words);

/// <summary>
/// Finds what a statement is about: the issues whose words weigh most in the content, earlier words a little more. Where the content
/// says too little ("We have received no signals"), the sentence around it, the title and the statement before it help.
/// </summary>
internal sealed class IssueCoder(IssueTaxonomy taxonomy)
{
    private const double Enough = 4;
    private const double EnoughWithContext = 2.5;
    private const double ShareOfFirst = 0.35;
    private const int MostIssues = 3;
    private const double HalvingWords = 18;
    private const double ShareOfSentence = 0.5;
    private const double ShareOfTitle = 0.25;
    private const double ShareOfBefore = 0.3;
    private const double ShareOfLinked = 0.6;
    private const double ShareOfFurther = 0.4;

    public ImmutableArray<CodedIssues> CodeAll(ArticleMatches article, ImmutableArray<ImmutableArray<StatementLink>> links)
    {
        var title = new double[taxonomy.Issues.Length];
        var head = article.Sentences.Length > 0 ? article.Sentences[0] : default;
        Add(title, article, [head], 1);

        var coded = ImmutableArray.CreateBuilder<CodedIssues>(article.Statements.Length);
        var all = new double[article.Statements.Length][];
        double[]? before = null;
        foreach (var statement in article.Statements)
        {
            var scores = new double[taxonomy.Issues.Length];
            var first = Add(scores, article, statement.Topic, 1);
            var threshold = Enough;
            if (scores.Max() < Enough)
            {
                threshold = EnoughWithContext;
                var around = statement.Content.IsEmpty ? default : article.SentenceOf(statement.Content[0].Start);
                Add(scores, article, StatementWords.Without([around], [.. statement.Source]), ShareOfSentence);

                foreach (var linked in links[statement.Index].Select(link => link.Index).Where(linked => linked < statement.Index))
                {
                    for (var i = 0; i < scores.Length; i++)
                    {
                        scores[i] += ShareOfLinked * all[linked][i];
                    }
                }

                for (var i = 0; i < scores.Length; i++)
                {
                    scores[i] += (around == head ? 0 : ShareOfTitle * title[i]) + (before is null ? 0 : ShareOfBefore * before[i]);
                }
            }

            coded.Add(Choose(article, scores, first, threshold));
            before = all[statement.Index] = scores;
        }

        return coded.MoveToImmutable();
    }

    private CodedIssues Choose(ArticleMatches article, double[] scores, TokenRange[] first, double threshold)
    {
        var order = Enumerable.Range(0, scores.Length).Where(i => scores[i] > 0).OrderByDescending(i => scores[i]).ThenBy(i => i).ToArray();
        if (order.Length == 0 || scores[order[0]] < threshold)
        {
            return new CodedIssues([IssueTaxonomy.Other], "issues: no words of any issue", null, default);
        }

        var top = order[0];
        var words = first[top];
        return new CodedIssues(
            [.. order.Where(i => i == top || (scores[i] >= ShareOfFirst * scores[top] && scores[i] >= Enough)).Take(MostIssues).Select(i => taxonomy.Issues[i].Key)],
            words.IsEmpty ? $"issues: words of {taxonomy.Issues[top].Key} around the statement" : $"issues: words of {taxonomy.Issues[top].Key}",
            words.IsEmpty ? null : article.Words.SpanOf(words), words);
    }

    private static TokenRange[] Add(double[] scores, ArticleMatches article, IEnumerable<TokenRange> ranges, double share)
    {
        var first = new TokenRange[scores.Length];
        var read = 0;
        foreach (var range in ranges)
        {
            foreach (var match in article.IssueWords.Within(range))
            {
                var distance = read + match.Words.Start - range.Start;
                foreach (var weight in match.Value)
                {
                    scores[weight.Issue] += share * weight.Weight * (first[weight.Issue].IsEmpty ? 1 : ShareOfFurther) / (1 + (distance / HalvingWords));
                    if (first[weight.Issue].IsEmpty)
                    {
                        first[weight.Issue] = match.Words;
                    }
                }
            }

            read += range.Count;
        }

        return first;
    }
}
