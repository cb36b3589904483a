using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Ledger;

/// <summary>What an append did with a reading.</summary>
public enum AppendOutcome
{
    /// <summary>It was new and is recorded.</summary>
    Recorded,

    /// <summary>A document with these bytes is in the ledger; nothing was read into it again.</summary>
    AlreadyRecorded,

    /// <summary>Its page was in the ledger with other bytes; the reading is recorded as the page's new revision.</summary>
    Revised,
}

/// <summary>The acknowledgement of an append: when it is returned, the reading has reached the disk.</summary>
public sealed record AppendResult
{
    /// <summary>The document.</summary>
    public required ContentHash Document { get; init; }

    /// <summary>What was done.</summary>
    public required AppendOutcome Outcome { get; init; }

    /// <summary>The ledger's last record after this reading.</summary>
    public required LedgerHead Head { get; init; }

    /// <summary>For a revision, what the page showed before.</summary>
    public ContentHash? Previous { get; init; }

    /// <summary>For a revision, the statements that were reworded or vanished, in the earlier revision's order.</summary>
    public ImmutableArray<StatementChange> Changes { get; init; } = [];

    /// <summary>For a revision, ids of the statements that the page did not have before, in text order.</summary>
    public ImmutableArray<string> Added { get; init; } = [];
}
