using System.Numerics.Tensors;
using Parley.Language.Model;
using Parley.Training.Data;

namespace Parley.Training.Learning;

/// <summary>A tree that was found over a sentence of a paragraph: heads count from its first token, -1 is the root.</summary>
internal sealed record FoundTree(Paragraph Paragraph, int Start, int[] Heads, byte[] Relations);

/// <summary>The loss of dependency trees, and its gradient.</summary>
internal sealed unsafe class TreePass(Network network, Weights weights, int shard)
{
    private const int Columns = TreeScorer.Columns;
    private const int ArcWidth = TreeScorer.ArcWidth;
    private const int RelationWidth = TreeScorer.RelationWidth;
    private readonly int _width = TreeScorer.Width;
    private readonly List<Sentence> _sentences = [];
    private readonly FloatBuffer _rows = new();
    private readonly FloatBuffer _rowSlope = new();
    private readonly FloatBuffer _vectors = new();
    private readonly FloatBuffer _vectorSlope = new();
    private readonly FloatBuffer _turned = new();
    private readonly FloatBuffer _turnedSlope = new();
    private readonly FloatBuffer _lines = new();
    private readonly FloatBuffer _lineSlope = new();
    private readonly FloatBuffer _scores = new();
    private readonly FloatBuffer _hidden = new();
    private readonly FloatBuffer _hiddenSlope = new();
    private readonly FloatBuffer _labels = new();
    private readonly TreeDecoder _decoder = new(network.Trees);
    private readonly PackedMatrix _heads = new();
    private readonly PackedMatrix _packed = new();

    /// <summary>Adds to the gradient of the encoder's rows; gives the loss.</summary>
    public double Run(ReadOnlySpan<Chunk> chunks, SequenceBatch batch, float* encoded, float* slope, float weight)
    {
        var n = Collect(chunks, batch, encoded);
        if (n == 0)
        {
            return 0;
        }

        _vectorSlope.Reserve((long)n * Columns);
        _vectorSlope.Clear((long)n * Columns);
        var loss = 0.0;
        foreach (var sentence in _sentences)
        {
            loss += Arcs(sentence, weight);
        }

        for (nint row = 0; row < n; row++)
        {
            var own = _vectors.Pointer + (row * Columns);
            var gradient = _vectorSlope.Pointer + (row * Columns);
            for (var i = 0; i < 2 * ArcWidth; i++)
            {
                gradient[i] *= 1 - (own[i] * own[i]);
            }
        }

        loss += Relations(n, weight);
        var rowSlope = _rowSlope.Reserve((long)n * _width);
        weights.TreeTokens.Back(shard, _packed, _rows.Pointer, _width, _vectorSlope.Pointer, n, rowSlope, _width, accumulate: false);
        foreach (var sentence in _sentences)
        {
            for (var i = 0; i < sentence.Count; i++)
            {
                var target = new Span<float>(slope + ((long)batch.Row(sentence.Sequence, sentence.Element + i) * _width), _width);
                TensorPrimitives.Add(target, _rowSlope.Span((long)(sentence.Row + i) * _width, _width), target);
            }
        }

        return loss * weight;
    }

    /// <summary>The best trees, with gold sentences.</summary>
    public IEnumerable<FoundTree> Decode(Chunk[] chunks, SequenceBatch batch, FloatBuffer encoded)
    {
        _ = Collect(chunks, batch, encoded.Pointer);
        return _sentences.Select(Decode).ToList();
    }

    private int Collect(ReadOnlySpan<Chunk> chunks, SequenceBatch batch, float* encoded)
    {
        _sentences.Clear();
        var n = 0;
        for (var s = 0; s < chunks.Length; s++)
        {
            var at = 0;
            for (var p = 0; p < chunks[s].Count; p++)
            {
                var paragraph = chunks[s].Article.Paragraphs[chunks[s].First + p];
                foreach (var (start, end) in paragraph.Sentences)
                {
                    _sentences.Add(new Sentence(s, at + start, paragraph, start, end - start, n));
                    n += end - start;
                }

                at += paragraph.Count + 1;
            }
        }

        var rows = _rows.Reserve((long)n * _width + 1);
        foreach (var sentence in _sentences)
        {
            for (var i = 0; i < sentence.Count; i++)
            {
                new ReadOnlySpan<float>(encoded + ((long)batch.Row(sentence.Sequence, sentence.Element + i) * _width), _width)
                    .CopyTo(_rows.Span((long)(sentence.Row + i) * _width, _width));
            }
        }

        network.Trees.Project(rows, _width, _vectors.Reserve((long)n * Columns + 1), n);
        return n;
    }

    private float* Score(Sentence sentence)
    {
        var scores = _scores.Reserve((long)sentence.Count * TreeScorer.ScoreStride(sentence.Count));
        network.Trees.ScoreArcs(
            _vectors.Pointer + ((long)sentence.Row * Columns), sentence.Count, _turned.Reserve((long)sentence.Count * ArcWidth), _heads, _lines, scores);
        return scores;
    }

