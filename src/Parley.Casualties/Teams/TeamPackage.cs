using System.Collections.Immutable;
using Parley.Casualties.Register;
using Parley.Ledger;
using Parley.Records;

namespace Parley.Casualties.Teams;

/// <summary>What one team hands to another: the events of its register that may leave it, each with the team that did it and its number there.</summary>
public sealed record TeamPackage
{
    /// <summary>The team that made it.</summary>
    public required string Team { get; init; }

    /// <summary>For whom it was made.</summary>
    public required PublicationProfile Profile { get; init; }

    /// <summary>The last record of the ledger that it was made from.</summary>
    public required LedgerHead Head { get; init; }

    /// <summary>The events, in the order in which all registers take them.</summary>
    public required ImmutableArray<RegisterEvent> Events { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>How many mentions stay at home, because the person may be alive, the record was withdrawn, or the source is nobody's business.</summary>
    public int Withheld { get; init; }

    /// <summary>SHA-256 of the events as the package has them; zeros before it is written or read.</summary>
    public ContentHash Hash { get; init; }
}
