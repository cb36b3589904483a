using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Documents.Articles;

/// <summary>Tells what each paragraph of a piece is. Spans count from the page's text.</summary>
internal sealed class BlockClassifier
{
    private readonly Page _page;
    private readonly Piece _piece;
    private readonly TranscriptSpeakers _speakers;
    private readonly BlockKind?[] _marked;
    private readonly ImmutableArray<Block>.Builder _blocks = ImmutableArray.CreateBuilder<Block>();
    private readonly int _headingIndent;
    private readonly DashDialogue _dialogue;

    /// <summary>Block index of the paragraph that opened the turn that is going on, or -1.</summary>
    private int _turn = -1;

    private int _lastTurnParagraph = -1;
    private int _listIntroducer = -1;
    private MarkerKind? _list;
    private int _listOrdinal;

    private BlockClassifier(Page page, Piece piece, BlockKind?[] marked)
    {
        (_page, _piece, _marked) = (page, piece, marked);
        var paragraphs = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(page.Paragraphs)[piece.First..piece.End];
        _speakers = TranscriptSpeakers.Learn(page.Text, paragraphs, (piece.Header?.Heading ?? piece.First) - piece.First);
        _dialogue = new DashDialogue(page, piece);
        _headingIndent = paragraphs.IsEmpty ? 0 : paragraphs[0].Indent;
    }

    /// <summary>The blocks of <paramref name="piece"/>, and whether it is a transcript.</summary>
    public static (ImmutableArray<Block> Blocks, bool IsTranscript) Classify(Page page, Piece piece, BlockKind?[] marked)
    {
        var classifier = new BlockClassifier(page, piece, marked);
        var transcript = classifier.MarkTurns();
        for (var i = piece.First; i < piece.End; i++)
        {
            i = classifier.Add(i, transcript);
        }

        var blocks = classifier._blocks.DrainToImmutable();
        return (blocks, transcript || IsDashInterview(page.Text, blocks));
    }

    /// <summary>Finds where the turns end and whether they make up most of the text.</summary>
    private bool MarkTurns()
    {
        if (!_speakers.Any)
        {
            return false;
        }

        long inTurns = 0, all = 0, pending = 0;
        var begun = false;
        for (var i = _piece.First; i < _piece.End; i++)
        {
            var length = _page.Paragraphs[i].Length;
            if (_page.Is(i, Traits.Separator | Traits.Boilerplate | Traits.Meta))
            {
                continue;
            }

            all += length;
            if (Opens(i, out _))
            {
                inTurns += length + (begun ? pending : 0);
                (pending, begun, _lastTurnParagraph) = (0, true, i);
            }
            else
            {
                pending += length;
            }
        }

        // What follows the last label counts as much as the last speaker may well have said.
        var transcript = inTurns + Math.Min(pending, inTurns) >= all * 0.5;
        if (transcript)
        {
            _lastTurnParagraph = _piece.End;
        }

        return transcript;
    }

    /// <summary>Adds the block that paragraph <paramref name="i"/> makes; gives the last paragraph that went into it.</summary>
    private int Add(int i, bool transcript)
    {
        var words = _page.Words(i);
        if (_page.Is(i, Traits.Separator))
        {
            _list = null;
            return i;
        }

        if (_page.Is(i, Traits.Boilerplate))
        {
            Plain(i, BlockKind.Boilerplate);
            return i;
        }

        if (_page.Is(i, Traits.Meta) || IsHeaderName(i))
        {
            Plain(i, BlockKind.Byline);
            return i;
        }

        if (Opens(i, out var label))
        {
            return AddTurn(i, label);
        }

        if (_marked[i] is { } kind and not BlockKind.Paragraph && kind != BlockKind.ListItem)
        {
            AddMarked(i, kind);
            return i;
        }

        if (IsHeading(i))
        {
            _turn = -1;
            Plain(i, BlockKind.Heading);
            return i;
        }

        if (_marked[i] is null && words[0] == '>')
        {
            AddQuotation(i, words.Length - words.TrimStart("> \t").Length);
            return i;
        }

        if (AddMarkedUp(i, words))
        {
            return i;
        }

        if (_turn >= 0 && i <= _lastTurnParagraph && !IsAside(words))
        {
            _blocks.Add(new Block { Span = _page.Paragraphs[i].Span, Kind = BlockKind.Turn, Body = _page.Paragraphs[i].Span, Introducer = _turn });
            return i;
        }

        if (_marked[i] != BlockKind.ListItem && IsQuotation(i))
        {
            AddQuotation(i, 0);
            return i;
        }

        Plain(i, _marked[i] == BlockKind.ListItem ? BlockKind.ListItem : BlockKind.Paragraph);
        return i;
    }

