namespace Parley.Language.Model;

/// <summary>
/// What a token's form alone gives to the gates of the first layer, in both directions, bias included. The same few forms make up most of a
/// text, so those seen last are kept: the result is the same to the last bit whether one was kept or not. Belongs to one thread at a time.
/// </summary>
internal sealed unsafe class FormProjection : IDisposable
{
    /// <summary>How many forms are kept at most, a power of two; each takes eight times the units of floats.</summary>
    private const int Slots = 2048;

    /// <summary>Fresh forms are worked out so many at a time.</summary>
    private const int Block = 64;

    private readonly Network _network;
    private readonly LstmLayer[] _cells;
    private readonly int _width;
    private readonly int[] _forms = new int[Slots * TokenFeatures.FormCount];
    private readonly int[] _lastUsed = new int[Slots];
    private readonly FloatBuffer _kept = new();
    private readonly FloatBuffer _inputs = new();
    private readonly FloatBuffer _products = new();

    /// <summary>Forms that found no room among those kept.</summary>
    private readonly FloatBuffer _apart = new();

    private readonly List<int> _freshRows = [];
    private readonly List<int> _freshSlots = [];
    private int[] _places = [];
    private int _batch;

    public FormProjection(Network network)
    {
        (_network, _cells) = (network, network.Cells[0]);
        _width = 4 * _cells[0].Units;
        _forms.AsSpan().Fill(-1);
        _kept.Reserve((long)Slots * 2 * _width);
    }

    /// <summary>Fills the gates of a batch.</summary>
    /// <param name="batch">How the sequences are laid out.</param>
    /// <param name="lengths">Their lengths.</param>
    /// <param name="rows">Rows of the feature tables, <see cref="TokenFeatures.Count"/> for each token, sequence after sequence.</param>
    /// <param name="forward">A row of gates for each row of the batch, of the cells that run forward.</param>
    /// <param name="backward">The same for those that run backward.</param>
    public void Write(SequenceBatch batch, ReadOnlySpan<int> lengths, ReadOnlySpan<int> rows, float* forward, float* backward)
    {
        Place(batch.Rows, rows);
        Multiply(rows);
        var at = 0;
        for (var s = 0; s < lengths.Length; s++)
        {
            for (var i = 0; i < lengths[s]; i++, at++)
            {
                var place = _places[at];
                var from = (place >= 0 ? _kept.Pointer : _apart.Pointer) + ((long)(place >= 0 ? place : ~place) * 2 * _width);
                var row = (long)batch.Row(s, i) * _width;
                Copy(from, forward + row, _width);
                Copy(from + _width, backward + row, _width);
            }
        }
    }

    public void Dispose()
    {
        _kept.Dispose();
        _inputs.Dispose();
        _products.Dispose();
        _apart.Dispose();
    }

    /// <summary>Decides for each token where its form is kept, or, as a complement, where among those apart: none gives way that this batch uses.</summary>
    private void Place(int tokens, ReadOnlySpan<int> rows)
    {
        _batch++;
        _freshRows.Clear();
        _freshSlots.Clear();
        if (_places.Length < tokens)
        {
            _places = new int[tokens];
        }

        var apart = 0;
        for (var t = 0; t < tokens; t++)
        {
            var form = rows.Slice(t * TokenFeatures.Count, TokenFeatures.FormCount);
            var slot = unchecked((int)((((uint)form[0] * 0x9E3779B1u) ^ ((uint)form[1] * 0x85EBCA6Bu)) >>> 7) & (Slots - 1));
            var kept = _forms.AsSpan(slot * TokenFeatures.FormCount, TokenFeatures.FormCount);
            if (form.SequenceEqual(kept))
            {
                (_places[t], _lastUsed[slot]) = (slot, _batch);
                continue;
            }

            var isFree = _lastUsed[slot] != _batch;
            if (isFree)
            {
                form.CopyTo(kept);
                _lastUsed[slot] = _batch;
            }

            _places[t] = isFree ? slot : ~apart++;
            _freshRows.Add(t);
            _freshSlots.Add(_places[t]);
        }
    }

    /// <summary>Works the fresh forms out, a block at a time, and puts each where it belongs.</summary>
    private void Multiply(ReadOnlySpan<int> rows)
    {
        var inputs = _inputs.Reserve(Block * TokenFeatures.FormWidth);
        var products = _products.Reserve((long)Block * 2 * _width);
        var apart = _apart.Reserve((long)_freshSlots.Count(slot => slot < 0) * 2 * _width);
        for (var first = 0; first < _freshRows.Count; first += Block)
        {
            var count = Math.Min(Block, _freshRows.Count - first);
            for (var f = 0; f < count; f++)
            {
                var row = _freshRows[first + f] * TokenFeatures.Count;
                _network.LookForm(rows.Slice(row, TokenFeatures.Count), inputs + ((long)f * TokenFeatures.FormWidth));
                Copy(_cells[0].Bias.Pointer, products + ((long)f * 2 * _width), _width);
                Copy(_cells[1].Bias.Pointer, products + ((long)f * 2 * _width) + _width, _width);
            }

            for (var d = 0; d < 2; d++)
            {
                Gemm.Multiply(
                    inputs, TokenFeatures.FormWidth, 1, _cells[d].InputWeights, 0, TokenFeatures.FormWidth, products + (d * _width), 2 * _width, count, accumulate: true);
            }

            for (var f = 0; f < count; f++)
            {
                var slot = _freshSlots[first + f];
                Copy(products + ((long)f * 2 * _width), (slot >= 0 ? _kept.Pointer : apart) + ((long)(slot >= 0 ? slot : ~slot) * 2 * _width), 2 * _width);
            }
        }
    }

    private static void Copy(float* from, float* to, int count) => new ReadOnlySpan<float>(from, count).CopyTo(new Span<float>(to, count));
}
