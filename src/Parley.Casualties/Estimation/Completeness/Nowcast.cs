using Parley.Casualties.Estimation.Numerics;
using Parley.Casualties.Estimation.Tables;

namespace Parley.Casualties.Estimation.Completeness;

/// <summary>
/// How many of each period's dead the register will hold in the end, from how late names came in before: the reverse-time hazards of the
/// reporting delay (Lawless 1994). It corrects for delay alone: those who never come into the register are not in it.
/// </summary>
public static class Nowcast
{
    private const string Quantity = "dead of the periods given who will be in the register in the end, persons";
    private const double Level = 0.95;
    private const int Replicates = 400;
    private const int MostPeriods = 2000;

    /// <summary>Where less of a period's names is in than this share, nothing is estimated of it.</summary>
    private const double LeastComplete = 0.05;

    /// <summary>The eventual total, with a part for each period.</summary>
    /// <param name="table">Columns period (of death) and reported (period of entry), whole numbers, and count.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    /// <exception cref="EstimateInputException">The table is wrong.</exception>
    public static Estimate Estimate(CountTable table, int seed)
    {
        var (first, counts) = Triangle(table);
        var completeness = Completeness(counts);
        var observed = counts.Select(c => c.Sum()).ToArray();
        var eventual = observed.Select((n, i) => n / completeness[counts.Length - 1 - i]).ToArray();
        var isReady = Enumerable.Range(0, counts.Length).Select(i => completeness[counts.Length - 1 - i] >= LeastComplete).ToArray();
        var seen = observed.Where((_, i) => isReady[i]).Sum();
        if (seen * 2 < observed.Sum())
        {
            return new Estimate
            {
                Method = "nowcast",
                Quantity = Quantity,
                Observed = observed.Sum(),
                Refusal = "names came in on so few days that how late they come cannot be told",
            };
        }

        var dispersion = Dispersion(counts, completeness);
        var random = new Random(seed);
        var replicates = Enumerable.Range(0, Replicates).Select(_ => Replicate(counts, completeness, eventual, dispersion, random)).ToList();
        var totals = replicates.Select(r => r.Where((_, i) => isReady[i]).Sum()).Order().ToList();
        var total = eventual.Where((_, i) => isReady[i]).Sum();
        var parts = eventual.Select((value, i) =>
        {
            if (!isReady[i])
            {
                return new EstimatePart($"period {first + i}", observed[i], null, Note: $"less than {LeastComplete:P0} in");
            }

            var sorted = replicates.Select(r => r[i]).Order().ToList();
            return new EstimatePart($"period {first + i}", observed[i], value, null, Math.Max(observed[i], Sample.Quantile(sorted, (1 - Level) / 2)),
                Sample.Quantile(sorted, (1 + Level) / 2), $"complete to {completeness[counts.Length - 1 - i]:P1}");
        });
        return new Estimate
        {
            Method = "nowcast",
            Quantity = Quantity,
            Model = "reverse-time hazards of the delay, quasi-Poisson",
            Observed = seen,
            Value = total,
            StandardError = Sample.Deviation(totals),
            Intervals = [new("bootstrap_95", Level, Math.Max(seen, Sample.Quantile(totals, (1 - Level) / 2)), Sample.Quantile(totals, (1 + Level) / 2))],
            Measures = [new("dispersion", dispersion), new("completeness", seen / total), new("longestDelay", counts.Length - 1)],
            Parts = [.. parts],
            Seed = seed,
            Assumptions =
            [
                "The delay from death to entry has the same law in all periods.",
                "No name comes in later than the longest delay seen.",
                "The dead who never come into the register are not estimated.",
            ],
            Warnings = isReady.Contains(false) ? [$"{isReady.Count(r => !r)} periods of which less than {LeastComplete:P0} is in are left out"]
                : completeness[0] < 0.1 ? [$"only {completeness[0]:P1} of the newest period's names are in: its estimate rests on very few"] : [],
        };
    }

