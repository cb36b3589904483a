using System.Collections.Immutable;
using Parley.Casualties.Estimation.Numerics;

namespace Parley.Casualties.Estimation.ExcessMortality;

/// <summary>Age groups and years added up.</summary>
internal sealed class ExcessTotal
{
    private const double Level = 0.95;
    private readonly IReadOnlyList<AgeGroupExcess> _groups;
    private readonly IReadOnlyList<int> _years;
    private readonly ExcessMode _mode;

    public ExcessTotal(IReadOnlyList<AgeGroupExcess> groups, IReadOnlyList<int> years, ExcessMode mode)
    {
        (_groups, _years, _mode) = (groups, years, mode);
        var (independent, trendAlone) = (0.0, 0.0);
        foreach (var group in groups)
        {
            foreach (var year in years)
            {
                Value += group.Excess(year);
                Men += group.Men(year);
                CountNoise += group.CountNoise(year);
                independent += group.Error(year) * group.Error(year);
                foreach (var other in years)
                {
                    trendAlone += group.Shared(year, other);
                }
            }
        }

        (Independent, TrendAlone) = (Math.Sqrt(independent), Math.Sqrt(trendAlone));
        SharedTrend = Math.Sqrt(groups.Sum(SharedVariance));
    }

    public double Value { get; }

    /// <summary>Deaths of men.</summary>
    public double Men { get; }

    /// <summary>One standard error; null where one year carries no error.</summary>
    public double? StandardError => _groups.All(g => g.DegreesOfFreedom == 0) ? null : _mode == ExcessMode.Published ? Independent : SharedTrend;

    private double Independent { get; }

    private double SharedTrend { get; }

    private double TrendAlone { get; }

    private double CountNoise { get; }

    public ImmutableArray<EstimateInterval> Intervals()
    {
        if (StandardError is not { } error)
        {
            return [];
        }

        // Satterthwaite: each group's error rests on a few degrees of freedom of its own.
        var variances = _groups.Select(SharedVariance).ToList();
        var freedom = Math.Pow(variances.Sum(), 2) / variances.Zip(_groups, (v, g) => v * v / Math.Max(1, g.DegreesOfFreedom)).Sum();
        var student = Draw.StudentQuantile(Level, double.IsFinite(freedom) ? freedom : 1);
        var noisy = student * Math.Sqrt(error * error + CountNoise);
        return
        [
            new("student_95", Level, Value - student * error, Value + student * error),
            new("student_with_count_noise_95", Level, Value - noisy, Value + noisy),
            new("one_standard_error", 0.68, Value - error, Value + error),
        ];
    }

    public ImmutableArray<Measure> Measures() => StandardError is null
        ? [new("pScore", PScore)]
        :
        [
            new("pScore", PScore),
            new("standardErrorYearsIndependent", Independent),
            new("standardErrorSharedTrend", SharedTrend),
            new("standardErrorTrendAlone", TrendAlone),
            new("standardErrorWithCountNoise", Math.Sqrt(SharedTrend * SharedTrend + CountNoise)),
        ];

    public EstimatePart Part(string scope, string? note = null)
    {
        var interval = Intervals().FirstOrDefault();
        return new(scope, Men, Value, StandardError, interval?.Lower, interval?.Upper, note);
    }

    private double PScore => Value / (Men - Value);

    private double SharedVariance(AgeGroupExcess group)
    {
        var variance = 0.0;
        foreach (var year in _years)
        {
            variance += group.Error(year) * group.Error(year);
            variance += 2 * _years.Where(y => y < year).Sum(y => group.Shared(year, y));
        }

        return variance;
    }
}
