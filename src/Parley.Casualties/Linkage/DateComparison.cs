namespace Parley.Casualties.Linkage;

/// <summary>Compares dates as intervals: by day, with a slip of one digit, by month, by year.</summary>
internal sealed class DateComparison : FieldComparison
{
    private const int DaysInYear = 366;
    private const int DaysInMonth = 32;

    private readonly ValueColumn _column;
    private readonly DateValue[] _dates;
    private readonly string[] _digits;

    public DateComparison(string name, ValueColumn column, DateValue[] dates)
        : base(name, ["missing", "same day", "one digit or its order differs", "same month, no day given", "same year, no month given", "within a year", "different"], 1,
            [(0.62, 0.001), (0.06, 0.002), (0.1, 0.01), (0.14, 0.05), (0.04, 0.09), (0.04, 0.847)])
    {
        (_column, _dates) = (column, dates);
        _digits = [.. dates.Select(d => d.IsDay ? DateOnly.FromDayNumber(d.First).ToString("yyyyMMdd", null) : d.Text)];
        MeanShare = Enumerable.Range(0, dates.Length).Where(v => !dates[v].IsDate || dates[v].IsDay)
            .Select(v => column.Forms[v]).Distinct().Sum(f => column.FormShares[f] * column.FormShares[f]);
    }

    public ValueColumn Column => _column;

    public IReadOnlyList<DateValue> Dates => _dates;

    public override double MeanShare { get; }

    public override int Look(int a, int b) =>
        EditDistance.Within(_digits[a], _digits[b], 1) <= 1 || DayAndMonthSwapped(_dates[a], _dates[b]) ? 2 : CompareIntervals(_dates[a], _dates[b]);

    protected override int EqualLevel(int value) => LevelOfEqual(_dates[value]);

    protected override int CompareDifferent(int a, int b)
    {
        ref readonly var first = ref _dates[a];
        ref readonly var second = ref _dates[b];
        return first.IsDate && first.First == second.First && first.Last == second.Last ? LevelOfEqual(first)
            : IsDayLike(first) && IsDayLike(second) ? Unsure
            : CompareIntervals(first, second);
    }

    public override double Share(int value) => _column.FormShares[_column.Forms[value]];

    public override int ValueCount => _column.Count;

    public override string Text(int value) => _column.Spelling(value);

    private static int LevelOfEqual(in DateValue date) => !date.IsDate || date.IsDay ? 1 : LevelOfOverlap(date.Last - date.First);

    private static int CompareIntervals(in DateValue first, in DateValue second)
    {
        if (!first.IsDate || !second.IsDate)
        {
            return 6;
        }

        var apart = Math.Max(first.First, second.First) - Math.Min(first.Last, second.Last);
        return apart <= 0 ? LevelOfOverlap(Math.Max(first.Last - first.First, second.Last - second.First)) : apart < DaysInYear ? 5 : 6;
    }

    private static int LevelOfOverlap(int days) => days < DaysInMonth ? 3 : 4;

    private static bool IsDayLike(in DateValue date) => date.IsDay || (!date.IsDate && date.Text.Length >= 6);

    private static bool DayAndMonthSwapped(in DateValue first, in DateValue second)
    {
        if (!first.IsDay || !second.IsDay)
        {
            return false;
        }

        var (a, b) = (DateOnly.FromDayNumber(first.First), DateOnly.FromDayNumber(second.First));
        return a.Year == b.Year && a.Month == b.Day && a.Day == b.Month;
    }
}
