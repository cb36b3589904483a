using System.Collections.Immutable;

namespace Parley.Casualties.Linkage;

/// <summary>
/// A trained Fellegi-Sunter model: for each field and level the chance of it among records of one person (m) and of two (u), and the
/// share of pairs that are of one person.
/// </summary>
public sealed class LinkageModel
{
    private readonly double[][] _weights;

    internal LinkageModel(ImmutableArray<FieldWeights> fields, double matchShare)
    {
        (Fields, MatchShare) = (fields, matchShare);
        _weights = [.. fields.Select(f => f.Levels.Select(l => Math.Log(l.M / l.U)).ToArray())];
        foreach (var weights in _weights)
        {
            weights[FieldComparison.MissingLevel] = 0;
        }

        Prior = Math.Log(matchShare / (1 - matchShare));
    }

    /// <summary>The fields with their levels.</summary>
    public ImmutableArray<FieldWeights> Fields { get; }

    /// <summary>Share of all pairs of records that are of one person, 0 to 1.</summary>
    public double MatchShare { get; }

    /// <summary>Log odds of a match before anything is compared (natural logarithm).</summary>
    public double Prior { get; }

    /// <summary>Log of m over u at a level, before the adjustment for the value's frequency.</summary>
    internal double Weight(int field, int level) => _weights[field][level];
}

/// <summary>What the model knows of one field.</summary>
/// <param name="Field">Its name.</param>
/// <param name="Levels">Its levels; the first is "missing" and weighs nothing.</param>
public sealed record FieldWeights(string Field, ImmutableArray<LevelWeight> Levels);

/// <summary>One level of agreement.</summary>
/// <param name="Level">What it means.</param>
/// <param name="M">Its chance among pairs of one person, 0 to 1.</param>
/// <param name="U">Its chance among pairs of two persons, 0 to 1.</param>
public sealed record LevelWeight(string Level, double M, double U);
