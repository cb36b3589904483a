using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Parley.Language.Model;

/// <summary>
/// A table of vectors: in single precision while a network learns; as a model file holds it, a byte for each value and a scale
/// for each row, once it is read from there. Such a table is used where it lies.
/// </summary>
internal sealed unsafe class VectorTable : IDisposable
{
    private readonly byte* _quantized;
    private readonly object? _owner;

    /// <summary>A table of zeros in single precision.</summary>
    public VectorTable(int rows, int width) => (Rows, Width, Floats) = (rows, width, new FloatBuffer((long)rows * width));

    /// <summary>A quantized table: each row a little-endian single, its scale, then <paramref name="width"/> signed bytes.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="width">Values in a row.</param>
    /// <param name="quantized">Where it lies; sixteen bytes after its end must be readable.</param>
    /// <param name="owner">What keeps that memory.</param>
    public VectorTable(int rows, int width, byte* quantized, object owner)
    {
        (Rows, Width, _owner) = (rows, width, owner);
        _quantized = quantized;
    }

    public int Rows { get; }

    public int Width { get; }

    /// <summary>The values of a table in single precision, row by row; null if it is quantized.</summary>
    public FloatBuffer? Floats { get; }

    /// <summary>Bytes of a quantized table.</summary>
    public static long QuantizedLength(int rows, int width) => rows * (long)(sizeof(float) + width);

    /// <summary>Writes the sum of rows.</summary>
    public void Sum(ReadOnlySpan<int> rows, float* target)
    {
        if (Floats is { } floats)
        {
            Sum(floats.Pointer, Width, rows, target);
        }
        else
        {
            SumQuantized(rows, target);
            GC.KeepAlive(_owner);
        }
    }

    /// <summary>Writes the sum of rows of <paramref name="width"/> floats each.</summary>
    public static void Sum(float* vectors, int width, ReadOnlySpan<int> rows, float* target)
    {
        var sum = new Span<float>(target, width);
        new ReadOnlySpan<float>(vectors + ((long)rows[0] * width), width).CopyTo(sum);
        foreach (var row in rows[1..])
        {
            TensorPrimitives.Add(sum, new ReadOnlySpan<float>(vectors + ((long)row * width), width), sum);
        }
    }

    public void Dispose() => Floats?.Dispose();

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SumQuantized(ReadOnlySpan<int> rows, float* target)
    {
        var stride = sizeof(float) + Width;
        var rest = stackalloc float[16];
        for (var column = 0; column < Width; column += 16)
        {
            var sum = Vector512<float>.Zero;
            foreach (var row in rows)
            {
                var start = _quantized + ((long)row * stride);
                var bytes = Vector128.Load((sbyte*)start + sizeof(float) + column);
                var values = Vector512.ConvertToSingle(Vector512.WidenLower(Vector256.WidenLower(bytes.ToVector256Unsafe()).ToVector512Unsafe()));
                sum += values * Vector512.Create(Unsafe.ReadUnaligned<float>(start));
            }

            if (column + 16 <= Width)
            {
                sum.Store(target + column);
            }
            else
            {
                sum.Store(rest);
                new ReadOnlySpan<float>(rest, Width - column).CopyTo(new Span<float>(target + column, Width - column));
            }
        }
    }
}
