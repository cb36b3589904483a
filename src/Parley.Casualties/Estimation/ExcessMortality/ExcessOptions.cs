using System.Collections.Immutable;

namespace Parley.Casualties.Estimation.ExcessMortality;

/// <summary>The shape of the ratio of men's to women's deaths over time.</summary>
public enum ExcessTrend
{
    /// <summary>A straight line.</summary>
    Linear,

    /// <summary>A straight line for log(ratio - 1).</summary>
    Exponential,
}

/// <summary>Whose rules for errors and baselines hold.</summary>
public enum ExcessMode
{
    /// <summary>Residuals over their degrees of freedom, the error of the year itself, each year's own baseline, shared trends.</summary>
    Strict,

    /// <summary>As the published code: regions divide by six, one error for all years of the exponential trend, years independent.</summary>
    Published,
}

/// <summary>What a user may set for excess mortality.</summary>
public sealed record ExcessOptions
{
    /// <summary>Years of the baseline, 1 to 30; with 1 the last ratio is carried forward without an error.</summary>
    public int BaselineYears { get; init; } = 5;

    /// <summary>Last year of the baseline.</summary>
    public int BaselineEnd { get; init; } = 2019;

    /// <summary>Years to estimate; empty for all after the baseline but the pandemic's, 2020 and 2021.</summary>
    public ImmutableArray<int> Targets { get; init; } = [];

    /// <summary>Shape of the trend.</summary>
    public ExcessTrend Trend { get; init; }

    /// <summary>Whose rules hold.</summary>
    public ExcessMode Mode { get; init; }
}
