namespace Parley.Language.Model;

/// <summary>
/// Sequences of different length side by side: longest first, and the rows of one time step together, so that a step of all
/// sequences is one matrix product and no row is padding.
/// </summary>
internal sealed class SequenceBatch
{
    private int[] _stepStart = new int[64];
    private int[] _order = [];
    private int[] _rank = [];

    /// <summary>Number of sequences.</summary>
    public int Count { get; private set; }

    /// <summary>Number of time steps: the length of the longest sequence.</summary>
    public int Steps { get; private set; }

    /// <summary>Number of rows: the sum of the lengths.</summary>
    public int Rows { get; private set; }

    /// <summary>The first row of a step; for <see cref="Steps"/> the number of rows.</summary>
    public int Start(int step) => _stepStart[step];

    /// <summary>The step before which a block of at least so many rows ends that begins with a step.</summary>
    public int EndOfBlock(int low, int rows)
    {
        var high = low + 1;
        while (high < Steps && _stepStart[high] - _stepStart[low] < rows)
        {
            high++;
        }

        return high;
    }

    /// <summary>The step with which a block of at least so many rows begins that ends before a step.</summary>
    public int StartOfBlock(int high, int rows)
    {
        var low = high - 1;
        while (low > 0 && _stepStart[high] - _stepStart[low] < rows)
        {
            low--;
        }

        return low;
    }

    /// <summary>Number of sequences that are longer than <paramref name="step"/>.</summary>
    public int Active(int step) => step >= Steps ? 0 : _stepStart[step + 1] - _stepStart[step];

    /// <summary>The row of element <paramref name="position"/> of a sequence.</summary>
    public int Row(int sequence, int position) => _stepStart[position] + _rank[sequence];

    /// <summary>Lays out sequences of the given lengths (each at least 1).</summary>
    public void Arrange(ReadOnlySpan<int> lengths)
    {
        Count = lengths.Length;
        if (_order.Length < Count)
        {
            (_order, _rank) = (new int[Count], new int[Count]);
        }

        var keys = new int[Count];
        for (var i = 0; i < Count; i++)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(lengths[i], 1);
            (_order[i], keys[i]) = (i, -lengths[i]);
        }

        // Ties are broken by index: the layout must not depend on the sort's whims.
        Array.Sort(_order, 0, Count, Comparer<int>.Create((x, y) => keys[x] != keys[y] ? keys[x].CompareTo(keys[y]) : x.CompareTo(y)));
        for (var i = 0; i < Count; i++)
        {
            _rank[_order[i]] = i;
        }

        Steps = Count == 0 ? 0 : lengths[_order[0]];
        if (_stepStart.Length < Steps + 1)
        {
            _stepStart = new int[Steps + 1];
        }

        _stepStart[0] = 0;
        var active = Count;
        for (var step = 0; step < Steps; step++)
        {
            while (active > 0 && lengths[_order[active - 1]] <= step)
            {
                active--;
            }

            _stepStart[step + 1] = _stepStart[step] + active;
        }

        Rows = _stepStart[Steps];
    }
}
