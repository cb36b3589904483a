using System.Numerics.Tensors;

namespace Parley.Language.Model;

/// <summary>A link that was found: the index of the span it leads to, or -1 for none, and its probability.</summary>
internal readonly record struct FoundLink(int To, float Probability);

/// <summary>A span that was read in a sequence, with its probability and, for contents and cues, where it leads.</summary>
internal readonly record struct FoundSpan(int Sequence, LabelledSpan Span, float Probability, FoundLink Link);

/// <summary>
/// Runs a network over a few sequences at a time: spans, their probabilities, and links. Owns its scratch, so it belongs to
/// one thread at a time; the network is shared.
/// </summary>
internal sealed unsafe class SequenceReader(Network network) : IDisposable
{
    /// <summary>Candidates for a link on either side, counted in candidates.</summary>
    public const int Reach = 8;

    private readonly int _width = network.Shape.Width;
    private readonly FloatBuffer _first = new();
    private readonly FloatBuffer _second = new();
    private readonly FloatBuffer _gates = new();
    private readonly FloatBuffer _cells = new();
    private readonly FloatBuffer _scores = new();
    private readonly FloatBuffer _marginals = new();
    private readonly FloatBuffer _ends = new();
    private readonly FloatBuffer[] _vectors = [new(), new(), new()];
    private readonly List<int>[] _byRole = [[], [], []];
    private readonly FloatBuffer _going = new();
    private readonly SpanDecoder _decoder = new();
    private readonly SequenceBatch _batch = new();
    private float* _encoded;

    /// <summary>The spans found by the last <see cref="Read"/>, by sequence and in order.</summary>
    public List<FoundSpan> Spans { get; } = [];

    /// <summary>
    /// Reads sequences that stand one after the other in <paramref name="rows"/> and <paramref name="paragraphs"/>.
    /// </summary>
    /// <param name="lengths">Length of each sequence.</param>
    /// <param name="rows">Rows of the feature tables.</param>
    /// <param name="paragraphs">For each element the index of its paragraph, -1 for a border between paragraphs.</param>
    public void Read(ReadOnlySpan<int> lengths, ReadOnlySpan<int> rows, ReadOnlySpan<int> paragraphs)
    {
        Spans.Clear();
        if (lengths.IsEmpty)
        {
            return;
        }

        _batch.Arrange(lengths);
        Encode(lengths, rows);
        network.Scores.Run(_encoded, _width, _scores.Reserve((long)_batch.Rows * Labels.Padded), _batch.Rows);
        var at = 0;
        for (var s = 0; s < lengths.Length; s++)
        {
            var length = lengths[s];
            CloseBorders(s, paragraphs.Slice(at, length));
            var marginals = _marginals.Reserve((long)length * Labels.Padded);
            var going = _going.Reserve((long)length * Chain.Going);
            _ = Chain.Marginals(_batch, s, length, _scores.Pointer, network.Transitions, marginals, null, going);
            foreach (var (role, start, end, probability) in _decoder.Decode(marginals, going, length))
            {
                var span = new LabelledSpan(role, start, end, paragraphs[at + start]);
                Spans.Add(new FoundSpan(s, span, probability, new FoundLink(-1, 1)));
            }

            at += length;
        }

        Link();
    }

    public void Dispose()
    {
        foreach (var buffer in (ReadOnlySpan<FloatBuffer>)[_first, _second, _gates, _cells, _scores, _marginals, _going, _ends, .. _vectors])
        {
            buffer.Dispose();
        }
    }

    /// <summary>Leaves the output of the last layer at <see cref="_encoded"/>.</summary>
    private void Encode(ReadOnlySpan<int> lengths, ReadOnlySpan<int> rows)
    {
        var n = _batch.Rows;
        var widest = Math.Max(TokenFeatures.Width, _width);
        var input = _first.Reserve((long)n * widest);
        var output = _second.Reserve((long)n * widest);
        var gates = _gates.Reserve((long)n * 4 * network.Shape.Units);
        var cells = _cells.Reserve((long)n * network.Shape.Units);
        var at = 0;
        for (var s = 0; s < lengths.Length; s++)
        {
            for (var i = 0; i < lengths[s]; i++, at++)
            {
                network.Look(rows.Slice(at * TokenFeatures.Count, TokenFeatures.Count), input + ((long)_batch.Row(s, i) * TokenFeatures.Width));
            }
        }

        var inputs = TokenFeatures.Width;
        foreach (var layer in network.Cells)
        {
            layer[0].Run(_batch, input, inputs, gates, cells, output, _width, backward: false);
            layer[1].Run(_batch, input, inputs, gates, cells, output + network.Shape.Units, _width, backward: true);
            var read = input;
            input = output;
            output = read;
            inputs = _width;
        }

        _encoded = input;
    }

