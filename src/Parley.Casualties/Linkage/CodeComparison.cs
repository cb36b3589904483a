namespace Parley.Casualties.Linkage;

/// <summary>Compares numbers and codes: equal, one edit apart, or different.</summary>
internal sealed class CodeComparison(string name, ValueColumn column)
    : FieldComparison(name, ["missing", "equal", "one edit apart", "different"], 1)
{
    private readonly double _meanShare = column.FormShares.Sum(s => s * s);

    public ValueColumn Column => column;

    public override double MeanShare => _meanShare;

    public override int Compare(int a, int b)
    {
        if (a < 0 || b < 0)
        {
            return MissingLevel;
        }

        if (column.Forms[a] == column.Forms[b])
        {
            return 1;
        }

        ReadOnlySpan<char> first = column.Skeletons[a], second = column.Skeletons[b];
        return Math.Max(first.Length, second.Length) > 1 && EditDistance.Within(first, second, 1) <= 1 ? 2 : 3;
    }

    public override double Share(int value) => column.FormShares[column.Forms[value]];

    public override int ValueCount => column.Count;

    public override string Text(int value) => column.Spelling(value);
}
