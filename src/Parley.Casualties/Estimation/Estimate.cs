using System.Collections.Immutable;

namespace Parley.Casualties.Estimation;

/// <summary>
/// What a method found: a value with its intervals, how it was found, what it takes for granted and how it moves when that is changed.
/// It is never added to the register: that counts named dead, this is a statistic about those who were not seen as well.
/// </summary>
public sealed record Estimate
{
    /// <summary>The method's name, as on the command line.</summary>
    public required string Method { get; init; }

    /// <summary>What is estimated, in words and with its unit.</summary>
    public required string Quantity { get; init; }

    /// <summary>The part of the input it is about: ages, years, replicate; null for all of it.</summary>
    public string? Scope { get; init; }

    /// <summary>The statistical model, in the method's own notation; null where there is only one.</summary>
    public string? Model { get; init; }

    /// <summary>How many were counted, the floor of the estimate; null where nothing is counted one by one.</summary>
    public double? Observed { get; init; }

    /// <summary>The estimate; null when the data cannot bear one, and then <see cref="Refusal"/> says why.</summary>
    public double? Value { get; init; }

    /// <summary>Why there is no value; null when there is one.</summary>
    public string? Refusal { get; init; }

    /// <summary>True when the value is a lower bound of the quantity rather than the quantity.</summary>
    public bool IsLowerBound { get; init; }

    /// <summary>One standard error of the value; null where the method has none.</summary>
    public double? StandardError { get; init; }

    /// <summary>Intervals, the one to quote first.</summary>
    public ImmutableArray<EstimateInterval> Intervals { get; init; } = [];

    /// <summary>Figures of the fit: deviance, degrees of freedom, information criteria, mixing.</summary>
    public ImmutableArray<Measure> Measures { get; init; } = [];

    /// <summary>The estimate taken apart by age, year, month or stratum.</summary>
    public ImmutableArray<EstimatePart> Parts { get; init; } = [];

    /// <summary>What other defensible choices give on the same data.</summary>
    public ImmutableArray<Alternative> Sensitivity { get; init; } = [];

    /// <summary>What must hold for the value to mean what it says.</summary>
    public ImmutableArray<string> Assumptions { get; init; } = [];

    /// <summary>What in these data speaks against quoting the value.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>The seed of everything random in it; null where nothing is.</summary>
    public int? Seed { get; init; }

    /// <summary>The files it was made from.</summary>
    public ImmutableArray<EstimateInput> Inputs { get; init; } = [];
}

/// <summary>A range for an estimate.</summary>
/// <param name="Kind">How it was made, e.g. <c>multinomial_profile_95</c>.</param>
/// <param name="Level">The share of repetitions in which it should hold the truth, or the posterior probability, in (0, 1).</param>
/// <param name="Lower">The lower limit; null when there is none.</param>
/// <param name="Upper">The upper limit; null when the data set none.</param>
/// <param name="Center">The value at which the interval's own criterion is best, where that differs from the estimate.</param>
/// <param name="Given">What it takes as given although it is not, so that it holds the truth less often than its level says; null if nothing.</param>
public sealed record EstimateInterval(string Kind, double Level, double? Lower, double? Upper, double? Center = null, string? Given = null);

/// <summary>A figure of a fit.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
public sealed record Measure(string Name, double Value);

/// <summary>One cell of an estimate.</summary>
/// <param name="Scope">Which: an age group, a month, a region, several of them joined by commas.</param>
/// <param name="Observed">How many were counted there.</param>
/// <param name="Value">The estimate; null when the cell cannot bear one.</param>
/// <param name="StandardError">One standard error.</param>
/// <param name="Lower">Lower limit at the level of the estimate's first interval.</param>
/// <param name="Upper">Upper limit.</param>
/// <param name="Note">How the cell was estimated, where cells differ.</param>
public sealed record EstimatePart(
    string Scope, double? Observed, double? Value, double? StandardError = null, double? Lower = null, double? Upper = null, string? Note = null);

/// <summary>What another choice gives.</summary>
/// <param name="Choice">The choice: another model, method or value of an assumption.</param>
/// <param name="Value">Its estimate; null when there is none.</param>
/// <param name="Lower">Lower limit.</param>
/// <param name="Upper">Upper limit.</param>
/// <param name="Note">Criterion, or why there is no estimate.</param>
public sealed record Alternative(string Choice, double? Value, double? Lower = null, double? Upper = null, string? Note = null);

/// <summary>A file an estimate was made from.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Sha256">SHA-256 of its bytes, in lower-case hexadecimal.</param>
public sealed record EstimateInput(string Name, string Sha256);
