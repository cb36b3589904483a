using System.Collections.Immutable;
using System.Globalization;
using Parley.Casualties.Estimation.Numerics;
using Parley.Casualties.Estimation.ProbateRegister;

namespace Parley.Casualties.Estimation.Simulation;

/// <summary>
/// A register of estates and a list of names from a war whose dead are known. Civil deaths are the monthly means of a country of 145
/// million; shares with a case and delays are assumptions.
/// </summary>
internal static class RegistrySimulator
{
    private const int FirstMonth = -60;
    private const int WarMonths = 28;
    /// <summary>War dead in expectation, if not said otherwise.</summary>
    public const double UsualDead = 120_000;

    private const double ListedShare = 0.55;
    private const double Dispersion = 1.3;
    private const double RatioTrendPerYear = -0.010;
    private const double ExtraDelay = 0.8;
    private static readonly ImmutableArray<string> Ages = ["20-24", "25-29", "30-34", "35-39", "40-44", "45-49"];
    private static readonly double[] CivilMen = [452.1, 998.0, 1980.5, 2794.4, 3300.8, 3623.9];
    private static readonly double[] CivilWomen = [143.9, 329.4, 678.8, 1016.9, 1233.3, 1427.5];
    private static readonly double[] MenWithCase = [0.30, 0.38, 0.44, 0.48, 0.52, 0.56];
    private static readonly double[] WomenWithCase = [0.34, 0.42, 0.48, 0.52, 0.56, 0.60];
    private static readonly double[] DeadWithCase = [0.34, 0.42, 0.48, 0.53, 0.57, 0.60];
    private static readonly double[] AgesOfDead = [2300, 2649, 2709, 2461, 1681, 1151];

    /// <summary>The design, and a function that makes one register and estimates from it.</summary>
    public static (string Design, Func<int, (Estimate Estimate, double Truth)> Once) Design(double oddsRatio, double assumed, double expectedDead = UsualDead) =>
        (string.Create(CultureInfo.InvariantCulture, $"{expectedDead} war dead in {WarMonths} months, {ListedShare} listed, odds ratio {oddsRatio}, estimate told {assumed}"), seed =>
        {
            var (table, dead) = Make(new Random(seed), oddsRatio, expectedDead);
            return (ProbateEstimator.Estimate(table, new ProbateOptions { OddsRatio = assumed, Seed = seed }), dead);
        });

    /// <summary>Makes one register with its list and the true number of dead.</summary>
    public static (ProbateTable Table, double Dead) Make(Random random, double oddsRatio, double expectedDead = UsualDead)
    {
        var months = WarMonths - FirstMonth;
        var (men, women) = (Cells(months), Cells(months));
        var (listed, withCase) = (Cells(WarMonths), Cells(WarMonths));
        var intensity = Enumerable.Range(0, WarMonths).Select(m => 1700 + 5100 * Math.Pow(m / (WarMonths - 1.0), 1.3)).ToArray();
        var dead = 0L;
        for (var a = 0; a < Ages.Length; a++)
        {
            for (var i = 0; i < months; i++)
            {
                var month = FirstMonth + i;
                var opened = month < 0 ? 1 : Opened(WarMonths - 0.5 - month);
                men[a][i] = Overdispersed(random, CivilMen[a] * MenWithCase[a] * Math.Exp(RatioTrendPerYear * month / 12) * opened);
                women[a][i] = Overdispersed(random, CivilWomen[a] * WomenWithCase[a] * opened);
            }

            for (var m = 0; m < WarMonths; m++)
            {
                var died = Draw.Poisson(random, expectedDead * intensity[m] / intensity.Sum() * AgesOfDead[a] / AgesOfDead.Sum());
                var age = WarMonths - 0.5 - m;
                var (ifCase, ifNone) = ListedChances(DeadWithCase[a], ListedShare * (0.6 + 0.4 * Math.Min(1, age / 4)), oddsRatio);
                var cases = Draw.Binomial(random, died, DeadWithCase[a]);
                var visible = Draw.Binomial(random, cases, Opened(age - ExtraDelay));
                var both = Draw.Binomial(random, visible, ifCase);
                men[a][m - FirstMonth] += visible;
                withCase[a][m] = both;
                listed[a][m] = both + Draw.Binomial(random, cases - visible, ifCase) + Draw.Binomial(random, died - cases, ifNone);
                dead += died;
            }
        }

        return (new ProbateTable(Ages, FirstMonth, men, women, listed, withCase), dead);
    }

    /// <summary>Chances to be listed with and without a case: their mean is given, and so is their odds ratio.</summary>
    internal static (double IfCase, double IfNone) ListedChances(double caseShare, double mean, double oddsRatio)
    {
        var (low, high) = (0.0, 1.0);
        for (var halving = 0; halving < 60; halving++)
        {
            var none = (low + high) / 2;
            var with = oddsRatio * none / (1 - none + oddsRatio * none);
            (low, high) = caseShare * with + (1 - caseShare) * none < mean ? (none, high) : (low, none);
        }

        return (oddsRatio * low / (1 - low + oddsRatio * low), low);
    }

    /// <summary>The share of cases opened some months after a death.</summary>
    private static double Opened(double months)
    {
        const double Shape = 1.4;
        var scale = 3.2 / MathNet.Numerics.SpecialFunctions.Gamma(1 + 1 / Shape);
        return months <= 0 ? 0 : 0.88 * (1 - Math.Exp(-Math.Pow(months / scale, Shape))) + 0.12 * Math.Min(1, months / 24);
    }

    private static double Overdispersed(Random random, double mean) =>
        mean <= 0 ? 0 : Draw.Poisson(random, Draw.Gamma(random, mean / (Dispersion - 1)) * (Dispersion - 1));

    private static double[][] Cells(int months) => [.. Ages.Select(_ => new double[months])];
}
