using System.Numerics.Tensors;
using Parley.Language.Model;
using Parley.Training.Data;

namespace Parley.Training.Learning;

/// <summary>The loss of links between gold spans, and its gradient.</summary>
internal sealed unsafe class LinkPass(Network network, Weights weights, int shard)
{
    /// <summary>Candidates farther away than this (counted in candidates) are not looked at.</summary>
    public const int Reach = 8;

    private readonly int _width = network.Shape.Width;
    private readonly int _link = network.Shape.LinkWidth;
    private readonly PackedMatrix _packed = new();
    private readonly FloatBuffer[] _ends = [new(), new(), new()];
    private readonly FloatBuffer[] _vectors = [new(), new(), new()];
    private readonly FloatBuffer[] _slopes = [new(), new(), new()];
    private readonly FloatBuffer _endSlope = new();
    private readonly List<(LabelledSpan Span, int[] Owners, int Sequence)>[] _spans = [[], [], []];

    public double Run(ReadOnlySpan<Chunk> chunks, SequenceBatch batch, float* encoded, float* slope, float weight)
    {
        Collect(chunks);
        for (var role = 0; role < 3; role++)
        {
            var count = _spans[role].Count;
            var ends = _ends[role].Reserve((long)count * 2 * _width + 1);
            for (var i = 0; i < count; i++)
            {
                var (span, _, sequence) = _spans[role][i];
                Copy(encoded + ((long)batch.Row(sequence, span.Start) * _width), ends + (((long)i * 2) * _width));
                Copy(encoded + ((long)batch.Row(sequence, span.End - 1) * _width), ends + ((((long)i * 2) + 1) * _width));
            }

            var layer = Layer(role);
            layer.Run(ends, 2 * _width, _vectors[role].Reserve((long)count * layer.Outputs + 1), count);
            _slopes[role].Reserve((long)count * layer.Outputs + 1);
            _slopes[role].Clear((long)count * layer.Outputs);
        }

        var (source, cue, content) = ((int)AttributionRole.Source, (int)AttributionRole.Cue, (int)AttributionRole.Content);
        var loss = Pairs(0, content, 0, cue, 0, weight) + Pairs(1, cue, _link, source, 0, weight);
        for (var role = 0; role < 3; role++)
        {
            var count = _spans[role].Count;
            if (count == 0)
            {
                continue;
            }

            var endSlope = _endSlope.Reserve((long)count * 2 * _width);
            Learned(role).Back(shard, _packed, _ends[role].Pointer, 2 * _width, _slopes[role].Pointer, count, endSlope, 2 * _width, accumulate: false);
            for (var i = 0; i < count; i++)
            {
                var (span, _, sequence) = _spans[role][i];
                Add(endSlope + (((long)i * 2) * _width), slope + ((long)batch.Row(sequence, span.Start) * _width));
                Add(endSlope + ((((long)i * 2) + 1) * _width), slope + ((long)batch.Row(sequence, span.End - 1) * _width));
            }
        }

        return loss;
    }

    private void Collect(ReadOnlySpan<Chunk> chunks)
    {
        foreach (var list in _spans)
        {
            list.Clear();
        }

        for (var s = 0; s < chunks.Length; s++)
        {
            var at = 0;
            for (var p = 0; p < chunks[s].Count; p++)
            {
                var paragraph = chunks[s].Article.Paragraphs[chunks[s].First + p];
                foreach (var span in paragraph.Spans)
                {
                    _spans[(int)span.Role].Add((new LabelledSpan(span.Role, at + span.Start, at + span.End, p), span.Attributions, s));
                }

                at += paragraph.Count + 1;
            }
        }
    }

