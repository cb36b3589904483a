using System.Collections.Frozen;
using Parley.Coding.Acts;
using Parley.Coding.Words;
using Parley.Language;
using Parley.Records;

namespace Parley.Coding.Forecasts;

/// <summary>Finds how a forecast turned out as far as its own article says: a later sentence about the same that says so.</summary>
internal sealed class OutcomeFinder(CodingTables tables)
{
    private const int SharedWords = 2;
    private const int ShortestWord = 5;
    private const int MostWords = 80;
    private const int FarthestSentence = 60;
    private const int ReachOfModal = 3;

    // Longer words that stand in any sentence.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_common = FrozenSet.ToFrozenSet(
        ("about above after again against along among around because before being below between could during every first having might other should since still " +
        "their theirs there these those through under until where whether which while whose within without would years").Split(' '),
        StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public static (ForecastOutcome Outcome, TextSpan? Evidence) Find(ArticleMatches article, ForecastCandidate candidate, IReadOnlyList<(int Sentence, PhraseMatch<bool> Match)> outcomes)
    {
        var home = article.IndexOfSentence(candidate.Words.Start);
        foreach (var (sentence, match) in outcomes)
        {
            var range = article.Sentences[sentence];
            if (sentence == home && match.Words.Start < candidate.Words.End)
            {
                continue;
            }

            if (sentence > home + FarthestSentence)
            {
                break;
            }

            if (sentence >= home && IsAbout(article, candidate, range))
            {
                var outcome = (match.Value, candidate.IsPledge) switch
                {
                    (true, true) => ForecastOutcome.Kept,
                    (false, true) => ForecastOutcome.Broken,
                    (true, false) => ForecastOutcome.CameTrue,
                    _ => ForecastOutcome.Failed,
                };
                return (outcome, article.Words.SpanOf(range));
            }
        }

        return (ForecastOutcome.Open, null);
    }

    /// <summary>All sentences of an article that tell an outcome.</summary>
    public List<(int Sentence, PhraseMatch<bool> Match)> AllIn(ArticleMatches article)
    {
        var found = new List<(int, PhraseMatch<bool>)>();
        foreach (var match in tables.Forecasts.Outcomes.FindAll(article.Words, new TokenRange(0, article.Words.Count)))
        {
            if (article.IndexOfSentence(match.Words.Start) is var i && i >= 0 && !IsSupposed(article.Words, match.Words.Start))
            {
                found.Add((i, match));
            }
        }

        return found;
    }

    // "It would keep its word", "whether they came true": supposed, and no outcome.
    private static bool IsSupposed(ArticleWords words, int start)
    {
        for (var i = start - 1; i >= Math.Max(0, start - ReachOfModal); i--)
        {
            if (words.Is(i, "would") || words.Is(i, "will") || words.Is(i, "could") || words.Is(i, "can") || words.Is(i, "may") || words.Is(i, "might") || words.Is(i, "should") || words.Is(i, "must") ||
                words.Is(i, "if") || words.Is(i, "whether") || words.Is(i, "to"))
            {
                return true;
            }
        }

        return false;
    }

    // Two words of some length in common that name nobody.
    private static bool IsAbout(ArticleMatches article, ForecastCandidate candidate, TokenRange sentence)
    {
        var words = article.Words;
        var shared = 0;
        for (var i = candidate.Words.Start; i < Math.Min(candidate.Words.End, candidate.Words.Start + MostWords); i++)
        {
            var word = words.Word(i);
            if (word.Length < ShortestWord || !char.IsLetter(word[0]) || s_common.Contains(word) || IsName(article, i))
            {
                continue;
            }

            for (var j = sentence.Start; j < Math.Min(sentence.End, sentence.Start + MostWords); j++)
            {
                if (words.Word(j).Equals(word, StringComparison.OrdinalIgnoreCase))
                {
                    shared++;
                    break;
                }
            }
        }

        return shared >= SharedWords;
    }

    // The parties are named in every other sentence: that two share them does not make them speak of the same.
    private static bool IsName(ArticleMatches article, int word) =>
        article.Words.IsCapitalised(word) && article.SentenceOf(word).Start != word;
}
