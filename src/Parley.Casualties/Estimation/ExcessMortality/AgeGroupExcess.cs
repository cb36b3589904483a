namespace Parley.Casualties.Estimation.ExcessMortality;

/// <summary>The excess of one age group: deaths of men above those that women's deaths and the trend of the ratio lead to expect.</summary>
internal sealed class AgeGroupExcess
{
    private readonly SortedDictionary<int, (double Men, double Women)> _deaths;
    private readonly Trend _trend;
    private readonly ExcessOptions _options;
    private readonly IReadOnlyList<int> _targets;
    private readonly bool _isRegional;
    private readonly double _onePerson;

    /// <param name="age">The age group.</param>
    /// <param name="deaths">Counts by year.</param>
    /// <param name="isRegional">A region's small counts: one woman is added, and the baseline ratio is not below 1.</param>
    /// <param name="targets">Years to estimate.</param>
    /// <param name="options">Settings.</param>
    public AgeGroupExcess(string age, SortedDictionary<int, (double Men, double Women)> deaths, bool isRegional, IReadOnlyList<int> targets, ExcessOptions options)
    {
        (Age, _deaths, _isRegional, _targets, _options) = (age, deaths, isRegional, targets, options);
        _onePerson = isRegional ? 1 : 0;
        var points = new List<(int, double)>();
        for (var year = options.BaselineEnd - options.BaselineYears + 1; year <= options.BaselineEnd; year++)
        {
            var (men, women) = deaths.TryGetValue(year, out var both)
                ? both
                : throw new EstimateInputException($"{Of(age)}no deaths given for {year}, a year of the baseline; give it, or another baseline with --years and --baseline-end");
            if (women + _onePerson == 0)
            {
                throw new EstimateInputException($"{Of(age)}no deaths of women in {year}, so that the ratio has no value; join age groups");
            }

            var ratio = men / (women + _onePerson);
            if (options.Trend == ExcessTrend.Exponential && ratio <= 1)
            {
                throw new EstimateInputException($"{Of(age)}the ratio of {year} is not above 1, so that an exponential trend of ratio - 1 cannot be fitted; use a linear one");
            }

            points.Add((year, options.Trend == ExcessTrend.Exponential ? Math.Log(ratio - 1) : ratio));
        }

        if (targets.FirstOrDefault(y => !deaths.ContainsKey(y), -1) is >= 0 and var missing)
        {
            throw new EstimateInputException($"{Of(age)}no deaths given for {missing}, a year to estimate; give it, or name the years to estimate with --target");
        }

        _trend = new Trend(points);
        Variance = _trend.Variance(options.Mode == ExcessMode.Published && isRegional ? Math.Max(1, options.BaselineYears + 1) : Math.Max(1, _trend.DegreesOfFreedom));
    }

    public string Age { get; }

    public int DegreesOfFreedom => _trend.DegreesOfFreedom;

    private double Variance { get; }

    public double Men(int year) => _deaths[year].Men;

    /// <summary>Deaths of men expected without the war.</summary>
    public double Baseline(int year) => Ratio(year) * Women(year);

    public double Excess(int year) => Men(year) - Baseline(year);

    /// <summary>One standard error of the excess of a year.</summary>
    public double Error(int year) => Women(year) * RatioError(year);

    /// <summary>Covariance of the excesses of two years through their common trend.</summary>
    public double Shared(int year, int other) =>
        Women(year) * Women(other) * Variance * _trend.Leverage(year, other) * Slope(year) * Slope(other);

    /// <summary>Variance of the counts themselves, were they Poisson.</summary>
    public double CountNoise(int year) => Men(year) + Math.Pow(Ratio(year), 2) * _deaths[year].Women;

    private double Women(int year) => _deaths[year].Women + _onePerson;

    private double Ratio(int year)
    {
        // The published code keeps the first target year's baseline for the later ones where there are no age groups.
        var line = _trend.At(_options.Mode == ExcessMode.Published && Age.Length == 0 && !_isRegional && year > _targets[0] ? _targets[0] : year);
        var ratio = _options.Trend == ExcessTrend.Exponential ? 1 + Math.Exp(line) : line;
        return _isRegional ? Math.Max(1, ratio) : ratio;
    }

    private double Slope(int year) => _options.Trend == ExcessTrend.Exponential ? Ratio(year) - 1 : 1;

    private double RatioError(int year)
    {
        if (_options.Trend == ExcessTrend.Linear || _options.Mode == ExcessMode.Strict)
        {
            return Slope(year) * LineError(year);
        }

        // The published code takes the largest shift up or down over all years, fitted and target, for each of them.
        var first = _options.BaselineEnd - _options.BaselineYears + 1;
        return Enumerable.Range(first, _options.BaselineYears).Concat(_targets).Max(y => (Ratio(y) - 1) * (Math.Exp(LineError(y)) - 1));
    }

    private static string Of(string age) => age.Length > 0 ? age + ": " : "";

    private double LineError(int year) => Math.Sqrt(Variance * (1 + _trend.Leverage(year, year)));
}
