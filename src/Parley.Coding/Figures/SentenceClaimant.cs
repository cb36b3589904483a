using System.Collections.Frozen;
using Parley.Coding.Acts;
using Parley.Language;

namespace Parley.Coding.Figures;

/// <summary>
/// Finds whose number a figure in the author's own text is: "according to the ministry", "the institute counted …", "the bank's
/// forecast of …"; where the sentence says nothing, and only goes on about the same, that of the sentence before.
/// </summary>
internal sealed class SentenceClaimant(ArticleMatches article)
{
    private const int VerbReach = 4;
    private const int NounReach = 5;
    private const int SentencesBack = 2;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_verbs = Set(
        "says said estimates estimated puts put reports reported counts counted records recorded documents documented confirms confirmed verified tallied calculates calculated " +
        "forecasts projects projected expects expected predicts predicted announced announces claims claimed believes assesses assessed acknowledged admitted admits registered lists " +
        "pledged promised offered identified compiled published finds found shows showed states stated warned warns concludes concluded attributes expressed cites cited notes noted");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_deeds = Set("provide deliver send supply give grant allocate donate contribute transfer release lend disburse");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_nouns = Set(
        "forecast forecasts estimate estimates list count tally toll data database figure figures report survey projection projections census registry register statistics poll study assessment numbers");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_openers = Set("they it its their the this these of among another");

    private readonly Dictionary<int, string?> _bySentence = [];

    /// <summary>The claimant's name, or null if the text names none.</summary>
    public string? Find(TokenRange figure)
    {
        var sentence = article.IndexOfSentence(figure.Start);
        return sentence < 0 ? null : Within(article.Sentences[sentence], figure) ?? Before(sentence);
    }

    private string? Before(int sentence)
    {
        for (var i = sentence; i > 0 && i > sentence - SentencesBack; i--)
        {
            var words = article.Words;
            var opening = article.Sentences[i].Start;
            var gap = words.Text.AsSpan(words[opening - 1].End, words[opening].Start - words[opening - 1].End);
            if (!s_openers.Contains(words.Word(opening)) || gap.Count('\n') > 1)
            {
                return null;
            }

            if (!_bySentence.TryGetValue(i - 1, out var found))
            {
                _bySentence[i - 1] = found = Within(article.Sentences[i - 1], article.Sentences[i - 1]);
            }

            if (found is not null)
            {
                return found;
            }
        }

        return null;
    }

    private string? Within(TokenRange sentence, TokenRange figure)
    {
        string? best = null;
        foreach (var mention in article.Resolved.Mentions)
        {
            var name = article.Words.Within(mention.Span);
            if (name.IsEmpty || name.Start < sentence.Start)
            {
                continue;
            }

            if (name.Start >= sentence.End)
            {
                break;
            }

            if (IsAccordingTo(name, sentence))
            {
                return mention.Actor;
            }

            if (name.Start < figure.End && (Speaks(name, sentence) || OwnsNumber(name, sentence)))
            {
                best = mention.Actor;
            }
        }

        return best;
    }

    private bool IsAccordingTo(TokenRange name, TokenRange sentence)
    {
        for (var i = name.Start - 1; i >= Math.Max(sentence.Start + 1, name.Start - 3); i--)
        {
            if (article.Words.Is(i, "to") && article.Words.Is(i - 1, "according"))
            {
                return true;
            }
        }

        return false;
    }

    private bool Speaks(TokenRange name, TokenRange sentence)
    {
        var past = Math.Min(sentence.End, name.End + VerbReach);
        for (var i = name.End; i < past; i++)
        {
            var word = article.Words.Word(i);
            if (s_verbs.Contains(word) || (s_deeds.Contains(word) && article.Words.Is(i - 1, "will")))
            {
                return true;
            }

            if (word is "," or ";" or "." && i > name.End)
            {
                return false;
            }
        }

        return false;
    }

    private bool OwnsNumber(TokenRange name, TokenRange sentence)
    {
        var isPossessive = name.End < sentence.End && article.Words.Word(name.End) is "'s" or "’s" or "'" or "’";
        for (var i = name.End; isPossessive && i < Math.Min(sentence.End, name.End + NounReach); i++)
        {
            if (s_nouns.Contains(article.Words.Word(i)))
            {
                return true;
            }
        }

        return false;
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