    private int AddTurn(int i, SpeakerLabel label)
    {
        var paragraph = _page.Paragraphs[i];
        var end = paragraph.End;
        var last = i;
        var bodyStart = paragraph.Start + label.BodyStart;
        if (label.BodyStart >= paragraph.Length && i + 1 < _piece.End && !_page.Is(i + 1, Traits.Separator | Traits.Boilerplate | Traits.Meta) && !Opens(i + 1, out _))
        {
            // A name alone on its line: the words stand on the next.
            last = i + 1;
            (bodyStart, end) = (_page.Paragraphs[last].Start, _page.Paragraphs[last].End);
        }

        _turn = _blocks.Count;
        _list = null;
        _blocks.Add(new Block
        {
            Span = TextSpan.FromBounds(paragraph.Start, end),
            Kind = BlockKind.Turn,
            Speaker = label.Name.Shift(paragraph.Start),
            Body = TextSpan.FromBounds(Math.Min(bodyStart, end), end),
        });
        return last;
    }

    /// <summary>A headline "X: ..." opens no turn.</summary>
    private bool Opens(int i, out SpeakerLabel label)
    {
        label = default;
        var words = _page.Words(i);
        var headline = _piece.Header is { Byline.Strength: > 0 } header ? i == header.Heading : i == _piece.First && HeadingText.IsTitleCase(words);
        return !headline && _speakers.Opens(words, out label);
    }

    private void AddMarked(int i, BlockKind kind)
    {
        if (kind == BlockKind.BlockQuotation)
        {
            AddQuotation(i, 0);
            return;
        }

        _turn = kind == BlockKind.Heading ? -1 : _turn;
        Plain(i, kind);
    }

    /// <summary>A list item or a line of dash dialogue.</summary>
    private bool AddMarkedUp(int i, ReadOnlySpan<char> words)
    {
        if (!ListMarker.TryRead(words, out var marker))
        {
            if (_list is not MarkerKind.Number)
            {
                _list = null;
            }

            return false;
        }

        var span = _page.Paragraphs[i].Span;
        var body = TextSpan.FromBounds(span.Start + marker.Length, span.Start + FootnoteMark.Trim(words));
        body = body.Length > 0 ? body : span;
        if (marker.Kind is MarkerKind.Dash or MarkerKind.Hyphen && _dialogue.IsSpeech(i, marker.Kind))
        {
            _list = null;
            _blocks.Add(new Block { Span = span, Kind = BlockKind.Dash, Body = body, Introducer = null });
            return true;
        }

        if (marker.Kind is MarkerKind.Dash or MarkerKind.Hyphen && DashDialogue.IsSignature(words[marker.Length..]) && _list is null && !EndsInColon(_blocks.Count - 1))
        {
            _blocks.Add(new Block { Span = span, Kind = words[^1] is '—' or '–' || words.EndsWith("–.") ? BlockKind.Heading : BlockKind.Byline, Body = body });
            return true;
        }

        var continues = _list == marker.Kind && (marker.Ordinal == 0 || marker.Ordinal == _listOrdinal + 1);
        if (!continues)
        {
            var introduced = EndsInColon(_blocks.Count - 1);
            if (marker.Kind is MarkerKind.Number or MarkerKind.Letter && !introduced && !FollowedByNext(i, marker) && _marked[i] != BlockKind.ListItem)
            {
                return false;
            }

            _listIntroducer = introduced ? _blocks.Count - 1 : -1;
        }

        (_list, _listOrdinal) = (marker.Kind, marker.Ordinal);
        _blocks.Add(new Block { Span = span, Kind = BlockKind.ListItem, Body = body, Introducer = _listIntroducer >= 0 ? _listIntroducer : null });
        return true;
    }

    /// <summary>A number opens an item only where the next number follows soon.</summary>
    private bool FollowedByNext(int i, ListMarker marker)
    {
        for (var next = i + 1; next < _piece.End && next <= i + 4; next++)
        {
            if (ListMarker.TryRead(_page.Words(next), out var other) && other.Kind == marker.Kind && other.Ordinal == marker.Ordinal + 1)
            {
                return true;
            }
        }

        return false;
    }

