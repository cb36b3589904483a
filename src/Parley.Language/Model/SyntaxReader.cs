using System.Numerics.Tensors;

namespace Parley.Language.Model;

/// <summary>Reads tags and dependency trees of sentences; owns its scratch, so it belongs to one thread at a time.</summary>
internal sealed unsafe class SyntaxReader(Network network) : IDisposable
{
    /// <summary>A longer sentence is read in pieces, each with a root.</summary>
    public const int LongestSentence = 300;

    private const int BatchTokens = 2048;
    private readonly Featurizer _featurizer = new(network.Words);
    private readonly SequenceBatch _batch = new();
    private readonly Encoder _encoder = new(network);
    private readonly TreeDecoder _decoder = new(network.Trees);
    private readonly FloatBuffer _tags = new();
    private readonly FloatBuffer _rows = new();
    private readonly FloatBuffer _vectors = new();
    private int[] _features = [];

    /// <summary>Reads sentences; those of one paragraph are read together.</summary>
    public SyntaxReading Read(ReadOnlySpan<char> text, TokenTable tokens, ReadOnlySpan<TokenRange> sentences, ReadOnlySpan<int> paragraphs)
    {
        var reading = new SyntaxReading(network.TagNames, tokens.Count);
        var pieces = new List<TokenRange>();
        var sequences = new List<(int First, int End)>();
        for (var s = 0; s < sentences.Length; s++)
        {
            var joins = s > 0 && paragraphs[s] == paragraphs[s - 1] && sequences.Count > 0
                && sentences[s].End - pieces[sequences[^1].First].Start <= ArticleReader.Together;
            var first = pieces.Count;
            for (var start = sentences[s].Start; start < sentences[s].End; start += LongestSentence)
            {
                pieces.Add(new TokenRange(start, Math.Min(start + LongestSentence, sentences[s].End)));
            }

            if (pieces.Count > first)
            {
                if (joins)
                {
                    sequences[^1] = (sequences[^1].First, pieces.Count);
                }
                else
                {
                    sequences.Add((first, pieces.Count));
                }
            }
        }

        for (int from = 0, count = 0, to = 0; to < sequences.Count; to++)
        {
            count += pieces[sequences[to].End - 1].End - pieces[sequences[to].First].Start;
            if (count >= BatchTokens || to == sequences.Count - 1)
            {
                Read(text, tokens, pieces, sequences[from..(to + 1)], reading);
                (from, count) = (to + 1, 0);
            }
        }

        return reading;
    }

    public void Dispose()
    {
        _encoder.Dispose();
        _decoder.Dispose();
        _tags.Dispose();
        _rows.Dispose();
        _vectors.Dispose();
    }

    private void Read(ReadOnlySpan<char> text, TokenTable tokens, List<TokenRange> pieces, List<(int First, int End)> sequences, SyntaxReading reading)
    {
        var lengths = new int[sequences.Count];
        for (var s = 0; s < lengths.Length; s++)
        {
            lengths[s] = pieces[sequences[s].End - 1].End - pieces[sequences[s].First].Start;
        }

        if (_features.Length < lengths.Sum() * TokenFeatures.Count)
        {
            _features = new int[lengths.Sum() * TokenFeatures.Count];
        }

        for (int s = 0, at = 0; s < lengths.Length; at += lengths[s++])
        {
            var start = pieces[sequences[s].First].Start;
            _featurizer.Write(
                text, tokens.Starts.Slice(start, lengths[s]), tokens.Ends.Slice(start, lengths[s]), s, _features.AsSpan(at * TokenFeatures.Count, lengths[s] * TokenFeatures.Count));
        }

        _batch.Arrange(lengths);
        _encoder.Run(_batch, lengths, _features);
        network.Auxiliary.Run(_encoder.First, network.Shape.Width, _tags.Reserve((long)_batch.Rows * AuxiliaryTags.Width), _batch.Rows);
        var encoded = _encoder.RunTrees(_batch);
        for (var s = 0; s < lengths.Length; s++)
        {
            ReadTags(s, pieces[sequences[s].First].Start, lengths[s], reading);
            for (var p = sequences[s].First; p < sequences[s].End; p++)
            {
                ReadTree(s, pieces[p], pieces[sequences[s].First].Start, encoded, reading);
            }
        }
    }

    private void ReadTags(int sequence, int first, int length, SyntaxReading reading)
    {
        for (var i = 0; i < length; i++)
        {
            var scores = _tags.Span((long)_batch.Row(sequence, i) * AuxiliaryTags.Width, AuxiliaryTags.Width);
            for (var g = 0; g < AuxiliaryTags.Groups; g++)
            {
                reading.SetTag(first + i, g, TensorPrimitives.IndexOfMax<float>(scores[AuxiliaryTags.Borders[g]..AuxiliaryTags.Borders[g + 1]]));
            }
        }
    }

    private void ReadTree(int sequence, TokenRange sentence, int first, float* encoded, SyntaxReading reading)
    {
        var count = sentence.Count;
        var rows = _rows.Reserve((long)count * TreeScorer.Width);
        for (var i = 0; i < count; i++)
        {
            var row = encoded + ((long)_batch.Row(sequence, sentence.Start - first + i) * TreeScorer.Width);
            new ReadOnlySpan<float>(row, TreeScorer.Width).CopyTo(new Span<float>(rows + ((long)i * TreeScorer.Width), TreeScorer.Width));
        }

        var vectors = _vectors.Reserve((long)count * TreeScorer.Columns);
        network.Trees.Project(rows, TreeScorer.Width, vectors, count);
        Span<int> heads = stackalloc int[LongestSentence];
        Span<byte> relations = stackalloc byte[LongestSentence];
        _decoder.Decode(vectors, heads[..count], relations[..count]);
        for (var i = 0; i < count; i++)
        {
            reading.SetHead(sentence.Start + i, heads[i] < 0 ? -1 : sentence.Start + heads[i], relations[i]);
        }
    }
}
