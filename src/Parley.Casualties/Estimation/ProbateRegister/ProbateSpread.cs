using System.Collections.Immutable;
using Parley.Casualties.Estimation.Numerics;

namespace Parley.Casualties.Estimation.ProbateRegister;

/// <summary>
/// Replicates of the whole estimate: shares from their beta laws, the line from its normal law, cases normal with the dispersion of the
/// baseline. Which months are ripe stays fixed.
/// </summary>
internal sealed class ProbateSpread
{
    private const double Level = 0.95;
    private readonly ImmutableArray<double> _oddsRatios;
    private readonly double[][][] _byAge;
    private readonly double[][] _byMonth;

    public ProbateSpread(ProbateTable table, IReadOnlyList<CaseBaseline> baselines, bool[] ripe, double[] listing, bool joined, ProbateOptions options, ImmutableArray<double> oddsRatios)
    {
        _oddsRatios = oddsRatios;
        _byAge = new double[options.Replicates][][];
        _byMonth = new double[options.Replicates][];
        var random = new Random(options.Seed);
        for (var r = 0; r < options.Replicates; r++)
        {
            var drawn = Drawn(table, baselines, random);
            var fit = ProbateFit.Of(drawn, [.. baselines.Select(b => b.Drawn(random))], CaseShares.Of(drawn.Listed, drawn.ListedWithCase), ripe, listing, joined);
            _byAge[r] = [.. oddsRatios.Select(o => Enumerable.Range(0, table.Ages.Length).Select(a => fit.OfAge(a, o)).ToArray())];
            var factors = Enumerable.Range(0, table.Ages.Length).Select(a => fit.Correction(a, options.OddsRatio)).ToArray();
            _byMonth[r] = [.. Enumerable.Range(0, table.WarMonths).Select(m => fit.Dead.Select((d, a) => d[m] * (options.OddsRatio == 1 ? 1 : factors[a])).Sum())];
        }
    }

    /// <summary>Standard deviation of the replicates under an odds ratio.</summary>
    public double StandardError(double oddsRatio) => Sample.Deviation([.. Totals(oddsRatio)]);

    /// <summary>From the lower limit under one odds ratio to the upper under another.</summary>
    public EstimateInterval Interval(string kind, double lowest, double highest) =>
        new(kind, Level, Quantile(Totals(lowest), (1 - Level) / 2), Quantile(Totals(highest), (1 + Level) / 2));

    public EstimateInterval OfAge(int age, double oddsRatio) => Of([.. _byAge.Select(r => r[_oddsRatios.IndexOf(oddsRatio)][age])]);

    public EstimateInterval OfMonth(int month) => Of([.. _byMonth.Select(r => r[month])]);

    private static EstimateInterval Of(double[] values) =>
        new("sampling_95", Level, Quantile(values, (1 - Level) / 2), Quantile(values, (1 + Level) / 2));

    private static double Quantile(IEnumerable<double> values, double probability) => Sample.Quantile([.. values.Order()], probability);

    private IEnumerable<double> Totals(double oddsRatio) => _byAge.Select(r => r[_oddsRatios.IndexOf(oddsRatio)].Sum());

    private static ProbateTable Drawn(ProbateTable table, IReadOnlyList<CaseBaseline> baselines, Random random)
    {
        double[] Cases(double[] counts, double dispersion) => [.. counts.Select((c, i) =>
            i < table.BaselineMonths ? c : Math.Max(0, c + Math.Sqrt(dispersion * c) * Draw.Normal(random)))];
        return new ProbateTable(
            table.Ages,
            table.FirstMonth,
            [.. table.Men.Select((m, a) => Cases(m, baselines[a].Dispersion))],
            [.. table.Women.Select((w, a) => Cases(w, baselines[a].Dispersion))],
            table.Listed,
            [.. table.Listed.Select((l, a) => l.Select((n, m) => n * Draw.Beta(random, table.ListedWithCase[a][m] + 0.5, n - table.ListedWithCase[a][m] + 0.5)).ToArray())]);
    }
}
