namespace Parley.Language.Model;

/// <summary>Runs a network's layers of cells over a batch; owns its scratch, so it belongs to one thread at a time.</summary>
internal sealed unsafe class Encoder(Network network) : IDisposable
{
    private readonly FloatBuffer[] _layers = [.. Enumerable.Range(0, network.Shape.Layers).Select(_ => new FloatBuffer())];
    private readonly FloatBuffer _trees = new();
    private readonly FormProjection _forms = new(network);
    private readonly FloatBuffer _circumstances = new();
    private readonly FloatBuffer _gates = new();
    private readonly FloatBuffer _backwardGates = new();
    private readonly FloatBuffer _cells = new();

    /// <summary>Rows of the first layer, <see cref="NetworkShape.Width"/> floats each, in the order of the batch.</summary>
    public float* First => _layers[0].Pointer;

    /// <summary>Rows of the last layer.</summary>
    public float* Top => _layers[^1].Pointer;

    /// <summary>Encodes sequences.</summary>
    /// <param name="batch">How they are laid out.</param>
    /// <param name="lengths">Their lengths.</param>
    /// <param name="rows">Rows of the feature tables, sequence after sequence.</param>
    public void Run(SequenceBatch batch, ReadOnlySpan<int> lengths, ReadOnlySpan<int> rows)
    {
        RunFirst(batch, lengths, rows);
        for (var l = 1; l < network.Cells.Length; l++)
        {
            Run(batch, network.Cells[l], _layers[l - 1].Pointer, network.Shape.Width, _layers[l]);
        }
    }

    /// <summary>After <see cref="Run(SequenceBatch, ReadOnlySpan{int}, ReadOnlySpan{int})"/>: the rows of the trees' own layer, <see cref="TreeScorer.Width"/> floats each.</summary>
    public float* RunTrees(SequenceBatch batch)
    {
        Run(batch, network.TreeCells, Top, network.Shape.Width, _trees);
        return _trees.Pointer;
    }

    public void Dispose()
    {
        foreach (var buffer in (ReadOnlySpan<FloatBuffer>)[.. _layers, _trees, _circumstances, _gates, _backwardGates, _cells])
        {
            buffer.Dispose();
        }

        _forms.Dispose();
    }

    private void RunFirst(SequenceBatch batch, ReadOnlySpan<int> lengths, ReadOnlySpan<int> rows)
    {
        const int circumstances = TokenFeatures.Width - TokenFeatures.FormWidth;
        var input = _circumstances.Reserve((long)batch.Rows * circumstances);
        var at = 0;
        for (var s = 0; s < lengths.Length; s++)
        {
            for (var i = 0; i < lengths[s]; i++, at++)
            {
                network.LookCircumstances(rows.Slice(at * TokenFeatures.Count, TokenFeatures.Count), input + ((long)batch.Row(s, i) * circumstances));
            }
        }

        var units = network.Shape.Units;
        var output = _layers[0].Reserve((long)batch.Rows * 2 * units);
        var cells = _cells.Reserve((long)batch.Rows * units);
        ReadOnlySpan<nint> gates = [(nint)_gates.Reserve((long)batch.Rows * 4 * units), (nint)_backwardGates.Reserve((long)batch.Rows * 4 * units)];
        _forms.Write(batch, lengths, rows, (float*)gates[0], (float*)gates[1]);
        for (var d = 0; d < 2; d++)
        {
            var layer = network.Cells[0][d];
            Gemm.Multiply(
                input, circumstances, 1, layer.InputWeights, TokenFeatures.FormWidth, circumstances, (float*)gates[d], 4 * units, batch.Rows, accumulate: true);
            layer.Run(batch, (float*)gates[d], cells, output + (d * units), 2 * units, backward: d == 1);
        }
    }

    private void Run(SequenceBatch batch, LstmLayer[] directions, float* input, int inputs, FloatBuffer target)
    {
        var units = directions[0].Units;
        var output = target.Reserve((long)batch.Rows * 2 * units);
        var gates = _gates.Reserve((long)batch.Rows * 4 * units);
        var cells = _cells.Reserve((long)batch.Rows * units);
        directions[0].Run(batch, input, inputs, gates, cells, output, 2 * units, backward: false);
        directions[1].Run(batch, input, inputs, gates, cells, output + units, 2 * units, backward: true);
    }
}
