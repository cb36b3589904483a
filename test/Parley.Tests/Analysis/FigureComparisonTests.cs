using Parley.Analysis;
using Parley.Tests.Testing;
using Xunit;

namespace Parley.Tests.Analysis;

public sealed class FigureComparisonTests
{
    [Fact]
    public void Figures_of_three_claimants_stand_side_by_side_and_casualties_are_refused_beside_killed()
    {
        var findings = Analyst.Analyse(
        [
            new ReportBuilder("The Courier", "2024-05-02", "The registry counts 4,100 dead, the ministry 1,200, the staff up to 9,000. Losses are put at 30,000.")
                .Counts("4,100", "killed", 4100, of: "soldiers of the northern army", asOf: "2024-04", claimant: "Registry")
                .Counts("1,200", "killed", 1200, of: "northern army soldiers", asOf: "2024-04", claimant: "Ministry")
                .Counts("9,000", "killed", null, high: 9000, of: "soldiers of the northern army", asOf: "2024-04", claimant: "Staff")
                .Counts("30,000", "casualties", 30000, of: "soldiers of the northern army", asOf: "2024-04", claimant: "Staff").Build(),
        ]);

        var comparison = Assert.Single(findings.Figures);
        Assert.Equal(["Registry", "Ministry", "Staff"], comparison.Figures.Select(f => f.Claimant));
        Assert.True(comparison.IsDisputed);
        var refused = Assert.Single(comparison.Refused);
        Assert.Equal("the measures differ: killed and casualties", refused.Why);
    }

    [Theory]
    [InlineData("growth", "percent", "GDP of Norland", "2024-Q1", "the periods differ")]
    [InlineData("growth", "percent", "GDP of Sudland", "2024", "they count different things")]
    [InlineData("growth", "percent", null, "2024", "one does not say")]
    [InlineData("inflation", "percent", "GDP of Norland", "2024", "the measures differ")]
    [InlineData("growth", "EUR", "GDP of Norland", "2024", "the units differ")]
    public void What_differs_is_refused_with_the_reason(string measure, string unit, string? of, string asOf, string reason)
    {
        var records = new ReportBuilder("The Courier", "2024-05-02", "One says 1.4, another 2.5.")
            .Counts("1.4", "growth", 1.4m, "percent", "GDP of Norland", "2024", "Bank")
            .Counts("2.5", measure, 2.5m, unit, of, asOf, "Ministry").Build();

        var figures = records.Reading.Figures;
        Assert.StartsWith(reason, FigureComparer.WhyNot(figures[0], figures[1]), StringComparison.Ordinal);
        Assert.Empty(Analyst.Analyse([records]).Figures);
    }
}
