using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Parley.Casualties.Estimation.Numerics;

/// <summary>Random draws from a seeded generator, fast for large counts.</summary>
internal static class Draw
{
    /// <summary>Successes in a number of trials.</summary>
    /// <remarks>The number is halved by beta variates until it is small enough to be counted out, so that the law is exact.</remarks>
    public static long Binomial(Random random, long trials, double chance)
    {
        const int Small = 32;
        if (trials <= 0 || chance <= 0)
        {
            return 0;
        }

        var successes = 0L;
        while (trials > Small)
        {
            if (chance >= 1)
            {
                return successes + trials;
            }

            var split = 1 + trials / 2;
            var at = Beta(random, split, trials + 1 - split);
            if (at >= chance)
            {
                trials = split - 1;
                chance /= at;
            }
            else
            {
                successes += split;
                trials -= split;
                chance = (chance - at) / (1 - at);
            }
        }

        for (; trials > 0; trials--)
        {
            successes += random.NextDouble() < chance ? 1 : 0;
        }

        return successes;
    }

    /// <summary>Deals a number of things out by weights that need not add up to one.</summary>
    public static void Multinomial(Random random, long trials, ReadOnlySpan<double> weights, Span<long> counts)
    {
        var rest = 0.0;
        foreach (var weight in weights)
        {
            rest += weight;
        }

        for (var i = 0; i < weights.Length; i++)
        {
            counts[i] = i == weights.Length - 1 || rest <= 0 ? trials : Binomial(random, trials, weights[i] / rest);
            trials -= counts[i];
            rest -= weights[i];
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
