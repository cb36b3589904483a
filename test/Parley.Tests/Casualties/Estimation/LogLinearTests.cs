using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Parley.Casualties.Estimation;
using Parley.Casualties.Estimation.MultipleSystems;

namespace Parley.Tests.Casualties.Estimation;

public sealed class LogLinearTests
{
    private static readonly MultipleSystemsOptions Bare = new() { WithSensitivity = false };

    [Theory]
    [InlineData("none", 7394.587, 7172.908, 7633.988, 7172.987, 7634.109, 7147.749, 7656.196)]
    [InlineData("ABA:OSCE OSCE:HRW EXH:OSCE EXH:ABA EXH:HRW", 14341.664, 12541.281, 16540.188, null, null, 12525.186, 16542.836)]
    public void A_model_of_the_Kosovo_lists_gives_the_reference_estimate_and_intervals(
        string terms, double value, double waldLow, double waldHigh, double? poissonLow, double? poissonHigh, double multinomialLow, double multinomialHigh)
    {
        var found = MultipleSystemsEstimator.Estimate("loglin", PublishedTables.Kosovo, Bare with { Interactions = terms });

        Assert.Equal(value, found.Value!.Value, value * 1e-5);
        Near(found, "log_wald_95", waldLow, waldHigh, 1e-4);
        Near(found, "multinomial_profile_95", multinomialLow, multinomialHigh, 5e-4);
        if (poissonLow is { } low && poissonHigh is { } high)
        {
            Near(found, "poisson_profile_95", low, high, 5e-4);
        }
    }

    [Theory]
    [InlineData("loglin_best_bic", "[EXH.HRW,OSCE.HRW,EXH.ABA.OSCE]", 10356.519)]
    [InlineData("loglin_best_aic", "[EXH.ABA.OSCE,EXH.OSCE.HRW]", 12740.968)]
    [InlineData("loglin_stepwise_p02", "ABA:OSCE OSCE:HRW EXH:OSCE EXH:ABA EXH:HRW", 14341.664)]
    [InlineData("loglin_stepwise_aic05", "ABA:OSCE OSCE:HRW EXH:OSCE EXH:ABA EXH:HRW", 14341.664)]
    public void A_search_over_the_Kosovo_lists_finds_the_reference_model(string method, string model, double value)
    {
        var found = MultipleSystemsEstimator.Estimate(method, PublishedTables.Kosovo, Bare);

        Assert.Equal(model, found.Model);
        Assert.Equal(value, found.Value!.Value, value * 1e-5);
    }

    [Fact]
    public void The_published_steps_of_the_trafficking_table_are_found_again()
    {
        var found = MultipleSystemsEstimator.Estimate("loglin_stepwise_p02", PublishedTables.Trafficking, Bare);

        Assert.Equal("LA:NG NG:GP PFNCA:GP LA:PFNCA GO:GP NG:GO", found.Model);
        Assert.Equal(11312.990, found.Value!.Value, 0.1);
    }

