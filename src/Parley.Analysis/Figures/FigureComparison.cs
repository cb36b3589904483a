using System.Collections.Immutable;

namespace Parley.Analysis;

/// <summary>Figures of one measure, unit, population and period, which may be set side by side.</summary>
/// <param name="Id">Name of the comparison, derived from its figures.</param>
/// <param name="Measure">What is counted.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Figures">The figures, one for each claimant and value, in the order of the records.</param>
/// <param name="Refused">Figures near to these that may not be compared with them, each with the reason.</param>
public sealed record FigureComparison(string Id, string Measure, string Unit, ImmutableArray<ReportedFigure> Figures, ImmutableArray<RefusedFigure> Refused)
{
    /// <summary>True when two claimants give values that exclude each other.</summary>
    public required bool IsDisputed { get; init; }
}

/// <summary>A figure that looks alike and may not be compared.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Why">What differs: measure, unit, population or period.</param>
public sealed record RefusedFigure(ReportedFigure Figure, string Why);
