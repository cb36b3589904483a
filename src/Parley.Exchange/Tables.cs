using System.Collections.Immutable;
using Parley.Records;
using Parley.Rendering;

namespace Parley.Exchange;

/// <summary>The columns of a flat export, in order.</summary>
internal sealed record Table<TRecord>(ImmutableArray<Column<TRecord>> Columns);

/// <summary>One column: its name and how its value is found.</summary>
internal sealed record Column<TRecord>(string Name, Func<TRecord, ExportedPlace, Cell> Value);

/// <summary>
/// The flat exports. To the fields of the interchange format come, at the end, <c>offsets</c> (<c>document</c> or <c>article</c>: what
/// start and end count from) and <c>article</c> (its index in the document).
/// </summary>
internal static class Tables
{
    public static readonly Table<Article> Articles = new(
    [
        new("document", (_, p) => p.Document.Name),
        new("sha256", (_, p) => p.Document.Sha256.Hex),
        new("index", (a, _) => a.Id.Index),
        new("start", (_, p) => p.Start),
        new("end", (_, p) => p.End),
        new("title", (a, _) => a.Title),
        new("byline", (a, _) => a.Byline),
        new("outlet", (a, _) => a.Outlet),
        new("published", (a, _) => a.Published?.ToString()),
        new("form", (a, _) => EnumName.Of(a.Form)),
        new("language", (a, _) => a.Language),
        new("offsets", (_, p) => p.CountsFromArticle ? "article" : "document"),
    ]);

    public static readonly Table<Figure> Figures = new(
    [
        .. Head<Figure>(f => f.Id, f => f.StatementId, f => f.Span),
        new("measure", (f, _) => f.Measure),
        new("value", (f, _) => f.Value),
        new("low", (f, _) => f.Low),
        new("high", (f, _) => f.High),
        new("unit", (f, _) => f.Unit),
        new("of", (f, _) => f.Of),
        new("asOf", (f, _) => f.AsOf),
        new("claimant", (f, _) => f.Claimant),
        new("approximate", (f, _) => f.Approximate),
        .. Tail<Figure>(),
    ]);

    public static readonly Table<Agreement> Agreements = new(
    [
        .. Head<Agreement>(a => a.Id, a => a.StatementId, a => a.Span),
        new("agreement", (a, _) => a.Name),
        new("date", (a, _) => a.Date?.ToString()),
        new("parties", (a, _) => Cell.List(a.Parties)),
        new("claim", (a, _) => EnumName.Of(a.Claim)),
        new("claimant", (a, _) => a.Claimant),
        .. Tail<Agreement>(),
    ]);

    public static readonly Table<Forecast> Forecasts = new(
    [
        .. Head<Forecast>(f => f.Id, f => f.StatementId, f => f.Span),
        new("actor", (f, _) => f.Actor),
        new("made", (f, _) => f.Made?.ToString()),
        new("deadline", (f, _) => f.Deadline),
        new("proposition", (f, _) => f.Proposition),
        new("outcome", (f, _) => EnumName.Of(f.Outcome)),
        new("evidence", (f, p) => f.Evidence is { } words ? p.At(words).Text : null),
        .. Tail<Forecast>(),
    ]);

    /// <summary>Statements flattened for CSV; JSON Lines has them nested.</summary>
    public static readonly Table<Statement> Statements = new(
    [
        new("id", (s, _) => s.Id),
        new("document", (_, p) => p.Document.Name),
        new("sha256", (_, p) => p.Document.Sha256.Hex),
        new("article", (s, _) => s.Article.Index),
        new("title", (_, p) => p.Article.Title),
        new("byline", (_, p) => p.Article.Byline),
        new("outlet", (_, p) => p.Article.Outlet),
        new("published", (_, p) => p.Article.Published?.ToString()),
        new("form", (_, p) => EnumName.Of(p.Article.Form)),
        new("offsets", (_, p) => p.CountsFromArticle ? "article" : "document"),
        new("kind", (s, _) => EnumName.Of(s.Attribution.Kind)),
        .. Span("source", s => s.Attribution.Source),
        new("actor", (s, _) => s.Actor?.Name),
        new("actorId", (s, _) => s.Actor?.Id),
        new("role", (s, _) => s.Actor?.Role),
        new("country", (s, _) => s.Actor?.Country),
        .. Span("cue", s => s.Attribution.Cue),
        .. Span("content", s => s.Attribution.Content),
        new("contentSpans", (s, p) => Cell.List(s.Attribution.Content.Select(piece => p.At(piece)).Select(w => $"{w.Start}-{w.End}"))),
        new("via", (s, _) => Cell.List(s.Via.Select(v => v.Actor))),
        new("viaStatementIds", (s, _) => Cell.List(s.Via.Select(v => v.StatementId ?? ""))),
        new("sourcing", (s, _) => EnumName.Of(s.Sourcing)),
        new("said", (s, _) => s.Said?.Value),
        new("saidText", (s, p) => s.Said?.Words is { } words ? p.At(words).Text : null),
        new("saidGrain", (s, _) => s.Said is { } said ? EnumName.Of(said.Grain) : null),
        new("polarity", (s, _) => EnumName.Of(s.Polarity)),
        new("event", (s, _) => s.Event),
        new("addressee", (s, _) => s.Addressee),
        new("about", (s, _) => Cell.List(s.About)),
        new("issues", (s, _) => Cell.List(s.Issues)),
        new("stance", (s, _) => s.Stance is { } stance ? EnumName.Of(stance) : null),
        new("condition", (s, p) => s.Condition is { } words ? p.At(words).Text : null),
        new("confidence", (s, _) => s.Confidence),
    ]);

    private static ImmutableArray<Column<T>> Head<T>(Func<T, string> id, Func<T, string?> statement, Func<T, TextSpan> span) =>
    [
        new("id", (r, _) => id(r)),
        new("statementId", (r, _) => statement(r)),
        new("document", (_, p) => p.Document.Name),
        new("start", (r, p) => p.At(span(r)).Start),
        new("end", (r, p) => p.At(span(r)).End),
        new("text", (r, p) => p.At(span(r)).Text),
    ];

    private static ImmutableArray<Column<T>> Tail<T>() =>
    [
        new("offsets", (_, p) => p.CountsFromArticle ? "article" : "document"),
        new("article", (_, p) => p.Article.Id.Index),
    ];

    private static ImmutableArray<Column<Statement>> Span(string name, Func<Statement, ImmutableArray<TextSpan>> pieces) =>
    [
        new(name, (s, p) => p.Around(pieces(s).AsSpan())?.Text),
        new(name + "Start", (s, p) => p.Around(pieces(s).AsSpan())?.Start),
        new(name + "End", (s, p) => p.Around(pieces(s).AsSpan())?.End),
    ];
}
