namespace Parley.Casualties.Linkage;

/// <summary>Two records and how likely they are of one person.</summary>
/// <param name="First">Index of a record.</param>
/// <param name="Second">Index of a later record.</param>
/// <param name="LogOdds">Natural logarithm of the odds that they are of one person.</param>
public readonly record struct LinkedPair(int First, int Second, double LogOdds)
{
    /// <summary>The chance that they are of one person, 0 to 1.</summary>
    public double Chance => 1 / (1 + Math.Exp(-LogOdds));
}
