namespace Parley.Casualties.Estimation.MultipleSystems;

/// <summary>What a user may set for an estimate from several lists.</summary>
public sealed record MultipleSystemsOptions
{
    /// <summary>Interactions of the method <c>loglin</c>, such as <c>A:B A:C</c>; none for independent lists.</summary>
    public string Interactions { get; init; } = "none";

    /// <summary>Resamples for a bootstrap interval, 0 to 100,000; 0 for none.</summary>
    public int BootstrapReplicates { get; init; }

    /// <summary>Seed of everything random.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The prior of <c>dga_bma</c>.</summary>
    public GraphPrior Prior { get; init; } = new();

    /// <summary>How long <c>lcmcr</c> runs.</summary>
    public SamplerLength Sampler { get; init; } = new();

    /// <summary>Whether to estimate with the other models as well; a simulation leaves them out.</summary>
    public bool WithSensitivity { get; init; } = true;
}
