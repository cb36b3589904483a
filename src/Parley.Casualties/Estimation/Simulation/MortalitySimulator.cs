using System.Globalization;
using System.Text;
using Parley.Casualties.Estimation.ExcessMortality;
using Parley.Casualties.Estimation.Numerics;
using Parley.Casualties.Estimation.Tables;

namespace Parley.Casualties.Estimation.Simulation;

/// <summary>Deaths by sex with a known excess of men, about a linear ratio with noise of its own.</summary>
internal static class MortalitySimulator
{
    private const int Excess = 20_000;
    private const double RatioNoise = 0.03;
    private static readonly string[] Ages = ["15-19", "20-24", "25-29", "30-34", "35-39", "40-44", "45-49"];
    private static readonly double[] Women = [1000, 1700, 4000, 8000, 12000, 15000, 17000];

    /// <summary>The design, and a function that makes one table and estimates from it.</summary>
    public static (string Design, Func<int, (Estimate Estimate, double Truth)> Once) Design() =>
        (string.Create(CultureInfo.InvariantCulture, $"{Excess} excess deaths in 7 age groups and 2 years, ratio linear with standard deviation {RatioNoise}, counts Poisson"),
            seed => (ExcessMortalityEstimator.Estimate(Make(new Random(seed)), null, new ExcessOptions())[0], Excess));

    private static CountTable Make(Random random)
    {
        var text = new StringBuilder("year,age_group,deaths_male,deaths_female\n");
        for (var a = 0; a < Ages.Length; a++)
        {
            var (level, slope) = (2.6 + 0.1 * a, -0.04 * random.NextDouble());
            for (var year = 2010; year <= 2023; year++)
            {
                var ratio = level + slope * (year - 2010) + RatioNoise * Draw.Normal(random);
                var women = Draw.Poisson(random, Women[a]);
                var men = Draw.Poisson(random, Women[a] * ratio) + (year >= 2022 ? Excess / 14 + (a == 0 && year == 2022 ? Excess % 14 : 0) : 0);
                text.Append(CultureInfo.InvariantCulture, $"{year},{Ages[a]},{men},{women}\n");
            }
        }

        return CountTable.Parse("made deaths", text.ToString());
    }
}
