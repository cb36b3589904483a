using MathNet.Numerics;
using MathNet.Numerics.Distributions;
using Parley.Casualties.Estimation.MultipleSystems;
using Parley.Casualties.Estimation.Numerics;
using Xunit;

namespace Parley.Tests.Casualties.Estimation;

public sealed class LatentClassTests
{
    /// <summary>A sparse table of five lists: half of its patterns are empty, few people are on two lists.</summary>
    private static readonly CaptureTable Sparse = PublishedTables.Table(
        "A,B,C,D,E", 14, 19, 2, 11, 1, 3, 0, 9, 2, 1, 0, 0, 0, 1, 0, 4, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    [Fact]
    public void The_latent_class_sampler_finds_the_population_of_two_kinds_of_people()
    {
        // 3,000 people, half of them listed with 0.5, half with 0.15, on four lists: the expected table.
        var counts = new long[16];
        for (var pattern = 1; pattern < 16; pattern++)
        {
            var times = System.Numerics.BitOperations.PopCount((uint)pattern);
            counts[pattern] = (long)Math.Round(1500 * (Math.Pow(0.5, 4) + Math.Pow(0.15, times) * Math.Pow(0.85, 4 - times)));
        }

        var chains = LatentClassSampler.Run(new CaptureTable(["A", "B", "C", "D"], counts), new SamplerLength(4, 2000, 300, 10), 1);

        Assert.InRange(chains.SelectMany(c => c).Order().ElementAt(600), 2500, 3600);
        Assert.InRange(ChainMixing.Of(chains).ScaleReduction, 0.9, 1.3);
    }

    [Fact]
    public void The_sampler_agrees_with_a_textbook_one_that_deals_person_by_person()
    {
        var ours = LatentClassSampler.Run(Sparse, new SamplerLength(4, 2000, 2000, 5), 1).SelectMany(c => c).Order().ToList();
        var slow = Textbook(Sparse, steps: 24_000, burnIn: 4000, new Random(7)).Order().ToList();

        foreach (var (probability, tolerance) in new[] { (0.025, 0.06), (0.5, 0.06), (0.975, 0.15) })
        {
            var expected = Sample.Quantile(slow, probability);
            Assert.InRange(Sample.Quantile(ours, probability), expected * (1 - tolerance), expected * (1 + tolerance));
        }
    }

    [Fact]
    public void Chains_that_begin_far_apart_come_together_on_a_sparse_table() =>
        Assert.InRange(ChainMixing.Of(LatentClassSampler.Run(Sparse, new SamplerLength(6, 2000, 1000, 5), 3)).ScaleReduction, 0.9, 1.05);

    [Theory]
    [InlineData(0.3)]
    [InlineData(1)]
    [InlineData(4)]
    public void The_chances_of_all_ways_to_fall_to_the_classes_add_up_to_one(double concentration)
    {
        const int People = 5;
        var sum = 0.0;
        for (var first = 0; first <= People; first++)
        {
            for (var second = 0; first + second <= People; second++)
            {
                var third = People - first - second;
                var ways = SpecialFunctions.Factorial(People) / (SpecialFunctions.Factorial(first) * SpecialFunctions.Factorial(second) * SpecialFunctions.Factorial(third));
                sum += ways * Math.Exp(StickBreaking.LogChance(Math.Log(concentration), [first, second, third]));
            }
        }

        Assert.Equal(1, sum, 1e-9);
    }

    [Theory]
    [InlineData(25, 0.3)]
    [InlineData(60, 0.4)]
    [InlineData(60, 0.85)]
    [InlineData(2000, 0.003)]
    [InlineData(100_000, 0.0004)]
    public void Binomial_draws_follow_their_law(int trials, double chance)
    {
        const int Draws = 40_000;
        var random = new Random(11);
        var found = Enumerable.Range(0, Draws).Select(_ => Draw.Binomial(random, trials, chance)).CountBy(k => k).ToDictionary();

        var (distance, cells) = (0.0, 0);
        foreach (var k in Enumerable.Range(0, trials + 1))
        {
            var expected = Draws * Binomial.PMF(chance, trials, k);
            if (expected >= 10)
            {
                distance += Math.Pow(found.GetValueOrDefault(k) - expected, 2) / expected;
                cells++;
            }
        }

        Assert.True(distance < ChiSquared.InvCDF(cells - 1, 0.9999), $"chi-squared {distance:F1} on {cells - 1}");
    }

    [Fact]
    public void What_is_too_small_for_a_number_has_its_logarithm_all_the_same()
    {
        var random = new Random(5);
        Assert.All(Enumerable.Range(0, 100), _ => Assert.True(double.IsFinite(Draw.LogGamma(random, 1e-5))));
    }

    /// <summary>The Gibbs sampler as the paper has it: every person, seen or not, is dealt alone, and alpha is drawn given the shares.</summary>
    private static List<double> Textbook(CaptureTable table, int steps, int burnIn, Random random)
    {
        const int Classes = 10;
        var lists = table.Lists.Length;
        var seen = Enumerable.Range(1, table.PatternCount).SelectMany(p => Enumerable.Repeat(p, (int)table[p])).ToArray();
        var logWeights = Enumerable.Repeat(-Math.Log(Classes), Classes).ToArray();
        var chances = Enumerable.Range(0, Classes).Select(_ => Enumerable.Range(0, lists).Select(_ => random.NextDouble()).ToArray()).ToArray();
        var (alpha, unseen) = (1.0, seen.Length);
        var kept = new List<double>();
        for (var step = 0; step < steps; step++)
        {
            var members = new int[Classes];
            var on = Enumerable.Range(0, Classes).Select(_ => new int[lists]).ToArray();
            var shares = Enumerable.Range(0, table.PatternCount + 1).Select(p => Enumerable.Range(0, Classes).Select(k =>
                Math.Exp(logWeights[k]) * Enumerable.Range(0, lists).Aggregate(1.0, (product, j) => product * ((p >> j & 1) == 1 ? chances[k][j] : 1 - chances[k][j]))).ToArray()).ToArray();
            foreach (var pattern in seen.Concat(Enumerable.Repeat(0, unseen)))
            {
                var (at, k) = (random.NextDouble() * shares[pattern].Sum(), 0);
                while (k < Classes - 1 && (at -= shares[pattern][k]) > 0)
                {
                    k++;
                }

                members[k]++;
                for (var j = 0; j < lists; j++)
                {
                    on[k][j] += pattern >> j & 1;
                }
            }

            for (var k = 0; k < Classes; k++)
            {
                for (var j = 0; j < lists; j++)
                {
                    chances[k][j] = Draw.Beta(random, 1 + on[k][j], 1 + members[k] - on[k][j]);
                }
            }

            var logStick = 0.0;
            for (var k = 0; k < Classes - 1; k++)
            {
                var (taken, left) = (Draw.LogGamma(random, 1 + members[k]), Draw.LogGamma(random, alpha + members.Skip(k + 1).Sum()));
                var all = Math.Max(taken, left) + Math.Log(1 + Math.Exp(-Math.Abs(taken - left)));
                logWeights[k] = logStick + taken - all;
                logStick += left - all;
            }

            logWeights[Classes - 1] = logStick;
            alpha = Draw.Gamma(random, 0.25 + Classes - 1) / (0.25 - logStick);
            var missed = Enumerable.Range(0, Classes).Sum(k => Math.Exp(logWeights[k]) * chances[k].Aggregate(1.0, (product, c) => product * (1 - c)));
            do
            {
                unseen = (int)Math.Min(int.MaxValue, Draw.Poisson(random, Draw.Gamma(random, seen.Length) * missed / (1 - missed)));
            }
            while (unseen > 20 * seen.Length);

            if (step >= burnIn)
            {
                kept.Add(seen.Length + unseen);
            }
        }

        return kept;
    }
}
