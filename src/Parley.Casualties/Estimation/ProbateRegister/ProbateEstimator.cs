using System.Collections.Immutable;
using System.Globalization;
using Parley.Casualties.Estimation.Tables;

namespace Parley.Casualties.Estimation.ProbateRegister;

/// <summary>
/// The true number of war dead from the register of estates and the list of names: men's cases above what women's lead to expect, divided by
/// the share of the listed dead who have a case. Months too recent for cases are taken from the list, by the share of the dead it held before.
/// </summary>
public static class ProbateEstimator
{
    private const double Level = 0.95;
    private const double RipeEnough = 0.35;

    /// <summary>Standard errors by which the excess must exceed nothing for any estimate.</summary>
    private const double Visible = 1;

    /// <summary>Standard errors by which that of each age group must, for age groups to be taken by themselves.</summary>
    private const double Clear = 4;

    private static readonly ImmutableArray<double> OddsRatios = [0.8, 1, 1.3];

    /// <summary>An estimate for each replicate of the tables.</summary>
    /// <param name="registry">Columns month, age_group, cases_male, cases_female and perhaps replicate.</param>
    /// <param name="names">Columns month, age_group, names_listed, names_with_case and perhaps replicate.</param>
    /// <param name="options">Settings.</param>
    /// <exception cref="EstimateInputException">The tables or settings are wrong.</exception>
    public static IReadOnlyList<Estimate> Estimate(CountTable registry, CountTable names, ProbateOptions options)
    {
        if (!(options.OddsRatio > 0 && options.OddsRatio <= 100))
        {
            throw new EstimateInputException($"an odds ratio of {options.OddsRatio}; it must be above 0 and at most 100");
        }

        var tables = ProbateTable.Read(registry, names).Where(t => options.Replicate is null || t.Replicate == options.Replicate).ToList();
        return tables.Count > 0
            ? [.. tables.AsParallel().AsOrdered().Select(t => Estimate(t.Table, options) with { Scope = t.Replicate is { } r ? $"replicate {r}" : null })]
            : throw new EstimateInputException($"{registry.Name}: no replicate {options.Replicate}");
    }

    /// <summary>An estimate from counts.</summary>
    internal static Estimate Estimate(ProbateTable table, ProbateOptions options)
    {
        var listed = table.Listed.Sum(l => l.Sum());
        var estimate = new Estimate
        {
            Method = "probate",
            Quantity = "war dead of the age groups given, persons",
            Model = $"listing curve {options.ListingStart} + {1 - options.ListingStart:0.##} min(1, age / {options.ListingMonths} months); odds ratio {options.OddsRatio}",
            Observed = listed,
            Seed = options.Seed,
            Assumptions = Assumptions(options),
        };
        var baselines = table.Ages.Select((_, a) => CaseBaseline.Of(table.Men[a], table.Women[a], table.FirstMonth)).ToList();
        var shares = CaseShares.Of(table.Listed, table.ListedWithCase);
        var ripeness = shares.Ripeness();
        var ripe = ripeness.Select((g, m) => g >= RipeEnough && table.Listed.Sum(l => l[m]) > 0).ToArray();
        if (Refusal(table, shares, ripe) is { } refusal)
        {
            return estimate with { Refusal = refusal };
        }

        double[] listing = [.. Enumerable.Range(0, table.WarMonths).Select(m =>
            options.ListingStart + (1 - options.ListingStart) * Math.Min(1, (table.WarMonths - 0.5 - m) / options.ListingMonths))];
        var excess = ProbateFit.RipeExcess(table, baselines, ripe);
        var (cases, deviation) = (excess.Sum(e => e.Excess), Math.Sqrt(excess.Sum(e => e.Deviation * e.Deviation)));
        if (cases < Visible * deviation)
        {
            return estimate with
            {
                Refusal = string.Create(CultureInfo.InvariantCulture,
                    $"{listed:F0} names are listed, and men's cases exceed what women's lead to expect by {cases:F0} with a standard error of {deviation:F0}: so few dead do not stand out from the register's noise, or the two tables are not about the same people"),
            };
        }

        // Else an age's own share of the dead on the list would be divided by something near nothing.
        var joined = excess.Any(e => e.Excess < Clear * e.Deviation);
        var fit = ProbateFit.Of(table, baselines, shares, ripe, listing, joined);
        var spread = new ProbateSpread(table, baselines, ripe, listing, joined, options, [.. OddsRatios.Append(options.OddsRatio).Distinct()]);
        var withDependence = spread.Interval("sampling_and_dependence_95", Math.Min(options.OddsRatio, OddsRatios[0]), Math.Max(options.OddsRatio, OddsRatios[^1]));
        if (withDependence.Upper < listed)
        {
            return estimate with
            {
                Refusal = string.Create(CultureInfo.InvariantCulture,
                    $"{listed:F0} names are listed, and the register's excess of men's cases allows at most {withDependence.Upper:F0} dead: the two tables are not about the same people, or the war's months do not begin at 0"),
            };
        }

        return estimate with
        {
            Value = Enumerable.Range(0, table.Ages.Length).Sum(a => fit.OfAge(a, options.OddsRatio)),
            StandardError = spread.StandardError(options.OddsRatio),
            Intervals =
            [
                spread.Interval("sampling_95", options.OddsRatio, options.OddsRatio),
                withDependence,
            ],
            Measures =
            [
                new("ripeMonths", ripe.Count(r => r)), new("largestDispersion", baselines.Max(b => b.Dispersion)),
                new("completenessOfList", listed / Enumerable.Range(0, table.Ages.Length).Sum(a => fit.OfAge(a, options.OddsRatio))),
            ],
            Parts = Parts(table, fit, spread, shares, ripeness, ripe, options),
            Sensitivity = [.. OddsRatios.Select(o => Row(table, fit, spread, o))],
            Warnings = Warnings(table, fit, ripe, joined, options),
        };
    }

