using MathNet.Numerics.Distributions;

namespace Parley.Casualties.Estimation.MultipleSystems;

/// <summary>
/// An interval that holds the choice of the model as well: the tails of all models' intervals, weighted by how well AIC speaks
/// for each (model-averaged tail areas, Turek and Fletcher 2012), for the log of the unseen. A model that holds a simpler one of a better AIC is
/// left out (Occam's window, Madigan and Raftery 1994): it repeats that one with terms that the data do not ask for, and widens the interval.
/// Whatever chose the model, AIC gives the weights: BIC trusts independence against a weak dependence more than the data bear.
/// </summary>
internal static class ModelAveraging
{
    private const double Level = 0.95;

    /// <summary>The interval.</summary>
    /// <param name="fits">All models that were compared, of at most 64 different interactions.</param>
    public static EstimateInterval Interval(IReadOnlyList<LogLinearFit> fits)
    {
        var best = fits.Min(f => f.Aic);

        // The number of the seen varies too: to the variance of the log of the expected unseen comes that of the unseen themselves.
        var models = InOccamsWindow(fits).Select(f => (Weight: Math.Exp((best - f.Aic) / 2), Center: f.Intercept, Deviation: Math.Sqrt(f.InterceptVariance + Math.Exp(-f.Intercept))))
            .Where(m => m.Weight > 1e-12).ToList();
        var all = models.Sum(m => m.Weight);
        double Below(double logUnseen) => models.Sum(m => m.Weight * Normal.CDF(m.Center, m.Deviation, logUnseen)) / all;
        double observed = fits[0].Table.Observed;
        return new("model_averaged_95", Level, observed + Math.Exp(Quantile(Below, models, (1 - Level) / 2)), observed + Math.Exp(Quantile(Below, models, (1 + Level) / 2)));
    }

    private static IEnumerable<LogLinearFit> InOccamsWindow(IReadOnlyList<LogLinearFit> fits)
    {
        var bits = fits.SelectMany(f => f.Model.Interactions).Distinct().Index().ToDictionary(i => i.Item, i => 1UL << i.Index);
        var all = fits.Select(f => (Fit: f, Terms: f.Model.Interactions.Aggregate(0UL, (terms, i) => terms | bits[i]), f.Aic)).ToList();
        return all.Where(m => !all.Exists(s => s.Terms != m.Terms && (s.Terms & m.Terms) == s.Terms && s.Aic <= m.Aic)).Select(m => m.Fit);
    }

    private static double Quantile(Func<double, double> below, IReadOnlyList<(double Weight, double Center, double Deviation)> models, double probability)
    {
        const int Widest = 10;
        var (low, high) = (models.Min(m => m.Center - Widest * m.Deviation), models.Max(m => m.Center + Widest * m.Deviation));
        for (var halving = 0; halving < 100; halving++)
        {
            var middle = (low + high) / 2;
            (low, high) = below(middle) < probability ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }
}
