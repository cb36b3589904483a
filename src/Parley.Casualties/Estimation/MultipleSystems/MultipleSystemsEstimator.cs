using System.Collections.Immutable;

namespace Parley.Casualties.Estimation.MultipleSystems;

/// <summary>Estimates a population from people's presence on several incomplete lists.</summary>
public static class MultipleSystemsEstimator
{
    private const string Quantity = "people in the population the lists draw from, seen and unseen";

    /// <summary>The methods that need to know who is on which list.</summary>
    public static ImmutableArray<string> ListMethods { get; } =
    [
        "mse", "loglin", "loglin_stepwise_p02", "loglin_stepwise_aic05", "loglin_best_bic", "loglin_best_aic",
        "loglin_poisson2", "loglin_darroch", "loglin_gamma3.5",
        "chapman", "sample_coverage_indep", "sample_coverage", "sample_coverage_one_step", "dga_bma", "lcmcr",
    ];

    /// <summary>The methods that need only how often people are listed.</summary>
    public static ImmutableArray<string> FrequencyMethods { get; } = ["chao_1987", "chao_lb_t", "chao_lb_bias_corrected"];

    /// <summary>Estimates from a table of lists.</summary>
    /// <param name="method">One of <see cref="ListMethods"/> or <see cref="FrequencyMethods"/>.</param>
    /// <param name="table">The table.</param>
    /// <param name="options">Settings.</param>
    /// <exception cref="EstimateInputException">The table or the settings do not fit the method.</exception>
    public static Estimate Estimate(string method, CaptureTable table, MultipleSystemsOptions options)
    {
        var (kept, empty) = table.WithoutEmptyLists();
        if (Enumerable.Range(0, kept.Lists.Length).Count(i => kept.OnAll(1 << i) > 0) < 2)
        {
            throw new EstimateInputException("only one list has anybody on it: who is missing from it cannot be told without a second, independent list");
        }

        var estimate = FrequencyMethods.Contains(method)
            ? FromFrequencies(method, CaptureFrequencies.Of(kept))
            : FromLists(method, kept, options);
        if (kept.Observed == kept.OnExactly(1))
        {
            // Some methods have a number all the same: a prior's, or a bound that no overlap bears out.
            estimate = estimate with
            {
                Value = null, StandardError = null, Intervals = [], Measures = [],
                Refusal = estimate.Refusal ?? "nobody is on two lists: the data cannot tell how many are on none",
            };
        }

        var warnings = TableWarnings.Of(kept, estimate).AddRange(estimate.Warnings);
        if (!empty.IsEmpty)
        {
            warnings = warnings.Insert(0, $"nobody is on {string.Join(", ", empty)}: left out");
        }

        estimate = estimate with { Warnings = [.. table.Remarks, .. warnings] };
        return options.WithSensitivity ? ModelTable.Add(estimate, kept) : estimate;
    }

    /// <summary>Estimates from how often people were listed.</summary>
    /// <param name="method">One of <see cref="FrequencyMethods"/>.</param>
    /// <param name="frequencies">How many were listed once and twice.</param>
    /// <exception cref="EstimateInputException">The method needs to know how many lists there are.</exception>
    public static Estimate FromFrequencies(string method, CaptureFrequencies frequencies)
    {
        if (method != "chao_1987" && frequencies.Lists is null)
        {
            throw new EstimateInputException($"{method} needs the number of lists, and this table says only how often people were listed; use chao_1987");
        }

        var point = method switch
        {
            "chao_1987" => FrequencyEstimators.Chao1987(frequencies),
            "chao_lb_t" => FrequencyEstimators.ChaoForLists(frequencies),
            "chao_lb_bias_corrected" => FrequencyEstimators.ChaoBiasCorrected(frequencies),
            _ => throw new EstimateInputException($"no method '{method}' for a table of frequencies; there are {string.Join(", ", FrequencyMethods)}"),
        };
        return new Estimate
        {
            Method = method,
            Quantity = Quantity + " (lower bound)",
            IsLowerBound = true,
            Model = $"f1={frequencies.Once} f2={frequencies.Twice}",
            Observed = frequencies.Observed,
            Value = point?.Value,
            Refusal = point is null ? "nobody was listed exactly twice, so the unseen cannot be bounded" : null,
            StandardError = point?.StandardError,
            Intervals = point is { } p ? PopulationInterval.OnlyChaoLogNormal(frequencies.Observed, p.Value, p.StandardError) : [],
            Assumptions =
            [
                "Closed population: nobody entered or left it while the lists were kept.",
                "Perfect linkage: two records of one person are known to be one person's.",
                "Chances to be listed may differ between people; then the value bounds the population from below.",
                "Lists do not attract each other's people on average; positive dependence lowers the bound further, negative dependence can break it.",
            ],
        };
    }

    private static Estimate FromLists(string method, CaptureTable table, MultipleSystemsOptions options) => method switch
    {
        "mse" => table.Lists.Length switch
        {
            2 => Chapman(table) with { Method = method },
            <= 4 => FromLists("loglin_best_bic", table, options) with { Method = method },
            _ => FromLists("loglin_stepwise_p02", table, options) with { Method = method },
        },
        "loglin" => LogLinear(method, LogLinearModel.Parse(options.Interactions, table.Lists), table, options),
        "loglin_poisson2" => LogLinear(method, new LogLinearModel([], Heterogeneity.Poisson2), table, options),
        "loglin_darroch" => LogLinear(method, new LogLinearModel([], Heterogeneity.Darroch), table, options),
        "loglin_gamma3.5" => LogLinear(method, new LogLinearModel([], Heterogeneity.Gamma35), table, options),
        "loglin_stepwise_p02" => Stepwise(method, ModelSearch.StepwiseByOverlap, table, options),
        "loglin_stepwise_aic05" => Stepwise(method, ModelSearch.StepwiseByAic, table, options),
        "loglin_best_bic" => BestOfAll(method, f => f.Bic, table, options),
        "loglin_best_aic" => BestOfAll(method, f => f.Aic, table, options),
        "chapman" => Chapman(table),
        "sample_coverage" => Coverage(method, table, c => c.Full, options),
        "sample_coverage_indep" => Coverage(method, table, c => c.Independent, options),
        "sample_coverage_one_step" => Coverage(method, table, c => c.OneStep, options),
        "dga_bma" => BayesianEstimates.GraphAverage(table, options.Prior) with { Quantity = Quantity },
        "lcmcr" => BayesianEstimates.LatentClasses(table, options.Sampler, options.Seed) with { Quantity = Quantity },
        _ => throw new EstimateInputException($"no method '{method}'; there are {string.Join(", ", ListMethods.AddRange(FrequencyMethods))}"),
    };

