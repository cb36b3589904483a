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

    private readonly List<(int Token, int Place)> _fresh = [];
    private int[] _places = [];
    private int _batch;

    public FormProjection(Network network)
    {
        (_network, _cells) = (network, network.Cells[0]);
        _width = 4 * _cells[0].Units;
        _forms.AsSpan().Fill(-1);
        _kept.Reserve((long)Slots * 2 * _width);
    }

    /// <summary>Works out what the forms of a batch give.</summary>
    /// <param name="batch">How the sequences are laid out.</param>
    /// <param name="lengths">Their lengths.</param>
    /// <param name="rows">Rows of the feature tables, <see cref="TokenFeatures.Count"/> for each token, sequence after sequence.</param>
    public void Place(SequenceBatch batch, ReadOnlySpan<int> lengths, ReadOnlySpan<int> rows)
    {
        _batch++;
        _fresh.Clear();
        if (_places.Length < batch.Rows)
        {
            _places = new int[batch.Rows];
        }

        var (at, apart) = (0, 0);
        for (var s = 0; s < lengths.Length; s++)
        {
            for (var i = 0; i < lengths[s]; i++, at++)
            {
                _places[batch.Row(s, i)] = PlaceOf(at, rows.Slice(at * TokenFeatures.Count, TokenFeatures.FormCount), ref apart);
            }
        }

        _apart.Reserve((long)apart * 2 * _width);
        Multiply(rows);
    }

    /// <summary>Writes what the forms give to the gates of one direction.</summary>
    /// <param name="direction">0 for the cells that run forward, 1 for those that run backward.</param>
    /// <param name="first">The first row of the batch.</param>
    /// <param name="count">How many rows.</param>
    /// <param name="gates">A row of gates for each.</param>
    public void Write(int direction, int first, int count, float* gates)
    {
        for (var r = 0; r < count; r++)
        {
            Copy(At(_places[first + r]) + (direction * _width), gates + ((long)r * _width), _width);
        }
    }

    public void Dispose()
    {
        _kept.Dispose();
        _inputs.Dispose();
        _products.Dispose();
        _apart.Dispose();
    }

    /// <summary>Where a form is kept or, as a complement, stands among those apart: none gives way that this batch uses.</summary>
    private int PlaceOf(int token, ReadOnlySpan<int> form, ref int apart)
    {
        var slot = unchecked((int)((((uint)form[0] * 0x9E3779B1u) ^ ((uint)form[1] * 0x85EBCA6Bu)) >>> 7) & (Slots - 1));
        var kept = _forms.AsSpan(slot * TokenFeatures.FormCount, TokenFeatures.FormCount);
        if (form.SequenceEqual(kept))
        {
            _lastUsed[slot] = _batch;
            return slot;
        }

        var place = ~apart;
        if (_lastUsed[slot] == _batch)
        {
            apart++;
        }
        else
        {
            form.CopyTo(kept);
            _lastUsed[slot] = _batch;
            place = slot;
        }

        _fresh.Add((token, place));
        return place;
    }

    private float* At(int place) => (place >= 0 ? _kept.Pointer : _apart.Pointer) + ((long)(place >= 0 ? place : ~place) * 2 * _width);

    /// <summary>Works the fresh forms out, a block at a time, and puts each where it belongs.</summary>
    private void Multiply(ReadOnlySpan<int> rows)
    {
        var inputs = _inputs.Reserve(Block * TokenFeatures.FormWidth);
        var products = _products.Reserve((long)Block * 2 * _width);
        for (var first = 0; first < _fresh.Count; first += Block)
        {
            var count = Math.Min(Block, _fresh.Count - first);
            for (var f = 0; f < count; f++)
            {
                var row = _fresh[first + f].Token * TokenFeatures.Count;
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
                Copy(products + ((long)f * 2 * _width), At(_fresh[first + f].Place), 2 * _width);
            }
        }
    }

    private static void Copy(float* from, float* to, int count) => new ReadOnlySpan<float>(from, count).CopyTo(new Span<float>(to, count));
}
