using Parley.Language.Model;
using Xunit;

namespace Parley.Tests.Model;

public sealed unsafe class GemmTests
{
    [Theory]
    [InlineData(1, 1, 16)]
    [InlineData(2, 5, 32)]
    [InlineData(3, 7, 32)]
    [InlineData(8, 20, 48)]
    [InlineData(13, 33, 80)]
    [InlineData(14, 21, 64)]
    [InlineData(15, 40, 96)]
    [InlineData(29, 64, 128)]
    public void A_product_equals_the_textbook_one(int rows, int inner, int columns)
    {
        var random = new Random(rows + inner);
        using var a = Random(random, rows * inner);
        using var b = Random(random, inner * columns);
        using var c = Random(random, rows * columns);
        using var packed = new PackedMatrix();
        var expected = new double[rows * columns];
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                expected[(i * columns) + j] = c.Pointer[(i * columns) + j];
                for (var p = 0; p < inner; p++)
                {
                    expected[(i * columns) + j] += (double)a.Pointer[(i * inner) + p] * b.Pointer[(p * columns) + j];
                }
            }
        }

        packed.Pack(b.Pointer, inner, columns, columns);
        Gemm.Multiply(a.Pointer, inner, 1, packed, c.Pointer, columns, rows, accumulate: true);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], c.Pointer[i], 1e-4);
        }
    }

    [Fact]
    public void A_transposed_left_side_needs_no_copy()
    {
        var random = new Random(1);
        using var a = Random(random, 9 * 5);
        using var b = Random(random, 9 * 32);
        using var c = new FloatBuffer(5 * 32);
        using var packed = new PackedMatrix();
        packed.Pack(b.Pointer, 9, 32, 32);
        Gemm.Multiply(a.Pointer, 1, 5, packed, c.Pointer, 32, 5, accumulate: false);
        var expected = Enumerable.Range(0, 9).Sum(p => (double)a.Pointer[(p * 5) + 3] * b.Pointer[(p * 32) + 17]);
        Assert.Equal(expected, c.Pointer[(3 * 32) + 17], 1e-4);
    }

    [Fact]
    public void A_product_goes_on_to_the_last_bit_where_a_part_of_it_ended()
    {
        var random = new Random(3);
        using var a = Random(random, 7 * 40);
        using var b = Random(random, 40 * 48);
        using var whole = new FloatBuffer(7 * 48);
        using var parts = new FloatBuffer(7 * 48);
        using var packed = new PackedMatrix();
        packed.Pack(b.Pointer, 40, 48, 48);
        Gemm.Multiply(a.Pointer, 40, 1, packed, whole.Pointer, 48, 7, accumulate: false);
        Gemm.Multiply(a.Pointer, 40, 1, packed, 0, 23, parts.Pointer, 48, 7, accumulate: false);
        Gemm.Multiply(a.Pointer + 23, 40, 1, packed, 23, 17, parts.Pointer, 48, 7, accumulate: true);
        Assert.True(whole.Span(0, 7 * 48).SequenceEqual(parts.Span(0, 7 * 48)));
    }

    [Fact]
    public void A_row_does_not_depend_on_the_rows_beside_it()
    {
        var random = new Random(2);
        using var a = Random(random, 21 * 40);
        using var b = Random(random, 40 * 48);
        using var together = new FloatBuffer(21 * 48);
        using var alone = new FloatBuffer(48);
        using var packed = new PackedMatrix();
        packed.Pack(b.Pointer, 40, 48, 48);
        Gemm.Multiply(a.Pointer, 40, 1, packed, together.Pointer, 48, 21, accumulate: false);
        for (var row = 0; row < 21; row++)
        {
            Gemm.Multiply(a.Pointer + (row * 40), 40, 1, packed, alone.Pointer, 48, 1, accumulate: false);
            Assert.True(alone.Span(0, 48).SequenceEqual(together.Span(row * 48, 48)));
        }
    }

    [Fact]
    public void The_transpose_is_packed_as_if_it_had_been_written_out()
    {
        var random = new Random(3);
        using var a = Random(random, 48 * 7);
        using var packed = new PackedMatrix();
        packed.PackTransposed(a.Pointer, 7, 48, 7);
        for (var row = 0; row < 7; row++)
        {
            for (var column = 0; column < 48; column++)
            {
                Assert.Equal(a.Pointer[(column * 7) + row], packed[row, column]);
            }
        }
    }

    private static FloatBuffer Random(Random random, int length)
    {
        var buffer = new FloatBuffer(length);
        for (var i = 0; i < length; i++)
        {
            buffer.Pointer[i] = (random.NextSingle() * 2) - 1;
        }

        return buffer;
    }
}
