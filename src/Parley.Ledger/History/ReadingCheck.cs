using Parley.Records;

namespace Parley.Ledger;

/// <summary>What a reading must fulfil to be recorded. A reading that does not is a bug of the stage that made it.</summary>
internal static class ReadingCheck
{
    public static void ThrowIfInconsistent(Reading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        if (FirstProblem(reading) is { } problem)
        {
            throw new ArgumentException($"the reading of {reading.Document.Name} cannot be recorded: {problem}", nameof(reading));
        }
    }

    private static string? FirstProblem(Reading reading)
    {
        var sha256 = reading.Document.Sha256;
        if (ContentHash.Of(reading.Document.Bytes.Span) != sha256)
        {
            return "its hash is not that of its bytes";
        }

        var indices = new HashSet<int>();
        foreach (var piece in reading.Articles)
        {
            var id = piece.Article.Id;
            if (id.Document != sha256)
            {
                return $"article {id} belongs to another document";
            }

            if (!indices.Add(id.Index))
            {
                return $"it has article {id.Index} twice";
            }

            if (FirstProblem(piece) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    private static string? FirstProblem(ArticleReading piece)
    {
        var article = piece.Article;
        if (Outside(article, "a block", RecordSpans.Of(article)) is { } stray)
        {
            return stray;
        }

        foreach (var statement in piece.Statements)
        {
            if (statement.Confidence is not (>= 0 and <= 1) || statement.Attribution.Confidence is not (>= 0 and <= 1))
            {
                return $"the confidence of {statement.Id} is no probability";
            }
        }

        return piece.Statements.Select(s => Misplaced(article, s.Id, s.Article, RecordSpans.Of(s)))
            .Concat(piece.Figures.Select(f => Misplaced(article, f.Id, f.Article, [f.Span])))
            .Concat(piece.Agreements.Select(a => Misplaced(article, a.Id, a.Article, [a.Span])))
            .Concat(piece.Forecasts.Select(f => Misplaced(article, f.Id, f.Article, RecordSpans.Of(f))))
            .FirstOrDefault(problem => problem is not null);
    }

    private static string? Misplaced(Article article, string record, ArticleId named, IEnumerable<TextSpan> spans) =>
        named == article.Id ? Outside(article, record, spans) : $"{record} stands with article {article.Id} and names {named}";

    private static string? Outside(Article article, string record, IEnumerable<TextSpan> spans) =>
        RecordSpans.FirstOutside(spans, article.Text.Length) is { } outside
            ? $"{record} has the span {outside}, which leaves the {article.Text.Length} units of article {article.Id}"
            : null;
}