    private static Estimate LogLinear(string method, LogLinearModel model, CaptureTable table, MultipleSystemsOptions options) =>
        LogLinear(method, t => LogLinearFit.Of(t, model), table, options);

    private static Estimate Stepwise(string method, Func<CaptureTable, LogLinearFit> choose, CaptureTable table, MultipleSystemsOptions options)
    {
        var chosen = choose(table);
        var estimate = LogLinear(method, t => ReferenceEquals(t, table) ? chosen : choose(t), table, options);
        return estimate.Value is null ? estimate : WithAverage(estimate, ModelSearch.Near(chosen));
    }

    /// <summary>Puts the interval that holds the choice of the model first, after one by bootstrap, which holds it too.</summary>
    private static Estimate WithAverage(Estimate estimate, ImmutableArray<LogLinearFit> fits) => estimate with
    {
        Intervals = estimate.Intervals.Insert(estimate.Intervals.TakeWhile(i => i.Kind == Bootstrap.Kind).Count(), ModelAveraging.Interval(fits)),
    };

    private static Estimate BestOfAll(string method, Func<LogLinearFit, double> criterion, CaptureTable table, MultipleSystemsOptions options)
    {
        var fits = ModelSearch.Best(table, criterion, int.MaxValue);
        var estimate = LogLinear(method, t => ReferenceEquals(t, table) ? fits.FirstOrDefault() : ModelSearch.Best(t, criterion, 1).FirstOrDefault(), table, options);
        return estimate.Value is null ? estimate : WithAverage(estimate, fits);
    }

    private static Estimate LogLinear(string method, Func<CaptureTable, LogLinearFit?> choose, CaptureTable table, MultipleSystemsOptions options)
    {
        var fit = choose(table);
        var estimate = LogLinearEstimate.Of(method, Quantity, fit, table);
        if (options.BootstrapReplicates > 0 && fit is { IsEstimated: true } && table.Observed > 1)
        {
            var (interval, failed) = Bootstrap.Interval(
                table, t => choose(t) is { IsEstimated: true } f ? f.Population : null, fit.Population, options.BootstrapReplicates, options.Seed);
            estimate = estimate with
            {
                Seed = options.Seed,
                Intervals = interval is null ? estimate.Intervals : estimate.Intervals.Insert(0, interval),
                Measures = estimate.Measures.Add(new("bootstrapReplicates", options.BootstrapReplicates)).Add(new("bootstrapWithoutEstimate", failed)),
                Warnings = interval is null ? estimate.Warnings.Add("too few resamples gave an estimate for a bootstrap interval") : estimate.Warnings,
            };
        }

        return estimate;
    }

    private static Estimate Chapman(CaptureTable table)
    {
        if (table.Lists.Length != 2)
        {
            throw new EstimateInputException($"chapman takes two lists, the table has {table.Lists.Length}; use loglin");
        }

        var point = TwoLists.Chapman(table.OnAll(1), table.OnAll(2), table.OnAll(3));
        return new Estimate
        {
            Method = "chapman",
            Quantity = Quantity,
            Observed = table.Observed,
            Value = point.Value,
            StandardError = point.StandardError,
            Intervals = PopulationInterval.OnlyChaoLogNormal(table.Observed, point.Value, point.StandardError),
            Warnings = ["two lists cannot show whether they depend on each other: positive dependence makes the value too small, negative too large"],
            Assumptions = LogLinearEstimate.Assumptions.Insert(0, "The two lists are independent, and each gives everybody the same chance."),
        };
    }

    private static Estimate Coverage(string method, CaptureTable table, Func<SampleCoverage, double?> choose, MultipleSystemsOptions options)
    {
        var coverage = SampleCoverage.Of(table);
        var value = coverage is null ? null : choose(coverage);
        var estimate = new Estimate
        {
            Method = method,
            Quantity = Quantity,
            Observed = table.Observed,
            Value = value,
            Refusal = coverage is null ? "no list shares anybody with another" : value is null ? "the overlaps are too small to tell dependence" : null,
            Measures = coverage is null ? [] : [new("coverage", coverage.Coverage)],
            Warnings = coverage is { Coverage: < 0.55 } ? [$"the lists cover {coverage.Coverage:P0} of the listings; below about 55 % the one-step estimate is to be preferred"] : [],
            Assumptions = LogLinearEstimate.Assumptions.Insert(0, "Dependence between lists shows in how much of one list another covers."),
        };
        if (value is not { } found)
        {
            return estimate;
        }

        var error = ParametricBootstrap.StandardError(table, found, t => SampleCoverage.Of(t) is { } c ? choose(c) : null, options.Seed);
        return estimate with
        {
            StandardError = error,
            Seed = options.Seed,
            Intervals = PopulationInterval.OnlyChaoLogNormal(table.Observed, found, error),
        };
    }
}
