using System.Numerics.Tensors;

namespace Parley.Language.Model;

/// <summary>
/// Scores the arcs of a sentence's dependency tree and their relations. Arcs: biaffine in a vector of the dependent and one of the
/// head (Dozat and Manning 2017). Relations: a layer over the sum of two more vectors (Kiperwasser and Goldberg 2016). Column 0 of the
/// heads is the root, which has vectors of its own.
/// </summary>
internal sealed unsafe class TreeScorer : IDisposable
{
    /// <summary>Cells of each direction of the layer that trees are read from.</summary>
    public const int Units = 128;

    /// <summary>Width of an encoded row.</summary>
    public const int Width = 2 * Units;

    /// <summary>Width of the vectors that arcs are scored with.</summary>
    public const int ArcWidth = 128;

    /// <summary>Width of the vectors that relations are scored with.</summary>
    public const int RelationWidth = 128;

    /// <summary>Columns of relations, a multiple of 16.</summary>
    public const int Relations = 64;

    /// <summary>Columns of a token's vectors: as dependent and as head, for arcs, then for relations.</summary>
    public const int Columns = (2 * ArcWidth) + (2 * RelationWidth);

    /// <summary>Where the vector of a token as head of an arc begins.</summary>
    public const int Head = ArcWidth;

    /// <summary>Where the vector of a token as dependent in a relation begins.</summary>
    public const int RelationDependent = 2 * ArcWidth;

    /// <summary>Where the vector of a token as head in a relation begins.</summary>
    public const int RelationHead = RelationDependent + RelationWidth;

    /// <summary>The vectors of tokens; those for arcs pass through tanh.</summary>
    public DenseLayer Tokens { get; } = new(Width, Columns);

    /// <summary>Turns dependents to meet heads.</summary>
    public DenseLayer Arcs { get; } = new(ArcWidth, ArcWidth);

    /// <summary>Relations from the hidden vector of an arc.</summary>
    public DenseLayer Labels { get; } = new(RelationWidth, Relations);

    /// <summary>The root's vectors, laid out as a token's.</summary>
    public FloatBuffer Root { get; } = new(Columns);

    /// <summary>Fills the vectors of tokens, <see cref="Columns"/> for each row.</summary>
    public void Project(float* encoded, nint stride, float* vectors, int rows)
    {
        Tokens.Run(encoded, stride, vectors, rows);
        for (nint row = 0; row < rows; row++)
        {
            var arcs = new Span<float>(vectors + (row * Columns), 2 * ArcWidth);
            TensorPrimitives.Tanh(arcs, arcs);
        }
    }

    /// <summary>
    /// Scores of heads for each token of a sentence: a row of <see cref="ScoreStride"/> floats for each token, column 0 the root,
    /// column i+1 token i.
    /// </summary>
    public void ScoreArcs(float* vectors, int count, float* turned, PackedMatrix heads, FloatBuffer scratch, float* scores)
    {
        var padded = ScoreStride(count);
        Arcs.Run(vectors, Columns, turned, count);
        var lines = scratch.Reserve((long)padded * ArcWidth);
        Root.Span(Head, ArcWidth).CopyTo(new Span<float>(lines, ArcWidth));
        for (nint i = 0; i < count; i++)
        {
            new ReadOnlySpan<float>(vectors + (i * Columns) + Head, ArcWidth).CopyTo(new Span<float>(lines + ((i + 1) * ArcWidth), ArcWidth));
        }

        new Span<float>(lines + ((nint)(count + 1) * ArcWidth), (padded - count - 1) * ArcWidth).Clear();
        heads.PackTransposed(lines, ArcWidth, padded, ArcWidth);
        Gemm.Multiply(turned, ArcWidth, 1, heads, scores, padded, count, accumulate: false);
    }

    /// <summary>The hidden vector of an arc from <paramref name="head"/> (-1 for the root) to a dependent.</summary>
    public void Hide(float* vectors, int dependent, int head, float* hidden)
    {
        var target = new Span<float>(hidden, RelationWidth);
        var own = new ReadOnlySpan<float>(vectors + ((nint)dependent * Columns) + RelationDependent, RelationWidth);
        var above = head < 0
            ? Root.Span(RelationHead, RelationWidth)
            : new ReadOnlySpan<float>(vectors + ((nint)head * Columns) + RelationHead, RelationWidth);
        TensorPrimitives.Add(own, above, target);
        TensorPrimitives.Tanh(target, target);
    }

    /// <summary>Floats from one row of scores to the next.</summary>
    public static int ScoreStride(int count) => (count + 1 + 15) / 16 * 16;

    public void Dispose()
    {
        Tokens.Dispose();
        Arcs.Dispose();
        Labels.Dispose();
        Root.Dispose();
    }
}
