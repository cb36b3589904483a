using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Analysis;

/// <summary>
/// The records that a question is asked of, in one fixed order whatever order they came in: by date of publication (undated last),
/// then document hash, then place in the document. Shared by all threads.
/// </summary>
public sealed class RecordSet
{
    private readonly Dictionary<string, ReportedStatement> _statements = new(StringComparer.Ordinal);
    private readonly Dictionary<ArticleId, List<ReportedStatement>> _byArticle = [];

    private RecordSet(ImmutableArray<RecordedArticle> articles)
    {
        Articles = articles;
        var statements = ImmutableArray.CreateBuilder<ReportedStatement>();
        foreach (var article in articles)
        {
            var ofArticle = _byArticle[article.Reading.Article.Id] = [];
            foreach (var statement in article.Reading.Statements)
            {
                var reported = new ReportedStatement(statement, article);
                if (_statements.TryAdd(statement.Id, reported))
                {
                    statements.Add(reported);
                    ofArticle.Add(reported);
                }
            }
        }

        Statements = statements.ToImmutable();
        Figures = [.. articles.SelectMany(a => a.Reading.Figures.Select(f => new ReportedFigure(f, a, Find(f.StatementId)))).DistinctBy(f => f.Figure.Id)];
        Forecasts = [.. articles.SelectMany(a => a.Reading.Forecasts.Select(f => new ReportedForecast(f, a))).DistinctBy(f => f.Forecast.Id)];
        Agreements = [.. articles.SelectMany(a => a.Reading.Agreements.Select(g => new ReportedAgreement(g, a))).DistinctBy(g => g.Agreement.Id)];
    }

    /// <summary>The articles.</summary>
    public ImmutableArray<RecordedArticle> Articles { get; }

    /// <summary>The statements of all articles, each id once.</summary>
    public ImmutableArray<ReportedStatement> Statements { get; }

    /// <summary>The figures of all articles.</summary>
    public ImmutableArray<ReportedFigure> Figures { get; }

    /// <summary>The predictions and promises of all articles.</summary>
    public ImmutableArray<ReportedForecast> Forecasts { get; }

    /// <summary>The mentions of agreements in all articles.</summary>
    public ImmutableArray<ReportedAgreement> Agreements { get; }

    /// <summary>Orders <paramref name="records"/>; an article that comes twice is taken once.</summary>
    public static RecordSet Of(IEnumerable<RecordedArticle> records, AsOf? asOf = null)
    {
        ArgumentNullException.ThrowIfNull(records);
        asOf ??= AsOf.Everything;
        return new RecordSet([.. records
            .Where(asOf.Sees)
            .OrderBy(r => r.PublicationOrder)
            .ThenBy(r => r.Reading.Article.Id.Document.Hex, StringComparer.Ordinal)
            .ThenBy(r => r.Reading.Article.Id.Index)
            .ThenBy(r => r.DocumentName, StringComparer.Ordinal)
            .DistinctBy(r => r.Reading.Article.Id)]);
    }

    /// <summary>The part that <paramref name="keep"/> keeps.</summary>
    public RecordSet Where(Func<RecordedArticle, bool> keep) => new([.. Articles.Where(keep)]);

    /// <summary>The statements of one article in text order, outer before inner.</summary>
    public IReadOnlyList<ReportedStatement> In(RecordedArticle article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return _byArticle.GetValueOrDefault(article.Reading.Article.Id) ?? [];
    }

    /// <summary>The statement with an id, or null.</summary>
    public ReportedStatement? Find(string? id) => id is not null && _statements.TryGetValue(id, out var statement) ? statement : null;
}

/// <summary>Views of a recorded article.</summary>
public static class RecordedArticleViews
{
    extension(RecordedArticle article)
    {
        /// <summary>The day of publication, where it is known to the day.</summary>
        public DateOnly? PublicationDay => article.Reading.Article.Published is { Day: not null } date ? date.First : null;

        /// <summary>Sorts by publication, undated last.</summary>
        internal DateOnly PublicationOrder => article.Reading.Article.Published?.First ?? DateOnly.MaxValue;

        /// <summary>What the article is credited to: outlet, else the document's name.</summary>
        public string Outlet => article.Reading.Article.Outlet ?? article.DocumentName;
    }
}
