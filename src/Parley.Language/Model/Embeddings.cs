using System.Numerics.Tensors;

namespace Parley.Language.Model;

/// <summary>Fills input rows from the tables of vectors.</summary>
internal static unsafe class Embeddings
{
    /// <summary>Sums the vectors of one token into its input row.</summary>
    public static void Look(ReadOnlySpan<int> rows, ReadOnlySpan<nint> tables, float* target)
    {
        for (var t = 0; t < tables.Length; t++)
        {
            var table = TokenFeatures.Tables[t];
            var vectors = (float*)tables[t];
            var sum = new Span<float>(target + table.Column, table.Width);
            new ReadOnlySpan<float>(vectors + ((long)rows[table.First] * table.Width), table.Width).CopyTo(sum);
            for (var n = 1; n < table.Count; n++)
            {
                TensorPrimitives.Add(sum, new ReadOnlySpan<float>(vectors + ((long)rows[table.First + n] * table.Width), table.Width), sum);
            }
        }
    }
}
