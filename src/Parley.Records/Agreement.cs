using System.Collections.Immutable;

namespace Parley.Records;

/// <summary>A mention of a named agreement or commitment about which something is claimed.</summary>
public sealed record Agreement
{
    /// <summary>Name of the record, derived from article and span.</summary>
    public required string Id { get; init; }

    /// <summary>The article it stands in.</summary>
    public required ArticleId Article { get; init; }

    /// <summary>The innermost statement that holds it; null in the author's own text.</summary>
    public string? StatementId { get; init; }

    /// <summary>The words that name it.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Its name, the same for all mentions.</summary>
    public required string Name { get; init; }

    /// <summary>When it was made, if the text or a table of facts tells.</summary>
    public PartialDate? Date { get; init; }

    /// <summary>Its parties.</summary>
    public ImmutableArray<string> Parties { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What is claimed of it.</summary>
    public required AgreementClaim Claim { get; init; }

    /// <summary>Who claims it.</summary>
    public string? Claimant { get; init; }
}

/// <summary>What is claimed of an agreement.</summary>
public enum AgreementClaim
{
    /// <summary>It was made.</summary>
    Concluded,

    /// <summary>Its text was agreed and not yet signed.</summary>
    Initialled,

    /// <summary>It was broken.</summary>
    Breached,

    /// <summary>It was not carried out.</summary>
    NotImplemented,

    /// <summary>It was never meant.</summary>
    Deceptive,

    /// <summary>It is running out.</summary>
    Expiring,

    /// <summary>It was ended.</summary>
    Cancelled,

    /// <summary>Somebody rests a claim on it.</summary>
    Invoked,

    /// <summary>It is proposed.</summary>
    Proposed,
}
