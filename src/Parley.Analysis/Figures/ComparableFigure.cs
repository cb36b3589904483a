using Parley.Records;

namespace Parley.Analysis;

/// <summary>A figure with what is compared of it, read once.</summary>
internal sealed class ComparableFigure(ReportedFigure figure)
{
    public ReportedFigure Reported { get; } = figure;

    public Figure Figure => Reported.Figure;

    /// <summary>The measure in lower case.</summary>
    public string Measure { get; } = figure.Figure.Measure.ToLowerInvariant();

    public string Unit { get; } = FigureComparer.UnitOf(figure.Figure);

    public Population Population { get; } = Population.Of(figure);

    public DateOnly? Day { get; } = figure.In.PublicationDay;
}
