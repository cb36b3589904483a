namespace Parley.Casualties.Estimation.ProbateRegister;

/// <summary>The dead by age group and month, from one set of counts.</summary>
internal sealed class ProbateFit
{
    private readonly ProbateTable _table;
    private readonly double[][] _excess;
    private readonly CaseShares _shares;
    private readonly bool[] _ripe;

    private ProbateFit(ProbateTable table, double[][] excess, CaseShares shares, bool[] ripe, double[] listing, bool joined)
    {
        (_table, _excess, _shares, _ripe) = (table, excess, shares, ripe);
        Dead = [.. excess.Select(_ => new double[ripe.Length])];
        var (listed, dead) = (new double[excess.Length], new double[excess.Length]);
        for (var a = 0; a < excess.Length; a++)
        {
            for (var m = 0; m < ripe.Length; m++)
            {
                if (ripe[m])
                {
                    Dead[a][m] = excess[a][m] / (shares.ByAge[a] * shares.ByMonth[m]);
                    listed[a] += table.Listed[a][m] / listing[m];
                    dead[a] += Dead[a][m];
                }
            }
        }

        for (var a = 0; a < excess.Length; a++)
        {
            var completeness = joined ? listed.Sum() / dead.Sum() : listed[a] / dead[a];
            for (var m = 0; m < ripe.Length; m++)
            {
                if (!ripe[m])
                {
                    Dead[a][m] = completeness > 0 ? table.Listed[a][m] / listing[m] / completeness : 0;
                }
            }
        }
    }

    /// <summary>N(a, m) when listing and case are independent given age.</summary>
    public double[][] Dead { get; }

    /// <summary>Estimates.</summary>
    /// <param name="table">The counts.</param>
    /// <param name="baselines">The line before the war of each age group.</param>
    /// <param name="shares">Share of the listed with a case.</param>
    /// <param name="ripe">Months in which enough cases have been opened.</param>
    /// <param name="listing">Listing curve by month.</param>
    /// <param name="joined">Whether all ages share how much of the dead the list holds.</param>
    public static ProbateFit Of(ProbateTable table, IReadOnlyList<CaseBaseline> baselines, CaseShares shares, bool[] ripe, double[] listing, bool joined)
    {
        var excess = new double[table.Ages.Length][];
        for (var a = 0; a < excess.Length; a++)
        {
            excess[a] = new double[table.WarMonths];
            for (var m = 0; m < table.WarMonths; m++)
            {
                var i = table.BaselineMonths + m;
                excess[a][m] = table.Men[a][i] - baselines[a].Ratio(m) * table.Women[a][i];
            }
        }

        return new(table, excess, shares, ripe, listing, joined);
    }

    /// <summary>
    /// The dead of an age group under an odds ratio between listing and case, over those under independence. With X men who have a case, n
    /// listed and a share s of them with a case, P(listed | case) = y = n s / X; the odds of being listed without a case are the ratio's part
    /// of that, so that those without a case number n (1 - s) / z.
    /// </summary>
    public double Correction(int age, double oddsRatio)
    {
        var full = _shares.FullRipeness();
        var (cases, listed) = (0.0, 0.0);
        for (var m = 0; m < _ripe.Length; m++)
        {
            cases += _ripe[m] ? _excess[age][m] / (_shares.ByMonth[m] / full) : 0;
            listed += _ripe[m] ? _table.Listed[age][m] : 0;
        }

        var share = Math.Min(1, _shares.ByAge[age] * full);
        var y = Math.Min(0.999, listed * share / cases);
        if (!(y > 0) || share <= 0)
        {
            return 1;
        }

        var z = y / (y + oddsRatio * (1 - y));
        return (share * listed / y + listed * (1 - share) / z) / (listed / y);
    }

    /// <summary>All dead of an age group under an odds ratio.</summary>
    public double OfAge(int age, double oddsRatio) => oddsRatio == 1 ? Dead[age].Sum() : Dead[age].Sum() * Correction(age, oddsRatio);

    /// <summary>Men's cases above the line in the ripe months, and their standard error, for each age group.</summary>
    public static IReadOnlyList<(double Excess, double Deviation)> RipeExcess(ProbateTable table, IReadOnlyList<CaseBaseline> baselines, bool[] ripe) =>
    [
        .. table.Ages.Select((_, a) =>
        {
            var cases = Enumerable.Range(0, table.WarMonths).Where(m => ripe[m])
                .Select(m => (Month: m, Men: table.Men[a][table.BaselineMonths + m], Women: table.Women[a][table.BaselineMonths + m])).ToList();
            return (cases.Sum(c => c.Men - (baselines[a].Ratio(c.Month) * c.Women)), baselines[a].ExcessDeviation(cases));
        }),
    ];
}
