namespace Parley.Training.Learning;

/// <summary>How far stated probabilities agree with how often they are right.</summary>
/// <param name="cases">Stated probability and whether it was right.</param>
internal sealed class Calibration(IReadOnlyList<(double Stated, bool Right)> cases)
{
    private const int Bins = 10;

    /// <summary>Expected calibration error over ten bins of equal width (Naeini, Cooper and Hauskrecht 2015).</summary>
    public double Error => Reliability().Sum(b => (double)b.Count / cases.Count * Math.Abs(b.Stated - b.Right));

    /// <summary>For each bin that is not empty: number of cases, mean stated probability, share that was right.</summary>
    public IEnumerable<(int Count, double Stated, double Right)> Reliability() => cases
        .GroupBy(c => Math.Min(Bins - 1, (int)(c.Stated * Bins)))
        .OrderBy(g => g.Key)
        .Select(g => (g.Count(), g.Average(c => c.Stated), g.Average(c => c.Right ? 1.0 : 0.0)));

    /// <summary>Slope and intercept that map the log odds of the stated probability to those of being right (Platt 1999), by Newton's method.</summary>
    public (double Slope, double Intercept) Fit()
    {
        var (slope, intercept) = (1.0, 0.0);
        for (var round = 0; round < 50; round++)
        {
            double g0 = 0, g1 = 0, h00 = 1e-9, h01 = 0, h11 = 1e-9;
            foreach (var (stated, right) in cases)
            {
                var x = LogOdds(stated);
                var p = 1 / (1 + Math.Exp(-((slope * x) + intercept)));
                var (d, w) = (p - (right ? 1 : 0), p * (1 - p));
                (g0, g1, h00, h01, h11) = (g0 + d, g1 + (d * x), h00 + w, h01 + (w * x), h11 + (w * x * x));
            }

            var determinant = (h00 * h11) - (h01 * h01);
            intercept -= ((h11 * g0) - (h01 * g1)) / determinant;
            slope -= ((h00 * g1) - (h01 * g0)) / determinant;
        }

        return (slope, intercept);
    }

    /// <summary>The cases with their probabilities mapped.</summary>
    public Calibration Mapped(double slope, double intercept) =>
        new([.. cases.Select(c => (1 / (1 + Math.Exp(-((slope * LogOdds(c.Stated)) + intercept))), c.Right))]);

    private static double LogOdds(double p) => Math.Log(Math.Clamp(p, 1e-6, 1 - 1e-6) / (1 - Math.Clamp(p, 1e-6, 1 - 1e-6)));
}
