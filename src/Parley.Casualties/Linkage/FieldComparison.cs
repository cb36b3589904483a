namespace Parley.Casualties.Linkage;

/// <summary>Compares two values of one field by levels: 0 is "one is missing", 1 the best agreement, the last disagreement.</summary>
/// <param name="name">The field.</param>
/// <param name="levels">What each level means.</param>
/// <param name="adjustedLevels">Levels 1 to this one are weighted by how frequent the value is.</param>
/// <param name="assumed">What is assumed of the levels after "missing" before any records are seen; each column adds up to 1.</param>
internal abstract class FieldComparison(string name, string[] levels, int adjustedLevels, (double M, double U)[] assumed)
{
    /// <summary>The level of a missing value.</summary>
    public const int MissingLevel = 0;

    /// <summary>Stands for a level that takes a closer look.</summary>
    public const int Unsure = -1;

    private readonly LookedLevels _looked = new();

    /// <summary>The field.</summary>
    public string Name => name;

    /// <summary>What each level means.</summary>
    public IReadOnlyList<string> Levels => levels;

    /// <summary>How many levels there are, the one for missing values counted.</summary>
    public int LevelCount => levels.Length;

    /// <summary>Shares of the levels after "missing" among records of one person (m) and of two (u) as they are assumed before any are seen.</summary>
    public IReadOnlyList<(double M, double U)> Assumed => assumed;

    /// <summary>Levels 1 to this one are weighted by how frequent the value is.</summary>
    public int AdjustedLevels => adjustedLevels;

    /// <summary>The level at which two values agree; negative numbers are missing values. The order of the two does not matter.</summary>
    public int Compare(int a, int b)
    {
        var level = CompareForms(a, b);
        return level == Unsure ? _looked.Level(Math.Min(a, b), Math.Max(a, b), this) : level;
    }

    /// <summary>The level, or <see cref="Unsure"/> if values that are not equal must be looked at letter by letter.</summary>
    public int CompareForms(int a, int b) => a < 0 || b < 0 ? MissingLevel : a == b ? EqualLevel(a) : CompareDifferent(a, b);

    /// <summary>The level of two different values letter by letter; slow.</summary>
    public abstract int Look(int a, int b);

    /// <summary>The level of a value and itself.</summary>
    protected virtual int EqualLevel(int value) => 1;

    /// <summary>The level of two different values if it is known at once, else <see cref="Unsure"/>.</summary>
    protected abstract int CompareDifferent(int a, int b);

    /// <summary>Share of the records that have the form of this value.</summary>
    public abstract double Share(int value);

    /// <summary>The level whose weight depends on both values, as they differ, or 0 if there is none.</summary>
    public virtual int NearLevel => 0;

    /// <summary>What two values at <see cref="NearLevel"/> add to its weight.</summary>
    public virtual double NearAdjustment(int a, int b) => 0;

    /// <summary>The most that <see cref="NearAdjustment"/> can be with a value.</summary>
    public virtual double MostNearAdjustment(int value) => 0;

    /// <summary>How many different values there are.</summary>
    public abstract int ValueCount { get; }

    /// <summary>The value as the record has it.</summary>
    public abstract string Text(int value);

    /// <summary>Chance that two records agree on the form of a value, if drawn at random.</summary>
    public abstract double MeanShare { get; }
}
