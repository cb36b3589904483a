using System.Collections.Immutable;

namespace Parley.Casualties.Linkage;

/// <summary>Why two records were held to be of one person, or not: the weights of evidence, whose sum is the log odds.</summary>
/// <param name="FirstId">Identifier of one record.</param>
/// <param name="SecondId">Identifier of the other.</param>
/// <param name="PriorBits">Log odds, to base 2, before anything is compared.</param>
/// <param name="Steps">What each field adds.</param>
public sealed record LinkageExplanation(string FirstId, string SecondId, double PriorBits, ImmutableArray<WeightStep> Steps)
{
    /// <summary>Log odds to base 2 that the records are of one person.</summary>
    public double TotalBits => PriorBits + Steps.Sum(s => s.Bits + s.FrequencyBits);

    /// <summary>The chance that the records are of one person, 0 to 1.</summary>
    public double Chance => 1 / (1 + Math.Pow(2, -TotalBits));
}

/// <summary>One bar of the waterfall.</summary>
/// <param name="Field">The field compared.</param>
/// <param name="Level">How well it agrees.</param>
/// <param name="First">Its value in one record; empty if missing.</param>
/// <param name="Second">Its value in the other.</param>
/// <param name="Bits">Weight of evidence of the level, to base 2; negative speaks against a match.</param>
/// <param name="FrequencyBits">What is added because the shared value is rare, or taken off because it is frequent.</param>
public sealed record WeightStep(string Field, string Level, string First, string Second, double Bits, double FrequencyBits);
