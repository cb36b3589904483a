using System.Text;
using Parley.Records;

namespace Parley.Tests.Testing;

/// <summary>
/// Builds an article with its records by quoting words of its text: <c>new ReportBuilder("The Courier", "2024-03-01", "Ana Ruiz said talks go on.")
/// .Says("Ana Ruiz", "talks go on")</c>. Words that stand more than once are taken at their first place.
/// </summary>
internal sealed class ReportBuilder
{
    private readonly List<Statement> _statements = [];
    private readonly List<Figure> _figures = [];
    private readonly List<Forecast> _forecasts = [];
    private readonly ArticleId _id;
    private readonly string _text;
    private readonly string? _outlet;
    private readonly string? _published;
    private readonly string _document;

    public ReportBuilder(string? outlet, string? published, string text, string? document = null)
    {
        (_outlet, _published, _text) = (outlet, published, text);
        _document = document ?? $"{outlet}-{published}.txt";
        _id = new ArticleId(ContentHash.Of(Encoding.UTF8.GetBytes($"{_document}\n{outlet}\n{published}\n{text}")), 0);
    }

    public string? Title { get; init; }

    public string? Byline { get; init; }

    public string? Url { get; init; }

    public DateTimeOffset GatheredAt { get; init; } = new(2024, 6, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The id of the statement added last.</summary>
    public string LastId => _statements[^1].Id;

    /// <summary>The id of the figure added last.</summary>
    public string LastFigureId => _figures[^1].Id;

    public ReportBuilder Says(
        string? actor, string content, Polarity polarity = Polarity.Asserts, AttributionKind kind = AttributionKind.Indirect, Sourcing sourcing = Sourcing.Named,
        ActorKind actorKind = ActorKind.Person, string? role = null, string[]? via = null, string[]? issues = null, Stance? stance = null, string? condition = null,
        string[]? about = null, string? said = null, string? cue = null)
    {
        var span = Find(content);
        var attribution = new Attribution { Kind = kind, Source = actor is not null && _text.Contains(actor, StringComparison.Ordinal) ? [Find(actor)] : [], Cue = cue is null ? [] : [Find(cue)], Content = [span], Confidence = 0.9 };
        _statements.Add(new Statement
        {
            Id = RecordId.ForStatement(_id, attribution),
            Article = _id,
            Attribution = attribution,
            Actor = actor is null ? null : new ActorReference(actor.ToLowerInvariant().Replace(' ', '-'), actor, actorKind, role),
            Via = [.. (via ?? []).Select(v => new Via(v, null, null))],
            Sourcing = sourcing,
            Said = said is null ? null : new TimeExpression(said, said.Length == 10 ? Grain.Day : said.Length == 7 ? Grain.Month : Grain.Year, null),
            Polarity = polarity,
            About = [.. about ?? []],
            Issues = [.. issues ?? []],
            Stance = stance,
            Condition = condition is null ? null : Find(condition),
            Confidence = 0.9,
            Maker = new MakerId("test", "by hand", "1"),
        });
        return this;
    }

    public ReportBuilder Counts(string words, string measure, decimal? value, string unit = "persons", string? of = null, string? asOf = null, string? claimant = null, decimal? low = null, decimal? high = null)
    {
        var span = Find(words);
        _figures.Add(new Figure
        {
            Id = RecordId.For("figure", _id, span), Article = _id, Span = span, Measure = measure, Value = value, Low = low, High = high, Unit = unit, Of = of, AsOf = asOf, Claimant = claimant,
            StatementId = _statements.FindLast(s => s.Attribution.Content.Any(c => c.Contains(span)))?.Id,
        });
        return this;
    }

    public ReportBuilder Promises(string words, string actor, string? made, string? deadline, ForecastOutcome outcome = ForecastOutcome.Open, string? evidence = null)
    {
        var span = Find(words);
        _forecasts.Add(new Forecast
        {
            Id = RecordId.For("forecast", _id, span), Article = _id, Span = span, Actor = actor, Proposition = words, Deadline = deadline, Outcome = outcome,
            Made = made is not null && PartialDate.TryParse(made, out var date) ? date : null, Evidence = evidence is null ? null : Find(evidence),
            StatementId = _statements.FindLast(s => s.Attribution.Content.Any(c => c.Overlaps(span)))?.Id,
        });
        return this;
    }

    public RecordedArticle Build()
    {
        var article = new Article
        {
            Id = _id, Text = _text, Offsets = [], Title = Title, Byline = Byline, Outlet = _outlet, Url = Url, Form = ArticleForm.Article, Language = "en", Blocks = [],
            Published = _published is not null && PartialDate.TryParse(_published, out var date) ? date : null,
        };
        var reading = new ArticleReading { Article = article, Statements = [.. _statements], Figures = [.. _figures], Forecasts = [.. _forecasts] };
        return new RecordedArticle(reading, _document, "/reports/" + _document, DocumentFormat.PlainText, GatheredAt);
    }

    private TextSpan Find(string words)
    {
        var start = _text.IndexOf(words, StringComparison.Ordinal);
        return start >= 0 ? new TextSpan(start, words.Length) : throw new ArgumentException($"the report does not hold '{words}'", nameof(words));
    }
}
