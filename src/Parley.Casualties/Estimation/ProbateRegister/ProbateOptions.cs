namespace Parley.Casualties.Estimation.ProbateRegister;

/// <summary>What a user may set for the probate register.</summary>
public sealed record ProbateOptions
{
    /// <summary>Odds ratio between being listed and having a case, given age: 1 for independence, above 1 when the same families do both. In (0, 100].</summary>
    public double OddsRatio { get; init; } = 1;

    /// <summary>Replicates of the parametric bootstrap.</summary>
    public int Replicates { get; init; } = 400;

    /// <summary>Seed of everything random.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Only this replicate of a table that holds several; null for all.</summary>
    public int? Replicate { get; init; }

    /// <summary>Months a death takes to be listed as far as it ever will at once: the listing curve is start + (1 - start) min(1, age / months).</summary>
    public double ListingMonths { get; init; } = 4;

    /// <summary>The share of what will be listed that is listed at once, in (0, 1].</summary>
    public double ListingStart { get; init; } = 0.6;
}
