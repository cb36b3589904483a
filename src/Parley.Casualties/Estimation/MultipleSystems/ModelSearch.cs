using System.Collections.Immutable;
using System.Numerics;
using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Parley.Casualties.Estimation.MultipleSystems;

/// <summary>Ways to choose the interactions.</summary>
internal static class ModelSearch
{
    /// <summary>Adds the pair whose overlap is least likely under the present model, while that chance is below 2 %.</summary>
    /// <remarks>The rule of Chan, Silverman and Vincent for sparse tables; models without an estimate are passed over.</remarks>
    public static LogLinearFit StepwiseByOverlap(CaptureTable table)
    {
        const double Threshold = 0.02;
        var present = LogLinearFit.Of(table, LogLinearModel.Independence);
        while (present.IsEstimated)
        {
            var candidates = Pairs(table.Lists.Length).Where(p => !present.Model.Interactions.Contains(p))
                .Select(p => (Pair: p, Chance: OverlapChance(table.OnAll(p), present.ExpectedOnAll(p))))
                .Where(c => c.Chance < Threshold).OrderBy(c => c.Chance).ThenBy(c => c.Pair);
            var next = candidates.Select(c => LogLinearFit.Of(table, present.Model.With(c.Pair))).FirstOrDefault(f => f.IsEstimated);
            if (next is null)
            {
                break;
            }

            present = next;
        }

        return present;
    }

    /// <summary>Adds the pair that lowers AIC most, until none does or the new term differs from zero with p above 5 %.</summary>
    public static LogLinearFit StepwiseByAic(CaptureTable table)
    {
        const double Threshold = 0.05;
        var present = LogLinearFit.Of(table, LogLinearModel.Independence);
        while (present.IsEstimated)
        {
            var next = Pairs(table.Lists.Length).Where(p => !present.Model.Interactions.Contains(p))
                .Select(p => (Pair: p, Fit: LogLinearFit.Unchecked(table, present.Model.With(p))))
                .Where(c => c.Fit.IsEstimated && c.Fit.Aic < present.Aic)
                .OrderBy(c => c.Fit.Aic)
                .Select(c => (c.Pair, Fit: LogLinearFit.Of(table, c.Fit.Model)))
                .FirstOrDefault(c => c.Fit.IsEstimated);
            if (next.Fit?.WaldRatio(next.Pair) is not { } ratio || 2 * Normal.CDF(0, 1, -Math.Abs(ratio)) > Threshold)
            {
                break;
            }

            present = next.Fit;
        }

        return present;
    }

    /// <summary>
    /// Fits all models of a table, best first; those without a finite estimate are left out. Every hierarchical model below the saturated
    /// one up to five lists, every set of pairs for six. A model in which some other parameter than the unseen has its maximum at infinity
    /// stays in: the unseen have a limit there.
    /// </summary>
    /// <param name="table">The table.</param>
    /// <param name="criterion">What to order by, smaller is better.</param>
    /// <param name="most">How many to return.</param>
    /// <exception cref="EstimateInputException">More than six lists.</exception>
    public static ImmutableArray<LogLinearFit> Best(CaptureTable table, Func<LogLinearFit, double> criterion, int most)
    {
        var fits = HierarchicalModels.Of(table.Lists.Length).AsParallel().AsOrdered().Select(m => LogLinearFit.Unchecked(table, m))
            .Where(HasFiniteEstimate)
            .ToList();
        return [.. fits.OrderBy(criterion).Take(most)];
    }

    /// <summary>
    /// Fits the sets of pairs that differ from a chosen one by up to two pairs, by one with more than six lists; those without a finite estimate
    /// are left out. What a stepwise search might as well have ended with.
    /// </summary>
    public static ImmutableArray<LogLinearFit> Near(LogLinearFit chosen)
    {
        const int MostListsForTwo = 6;
        var pairs = Pairs(chosen.Table.Lists.Length).ToList();
        var ones = pairs.Select(p => new[] { p });
        var twos = chosen.Table.Lists.Length <= MostListsForTwo
            ? from i in Enumerable.Range(0, pairs.Count) from j in Enumerable.Range(0, i) select new[] { pairs[i], pairs[j] }
            : [];
        var present = chosen.Model.Interactions;
        var changes = ones.Concat(twos).ToList();
        return [chosen, .. changes.AsParallel().AsOrdered()
            .Select(change => LogLinearFit.Unchecked(chosen.Table, new LogLinearModel(
                [.. present.Where(p => !change.Contains(p)), .. change.Where(p => !present.Contains(p))])))
            .Where(HasFiniteEstimate)];
    }

