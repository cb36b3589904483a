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
                foreach (var (cell, what) in new[] { ("-3", "negative"), ("NaN", "not a number"), ("1e30", "not a number"), ("99999999999", "larger than"), ("", "empty"), ("2.5", "not a whole number"), ("many", "not a number") }.Where(c => method != "probate" || c.Item1.Length > 0))
                {
                    cases.Add(method, $"{heading}\n{rows.Replace("CELL", cell, StringComparison.Ordinal)}", $"table.csv: line {line}: column|{what}");
                }

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
