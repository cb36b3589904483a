using Parley.Casualties.Estimation;
using Parley.Casualties.Estimation.Completeness;
using Parley.Casualties.Estimation.MultipleSystems;
using Parley.Casualties.Estimation.Simulation;
using Xunit;

namespace Parley.Tests.Casualties.Estimation;

public sealed class CompletenessTests
{
    [Fact]
    public void Each_stratum_has_its_own_share()
    {
        var table = PublishedTables.Text("A,B,region,count\n1,0,north,60\n0,1,north,90\n1,1,north,30\n1,0,south,20\n0,1,south,20\n1,1,south,80\n");

        var found = ListCompleteness.Estimate(table, ["region"], new MultipleSystemsOptions())[0];

        Assert.Equal(["north", "south"], found.Parts.Select(p => p.Scope));
        Assert.Equal(180 / 354.1935, found.Parts[0].Value!.Value, 1e-5);
        Assert.True(found.Parts[1].Value > 0.9);
        Assert.InRange(found.Value!.Value, found.Parts[0].Value!.Value, found.Parts[1].Value!.Value);
        Assert.InRange(found.Value.Value, found.Intervals[0].Lower!.Value, found.Intervals[0].Upper!.Value);
    }

    [Fact]
    public void A_stratum_that_bears_no_estimate_is_named_and_left_out_of_the_total()
    {
        var table = PublishedTables.Text("A,B,region,count\n1,0,north,60\n0,1,north,90\n1,1,north,30\n1,0,south,20\n");

        var found = ListCompleteness.Estimate(table, ["region"], new MultipleSystemsOptions())[0];

        Assert.Null(found.Parts[1].Value);
        Assert.Equal(180, found.Observed);
        Assert.StartsWith("1 of 2 strata", found.Warnings[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Reverse_time_hazards_agree_with_a_triangle_worked_by_hand()
    {
        // Delay 1 adds 20 to 80 and 30 to 70 in the two periods that have had it, delay 2 adds 10 to 100 in the one.
        double[][] counts = [[80, 20, 10], [70, 30], [75]];

        var shares = Nowcast.Completeness(counts);

        Assert.Equal(0.75 * 100 / 110, shares[0], 1e-12);
        Assert.Equal(100 / 110.0, shares[1], 1e-12);
        Assert.Equal(1, shares[2]);
    }

    [Fact]
    public void A_register_with_known_delays_is_completed()
    {
        var report = CoverageSimulation.Run("nowcast", 40, 2);

        Assert.InRange(report.Bias, -0.005, 0.005);
        Assert.InRange(report.Coverage[0].Covered, 0.85, 1);
    }

    [Fact]
    public void An_entry_before_the_death_is_refused()
    {
        var error = Assert.Throws<EstimateInputException>(() => Nowcast.Estimate(PublishedTables.Text("period,reported,count\n3,2,1\n3,5,1\n"), 1));

        Assert.Contains("before the death", error.Message, StringComparison.Ordinal);
    }
}