    private void AddQuotation(int i, int mark)
    {
        var span = _page.Paragraphs[i].Span;
        var body = TextSpan.FromBounds(span.Start + mark, span.Start + Math.Max(mark, FootnoteMark.Trim(_page.Words(i))));
        int? introducer = _blocks.Count == 0 ? null : _blocks[^1].Kind switch
        {
            BlockKind.BlockQuotation => _blocks[^1].Introducer,
            BlockKind.Paragraph or BlockKind.Turn or BlockKind.ListItem => _blocks.Count - 1,
            _ => null,
        };
        _list = null;
        _blocks.Add(new Block { Span = span, Kind = BlockKind.BlockQuotation, Body = body.IsEmpty ? span : body, Introducer = introducer });
    }

    private void Plain(int i, BlockKind kind)
    {
        if (kind == BlockKind.ListItem && _blocks.Count > 0 && _blocks[^1].Kind != BlockKind.ListItem)
        {
            _listIntroducer = EndsInColon(_blocks.Count - 1) ? _blocks.Count - 1 : -1;
        }

        int? introducer = kind == BlockKind.ListItem && _listIntroducer >= 0 ? _listIntroducer : null;
        _blocks.Add(new Block { Span = _page.Paragraphs[i].Span, Kind = kind, Body = _page.Paragraphs[i].Span, Introducer = introducer });
    }

    private bool IsHeaderName(int i) => _piece.Header is { } header && header.Heading >= 0 && i > header.Heading && i < header.End && !_page.Is(i, Traits.Boilerplate) &&
        i - header.Heading <= 5 && _page.Paragraphs[i].Length <= 80 && OrganisationNames.IsName(_page.Words(i), 9);

    private bool IsHeading(int i)
    {
        if (!_page.Is(i, Traits.Heading))
        {
            return false;
        }

        if (_piece.Header is { } header && (i == header.Heading || (i >= header.First && i < header.End)))
        {
            return true;
        }

        // Inside a list or a quotation's introduction a short line is part of the text.
        return _marked[i] is null && i + 1 < _piece.End && !_page.Is(i + 1, Traits.Boilerplate | Traits.Separator) && HeadingText.IsSubheading(_page.Words(i)) &&
            !QuotationIntroduction.Leads(_page.Words(i)) && !ListMarker.TryRead(_page.Words(i), out _) && !IsQuotation(i);
    }

    private bool IsQuotation(int i)
    {
        if (_blocks.Count == 0 || i == _piece.First)
        {
            return false;
        }

        var words = _page.Words(i);
        if (Marks.IsOpening(words[0]) || words[0] == '\'' || !(ParagraphScanner.EndsSentence(words) || words.Length > 150) || HeadingText.Words(words) < 4)
        {
            return false;
        }

        var previous = _blocks[^1];
        if (previous.Kind is BlockKind.Paragraph)
        {
            return QuotationIntroduction.Leads(previous.Span.In(_page.Text));
        }

        // A further quoted paragraph shows itself by standing in from the margin as the first did.
        return previous.Kind == BlockKind.BlockQuotation && _marked[i] is null && _page.Paragraphs[i].Indent >= _headingIndent + 2 && _page.Paragraphs[i - 1].Indent >= _headingIndent + 2;
    }

    private bool EndsInColon(int block) => block >= 0 && _blocks[block].Kind is BlockKind.Paragraph or BlockKind.Heading or BlockKind.Turn && _page.Text[_blocks[block].Span.End - 1] is ':' or '：';

    /// <summary>"[Applause]", "(Crosstalk.)", "This interview has been edited": not the speaker's words.</summary>
    private static bool IsAside(ReadOnlySpan<char> words) => words.Length <= 300 &&
        ((words[0] is '[' or '(' && words[^1] is ']' or ')') || (words.Contains("interview", StringComparison.OrdinalIgnoreCase) && words.Contains("edited", StringComparison.OrdinalIgnoreCase)));

    /// <summary>Questions and answers that only dashes mark.</summary>
    private static bool IsDashInterview(string text, ImmutableArray<Block> blocks)
    {
        long all = 0, spoken = 0;
        int lines = 0, questions = 0;
        foreach (var block in blocks)
        {
            all += block.Span.Length;
            if (block.Kind == BlockKind.Dash)
            {
                spoken += block.Span.Length;
                lines++;
                questions += text[block.Span.End - 1] == '?' ? 1 : 0;
            }
        }

        return lines >= 4 && spoken >= all * 0.6 && questions * 3 >= lines;
    }
}
