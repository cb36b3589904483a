using System.Buffers.Binary;
using Parley.Language.Model;
using Xunit;

namespace Parley.Tests.Model;

public sealed unsafe class VectorTableTests
{
    [Theory]
    [InlineData(16)]
    [InlineData(32)]
    [InlineData(44)]
    [InlineData(100)]
    public void A_quantized_table_sums_as_the_floats_it_stands_for(int width)
    {
        var random = new Random(width);
        const int Count = 7;
        var bytes = GC.AllocateArray<byte>((int)VectorTable.QuantizedLength(Count, width) + 16, pinned: true);
        using var floats = new VectorTable(Count, width);
        for (var row = 0; row < Count; row++)
        {
            var line = bytes.AsSpan(row * (sizeof(float) + width), sizeof(float) + width);
            var scale = 0.01f * (1 + row);
            BinaryPrimitives.WriteSingleLittleEndian(line, scale);
            random.NextBytes(line[sizeof(float)..]);
            for (var i = 0; i < width; i++)
            {
                floats.Floats!.Span((row * width) + i, 1)[0] = unchecked((sbyte)line[sizeof(float) + i]) * scale;
            }
        }

        fixed (byte* first = bytes)
        {
            using var quantized = new VectorTable(Count, width, first, bytes);
            var (one, other) = (new float[width + 1], new float[width + 1]);
            (one[width], other[width]) = (5, 5);
            foreach (int[] rows in (int[][])[[3], [0, 6], [1, 1, 2], [6, 5, 4, 3, 2, 1, 0]])
            {
                fixed (float* left = one, right = other)
                {
                    quantized.Sum(rows, left);
                    floats.Sum(rows, right);
                }

                Assert.Equal(other, one);
            }

            Assert.Equal(5, one[width]);
        }
    }
}
