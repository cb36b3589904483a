using MathNet.Numerics;

namespace Parley.Casualties.Estimation.MultipleSystems;

/// <summary>
/// Weights of classes by breaking a stick: class k takes a share Beta(1, alpha) of what the classes before it have left, the last all of
/// it; alpha is gamma. Alpha and the order of the classes are moved with the shares integrated out (Papaspiliopoulos, Roberts 2008): given
/// the shares alpha hardly moves once most classes are empty.
/// </summary>
internal sealed class StickBreaking(int classes, double shape, double rate)
{
    /// <summary>Half widths of the steps of log alpha: its prior spans many orders of magnitude.</summary>
    private static readonly double[] StepWidths = [0.5, 2, 6];

    private readonly double[] _weights = [.. Enumerable.Range(0, classes).Select(k => Math.Pow(0.5, Math.Min(k + 1, classes - 1)))];
    private double _logConcentration = Math.Log(0.2);

    /// <summary>The weight of each class; they add up to one.</summary>
    public ReadOnlySpan<double> Weights => _weights;

    /// <summary>Draws alpha, then the order of the classes, then the weights, given how many people each class has.</summary>
    /// <param name="random">Source of chance.</param>
    /// <param name="members">People of each class.</param>
    /// <param name="exchange">Called for each two classes that change places; <paramref name="members"/> has them changed already.</param>
    public void Draw(Random random, long[] members, Action<int, int> exchange)
    {
        DrawConcentration(random, members);
        for (var k = 0; k + 1 < classes; k++)
        {
            ExchangeNeighbours(random, members, k, exchange);
        }

        DrawWeights(random, members);
    }

    private void DrawConcentration(Random random, long[] members)
    {
        var present = LogPosterior(_logConcentration, members);
        foreach (var width in StepWidths)
        {
            var proposed = _logConcentration + width * (2 * random.NextDouble() - 1);
            var then = LogPosterior(proposed, members);
            if (Math.Log(1 - random.NextDouble()) < then - present)
            {
                (_logConcentration, present) = (proposed, then);
            }
        }
    }

    private void ExchangeNeighbours(Random random, long[] members, int k, Action<int, int> exchange)
    {
        if (members[k] == members[k + 1])
        {
            return;
        }

        var before = LogChance(_logConcentration, members);
        (members[k], members[k + 1]) = (members[k + 1], members[k]);
        if (Math.Log(1 - random.NextDouble()) < LogChance(_logConcentration, members) - before)
        {
            exchange(k, k + 1);
        }
        else
        {
            (members[k], members[k + 1]) = (members[k + 1], members[k]);
        }
    }

    /// <summary>On the log scale throughout: with a small alpha what is left of the stick is far below the smallest number there is.</summary>
    private void DrawWeights(Random random, long[] members)
    {
        var concentration = Math.Exp(_logConcentration);
        var after = members.Sum();
        var logStick = 0.0;
        for (var k = 0; k < classes - 1; k++)
        {
            after -= members[k];
            var taken = Numerics.Draw.LogGamma(random, 1 + members[k]);
            var left = Numerics.Draw.LogGamma(random, concentration + after);
            var all = Math.Max(taken, left) + Math.Log(1 + Math.Exp(-Math.Abs(taken - left)));
            _weights[k] = Math.Exp(logStick + taken - all);
            logStick += left - all;
        }

        _weights[classes - 1] = Math.Exp(logStick);
    }

    /// <summary>Log density of log alpha, up to a constant.</summary>
    private double LogPosterior(double logConcentration, long[] members) =>
        LogChance(logConcentration, members) + shape * logConcentration - rate * Math.Exp(logConcentration);

    /// <summary>Log of the chance that people fall to the classes as they do, the shares integrated out.</summary>
    internal static double LogChance(double logConcentration, long[] members)
    {
        var concentration = Math.Exp(logConcentration);
        var (log, after) = (0.0, members.Sum());
        for (var k = 0; k < members.Length - 1 && after > 0; k++)
        {
            var here = members[k];
            after -= here;
            log += logConcentration + SpecialFunctions.GammaLn(1.0 + here)
                + SpecialFunctions.GammaLn(concentration + after) - SpecialFunctions.GammaLn(concentration + 1 + here + after);
        }

        return log;
    }
}
