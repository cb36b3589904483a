using Parley.Casualties.Estimation.Numerics;

namespace Parley.Casualties.Estimation.MultipleSystems;

/// <summary>
/// Metropolis moves of a mixture's weights and chances with everybody's class and the number of the unseen summed out: with the prior 1/N
/// the seen have the multinomial law cut off at the pattern of no list. The ridge that slows a Gibbs sampler is that a class twice as large
/// whose people are listed half as often explains the seen as well; one of the moves goes along it.
/// </summary>
internal sealed class LatentClassMoves
{
    private readonly double[] _weights;
    private readonly double[][] _chances;
    private readonly Random _random;
    private readonly int[] _patterns;
    private readonly double[] _counts;
    private readonly double _observed;
    private readonly double _mostUnseen;
    private readonly double[] _sticks;
    private readonly double[] _kept;
    private readonly double[] _probability;

    /// <summary>Moves of the parameters that a sampler keeps in <paramref name="weights"/> and <paramref name="chances"/>.</summary>
    /// <param name="table">The table.</param>
    /// <param name="patterns">Its patterns that somebody has.</param>
    /// <param name="weights">Weights of the classes.</param>
    /// <param name="chances">Their chances to be on each list.</param>
    /// <param name="mostUnseen">How many times the seen the unseen may be.</param>
    /// <param name="random">Source of chance.</param>
    public LatentClassMoves(CaptureTable table, int[] patterns, double[] weights, double[][] chances, double mostUnseen, Random random)
    {
        _mostUnseen = mostUnseen;
        (_patterns, _weights, _chances, _random) = (patterns, weights, chances, random);
        (_counts, _observed) = ([.. patterns.Select(p => (double)table[p])], table.Observed);
        (_sticks, _kept, _probability) = (new double[weights.Length], new double[table.Lists.Length], new double[patterns.Length + 1]);
    }

    /// <summary>Tries a few moves of every class that is not empty.</summary>
    /// <param name="concentration">The concentration of the sticks.</param>
    public void Move(double concentration)
    {
        const double SmallestClass = 1e-4;
        ReadSticks();
        var present = LogLikelihood();
        for (var k = 0; k < _weights.Length; k++)
        {
            if (_weights[k] >= SmallestClass)
            {
                // Steps of all sizes: what fits depends on how much the data say.
                var size = Math.Exp(-4 * _random.NextDouble());
                present = Try(k, present, concentration, chanceShift: size * Draw.Normal(_random), alongRidge: true, listStep: 0);
                present = Try(k, present, concentration, chanceShift: 0, alongRidge: false, listStep: Math.Exp(-4 * _random.NextDouble()));
            }
        }

        Exchange(present);
    }

    private double Try(int k, double present, double concentration, double chanceShift, bool alongRidge, double listStep)
    {
        var chances = _chances[k];
        chances.CopyTo(_kept, 0);
        var stick = _sticks[k];
        var change = -LogPrior(k, concentration);
        for (var list = 0; list < chances.Length; list++)
        {
            chances[list] = Shifted(chances[list], -chanceShift + listStep * Draw.Normal(_random));
        }

        var isLast = k == _weights.Length - 1;
        if (alongRidge && !isLast)
        {
            _sticks[k] = Shifted(stick, chanceShift);
        }

        WriteWeights();
        change += LogPrior(k, concentration);
        var moved = LogLikelihood();
        if (Math.Log(1 - _random.NextDouble()) < moved - present + change)
        {
            return moved;
        }

        _kept.AsSpan().CopyTo(chances);
        _sticks[k] = stick;
        WriteWeights();
        return present;
    }

    /// <summary>Two neighbouring classes change their places, with their sticks.</summary>
    private void Exchange(double present)
    {
        var k = _random.Next(_weights.Length - 2);
        var (one, other) = (_sticks[k], _sticks[k + 1]);
        (_chances[k], _chances[k + 1]) = (_chances[k + 1], _chances[k]);
        (_sticks[k], _sticks[k + 1]) = (other, one);
        WriteWeights();
        var moved = LogLikelihood();

        // The sticks' priors are the same for all classes, so that the likelihood alone decides.
        if (Math.Log(1 - _random.NextDouble()) < moved - present)
        {
            return;
        }

        (_chances[k], _chances[k + 1]) = (_chances[k + 1], _chances[k]);
        (_sticks[k], _sticks[k + 1]) = (one, other);
        WriteWeights();
    }

    /// <summary>Log density of a class's parameters on the scale of log odds, on which the steps are symmetric.</summary>
    private double LogPrior(int k, double concentration)
    {
        var sum = k < _weights.Length - 1 ? Math.Log(_sticks[k]) + concentration * Math.Log(1 - _sticks[k]) : 0;
        foreach (var chance in _chances[k])
        {
            sum += Math.Log(chance) + Math.Log(1 - chance);
        }

        return sum;
    }

    private double LogLikelihood()
    {
        Array.Clear(_probability);
        for (var k = 0; k < _weights.Length; k++)
        {
            for (var p = 0; p <= _patterns.Length; p++)
            {
                var pattern = p < _patterns.Length ? _patterns[p] : 0;
                var share = _weights[k];
                for (var list = 0; list < _chances[k].Length; list++)
                {
                    share *= (pattern >> list & 1) == 1 ? _chances[k][list] : 1 - _chances[k][list];
                }

                _probability[p] += share;
            }
        }

        if (_probability[^1] > _mostUnseen * (1 - _probability[^1]))
        {
            return double.NegativeInfinity; // the prior of the population ends there
        }

        var sum = -_observed * Math.Log(1 - _probability[^1]);
        for (var p = 0; p < _patterns.Length; p++)
        {
            sum += _counts[p] * Math.Log(_probability[p]);
        }

        return double.IsNaN(sum) ? double.NegativeInfinity : sum;
    }

    private static double Shifted(double chance, double logOdds)
    {
        const double Edge = 1e-9;
        return Math.Clamp(1 / (1 + (1 - chance) / chance * Math.Exp(-logOdds)), Edge, 1 - Edge);
    }

    private void ReadSticks()
    {
        const double Edge = 1e-12;
        var left = 1.0;
        for (var k = 0; k < _weights.Length - 1; k++)
        {
            _sticks[k] = Math.Clamp(left > 0 ? _weights[k] / left : 0.5, Edge, 1 - Edge);
            left -= _weights[k];
        }
    }

    private void WriteWeights()
    {
        var left = 1.0;
        for (var k = 0; k < _weights.Length - 1; k++)
        {
            _weights[k] = left * _sticks[k];
            left *= 1 - _sticks[k];
        }

        _weights[^1] = left;
    }
}
