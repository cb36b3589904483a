using System.Collections.Immutable;

namespace Parley.Casualties.Estimation.MultipleSystems;

/// <summary>A fitted log-linear model as an estimate.</summary>
internal static class LogLinearEstimate
{
    /// <summary>Largest standard error of the log of the unseen with which a number is given: limits a factor of 3e8 apart.</summary>
    private const double WidestLogUnseen = 5;

    /// <summary>What every estimate from several lists takes for granted.</summary>
    public static ImmutableArray<string> Assumptions { get; } =
    [
        "Closed population: nobody entered or left it while the lists were kept.",
        "Perfect linkage: two records of one person are known to be one person's, and no two people are taken for one.",
        "Everybody in the population could have come onto at least one list.",
    ];

    /// <summary>The estimate with all its intervals, or the reason why there is none.</summary>
    public static Estimate Of(string method, string quantity, LogLinearFit? fit, CaptureTable table)
    {
        var estimate = new Estimate
        {
            Method = method,
            Quantity = quantity,
            Observed = table.Observed,
            Model = fit is null ? null : ModelText(method, fit),
            Assumptions = Assumptions.Insert(0, "List dependence: lists depend on each other only through the interactions of the model."),
        };
        if (fit is not { IsEstimated: true })
        {
            return estimate with { Refusal = fit?.Reason() ?? "no model has a finite estimate" };
        }

        if (fit.InterceptVariance > WidestLogUnseen * WidestLogUnseen)
        {
            return estimate with { Refusal = $"the data cannot bear this model: the 95 % limits of the unseen would be a factor of {Math.Exp(2 * 1.96 * Math.Sqrt(fit.InterceptVariance)):G1} apart" };
        }

        var isChosen = method.Contains("stepwise", StringComparison.Ordinal) || method.Contains("best", StringComparison.Ordinal);
        var givenModel = isChosen ? "the model chosen" : null;
        var givenSeen = isChosen ? "the model chosen; the number of people seen" : "the number of people seen";
        ImmutableArray<EstimateInterval> intervals =
        [
            PopulationInterval.MultinomialProfile(fit) with { Given = givenModel },
            PopulationInterval.Wald(fit) with { Given = givenSeen },
            PopulationInterval.PoissonProfile(fit) with { Given = givenSeen },
        ];
        var warnings = ImmutableArray.CreateBuilder<string>();
        if (intervals[0].Upper is null)
        {
            warnings.Add("the data set no upper limit under this model");
        }

        if (!fit.Design.Dropped.IsEmpty)
        {
            var names = string.Join(", ", fit.Design.Dropped.Select(d => LogLinearModel.Name(d, table.Lists, ':')));
            warnings.Add($"nobody is on {names} together: that interaction is taken as minus infinity");
        }

        if (!fit.Design.MaximumExists())
        {
            warnings.Add("some expected overlaps are zero at the maximum: the value is the limit of the likelihood, not a maximum inside it");
        }

        if (fit.DegreesOfFreedom > 0 && MathNet.Numerics.Distributions.ChiSquared.CDF(fit.DegreesOfFreedom, Math.Max(0, fit.Deviance)) is > 0.99 and var fitted)
        {
            warnings.Add($"the model fits badly: deviance {fit.Deviance:F1} on {fit.DegreesOfFreedom} degrees of freedom, p = {1 - fitted:G2}");
        }

        return estimate with
        {
            Value = fit.Population,
            StandardError = fit.StandardError,
            Intervals = intervals,
            Measures = [new("deviance", fit.Deviance), new("df", fit.DegreesOfFreedom), new("aic", fit.Aic), new("bic", fit.Bic)],
            Warnings = warnings.ToImmutable(),
        };
    }

    private static string ModelText(string method, LogLinearFit fit) => method.Contains("best", StringComparison.Ordinal)
        ? fit.Model.Generators(fit.Table.Lists)
        : fit.Model.Terms(fit.Table.Lists);
}
