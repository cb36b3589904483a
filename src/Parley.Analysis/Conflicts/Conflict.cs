using System.Collections.Immutable;

namespace Parley.Analysis;

/// <summary>Two or more statements that cannot all stand, with the reason; who is right is not for Parley to say.</summary>
public sealed record Conflict
{
    /// <summary>Name of the conflict, derived from its kind and statements.</summary>
    public required string Id { get; init; }

    /// <summary>What sort of conflict it is.</summary>
    public required ConflictKind Kind { get; init; }

    /// <summary>What is disputed, each statement or figure by its id, in the order of the records.</summary>
    public required ImmutableArray<string> Disputed { get; init; }

    /// <summary>What stands against it, by id, in the order of the records.</summary>
    public required ImmutableArray<string> Against { get; init; }

    /// <summary>The claims that the statements belong to.</summary>
    public ImmutableArray<string> ClaimIds { get; init; } = [];

    /// <summary>Why they conflict, as a sentence for people.</summary>
    public required string Why { get; init; }

    /// <summary>All ids, disputed first.</summary>
    public IEnumerable<string> StatementIds => Disputed.Concat(Against);
}

/// <summary>What sort of conflict it is.</summary>
public enum ConflictKind
{
    /// <summary>Somebody denies or rejects what another states.</summary>
    Denial,

    /// <summary>Two statements exclude each other by negation, opposite words, value, date or place.</summary>
    Contradiction,

    /// <summary>Claimants give different numbers for the same thing.</summary>
    CompetingFigures,

    /// <summary>A promise whose breach or passed deadline is reported.</summary>
    BrokenPledge,

    /// <summary>One actor says at one time what he contradicts at another.</summary>
    SelfContradiction,
}
