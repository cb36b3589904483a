namespace Parley.Casualties.Estimation.ExcessMortality;

/// <summary>A least-squares line through yearly values.</summary>
internal sealed class Trend
{
    private readonly double _level;
    private readonly double _slope;
    private readonly double _meanYear;
    private readonly double _spread;
    private readonly double _residuals;

    /// <summary>Fits; one year is carried forward flat.</summary>
    public Trend(IReadOnlyList<(int Year, double Value)> points)
    {
        Count = points.Count;
        _meanYear = points.Average(p => p.Year);
        _level = points.Average(p => p.Value);
        _spread = points.Sum(p => (p.Year - _meanYear) * (p.Year - _meanYear));
        _slope = _spread > 0 ? points.Sum(p => (p.Year - _meanYear) * (p.Value - _level)) / _spread : 0;
        _residuals = points.Sum(p => Math.Pow(p.Value - At(p.Year), 2));
    }

    /// <summary>Years fitted.</summary>
    public int Count { get; }

    /// <summary>Degrees of freedom left.</summary>
    public int DegreesOfFreedom => Math.Max(0, Count - 2);

    /// <summary>The line at a year.</summary>
    public double At(int year) => _level + _slope * (year - _meanYear);

    /// <summary>Variance of a residual, with the divisor given.</summary>
    public double Variance(int divisor) => Count > 2 ? _residuals / divisor : 0;

    /// <summary>Covariance of the line at two years, in units of the residual variance.</summary>
    public double Leverage(int year, int other) =>
        1.0 / Count + (_spread > 0 ? (year - _meanYear) * (other - _meanYear) / _spread : 0);
}
