using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Assessments;

/// <summary>A drawing of records that a table or list beside it tells as well.</summary>
public abstract record Chart
{
    private protected Chart(string title, string description) => (Title, Description) = (title, description);

    /// <summary>What is drawn.</summary>
    public string Title { get; }

    /// <summary>What is to be seen, for those who cannot see it.</summary>
    public string Description { get; }
}

/// <summary>Figures of one kind on one scale.</summary>
/// <param name="ChartTitle">What is drawn.</param>
/// <param name="ChartDescription">What is to be seen.</param>
/// <param name="Rows">The figures.</param>
public sealed record FigureChart(string ChartTitle, string ChartDescription, ImmutableArray<FigureChartRow> Rows) : Chart(ChartTitle, ChartDescription);

/// <summary>One figure of a chart.</summary>
/// <param name="Label">Whose it is.</param>
/// <param name="Value">It in words.</param>
/// <param name="Low">Lower end; null if open.</param>
/// <param name="High">Upper end; null if open.</param>
/// <param name="Citation">Where it stands.</param>
public sealed record FigureChartRow(string Label, string Value, decimal? Low, decimal? High, Citation Citation);

/// <summary>Stances of several actors on one issue over time, a lane for each.</summary>
/// <param name="ChartTitle">What is drawn.</param>
/// <param name="ChartDescription">What is to be seen.</param>
/// <param name="Lanes">The actors.</param>
public sealed record PositionChart(string ChartTitle, string ChartDescription, ImmutableArray<PositionLane> Lanes) : Chart(ChartTitle, ChartDescription);

/// <summary>One actor's stances.</summary>
/// <param name="Label">Who it is.</param>
/// <param name="Marks">The stances in order of time.</param>
public sealed record PositionLane(string Label, ImmutableArray<PositionMark> Marks);

/// <summary>A stance on a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Stance">The stance.</param>
/// <param name="Citation">Where it stands.</param>
public sealed record PositionMark(DateOnly Day, Stance Stance, Citation Citation);

/// <summary>A chart within a section; its records are cited by the table or list beside it.</summary>
/// <param name="Chart">The chart.</param>
public sealed record ChartBlock(Chart Chart) : SectionBlock
{
    /// <inheritdoc/>
    public override IEnumerable<Sentence> Sentences => [];
}
