using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Parley.Language.Model;

/// <summary>
/// Matrix products in single precision. Each element is summed in the order of the inner index with fused multiply-adds, so
/// that the result does not depend on the width of the machine's vectors nor on how rows are grouped.
/// </summary>
internal static unsafe class Gemm
{
    /// <summary>
    /// C (+)= A·B. Element (i, p) of A is <c>a[i*rowStride + p*columnStride]</c>: either stride may be 1, so a transposed A needs
    /// no copy. C has <paramref name="rows"/> rows of <paramref name="stride"/> floats.
    /// </summary>
    public static void Multiply(
        float* a, nint rowStride, nint columnStride, PackedMatrix b, float* c, nint stride, int rows, bool accumulate) =>
        Multiply(a, rowStride, columnStride, b, 0, b.Rows, c, stride, rows, accumulate);

    /// <summary>The same with <paramref name="inner"/> rows of B from <paramref name="first"/> on.</summary>
    public static void Multiply(
        float* a, nint rowStride, nint columnStride, PackedMatrix b, int first, int inner, float* c, nint stride, int rows, bool accumulate)
    {
        for (var column = 0; column < b.Columns; column += PackedMatrix.PanelWidth)
        {
            if (b.Columns - column < PackedMatrix.PanelWidth)
            {
                MultiplyNarrow(a, rowStride, columnStride, b.Panel(column) + (first * (b.Columns - column)), c + column, stride, rows, inner, accumulate);
                return;
            }

            var panel = b.Panel(column) + (first * PackedMatrix.PanelWidth);
            nint row = 0;
            for (; row + 8 <= rows; row += 8)
            {
                Kernel<Eight>(a + (row * rowStride), rowStride, columnStride, panel, c + (row * stride) + column, stride, inner, accumulate);
            }

            if (row + 4 <= rows)
            {
                Kernel<Four>(a + (row * rowStride), rowStride, columnStride, panel, c + (row * stride) + column, stride, inner, accumulate);
                row += 4;
            }

            switch (rows - row)
            {
                case 3:
                    Kernel<Three>(a + (row * rowStride), rowStride, columnStride, panel, c + (row * stride) + column, stride, inner, accumulate);
                    break;
                case 2:
                    Kernel<Two>(a + (row * rowStride), rowStride, columnStride, panel, c + (row * stride) + column, stride, inner, accumulate);
                    break;
                case 1:
                    Kernel<One>(a + (row * rowStride), rowStride, columnStride, panel, c + (row * stride) + column, stride, inner, accumulate);
                    break;
            }
        }
    }

