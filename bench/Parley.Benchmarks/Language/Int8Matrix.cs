using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Parley.Benchmarks.Language;

/// <summary>
/// A matrix in bytes with a scale for each column, and its product with rows that are brought to bytes first: what single precision is
/// compared with. Needs AVX-VNNI.
/// </summary>
internal sealed unsafe class Int8Matrix : IDisposable
{
    private const int PanelWidth = 32;
    private const int Offset = 64;
    private readonly sbyte* _panels;
    private readonly float[] _scales;
    private readonly int[] _sums;
    private readonly int _inner;
    private readonly int _columns;

    /// <summary>Quantizes a row-major matrix; <paramref name="inner"/> is a multiple of 4, <paramref name="columns"/> of 32.</summary>
    public Int8Matrix(ReadOnlySpan<float> source, int inner, int columns)
    {
        (_inner, _columns, _scales, _sums) = (inner, columns, new float[columns], new int[columns]);
        _panels = (sbyte*)NativeMemory.AlignedAlloc((nuint)(inner * columns), 64);
        for (var column = 0; column < columns; column++)
        {
            var largest = 1e-9f;
            for (var p = 0; p < inner; p++)
            {
                largest = MathF.Max(largest, MathF.Abs(source[(p * columns) + column]));
            }

            _scales[column] = largest / 127;
            for (var p = 0; p < inner; p++)
            {
                var value = (sbyte)MathF.Round(source[(p * columns) + column] / _scales[column]);
                var (panel, within) = (column / PanelWidth, column % PanelWidth);
                _panels[(panel * inner * PanelWidth) + (p / 4 * 4 * PanelWidth) + (within * 4) + (p % 4)] = value;
                _sums[column] += value;
            }
        }
    }

    public static bool IsSupported => AvxVnni.IsSupported;

    /// <summary>Rows brought to bytes, once for all columns: values from -1 to 1, as cells give them, at steps of 1/63.</summary>
    public static void Quantize(ReadOnlySpan<float> rows, Span<byte> bytes)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            bytes[i] = (byte)(MathF.Round(rows[i] * (Offset - 1)) + Offset);
        }
    }

    /// <summary>Adds the product to <paramref name="target"/>, whose rows have as many floats as there are columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddProduct(byte* rows, float* target, int count)
    {
        for (var column = 0; column < _columns; column += PanelWidth)
        {
            var panel = _panels + (column * _inner);
            var row = 0;
            for (; row + 4 <= count; row += 4)
            {
                Four(rows + (row * _inner), panel, target + (row * _columns) + column, column);
            }

            for (; row < count; row++)
            {
                One(rows + (row * _inner), panel, target + (row * _columns) + column, column);
            }
        }
    }

    public void Dispose() => NativeMemory.AlignedFree(_panels);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Four(byte* a, sbyte* b, float* c, int column)
    {
        Vector256<int> c00 = default, c01 = default, c02 = default, c03 = default, c10 = default, c11 = default, c12 = default, c13 = default;
        Vector256<int> c20 = default, c21 = default, c22 = default, c23 = default, c30 = default, c31 = default, c32 = default, c33 = default;
        unchecked
        {
            for (var p = 0; p < _inner; p += 4, b += 4 * PanelWidth)
            {
                var b0 = Vector256.Load(b);
                var b1 = Vector256.Load(b + 32);
                var b2 = Vector256.Load(b + 64);
                var b3 = Vector256.Load(b + 96);
                var v = Vector256.Create(*(int*)(a + p)).AsByte();
                (c00, c01, c02, c03) = (Add(c00, v, b0), Add(c01, v, b1), Add(c02, v, b2), Add(c03, v, b3));
                v = Vector256.Create(*(int*)(a + _inner + p)).AsByte();
                (c10, c11, c12, c13) = (Add(c10, v, b0), Add(c11, v, b1), Add(c12, v, b2), Add(c13, v, b3));
                v = Vector256.Create(*(int*)(a + (2 * _inner) + p)).AsByte();
                (c20, c21, c22, c23) = (Add(c20, v, b0), Add(c21, v, b1), Add(c22, v, b2), Add(c23, v, b3));
                v = Vector256.Create(*(int*)(a + (3 * _inner) + p)).AsByte();
                (c30, c31, c32, c33) = (Add(c30, v, b0), Add(c31, v, b1), Add(c32, v, b2), Add(c33, v, b3));
            }
        }

        Put(c, column, c00, c01, c02, c03);
        Put(c + _columns, column, c10, c11, c12, c13);
        Put(c + (2 * _columns), column, c20, c21, c22, c23);
        Put(c + (3 * _columns), column, c30, c31, c32, c33);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void One(byte* a, sbyte* b, float* c, int column)
    {
        Vector256<int> c0 = default, c1 = default, c2 = default, c3 = default;
        unchecked
        {
            for (var p = 0; p < _inner; p += 4, b += 4 * PanelWidth)
            {
                var v = Vector256.Create(*(int*)(a + p)).AsByte();
                (c0, c1, c2, c3) = (Add(c0, v, Vector256.Load(b)), Add(c1, v, Vector256.Load(b + 32)), Add(c2, v, Vector256.Load(b + 64)), Add(c3, v, Vector256.Load(b + 96)));
            }
        }

        Put(c, column, c0, c1, c2, c3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Add(Vector256<int> sum, Vector256<byte> left, Vector256<sbyte> right) => AvxVnni.MultiplyWideningAndAdd(sum, left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Put(float* c, int column, Vector256<int> c0, Vector256<int> c1, Vector256<int> c2, Vector256<int> c3)
    {
        PutEight(c, column, c0);
        PutEight(c + 8, column + 8, c1);
        PutEight(c + 16, column + 16, c2);
        PutEight(c + 24, column + 24, c3);
    }

    // The offset that made the rows' bytes positive is taken off again.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void PutEight(float* c, int column, Vector256<int> sum)
    {
        fixed (float* scales = &_scales[column])
        fixed (int* sums = &_sums[column])
        {
            var product = Vector256.ConvertToSingle(sum - (Vector256.Load(sums) * Offset)) * Vector256.Load(scales) * (1f / (Offset - 1));
            (Vector256.Load(c) + product).Store(c);
        }
    }
}
