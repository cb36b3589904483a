namespace Parley.Records;

/// <summary>A quantity somebody claims.</summary>
public sealed record Figure
{
    /// <summary>Name of the record, derived from article and span.</summary>
    public required string Id { get; init; }

    /// <summary>The article it stands in.</summary>
    public required ArticleId Article { get; init; }

    /// <summary>The innermost statement whose content holds it; null in the author's own text.</summary>
    public string? StatementId { get; init; }

    /// <summary>The number with its multiplier, currency or unit, without "about" or "over".</summary>
    public required TextSpan Span { get; init; }

    /// <summary>What is counted: killed, wounded, casualties, troops, growth-rate, aid, price, …</summary>
    public required string Measure { get; init; }

    /// <summary>The value in <see cref="Unit"/>, or null for a range.</summary>
    public decimal? Value { get; init; }

    /// <summary>Lower end, where one is claimed ("over").</summary>
    public decimal? Low { get; init; }

    /// <summary>Upper end, where one is claimed ("as many as").</summary>
    public decimal? High { get; init; }

    /// <summary>Unit: <c>persons</c>, <c>percent</c>, ISO 4217 currency, SI symbol, or a plural noun.</summary>
    public required string Unit { get; init; }

    /// <summary>Whom or what it counts, in the text's words, or null.</summary>
    public string? Of { get; init; }

    /// <summary>Date or period that it describes (ISO 8601, a range as start/end), or null.</summary>
    public string? AsOf { get; init; }

    /// <summary>Whose number it is, not who repeats it.</summary>
    public string? Claimant { get; init; }

    /// <summary>Hedged or estimated by its claimant.</summary>
    public bool Approximate { get; init; }
}
