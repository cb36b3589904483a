using System.Collections.Immutable;
using Parley.Casualties.Register;

namespace Parley.Casualties.Updating;

/// <summary>What moved in a register since its last update, and why.</summary>
public sealed record UpdateReport
{
    /// <summary>Number of the ledger's record with which the last update ended; 0 if there was none.</summary>
    public required long Since { get; init; }

    /// <summary>How many articles were read now.</summary>
    public required int Articles { get; init; }

    /// <summary>How many mentions they hold.</summary>
    public required int Mentions { get; init; }

    /// <summary>What the linkage states of itself.</summary>
    public required LinkageSummary Linkage { get; init; }

    /// <summary>The records that moved, each with the events that moved it.</summary>
    public required ImmutableArray<ExplainedChange> Changes { get; init; }

    /// <summary>How many records there are at each level, before and now; only levels where that moved.</summary>
    public required ImmutableArray<LevelChange> Levels { get; init; }

    /// <summary>The estimate of the last update; null if there was none.</summary>
    public RecordedEstimate? EstimateBefore { get; init; }

    /// <summary>The estimate now.</summary>
    public required RecordedEstimate Estimate { get; init; }

    /// <summary>What of the register moved the estimate; empty if its counts did not move.</summary>
    public required ImmutableArray<string> EstimateCauses { get; init; }

    /// <summary>How much awaits a person's decision now.</summary>
    public required int Queue { get; init; }

    /// <summary>What is to be appended; nothing if nothing happened since the last update.</summary>
    public required ImmutableArray<RegisterEvent> Events { get; init; }
}

/// <summary>A record that moved, and the events since the last update that are about it.</summary>
/// <param name="Change">What moved.</param>
/// <param name="Why">The events.</param>
public sealed record ExplainedChange(RecordChange Change, ImmutableArray<RegisterEvent> Why);

/// <summary>How many records of a level there were and are.</summary>
/// <param name="Level">The level.</param>
/// <param name="Before">Before.</param>
/// <param name="Now">Now.</param>
public sealed record LevelChange(ConfirmationLevel Level, int Before, int Now);
