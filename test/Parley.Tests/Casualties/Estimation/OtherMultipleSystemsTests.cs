using Parley.Casualties.Estimation;
using Parley.Casualties.Estimation.MultipleSystems;
using Xunit;

namespace Parley.Tests.Casualties.Estimation;

public sealed class OtherMultipleSystemsTests
{
    private static readonly MultipleSystemsOptions Bare = new() { WithSensitivity = false };

    [Theory]
    [InlineData("chao_lb_t", 8802.859, null)]
    [InlineData("chao_lb_bias_corrected", 8796.506, 224.182)]
    [InlineData("chao_1987", 10270.478, null)]
    public void The_lower_bounds_of_the_Kosovo_lists_are_the_reference_ones(string method, double value, double? error)
    {
        var found = MultipleSystemsEstimator.Estimate(method, PublishedTables.Kosovo, Bare);

        Assert.True(found.IsLowerBound);
        Assert.Equal(value, found.Value!.Value, 0.001);
        Assert.Equal(error ?? found.StandardError!.Value, found.StandardError!.Value, 0.001);
    }

    [Fact]
    public void A_frequency_table_gives_the_published_bound_on_illegal_residents()
    {
        var table = PublishedTables.Text("times_listed,count\n1,1645\n2,183\n3,37\n4,13\n5,1\n6,1\n");

        var found = MultipleSystemsEstimator.FromFrequencies("chao_1987", CaptureFrequencies.Read(table));

        Assert.Equal(9273.511, found.Value!.Value, 0.001);
        Assert.Equal(662.59, found.StandardError!.Value, 0.01);
        Assert.Equal(8084.695, found.Intervals[0].Lower!.Value, 0.01);
        Assert.Equal(10690.103, found.Intervals[0].Upper!.Value, 0.01);
    }

    [Theory]
    [InlineData("sample_coverage_indep", 407.004)]
    [InlineData("sample_coverage", 970.805)]
    [InlineData("sample_coverage_one_step", 507.772)]
    public void Sample_coverage_of_the_hepatitis_lists_is_the_published_one(string method, double value) =>
        Assert.Equal(value, MultipleSystemsEstimator.Estimate(method, PublishedTables.Hepatitis, Bare).Value!.Value, 0.001);

    [Fact]
    public void Chapman_agrees_with_its_formula_worked_by_hand()
    {
        // 90 and 120 people, 30 on both: 91 * 121 / 31 - 1 and its variance 91 * 121 * 60 * 90 / (31 * 31 * 32).
        var found = MultipleSystemsEstimator.Estimate("chapman", PublishedTables.Table("A,B", 60, 90, 30), Bare);

        Assert.Equal(354.1935, found.Value!.Value, 0.001);
        Assert.Equal(43.9724, found.StandardError!.Value, 0.001);
    }

    [Fact]
    public void Graph_averaging_gives_the_published_spina_bifida_figures()
    {
        var average = DecomposableGraphAveraging.Of(PublishedTables.SpinaBifida, new GraphPrior(1, 13.14, 55.17, 300));

        Assert.Equal(728, average.Mode);
        Assert.Equal(729, average.BestGraphMode);
        Assert.Equal(731, average.BayesRelativeSquaredLoss, 0.5);
        Assert.Equal(0.37, average.BestGraphWeight, 0.005);
        Assert.Equal((682, 797), (average.Quantile(0.025), average.Quantile(0.975)));
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(3, 8)]
    [InlineData(4, 61)]
    [InlineData(5, 822)]
    public void There_are_as_many_decomposable_graphs_as_the_books_say(int lists, int graphs) =>
        Assert.Equal(graphs, DecomposableGraph.All(lists).Count);

    [Fact]
    public void The_parts_of_every_graph_count_each_list_once()
    {
        foreach (var graph in DecomposableGraph.All(4))
        {
            for (var list = 0; list < 4; list++)
            {
                Assert.Equal(1, graph.Parts.Where(p => (p.Lists >> list & 1) == 1).Sum(p => p.Times));
            }
        }
    }

    [Fact]
    public void Every_method_says_what_it_assumes_and_shows_the_table_of_models()
    {
        foreach (var method in MultipleSystemsEstimator.ListMethods.Concat(MultipleSystemsEstimator.FrequencyMethods).Except(["chapman", "lcmcr"]))
        {
            var found = MultipleSystemsEstimator.Estimate(method, PublishedTables.Hepatitis, new());

            Assert.NotEmpty(found.Assumptions);
            Assert.NotEmpty(found.Intervals);
            Assert.Contains(found.Sensitivity, a => a.Choice == "loglin_stepwise_p02");
            Assert.Contains(found.Warnings, w => w.Contains("quote the range", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("A,count\n1,5\n", "one list only")]
    [InlineData("A,B,count\n1,0,-3\n0,1,2\n", "line 2: column 'count': -3 is negative")]
    [InlineData("A,B,count\n1,0,2.5\n", "not a whole number")]
    [InlineData("A,B,count\n1,2,3\n0,1,1\n", "neither 0 nor 1")]
    [InlineData("A,B,count\n0,0,7\n1,1,2\n", "on no list")]
    [InlineData("A,B,count\n1,0,0\n0,1,0\n", "nobody was seen")]
    [InlineData("A,B,count\n", "no rows")]
    [InlineData("A,B,count\n1,0\n", "2 cells where the header has 3")]
    [InlineData("A,A,count\n1,0,1\n", "two columns are called 'A'")]
    [InlineData("A,B,count\n1,0,x\n0,1,1\n", "'x' is not a number")]
    [InlineData("A,B,region,count\n1,0,north,1\n1,1,south,1\n", "column 'region' holds no 0 or 1")]
    [InlineData("", "empty")]
    public void A_wrong_table_is_refused_with_its_place(string text, string message)
    {
        var error = Assert.Throws<EstimateInputException>(() => CaptureTableReader.Read(PublishedTables.Text(text)));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void People_on_one_list_of_two_are_refused()
    {
        var table = PublishedTables.Table("A,B", 10, 0, 0);

        Assert.Throws<EstimateInputException>(() => MultipleSystemsEstimator.Estimate("loglin", table, Bare));
    }

    [Fact]
    public void Lists_without_an_overlap_give_no_estimate_and_say_so()
    {
        var found = MultipleSystemsEstimator.Estimate("loglin", PublishedTables.Table("A,B,C", 10, 12, 0, 9, 0, 0, 0), Bare);

        Assert.Null(found.Value);
        Assert.NotNull(found.Refusal);
        Assert.Contains(found.Warnings, w => w.StartsWith("nobody is on two lists", StringComparison.Ordinal));
    }

    [Fact]
    public void A_table_of_people_reads_like_a_table_of_counts()
    {
        var people = CaptureTableReader.Read(PublishedTables.Text("A;B\n1;0\n1;1\n1;0\n0;1\n"));

        Assert.Equal((2L, 1L, 1L), (people[1], people[2], people[3]));
    }

    [Fact]
    public void An_empty_list_is_left_out_with_a_warning()
    {
        var found = MultipleSystemsEstimator.Estimate("loglin", PublishedTables.Table("A,B,C", 60, 90, 30, 0, 0, 0, 0), Bare);

        Assert.Equal(360, found.Value!.Value, 1e-6);
        Assert.Equal("nobody is on C: left out", found.Warnings[0]);
    }
}
