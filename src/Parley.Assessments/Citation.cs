using System.Collections.Immutable;
using Parley.Analysis;
using Parley.Records;

namespace Parley.Assessments;

/// <summary>Leads from a sentence to the words it rests on: a record, its article, its document and the places in the text.</summary>
public sealed class Citation : IEquatable<Citation>
{
    private Citation(string recordKind, string recordId, RecordedArticle source, ImmutableArray<TextSpan> spans)
    {
        var length = source.Reading.Article.Text.Length;
        if (spans.IsDefaultOrEmpty || spans.Any(s => s.IsEmpty || s.End > length))
        {
            throw new ArgumentException($"{recordKind} {recordId} points to no words of its article (length {length})", nameof(spans));
        }

        (RecordKind, RecordId, Source, Spans) = (recordKind, recordId, source, spans);
    }

    /// <summary>What sort of record it is: <c>statement</c>, <c>figure</c>, <c>forecast</c>, <c>agreement</c>.</summary>
    public string RecordKind { get; }

    /// <summary>The record's name in the ledger.</summary>
    public string RecordId { get; }

    /// <summary>The article and where it came from.</summary>
    public RecordedArticle Source { get; }

    /// <summary>The cited words' places in the article's text (UTF-16 units), in text order, none empty.</summary>
    public ImmutableArray<TextSpan> Spans { get; }

    /// <summary>Who is quoted, in the article's text; empty if the record has no source of its own.</summary>
    public ImmutableArray<TextSpan> SourceSpans { get; private init; } = [];

    /// <summary>The words that attribute, in the article's text; may be empty.</summary>
    public ImmutableArray<TextSpan> CueSpans { get; private init; } = [];

    /// <summary>The article.</summary>
    public Article Article => Source.Reading.Article;

    /// <summary>SHA-256 of the document.</summary>
    public ContentHash Sha256 => Article.Id.Document;

    /// <summary>The cited words as they stand, pieces joined by one space.</summary>
    public string Words => string.Join(' ', Spans.Select(s => s.In(Article.Text).ToString()));

    /// <summary>Cites a statement's content.</summary>
    /// <exception cref="ArgumentException">The statement has no words in its article.</exception>
    public static Citation Of(ReportedStatement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var attribution = statement.Statement.Attribution;
        return new Citation("statement", statement.Id, statement.In, attribution.Content) { SourceSpans = attribution.Source, CueSpans = attribution.Cue };
    }

    /// <summary>Cites a figure.</summary>
    /// <exception cref="ArgumentException">The figure has no words in its article.</exception>
    public static Citation Of(ReportedFigure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return new Citation("figure", figure.Figure.Id, figure.In, [figure.Figure.Span]);
    }

    /// <summary>Cites a prediction or promise, with the sentence that shows its outcome.</summary>
    /// <exception cref="ArgumentException">The prediction has no words in its article.</exception>
    public static Citation Of(ReportedForecast forecast)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        return new Citation("forecast", forecast.Forecast.Id, forecast.In, [forecast.Forecast.Span]);
    }

    /// <summary>Cites the sentence that shows how a prediction or promise turned out.</summary>
    /// <exception cref="ArgumentException">The prediction has no such sentence.</exception>
    public static Citation OfOutcome(ReportedForecast forecast)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        return new Citation("outcome", forecast.Forecast.Id, forecast.In, forecast.Forecast.Evidence is { } words ? [words] : []);
    }

    /// <summary>Cites the words of a conditional stance's condition.</summary>
    /// <exception cref="ArgumentException">The statement has no condition.</exception>
    public static Citation OfCondition(ReportedStatement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return new Citation("condition", statement.Id, statement.In, statement.Statement.Condition is { } words ? [words] : []);
    }

    /// <summary>Cites a mention of an agreement.</summary>
    /// <exception cref="ArgumentException">The mention has no words in its article.</exception>
    public static Citation Of(ReportedAgreement agreement)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        return new Citation("agreement", agreement.Agreement.Id, agreement.In, [agreement.Agreement.Span]);
    }

    /// <inheritdoc/>
    public bool Equals(Citation? other) => other is not null && RecordKind == other.RecordKind && RecordId == other.RecordId;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Citation);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(RecordKind, RecordId);
}
