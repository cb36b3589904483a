using System.Globalization;
using System.Text;
using Parley.Casualties.Estimation;
using Parley.Casualties.Estimation.ExcessMortality;
using Parley.Casualties.Estimation.Simulation;
using Parley.Casualties.Estimation.Tables;
using Xunit;

namespace Parley.Tests.Casualties.Estimation;

public sealed class ExcessMortalityTests
{
    // Deaths in Russia at 20-24 and 45-49, men and women, 2015-2019, 2022 and 2023.
    private static readonly int[] Years = [2015, 2016, 2017, 2018, 2019, 2022, 2023];

    [Fact]
    public void An_exact_line_leaves_exactly_the_deaths_added_to_it()
    {
        var found = ExcessMortalityEstimator.Estimate(Line(added: 500), null, new())[0];

        Assert.Equal(1000, found.Value!.Value, 1e-6);
        Assert.Equal(0, found.StandardError!.Value, 1e-6);
        Assert.Equal(500, found.Parts.Single(p => p.Scope == "20-24, 2023").Value!.Value, 1e-6);
    }

    [Fact]
    public void The_line_agrees_with_least_squares_written_out()
    {
        (int Year, double Value)[] points = [(2015, 2.9), (2016, 3.1), (2017, 2.8), (2018, 3.0), (2019, 2.7)];
        var trend = new Trend(points);

        // Normal equations about 2017: the slope is sum(x y) / 10, the level the mean.
        var slope = ((-2 * 2.9) - 3.1 + 3.0 + (2 * 2.7)) / 10;
        Assert.Equal(2.9 + slope * 5, trend.At(2022), 1e-12);
        Assert.Equal(points.Sum(p => Math.Pow(p.Value - 2.9 - slope * (p.Year - 2017), 2)) / 3, trend.Variance(3), 1e-12);
        Assert.Equal(0.2 + 25 / 10.0, trend.Leverage(2022, 2022), 1e-12);
    }

    [Fact]
    public void Groups_of_ten_years_and_another_war_are_estimated_as_well()
    {
        // A ratio of exactly 2 to 2013, then 100 men more in each group and year; the group to 54 lies partly outside.
        var rows = string.Concat(Enumerable.Range(2005, 11).SelectMany(y => "all 15-24 25-34 35-44 45-54 85+".Split(' ')
            .Select(a => $"{y},{a},{2000 + (y > 2013 ? 100 : 0)},1000\n")));
        var found = Assert.Single(ExcessMortalityEstimator.Estimate(
            PublishedTables.Text("year,age_group,deaths_male,deaths_female\n" + rows), null, new ExcessOptions { BaselineEnd = 2013 }));

        Assert.Equal("15-44, 2014-2015", found.Scope);
        Assert.Equal(600, found.Value!.Value, 1e-6);
        Assert.Contains(found.Warnings, w => w.Contains("45-54", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2022,20-24,9,5", "25-29: no deaths given for 2022")]
    [InlineData("2022,20-24,9,5\n2022,25-29,9,5\n2015,22-26,9,5", "20-24 and 22-26 overlap")]
    public void Groups_that_lack_a_year_or_overlap_are_refused(string more, string message)
    {
        var rows = string.Concat(Enumerable.Range(2015, 5).Select(y => $"{y},20-24,9,5\n{y},25-29,9,5\n"));
        var error = Assert.Throws<EstimateInputException>(() => ExcessMortalityEstimator.Estimate(
            PublishedTables.Text($"year,age_group,deaths_male,deaths_female\n{rows}{more}\n"), null, new ExcessOptions()));
        Assert.StartsWith("table.csv: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_year_of_baseline_has_no_error()
    {
        var found = ExcessMortalityEstimator.Estimate(Line(added: 500), null, new() { BaselineYears = 1 })[0];

        Assert.Null(found.StandardError);
        Assert.Empty(found.Intervals);
    }

    [Fact]
    public void Deaths_of_the_cause_are_taken_out_before_the_ratio_is_formed()
    {
        var cause = CountTable.Parse("hiv", "year,age_group,sex,deaths\n" + string.Concat(Years.Select(y => $"{y},20-24,m,300\n{y},20-24,f,100\n")));
        var with = new StringBuilder("year,age_group,deaths_male,deaths_female\n");
        foreach (var row in Line(added: 500).Rows)
        {
            with.Append(CultureInfo.InvariantCulture, $"{row.Text("year")},20-24,{row.Count("deaths_male") + 300},{row.Count("deaths_female") + 100}\n");
        }

        var found = ExcessMortalityEstimator.Estimate(CountTable.Parse("all", with.ToString()), cause, new())[0];

        Assert.Equal(1000, found.Value!.Value, 1e-6);
        Assert.Contains("HIV removed", found.Model, StringComparison.Ordinal);
    }

    [Fact]
    public void Intervals_hold_the_truth_about_as_often_as_they_say()
    {
        var report = CoverageSimulation.Run("excess", 80, 11);

        Assert.InRange(report.Coverage.Single(c => c.Kind == "student_95").Covered, 0.9, 0.995);
        Assert.InRange(report.Bias, -0.08, 0.08);
    }

    [Fact]
    public void A_region_whose_counts_fell_to_a_tenth_for_a_year_is_named()
    {
        var text = Line(added: 0, shrunk: 2016, region: "Somewhere");

        var found = ExcessMortalityEstimator.Estimate(text, null, new())[0];

        Assert.Contains(found.Warnings, w => w.StartsWith("Somewhere, 2016", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("year,age_group,sex,deaths\n2019,20-24,x,5\n", "neither m nor f")]
    [InlineData("year,age_group,sex,deaths\n2019,20-24,m,-5\n", "negative")]
    [InlineData("year,age_group,sex,deaths\n2019,20-24,m,5\n2019,20-24,m,5\n", "stands twice")]
    [InlineData("year,age_group,sex,deaths\n2019,20-24,m,5\n", "no year after 2019 to estimate other than")]
    [InlineData("year,age_group,sex,deaths\n2022,20-24,m,5\n2022,20-24,f,5\n", "no deaths given for 2015")]
    [InlineData("year,age_group,deaths\n2022,20-24,5\n", "no column 'deaths_male'")]
    public void A_wrong_table_is_refused(string text, string message)
    {
        var error = Assert.Throws<EstimateInputException>(() => ExcessMortalityEstimator.Estimate(PublishedTables.Text(text), null, new()));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    /// <summary>1,000 women a year and a ratio that falls by 0.1 a year from 3.0 in 2015, with deaths of men added from 2022 on.</summary>
    private static CountTable Line(int added, int shrunk = 0, string? region = null)
    {
        var text = new StringBuilder(region is null ? "" : "region,").Append("year,age_group,deaths_male,deaths_female\n");
        foreach (var year in Years)
        {
            var scale = year == shrunk ? 10 : 1;
            text.Append(region is null ? "" : region + ",")
                .Append(CultureInfo.InvariantCulture, $"{year},20-24,{(3000 - 100 * (year - 2015)) / scale + (year >= 2022 ? added : 0)},{1000 / scale}\n");
        }

        return CountTable.Parse("line", text.ToString());
    }
}
