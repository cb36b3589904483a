using System.Numerics.Tensors;

namespace Parley.Language.Model;

/// <summary>A link that was found: the index of the span it leads to, or -1 for none, and its probability.</summary>
internal readonly record struct FoundLink(int To, float Probability);

/// <summary>A span that was read in a sequence, with its probability and, for contents and cues, where it leads.</summary>
internal readonly record struct FoundSpan(int Sequence, LabelledSpan Span, float Probability, FoundLink Link);

/// <summary>
/// Runs networks over a few sequences at a time: spans, their probabilities, and links. The scores of several networks are
/// averaged. Owns its scratch, so it belongs to one thread at a time; the networks are shared.
/// </summary>
internal sealed unsafe class SequenceReader : IDisposable
{
    /// <summary>Candidates for a link on either side, counted in candidates.</summary>
    public const int Reach = 8;

    /// <summary>
    /// A span is left without a link only from this probability on: an attribution whose link is wrong
    /// is not found, but neither is one whose link is missing.
    /// </summary>
    private const float EnoughForNothing = 0.8f;

    private readonly Member[] _members;
    private readonly float[] _transitions = new float[Labels.Padded * Labels.Padded];
    private readonly FloatBuffer _scores = new();
    private readonly FloatBuffer _marginals = new();
    private readonly FloatBuffer _memberScores = new();
    private readonly FloatBuffer _ends = new();
    private readonly List<int>[] _byRole = [[], [], []];
    private readonly FloatBuffer _going = new();
    private readonly SpanDecoder _decoder;
    private readonly SequenceBatch _batch = new();

    public SequenceReader(IReadOnlyList<Network> networks, float[]? prices = null)
    {
        _decoder = new SpanDecoder(prices ?? SpanDecoder.DefaultPrices);
        _members = [.. networks.Select(n => new Member(n))];
        for (var i = 0; i < _transitions.Length; i++)
        {
            _transitions[i] = networks.Average(n => n.Transitions[i]);
        }
    }

    /// <summary>The spans found by the last <see cref="Read"/>, by sequence and in order.</summary>
    public List<FoundSpan> Spans { get; } = [];

    /// <summary>After <see cref="Read"/>: the probabilities of the labels of the elements, <see cref="Labels.Padded"/> for each, in order.</summary>
    public ReadOnlySpan<float> Marginals(int first, int count) => _marginals.Span((long)first * Labels.Padded, count * Labels.Padded);

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
        Score(lengths, rows);
        var all = _marginals.Reserve((long)_batch.Rows * Labels.Padded);
        var at = 0;
        for (var s = 0; s < lengths.Length; s++)
        {
            var length = lengths[s];
            CloseBorders(s, paragraphs.Slice(at, length));
            var marginals = all + ((long)at * Labels.Padded);
            var going = _going.Reserve((long)length * Chain.Going);
            _ = Chain.Marginals(_batch, s, length, _scores.Pointer, _transitions, marginals, null, going);
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
        foreach (var buffer in (ReadOnlySpan<FloatBuffer>)[_scores, _marginals, _going, _memberScores, _ends])
        {
            buffer.Dispose();
        }

        foreach (var member in _members)
        {
            member.Dispose();
        }
    }

    /// <summary>The mean of the members' scores of labels.</summary>
    private void Score(ReadOnlySpan<int> lengths, ReadOnlySpan<int> rows)
    {
        var count = _batch.Rows * Labels.Padded;
        var scores = _scores.Reserve(count);
        foreach (var member in _members)
        {
            member.Encoder.Run(_batch, lengths, rows);
            var first = member == _members[0];
            var own = first ? scores : _memberScores.Reserve(count);
            member.Network.Scores.Run(member.Encoder.Top, member.Network.Shape.Width, own, _batch.Rows);
            if (!first)
            {
                TensorPrimitives.Add(_scores.Span(0, count), _memberScores.Span(0, count), _scores.Span(0, count));
            }
        }

        TensorPrimitives.Multiply(_scores.Span(0, count), 1f / _members.Length, _scores.Span(0, count));
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

        foreach (var member in _members)
        {
            Project(member, AttributionRole.Source);
            Project(member, AttributionRole.Cue);
            Project(member, AttributionRole.Content);
        }

        Choose(0, AttributionRole.Content, AttributionRole.Cue);
        Choose(1, AttributionRole.Cue, AttributionRole.Source);
    }

