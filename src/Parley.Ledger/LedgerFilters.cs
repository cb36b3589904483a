using Parley.Records;

namespace Parley.Ledger;

/// <summary>Which articles to read; whatever is null does not restrict.</summary>
public record ArticleFilter
{
    /// <summary>Outlet, whatever the case of its letters.</summary>
    public string? Outlet { get; init; }

    /// <summary>Published on this day or later. Articles without a date are left out.</summary>
    public DateOnly? PublishedFrom { get; init; }

    /// <summary>Published on this day or earlier. Articles without a date are left out.</summary>
    public DateOnly? PublishedTo { get; init; }

    /// <summary>
    /// Words to be found in title and text of an article, or in content and actor of a statement; several words must all occur, words
    /// in quotation marks next to each other. No query language: every other sign is ignored.
    /// </summary>
    public string? Text { get; init; }

    /// <summary>What was known then.</summary>
    public AsOf AsOf { get; init; } = AsOf.Everything;

    /// <summary>Earlier revisions of pages, too.</summary>
    public bool WithEarlierRevisions { get; init; }

    /// <summary>How many records at most, in the order in which they come.</summary>
    public int? Limit { get; init; }
}

/// <summary>
/// Which records of articles to read; whatever is null does not restrict. Figures, agreements and forecasts have issue and confidence
/// from the statement that holds them; those of the author's own text have none and are left out where one is asked for.
/// </summary>
public record RecordFilter : ArticleFilter
{
    /// <summary>
    /// Name of the actor (of a statement, forecast) or claimant (of a figure, agreement) or whole words of it (a surname), whatever the
    /// case of the letters; for statements also the actor's id.
    /// </summary>
    public string? Actor { get; init; }

    /// <summary>Key of an issue, at any rank.</summary>
    public string? Issue { get; init; }

    /// <summary>Least confidence, 0 to 1.</summary>
    public double? MinConfidence { get; init; }
}

/// <summary>Which statements to read; whatever is null does not restrict.</summary>
public sealed record StatementFilter : RecordFilter
{
    /// <summary>Id of the statement.</summary>
    public string? Id { get; init; }

    /// <summary>Beginning of the statement's id.</summary>
    public string? IdPrefix { get; init; }

    /// <summary>What the source does with the content.</summary>
    public Polarity? Polarity { get; init; }

    /// <summary>PLOVER type of the act, whatever the case of its letters.</summary>
    public string? Event { get; init; }

    /// <summary>A PLOVER mode of the act.</summary>
    public string? Mode { get; init; }

    /// <summary>A PLOVER context of the act.</summary>
    public string? Context { get; init; }

    /// <summary>Said on this day or later, by the last day that the date covers. Statements without a date are left out.</summary>
    public DateOnly? SaidFrom { get; init; }

    /// <summary>Said on this day or earlier, by the first day that the date covers. Statements without a date are left out.</summary>
    public DateOnly? SaidTo { get; init; }
}

/// <summary>Which figures to read; whatever is null does not restrict. <see cref="ArticleFilter.Text"/> is looked for in the article.</summary>
public sealed record FigureFilter : RecordFilter
{
    /// <summary>What is counted.</summary>
    public string? Measure { get; init; }
}

/// <summary>Which agreements to read; whatever is null does not restrict. <see cref="ArticleFilter.Text"/> is looked for in the article.</summary>
public sealed record AgreementFilter : RecordFilter
{
    /// <summary>Name of the agreement, whatever the case of the letters.</summary>
    public string? Name { get; init; }

    /// <summary>What is claimed of it.</summary>
    public AgreementClaim? Claim { get; init; }
}

/// <summary>Which forecasts to read; whatever is null does not restrict. <see cref="ArticleFilter.Text"/> is looked for in the article.</summary>
public sealed record ForecastFilter : RecordFilter
{
    /// <summary>How it turned out.</summary>
    public ForecastOutcome? Outcome { get; init; }
}
