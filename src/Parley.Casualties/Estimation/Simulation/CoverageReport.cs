using System.Collections.Immutable;

namespace Parley.Casualties.Estimation.Simulation;

/// <summary>How a method does on made data of which the truth is known.</summary>
/// <param name="Method">The method.</param>
/// <param name="Design">What the data were made from.</param>
/// <param name="Runs">How many data sets.</param>
/// <param name="Refused">Of them without an estimate.</param>
/// <param name="Bias">Mean of estimate over truth, less 1.</param>
/// <param name="Spread">Standard deviation of estimate over truth.</param>
/// <param name="Coverage">Share of intervals that hold the truth, by kind.</param>
public sealed record CoverageReport(
    string Method, string Design, int Runs, int Refused, double Bias, double Spread, ImmutableArray<IntervalCoverage> Coverage);

/// <summary>How one kind of interval does.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Covered">The share of intervals that hold the truth.</param>
/// <param name="MeanWidth">Mean width over the truth.</param>
public sealed record IntervalCoverage(string Kind, double Covered, double MeanWidth);
