using System.Globalization;
using System.Text;
using Parley.Casualties.Estimation.Completeness;
using Parley.Casualties.Estimation.Numerics;
using Parley.Casualties.Estimation.Tables;

namespace Parley.Casualties.Estimation.Simulation;

/// <summary>Names that come into a register late, with a known number of dead in each period.</summary>
internal static class DelaySimulator
{
    private const int Periods = 24;
    private const int LongestDelay = 8;
    private const double PerPeriod = 500;

    /// <summary>The design, and a function that makes one triangle and estimates from it.</summary>
    public static (string Design, Func<int, (Estimate Estimate, double Truth)> Once) Design() =>
        ($"{Periods} periods of Poisson({PerPeriod}) dead, delays geometric up to {LongestDelay} periods", seed =>
        {
            var random = new Random(seed);
            var text = new StringBuilder("period,reported,count\n");
            var dead = 0L;
            double[] delays = [.. Enumerable.Range(0, LongestDelay + 1).Select(d => Math.Pow(0.6, d))];
            var counts = new long[delays.Length];
            for (var period = 0; period < Periods; period++)
            {
                var died = Draw.Poisson(random, PerPeriod);
                dead += died;
                Draw.Multinomial(random, died, delays, counts);
                for (var delay = 0; delay < counts.Length && period + delay < Periods; delay++)
                {
                    text.Append(CultureInfo.InvariantCulture, $"{period},{period + delay},{counts[delay]}\n");
                }
            }

            return (Nowcast.Estimate(CountTable.Parse("made delays", text.ToString()), seed), dead);
        });
}
