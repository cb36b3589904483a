using System.Collections.Immutable;
using MathNet.Numerics;
using Parley.Casualties.Estimation.Numerics;

namespace Parley.Casualties.Estimation.MultipleSystems;

/// <summary>Intervals for the population of a fitted log-linear model. They hold for that model: that it was chosen is not in them.</summary>
internal static class PopulationInterval
{
    private const double Level = 0.95;
    private const double Normal975 = 1.959963984540054;
    private const double ChiSquared95 = 3.841458820694124;

    /// <summary>Normal for the log of the unseen.</summary>
    public static EstimateInterval Wald(LogLinearFit fit)
    {
        var half = Normal975 * Math.Sqrt(fit.InterceptVariance);
        return new("log_wald_95", Level, fit.Table.Observed + Math.Exp(fit.Intercept - half), fit.Table.Observed + Math.Exp(fit.Intercept + half));
    }

    /// <summary>Chao's log-normal interval about an estimate above the observed; null when nobody is estimated to be unseen, or without an error.</summary>
    public static EstimateInterval? ChaoLogNormal(double observed, double estimate, double? standardError)
    {
        var unseen = estimate - observed;
        if (unseen <= 0 || standardError is not > 0)
        {
            return null;
        }

        var factor = Math.Exp(Normal975 * Math.Sqrt(Math.Log(1 + standardError.Value * standardError.Value / (unseen * unseen))));
        return new("chao_lognormal_95", Level, observed + unseen / factor, observed + unseen * factor);
    }

    /// <summary>That interval as the only one, or none where there is none.</summary>
    public static ImmutableArray<EstimateInterval> OnlyChaoLogNormal(double observed, double estimate, double? standardError) =>
        ChaoLogNormal(observed, estimate, standardError) is { } interval ? [interval] : [];

    /// <summary>Where the deviance, refitted with the unseen held, has risen by the 95 % point of chi-squared.</summary>
    public static EstimateInterval PoissonProfile(LogLinearFit fit)
    {
        var design = fit.Design;
        var rest = WithoutIntercept(design);
        double Rise(double intercept) =>
            (PoissonRegression.Fit(rest, design.Columns - 1, design.Counts, intercept)?.Deviance ?? double.NaN) - fit.Deviance - ChiSquared95;
        var (lower, upper) = Crossings(Rise, fit.Intercept, Math.Sqrt(fit.InterceptVariance));
        return new("poisson_profile_95", Level, fit.Table.Observed + (lower is { } l ? Math.Exp(l) : 0), upper is { } u ? fit.Table.Observed + Math.Exp(u) : null);
    }

    /// <summary>The profile of the multinomial likelihood, with the population as the parameter.</summary>
    public static EstimateInterval MultinomialProfile(LogLinearFit fit)
    {
        var design = fit.Design;
        var columns = design.Columns;
        var rows = new double[design.Rows.Length + columns];
        design.Rows.CopyTo(rows, 0);
        rows[design.Rows.Length] = 1;
        var counts = new double[design.Counts.Length + 1];
        design.Counts.CopyTo(counts, 0);
        double observed = fit.Table.Observed;
        double LogLikelihood(double logUnseen)
        {
            var unseen = Math.Exp(logUnseen);
            counts[^1] = unseen;
            var deviance = PoissonRegression.Fit(rows, columns, counts)?.Deviance ?? double.NaN;
            var all = observed + unseen;
            return -deviance / 2 + unseen * logUnseen + SpecialFunctions.GammaLn(all + 1) - all * Math.Log(all) - SpecialFunctions.GammaLn(unseen + 1);
        }

        var deviation = Math.Sqrt(fit.InterceptVariance);
        var best = Maximum(LogLikelihood, fit.Intercept - 2 * deviation - 1, fit.Intercept + deviation + 0.5);
        var peak = LogLikelihood(best);
        var (lower, upper) = Crossings(x => peak - LogLikelihood(x) - ChiSquared95 / 2, best, deviation);
        return new("multinomial_profile_95", Level, observed + (lower is { } l ? Math.Exp(l) : 0), upper is { } u ? observed + Math.Exp(u) : null, observed + Math.Exp(best));
    }

    private static double[] WithoutIntercept(LogLinearDesign design)
    {
        var rest = new double[design.Counts.Length * (design.Columns - 1)];
        for (var cell = 0; cell < design.Counts.Length; cell++)
        {
            design.Rows.AsSpan(cell * design.Columns + 1, design.Columns - 1).CopyTo(rest.AsSpan(cell * (design.Columns - 1)));
        }

        return rest;
    }

    /// <summary>Where a function that is negative at the centre crosses zero on either side; null where it does not within reach.</summary>
    private static (double? Lower, double? Upper) Crossings(Func<double, double> rise, double center, double deviation)
    {
        var step = Math.Clamp(deviation, 1e-3, 3);
        return (Crossing(rise, center, -step), Crossing(rise, center, step));
    }

    private static double? Crossing(Func<double, double> rise, double center, double step)
    {
        var inside = center;
        for (var tries = 0; tries < 40; tries++)
        {
            var outside = inside + step;
            var value = rise(outside);
            if (double.IsNaN(value) || Math.Abs(outside - center) > 40)
            {
                return null;
            }

            if (value > 0)
            {
                for (var halving = 0; halving < 60 && Math.Abs(outside - inside) > 1e-10; halving++)
                {
                    var middle = (inside + outside) / 2;
                    (inside, outside) = rise(middle) > 0 ? (inside, middle) : (middle, outside);
                }

                return (inside + outside) / 2;
            }

            (inside, step) = (outside, step * 1.6);
        }

        return null;
    }

    /// <summary>The maximum of a function with one peak, by golden section.</summary>
    private static double Maximum(Func<double, double> function, double low, double high)
    {
        const double Golden = 0.6180339887498949;
        var (left, right) = (high - Golden * (high - low), low + Golden * (high - low));
        var (atLeft, atRight) = (function(left), function(right));
        while (high - low > 1e-9)
        {
            if (atLeft > atRight)
            {
                (high, right, atRight) = (right, left, atLeft);
                left = high - Golden * (high - low);
                atLeft = function(left);
            }
            else
            {
                (low, left, atLeft) = (left, right, atRight);
                right = low + Golden * (high - low);
                atRight = function(right);
            }
        }

        return (low + high) / 2;
    }
}