    private static void MultiplyNarrow(
        float* a, nint rowStride, nint columnStride, float* panel, float* c, nint stride, int rows, int inner, bool accumulate)
    {
        nint row = 0;
        for (; row + 4 <= rows; row += 4)
        {
            Kernel4Narrow(a + (row * rowStride), rowStride, columnStride, panel, c + (row * stride), stride, inner, accumulate);
        }

        for (; row < rows; row++)
        {
            Kernel1Narrow(a + (row * rowStride), columnStride, panel, c + (row * stride), inner, accumulate);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Start(float* c, bool accumulate) => accumulate ? Vector512.Load(c) : Vector512<float>.Zero;

    /// <summary>
    /// Rows of C by 32 columns. The number of rows is a type, so that each number gets code of its own in which only its rows are left.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Kernel<TRows>(float* a, nint rs, nint cs, float* b, float* c, nint stride, int inner, bool accumulate)
        where TRows : struct, IRowCount
    {
        Vector512<float> c00 = Start(c, accumulate), c01 = Start(c + 16, accumulate);
        Vector512<float> c10 = default, c11 = default;
        Vector512<float> c20 = default, c21 = default;
        Vector512<float> c30 = default, c31 = default;
        Vector512<float> c40 = default, c41 = default;
        Vector512<float> c50 = default, c51 = default;
        Vector512<float> c60 = default, c61 = default;
        Vector512<float> c70 = default, c71 = default;
        if (TRows.Count > 1)
        {
            (c10, c11) = (Start(c + stride, accumulate), Start(c + stride + 16, accumulate));
        }

        if (TRows.Count > 2)
        {
            (c20, c21) = (Start(c + (2 * stride), accumulate), Start(c + (2 * stride) + 16, accumulate));
        }

        if (TRows.Count > 3)
        {
            (c30, c31) = (Start(c + (3 * stride), accumulate), Start(c + (3 * stride) + 16, accumulate));
        }

        if (TRows.Count > 4)
        {
            (c40, c41) = (Start(c + (4 * stride), accumulate), Start(c + (4 * stride) + 16, accumulate));
            (c50, c51) = (Start(c + (5 * stride), accumulate), Start(c + (5 * stride) + 16, accumulate));
            (c60, c61) = (Start(c + (6 * stride), accumulate), Start(c + (6 * stride) + 16, accumulate));
            (c70, c71) = (Start(c + (7 * stride), accumulate), Start(c + (7 * stride) + 16, accumulate));
        }

        float* a4 = a + (4 * rs);
        unchecked
        {
            for (var p = 0; p < inner; p++)
            {
                var b0 = Vector512.Load(b);
                var b1 = Vector512.Load(b + 16);
                var v = Vector512.Create(a[0]);
                c00 = Vector512.FusedMultiplyAdd(v, b0, c00);
                c01 = Vector512.FusedMultiplyAdd(v, b1, c01);
                if (TRows.Count > 1)
                {
                    v = Vector512.Create(a[rs]);
                    c10 = Vector512.FusedMultiplyAdd(v, b0, c10);
                    c11 = Vector512.FusedMultiplyAdd(v, b1, c11);
                }

                if (TRows.Count > 2)
                {
                    v = Vector512.Create(a[2 * rs]);
                    c20 = Vector512.FusedMultiplyAdd(v, b0, c20);
                    c21 = Vector512.FusedMultiplyAdd(v, b1, c21);
                }

                if (TRows.Count > 3)
                {
                    v = Vector512.Create(a[3 * rs]);
                    c30 = Vector512.FusedMultiplyAdd(v, b0, c30);
                    c31 = Vector512.FusedMultiplyAdd(v, b1, c31);
                }

                if (TRows.Count > 4)
                {
                    v = Vector512.Create(a4[0]);
                    c40 = Vector512.FusedMultiplyAdd(v, b0, c40);
                    c41 = Vector512.FusedMultiplyAdd(v, b1, c41);
                    v = Vector512.Create(a4[rs]);
                    c50 = Vector512.FusedMultiplyAdd(v, b0, c50);
                    c51 = Vector512.FusedMultiplyAdd(v, b1, c51);
                    v = Vector512.Create(a4[2 * rs]);
                    c60 = Vector512.FusedMultiplyAdd(v, b0, c60);
                    c61 = Vector512.FusedMultiplyAdd(v, b1, c61);
                    v = Vector512.Create(a4[3 * rs]);
                    c70 = Vector512.FusedMultiplyAdd(v, b0, c70);
                    c71 = Vector512.FusedMultiplyAdd(v, b1, c71);
                }

                a += cs;
                a4 += cs;
                b += 32;
            }
        }

        Put(c, c00, c01);
        if (TRows.Count > 1)
        {
            Put(c + stride, c10, c11);
        }

        if (TRows.Count > 2)
        {
            Put(c + (2 * stride), c20, c21);
        }

        if (TRows.Count > 3)
        {
            Put(c + (3 * stride), c30, c31);
        }

        if (TRows.Count > 4)
        {
            Put(c + (4 * stride), c40, c41);
            Put(c + (5 * stride), c50, c51);
            Put(c + (6 * stride), c60, c61);
            Put(c + (7 * stride), c70, c71);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Kernel4Narrow(float* a, nint rs, nint cs, float* b, float* c, nint stride, int inner, bool accumulate)
    {
        Vector512<float> c0 = Start(c, accumulate), c1 = Start(c + stride, accumulate);
        Vector512<float> c2 = Start(c + (2 * stride), accumulate), c3 = Start(c + (3 * stride), accumulate);
        unchecked
        {
            for (var p = 0; p < inner; p++)
            {
                var b0 = Vector512.Load(b);
                c0 = Vector512.FusedMultiplyAdd(Vector512.Create(a[0]), b0, c0);
                c1 = Vector512.FusedMultiplyAdd(Vector512.Create(a[rs]), b0, c1);
                c2 = Vector512.FusedMultiplyAdd(Vector512.Create(a[2 * rs]), b0, c2);
                c3 = Vector512.FusedMultiplyAdd(Vector512.Create(a[3 * rs]), b0, c3);
                a += cs;
                b += 16;
            }
        }

        c0.Store(c);
        c1.Store(c + stride);
        c2.Store(c + (2 * stride));
        c3.Store(c + (3 * stride));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Kernel1Narrow(float* a, nint cs, float* b, float* c, int inner, bool accumulate)
    {
        var c0 = Start(c, accumulate);
        unchecked
        {
            for (var p = 0; p < inner; p++)
            {
                c0 = Vector512.FusedMultiplyAdd(Vector512.Create(a[0]), Vector512.Load(b), c0);
                a += cs;
                b += 16;
            }
        }

        c0.Store(c);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(float* c, Vector512<float> left, Vector512<float> right)
    {
        left.Store(c);
        right.Store(c + 16);
    }

    private interface IRowCount
    {
        static abstract int Count { get; }
    }

    private readonly struct One : IRowCount
    {
        public static int Count => 1;
    }

    private readonly struct Two : IRowCount
    {
        public static int Count => 2;
    }

    private readonly struct Three : IRowCount
    {
        public static int Count => 3;
    }

    private readonly struct Four : IRowCount
    {
        public static int Count => 4;
    }

    private readonly struct Eight : IRowCount
    {
        public static int Count => 8;
    }
}
