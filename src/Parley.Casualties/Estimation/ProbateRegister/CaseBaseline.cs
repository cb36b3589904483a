using Parley.Casualties.Estimation.Numerics;

namespace Parley.Casualties.Estimation.ProbateRegister;

/// <summary>The line of the log ratio of men's to women's cases before the war, for one age group.</summary>
internal sealed class CaseBaseline
{
    private readonly double _meanMonth;
    private readonly double _level;
    private readonly double _slope;
    private readonly double _levelDeviation;
    private readonly double _slopeDeviation;

    private CaseBaseline(double meanMonth, double level, double slope, double levelDeviation, double slopeDeviation, double dispersion)
    {
        (_meanMonth, _level, _slope, _levelDeviation, _slopeDeviation, Dispersion) = (meanMonth, level, slope, levelDeviation, slopeDeviation, dispersion);
    }

    /// <summary>Variance of counts over their mean (phi), at least 1.</summary>
    public double Dispersion { get; }

    /// <summary>Fits by weighted least squares; empty cells are taken as half a case.</summary>
    public static CaseBaseline Of(ReadOnlySpan<double> men, ReadOnlySpan<double> women, int firstMonth)
    {
        var months = -firstMonth;
        var (weights, logs) = (new double[months], new double[months]);
        var (sum, meanMonth, level) = (0.0, 0.0, 0.0);
        for (var i = 0; i < months; i++)
        {
            var (m, f) = (Math.Max(0.5, men[i]), Math.Max(0.5, women[i]));
            weights[i] = 1 / (1 / m + 1 / f);
            logs[i] = Math.Log(m / f);
            sum += weights[i];
            meanMonth += weights[i] * (firstMonth + i);
            level += weights[i] * logs[i];
        }

        (meanMonth, level) = (meanMonth / sum, level / sum);
        var (spread, slope, residuals) = (0.0, 0.0, 0.0);
        for (var i = 0; i < months; i++)
        {
            var month = firstMonth + i - meanMonth;
            spread += weights[i] * month * month;
            slope += weights[i] * month * logs[i];
        }

        slope /= spread;
        for (var i = 0; i < months; i++)
        {
            residuals += weights[i] * Math.Pow(logs[i] - level - slope * (firstMonth + i - meanMonth), 2);
        }

        var dispersion = Math.Max(1, residuals / (months - 2));
        return new(meanMonth, level, slope, Math.Sqrt(dispersion / sum), Math.Sqrt(dispersion / spread), dispersion);
    }

    /// <summary>Men's cases expected for each of women's in a month.</summary>
    public double Ratio(int month) => Math.Exp(_level + _slope * (month - _meanMonth));

    /// <summary>Standard error of men's cases above the line in some months together: that of the counts and that of the line.</summary>
    /// <param name="cases">Month, men's and women's cases.</param>
    public double ExcessDeviation(IEnumerable<(int Month, double Men, double Women)> cases)
    {
        var (counts, level, slope) = (0.0, 0.0, 0.0);
        foreach (var (month, men, women) in cases)
        {
            var ratio = Ratio(month);
            counts += Dispersion * (men + (ratio * ratio * women));
            level += ratio * women * _levelDeviation;
            slope += ratio * women * (month - _meanMonth) * _slopeDeviation;
        }

        return Math.Sqrt(counts + (level * level) + (slope * slope));
    }

    /// <summary>A line drawn from the law of the fitted one.</summary>
    public CaseBaseline Drawn(Random random) =>
        new(_meanMonth, _level + _levelDeviation * Draw.Normal(random), _slope + _slopeDeviation * Draw.Normal(random), 0, 0, Dispersion);
}