    /// <summary>All pairs of lists, in order of the first list, then the second.</summary>
    public static IEnumerable<int> Pairs(int lists) =>
        from i in Enumerable.Range(0, lists) from j in Enumerable.Range(i + 1, lists - i - 1) select 1 << i | 1 << j;

    private static bool HasFiniteEstimate(LogLinearFit fit)
    {
        const double WidestIntercept = 50;
        return fit.IsEstimated && Math.Sqrt(fit.InterceptVariance) < WidestIntercept;
    }

    /// <summary>The smaller tail of the Poisson law at the overlap; the upper one summed upwards, since 1 - cdf loses it.</summary>
    internal static double OverlapChance(long overlap, double mean)
    {
        if (mean <= 0)
        {
            return overlap == 0 ? 1 : 0;
        }

        var at = Math.Exp(overlap * Math.Log(mean) - mean - SpecialFunctions.GammaLn(overlap + 1));
        var (below, above) = (at, at);
        for (var (k, term) = (overlap, at); k > 0 && term > 0 && (k > mean || term > below * 1e-17); k--)
        {
            below += term *= k / mean;
        }

        for (var (k, term) = (overlap, at); term > 0 && (k < mean || term > above * 1e-17); k++)
        {
            above += term *= mean / (k + 1);
        }

        return Math.Min(below, above);
    }
}

/// <summary>The hierarchical log-linear models in which every list has its main effect.</summary>
internal static class HierarchicalModels
{
    private const int MostLists = 6;

    /// <summary>All of them without the saturated one: 1, 8, 113 and 6,893 for two to five lists; sets of pairs for six.</summary>
    /// <exception cref="EstimateInputException">More than six lists.</exception>
    public static IEnumerable<LogLinearModel> Of(int lists)
    {
        if (lists > MostLists)
        {
            throw new EstimateInputException(
                $"{lists} lists have too many models to try all; at most {MostLists}: use a stepwise method, or merge lists that draw from each other");
        }

        var pairs = ModelSearch.Pairs(lists).ToImmutableArray();
        for (var chosen = 0; chosen < 1 << pairs.Length; chosen++)
        {
            var set = chosen;
            if (lists == 2 && chosen > 0)
            {
                yield break;
            }

            ImmutableArray<int> model = [.. pairs.Where((_, i) => (set >> i & 1) == 1)];
            foreach (var grown in lists == MostLists ? [model] : Grown(model, 3, lists))
            {
                yield return new LogLinearModel(grown);
            }
        }
    }

    /// <summary>The model with every choice of interactions of an order whose parts it holds, and so on to the order below all lists.</summary>
    private static IEnumerable<ImmutableArray<int>> Grown(ImmutableArray<int> model, int order, int lists)
    {
        if (order >= lists)
        {
            yield return model;
            yield break;
        }

        var possible = Enumerable.Range(1, (1 << lists) - 1)
            .Where(s => BitOperations.PopCount((uint)s) == order && Facets(s).All(model.Contains)).ToImmutableArray();
        for (var chosen = 0; chosen < 1 << possible.Length; chosen++)
        {
            var set = chosen;
            var next = model.AddRange(possible.Where((_, i) => (set >> i & 1) == 1));
            foreach (var grown in chosen == 0 ? [next] : Grown(next, order + 1, lists))
            {
                yield return grown;
            }
        }
    }

    private static IEnumerable<int> Facets(int set)
    {
        for (var rest = set; rest != 0; rest &= rest - 1)
        {
            yield return set & ~(rest & -rest);
        }
    }
}
