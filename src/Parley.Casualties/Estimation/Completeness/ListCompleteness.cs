using System.Collections.Immutable;
using Parley.Casualties.Estimation.MultipleSystems;
using Parley.Casualties.Estimation.Tables;

namespace Parley.Casualties.Estimation.Completeness;

/// <summary>Which share of the people the lists hold together, stratum by stratum: by age, region or period.</summary>
public static class ListCompleteness
{
    /// <summary>Standard deviations from one end of a 95 % interval to the other.</summary>
    private const double WidthOfDeviations = 2 * 1.959963984540054;

    /// <summary>What is estimated.</summary>
    internal const string Quantity = "share of the people who are on at least one list";

    /// <summary>One estimate of the share, with a part for each stratum.</summary>
    /// <param name="table">Capture histories, with columns that tell strata.</param>
    /// <param name="strata">Those columns; none for one stratum.</param>
    /// <param name="options">Settings of the estimate from lists.</param>
    /// <exception cref="EstimateInputException">The table is wrong.</exception>
    public static IReadOnlyList<Estimate> Estimate(CountTable table, ImmutableArray<string> strata, MultipleSystemsOptions options) =>
        [Of(CaptureTableReader.ReadStrata(table, strata).Select(s => (s.Key, s.Value)), strata.IsEmpty ? null : "by " + string.Join(", ", strata), options)];

    /// <summary>The estimate from the tables of the strata.</summary>
    internal static Estimate Of(IEnumerable<(string Stratum, CaptureTable Lists)> strata, string? scope, MultipleSystemsOptions options)
    {
        var settings = options with { WithSensitivity = false };
        var warnings = ImmutableArray.CreateBuilder<string>();
        var parts = ImmutableArray.CreateBuilder<EstimatePart>();
        var (observed, population, variance) = (0.0, 0.0, 0.0);
        EstimateInterval? last = null;
        var refused = 0;
        foreach (var (stratum, lists) in strata)
        {
            var found = Of(lists, settings);
            if (found.Value is not { } all || (found.Intervals.FirstOrDefault() ?? PopulationInterval.ChaoLogNormal(lists.Observed, found.Value.Value, found.StandardError)) is not { } interval)
            {
                refused++;
                parts.Add(new(stratum, lists.Observed, null, Note: found.Refusal ?? "how sure the number of the dead is cannot be told, so it is not given"));
                continue;
            }

            observed += lists.Observed;
            population += all;
            last = interval;
            variance += Math.Pow(last is { Lower: { } low, Upper: { } high } ? (high - low) / WidthOfDeviations : found.StandardError ?? 0, 2);
            parts.Add(new(stratum, lists.Observed, lists.Observed / all, null, lists.Observed / (last.Upper ?? double.PositiveInfinity), lists.Observed / (last.Lower ?? lists.Observed), found.Model is { Length: > 0 } model ? $"population {all:F1}, {model}" : $"population {all:F1}"));
            warnings.AddRange(found.Warnings.Select(w => stratum.Length > 0 ? $"{stratum}: {w}" : w));
        }

        if (refused > 0)
        {
            warnings.Insert(0, $"{refused} of {parts.Count} strata cannot bear an estimate and are not in the total");
        }

        var total = population <= 0 ? null : parts.Count == 1 ? last : PopulationInterval.ChaoLogNormal(observed, population, Math.Sqrt(variance));
        return new Estimate
        {
            Method = "completeness",
            Quantity = Quantity,
            Scope = scope,
            Observed = observed,
            Value = total is not null ? observed / population : null,
            Refusal = total is not null ? null : "no stratum can bear an estimate",
            Intervals = total is null ? [] : [total with { Lower = observed / (total.Upper ?? double.PositiveInfinity), Upper = observed / (total.Lower ?? observed), Center = null }],
            Parts = parts.ToImmutable(),
            Warnings = warnings.ToImmutable(),
            Assumptions = LogLinearEstimate.Assumptions.Insert(0, "Within each stratum lists depend on each other only through the interactions of its model; strata are independent."),
        };
    }

    private static Estimate Of(CaptureTable lists, MultipleSystemsOptions options)
    {
        try
        {
            return MultipleSystemsEstimator.Estimate("mse", lists, options);
        }
        catch (EstimateInputException e)
        {
            return new Estimate { Method = "mse", Quantity = "", Refusal = e.Message };
        }
    }
}
