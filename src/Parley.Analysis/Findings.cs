using System.Collections.Immutable;

namespace Parley.Analysis;

/// <summary>What comparison of records finds, everything in the order of the records.</summary>
public sealed record Findings
{
    /// <summary>The records compared.</summary>
    public required RecordSet Records { get; init; }

    /// <summary>Conflicts between statements.</summary>
    public required ImmutableArray<Conflict> Conflicts { get; init; }

    /// <summary>Figures that may be set side by side.</summary>
    public required ImmutableArray<FigureComparison> Figures { get; init; }
}
