using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Parley.Language.Model;

/// <summary>
/// Cuts an article into sequences, runs the networks over them a few at a time, and joins what it finds. Owns its scratch: one
/// thread at a time.
/// </summary>
internal sealed class ArticleReader(IReadOnlyList<Network> networks) : IDisposable
{
    /// <summary>Paragraphs are read together up to this many tokens.</summary>
    public const int Together = 240;

    /// <summary>A longer paragraph is cut, at the end of a sentence if there is one in its last quarter.</summary>
    public const int LongestParagraph = 1024;

    /// <summary>Sequences are run together until they have this many tokens; this bounds the scratch memory.</summary>
    private const int BatchTokens = 2048;

    private readonly Featurizer _featurizer = new(networks[0].Words);
    private readonly SequenceReader _reader = new(networks);
    private readonly List<int> _lengths = [];
    private readonly List<int> _tokenIndices = [];
    private readonly List<int> _paragraphs = [];
    private readonly List<int> _rows = [];
    private readonly List<int> _sequenceStarts = [];

    public AttributionReading Read(ReadOnlySpan<char> text, ReadOnlySpan<int> starts, ReadOnlySpan<int> ends, ReadOnlySpan<TokenRange> paragraphs, bool apart)
    {
        var found = new Findings();
        Clear();
        for (var p = 0; p < paragraphs.Length; p++)
        {
            for (var start = paragraphs[p].Start; start < paragraphs[p].End;)
            {
                var end = Cut(text, starts, ends, start, paragraphs[p].End);
                var joins = !apart && _lengths.Count > 0 && _lengths[^1] + 1 + end - start <= Together;
                if (!joins && _tokenIndices.Count >= BatchTokens)
                {
                    Run(found);
                }

                Append(text, starts, ends, new TokenRange(start, end), p, joins);
                start = end;
            }
        }

        Run(found);
        return found.ToReading();
    }

    public void Dispose() => _reader.Dispose();

    private static int Cut(ReadOnlySpan<char> text, ReadOnlySpan<int> starts, ReadOnlySpan<int> ends, int start, int end)
    {
        if (end - start <= LongestParagraph)
        {
            return end;
        }

        for (var i = start + LongestParagraph; i > start + (LongestParagraph * 3 / 4); i--)
        {
            if (text[starts[i - 1]..ends[i - 1]] is "." or "!" or "?")
            {
                return i;
            }
        }

        return start + LongestParagraph;
    }

    /// <summary>Adds a paragraph to the last sequence, or as a new one.</summary>
    private void Append(ReadOnlySpan<char> text, ReadOnlySpan<int> starts, ReadOnlySpan<int> ends, TokenRange tokens, int paragraph, bool joins)
    {
        if (joins)
        {
            _lengths[^1] += 1 + tokens.Count;
            _tokenIndices.Add(-1);
            _paragraphs.Add(-1);
            Featurizer.Border(Room(1));
        }
        else
        {
            _sequenceStarts.Add(_tokenIndices.Count);
            _lengths.Add(tokens.Count);
        }

        for (var i = tokens.Start; i < tokens.End; i++)
        {
            _tokenIndices.Add(i);
            _paragraphs.Add(paragraph);
        }

        _featurizer.Write(text, starts[tokens.Start..tokens.End], ends[tokens.Start..tokens.End], paragraph, Room(tokens.Count));
    }

    private Span<int> Room(int tokens)
    {
        var before = _rows.Count;
        CollectionsMarshal.SetCount(_rows, before + (tokens * TokenFeatures.Count));
        return CollectionsMarshal.AsSpan(_rows)[before..];
    }

    private void Run(Findings found)
    {
        _reader.Read(CollectionsMarshal.AsSpan(_lengths), CollectionsMarshal.AsSpan(_rows), CollectionsMarshal.AsSpan(_paragraphs));
        found.Add(_reader.Spans, _sequenceStarts, _tokenIndices);
        Clear();
    }

    private void Clear()
    {
        _lengths.Clear();
        _tokenIndices.Clear();
        _paragraphs.Clear();
        _rows.Clear();
        _sequenceStarts.Clear();
    }

    /// <summary>Gathers spans and links over the runs.</summary>
    private sealed class Findings
    {
        private readonly List<ReadSpan> _spans = [];
        private readonly List<FoundLink> _links = [];

        public void Add(List<FoundSpan> spans, List<int> sequenceStarts, List<int> tokenIndices)
        {
            var before = _spans.Count;
            foreach (var (sequence, span, probability, link) in spans)
            {
                var at = sequenceStarts[sequence];
                _spans.Add(new ReadSpan(span.Role, new TokenRange(tokenIndices[at + span.Start], tokenIndices[at + span.End - 1] + 1), probability));
                _links.Add(link.To < 0 ? link : link with { To = before + link.To });
            }
        }

        public AttributionReading ToReading()
        {
            var contents = new List<int>?[_spans.Count];
            var attributions = ImmutableArray.CreateBuilder<ReadAttribution>();
            for (var i = 0; i < _spans.Count; i++)
            {
                if (_spans[i].Role == AttributionRole.Content && _links[i].To >= 0)
                {
                    (contents[_links[i].To] ??= []).Add(i);
                }
            }

            for (var i = 0; i < _spans.Count; i++)
            {
                if (_spans[i].Role == AttributionRole.Cue)
                {
                    attributions.Add(Join(i, contents[i] ?? []));
                }
                else if (_spans[i].Role == AttributionRole.Content && _links[i].To < 0)
                {
                    attributions.Add(new ReadAttribution(-1, -1, [i], _spans[i].Probability * _links[i].Probability));
                }
            }

            return new AttributionReading([.. _spans], attributions.ToImmutable());
        }

        private ReadAttribution Join(int cue, List<int> contents)
        {
            var source = _links[cue].To;
            var probability = _spans[cue].Probability * _links[cue].Probability * (source < 0 ? 1 : _spans[source].Probability);
            foreach (var content in contents)
            {
                probability *= _spans[content].Probability * _links[content].Probability;
            }

            return new ReadAttribution(source, cue, [.. contents], probability);
        }
    }
}
