namespace Parley.Casualties.Linkage;

/// <summary>
/// Compares two records: the level of every field, and whether family and given name stand in exchanged places. The last field of a
/// pair is that order; the others are those of the table.
/// </summary>
internal sealed class PairComparison
{
    /// <summary>Levels of the order of names.</summary>
    public static readonly string[] OrderLevels = ["missing", "as usual", "family and given name exchanged"];

    private static readonly (double M, double U)[] AssumedOrder = [(0.95, 1), (0.05, 1)];

    /// <summary>A level that takes a closer look.</summary>
    public const byte Unsure = byte.MaxValue;

    private const int Exchanged = 2;

    /// <summary>From this level on names do not agree well enough to look no further.</summary>
    public const int PoorLevel = 4;

    /// <summary>From this level on exchanged names do not agree at all.</summary>
    private const int OtherLevel = 6;

    private readonly RecordTable _table;
    private readonly float[][] _adjustments;
    private readonly float[][] _mostNear;

    public PairComparison(RecordTable table)
    {
        _table = table;
        _adjustments = [.. table.Fields.Select(Adjustments)];
        _mostNear = [.. table.Fields.Select(f => f.NearLevel == 0 ? [] : Enumerable.Range(0, f.ValueCount).Select(v => (float)f.MostNearAdjustment(v)).ToArray())];
    }

    /// <summary>How many levels a pair has: one for each field and one for the order of the names.</summary>
    public int FieldCount => _table.Fields.Length + 1;

    /// <summary>How many levels a field has.</summary>
    public int LevelCount(int field) => field < _table.Fields.Length ? _table.Fields[field].LevelCount : OrderLevels.Length;

    /// <summary>What is assumed of the levels of a field after "missing" before any records are seen.</summary>
    public IReadOnlyList<(double M, double U)> Assumed(int field) => field < _table.Fields.Length ? _table.Fields[field].Assumed : AssumedOrder;

    /// <summary>Finds the levels and returns the sum of the adjustments for the frequency of the values that agree.</summary>
    public double Compare(int a, int b, Span<byte> levels)
    {
        var first = _table.Values(a);
        var second = _table.Values(b);
        var fields = _table.Fields;
        var adjustment = 0.0;
        for (var f = 0; f < fields.Length; f++)
        {
            var field = fields[f];
            var level = field.Compare(first[f], second[f]);
            levels[f] = (byte)level;
            adjustment += Adjustment(f, first[f], second[f], level);
        }

        levels[fields.Length] = FieldComparison.MissingLevel;
        if (_table.Names is { CanSwap: true, Family: var family, Given: var given } && first[family] >= 0 && first[given] >= 0 && second[family] >= 0 && second[given] >= 0)
        {
            levels[fields.Length] = 1;
            if (levels[family] >= PoorLevel && levels[given] >= PoorLevel)
            {
                adjustment = CompareExchanged(first, second, levels, adjustment);
            }
        }

        return adjustment;
    }

    /// <summary>
    /// Brothers have one father: where the given names are two, an agreeing patronymic tells nothing of whether the person is one. Takes it out
    /// of the levels of a pair and returns its adjustment. Not for training, which must see how often strangers agree.
    /// </summary>
    public double LeaveOutFather(int a, int b, Span<byte> levels)
    {
        var (given, patronymic) = (_table.Names.Given, _table.Names.Patronymic);
        if (given < 0 || patronymic < 0 || levels[given] < _table.Fields[given].LevelCount - 1 || levels[patronymic] == FieldComparison.MissingLevel
            || levels[patronymic] >= PoorLevel)
        {
            return 0;
        }

        var adjustment = Adjustment(patronymic, _table.Values(a)[patronymic], _table.Values(b)[patronymic], levels[patronymic]);
        levels[patronymic] = FieldComparison.MissingLevel;
        return adjustment;
    }

    /// <summary>
    /// The levels that are known without a closer look; the others are <see cref="Unsure"/>. False if the names may stand in exchanged places,
    /// so that these levels say nothing.
    /// </summary>
    public bool TryCompareForms(int a, int b, Span<byte> levels, out double adjustment)
    {
        var first = _table.Values(a);
        var second = _table.Values(b);
        var fields = _table.Fields;
        adjustment = 0;
        for (var f = 0; f < fields.Length; f++)
        {
            var level = fields[f].CompareForms(first[f], second[f]);
            levels[f] = level == FieldComparison.Unsure ? Unsure : (byte)level;
            if (level > FieldComparison.MissingLevel && level <= fields[f].AdjustedLevels)
            {
                adjustment += _adjustments[f][first[f]];
            }
        }

        levels[fields.Length] = FieldComparison.MissingLevel;
        if (!_table.Names.CanSwap)
        {
            return true;
        }

        var (family, given) = (_table.Names.Family, _table.Names.Given);
        return fields[family].CompareForms(first[family], second[given]) <= FieldComparison.MissingLevel
            && fields[family].CompareForms(first[given], second[family]) <= FieldComparison.MissingLevel;
    }

    /// <summary>What the values of one field add to the weight of its level.</summary>
    public double Adjustment(int field, int first, int second, int level) =>
        field >= _table.Fields.Length || level == FieldComparison.MissingLevel ? 0
        : level <= _table.Fields[field].AdjustedLevels ? _adjustments[field][first]
        : level == _table.Fields[field].NearLevel ? _table.Fields[field].NearAdjustment(first, second)
        : 0;

    /// <summary>The most that two values add to the weight of the level for neighbours.</summary>
    public double MostNear(int field, int first, int second) => _mostNear[field] is { Length: > 0 } most ? Math.Max(most[first], most[second]) : 0;

    /// <summary>The adjustment if the names agree better crosswise, else the one given.</summary>
    private double CompareExchanged(ReadOnlySpan<int> first, ReadOnlySpan<int> second, Span<byte> levels, double usual)
    {
        var (family, given) = (_table.Names.Family, _table.Names.Given);
        var field = _table.Fields[family];
        var one = field.Compare(first[family], second[given]);
        var other = field.Compare(first[given], second[family]);
        if (Math.Min(one, other) > PoorLevel || Math.Max(one, other) >= OtherLevel || one + other >= levels[family] + levels[given])
        {
            return usual;
        }

        usual -= Adjustment(family, first[family], second[family], levels[family]) + Adjustment(given, first[given], second[given], levels[given]);
        (levels[family], levels[given], levels[^1]) = ((byte)one, (byte)other, Exchanged);
        return usual + Adjustment(family, first[family], second[given], one) + Adjustment(given, first[given], second[family], other);
    }

    /// <summary>For each value: log of the mean share of agreeing values over the share of this one.</summary>
    private static float[] Adjustments(FieldComparison field)
    {
        var values = field.ValueCount;
        var mean = Math.Log(Math.Max(field.MeanShare, 1e-12));
        var adjustments = new float[values];
        for (var v = 0; v < values; v++)
        {
            adjustments[v] = (float)(mean - Math.Log(field.Share(v)));
        }

        return adjustments;
    }
}
