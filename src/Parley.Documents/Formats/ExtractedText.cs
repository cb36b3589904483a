using System.Buffers;
using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Documents.Formats;

/// <summary>
/// Collects the text of a marked-up document block by block, with the runs that stand unchanged in the decoded document.
/// Blocks are parted by an empty line.
/// </summary>
internal sealed class ExtractedText
{
    internal const int NowhereInDocument = -1;

    private static readonly SearchValues<char> WhiteSpace = SearchValues.Create(" \t\r\n\f");

    private readonly ArrayBufferWriter<char> _text = new();
    private readonly ImmutableArray<OffsetRun>.Builder _runs = ImmutableArray.CreateBuilder<OffsetRun>();
    private readonly ImmutableArray<MarkedSpan>.Builder _marks = ImmutableArray.CreateBuilder<MarkedSpan>();
    private int _blockStart;
    private BlockKind? _kind;
    private bool _space;
    private int _spaceAt = NowhereInDocument;
    private int _breaks;

    /// <summary>UTF-16 units collected so far.</summary>
    internal int Length => _text.WrittenCount;

    private bool BlockIsEmpty => Length == _blockStart;

    /// <summary>Begins a block; a kind of null leaves the reader of articles to find out what it is.</summary>
    internal void BeginBlock(BlockKind? kind)
    {
        EndBlock();
        _kind = kind;
    }

    /// <summary>Ends the block, if anything stands in it.</summary>
    internal void EndBlock()
    {
        _space = false;
        _breaks = 0;
        if (!BlockIsEmpty && _kind is { } kind)
        {
            _marks.Add(new MarkedSpan(TextSpan.FromBounds(_blockStart, Length), kind));
        }

        _blockStart = Length;
        _kind = null;
    }

    /// <summary>A line end inside the block; two in a row end the block and begin one of the same kind.</summary>
    internal void LineBreak() => _breaks++;

    /// <summary>Adds words that are not in the document in this form.</summary>
    internal void Add(ReadOnlySpan<char> words) => Flow(words, NowhereInDocument);

    /// <summary>Adds text as it flows in markup: runs of white space become one space.</summary>
    /// <param name="source">The text.</param>
    /// <param name="documentStart">Where it stands in the decoded document, or <see cref="NowhereInDocument"/>.</param>
    internal void Flow(ReadOnlySpan<char> source, int documentStart)
    {
        while (!source.IsEmpty)
        {
            var word = source.IndexOfAny(WhiteSpace);
            word = word < 0 ? source.Length : word;
            if (word > 0)
            {
                Append(source[..word], documentStart);
                source = source[word..];
                documentStart = Later(documentStart, word);
                continue;
            }

            var gap = source.IndexOfAnyExcept(WhiteSpace);
            gap = gap < 0 ? source.Length : gap;
            if (!_space)
            {
                _space = true;
                _spaceAt = source[0] == ' ' ? documentStart : NowhereInDocument;
            }

            source = source[gap..];
            documentStart = Later(documentStart, gap);
        }
    }

    /// <summary>Adds text of which every character counts, as in preformatted blocks.</summary>
    internal void Verbatim(ReadOnlySpan<char> source, int documentStart)
    {
        if (BlockIsEmpty)
        {
            var kept = source.TrimStart("\r\n");
            documentStart = Later(documentStart, source.Length - kept.Length);
            source = kept;
        }

        if (!source.IsEmpty)
        {
            Append(source, documentStart);
        }
    }

    /// <summary>The collected text, runs and marks, closing the last block.</summary>
    internal (string Text, ImmutableArray<OffsetRun> Offsets, ImmutableArray<MarkedSpan> Markup) Finish()
    {
        EndBlock();
        return (new string(_text.WrittenSpan), _runs.ToImmutable(), _marks.ToImmutable());
    }

    private static int Later(int documentStart, int units) => documentStart < 0 ? documentStart : documentStart + units;

    private void Append(ReadOnlySpan<char> words, int documentStart)
    {
        if (_breaks > 1 && !BlockIsEmpty)
        {
            var kind = _kind;
            EndBlock();
            _kind = kind;
        }

        if (BlockIsEmpty)
        {
            if (Length > 0)
            {
                Write("\n\n", NowhereInDocument);
            }

            _blockStart = Length;
            // From here on the block is not empty, as the words follow at once.
        }
        else if (_breaks == 1)
        {
            Write("\n", NowhereInDocument);
        }
        else if (_space)
        {
            Write(" ", _spaceAt);
        }

        (_space, _breaks) = (false, 0);
        Write(words, documentStart);
    }

    private void Write(ReadOnlySpan<char> words, int documentStart)
    {
        var at = Length;
        _text.Write(words);
        if (documentStart < 0)
        {
            return;
        }

        if (_runs.Count > 0 && _runs[^1] is var last && last.TextStart + last.Length == at && last.DocumentStart + last.Length == documentStart)
        {
            _runs[^1] = last with { Length = last.Length + words.Length };
        }
        else
        {
            _runs.Add(new OffsetRun(at, documentStart, words.Length));
        }
    }
}
