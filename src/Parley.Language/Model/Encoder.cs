namespace Parley.Language.Model;

/// <summary>Runs a network's layers of cells over a batch; owns its scratch, so it belongs to one thread at a time.</summary>
internal sealed unsafe class Encoder(Network network) : IDisposable
{
    private readonly FloatBuffer[] _layers = [.. Enumerable.Range(0, network.Shape.Layers + 1).Select(_ => new FloatBuffer())];
    private readonly FloatBuffer _trees = new();
    private readonly FloatBuffer _gates = new();
    private readonly FloatBuffer _cells = new();

    /// <summary>Rows of the first layer, <see cref="NetworkShape.Width"/> floats each, in the order of the batch.</summary>
    public float* First => _layers[1].Pointer;

    /// <summary>Rows of the last layer.</summary>
    public float* Top => _layers[^1].Pointer;

    /// <summary>Encodes sequences.</summary>
    /// <param name="batch">How they are laid out.</param>
    /// <param name="lengths">Their lengths.</param>
    /// <param name="rows">Rows of the feature tables, sequence after sequence.</param>
    public void Run(SequenceBatch batch, ReadOnlySpan<int> lengths, ReadOnlySpan<int> rows)
    {
        var input = _layers[0].Reserve((long)batch.Rows * TokenFeatures.Width);
        var at = 0;
        for (var s = 0; s < lengths.Length; s++)
        {
            for (var i = 0; i < lengths[s]; i++, at++)
            {
                network.Look(rows.Slice(at * TokenFeatures.Count, TokenFeatures.Count), input + ((long)batch.Row(s, i) * TokenFeatures.Width));
            }
        }

        for (var l = 0; l < network.Cells.Length; l++)
        {
            Run(batch, network.Cells[l], _layers[l].Pointer, l == 0 ? TokenFeatures.Width : network.Shape.Width, _layers[l + 1]);
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
        foreach (var buffer in _layers.Append(_trees).Append(_gates).Append(_cells))
        {
            buffer.Dispose();
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
