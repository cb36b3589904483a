namespace Parley.Language.Model;

/// <summary>
/// What the encoder is told about a token: rows in five tables of vectors. Each table fills its own columns of the input with the
/// sum of the token's rows in it.
/// </summary>
internal static class TokenFeatures
{
    /// <summary>Rows for each token: see <see cref="Tables"/>.</summary>
    public const int Count = 1 + 1 + 3 + 4 + FlagCount;

    /// <summary>Number of the token's circumstances (see <see cref="Featurizer"/>).</summary>
    public const int FlagCount = 11;

    /// <summary>Width of an input row.</summary>
    public const int Width = 240;

    /// <summary>The first rows of a token, which its form alone decides.</summary>
    public const int FormCount = Count - FlagCount;

    /// <summary>The first columns, which those rows fill.</summary>
    public const int FormWidth = 196;

    public const int FormBuckets = 1 << 14;
    public const int AffixBuckets = 1 << 13;
    public const int FlagBuckets = 1 << 12;

    /// <summary>The tables in the order of a token's rows: word, exact form, prefixes, suffixes, circumstances.</summary>
    public static readonly FeatureTable[] Tables =
    [
        new(First: 0, Count: 1, Column: 0, Width: 100),
        new(First: 1, Count: 1, Column: 100, Width: 32),
        new(First: 2, Count: 3, Column: 132, Width: 32),
        new(First: 5, Count: 4, Column: 164, Width: 32),
        new(First: FormCount, Count: FlagCount, Column: FormWidth, Width: Width - FormWidth),
    ];

    /// <summary>Number of rows of a table; the first holds the words.</summary>
    public static int RowsOf(int table, int words) => table switch
    {
        0 => words,
        1 => FormBuckets,
        2 or 3 => AffixBuckets,
        _ => FlagBuckets,
    };
}

/// <summary>A table of vectors and what uses it.</summary>
/// <param name="First">The first of the token's rows that are in this table.</param>
/// <param name="Count">How many of the token's rows are.</param>
/// <param name="Column">The first column of the input that it fills.</param>
/// <param name="Width">How many columns.</param>
internal readonly record struct FeatureTable(int First, int Count, int Column, int Width);
