using System.Buffers;

namespace Parley.Language;

/// <summary>Collects token offsets in rented arrays.</summary>
internal sealed class TokenBuffer(int characters) : IDisposable
{
    private const int CharactersPerToken = 5;

    private int[] _starts = ArrayPool<int>.Shared.Rent(characters / CharactersPerToken + 16);
    private int[] _ends = ArrayPool<int>.Shared.Rent(characters / CharactersPerToken + 16);
    private int _count;

    /// <summary>Adds the token [start, end) and returns its end.</summary>
    public int Add(int start, int end)
    {
        if (_count == _starts.Length || _count == _ends.Length)
        {
            Grow(ref _starts);
            Grow(ref _ends);
        }

        _starts[_count] = start;
        _ends[_count++] = end;
        return end;
    }

    /// <summary>The tokens so far.</summary>
    public TokenTable ToTable() => new(_starts.AsSpan(0, _count).ToArray(), _ends.AsSpan(0, _count).ToArray());

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(_starts);
        ArrayPool<int>.Shared.Return(_ends);
        (_starts, _ends) = ([], []);
    }

    private void Grow(ref int[] array)
    {
        var larger = ArrayPool<int>.Shared.Rent(Math.Max(16, _count * 2));
        array.AsSpan(0, _count).CopyTo(larger);
        ArrayPool<int>.Shared.Return(array);
        array = larger;
    }
}
