using System.Collections.Immutable;

namespace Parley.Casualties.Estimation.MultipleSystems;

/// <summary>The table of defensible models that stands beside every estimate from several lists.</summary>
internal static class ModelTable
{
    private const int MostListsForAllModels = 4;
    private const int MostListsForGraphs = 5;
    private const int ShownModels = 5;

    /// <summary>Adds the other models and warns when they are far apart.</summary>
    public static Estimate Add(Estimate estimate, CaptureTable table)
    {
        var rows = Rows(table).ToImmutableArray();
        var values = rows.Where(r => r.Value is not null && !r.Choice.StartsWith("chao", StringComparison.Ordinal)).Select(r => r.Value!.Value).ToList();
        var (least, most) = values.Count > 0 ? (values.Min(), values.Max()) : (0, 0);
        return estimate with
        {
            Sensitivity = estimate.Sensitivity.AddRange(rows),
            Warnings = most > 1.5 * least
                ? estimate.Warnings.Add($"defensible models give {least:F0} to {most:F0}: quote the range, not one of them")
                : estimate.Warnings,
        };
    }

    private static IEnumerable<Alternative> Rows(CaptureTable table)
    {
        yield return Row("loglin", LogLinearFit.Of(table, LogLinearModel.Independence));
        if (table.Lists.Length > 2)
        {
            yield return Row("loglin_stepwise_p02", ModelSearch.StepwiseByOverlap(table));
            yield return Row("loglin_stepwise_aic05", ModelSearch.StepwiseByAic(table));
            foreach (var heterogeneity in new[] { Heterogeneity.Poisson2, Heterogeneity.Darroch, Heterogeneity.Gamma35 })
            {
                yield return Row($"loglin_{heterogeneity.ToString().ToLowerInvariant()}", LogLinearFit.Of(table, new([], heterogeneity)));
            }
        }

        if (table.Lists.Length is > 2 and <= MostListsForAllModels)
        {
            foreach (var fit in ModelSearch.Best(table, f => f.Bic, ShownModels))
            {
                yield return Row($"{fit.Model.Generators(table.Lists)}", fit);
            }
        }

        if (table.Lists.Length <= MostListsForGraphs)
        {
            var graphs = DecomposableGraphAveraging.Of(table, new GraphPrior());
            yield return new("dga_bma", graphs.Quantile(0.5), graphs.Quantile(0.025), graphs.Quantile(0.975));
        }

        var bound = FrequencyEstimators.ChaoBiasCorrected(CaptureFrequencies.Of(table));
        yield return new("chao_lb_bias_corrected", bound?.Value, Note: "lower bound");
    }

    private static Alternative Row(string choice, LogLinearFit fit)
    {
        if (!fit.IsEstimated)
        {
            return new(choice, null, Note: fit.Reason());
        }

        var wald = PopulationInterval.Wald(fit);
        return new(choice, fit.Population, wald.Lower, wald.Upper, $"{fit.Model.Terms(fit.Table.Lists)}; BIC {fit.Bic:F1}");
    }
}
