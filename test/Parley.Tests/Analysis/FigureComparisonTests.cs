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

        var figures = RecordSet.Of([records]).Figures;
        Assert.StartsWith(reason, FigureComparer.WhyNot(figures[0], figures[1]), StringComparison.Ordinal);
        Assert.Empty(Analyst.Analyse([records]).Figures);
    }

    [Fact]
    public void How_the_dead_were_counted_does_not_keep_their_numbers_apart()
    {
        var comparison = Assert.Single(Analyst.Analyse(
        [
            new ReportBuilder("The Courier", "2024-05-02", "The registry has 4,100 names. The project confirmed 6,500 dead. The number may be 9,000.")
                .Counts("4,100", "killed", 4100, of: "names of Norland soldiers killed in action", claimant: "Registry")
                .Counts("6,500", "killed", 6500, of: "confirmed Norland combat deaths", claimant: "Project")
                .Counts("9,000", "killed", 9000, of: "estimated deaths among Norland soldiers", claimant: "Staff").Build(),
        ]).Figures);
        Assert.Equal(["Registry", "Project", "Staff"], comparison.Figures.Select(f => f.Claimant));
    }

    [Fact]
    public void A_share_of_which_nothing_is_said_is_of_the_state_that_its_sentence_names()
    {
        var records = RecordSet.Of(
        [
            new ReportBuilder("The Courier", "2024-05-02", "Kenya’s economy will grow by 1.4% in 2025. The Kenyan ministry’s forecast is 2.5% in 2025. Chad will grow by 3.1% in 2025.")
                .Counts("1.4%", "growth", 1.4m, "percent", null, "2025", "Fund").Counts("2.5%", "growth", 2.5m, "percent", null, "2025", "Ministry").Counts("3.1%", "growth", 3.1m, "percent", null, "2025", "Fund").Build(),
        ]).Figures;
        Assert.Null(FigureComparer.WhyNot(records[0], records[1]));
        Assert.StartsWith("they count different things", FigureComparer.WhyNot(records[0], records[2]), StringComparison.Ordinal);
    }

    [Fact]
    public void Its_soldiers_are_the_claimants_and_not_those_of_another()
    {
        var findings = Analyst.Analyse(
        [
            new ReportBuilder("The Courier", "2024-05-02", "Norland said 40 of its soldiers were killed.").Counts("40", "killed", 40, of: "of its soldiers", claimant: "Norland").Build(),
            new ReportBuilder("Port Herald", "2024-05-03", "Sudland said 90 of its soldiers were killed.").Counts("90", "killed", 90, of: "of its soldiers", claimant: "Sudland").Build(),
        ]);
        Assert.Empty(findings.Figures);
        Assert.Equal("Norland’s soldiers", findings.Records.Figures[0].Counted);
    }

    [Fact]
    public void Who_denies_a_number_does_not_give_it()
    {
        var findings = Analyst.Analyse(
        [
            new ReportBuilder("The Courier", "2024-05-02", "The staff said 40 soldiers of Norland were killed.").Says("The staff", "40 soldiers of Norland were killed").Counts("40", "killed", 40, of: "soldiers of Norland", claimant: "The staff").Build(),
            new ReportBuilder("Port Herald", "2024-05-03", "The ministry denied that 45 soldiers of Norland were killed.").Says("The ministry", "45 soldiers of Norland were killed", Parley.Records.Polarity.Denies)
                .Counts("45", "killed", 45, of: "soldiers of Norland", claimant: "The ministry").Build(),
        ]);
        Assert.Empty(findings.Figures);
    }

    [Fact]
    public void After_years_of_counts_the_claimants_of_a_month_are_still_compared()
    {
        var day = new DateOnly(2020, 1, 1);
        var records = Enumerable.Range(0, 100).SelectMany(i => new[] { ("Registry", 100 + i), ("Ministry", 50 + i) }, (i, count) =>
            new ReportBuilder(count.Item1, $"{day.AddDays(40 * i):yyyy-MM-dd}", $"There were {count.Item2} dead in Dorva.")
                .Counts($"{count.Item2}", "killed", count.Item2, of: "soldiers in Dorva", claimant: count.Item1).Build());

        Assert.Equal(100, Analyst.Analyse(records).Figures.Count(f => f.IsDisputed));
    }
}
