using System.Collections.Immutable;

namespace Parley.Casualties.Linkage;

/// <summary>Gives pairs their log odds under a model.</summary>
internal sealed class PairScorer(PairComparison comparison, LinkageModel model, RecordTable table)
{
    /// <summary>For each field the most that a level can weigh whose values take a closer look.</summary>
    private readonly double[] _mostUnsure =
        [.. Enumerable.Range(0, comparison.FieldCount).Select(f => MostUnsure(f, comparison, model, table))];

    /// <summary>Log odds that two records are of one person, or any lower number if they are below <paramref name="least"/>.</summary>
    public double LogOdds(int a, int b, double least)
    {
        Span<byte> levels = stackalloc byte[comparison.FieldCount];
        if (double.IsNegativeInfinity(least) || !comparison.TryCompareForms(a, b, levels, out var adjustment))
        {
            return LogOdds(a, b);
        }

        var first = table.Values(a);
        var second = table.Values(b);
        Span<double> most = stackalloc double[levels.Length];
        var sum = model.Prior + adjustment;
        for (var f = 0; f < levels.Length; f++)
        {
            most[f] = levels[f] == PairComparison.Unsure ? MostUnsure(f, first[f], second[f]) : model.Weight(f, levels[f]);
            sum += most[f];
        }

        // Looked at one by one, as the first that differs usually decides.
        for (var f = 0; f < table.Fields.Length && sum >= least; f++)
        {
            if (levels[f] == PairComparison.Unsure)
            {
                levels[f] = (byte)table.Fields[f].Compare(first[f], second[f]);
                var weight = model.Weight(f, levels[f]) + comparison.Adjustment(f, first[f], second[f], levels[f]);
                sum += weight - most[f];
                most[f] = weight;
            }
        }

        return sum >= least || (MayBeExchanged(levels) && sum - most[table.Names.Family] - most[table.Names.Given] + MostExchanged(first, second) >= least)
            ? LogOdds(a, b) : sum;
    }

    /// <summary>Whether names agree so badly, as far as is known, that they may stand in exchanged places.</summary>
    private bool MayBeExchanged(ReadOnlySpan<byte> levels) =>
        table.Names.CanSwap && levels[table.Names.Family] >= PairComparison.PoorLevel && levels[table.Names.Given] >= PairComparison.PoorLevel;

    /// <summary>The most that two different values of a field may weigh.</summary>
    private double MostUnsure(int field, int first, int second) =>
        Math.Max(_mostUnsure[field], NearWeight(field) + comparison.MostNear(field, first, second));

    /// <summary>The most that names may weigh crosswise; equal forms were seen before.</summary>
    private double MostExchanged(ReadOnlySpan<int> first, ReadOnlySpan<int> second)
    {
        var (family, given) = (table.Names.Family, table.Names.Given);
        return MostUnsure(family, first[family], second[given]) + MostUnsure(given, first[given], second[family]);
    }

    private double NearWeight(int field) => table.Fields[field].NearLevel is > 0 and var near ? model.Weight(field, near) : double.NegativeInfinity;

    /// <summary>Log odds that two records are of one person.</summary>
    public double LogOdds(int a, int b)
    {
        Span<byte> levels = stackalloc byte[comparison.FieldCount];
        var odds = model.Prior + comparison.Compare(a, b, levels) - comparison.LeaveOutFather(a, b, levels);
        for (var f = 0; f < levels.Length; f++)
        {
            odds += model.Weight(f, levels[f]);
        }

        return odds;
    }

    /// <summary>The same, taken apart.</summary>
    public LinkageExplanation Explain(int a, int b)
    {
        Span<byte> levels = stackalloc byte[comparison.FieldCount];
        comparison.Compare(a, b, levels);
        comparison.LeaveOutFather(a, b, levels);
        var steps = ImmutableArray.CreateBuilder<WeightStep>();
        var exchanged = levels[^1] == 2;
        for (var f = 0; f < levels.Length; f++)
        {
            if (levels[f] == FieldComparison.MissingLevel && f == levels.Length - 1)
            {
                continue;
            }

            var (first, second) = f < table.Fields.Length ? (table.Values(a)[f], table.Values(b)[exchanged ? Counterpart(f) : f]) : (-1, -1);
            steps.Add(new WeightStep(
                model.Fields[f].Field,
                levels[f] == FieldComparison.MissingLevel && first >= 0 && second >= 0 ? "not counted: brothers share it" : model.Fields[f].Levels[levels[f]].Level,
                first < 0 ? "" : table.Fields[f].Text(first),
                second < 0 ? "" : table.Fields[f].Text(second),
                model.Weight(f, levels[f]) / Math.Log(2),
                first < 0 ? 0 : comparison.Adjustment(f, first, second, levels[f]) / Math.Log(2)));
        }

        return new LinkageExplanation(table.Ids[a], table.Ids[b], model.Prior / Math.Log(2), steps.ToImmutable());
    }

    /// <summary>Values that take a closer look are of different forms, so no adjusted level is theirs; neighbours are looked at by value.</summary>
    private static double MostUnsure(int field, PairComparison comparison, LinkageModel model, RecordTable table) =>
        field == table.Fields.Length ? 0 : Enumerable.Range(0, comparison.LevelCount(field)).Skip(table.Fields[field].AdjustedLevels + 1)
            .Where(l => l != table.Fields[field].NearLevel).Max(l => model.Weight(field, l));

    private int Counterpart(int field) => field == table.Names.Family ? table.Names.Given : field == table.Names.Given ? table.Names.Family : field;
}