    private static string? Refusal(ProbateTable table, CaseShares shares, bool[] ripe)
    {
        var before = table.BaselineMonths;
        if (table.Ages.Where((_, a) => table.Men[a].Take(before).Sum() <= 0 || table.Women[a].Take(before).Sum() <= 0).ToList() is { Count: > 0 } empty)
        {
            return $"no cases of men or none of women of {string.Join(", ", empty)} before the war, so what is to be expected without it is not known; join age groups";
        }

        var unlisted = table.Ages.Where((_, a) => shares.ByAge[a] <= 0).ToList();
        return unlisted.Count > 0 ? $"nobody listed of {string.Join(", ", unlisted)} has a case, so the share of the dead with a case is not known; join age groups"
            : !ripe.Any(r => r) ? "no month is old enough for its cases to have been opened"
            : null;
    }

    private static Alternative Row(ProbateTable table, ProbateFit fit, ProbateSpread spread, double oddsRatio)
    {
        var interval = spread.Interval("", oddsRatio, oddsRatio);
        return new($"odds ratio between list and case {oddsRatio}", Enumerable.Range(0, table.Ages.Length).Sum(a => fit.OfAge(a, oddsRatio)), interval.Lower, interval.Upper);
    }

    private static ImmutableArray<EstimatePart> Parts(
        ProbateTable table, ProbateFit fit, ProbateSpread spread, CaseShares shares, double[] ripeness, bool[] ripe, ProbateOptions options)
    {
        var parts = ImmutableArray.CreateBuilder<EstimatePart>();
        for (var a = 0; a < table.Ages.Length; a++)
        {
            var interval = spread.OfAge(a, options.OddsRatio);
            parts.Add(new(table.Ages[a], table.Listed[a].Sum(), fit.OfAge(a, options.OddsRatio), null, interval.Lower, interval.Upper,
                $"share with a case {shares.ByAge[a] * shares.FullRipeness():F3}"));
        }

        for (var m = 0; m < table.WarMonths; m++)
        {
            var month = m;
            var dead = Enumerable.Range(0, table.Ages.Length).Sum(a => fit.Dead[a][month] * (options.OddsRatio == 1 ? 1 : fit.Correction(a, options.OddsRatio)));
            var interval = spread.OfMonth(m);
            parts.Add(new($"month {m}", table.Listed.Sum(l => l[month]), dead, null, interval.Lower, interval.Upper,
                ripe[m] ? $"register, ripeness {ripeness[m]:F2}" : "list, too recent for the register"));
        }

        return parts.ToImmutable();
    }

    private static ImmutableArray<string> Assumptions(ProbateOptions options) =>
    [
        options.OddsRatio == 1
            ? "Given age, being on the list and having a case are independent; if propertied families do both, the value is too small."
            : $"Given age, the odds of being listed are {options.OddsRatio} times as large with a case as without.",
        "Without the war the log ratio of men's to women's cases would have gone on along its line before it.",
        "Names are looked up without false or missed matches.",
        "Deaths that courts declared later are not among the recent months.",
    ];

    private static ImmutableArray<string> Warnings(ProbateTable table, ProbateFit fit, bool[] ripe, bool joined, ProbateOptions options)
    {
        var warnings = ImmutableArray.CreateBuilder<string>();
        if (options.OddsRatio == 1)
        {
            warnings.Add("the sampling interval takes independence of list and case for granted; quote sampling_and_dependence_95 where it is not known");
        }

        if (joined)
        {
            warnings.Add("in some age group the excess of men's cases is within four standard errors of nothing: all ages share how much of the dead the list holds, and values by age say little");
        }

        var recent = Enumerable.Range(0, table.WarMonths).Where(m => !ripe[m]).Sum(m => fit.Dead.Sum(d => d[m])) / fit.Dead.Sum(d => d.Sum());
        if (recent > 0.2)
        {
            warnings.Add($"{recent:P0} of the dead are in months too recent for the register and rest on the listing curve");
        }

        if (fit.Dead.Sum(d => d.Sum()) < table.Listed.Sum(l => l.Sum()))
        {
            warnings.Add("fewer dead than listed names: the table or an assumption is wrong");
        }

        return warnings.ToImmutable();
    }
}
