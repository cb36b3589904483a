using System.Numerics.Tensors;
using Parley.Resolution.Antecedents;
using Parley.Training.Learning;

namespace Parley.Training.Speakers;

/// <summary>
/// Learns <see cref="AntecedentModel"/> by the marginal likelihood of all right antecedents (Durrett and Klein 2013): Adam, one batch after the other on
/// one core, so that a seed gives the same weights everywhere.
/// </summary>
internal sealed class AntecedentTrainer
{
    private const int Batch = 64;
    private const float Decay = 0.01f;

    /// <summary>Share of the present weights in their running mean.</summary>
    private const float LeastShare = 0.002f;

    private readonly int _units;
    private readonly Adam _adam = new(Decay);
    private readonly Random _random;
    private readonly float _dropout;

    public AntecedentTrainer(int units, int seed, float dropout)
    {
        (_units, _random, _dropout) = (units, new Random(seed), dropout);
        Parameter = new Parameter(1, (AntecedentModel.Features * (units + 1)) + (2 * units), shards: 1);
        for (var i = 0; i < Parameter.Length; i++)
        {
            // The linear column starts at zero, the units' columns and their outputs small.
            var isLinear = i < Rows && i % (units + 1) == units;
            Weights[i] = isLinear || (i >= Rows && i < Rows + units) ? 0 : ((2 * _random.NextSingle()) - 1) * (i < Rows ? 0.3f : 0.5f);
        }
    }

    /// <summary>All weights: a row for each feature, the units' bias, their outputs.</summary>
    public Parameter Parameter { get; }

    private Span<float> Weights => Parameter.Value.Span(0, (int)Parameter.Length);

    private Span<float> Gradient => Parameter.Gradients[0].Span(0, (int)Parameter.Length);

    private int Rows => AntecedentModel.Features * (_units + 1);

    /// <summary>Learns the examples; tells the mean loss of each pass.</summary>
    public void Learn(List<AntecedentExample> examples, int epochs, float rate, Action<int, double> tell)
    {
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var (step, steps) = (0, epochs * ((examples.Count + Batch - 1) / Batch));
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            _random.Shuffle(order);
            var (loss, weight) = (0.0, 0.0);
            for (var start = 0; start < order.Length; start += Batch)
            {
                var end = Math.Min(order.Length, start + Batch);
                for (var i = start; i < end; i++)
                {
                    var example = examples[order[i]];
                    loss += example.Weight * Back(example, example.Weight / (end - start));
                    weight += example.Weight;
                }

                Step(rate * (1 - ((float)step / steps)), Math.Max(LeastShare, 1f / ++step));
            }

            tell(epoch, loss / weight);
        }
    }

    /// <summary>The model as it is now: the mean of the weights over the last steps.</summary>
    public AntecedentModel Model()
    {
        var mean = Parameter.Mean.Span(0, (int)Parameter.Length);
        return new AntecedentModel([.. mean[..Rows]], [.. mean.Slice(Rows, _units)], [.. mean[(Rows + _units)..]]);
    }

    /// <summary>Adds the gradient of an example times <paramref name="scale"/>; gives its loss.</summary>
    public double Back(AntecedentExample example, float scale)
    {
        var count = example.Choices.Length;
        var (scores, units, kept) = (new float[count], new float[count * _units], new float[_units]);
        for (var u = 0; u < _units; u++)
        {
            kept[u] = _random.NextSingle() < _dropout ? 0 : 1 / (1 - _dropout);
        }

        for (var c = 0; c < count; c++)
        {
            scores[c] = Score(example.Choices[c], units.AsSpan(c * _units, _units), kept);
        }

        var most = scores.Max();
        double all = 0, right = 0;
        for (var c = 0; c < count; c++)
        {
            var power = Math.Exp(scores[c] - most);
            all += power;
            right += example.IsRight[c] ? power : 0;
        }

        right = Math.Max(right, 1e-30);
        for (var c = 0; c < count; c++)
        {
            var power = Math.Exp(scores[c] - most);
            var slope = (float)(((power / all) - (example.IsRight[c] ? power / right : 0)) * scale);
            if (Math.Abs(slope) > 1e-7f)
            {
                Back(example.Choices[c], units.AsSpan(c * _units, _units), kept, slope);
            }
        }

        return Math.Log(all) - Math.Log(right);
    }

    private float Score(int[] features, Span<float> units, float[] kept)
    {
        Weights.Slice(Rows, _units).CopyTo(units);
        var score = 0f;
        foreach (var feature in features)
        {
            var row = Weights.Slice(feature * (_units + 1), _units + 1);
            TensorPrimitives.Add(units, row[.._units], units);
            score += row[_units];
        }

        var output = Weights.Slice(Rows + _units, _units);
        for (var u = 0; u < _units; u++)
        {
            units[u] = Math.Max(0, units[u]) * kept[u];
            score += units[u] * output[u];
        }

        return score;
    }

    private void Back(int[] features, Span<float> units, float[] kept, float slope)
    {
        Span<float> slopes = stackalloc float[_units + 1];
        var output = Weights.Slice(Rows + _units, _units);
        for (var u = 0; u < _units; u++)
        {
            Gradient[Rows + _units + u] += slope * units[u];
            slopes[u] = units[u] > 0 ? slope * output[u] * kept[u] : 0;
        }

        slopes[_units] = slope;
        TensorPrimitives.Add(Gradient.Slice(Rows, _units), slopes[.._units], Gradient.Slice(Rows, _units));
        foreach (var feature in features)
        {
            var row = Gradient.Slice(feature * (_units + 1), _units + 1);
            TensorPrimitives.Add(row, slopes, row);
        }
    }

    private unsafe void Step(float rate, float share)
    {
        _adam.Begin();
        _adam.Update(Parameter, 0, Parameter.Length, Parameter.Gradients[0].Pointer, 1, rate, shrink: true);
        Parameter.Gradients[0].Clear(Parameter.Length);
        Parameter.Average(share);
    }
}
