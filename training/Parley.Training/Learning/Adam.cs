using System.Numerics.Tensors;

namespace Parley.Training.Learning;

/// <summary>Adam (Kingma and Ba 2015) with decoupled weight decay.</summary>
internal sealed unsafe class Adam(float decay)
{
    private const float Beta1 = 0.9f;
    private const float Beta2 = 0.999f;
    private const float Epsilon = 1e-8f;
    private int _steps;

    /// <summary>Call before the parameters of a step are updated.</summary>
    public void Begin() => _steps++;

    /// <summary>Moves <paramref name="length"/> weights from <paramref name="start"/> against their gradient times <paramref name="scale"/>.</summary>
    public void Update(Parameter parameter, long start, long length, float* gradient, float scale, float rate, bool shrink)
    {
        var correction1 = 1 - MathF.Pow(Beta1, _steps);
        var correction2 = 1 - MathF.Pow(Beta2, _steps);
        var step = rate / correction1;
        var root = 1 / MathF.Sqrt(correction2);
        var keep = shrink ? 1 - (rate * decay) : 1;
        var value = parameter.Value.Pointer + start;
        var first = parameter.FirstMoment.Pointer + start;
        var second = parameter.SecondMoment.Pointer + start;
        for (long i = 0; i < length; i++)
        {
            var g = gradient[i] * scale;
            first[i] = (Beta1 * first[i]) + ((1 - Beta1) * g);
            second[i] = (Beta2 * second[i]) + ((1 - Beta2) * g * g);
            value[i] = (value[i] * keep) - (step * first[i] / ((MathF.Sqrt(second[i]) * root) + Epsilon));
        }
    }

    /// <summary>Adds the shards' gradients into the first, in order, clears the others, and returns the sum of squares.</summary>
    public static double Reduce(Parameter parameter)
    {
        var sum = parameter.Gradients[0];
        var squares = 0.0;
        const int block = 1 << 16;
        for (long start = 0; start < parameter.Length; start += block)
        {
            var length = (int)Math.Min(block, parameter.Length - start);
            var total = sum.Span(start, length);
            for (var s = 1; s < parameter.Gradients.Length; s++)
            {
                var other = parameter.Gradients[s].Span(start, length);
                TensorPrimitives.Add(total, other, total);
                other.Clear();
            }

            squares += TensorPrimitives.SumOfSquares<float>(total);
        }

        return squares;
    }
}
