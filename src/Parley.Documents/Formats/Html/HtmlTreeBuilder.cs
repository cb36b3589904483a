using System.Buffers;
using System.Collections.Frozen;

namespace Parley.Documents.Formats.Html;

/// <summary>
/// Builds the tree of a page by the rules of HTML that matter for its text: elements without content, raw text, end tags left
/// out, end tags without a start. It does not move nodes about as browsers do for misnested formatting; the text is the same.
/// </summary>
internal sealed class HtmlTreeBuilder
{
    /// <summary>Browsers too stop at this depth.</summary>
    internal const int MaxDepth = 512;

    private static readonly SearchValues<char> TagNameEnd = SearchValues.Create(" \t\r\n\f/>");
    private static readonly SearchValues<char> TagStops = SearchValues.Create("\"'>");

    private readonly string _source;
    private readonly List<HtmlNode> _nodes = [];
    private readonly List<int> _open = [];
    private int _at;
    private bool _inHead;

    private HtmlTreeBuilder(string source) => _source = source;

    /// <summary>The tree, or null and the place where elements are nested too deep.</summary>
    internal static HtmlTree? Build(string source, out int tooDeepAt)
    {
        var builder = new HtmlTreeBuilder(source);
        tooDeepAt = builder.Run();
        return tooDeepAt < 0 ? new HtmlTree(source, builder._nodes) : null;
    }

    private int Run()
    {
        Open("#root", 0, 0);
        while (_at < _source.Length)
        {
            if (_open.Count > MaxDepth)
            {
                return _at;
            }

            var tag = _source.IndexOf('<', _at);
            if (tag < 0)
            {
                Text(_at, _source.Length);
                break;
            }

            var next = tag + 1 < _source.Length ? _source[tag + 1] : ' ';
            if (char.IsAsciiLetter(next))
            {
                Text(_at, tag);
                StartTag(tag + 1);
            }
            else if (next is '/' or '!' or '?')
            {
                Text(_at, tag);
                Other(tag, next);
            }
            else
            {
                Text(_at, tag + 1);
                _at = tag + 1;
            }
        }

        CloseTo(0);
        return -1;
    }

    private void StartTag(int nameStart)
    {
        var (name, attributes) = Tag(nameStart);
        var end = _at;
        if (name.Length == 0)
        {
            return;
        }

        if (HtmlNames.EndsParagraph.Contains(name))
        {
            CloseParagraph();
        }

        if (HtmlNames.ImpliedEnd.TryGetValue(name, out var implied))
        {
            CloseImplied(implied.Closes, implied.Within);
        }
        else if (_inHead && HtmlNames.Block.Contains(name) && name is not ("html" or "head"))
        {
            CloseOpen("head", HtmlNames.Scope);
        }
        else if (name == "a")
        {
            CloseOpen("a", HtmlNames.Block);
        }

        Open(name, attributes, Math.Max(0, end - 1 - attributes));
        if (HtmlNames.Void.Contains(name) || (!HtmlNames.Block.Contains(name) && !HtmlNames.RawText.Contains(name) && ClosesItself(attributes, end)))
        {
            CloseTo(_open.Count - 1);
        }
        else if (HtmlNames.RawText.Contains(name))
        {
            RawText(name);
        }
    }

    // "<a href=x/>" does not: there the slash belongs to the value.
    private bool ClosesItself(int attributes, int end) =>
        _source[end - 2] == '/' && (end - 2 == attributes || _source[end - 3] is '"' or '\'' or ' ' or '\n');

    private void RawText(string name)
    {
        var close = _source.IndexOf("</" + name, _at, StringComparison.OrdinalIgnoreCase);
        close = close < 0 ? _source.Length : close;
        Text(_at, close);
        _at = close;
        CloseTo(_open.Count - 1);
        if (_at < _source.Length)
        {
            Tag(_at + 2);
        }
    }