    /// <summary>Each span of one role chooses among those of another in its sequence, or none.</summary>
    private double Pairs(int kind, int fromRole, int fromColumn, int toRole, int toColumn, float weight)
    {
        var loss = 0.0;
        Span<int> candidates = stackalloc int[(2 * Reach) + 1];
        Span<float> scores = stackalloc float[(2 * Reach) + 2];
        Span<int> rows = stackalloc int[LinkFeatures.Count];
        ReadOnlySpan<int> nothing = [LinkFeatures.Nothing];
        var hidden = new float[_link];
        var (froms, tos) = (_spans[fromRole], _spans[toRole]);
        var first = 0;
        for (var f = 0; f < froms.Count; f++)
        {
            var (span, owners, sequence) = froms[f];
            if (owners.Length == 0)
            {
                continue;
            }

            // The candidates of this sequence, the nearest by order on either side.
            while (first < tos.Count && tos[first].Sequence < sequence)
            {
                first++;
            }

            var (last, nearest) = (first, first);
            while (last < tos.Count && tos[last].Sequence == sequence)
            {
                nearest += tos[last].Span.Start < span.Start ? 1 : 0;
                last++;
            }

            var (low, high) = (Math.Max(first, nearest - Reach), Math.Min(last, nearest + Reach));
            var count = high - low;
            var any = false;
            for (var c = 0; c < count; c++)
            {
                var to = tos[low + c];
                LinkFeatures.Write(span, to.Span, Between(low + c, nearest), rows);
                scores[c] = network.Links.Score(kind, Vector(fromRole, f, fromColumn), Vector(toRole, low + c, toColumn), rows, hidden);
                candidates[c] = to.Owners.AsSpan().ContainsAny(owners) ? 1 : 0;
                any |= candidates[c] == 1;
            }

            scores[count] = network.Links.Score(kind, Vector(fromRole, f, fromColumn), default, nothing, hidden);
            candidates[count] = any ? 0 : 1;
            var chosen = scores[..(count + 1)];
            TensorPrimitives.SoftMax(chosen, chosen);
            var right = 0f;
            for (var c = 0; c <= count; c++)
            {
                right += candidates[c] * chosen[c];
            }

            right = MathF.Max(right, 1e-12f);
            loss -= Math.Log(right) * weight;
            for (var c = 0; c <= count; c++)
            {
                var g = weight * (chosen[c] - (candidates[c] * chosen[c] / right));
                if (c < count)
                {
                    LinkFeatures.Write(span, tos[low + c].Span, Between(low + c, nearest), rows);
                    Back(kind, fromRole, f, fromColumn, toRole, low + c, toColumn, rows, g, hidden);
                }
                else
                {
                    Back(kind, fromRole, f, fromColumn, toRole, -1, toColumn, nothing, g, hidden);
                }
            }
        }

        return loss;
    }

    /// <summary>-1 for the nearest before, 1 for the nearest after.</summary>
    private static int Between(int candidate, int nearest) => candidate < nearest ? candidate - nearest : candidate - nearest + 1;

    private void Back(int kind, int fromRole, int from, int fromColumn, int toRole, int to, int toColumn, ReadOnlySpan<int> rows, float g, float[] hidden)
    {
        var target = to < 0 ? default : Vector(toRole, to, toColumn);
        _ = network.Links.Score(kind, Vector(fromRole, from, fromColumn), target, rows, hidden);
        var direction = network.Links.Directions.Span((long)kind * _link, _link);
        TensorPrimitives.MultiplyAdd(hidden, g, weights.Directions.Gradients[shard].Span((long)kind * _link, _link), weights.Directions.Gradients[shard].Span((long)kind * _link, _link));
        for (var i = 0; i < _link; i++)
        {
            hidden[i] = g * direction[i] * (1 - (hidden[i] * hidden[i]));
        }

        AddTo(Slope(fromRole, from, fromColumn), hidden);
        if (to >= 0)
        {
            AddTo(Slope(toRole, to, toColumn), hidden);
        }

        foreach (var row in rows)
        {
            AddTo(weights.Relations.Gradients[shard].Span((((long)kind * LinkFeatures.Rows) + row) * _link, _link), hidden);
        }
    }

    private static void AddTo(Span<float> target, float[] what) => TensorPrimitives.Add(target, what, target);

    private DenseLayer Layer(int role) => role switch { 0 => network.Links.Sources, 1 => network.Links.Cues, _ => network.Links.Contents };

    private DenseWeights Learned(int role) => role switch { 0 => weights.Sources, 1 => weights.Cues, _ => weights.Contents };

    private Span<float> Vector(int role, int index, int column) => _vectors[role].Span(((long)index * Layer(role).Outputs) + column, _link);

    private Span<float> Slope(int role, int index, int column) => _slopes[role].Span(((long)index * Layer(role).Outputs) + column, _link);

    private void Copy(float* from, float* to) => new ReadOnlySpan<float>(from, _width).CopyTo(new Span<float>(to, _width));

    private void Add(float* from, float* to)
    {
        var target = new Span<float>(to, _width);
        TensorPrimitives.Add(target, new ReadOnlySpan<float>(from, _width), target);
    }
}
