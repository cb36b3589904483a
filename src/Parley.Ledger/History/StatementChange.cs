using Parley.Records;

namespace Parley.Ledger;

/// <summary>What became of a statement when its page changed.</summary>
public enum StatementFate
{
    /// <summary>The same source says it in other words.</summary>
    Reworded,

    /// <summary>Nothing on the page can safely be taken for it any more.</summary>
    Vanished,
}

/// <summary>A statement that a later revision of its page no longer has in the same words.</summary>
public sealed record StatementChange
{
    /// <summary>What became of it.</summary>
    public required StatementFate Fate { get; init; }

    /// <summary>The page.</summary>
    public required string Origin { get; init; }

    /// <summary>The revision that has the statement.</summary>
    public required ContentHash Previous { get; init; }

    /// <summary>The revision that no longer has it.</summary>
    public required ContentHash Current { get; init; }

    /// <summary>The statement.</summary>
    public required string StatementId { get; init; }

    /// <summary>The statement in its place; null if it vanished.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>Who said it, or null.</summary>
    public string? Actor { get; init; }

    /// <summary>The content as it was.</summary>
    public required string Was { get; init; }

    /// <summary>The content as it is now; null if it vanished.</summary>
    public string? Is { get; init; }
}
