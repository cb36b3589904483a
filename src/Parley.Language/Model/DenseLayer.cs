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

    public void Run(float* input, nint stride, float* output, int rows)
    {
        var bias = new ReadOnlySpan<float>(Bias.Pointer, outputs);
        for (var row = 0; row < rows; row++)
        {
            bias.CopyTo(new Span<float>(output + ((nint)row * outputs), outputs));
        }

        Gemm.Multiply(input, stride, 1, Weights, output, outputs, rows, accumulate: true);
    }

    public void Dispose()
    {
        Weights.Dispose();
        Bias.Dispose();
    }
}
