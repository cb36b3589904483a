namespace Parley.Casualties.Estimation.ProbateRegister;

/// <summary>
/// The share of the listed who have a case, as a product of an age's share q(a) and a month's ripeness h(m), fitted by turns. Ripeness says
/// how much of a month's cases has been opened by the day the register was read: it is the delay model.
/// </summary>
internal sealed class CaseShares
{
    private const int MostTurns = 500;

    private CaseShares(double[] byAge, double[] byMonth) => (ByAge, ByMonth) = (byAge, byMonth);

    /// <summary>q(a).</summary>
    public double[] ByAge { get; }

    /// <summary>h(m).</summary>
    public double[] ByMonth { get; }

    /// <summary>Fits the listed and the listed with a case, by age group then month.</summary>
    public static CaseShares Of(double[][] listed, double[][] withCase)
    {
        var (ages, months) = (listed.Length, listed[0].Length);
        var h = Enumerable.Repeat(1.0, months).ToArray();
        var q = new double[ages];
        for (var turn = 0; turn < MostTurns; turn++)
        {
            for (var a = 0; a < ages; a++)
            {
                q[a] = Ratio(withCase[a].Sum(), Weighted(listed[a], h));
            }

            var change = 0.0;
            for (var m = 0; m < months; m++)
            {
                var (cases, names) = (0.0, 0.0);
                for (var a = 0; a < ages; a++)
                {
                    cases += withCase[a][m];
                    names += listed[a][m] * q[a];
                }

                var next = Ratio(cases, names);
                change = Math.Max(change, Math.Abs(next - h[m]));
                h[m] = next;
            }

            if (change < 1e-12)
            {
                break;
            }
        }

        return new(q, h);
    }

    /// <summary>Ripeness against the largest mean of six months running.</summary>
    public double[] Ripeness()
    {
        var full = FullRipeness();
        return [.. ByMonth.Select(h => full > 0 ? h / full : 0)];
    }

    /// <summary>The largest mean of h over six months running, or over all where there are fewer.</summary>
    public double FullRipeness()
    {
        const int Window = 6;
        var window = Math.Min(Window, ByMonth.Length);
        return Enumerable.Range(0, ByMonth.Length - window + 1).Max(i => ByMonth.Skip(i).Take(window).Average());
    }

    private static double Weighted(double[] values, double[] weights)
    {
        var sum = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            sum += values[i] * weights[i];
        }

        return sum;
    }

    private static double Ratio(double numerator, double denominator) => denominator > 0 ? numerator / denominator : 0;
}
