using Parley.Casualties.Estimation;
using Parley.Casualties.Estimation.MultipleSystems;
using Xunit;

namespace Parley.Tests.Casualties.Estimation;

public sealed class WrongInputTests
{
    public static TheoryData<string, string, string> Refused
    {
        get
        {
            var cases = new TheoryData<string, string, string>();
            foreach (var method in EstimateMethods.Names)
            {
                // What a table for this method looks like, with one cell to be filled.
                var (heading, rows) = method switch
                {
                    "probate" => ("month,age_group,cases_male,cases_female,names_listed,names_with_case", string.Concat(Enumerable.Range(-13, 15).Select(m => $"{m},20-24,9,4,5,2\n")) + "2,20-24,CELL,5,4,2\n"),
                    "excess" => ("year,age_group,sex,deaths", string.Concat(Enumerable.Range(2015, 5).Select(y => $"{y},20-24,m,90\n{y},20-24,f,40\n")) + "2022,20-24,m,CELL\n2022,20-24,f,40\n"),
                    "nowcast" => ("period,reported,count", "1,1,9\n1,2,4\n2,2,CELL\n2,3,4\n3,3,8\n"),
                    _ => ("A,B,count", "1,0,40\n0,1,50\n1,1,CELL\n"),
                };
                var line = 2 + rows[..rows.IndexOf("CELL", StringComparison.Ordinal)].Count(c => c == '\n');
                // In one table for both, an empty cell of the register of cases is a row of names alone.
                foreach (var (cell, what) in new[] { ("-3", "negative"), ("NaN", "not a number"), ("1e308", "write whole numbers out"), (new string('9', 400), "write whole numbers out"), ("inf", "not a number"), ("99999999999", "larger than"), ("", "empty"), ("2.5", "not a whole number"), ("many", "not a number") }.Where(c => method != "probate" || c.Item1.Length > 0))
                {
                    cases.Add(method, $"{heading}\n{rows.Replace("CELL", cell, StringComparison.Ordinal)}", $"table.csv: line {line}: column|{what}");
                }

                cases.Add(method, $"{heading}\n", "table.csv: no rows under the header");
                cases.Add(method, $"{heading}\n1,2\n", "table.csv: line 2: 2 cells where the header has");
                cases.Add(method, "1,0,4\n0,1,5\n", "table.csv: line 1: numbers only");
                cases.Add(method, $"{heading}\n1,0,4\0\n", "table.csv: byte |is zero");
                cases.Add(method, string.Join(',', Enumerable.Range(0, 1_000_000)), "table.csv: line 1: more than 512 columns");
                cases.Add(method, "", "table.csv: empty");
                cases.Add(method, "x,y\n1,2\n", "table.csv: |column");
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void Every_method_refuses_a_wrong_cell_and_names_its_place(string method, string text, string message)
    {
        var error = Assert.Throws<EstimateInputException>(() => Run(method, text));
        Assert.All(message.Split('|'), part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(ListMethods))]
    public void No_method_makes_a_number_where_nobody_is_on_two_lists(string method)
    {
        var lists = method == "chapman" ? "A,B,count\n1,0,10\n0,1,12\n" : "A,B,C,count\n1,0,0,10\n0,1,0,12\n0,0,1,9\n";
        var found = Assert.Single(Run(method, lists));
        Assert.Null(found.Value);
        Assert.NotEmpty(found.Refusal!);
        Assert.Empty(found.Intervals);
    }

    [Theory]
    [MemberData(nameof(ListMethods))]
    public void Every_method_refuses_one_list_only(string method) =>
        Assert.Contains("one list only", Assert.Throws<EstimateInputException>(() => Run(method, "A,count\n1,5\n")).Message, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(ListMethods))]
    public void Every_method_bears_counts_at_the_edge_of_sense(string method)
    {
        foreach (var found in Run(method, "A,B,count\n1,0,9999999999\n0,1,9999999999\n1,1,2\n"))
        {
            Assert.True(found.Refusal is not null || found.Warnings.Length > 0);
        }
    }

    [Theory]
    [InlineData("A,B,count\n1,1,50\n")]
    [InlineData("A,B,count\n1,0,30\n1,1,50\n")]
    public void A_list_that_another_holds_whole_is_named_and_gives_no_interval_of_no_width(string text)
    {
        var found = Assert.Single(Run("mse", text));
        Assert.Contains(found.Warnings, w => w.Contains("everybody on B is on A too", StringComparison.Ordinal));
        Assert.Empty(found.Intervals);
    }

    [Fact]
    public void A_pattern_in_two_rows_is_added_up_and_named() =>
        Assert.Contains("table.csv: line 5: the pattern stands in an earlier row too", Assert.Single(Run("mse", "A,B,count\n1,0,40\n0,1,50\n1,1,20\n1,1,20\n")).Warnings[0], StringComparison.Ordinal);

    [Fact]
    public void Ten_lists_in_a_ring_bear_no_estimate()
    {
        string Row(Func<int, bool> isOn, int count) => string.Join(',', Enumerable.Range(0, 10).Select(j => isOn(j) ? 1 : 0)) + $",{count}\n";
        var ring = string.Concat(Enumerable.Range(0, 10).Select(i => Row(j => j == i || j == (i + 1) % 10, 9) + Row(j => j == i, 90)));
        var found = Assert.Single(Run("mse", "A,B,C,D,E,F,G,H,I,J,count\n" + ring));
        Assert.True(found.Value is null or < 100_000);
    }

    [Theory]
    [InlineData("200-204", "nobody is as old as '200-204'")]
    [InlineData("30-20", "'30-20' ends before it begins")]
    [InlineData("2o-24", "is no age group")]
    [InlineData("-5", "is no age group")]
    public void Ages_that_nobody_reaches_are_refused(string age, string message)
    {
        var deaths = string.Concat(Enumerable.Range(2015, 8).Select(y => $"{y},20-24,90,40\n{y},{age},9,4\n"));
        var cases = string.Concat(Enumerable.Range(-13, 26).Select(m => $"{m},{age},9,4,5,2\n"));
        foreach (var error in new[]
        {
            Assert.Throws<EstimateInputException>(() => Run("excess", "year,age_group,deaths_male,deaths_female\n" + deaths)),
            Assert.Throws<EstimateInputException>(() => Run("probate", "month,age_group,cases_male,cases_female,names_listed,names_with_case\n" + cases)),
        })
        {
            Assert.StartsWith("table.csv: line ", error.Message, StringComparison.Ordinal);
            Assert.Contains(message, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_list_of_more_names_than_the_register_allows_dead_gives_no_estimate()
    {
        var rows = string.Concat(Enumerable.Range(-24, 36).Select(m => $"{m},20-24,100,50,{(m < 0 ? 0 : 200)},{(m < 0 ? 0 : 80)}\n"));
        var found = Assert.Single(Run("probate", "month,age_group,cases_male,cases_female,names_listed,names_with_case\n" + rows));
        Assert.Null(found.Value);
        Assert.StartsWith("2400 names are listed", found.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_rows_of_one_period_and_report_are_refused() =>
        Assert.Contains("line 3: column 'reported': deaths of 1 reported in 2 stand in two rows",
            Assert.Throws<EstimateInputException>(() => Run("nowcast", "period,reported,count\n1,2,9\n1,2,9\n2,2,4\n")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_register_without_women_tells_nothing_of_the_men_to_be_expected()
    {
        var rows = string.Concat(Enumerable.Range(-13, 26).Select(m => $"{m},20-24,{(m < 0 ? 9 : 90)},0,50,20\n"));
        var found = Assert.Single(Run("probate", "month,age_group,cases_male,cases_female,names_listed,names_with_case\n" + rows));
        Assert.Null(found.Value);
        Assert.Contains("before the war", found.Refusal, StringComparison.Ordinal);
    }

    public static TheoryData<string> ListMethods => [.. MultipleSystemsEstimator.ListMethods, .. MultipleSystemsEstimator.FrequencyMethods];

    private static IReadOnlyList<Estimate> Run(string method, string text) => EstimateMethods.Run(new EstimateRequest
    {
        Method = method,
        Input = PublishedTables.Text(text),
        MultipleSystems = new MultipleSystemsOptions { WithSensitivity = false, Sampler = new SamplerLength(2, 100, 20, 2) },
    });
}
