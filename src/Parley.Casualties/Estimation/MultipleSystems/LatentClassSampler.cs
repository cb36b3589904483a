using System.Numerics;
using Parley.Casualties.Estimation.Numerics;

namespace Parley.Casualties.Estimation.MultipleSystems;

/// <summary>How long the latent-class sampler runs.</summary>
/// <param name="Chains">Independent chains.</param>
/// <param name="BurnIn">Steps thrown away at the start of each.</param>
/// <param name="Kept">Steps kept of each after thinning.</param>
/// <param name="Thinning">Steps from one that is kept to the next.</param>
public sealed record SamplerLength(int Chains = 20, int BurnIn = 20_000, int Kept = 2000, int Thinning = 20);

/// <summary>
/// The population under a mixture of classes of people, within each of which the lists are independent: stick-breaking weights, uniform
/// chances to be listed, and a Gibbs sampler (Manrique-Vallier 2016). People are dealt to classes pattern by pattern, so that a step costs as
/// much for a million people as for a thousand.
/// </summary>
internal sealed class LatentClassSampler
{
    private const int Classes = 10;
    private const double ConcentrationShape = 0.25;
    private const double ConcentrationRate = 0.25;

    /// <summary>The most unseen people considered, times those seen.</summary>
    private const int MostTimesObserved = 20;

    private readonly CaptureTable _table;
    private readonly int[] _patterns;
    private readonly Random _random;
    private readonly StickBreaking _sticks = new(Classes, ConcentrationShape, ConcentrationRate);
    private readonly double[][] _chances = new double[Classes][];
    private readonly double[] _share = new double[Classes];
    private readonly long[] _dealt = new long[Classes];
    private readonly long[] _members = new long[Classes];
    private readonly long[][] _listed = new long[Classes][];
    private long _unseen;

    private LatentClassSampler(CaptureTable table, int seed)
    {
        _table = table;
        _patterns = [.. Enumerable.Range(1, table.PatternCount).Where(p => table[p] > 0)];
        _random = new Random(seed);
        for (var k = 0; k < Classes; k++)
        {
            _chances[k] = [.. Enumerable.Range(0, table.Lists.Length).Select(_ => _random.NextDouble())];
            _listed[k] = new long[table.Lists.Length];
        }

        // Chains begin far apart, from half the seen to twelve times as many, so that they show it when they do not mix.
        _unseen = (long)(table.Observed * 0.5 * Math.Pow(24, _random.NextDouble()));
    }

    /// <summary>The kept populations of each chain.</summary>
    public static double[][] Run(CaptureTable table, SamplerLength length, int seed) =>
        [.. Enumerable.Range(0, length.Chains).AsParallel().AsOrdered()
            .Select(chain => new LatentClassSampler(table, unchecked(seed * 1_000_003 + chain)).Chain(length))];

    private double[] Chain(SamplerLength length)
    {
        var kept = new double[length.Kept];
        for (var step = 0; step < length.BurnIn; step++)
        {
            Step();
        }

        for (var i = 0; i < kept.Length; i++)
        {
            for (var step = 0; step < length.Thinning; step++)
            {
                Step();
            }

            kept[i] = _table.Observed + _unseen;
        }

        return kept;
    }

    private void Step()
    {
        DealPeople();
        _sticks.Draw(_random, _members, (k, other) => (_listed[k], _listed[other]) = (_listed[other], _listed[k]));
        DrawChances();
        DrawUnseen();
    }

    /// <summary>Draws the class of everybody, seen and unseen.</summary>
    private void DealPeople()
    {
        Array.Clear(_members);
        foreach (var listed in _listed)
        {
            Array.Clear(listed);
        }

        foreach (var pattern in _patterns)
        {
            Deal(pattern, _table[pattern]);
        }

        Deal(0, _unseen);
    }

    private void Deal(int pattern, long people)
    {
        Shares(pattern);
        Draw.Multinomial(_random, people, _share, _dealt);
        for (var k = 0; k < Classes; k++)
        {
            _members[k] += _dealt[k];
            for (var rest = pattern; rest != 0; rest &= rest - 1)
            {
                _listed[k][BitOperations.TrailingZeroCount(rest)] += _dealt[k];
            }
        }
    }

    private double Shares(int pattern)
    {
        var sum = 0.0;
        for (var k = 0; k < Classes; k++)
        {
            var share = _sticks.Weights[k];
            for (var list = 0; list < _chances[k].Length; list++)
            {
                share *= (pattern >> list & 1) == 1 ? _chances[k][list] : 1 - _chances[k][list];
            }

            _share[k] = share;
            sum += share;
        }

        return sum;
    }

    private void DrawChances()
    {
        for (var k = 0; k < Classes; k++)
        {
            for (var list = 0; list < _chances[k].Length; list++)
            {
                _chances[k][list] = Draw.Beta(_random, 1 + _listed[k][list], 1 + _members[k] - _listed[k][list]);
            }
        }
    }

    /// <summary>Negative binomial given the chance to be seen, cut off at a multiple of the seen.</summary>
    private void DrawUnseen()
    {
        var missed = Shares(0);
        var most = (long)MostTimesObserved * _table.Observed;
        for (var tries = 0; tries < 1000; tries++)
        {
            var mean = Draw.Gamma(_random, _table.Observed) * missed / (1 - missed);
            _unseen = mean < 4.0 * most ? Draw.Poisson(_random, mean) : long.MaxValue;
            if (_unseen <= most)
            {
                return;
            }
        }

        _unseen = most;
    }
}
