using Parley.Casualties.Estimation;
using Parley.Casualties.Estimation.ProbateRegister;
using Parley.Casualties.Estimation.Simulation;
using Xunit;

namespace Parley.Tests.Casualties.Estimation;

public sealed class ProbateTests
{
    [Fact]
    public void A_war_of_fewer_dead_is_estimated_with_a_wide_interval_and_one_of_hardly_any_is_mostly_refused()
    {
        var fewer = CoverageSimulation.Run("probate", 20, 5, dead: 30_000);
        Assert.Equal(0, fewer.Refused);
        Assert.InRange(fewer.Bias, -0.1, 0.1);
        Assert.True(fewer.Coverage.Single(i => i.Kind == "sampling_95").Covered >= 0.85);
        var hardlyAny = CoverageSimulation.Run("probate", 20, 5, dead: 100);
        Assert.True(hardlyAny.Refused > 10, $"{hardlyAny.Refused}");
        Assert.Throws<EstimateInputException>(() => CoverageSimulation.Run("probate", 1, 1, dead: 0));
    }

    [Fact]
    public void Made_registers_give_back_their_dead()
    {
        var report = CoverageSimulation.Run("probate", 20, 5);

        Assert.Equal(0, report.Refused);
        Assert.InRange(report.Bias, -0.025, 0.025);
        Assert.InRange(report.Coverage.Single(c => c.Kind == "sampling_95").Covered, 0.8, 1);
    }

    [Fact]
    public void Telling_the_dependence_takes_its_bias_away()
    {
        var untold = CoverageSimulation.Run("probate", 16, 3, oddsRatio: 1.3);
        var told = CoverageSimulation.Run("probate", 16, 3, oddsRatio: 1.3, assumedOddsRatio: 1.3);

        Assert.InRange(untold.Bias, -0.09, -0.04);
        Assert.InRange(told.Bias, -0.025, 0.025);
    }

    [Theory]
    [InlineData(0.5, 0.55, 1)]
    [InlineData(0.34, 0.33, 1.3)]
    [InlineData(0.6, 0.5, 0.8)]
    public void Chances_to_be_listed_keep_their_mean_and_odds_ratio(double share, double mean, double oddsRatio)
    {
        var (with, none) = RegistrySimulator.ListedChances(share, mean, oddsRatio);

        Assert.Equal(mean, share * with + (1 - share) * none, 1e-9);
        Assert.Equal(oddsRatio, with / (1 - with) / (none / (1 - none)), 1e-6);
    }

    [Fact]
    public void Shares_fitted_by_turns_recover_a_product()
    {
        double[] q = [0.3, 0.5], h = [1.0, 0.8, 0.4];
        double[][] listed = [[100, 200, 300], [400, 100, 50]];
        double[][] withCase = [.. listed.Select((row, a) => row.Select((n, m) => n * q[a] * h[m]).ToArray())];

        var shares = CaseShares.Of(listed, withCase);

        for (var a = 0; a < 2; a++)
        {
            for (var m = 0; m < 3; m++)
            {
                Assert.Equal(q[a] * h[m], shares.ByAge[a] * shares.ByMonth[m], 1e-9);
            }
        }
    }

    [Fact]
    public void The_line_before_the_war_agrees_with_least_squares_written_out()
    {
        double[] men = [100, 120, 90, 110, 130, 95, 105, 140, 100, 90, 80, 120], women = [50, 55, 40, 60, 61, 50, 52, 66, 48, 49, 41, 57];
        var baseline = CaseBaseline.Of(men, women, -12);

        var w = men.Zip(women, (m, f) => 1 / (1 / m + 1 / f)).ToArray();
        var y = men.Zip(women, (m, f) => Math.Log(m / f)).ToArray();
        double S(Func<int, double> f) => Enumerable.Range(0, 12).Sum(i => w[i] * f(i));
        var det = S(_ => 1) * S(i => (i - 12) * (i - 12)) - S(i => i - 12) * S(i => i - 12);
        var slope = (S(_ => 1) * S(i => (i - 12) * y[i]) - S(i => i - 12) * S(i => y[i])) / det;
        var level = (S(i => y[i]) - slope * S(i => i - 12)) / S(_ => 1);

        Assert.Equal(Math.Exp(level + slope * 5), baseline.Ratio(5), 1e-9);
        Assert.True(baseline.Dispersion >= 1);
    }

    [Theory]
    [InlineData("month,age_group,cases_male,cases_female\n0,20-24,1,1\n", "month,age_group,names_listed,names_with_case\n0,20-24,1,1\n", "at least 12 months")]
    [InlineData("month,age_group,cases_male,cases_female\n-12,20-24,1,1\n0,20-24,-1,1\n", "month,age_group,names_listed,names_with_case\n0,20-24,1,1\n", "is negative")]
    [InlineData("month,age_group,cases_male,cases_female\n-12,20-24,1,1\n0,20-24,1,1\n", "month,age_group,names_listed,names_with_case\n0,20-24,1,1\n", "no 'cases_male' for 20-24, month -11")]
    public void A_wrong_register_is_refused(string registry, string names, string message)
    {
        var error = Assert.Throws<EstimateInputException>(
            () => ProbateEstimator.Estimate(PublishedTables.Text(registry), PublishedTables.Text(names), new()));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_register_without_names_is_refused()
    {
        var registry = PublishedTables.Text("month,age_group,cases_male,cases_female\n0,20-24,1,1\n");

        var error = Assert.Throws<EstimateInputException>(() => ProbateEstimator.Estimate(registry, registry, new()));
        Assert.Contains("--names", error.Message, StringComparison.Ordinal);
    }
}
