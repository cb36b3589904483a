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
        if (!double.IsNegativeInfinity(least) && comparison.TryCompareForms(a, b, levels, out var adjustment))
        {
            var most = model.Prior + adjustment;
            for (var f = 0; f < levels.Length; f++)
            {
                most += levels[f] == PairComparison.Unsure ? _mostUnsure[f] : model.Weight(f, levels[f]);
            }

            // Looked at one by one, as the first that differs usually decides.
            for (var f = 0; f < table.Fields.Length && most >= least; f++)
            {
                if (levels[f] == PairComparison.Unsure)
                {
                    most += model.Weight(f, table.Fields[f].Compare(table.Values(a)[f], table.Values(b)[f])) - _mostUnsure[f];
                }
            }

            if (most < least)
            {
                return most;
            }
        }

        return LogOdds(a, b);
    }

    /// <summary>Log odds that two records are of one person.</summary>
    public double LogOdds(int a, int b)
    {
        Span<byte> levels = stackalloc byte[comparison.FieldCount];
        var odds = model.Prior + comparison.Compare(a, b, levels) - comparison.LeaveOutFather(a, levels);
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
        comparison.LeaveOutFather(a, levels);
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
                first < 0 ? 0 : comparison.Adjustment(f, first, levels[f]) / Math.Log(2)));
        }

        return new LinkageExplanation(table.Ids[a], table.Ids[b], model.Prior / Math.Log(2), steps.ToImmutable());
    }

    /// <summary>Values that take a closer look are of different forms, so no adjusted level is theirs.</summary>
    private static double MostUnsure(int field, PairComparison comparison, LinkageModel model, RecordTable table) =>
        field == table.Fields.Length ? 0 : Enumerable.Range(0, comparison.LevelCount(field)).Skip(table.Fields[field].AdjustedLevels + 1).Max(l => model.Weight(field, l));

    private int Counterpart(int field) => field == table.Names.Family ? table.Names.Given : field == table.Names.Given ? table.Names.Family : field;
}
