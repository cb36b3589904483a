using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Parley.Casualties.Estimation.Numerics;

/// <summary>Random draws from a seeded generator, fast for large counts.</summary>
internal static class Draw
{
    /// <summary>Successes in a number of trials.</summary>
    public static long Binomial(Random random, long trials, double chance)
    {
        const double FewSuccesses = 10;
        return trials <= 0 || chance <= 0 ? 0
            : chance >= 1 ? trials
            : chance > 0.5 ? trials - Binomial(random, trials, 1 - chance)
            : trials * chance < FewSuccesses ? FewOfTrials(random, trials, chance)
            : ManyOfTrials(random, trials, chance);
    }

    /// <summary>Jumps from one success to the next: the failures between them are geometric.</summary>
    private static long FewOfTrials(Random random, long trials, double chance)
    {
        var logFailure = Math.Log(1 - chance);
        logFailure = logFailure == 0 ? -chance : logFailure;
        var successes = 0L;
        for (var at = 0.0; ; successes++)
        {
            at += Math.Floor(Math.Log(1 - random.NextDouble()) / logFailure) + 1;
            if (at > trials)
            {
                return successes;
            }
        }
    }

    /// <summary>Transformed rejection with squeeze (BTRS, Hörmann 1993); exact.</summary>
    private static long ManyOfTrials(Random random, long trials, double chance)
    {
        double n = trials;
        var deviation = Math.Sqrt(n * chance * (1 - chance));
        var b = 1.15 + 2.53 * deviation;
        var a = -0.0873 + 0.0248 * b + 0.01 * chance;
        var center = n * chance + 0.5;
        var squeeze = 0.92 - 4.2 / b;
        var alpha = (2.83 + 5.1 / b) * deviation;
        var odds = chance / (1 - chance);
        var mode = Math.Floor((n + 1) * chance);
        while (true)
        {
            var u = random.NextDouble() - 0.5;
            var v = 1 - random.NextDouble();
            var us = 0.5 - Math.Abs(u);
            var k = Math.Floor((2 * a / us + b) * u + center);
            if (us >= 0.07 && v <= squeeze)
            {
                return (long)k;
            }

            if (k < 0 || k > n)
            {
                continue;
            }

            var bound = (mode + 0.5) * Math.Log((mode + 1) / (odds * (n - mode + 1))) + (n + 1) * Math.Log((n - mode + 1) / (n - k + 1))
                + (k + 0.5) * Math.Log(odds * (n - k + 1) / (k + 1)) + StirlingRest(mode) + StirlingRest(n - mode) - StirlingRest(k) - StirlingRest(n - k);
            if (Math.Log(v * alpha / (a / (us * us) + b)) <= bound)
            {
                return (long)k;
            }
        }
    }

    /// <summary>What Stirling's formula, in the form (k + 1/2) ln(k + 1) - (k + 1) + ln(2 pi) / 2, leaves out of ln k!.</summary>
    private static double StirlingRest(double k)
    {
        const double Far = 10;
        if (k < Far)
        {
            return SpecialFunctions.GammaLn(k + 1) - ((k + 0.5) * Math.Log(k + 1) - (k + 1) + 0.5 * Math.Log(Constants.Pi2));
        }

        var inverse = 1 / (k + 1);
        return (1.0 / 12 - (1.0 / 360 - 1.0 / 1260 * inverse * inverse) * inverse * inverse) * inverse;
    }

    /// <summary>Deals a number of things out by weights that need not add up to one.</summary>
    public static void Multinomial(Random random, long trials, ReadOnlySpan<double> weights, Span<long> counts)
    {
        // What is left is added up from the end: to take off a large weight from a sum would lose small ones after it.
        Span<double> rest = weights.Length <= 1024 ? stackalloc double[weights.Length] : new double[weights.Length];
        var sum = 0.0;
        for (var i = weights.Length - 1; i >= 0; i--)
        {
            rest[i] = sum += weights[i];
        }

        for (var i = 0; i < weights.Length; i++)
        {
            counts[i] = trials == 0 ? 0 : i == weights.Length - 1 || rest[i] <= 0 ? trials : Binomial(random, trials, weights[i] / rest[i]);
            trials -= counts[i];
        }
    }

    /// <summary>A share.</summary>
    public static double Beta(Random random, double a, double b)
    {
        var x = Gamma(random, a);
        var y = Gamma(random, b);
        return x + y > 0 ? x / (x + y) : random.NextDouble() < a / (a + b) ? 1 : 0;
    }

    /// <summary>A gamma variate of scale 1 (Marsaglia and Tsang).</summary>
    public static double Gamma(Random random, double shape)
    {
        if (shape < 1)
        {
            return Gamma(random, shape + 1) * Math.Pow(1 - random.NextDouble(), 1 / shape);
        }

        var d = shape - 1.0 / 3;
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = Normal(random);
            var v = 1 + c * x;
            v = v * v * v;
            if (v > 0 && Math.Log(1 - random.NextDouble()) < 0.5 * x * x + d - d * v + d * Math.Log(v))
            {
                return d * v;
            }
        }
    }

    /// <summary>The logarithm of a gamma variate of scale 1, also where the variate itself is too small to be told from zero.</summary>
    public static double LogGamma(Random random, double shape) => shape >= 1
        ? Math.Log(Gamma(random, shape))
        : Math.Log(Gamma(random, shape + 1)) + Math.Log(1 - random.NextDouble()) / shape;

    /// <summary>A count with a mean.</summary>
    public static long Poisson(Random random, double mean)
    {
        const double Small = 30;
        var count = 0L;
        while (mean > Small)
        {
            // The time of the m-th event of a process: events before it are counted, or the rest of the time is left.
            var m = (long)(mean * 7 / 8);
            var time = Gamma(random, m);
            if (time > mean)
            {
                return count + Binomial(random, m - 1, mean / time);
            }

            count += m;
            mean -= time;
        }

        var limit = Math.Exp(-mean);
        for (var product = 1 - random.NextDouble(); product > limit; product *= 1 - random.NextDouble())
        {
            count++;
        }

        return count;
    }

    /// <summary>A standard normal variate.</summary>
    public static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(Constants.Pi2 * random.NextDouble());

    /// <summary>The point below which a share of the standard normal law lies.</summary>
    public static double NormalQuantile(double probability) => MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, probability);

    /// <summary>The two-sided point of Student's law.</summary>
    public static double StudentQuantile(double level, double degreesOfFreedom) =>
        StudentT.InvCDF(0, 1, degreesOfFreedom, 0.5 + level / 2);
}
