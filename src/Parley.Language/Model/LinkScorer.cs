using System.Runtime.Intrinsics;

namespace Parley.Language.Model;

/// <summary>
/// Scores which cue a content belongs to and which source a cue has. Each span is the encoder's rows of its first and last token;
/// a pair's score is <c>v · tanh(from + to + how they lie to each other)</c>.
/// </summary>
internal sealed unsafe class LinkScorer : IDisposable
{
    public LinkScorer(NetworkShape shape)
    {
        Width = shape.LinkWidth;
        Contents = new DenseLayer(2 * shape.Width, Width);
        Cues = new DenseLayer(2 * shape.Width, 2 * Width);
        Sources = new DenseLayer(2 * shape.Width, Width);
        Relations = new FloatBuffer(2L * LinkFeatures.Rows * Width);
        Directions = new FloatBuffer(2L * Width);
    }

    public int Width { get; }

    /// <summary>Contents as they look for a cue.</summary>
    public DenseLayer Contents { get; }

    /// <summary>Cues as contents look for them, then as they look for a source.</summary>
    public DenseLayer Cues { get; }

    /// <summary>Sources as cues look for them.</summary>
    public DenseLayer Sources { get; }

    /// <summary>For content to cue, then for cue to source: a vector for each row of <see cref="LinkFeatures"/>.</summary>
    public FloatBuffer Relations { get; }

    /// <summary>For content to cue, then for cue to source: the vector v.</summary>
    public FloatBuffer Directions { get; }

    /// <summary>The score of one pair; its hidden values are left in <paramref name="hidden"/>.</summary>
    /// <param name="kind">0 for content to cue, 1 for cue to source.</param>
    /// <param name="from">The vector of the span that looks.</param>
    /// <param name="to">The vector of the candidate; empty for "nothing".</param>
    /// <param name="rows">How they lie to each other.</param>
    /// <param name="hidden">Scratch of <see cref="Width"/> floats.</param>
    public float Score(int kind, ReadOnlySpan<float> from, ReadOnlySpan<float> to, ReadOnlySpan<int> rows, Span<float> hidden)
    {
        var relations = Relations.Span((long)kind * LinkFeatures.Rows * Width, LinkFeatures.Rows * Width);
        var directions = Directions.Span((long)kind * Width, Width);
        var score = Vector512<float>.Zero;
        for (var u = 0; u < Width; u += 16)
        {
            var sum = Vector512.Create<float>(from.Slice(u, 16));
            if (!to.IsEmpty)
            {
                sum += Vector512.Create<float>(to.Slice(u, 16));
            }

            foreach (var row in rows)
            {
                sum += Vector512.Create<float>(relations.Slice((row * Width) + u, 16));
            }

            var value = Activation.Tanh(sum);
            value.CopyTo(hidden[u..]);
            score = Vector512.FusedMultiplyAdd(value, Vector512.Create<float>(directions.Slice(u, 16)), score);
        }

        return Vector512.Sum(score);
    }

    public void Dispose()
    {
        Contents.Dispose();
        Cues.Dispose();
        Sources.Dispose();
        Relations.Dispose();
        Directions.Dispose();
    }
}
