using System.Collections.Immutable;

namespace Parley.Analysis;

/// <summary>What comparison of records finds, everything in the order of the records.</summary>
public sealed record Findings
{
    /// <summary>The records compared.</summary>
    public required RecordSet Records { get; init; }

    /// <summary>Statements that say the same, joined, with origins and answers.</summary>
    public required ImmutableArray<Claim> Claims { get; init; }

    /// <summary>Conflicts between statements.</summary>
    public required ImmutableArray<Conflict> Conflicts { get; init; }

    /// <summary>Figures that may be set side by side.</summary>
    public required ImmutableArray<FigureComparison> Figures { get; init; }

    /// <summary>Pledges reported broken or past their deadline.</summary>
    public required ImmutableArray<PledgeFinding> Pledges { get; init; }

    /// <summary>Each actor's stance on each issue over time, by issue, then actor.</summary>
    public required ImmutableArray<PositionSeries> Positions { get; init; }

    /// <summary>Answers to conditions by others.</summary>
    public required ImmutableArray<ConditionAnswer> ConditionAnswers { get; init; }

    /// <summary>What became of the claims that each outlet carried, by outlet.</summary>
    public required ImmutableArray<OutletRecord> Outlets { get; init; }
}