    private void Project(Member member, AttributionRole role)
    {
        var list = _byRole[(int)role];
        var width = member.Network.Shape.Width;
        var ends = _ends.Reserve(((long)list.Count * 2 * width) + 1);
        for (var i = 0; i < list.Count; i++)
        {
            var found = Spans[list[i]];
            var target = ends + ((long)i * 2 * width);
            Copy(member.Encoder.Top + ((long)_batch.Row(found.Sequence, found.Span.Start) * width), target, width);
            Copy(member.Encoder.Top + ((long)_batch.Row(found.Sequence, found.Span.End - 1) * width), target + width, width);
        }

        var layer = member.Layer(role);
        layer.Run(ends, 2 * width, member.Vectors[(int)role].Reserve(((long)list.Count * layer.Outputs) + 1), list.Count);
    }

    private void Choose(int kind, AttributionRole fromRole, AttributionRole toRole)
    {
        Span<float> scores = stackalloc float[(2 * Reach) + 1];
        Span<int> rows = stackalloc int[LinkFeatures.Count];
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
            for (var t = low; t < high; t++)
            {
                LinkFeatures.Write(found.Span, Spans[tos[t]].Span, t < nearest ? t - nearest : t - nearest + 1, rows);
                scores[t - low] = PairScore(kind, fromRole, f, toRole, t, rows);
            }

            var chosen = scores[..(high - low + 1)];
            chosen[^1] = PairScore(kind, fromRole, f, toRole, -1, nothing);
            TensorPrimitives.SoftMax(chosen, chosen);
            var best = chosen.Length > 1 && chosen[^1] < EnoughForNothing ? TensorPrimitives.IndexOfMax(chosen[..^1]) : chosen.Length - 1;
            Spans[froms[f]] = found with { Link = new FoundLink(best == chosen.Length - 1 ? -1 : tos[low + best], chosen[best]) };
        }
    }

    /// <summary>The mean of the members' scores of a pair; <paramref name="to"/> is -1 for "nothing".</summary>
    private float PairScore(int kind, AttributionRole fromRole, int from, AttributionRole toRole, int to, ReadOnlySpan<int> rows)
    {
        var sum = 0f;
        foreach (var member in _members)
        {
            var fromVector = member.Vector(fromRole, from, kind);
            sum += member.Network.Links.Score(kind, fromVector, to < 0 ? default : member.Vector(toRole, to, 0), rows, member.Hidden);
        }

        return sum / _members.Length;
    }

    private static void Copy(float* from, float* to, int width) => new ReadOnlySpan<float>(from, width).CopyTo(new Span<float>(to, width));

    /// <summary>A network and the scratch that goes with it.</summary>
    private sealed class Member(Network network) : IDisposable
    {
        public Network Network => network;

        public Encoder Encoder { get; } = new(network);

        /// <summary>By role, the vectors that links are scored with.</summary>
        public FloatBuffer[] Vectors { get; } = [new(), new(), new()];

        public float[] Hidden { get; } = new float[network.Links.Width];

        public DenseLayer Layer(AttributionRole role) => role switch
        {
            AttributionRole.Source => network.Links.Sources,
            AttributionRole.Cue => network.Links.Cues,
            _ => network.Links.Contents,
        };

        /// <summary>A span's vector; a cue has two, the first as contents look for it, the second as it looks for a source.</summary>
        public ReadOnlySpan<float> Vector(AttributionRole role, int index, int half)
        {
            var width = network.Links.Width;
            return Vectors[(int)role].Span(((long)index * Layer(role).Outputs) + (half * width), width);
        }

        public void Dispose()
        {
            Encoder.Dispose();
            foreach (var buffer in Vectors)
            {
                buffer.Dispose();
            }
        }
    }
}
