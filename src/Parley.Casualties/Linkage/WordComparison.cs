namespace Parley.Casualties.Linkage;

/// <summary>Compares names and other words by spelling, form, likeness.</summary>
/// <param name="name">The field.</param>
/// <param name="column">Its values.</param>
/// <param name="initials">Whether a letter may stand for a word that begins so.</param>
/// <param name="meanShare">Chance that two records agree on the form of the value in this field, if drawn at random.</param>
/// <param name="shares">For each form the share of the records that have it, in this field or another that it may stand in by mistake.</param>
/// <param name="neighbours">Which forms lie one edit apart.</param>
internal sealed class WordComparison(string name, ValueColumn column, bool initials, double meanShare, double[] shares, FormNeighbours neighbours)
    : FieldComparison(name, ["missing", "same spelling", "another form of the same", "an initial or beginning of the other", "one edit apart", "similar", "different"], 2,
        initials
            ? [(0.7, 0.004), (0.13, 0.004), (0.06, 0.004), (0.07, 0.005), (0.03, 0.01), (0.01, 0.973)]
            : [(0.55, 0.03), (0.1, 0.01), (0.05, 0.01), (0.04, 0.01), (0.06, 0.04), (0.2, 0.9)])
{
    private const int OneEdit = 4;

    private readonly SlipWeights _slips = new(neighbours, shares, column.Records);

    public ValueColumn Column => column;

    /// <summary>Which forms lie one edit apart.</summary>
    public FormNeighbours Neighbours => neighbours;

    public override int NearLevel => OneEdit;

    public override double NearAdjustment(int a, int b) => _slips.Adjustment(column.Forms[a], column.Forms[b]);

    public override double MostNearAdjustment(int value) => _slips.Most(column.Forms[value]);

    public override double MeanShare => meanShare;

    public override double Share(int value) => shares[column.Forms[value]];

    public override int ValueCount => column.Count;

    public override string Text(int value) => column.Spelling(value);

    protected override int CompareDifferent(int a, int b) => column.Forms[a] == column.Forms[b] ? 2 : Unsure;

    public override int Look(int a, int b)
    {
        ReadOnlySpan<char> first = column.Skeletons[a], second = column.Skeletons[b];
        if (first.Length == 0 || second.Length == 0)
        {
            return 6;
        }

        if (initials && IsBeginning(first, second))
        {
            return 3;
        }

        var longer = Math.Max(first.Length, second.Length);
        var limit = longer >= 8 ? 2 : 1;
        var distance = EditDistance.Within(first, second, limit);
        if (distance > 1)
        {
            distance = Math.Min(distance, EditDistance.Within(column.Spelling(a), column.Spelling(b), limit));
        }

        if (distance <= 1 && longer >= 3)
        {
            return OneEdit;
        }

        return distance <= limit || EditDistance.JaroWinkler(first, second) >= 0.88 ? 5 : IsBeginning(first, second) ? 3 : 6;
    }

    private bool IsBeginning(ReadOnlySpan<char> first, ReadOnlySpan<char> second) =>
        (first.Length == 1 || second.Length == 1 || (!initials && Math.Min(first.Length, second.Length) >= 3)) &&
        (first.StartsWith(second, StringComparison.Ordinal) || second.StartsWith(first, StringComparison.Ordinal));
}
