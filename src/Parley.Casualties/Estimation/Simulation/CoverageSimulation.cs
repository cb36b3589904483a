using System.Collections.Immutable;
using Parley.Casualties.Estimation.MultipleSystems;
using Parley.Casualties.Estimation.Numerics;

namespace Parley.Casualties.Estimation.Simulation;

/// <summary>Makes data with known truth over and over and counts how often a method's intervals hold it.</summary>
public static class CoverageSimulation
{
    /// <summary>The methods for which there are made data.</summary>
    public static ImmutableArray<string> Methods { get; } =
        [.. MultipleSystemsEstimator.ListMethods, .. MultipleSystemsEstimator.FrequencyMethods, "probate", "excess", "nowcast"];

    /// <summary>Runs a simulation; the same arguments give the same report, whatever the number of threads.</summary>
    /// <param name="method">A method of <see cref="EstimateMethods.Names"/>.</param>
    /// <param name="runs">Data sets to make, 1 to 100,000.</param>
    /// <param name="seed">Seed of them all.</param>
    /// <param name="oddsRatio">For the probate register: the odds ratio between list and case in the data.</param>
    /// <param name="assumedOddsRatio">The one the estimate is told.</param>
    /// <param name="dependence">For lists: the log odds ratio between the first two lists in the data; what suits the method if null.</param>
    /// <param name="dead">For the probate register: war dead in expectation, at least 1.</param>
    /// <exception cref="EstimateInputException">The method is not known, or there are no dead.</exception>
    public static CoverageReport Run(string method, int runs, int seed, double oddsRatio = 1, double assumedOddsRatio = 1, double? dependence = null, double dead = RegistrySimulator.UsualDead)
    {
        if (!(dead >= 1 && dead <= 1e8))
        {
            throw new EstimateInputException($"{dead} war dead; from 1 to 100,000,000 can be made");
        }

        var (design, once) = method switch
        {
            "probate" => RegistrySimulator.Design(oddsRatio, assumedOddsRatio, dead),
            "excess" => MortalitySimulator.Design(),
            "nowcast" => DelaySimulator.Design(),
            _ => CaptureSimulator.Design(method, dependence),
        };
        var results = Enumerable.Range(0, runs).AsParallel().AsOrdered()
            .Select(run => once(unchecked(seed * 1_000_003 + run))).ToList();
        var found = results.Where(r => r.Estimate.Value is not null).ToList();
        var ratios = found.Select(r => r.Estimate.Value!.Value / r.Truth).ToList();
        var kinds = found.SelectMany(r => r.Estimate.Intervals.Select(i => i.Kind)).Distinct();
        return new CoverageReport(
            method, design, runs, runs - found.Count,
            found.Count > 0 ? ratios.Average() - 1 : double.NaN,
            found.Count > 1 ? Sample.Deviation(ratios) : double.NaN,
            [.. kinds.Select(kind => Of(kind, found))]);
    }

    private static IntervalCoverage Of(string kind, List<(Estimate Estimate, double Truth)> found)
    {
        var intervals = found.SelectMany(r => r.Estimate.Intervals.Where(i => i.Kind == kind).Select(i => (Interval: i, r.Truth))).ToList();
        var closed = intervals.Where(i => i.Interval is { Lower: not null, Upper: not null }).ToList();
        return new(
            kind,
            intervals.Average(i => (i.Interval.Lower ?? double.NegativeInfinity) <= i.Truth && i.Truth <= (i.Interval.Upper ?? double.PositiveInfinity) ? 1.0 : 0),
            closed.Count > 0 ? closed.Average(i => (i.Interval.Upper!.Value - i.Interval.Lower!.Value) / i.Truth) : double.NaN);
    }
}
