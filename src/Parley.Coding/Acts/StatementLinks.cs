using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Coding.Acts;

/// <summary>
/// Links a denial, a confirmation, a rejection or an answer to the statements of the same article that it is about: those that it holds
/// ("rejected rumours about …"), those of a source that it names ("Bloomberg's report"), the question before an answer, and those that say much the same.
/// </summary>
internal static class StatementLinks
{
    private const int MostLinks = 4;
    private const int FarthestStatement = 100;
    private const int StemLength = 6;
    private const int ShortestWord = 4;
    private const double EnoughShared = 0.6;
    private const int FewestShared = 2;

    /// <summary>For each statement the indices of those it is about, in text order.</summary>
    public static ImmutableArray<ImmutableArray<int>> Of(ArticleMatches article, IReadOnlyList<CodedAct> acts)
    {
        var stems = new HashSet<string>?[article.Statements.Length];
        return [.. article.Statements.Select(statement => LinksOf(article, acts, statement, stems))];
    }

    private static ImmutableArray<int> LinksOf(ArticleMatches article, IReadOnlyList<CodedAct> acts, StatementWords statement, HashSet<string>?[] stems)
    {
        if (IsAnswer(article, statement) && statement.Index > 0)
        {
            for (var i = statement.Index - 1; i >= Math.Max(0, statement.Index - FarthestStatement); i--)
            {
                if (acts[i].Polarity == Polarity.Asks)
                {
                    return [i];
                }
            }
        }

        if (acts[statement.Index].Polarity is not (Polarity.Denies or Polarity.Confirms or Polarity.Rejects))
        {
            return [];
        }

        var links = ImmutableArray.CreateBuilder<int>();
        var denies = acts[statement.Index].Polarity == Polarity.Denies;
        if (acts[statement.Index].Polarity == Polarity.Rejects && ProposalBefore(article, acts, statement) is { } proposal)
        {
            return [proposal];
        }

        for (var i = Math.Max(0, statement.Index - FarthestStatement); i < Math.Min(article.Statements.Length, statement.Index + FarthestStatement); i++)
        {
            var other = article.Statements[i];
            if (other.Index != statement.Index && links.Count < MostLinks && acts[other.Index].Polarity is not Polarity.Denies && !SameActor(article, statement, other) &&
                (IsHeld(statement, other) || IsNamed(article, statement, other) || (denies && SaysTheSame(article, statement, other, stems))))
            {
                links.Add(other.Index);
            }
        }

        return links.ToImmutable();
    }

    // "It was opposed by …" answers the proposal of the sentence before.
    private static int? ProposalBefore(ArticleMatches article, IReadOnlyList<CodedAct> acts, StatementWords statement)
    {
        if (statement.Index == 0 || statement.Content.IsEmpty)
        {
            return null;
        }

        var sentence = article.IndexOfSentence(statement.Content[0].Start);
        var opening = sentence <= 0 ? "" : article.Words.Word(article.Sentences[sentence].Start).ToString();
        var before = article.Statements[statement.Index - 1];
        return opening is "It" or "This" or "That" or "They" or "These" && acts[before.Index].Polarity is Polarity.Offers or Polarity.Demands && !SameActor(article, statement, before)
            ? before.Index
            : null;
    }

    private static bool IsAnswer(ArticleMatches article, StatementWords statement) => statement.Cue.Any(cue =>
    {
        for (var i = cue.Start; i < cue.End; i++)
        {
            var word = article.Words.Word(i);
            if (word.StartsWith("repl", StringComparison.OrdinalIgnoreCase) || word.StartsWith("answer", StringComparison.OrdinalIgnoreCase) || word.StartsWith("respond", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    });

    private static bool IsHeld(StatementWords statement, StatementWords other) =>
        other.Attribution.Parent == statement.Index || (other.Content.Length > 0 && other.Content == statement.Content && other.Index > statement.Index);

    // "Bloomberg's report": a short content that names the other's source and nothing else of its own.
    private static bool IsNamed(ArticleMatches article, StatementWords statement, StatementWords other)
    {
        var name = article.Resolved.Attributions[other.Index].Actor?.Name;
        return name is { Length: > 2 } && other.Index < statement.Index && statement.Content.Any(content => content.Count <= 6 &&
            article.Words.SpanOf(content).In(article.Words.Text).Contains(name, StringComparison.OrdinalIgnoreCase));
    }

    private static bool SaysTheSame(ArticleMatches article, StatementWords statement, StatementWords other, HashSet<string>?[] stems)
    {
        if (other.Attribution.Parent is { } parent && article.Statements[parent].Attribution.Content == other.Attribution.Content)
        {
            return false;
        }

        var (mine, theirs) = (StemsOf(article, statement, stems), StemsOf(article, other, stems));
        var shared = mine.Count(theirs.Contains);
        return shared >= FewestShared && shared >= EnoughShared * Math.Min(mine.Count, theirs.Count);
    }

    private static HashSet<string> StemsOf(ArticleMatches article, StatementWords statement, HashSet<string>?[] stems)
    {
        if (stems[statement.Index] is { } known)
        {
            return known;
        }

        var set = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var range in statement.Content)
        {
            for (var i = range.Start; i < range.End; i++)
            {
                var word = article.Words.Word(i);
                if (word.Length >= ShortestWord && char.IsLetter(word[0]))
                {
                    set.Add(word[..Math.Min(word.Length, StemLength)].ToString());
                }
            }
        }

        return stems[statement.Index] = set;
    }

    private static bool SameActor(ArticleMatches article, StatementWords a, StatementWords b) =>
        article.Resolved.Attributions[a.Index].Actor is { } actor && actor.Id == article.Resolved.Attributions[b.Index].Actor?.Id;
}