    /// <summary>No span crosses from one paragraph to the next.</summary>
    private void CloseBorders(int sequence, ReadOnlySpan<int> paragraphs)
    {
        for (var i = 0; i < paragraphs.Length; i++)
        {
            if (paragraphs[i] < 0)
            {
                new Span<float>(_scores.Pointer + ((long)_batch.Row(sequence, i) * Labels.Padded), Labels.Padded)[1..].Fill(Chain.Forbidden);
            }
        }
    }

    private void Link()
    {
        foreach (var list in _byRole)
        {
            list.Clear();
        }

        for (var i = 0; i < Spans.Count; i++)
        {
            _byRole[(int)Spans[i].Span.Role].Add(i);
        }

        var links = network.Links;
        Project(AttributionRole.Source, links.Sources);
        Project(AttributionRole.Cue, links.Cues);
        Project(AttributionRole.Content, links.Contents);
        Choose(0, AttributionRole.Content, 0, AttributionRole.Cue, 0);
        Choose(1, AttributionRole.Cue, links.Width, AttributionRole.Source, 0);
    }

    private void Project(AttributionRole role, DenseLayer layer)
    {
        var list = _byRole[(int)role];
        var ends = _ends.Reserve(((long)list.Count * 2 * _width) + 1);
        for (var i = 0; i < list.Count; i++)
        {
            var found = Spans[list[i]];
            Copy(_encoded + ((long)_batch.Row(found.Sequence, found.Span.Start) * _width), ends + ((long)i * 2 * _width));
            Copy(_encoded + ((long)_batch.Row(found.Sequence, found.Span.End - 1) * _width), ends + ((((long)i * 2) + 1) * _width));
        }

        layer.Run(ends, 2 * _width, _vectors[(int)role].Reserve(((long)list.Count * layer.Outputs) + 1), list.Count);
    }

    private void Choose(int kind, AttributionRole fromRole, int fromColumn, AttributionRole toRole, int toColumn)
    {
        var links = network.Links;
        Span<float> scores = stackalloc float[(2 * Reach) + 1];
        Span<int> rows = stackalloc int[LinkFeatures.Count];
        Span<float> hidden = stackalloc float[links.Width];
        ReadOnlySpan<int> nothing = [LinkFeatures.Nothing];
        var (froms, tos) = (_byRole[(int)fromRole], _byRole[(int)toRole]);
        var first = 0;
        for (var f = 0; f < froms.Count; f++)
        {
            var found = Spans[froms[f]];
            while (first < tos.Count && Spans[tos[first]].Sequence < found.Sequence)
            {
                first++;
            }

            var (last, nearest) = (first, first);
            while (last < tos.Count && Spans[tos[last]].Sequence == found.Sequence)
            {
                nearest += Spans[tos[last]].Span.Start < found.Span.Start ? 1 : 0;
                last++;
            }

            var (low, high) = (Math.Max(first, nearest - Reach), Math.Min(last, nearest + Reach));
            var from = Vector(fromRole, f, fromColumn);
            for (var t = low; t < high; t++)
            {
                LinkFeatures.Write(found.Span, Spans[tos[t]].Span, t < nearest ? t - nearest : t - nearest + 1, rows);
                scores[t - low] = links.Score(kind, from, Vector(toRole, t, toColumn), rows, hidden);
            }

            var chosen = scores[..(high - low + 1)];
            chosen[^1] = links.Score(kind, from, default, nothing, hidden);
            TensorPrimitives.SoftMax(chosen, chosen);
            var best = TensorPrimitives.IndexOfMax(chosen);
            Spans[froms[f]] = found with { Link = new FoundLink(best == chosen.Length - 1 ? -1 : tos[low + best], chosen[best]) };
        }
    }

    private Span<float> Vector(AttributionRole role, int index, int column)
    {
        var outputs = role == AttributionRole.Cue ? 2 * network.Links.Width : network.Links.Width;
        return _vectors[(int)role].Span(((long)index * outputs) + column, network.Links.Width);
    }

    private void Copy(float* from, float* to) => new ReadOnlySpan<float>(from, _width).CopyTo(new Span<float>(to, _width));
}
