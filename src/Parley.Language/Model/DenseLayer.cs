using System.Numerics.Tensors;

namespace Parley.Language.Model;

/// <summary>A linear map with a bias.</summary>
internal sealed unsafe class DenseLayer(int inputs, int outputs) : IDisposable
{
    /// <summary>Width of an input row.</summary>
    public int Inputs => inputs;

    /// <summary>Width of an output row, a multiple of 16.</summary>
    public int Outputs => outputs;

    public PackedMatrix Weights { get; } = new();

    public FloatBuffer Bias { get; } = new(outputs);

    public void Run(float* input, nint stride, float* output, int rows) => AddTo(input, stride, output, rows, overwrite: true);

    /// <summary>Adds the result to what is in <paramref name="output"/>, or overwrites it.</summary>
    public void AddTo(float* input, nint stride, float* output, int rows, bool overwrite)
    {
        var bias = new ReadOnlySpan<float>(Bias.Pointer, outputs);
        for (var row = 0; row < rows; row++)
        {
            var target = new Span<float>(output + ((nint)row * outputs), outputs);
            if (overwrite)
            {
                bias.CopyTo(target);
            }
            else
            {
                TensorPrimitives.Add(target, bias, target);
            }
        }

        Gemm.Multiply(input, stride, 1, Weights, output, outputs, rows, accumulate: true);
    }

    public void Dispose()
    {
        Weights.Dispose();
        Bias.Dispose();
    }
}
