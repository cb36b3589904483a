using System.Collections.Frozen;
using Parley.Language;
using Parley.Records;

namespace Parley.Coding.Acts;

/// <summary>Finds the nouns by which a text names what somebody said: "the bank's forecasts", "these reports".</summary>
internal static class NounOfSaying
{
    /// <summary>So many words on from the start of a cue or content a name may begin.</summary>
    public const int ReachOfName = 12;

    /// <summary>So many words on from a name or cue its noun may stand.</summary>
    public const int Reach = 4;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_nouns = WordSet.Of(
        "report reports claim claims allegation allegations accusation accusations statement statements remark remarks comment comments warning warnings threat threats " +
        "proposal proposals offer offers plan plans initiative demand demands call calls appeal request forecast forecasts prediction predictions estimate estimates " +
        "analysis assessment account accounts version story stories rumour rumours rumor rumors suggestion suggestions assertion assertions argument arguments denial denials " +
        "pledge pledges promise promises announcement announcements criticism overture overtures idea ideas figure figures findings words letter terms conditions");

    /// <summary>A report may hold several claims, and is a medium's.</summary>
    public static bool IsReport(string noun) => noun.StartsWith("report", StringComparison.OrdinalIgnoreCase) || noun.StartsWith("stor", StringComparison.OrdinalIgnoreCase);

    /// <summary>True if what is said in an act may be called by the noun.</summary>
    public static bool Fits(string noun, Polarity polarity) => noun.ToLowerInvariant()[..Math.Min(noun.Length, 5)] switch
    {
        "forec" or "predi" or "estim" => polarity is Polarity.Predicts,
        "offer" or "propo" or "plan" or "plans" or "initi" or "overt" => polarity is Polarity.Offers,
        "deman" or "call" or "calls" or "appea" or "reque" or "condi" or "terms" => polarity is Polarity.Demands or Polarity.Asks,
        "threa" or "warni" => polarity is Polarity.Threatens or Polarity.Predicts,
        "alleg" or "accus" or "criti" => polarity is Polarity.Accuses,
        "pledg" or "promi" => polarity is Polarity.Pledges,
        _ => true,
    };

    /// <summary>The words after the source hold a name of the actor, a possessive and soon a noun of saying.</summary>
    public static string? AfterName(ArticleMatches article, StatementWords statement, StatementWords other, ActorReference actor)
    {
        var surname = actor.Kind == ActorKind.Person ? actor.Name[(actor.Name.LastIndexOf(' ') + 1)..] : actor.Name;
        foreach (var range in statement.Cue.Concat(statement.Content.Take(1)))
        {
            var past = Math.Min(range.End, range.Start + ReachOfName);
            for (var i = range.Start; i < past; i++)
            {
                if (article.Words.IsCapitalised(i) && IsName(article, i, surname, other, out var after) && IsPossessive(article, after) && Within(article, after + 1, Reach) is { } noun)
                {
                    return noun;
                }
            }
        }

        return null;
    }

    private static bool IsName(ArticleMatches article, int word, string surname, StatementWords other, out int after)
    {
        var text = article.Words.Text.AsSpan(article.Words[word].Start);
        if (text.StartsWith(surname, StringComparison.OrdinalIgnoreCase))
        {
            return Past(article, word, article.Words[word].Start + surname.Length, out after);
        }

        // The same words as there: "the IMF" for what the actor is called in full elsewhere.
        if (other.Source is [{ Count: > 0 and <= 4 } source, ..] && article.Words.IsCapitalised(source.End - 1))
        {
            var start = article.Words.Is(source.Start, "the") ? source.Start + 1 : source.Start;
            if (start < source.End && text.StartsWith(article.Words.SpanOf(new(start, source.End)).In(article.Words.Text), StringComparison.Ordinal))
            {
                after = word + source.End - start;
                return true;
            }
        }

        after = 0;
        return false;
    }

    private static bool Past(ArticleMatches article, int word, int end, out int after)
    {
        after = word;
        while (after < article.Words.Count && article.Words[after].End <= end)
        {
            after++;
        }

        return after > word && article.Words[after - 1].End == end;
    }

    private static bool IsPossessive(ArticleMatches article, int word) =>
        word < article.Words.Count && article.Words.Word(word) is "'s" or "’s" or "'" or "’";

    /// <summary>The first noun of saying among some words, or null.</summary>
    public static string? Within(ArticleMatches article, int from, int reach)
    {
        for (var i = from; i < Math.Min(article.Words.Count, from + reach); i++)
        {
            if (s_nouns.Contains(article.Words.Word(i)))
            {
                return article.Words.Word(i).ToString();
            }
        }

        return null;
    }
}
