using System.Collections.Immutable;

namespace Parley.Records;

/// <summary>Everything one document yielded: what a ledger appends at once.</summary>
/// <param name="Document">The document as gathered.</param>
/// <param name="Articles">Its articles in order.</param>
public sealed record Reading(Document Document, ImmutableArray<ArticleReading> Articles);

/// <summary>Everything one article yielded, each list in text order.</summary>
public sealed record ArticleReading
{
    /// <summary>The article.</summary>
    public required Article Article { get; init; }

    /// <summary>What was said in it, outer statements before those they hold.</summary>
    public ImmutableArray<Statement> Statements { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The quantities in it.</summary>
    public ImmutableArray<Figure> Figures { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The agreements claimed to be made, kept or broken.</summary>
    public ImmutableArray<Agreement> Agreements { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The predictions and promises.</summary>
    public ImmutableArray<Forecast> Forecasts { get; init => field = value.IsDefault ? [] : value; } = [];
}
