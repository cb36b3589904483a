using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Parley.Language.Model;

/// <summary>One direction of a layer of long short-term memory cells (Hochreiter and Schmidhuber 1997, with forget gates).</summary>
/// <remarks>A row of gates is four runs of <see cref="Units"/>: input, forget and output gate, candidate.</remarks>
internal sealed unsafe class LstmLayer : IDisposable
{
    public LstmLayer(int inputs, int units)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(units % 16, 0);
        (Inputs, Units) = (inputs, units);
    }

    /// <summary>Width of an input row.</summary>
    public int Inputs { get; }

    /// <summary>Number of cells, a multiple of 16.</summary>
    public int Units { get; }

    /// <summary>Weights of the inputs: <see cref="Inputs"/> by four times <see cref="Units"/>.</summary>
    public PackedMatrix InputWeights { get; } = new();

    /// <summary>Weights of the state of the step before: <see cref="Units"/> by four times <see cref="Units"/>.</summary>
    public PackedMatrix StateWeights { get; } = new();

    /// <summary>Added to each row of gates.</summary>
    public FloatBuffer Bias { get; } = new();

    /// <summary>
    /// Runs the cells over a batch, first element to last or last to first. <paramref name="gates"/> and
    /// <paramref name="cells"/> (a row for each row of the batch) keep the activated gates and the cell states; the states go to
    /// <paramref name="output"/>, whose rows lie <paramref name="stride"/> floats apart.
    /// </summary>
    public void Run(SequenceBatch batch, float* input, nint inputStride, float* gates, float* cells, float* output, nint stride, bool backward)
    {
        Project(input, inputStride, gates, batch.Rows);
        Run(batch, 0, batch.Steps, gates, cells, output, stride, backward);
    }

    /// <summary>Fills gates with the bias and what the inputs give.</summary>
    public void Project(float* input, nint inputStride, float* gates, int rows)
    {
        nint width = 4 * Units;
        for (var row = 0; row < rows; row++)
        {
            new ReadOnlySpan<float>(Bias.Pointer, (int)width).CopyTo(new Span<float>(gates + (row * width), (int)width));
        }

        Gemm.Multiply(input, inputStride, 1, InputWeights, gates, width, rows, accumulate: true);
    }

    /// <summary>Runs the cells over the steps from <paramref name="low"/> to before <paramref name="high"/>, for whose rows the gates are filled.</summary>
    public void Run(SequenceBatch batch, int low, int high, float* gates, float* cells, float* output, nint stride, bool backward)
    {
        nint width = 4 * Units;
        for (var i = low; i < high; i++)
        {
            var step = backward ? high - 1 - (i - low) : i;
            nint start = batch.Start(step);
            var active = batch.Active(step);
            var before = backward ? step + 1 : step - 1;
            var carried = before < 0 ? 0 : Math.Min(active, batch.Active(before));
            nint last = carried > 0 ? batch.Start(before) : 0;
            if (carried > 0)
            {
                Gemm.Multiply(output + (last * stride), stride, 1, StateWeights, gates + (start * width), width, carried, accumulate: true);
            }

            for (nint r = 0; r < active; r++)
            {
                Cell(
                    gates + ((start + r) * width),
                    r < carried ? cells + ((last + r) * Units) : null,
                    cells + ((start + r) * Units),
                    output + ((start + r) * stride));
            }
        }
    }

    public void Dispose()
    {
        InputWeights.Dispose();
        StateWeights.Dispose();
        Bias.Dispose();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Cell(float* gates, float* before, float* cell, float* state)
    {
        for (var u = 0; u < Units; u += 16)
        {
            var input = Activation.Sigmoid(Vector512.Load(gates + u));
            var forget = Activation.Sigmoid(Vector512.Load(gates + Units + u));
            var output = Activation.Sigmoid(Vector512.Load(gates + (2 * Units) + u));
            var candidate = Activation.Tanh(Vector512.Load(gates + (3 * Units) + u));
            var c = input * candidate;
            if (before != null)
            {
                c = Vector512.FusedMultiplyAdd(forget, Vector512.Load(before + u), c);
            }

            input.Store(gates + u);
            forget.Store(gates + Units + u);
            output.Store(gates + (2 * Units) + u);
            candidate.Store(gates + (3 * Units) + u);
            c.Store(cell + u);
            (output * Activation.Tanh(c)).Store(state + u);
        }
    }
}
