using Parley.Coding.Acts;
using Parley.Coding.Words;
using Parley.Language;
using Parley.Records;

namespace Parley.Coding.Forecasts;

/// <summary>Words that may be a forecast, with the statement that makes it; null for the author's own.</summary>
internal sealed record ForecastCandidate(TokenRange Words, StatementWords? Statement, bool IsPledge);

/// <summary>
/// Collects what may be forecasts: contents of statements that predict or promise (of long ones the sentences that speak of the future),
/// forecasts within other statements, and the author's own.
/// </summary>
internal sealed class ForecastCandidates(CodingTables tables, DeadlineReader deadlines)
{
    private const int ShortContent = 8;
    private const int FewestWords = 4;

    public List<ForecastCandidate> Find(ArticleMatches article, IReadOnlyList<CodedAct> acts, IReadOnlyList<Stance> stances)
    {
        var found = new List<ForecastCandidate>();
        foreach (var statement in article.Statements)
        {
            var act = acts[statement.Index];
            if (IsForecast(article, statement, act, stances[statement.Index]))
            {
                AddWhole(found, article, statement, act.Polarity is not Polarity.Predicts);
            }
            else if (act.Polarity is Polarity.Asserts or Polarity.Confirms or Polarity.Accuses)
            {
                AddParts(found, article, statement);
            }
        }

        AddAuthors(found, article);
        found.RemoveAll(candidate => candidate.Words.Count < FewestWords && candidate.Statement?.Attribution.Source.IsEmpty != false);
        return [.. found.Select(candidate => candidate with { Words = WithoutMark(article.Words, candidate.Words) })];
    }

    private bool IsForecast(ArticleMatches article, StatementWords statement, CodedAct act, Stance stance) => act.Polarity switch
    {
        Polarity.Predicts or Polarity.Pledges or Polarity.Threatens => !IsWorry(article.Words, statement),
        Polarity.Offers => stance == Stance.Conditional,
        Polarity.Demands => statement.Content.Any(range => deadlines.Find(article.Words, range, null) is not null),
        _ => false,
    };

    // Whoever is concerned about something does not foresee it.
    private static bool IsWorry(ArticleWords words, StatementWords statement) => statement.Cue.Any(cue =>
    {
        for (var i = cue.Start; i < cue.End; i++)
        {
            if (words.Word(i).StartsWith("worr", StringComparison.OrdinalIgnoreCase) || words.Word(i).StartsWith("concern", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    });

    private void AddWhole(List<ForecastCandidate> found, ArticleMatches article, StatementWords statement, bool isPledge)
    {
        var sentences = statement.Content.SelectMany(content => SentencesIn(article, content)).ToList();
        var marked = sentences.Where(s => tables.Forecasts.Futures.FindAll(article.Words, s).Count > 0).ToList();
        if (sentences.Count > 1 && marked.Count > 0)
        {
            found.AddRange(marked.Where(s => s.Count >= FewestWords).Select(s => new ForecastCandidate(s, statement, isPledge)));
        }
        else if (!statement.Content.IsEmpty)
        {
            // "a forecast of 2.5% growth", "pledged to end the war": a short content needs its cue.
            var content = statement.Content[0];
            var cue = statement.Cue.FirstOrDefault(c => c.End == content.Start);
            found.Add(new ForecastCandidate(
                content.Count < ShortContent && !cue.IsEmpty && tables.Forecasts.Futures.FindAll(article.Words, content).Count == 0 ? new TokenRange(cue.Start, content.End) : content, statement, isPledge));
        }
    }

    private void AddParts(List<ForecastCandidate> found, ArticleMatches article, StatementWords statement)
    {
        foreach (var own in statement.Own)
        {
            foreach (var sentence in SentencesIn(article, own))
            {
                if (StrongIn(article.Words, sentence) is { } marker && sentence.Count >= FewestWords)
                {
                    found.Add(new ForecastCandidate(ClauseFrom(article.Words, sentence, marker.Words), statement, false));
                }
            }
        }
    }

    private void AddAuthors(List<ForecastCandidate> found, ArticleMatches article)
    {
        foreach (var sentence in article.Sentences)
        {
            if (StrongIn(article.Words, sentence) is { } marker && sentence.Count >= FewestWords && article.InnermostAt(marker.Words) is null &&
                !article.IsSaid(sentence) && !EndsInQuestion(article.Words, sentence))
            {
                found.Add(new ForecastCandidate(Trimmed(article.Words, sentence), null, false));
            }
        }
    }

    private PhraseMatch<bool>? StrongIn(ArticleWords words, TokenRange range)
    {
        foreach (var match in tables.Forecasts.Futures.FindAll(words, range))
        {
            if (match.Value)
            {
                return match;
            }
        }

        return null;
    }

    // The mark of a list's item is no word of the forecast.
    private static TokenRange WithoutMark(ArticleWords words, TokenRange range) =>
        range.Count > 1 && words.Word(range.Start) is "•" or "*" or "-" or "–" or "·" ? new TokenRange(range.Start + 1, range.End) : range;

    // The clause of the marker: back to a comma, semicolon or colon, and on to the sentence's end.
    private static TokenRange ClauseFrom(ArticleWords words, TokenRange sentence, TokenRange marker)
    {
        var start = marker.Start;
        while (start > sentence.Start && words.Word(start - 1) is not (":" or ";" or "—"))
        {
            start--;
        }

        var end = marker.End;
        while (end < sentence.End && words.Word(end) is not (";" or "—" or ","))
        {
            end++;
        }

        return Trimmed(words, new TokenRange(start, end));
    }

    private static TokenRange Trimmed(ArticleWords words, TokenRange range)
    {
        var end = range.End;
        while (end > range.Start + 1 && words.Word(end - 1) is "." or "," or ";")
        {
            end--;
        }

        return new TokenRange(range.Start, end);
    }

    private static bool EndsInQuestion(ArticleWords words, TokenRange sentence) => words.Is(sentence.End - 1, "?");

    private static List<TokenRange> SentencesIn(ArticleMatches article, TokenRange content)
    {
        var parts = new List<TokenRange>();
        for (var i = article.IndexOfSentence(content.Start); i >= 0 && i < article.Sentences.Length && article.Sentences[i].Start < content.End; i++)
        {
            var part = new TokenRange(Math.Max(content.Start, article.Sentences[i].Start), Math.Min(content.End, article.Sentences[i].End));
            if (!part.IsEmpty)
            {
                parts.Add(part);
            }
        }

        return parts;
    }
}