    [Theory]
    [InlineData("none", 539.094, null)]
    [InlineData("A:C", 396.0, null)]
    [InlineData("B:C", 429.333, null)]
    [InlineData("A:C B:C", 296.0, null)]
    [InlineData("A:B", null, "does not exist")]
    [InlineData("A:B A:C", null, "does not exist")]
    [InlineData("A:B B:C", null, "does not exist")]
    [InlineData("A:B A:C B:C", null, "not identifiable")]
    public void A_sparse_table_has_an_estimate_only_where_the_likelihood_has_a_maximum(string terms, double? value, string? refusal)
    {
        var found = MultipleSystemsEstimator.Estimate("loglin", PublishedTables.Sparse, Bare with { Interactions = terms });

        Assert.Equal(value is null, found.Value is null);
        Assert.Equal(value ?? 0, found.Value ?? 0, 0.001);
        Assert.Equal(refusal is null, found.Refusal is null);
        Assert.Contains(refusal ?? "", found.Refusal ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(3, 8)]
    [InlineData(4, 113)]
    public void There_are_as_many_hierarchical_models_as_the_books_say(int lists, int models) =>
        Assert.Equal(models, HierarchicalModels.Of(lists).Count());

    [Fact]
    public void Newton_agrees_with_iterative_proportional_fitting()
    {
        var table = PublishedTables.Kosovo;
        var model = new LogLinearModel([0b0011, 0b0110]);
        var fit = LogLinearFit.Of(table, model);

        var means = ProportionalFitting(table, [0b0011, 0b0110, 0b1000]);

        // Lists 3 and the rest: the unseen cell follows from any square of cells that the model makes independent.
        Assert.Equal(fit.Population - table.Observed, means[0b0001] * means[0b1000] / means[0b1001], 1e-4);
    }

    [Fact]
    public void Two_independent_lists_give_the_product_of_their_sizes_over_the_overlap()
    {
        var table = PublishedTables.Table("A,B", 60, 90, 30);

        Assert.Equal(90 * 120 / 30.0, LogLinearFit.Of(table, LogLinearModel.Independence).Population, 1e-6);
    }

    [Fact]
    public void The_chance_of_an_overlap_is_the_smaller_tail_of_the_Poisson_law()
    {
        foreach (var (overlap, mean) in new[] { (0L, 3.0), (3L, 3.0), (7L, 3.0), (40L, 25.0), (10L, 25.0) })
        {
            double Mass(long k) => Math.Exp(k * Math.Log(mean) - mean - MathNet.Numerics.SpecialFunctions.GammaLn(k + 1));
            var below = Enumerable.Range(0, (int)overlap + 1).Sum(k => Mass(k));
            var above = Enumerable.Range((int)overlap, 200).Sum(k => Mass(k));

            Assert.Equal(Math.Min(below, above), ModelSearch.OverlapChance(overlap, mean), 1e-12);
        }
    }

    [Fact]
    public void An_estimate_lies_in_its_intervals_and_above_the_people_seen() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(20250302, 7),
        Prop.ForAll(Gen.Choose(1, 60).ListOf(7).ToArbitrary(), counts =>
        {
            var table = new CaptureTable(["A", "B", "C"], [0L, .. counts.Select(c => (long)c)]);
            var found = MultipleSystemsEstimator.Estimate("loglin", table, Bare);
            return found.Value >= table.Observed
                && found.Intervals.All(i => i.Lower <= (i.Center ?? found.Value) && !((i.Center ?? found.Value) > i.Upper) && i.Lower >= table.Observed);
        }));

    [Fact]
    public void Twice_the_people_give_twice_the_population() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(40).WithReplay(20250303, 7),
        Prop.ForAll(Gen.Choose(1, 60).ListOf(7).ToArbitrary(), counts =>
        {
            double Population(int times) => LogLinearFit.Of(new CaptureTable(["A", "B", "C"], [0L, .. counts.Select(c => (long)c * times)]), new([0b011])).Population;
            return Math.Abs(Population(2) - 2 * Population(1)) < 1e-6 * Population(2);
        }));

    [Fact]
    public void A_bootstrap_interval_is_the_same_for_the_same_seed_and_moves_with_another()
    {
        EstimateInterval Interval(int seed) => MultipleSystemsEstimator.Estimate(
            "loglin", PublishedTables.Hepatitis, Bare with { BootstrapReplicates = 200, Seed = seed }).Intervals[0];

        Assert.Equal("bca_bootstrap_95", Interval(1).Kind);
        Assert.Equal(Interval(1), Interval(1));
        Assert.NotEqual(Interval(1), Interval(2));
    }

    private static void Near(Estimate found, string kind, double lower, double upper, double tolerance)
    {
        var interval = found.Intervals.Single(i => i.Kind == kind);
        Assert.Equal(lower, interval.Lower!.Value, lower * tolerance);
        Assert.Equal(upper, interval.Upper!.Value, upper * tolerance);
    }

    /// <summary>The slow textbook way: fit margins by turns until they hold.</summary>
    private static double[] ProportionalFitting(CaptureTable table, ImmutableArray<int> margins)
    {
        var means = Enumerable.Range(0, table.PatternCount + 1).Select(p => p == 0 ? 0.0 : 1.0).ToArray();
        for (var turn = 0; turn < 20_000; turn++)
        {
            foreach (var margin in margins)
            {
                foreach (var cells in Enumerable.Range(1, table.PatternCount).GroupBy(p => p & margin))
                {
                    var factor = cells.Sum(c => table[c]) / cells.Sum(c => means[c]);
                    foreach (var cell in cells)
                    {
                        means[cell] *= factor;
                    }
                }
            }
        }

        return means;
    }
}
