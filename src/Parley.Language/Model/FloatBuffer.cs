using System.Runtime.InteropServices;

namespace Parley.Language.Model;

/// <summary>Floats in native memory, aligned to a cache line; grows when asked and never shrinks.</summary>
internal sealed unsafe class FloatBuffer : IDisposable
{
    private const int Alignment = 64;
    private float* _floats;

    public FloatBuffer(long length = 0)
    {
        if (length > 0)
        {
            Reserve(length);
            Clear(length);
        }
    }

    ~FloatBuffer() => Free();

    /// <summary>The first float.</summary>
    public float* Pointer => _floats;

    /// <summary>Number of floats there is room for.</summary>
    public long Capacity { get; private set; }

    /// <summary>Makes room for <paramref name="length"/> floats; what was stored is lost if the buffer had to grow.</summary>
    public float* Reserve(long length)
    {
        if (length > Capacity)
        {
            Free();
            var wanted = Math.Max(length, 1024);
            _floats = (float*)NativeMemory.AlignedAlloc((nuint)(wanted * sizeof(float)), Alignment);
            Capacity = wanted;
        }

        return _floats;
    }

    /// <summary>Sets the first <paramref name="length"/> floats to zero.</summary>
    public void Clear(long length) => NativeMemory.Clear(_floats, (nuint)(length * sizeof(float)));

    /// <summary>A view of <paramref name="length"/> floats from <paramref name="start"/>.</summary>
    public Span<float> Span(long start, int length) => new(_floats + start, length);

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        NativeMemory.AlignedFree(_floats);
        _floats = null;
        Capacity = 0;
    }
}