    /// <summary>Counts by period, then delay; a period has only the delays that have passed.</summary>
    private static (int First, double[][] Counts) Triangle(CountTable table)
    {
        if (table.Rows.Count == 0)
        {
            throw new EstimateInputException($"{table.Name}: no rows under the header");
        }

        var first = table.Rows.Min(r => r.WholeNumber("period"));
        var last = table.Rows.Max(r => r.WholeNumber("reported"));
        if ((long)last - first is < 1 or > MostPeriods)
        {
            throw new EstimateInputException($"{table.Name}: periods {first} to {last}; between 2 and {MostPeriods} are needed");
        }

        double[][] counts = [.. Enumerable.Range(0, last - first + 1).Select(i => new double[last - first + 1 - i])];
        var seen = new HashSet<(int, int)>();
        foreach (var row in table.Rows)
        {
            var (period, reported) = (row.WholeNumber("period"), row.WholeNumber("reported"));
            if (reported < period)
            {
                throw row.At("reported", $"{reported} is before the death in {period}");
            }

            if (!seen.Add((period, reported)))
            {
                throw row.At("reported", $"deaths of {period} reported in {reported} stand in two rows; add them up");
            }

            counts[period - first][reported - period] = row.Count("count");
        }

        return counts.Sum(c => c.Sum()) > 0 ? (first, counts) : throw new EstimateInputException($"{table.Name}: all counts are zero");
    }

    /// <summary>The share of names in by each delay.</summary>
    internal static double[] Completeness(double[][] counts)
    {
        var periods = counts.Length;
        var share = new double[periods];
        share[^1] = 1;
        var passed = counts.Select(c => c.Sum()).ToArray(); // of each period those in by the delay looked at
        for (var delay = periods - 1; delay > 0; delay--)
        {
            var (at, upTo) = (0.0, 0.0);
            for (var i = 0; i + delay < periods; i++)
            {
                at += counts[i][delay];
                upTo += passed[i];
                passed[i] -= counts[i][delay];
            }

            share[delay - 1] = share[delay] * (upTo > 0 ? 1 - at / upTo : 1);
        }

        for (var delay = 0; delay < periods; delay++)
        {
            share[delay] = Math.Max(share[delay], 1e-6);
        }

        return share;
    }

    private static double Dispersion(double[][] counts, double[] completeness)
    {
        var (sum, cells) = (0.0, 0);
        for (var i = 0; i < counts.Length; i++)
        {
            var eventual = counts[i].Sum() / completeness[counts[i].Length - 1];
            for (var delay = 0; delay < counts[i].Length; delay++)
            {
                var mean = Mean(eventual, completeness, delay);
                if (mean > 0.5)
                {
                    sum += Math.Pow(counts[i][delay] - mean, 2) / mean;
                    cells++;
                }
            }
        }

        var freedom = cells - 2 * counts.Length + 1;
        return freedom > 0 ? Math.Max(1, sum / freedom) : 1;
    }

    private static double Mean(double eventual, double[] completeness, int delay) =>
        eventual * (completeness[delay] - (delay > 0 ? completeness[delay - 1] : 0));

    private static double[] Replicate(double[][] counts, double[] completeness, double[] eventual, double dispersion, Random random)
    {
        double Drawn(double mean) => dispersion <= 1 ? Draw.Poisson(random, mean)
            : mean <= 0 ? 0 : Draw.Poisson(random, Draw.Gamma(random, mean / (dispersion - 1)) * (dispersion - 1));
        double[][] drawn = [.. counts.Select((c, i) => c.Select((_, delay) => Drawn(Mean(eventual[i], completeness, delay))).ToArray())];
        var again = Completeness(drawn);

        // The names still to come are negative binomial given those that came: the period's true size is not known either.
        return [.. counts.Select((c, i) =>
        {
            var share = again[c.Length - 1];
            return c.Sum() + (share < 1 ? Drawn(Math.Min(1e9, Draw.Gamma(random, c.Sum() + 0.5) * (1 - share) / share)) : 0);
        })];
    }
}