    private void Other(int tag, char next)
    {
        if (next == '/')
        {
            if (tag + 2 < _source.Length && char.IsAsciiLetter(_source[tag + 2]))
            {
                EndTag(Tag(tag + 2).Name);
                return;
            }

            SkipPast(">", tag);
        }
        else if (Starts(tag, "<!--"))
        {
            // "<!-->" is a whole comment.
            SkipPast("-->", tag + 2);
        }
        else if (Starts(tag, "<![CDATA["))
        {
            var end = _source.IndexOf("]]>", tag, StringComparison.Ordinal);
            Text(tag + 9, end < 0 ? _source.Length : end);
            SkipPast("]]>", tag);
        }
        else
        {
            // A document type may declare entities between brackets.
            var end = _source.AsSpan(tag).IndexOfAny('[', '>');
            SkipPast(end > 0 && _source[tag + end] == '[' && next == '!' ? "]>" : ">", tag);
        }
    }

    private void EndTag(string name)
    {
        if (name == "p" || HtmlNames.Block.Contains(name))
        {
            CloseOpen(name, name is "table" or "td" or "th" or "caption" or "html" or "template" ? FrozenSet<string>.Empty : HtmlNames.Scope);
        }
        else
        {
            // An inline end tag does not end the block around it.
            CloseOpen(name, HtmlNames.Block);
        }
    }

    private void CloseParagraph()
    {
        for (var i = _open.Count - 1; i > 0; i--)
        {
            var name = _nodes[_open[i]].Name;
            if (name == "p")
            {
                CloseTo(i);
                return;
            }

            if (HtmlNames.Block.Contains(name))
            {
                return;
            }
        }
    }

    private void CloseImplied(FrozenSet<string> closes, FrozenSet<string> within)
    {
        var outermost = -1;
        for (var i = _open.Count - 1; i > 0 && !within.Contains(_nodes[_open[i]].Name); i--)
        {
            outermost = closes.Contains(_nodes[_open[i]].Name) ? i : outermost;
        }

        if (outermost > 0)
        {
            CloseTo(outermost);
        }
    }

    private void CloseOpen(string name, FrozenSet<string> within)
    {
        for (var i = _open.Count - 1; i > 0; i--)
        {
            var open = _nodes[_open[i]].Name;
            if (open == name)
            {
                CloseTo(i);
                return;
            }

            if (within.Contains(open))
            {
                return;
            }
        }
    }

    private void Open(string name, int attributes, int length)
    {
        _nodes.Add(new HtmlNode(name, _open.Count == 0 ? -1 : _open[^1], attributes, length, 0));
        _open.Add(_nodes.Count - 1);
        _inHead |= name == "head";
    }

    private void CloseTo(int depth)
    {
        for (var i = _open.Count - 1; i >= depth; i--)
        {
            _nodes[_open[i]] = _nodes[_open[i]] with { End = _nodes.Count };
            _inHead &= _nodes[_open[i]].Name != "head";
        }

        _open.RemoveRange(depth, _open.Count - depth);
    }

    private void Text(int start, int end)
    {
        if (end > start)
        {
            _nodes.Add(new HtmlNode("", _open[^1], start, end - start, _nodes.Count + 1));
        }
    }

    /// <summary>Reads a tag from its name to past its closing bracket, which may stand quoted inside it.</summary>
    private (string Name, int Attributes) Tag(int nameStart)
    {
        var length = _source.AsSpan(nameStart).IndexOfAny(TagNameEnd);
        length = length < 0 ? _source.Length - nameStart : length;
        var attributes = nameStart + length;
        _at = attributes;
        while (_at < _source.Length)
        {
            var stop = _source.AsSpan(_at).IndexOfAny(TagStops);
            if (stop < 0)
            {
                break;
            }

            _at += stop + 1;
            var sign = _source[_at - 1];
            if (sign == '>')
            {
                return (HtmlNames.Intern(_source.AsSpan(nameStart, length)), attributes);
            }

            // A quotation mark opens a value only after an equals sign.
            if (_source.AsSpan(attributes, _at - 1 - attributes).TrimEnd(" \t\r\n\f").EndsWith("="))
            {
                var close = _source.IndexOf(sign, _at);
                if (close < 0)
                {
                    break;
                }

                _at = close + 1;
            }
        }

        _at = _source.Length;
        return ("", attributes);
    }

    private bool Starts(int at, string with) => string.CompareOrdinal(_source, at, with, 0, with.Length) == 0;

    private void SkipPast(string what, int from)
    {
        var end = _source.IndexOf(what, from, StringComparison.Ordinal);
        _at = end < 0 ? _source.Length : end + what.Length;
    }
}
