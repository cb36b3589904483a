using System.Collections.Immutable;
using Parley.Casualties.Estimation.Completeness;
using Parley.Casualties.Estimation.ExcessMortality;
using Parley.Casualties.Estimation.MultipleSystems;
using Parley.Casualties.Estimation.ProbateRegister;
using Parley.Casualties.Estimation.Tables;

namespace Parley.Casualties.Estimation;

/// <summary>A method, its tables and its settings.</summary>
public sealed record EstimateRequest
{
    /// <summary>One of <see cref="EstimateMethods.Names"/>; case does not matter, and <c>-</c> is taken for <c>_</c>.</summary>
    public required string Method { get; init; }

    /// <summary>The table of counts.</summary>
    public required CountTable Input { get; init; }

    /// <summary>The table of listed names, for the probate register.</summary>
    public CountTable? Names { get; init; }

    /// <summary>Deaths from HIV, for excess mortality.</summary>
    public CountTable? Hiv { get; init; }

    /// <summary>Columns that tell strata, for completeness.</summary>
    public ImmutableArray<string> Strata { get; init; } = [];

    /// <summary>Settings for several lists.</summary>
    public MultipleSystemsOptions MultipleSystems { get; init; } = new();

    /// <summary>Settings for the probate register.</summary>
    public ProbateOptions Probate { get; init; } = new();

    /// <summary>Settings for excess mortality.</summary>
    public ExcessOptions Excess { get; init; } = new();
}

/// <summary>All methods by name.</summary>
public static class EstimateMethods
{
    private const string Probate = "probate";
    private const string Excess = "excess";
    private const string CompletenessName = "completeness";
    private const string NowcastName = "nowcast";

    /// <summary>Their names.</summary>
    public static ImmutableArray<string> Names { get; } =
        [.. MultipleSystemsEstimator.ListMethods, .. MultipleSystemsEstimator.FrequencyMethods, Probate, Excess, CompletenessName, NowcastName];

    /// <summary>Estimates.</summary>
    /// <exception cref="EstimateInputException">The method is not known, or its input is wrong.</exception>
    public static IReadOnlyList<Estimate> Run(EstimateRequest request)
    {
        var method = request.Method.ToLowerInvariant().Replace('-', '_');
        var estimates = method switch
        {
            Probate => ProbateEstimator.Estimate(
                request.Input, request.Names ?? request.Input, request.Probate),
            Excess or "excess_mortality" => ExcessMortalityEstimator.Estimate(request.Input, request.Hiv, request.Excess),
            CompletenessName => ListCompleteness.Estimate(request.Input, request.Strata, request.MultipleSystems),
            NowcastName => [Nowcast.Estimate(request.Input, request.MultipleSystems.Seed)],
            _ => [FromLists(method == "loglin_ext" ? "loglin" : method, request)],
        };
        ImmutableArray<EstimateInput> inputs = [.. new[] { request.Input, request.Names, request.Hiv }.OfType<CountTable>().Select(t => t.Input)];
        return [.. estimates.Select(e => e with { Inputs = inputs })];
    }

    private static Estimate FromLists(string method, EstimateRequest request)
    {
        var frequencies = MultipleSystemsEstimator.FrequencyMethods.Contains(method);
        if (!frequencies && !MultipleSystemsEstimator.ListMethods.Contains(method))
        {
            throw new EstimateInputException($"no method '{request.Method}'; there are {string.Join(", ", Names)}");
        }

        if (!CaptureTableReader.IsFrequencyTable(request.Input))
        {
            return MultipleSystemsEstimator.Estimate(method, CaptureTableReader.Read(request.Input), request.MultipleSystems);
        }

        return frequencies
            ? MultipleSystemsEstimator.FromFrequencies(method, CaptureFrequencies.Read(request.Input))
            : throw new EstimateInputException($"{request.Input.Name}: says only how often people were listed; {method} needs a 0/1 column for each list, chao_1987 does not");
    }
}
