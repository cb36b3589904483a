namespace Parley.Casualties.Linkage;

/// <summary>What a user may set about a linkage.</summary>
public sealed record LinkageOptions
{
    /// <summary>Chance at and above which two records are held to be of one person, 0 to 1 (exclusive).</summary>
    public double Threshold { get; init; } = 0.5;

    /// <summary>Pairs with a chance from this up to <see cref="ReviewHigh"/> are listed for review.</summary>
    public double ReviewLow { get; init; } = 0.05;

    /// <summary>End of the range of chances that are listed for review.</summary>
    public double ReviewHigh { get; init; } = 0.95;

    /// <summary>Most pairs that blocking may bring together, for each record on average; small files get 4 million more.</summary>
    public double PairsPerRecord { get; init; } = 60;

    /// <summary>How many threads may work; the result does not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Seed of the random sample of pairs.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        if (Threshold is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(Threshold), Threshold, "a threshold between 0 and 1 is expected");
        }

        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(PairsPerRecord);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Threads);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ReviewLow, ReviewHigh);
    }
}
