namespace Parley.Language.Model;

/// <summary>Runs a network's layers of cells over a batch; owns its scratch, so it belongs to one thread at a time.</summary>
internal sealed unsafe class Encoder(Network network) : IDisposable
{
    /// <summary>Rows of gates that are worked out together, at least.</summary>
    private const int BlockRows = 64;

    private const int Circumstances = TokenFeatures.Width - TokenFeatures.FormWidth;

    private readonly FloatBuffer[] _layers = [.. Enumerable.Range(0, network.Shape.Layers).Select(_ => new FloatBuffer())];
    private readonly FloatBuffer _trees = new();
    private readonly FormProjection _forms = new(network);
    private readonly FloatBuffer _circumstances = new();
    private readonly FloatBuffer _gates = new();
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
        _forms.Place(batch, lengths, rows);
        var circumstances = _circumstances.Reserve((long)batch.Rows * Circumstances);
        var at = 0;
        for (var s = 0; s < lengths.Length; s++)
        {
            for (var i = 0; i < lengths[s]; i++, at++)
            {
                network.LookCircumstances(rows.Slice(at * TokenFeatures.Count, TokenFeatures.Count), circumstances + ((long)batch.Row(s, i) * Circumstances));
            }
        }

        for (var l = 0; l < network.Cells.Length; l++)
        {
            Run(batch, network.Cells[l], l == 0 ? null : _layers[l - 1].Pointer, _layers[l]);
        }
    }

    /// <summary>After <see cref="Run(SequenceBatch, ReadOnlySpan{int}, ReadOnlySpan{int})"/>: the rows of the trees' own layer, <see cref="TreeScorer.Width"/> floats each.</summary>
    public float* RunTrees(SequenceBatch batch)
    {
        Run(batch, network.TreeCells, Top, _trees);
        return _trees.Pointer;
    }

    public void Dispose()
    {
        foreach (var buffer in (ReadOnlySpan<FloatBuffer>)[.. _layers, _trees, _circumstances, _gates, _cells])
        {
            buffer.Dispose();
        }

        _forms.Dispose();
    }

    /// <summary>Runs a layer, a block of steps at a time, so that the gates stay in the cache. Without an input it is the first.</summary>
    private void Run(SequenceBatch batch, LstmLayer[] directions, float* input, FloatBuffer target)
    {
        var units = directions[0].Units;
        var (inputs, width) = (directions[0].Inputs, 4 * units);
        var output = target.Reserve((long)batch.Rows * 2 * units);
        var cells = _cells.Reserve((long)batch.Rows * units);
        for (var d = 0; d < 2; d++)
        {
            for (var done = 0; done < batch.Steps;)
            {
                var (low, high) = d == 0 ? (done, batch.EndOfBlock(done, BlockRows)) : (batch.StartOfBlock(batch.Steps - done, BlockRows), batch.Steps - done);
                var (first, count) = (batch.Start(low), batch.Start(high) - batch.Start(low));
                var gates = _gates.Reserve((long)count * width);
                if (input == null)
                {
                    _forms.Write(d, first, count, gates);
                    Gemm.Multiply(
                        _circumstances.Pointer + ((long)first * Circumstances), Circumstances, 1, directions[d].InputWeights, TokenFeatures.FormWidth, Circumstances,
                        gates, width, count, accumulate: true);
                }
                else
                {
                    directions[d].Project(input + ((long)first * inputs), inputs, gates, count);
                }

                directions[d].Run(batch, low, high, gates - ((long)first * width), cells, output + (d * units), 2 * units, backward: d == 1);
                done += high - low;
            }
        }
    }
}
