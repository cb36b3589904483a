namespace Parley.Records;

/// <summary>A prediction or promise that time can test.</summary>
public sealed record Forecast
{
    /// <summary>Name of the record, derived from article and span.</summary>
    public required string Id { get; init; }

    /// <summary>The article it stands in.</summary>
    public required ArticleId Article { get; init; }

    /// <summary>The statement that makes it; null in the author's own text.</summary>
    public string? StatementId { get; init; }

    /// <summary>Where it stands.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Who made it.</summary>
    public string? Actor { get; init; }

    /// <summary>When it was made.</summary>
    public PartialDate? Made { get; init; }

    /// <summary>Date, period or ISO 8601 duration by which it can be judged, or null.</summary>
    public string? Deadline { get; init; }

    /// <summary>What is predicted or promised, in the text's words.</summary>
    public required string Proposition { get; init; }

    /// <summary>How it turned out as far as read documents say.</summary>
    public required ForecastOutcome Outcome { get; init; }

    /// <summary>The sentence that shows the outcome, or null.</summary>
    public TextSpan? Evidence { get; init; }
}

/// <summary>How a prediction or promise turned out.</summary>
public enum ForecastOutcome
{
    /// <summary>Not yet known.</summary>
    Open,

    /// <summary>The promise was kept.</summary>
    Kept,

    /// <summary>The promise was broken.</summary>
    Broken,

    /// <summary>The prediction came true.</summary>
    CameTrue,

    /// <summary>The prediction failed.</summary>
    Failed,
}
