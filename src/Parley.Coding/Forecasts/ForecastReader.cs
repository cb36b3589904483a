using System.Collections.Immutable;
using Parley.Coding.Acts;
using Parley.Coding.Claimants;
using Parley.Language;
using Parley.Records;

namespace Parley.Coding.Forecasts;

/// <summary>Takes the predictions and promises out of an article: what, who, made when, by when it can be judged, how it turned out.</summary>
internal sealed class ForecastReader
{
    private const double SameSpan = 0.5;
    private const double SameWords = 0.6;

    private readonly DeadlineReader _deadlines;
    private readonly ForecastCandidates _candidates;
    private readonly OutcomeFinder _outcomes;

    public ForecastReader(CodingTables tables)
    {
        _deadlines = new DeadlineReader(tables.Figures);
        _candidates = new ForecastCandidates(tables, _deadlines);
        _outcomes = new OutcomeFinder(tables);
    }

    public ImmutableArray<Forecast> Read(ArticleMatches article, IReadOnlyList<CodedAct> acts, IReadOnlyList<Stance> stances)
    {
        var candidates = Distinct(article, _candidates.Find(article, acts, stances));
        if (candidates.Count == 0)
        {
            return [];
        }

        var outcomes = _outcomes.AllIn(article);
        var claimants = new ClaimantFinder(article);
        return [.. candidates.OrderBy(c => c.Words.Start).ThenByDescending(c => c.Words.End).Select(c => ToForecast(article, c, claimants, outcomes))];
    }

    // One line for each, at the fullest place: of two that share their words the inner one, of two that say the same the longer one.
    private static List<ForecastCandidate> Distinct(ArticleMatches article, List<ForecastCandidate> candidates)
    {
        var kept = new List<(ForecastCandidate Candidate, HashSet<string> Words)>();
        foreach (var candidate in candidates.OrderByDescending(c => c.Statement is not null).ThenByDescending(c => c.Words.Count).ThenByDescending(c => c.Statement?.Index ?? -1))
        {
            var words = LongWords(article, candidate.Words);
            var speaker = article.SpeakerOf(candidate.Statement);
            if (!kept.Exists(k => Overlap(k.Candidate.Words, candidate.Words) >= SameSpan ||
                (article.SpeakerOf(k.Candidate.Statement) == speaker && words.Count > 0 && words.Count(k.Words.Contains) >= SameWords * words.Count)))
            {
                kept.Add((candidate, words));
            }
        }

        return [.. kept.Select(k => k.Candidate)];
    }

    private static double Overlap(TokenRange a, TokenRange b)
    {
        var shared = Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start));
        return (double)shared / (a.Count + b.Count - shared);
    }

    private static HashSet<string> LongWords(ArticleMatches article, TokenRange range)
    {
        var set = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = range.Start; i < range.End; i++)
        {
            if (article.Words.Word(i) is { Length: > 3 } word)
            {
                set.Add(word.ToString());
            }
        }

        return set;
    }

    private Forecast ToForecast(ArticleMatches article, ForecastCandidate candidate, ClaimantFinder claimants, IReadOnlyList<(int, Words.PhraseMatch<bool>)> outcomes)
    {
        var source = article.Resolved.Article;
        var span = article.Words.SpanOf(candidate.Words);
        var resolved = candidate.Statement is { } statement ? article.Resolved.Attributions[statement.Index] : null;
        PartialDate? made = resolved is null ? source.Published : resolved.Said is { } said && PartialDate.TryParse(said.Value, out var date) ? date : null;
        var (outcome, evidence) = OutcomeFinder.Find(article, candidate, outcomes);
        return new Forecast
        {
            Id = RecordId.For("forecast", source.Id, span),
            Article = source.Id,
            StatementId = resolved?.StatementId,
            Span = span,
            Actor = claimants.Find(candidate.Words, candidate.Words.Start, candidate.Statement),
            Made = made,
            Deadline = _deadlines.Find(article.Words, candidate.Words, made ?? source.Published),
            Proposition = span.In(article.Words.Text).ToString(),
            Outcome = outcome,
            Evidence = evidence,
        };
    }
}
