using System.Numerics.Tensors;
using Parley.Language.Model;

namespace Parley.Training.Learning;

/// <summary>The weights of a linear map as learned, and the way back through it.</summary>
internal sealed unsafe class DenseWeights(int inputs, int outputs, int shards)
{
    public Parameter Weights { get; } = new(inputs, outputs, shards);

    public Parameter Bias { get; } = new(1, outputs, shards);

    public PackedMatrix Transposed { get; } = new();

    public void Publish(DenseLayer layer, Func<Parameter, FloatBuffer> choose, bool learning)
    {
        var chosen = choose(Weights).Pointer;
        layer.Weights.Pack(chosen, inputs, outputs, outputs);
        choose(Bias).Span(0, outputs).CopyTo(layer.Bias.Span(0, outputs));
        if (learning)
        {
            Transposed.PackTransposed(chosen, outputs, inputs, outputs);
        }
    }

    /// <summary>Adds the gradients of weights, bias and (if wanted) input.</summary>
    public void Back(int shard, PackedMatrix scratch, float* input, nint stride, float* slope, int rows, float* inputSlope, nint inputSlopeStride, bool accumulate)
    {
        var sums = Bias.Gradients[shard].Span(0, outputs);
        for (nint row = 0; row < rows; row++)
        {
            TensorPrimitives.Add(sums, new ReadOnlySpan<float>(slope + (row * outputs), outputs), sums);
        }

        scratch.Pack(slope, rows, outputs, outputs);
        Gemm.Multiply(input, 1, stride, scratch, Weights.Gradients[shard].Pointer, outputs, inputs, accumulate: true);
        if (inputSlope != null)
        {
            Gemm.Multiply(slope, outputs, 1, Transposed, inputSlope, inputSlopeStride, rows, accumulate);
        }
    }
}
