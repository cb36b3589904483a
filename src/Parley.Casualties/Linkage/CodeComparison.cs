namespace Parley.Casualties.Linkage;

/// <summary>Compares numbers and codes: equal, one edit apart, or different.</summary>
internal sealed class CodeComparison(string name, ValueColumn column)
    : FieldComparison(name, ["missing", "equal", "one edit apart", "different"], 1, [(0.93, 0.15), (0.04, 0.05), (0.03, 0.8)])
{
    private readonly double _meanShare = column.FormShares.Sum(s => s * s);

    public ValueColumn Column => column;

    public override double MeanShare => _meanShare;

    public override int Look(int a, int b)
    {
        ReadOnlySpan<char> first = column.Skeletons[a], second = column.Skeletons[b];
        return Math.Max(first.Length, second.Length) > 1 && EditDistance.Within(first, second, 1) <= 1 ? 2 : 3;
    }

    protected override int CompareDifferent(int a, int b) => column.Forms[a] == column.Forms[b] ? 1 : Unsure;

    public override double Share(int value) => column.FormShares[column.Forms[value]];

    public override int ValueCount => column.Count;

    public override string Text(int value) => column.Spelling(value);
}
