using System.Numerics.Tensors;
using System.Runtime.Intrinsics;
using Parley.Language.Model;

namespace Parley.Training.Learning;

/// <summary>The weights of one direction of a layer as learned, and the way back through it.</summary>
internal sealed unsafe class LstmWeights(int inputs, int units, int shards)
{
    public Parameter Input { get; } = new(inputs, 4 * units, shards);

    public Parameter State { get; } = new(units, 4 * units, shards);

    public Parameter Bias { get; } = new(1, 4 * units, shards);

    public PackedMatrix InputTransposed { get; } = new();

    public PackedMatrix StateTransposed { get; } = new();

    /// <summary>Packs the weights for the layer that runs forward and for the way back.</summary>
    public void Publish(LstmLayer layer, Func<Parameter, FloatBuffer> choose, bool learning)
    {
        var input = choose(Input).Pointer;
        var state = choose(State).Pointer;
        layer.InputWeights.Pack(input, inputs, 4 * units, 4 * units);
        layer.StateWeights.Pack(state, units, 4 * units, 4 * units);
        layer.Bias.Reserve(4 * units);
        choose(Bias).Span(0, 4 * units).CopyTo(layer.Bias.Span(0, 4 * units));
        if (learning)
        {
            InputTransposed.PackTransposed(input, 4 * units, inputs, 4 * units);
            StateTransposed.PackTransposed(state, 4 * units, units, 4 * units);
        }
    }
}

/// <summary>Scratch for the way back through one direction of a layer (backpropagation through time).</summary>
internal sealed unsafe class LstmGradient
{
    private readonly FloatBuffer _cells = new();
    private readonly FloatBuffer _before = new();
    private readonly PackedMatrix _packed = new();

    /// <summary>
    /// From the gradient of the states (<paramref name="slope"/>, destroyed) to those of weights and input. The gates are replaced
    /// by their gradients.
    /// </summary>
    public void Run(
        LstmWeights weights, int shard, SequenceBatch batch, float* input, int inputs, float* gates, float* cells, float* states,
        float* slope, nint stride, int units, bool backward, float* inputSlope, bool accumulateInput)
    {
        nint width = 4 * units;
        var cellSlope = _cells.Reserve((long)batch.Rows * units);
        var before = _before.Reserve((long)batch.Rows * units);
        _cells.Clear((long)batch.Rows * units);
        _before.Clear((long)batch.Rows * units);
        for (var i = batch.Steps - 1; i >= 0; i--)
        {
            var step = backward ? batch.Steps - 1 - i : i;
            nint start = batch.Start(step);
            var active = batch.Active(step);
            var previous = backward ? step + 1 : step - 1;
            var carried = previous < 0 ? 0 : Math.Min(active, batch.Active(previous));
            nint last = carried > 0 ? batch.Start(previous) : 0;
            for (nint r = 0; r < active; r++)
            {
                var has = r < carried;
                Cell(
                    gates + ((start + r) * width), cells + ((start + r) * units), has ? cells + ((last + r) * units) : null,
                    slope + ((start + r) * stride), cellSlope + ((start + r) * units), has ? cellSlope + ((last + r) * units) : null, units);
                if (has)
                {
                    new ReadOnlySpan<float>(states + ((last + r) * stride), units).CopyTo(new Span<float>(before + ((start + r) * units), units));
                }
            }

            if (carried > 0)
            {
                Gemm.Multiply(gates + (start * width), width, 1, weights.StateTransposed, slope + (last * stride), stride, carried, accumulate: true);
            }
        }

        var bias = weights.Bias.Gradients[shard].Span(0, (int)width);
        for (nint row = 0; row < batch.Rows; row++)
        {
            TensorPrimitives.Add(bias, new ReadOnlySpan<float>(gates + (row * width), (int)width), bias);
        }

        AccumulateProducts(input, inputs, before, units, gates, width, batch.Rows, weights, shard);
        if (inputSlope != null)
        {
            Gemm.Multiply(gates, width, 1, weights.InputTransposed, inputSlope, inputs, batch.Rows, accumulateInput);
        }
    }

    /// <summary>Adds the outer products of a few hundred rows at a time, so that a panel of them stays in the nearest cache.</summary>
    private void AccumulateProducts(
        float* input, int inputs, float* before, int units, float* gates, nint width, int rows, LstmWeights weights, int shard)
    {
        const int block = 256;
        for (nint row = 0; row < rows; row += block)
        {
            var count = (int)Math.Min(block, rows - row);
            _packed.Pack(gates + (row * width), count, (int)width, (int)width);
            Gemm.Multiply(input + (row * inputs), 1, inputs, _packed, weights.Input.Gradients[shard].Pointer, width, inputs, accumulate: true);
            Gemm.Multiply(before + (row * units), 1, units, _packed, weights.State.Gradients[shard].Pointer, width, units, accumulate: true);
        }
    }

    private static void Cell(float* gates, float* cell, float* cellBefore, float* slope, float* cellSlope, float* cellSlopeBefore, int units)
    {
        for (var u = 0; u < units; u += 16)
        {
            var i = Vector512.Load(gates + u);
            var f = Vector512.Load(gates + units + u);
            var o = Vector512.Load(gates + (2 * units) + u);
            var g = Vector512.Load(gates + (3 * units) + u);
            var dh = Vector512.Load(slope + u);
            var t = Activation.Tanh(Vector512.Load(cell + u));
            var dc = Vector512.Load(cellSlope + u) + (dh * o * (Vector512<float>.One - (t * t)));
            (dc * g * i * (Vector512<float>.One - i)).Store(gates + u);
            (dc * i * (Vector512<float>.One - (g * g))).Store(gates + (3 * units) + u);
            (dh * t * o * (Vector512<float>.One - o)).Store(gates + (2 * units) + u);
            if (cellBefore != null)
            {
                (dc * Vector512.Load(cellBefore + u) * f * (Vector512<float>.One - f)).Store(gates + units + u);
                (dc * f).Store(cellSlopeBefore + u);
            }
            else
            {
                Vector512<float>.Zero.Store(gates + units + u);
            }
        }
    }
}