    private FoundTree Decode(Sentence sentence)
    {
        var found = new FoundTree(sentence.Paragraph, sentence.Start, new int[sentence.Count], new byte[sentence.Count]);
        _decoder.Decode(_vectors.Pointer + ((long)sentence.Row * Columns), found.Heads, found.Relations);
        return found;
    }

    /// <summary>Each token chooses its head.</summary>
    private double Arcs(Sentence sentence, float weight)
    {
        var (n, padded, loss) = (sentence.Count, TreeScorer.ScoreStride(sentence.Count), 0.0);
        var scores = Score(sentence);
        for (nint i = 0; i < n; i++)
        {
            var row = new Span<float>(scores + (i * padded), n + 1);
            var head = sentence.Head((int)i) + 1;
            row[(int)i + 1] = -1e9f;
            loss += Choice.Replace(row, head, weight);
            new Span<float>(scores + (i * padded) + n + 1, padded - n - 1).Clear();
        }

        var turnedSlope = _turnedSlope.Reserve((long)n * ArcWidth);
        _packed.Pack(_lines.Pointer, padded, ArcWidth, ArcWidth);
        Gemm.Multiply(scores, padded, 1, _packed, turnedSlope, ArcWidth, n, accumulate: false);
        var lineSlope = _lineSlope.Reserve((long)padded * ArcWidth);
        _packed.Pack(_turned.Pointer, n, ArcWidth, ArcWidth);
        Gemm.Multiply(scores, 1, padded, _packed, lineSlope, ArcWidth, n + 1, accumulate: false);
        Add(lineSlope, weights.Root.Gradients[shard].Pointer + TreeScorer.Head, ArcWidth);
        var slope = _vectorSlope.Pointer + ((long)sentence.Row * Columns);
        for (nint i = 0; i < n; i++)
        {
            Add(lineSlope + ((i + 1) * ArcWidth), slope + (i * Columns) + TreeScorer.Head, ArcWidth);
        }

        weights.Arcs.Back(shard, _packed, _vectors.Pointer + ((long)sentence.Row * Columns), Columns, turnedSlope, n, slope, Columns, accumulate: true);
        return loss;
    }

    /// <summary>The relation of each token to its right head.</summary>
    private double Relations(int n, float weight)
    {
        var hidden = _hidden.Reserve((long)n * RelationWidth);
        foreach (var sentence in _sentences)
        {
            for (var i = 0; i < sentence.Count; i++)
            {
                network.Trees.Hide(_vectors.Pointer + ((long)sentence.Row * Columns), i, sentence.Head(i), hidden + ((long)(sentence.Row + i) * RelationWidth));
            }
        }

        var loss = 0.0;
        var labels = _labels.Reserve((long)n * TreeScorer.Relations);
        network.Trees.Labels.Run(hidden, RelationWidth, labels, n);
        foreach (var sentence in _sentences)
        {
            for (var i = 0; i < sentence.Count; i++)
            {
                var row = _labels.Span((long)(sentence.Row + i) * TreeScorer.Relations, TreeScorer.Relations);
                var gold = sentence.Paragraph.Relations[sentence.Start + i];
                loss += Choice.Replace(row, gold, weight);
            }
        }

        var hiddenSlope = _hiddenSlope.Reserve((long)n * RelationWidth);
        weights.TreeLabels.Back(shard, _packed, hidden, RelationWidth, labels, n, hiddenSlope, RelationWidth, accumulate: false);
        for (long i = 0; i < (long)n * RelationWidth; i++)
        {
            hiddenSlope[i] *= 1 - (hidden[i] * hidden[i]);
        }

        foreach (var sentence in _sentences)
        {
            var slope = _vectorSlope.Pointer + ((long)sentence.Row * Columns);
            for (nint i = 0; i < sentence.Count; i++)
            {
                var own = hiddenSlope + ((sentence.Row + i) * RelationWidth);
                var head = sentence.Head((int)i);
                Add(own, slope + (i * Columns) + TreeScorer.RelationDependent, RelationWidth);
                Add(own, head < 0 ? weights.Root.Gradients[shard].Pointer + TreeScorer.RelationHead : slope + ((nint)head * Columns) + TreeScorer.RelationHead, RelationWidth);
            }
        }

        return loss;
    }

    private static void Add(float* from, float* to, int width)
    {
        var target = new Span<float>(to, width);
        TensorPrimitives.Add(target, new ReadOnlySpan<float>(from, width), target);
    }

    /// <summary>A sentence of the shard: where it stands in its sequence, in its paragraph and among the gathered rows.</summary>
    private readonly record struct Sentence(int Sequence, int Element, Paragraph Paragraph, int Start, int Count, int Row)
    {
        public int Head(int token) => Paragraph.Heads[Start + token] is var head && head < 0 ? -1 : head - Start;
    }
}
