using System.Collections.Immutable;

namespace Parley.Records;

/// <summary>
/// A user's word on who an actor is. Statements stay as they were read; corrections are laid over them in the order in which they were
/// made, whenever the ledger is asked, so that they hold for what is read later and can be taken back.
/// </summary>
public sealed record ActorCorrection
{
    /// <summary>What is corrected.</summary>
    public required ActorCorrectionKind Kind { get; init; }

    /// <summary>The names of the actors that it concerns, as the ledger calls them before it; compared without regard to case.</summary>
    public required ImmutableArray<string> Names { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>What they are called from then on; null leaves the names.</summary>
    public string? Name { get; init; }

    /// <summary>Id of the actor that they are from then on.</summary>
    public required string ActorId { get; init; }

    /// <summary>What sort of actor that is; null leaves it as read.</summary>
    public ActorKind? ActorKind { get; init; }

    /// <summary>ISO 3166-1 alpha-3 of its country; null leaves it as read.</summary>
    public string? Country { get; init; }

    /// <summary>A split concerns only statements whose source has these words; null if it goes by statements.</summary>
    public string? Words { get; init; }

    /// <summary>A split concerns only these statements; empty if it goes by words.</summary>
    public ImmutableArray<string> Statements { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Who made it.</summary>
    public required string Author { get; init; }

    /// <summary>When, in UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>What a correction does.</summary>
public enum ActorCorrectionKind
{
    /// <summary>Several actors are one.</summary>
    Merge,

    /// <summary>Some statements under a name are another actor's.</summary>
    Split,

    /// <summary>The actor has another name.</summary>
    Rename,

    /// <summary>The actor is of another kind or country.</summary>
    Correct,
}

/// <summary>A correction taken back; both stay in the history.</summary>
/// <param name="Correction">Number of the correction in the history.</param>
/// <param name="Author">Who took it back.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="Reason">Why.</param>
public sealed record ActorCorrectionRevert(long Correction, string Author, DateTimeOffset At, string Reason);
