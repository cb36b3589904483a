using System.Numerics.Tensors;

namespace Parley.Language.Model;

/// <summary>Finds the best dependency tree of a sentence and its relations; owns its scratch.</summary>
internal sealed unsafe class TreeDecoder(TreeScorer scorer) : IDisposable
{
    private readonly FloatBuffer _turned = new();
    private readonly FloatBuffer _lines = new();
    private readonly FloatBuffer _scores = new();
    private readonly FloatBuffer _hidden = new();
    private readonly FloatBuffer _labels = new();
    private readonly PackedMatrix _heads = new();

    /// <summary>Decodes a sentence.</summary>
    /// <param name="vectors">What <see cref="TreeScorer.Project"/> made of its tokens.</param>
    /// <param name="heads">The head of each token, counted from the first; -1 is the root.</param>
    /// <param name="relations">The number of each token's relation.</param>
    public void Decode(float* vectors, Span<int> heads, Span<byte> relations)
    {
        var count = heads.Length;
        var stride = TreeScorer.ScoreStride(count);
        var scores = _scores.Reserve((long)count * stride);
        scorer.ScoreArcs(vectors, count, _turned.Reserve((long)count * TreeScorer.ArcWidth), _heads, _lines, scores);
        SpanningTree.Find(scores, stride, heads);
        var hidden = _hidden.Reserve((long)count * TreeScorer.RelationWidth);
        for (var i = 0; i < count; i++)
        {
            scorer.Hide(vectors, i, heads[i], hidden + ((long)i * TreeScorer.RelationWidth));
        }

        scorer.Labels.Run(hidden, TreeScorer.RelationWidth, _labels.Reserve((long)count * TreeScorer.Relations), count);
        for (var i = 0; i < count; i++)
        {
            relations[i] = (byte)TensorPrimitives.IndexOfMax<float>(_labels.Span((long)i * TreeScorer.Relations, TreeScorer.Relations));
        }
    }

    public void Dispose()
    {
        foreach (var buffer in (ReadOnlySpan<FloatBuffer>)[_turned, _lines, _scores, _hidden, _labels])
        {
            buffer.Dispose();
        }

        _heads.Dispose();
    }
}
