using System.Buffers;

namespace Parley.Documents.Formats.Html;

/// <summary>Reads the attributes of a start tag one after another.</summary>
internal ref struct HtmlAttributes(ReadOnlySpan<char> tag)
{
    private static readonly SearchValues<char> AfterName = SearchValues.Create(" \t\r\n\f/>=");
    private static readonly SearchValues<char> AfterValue = SearchValues.Create(" \t\r\n\f>");

    private ReadOnlySpan<char> _rest = tag;

    internal ReadOnlySpan<char> Name { get; private set; }

    internal ReadOnlySpan<char> Value { get; private set; }

    internal bool Next()
    {
        _rest = _rest.TrimStart(" \t\r\n\f/");
        if (_rest.IsEmpty)
        {
            return false;
        }

        // A leading '=' belongs to the name, as browsers have it.
        var end = _rest[1..].IndexOfAny(AfterName);
        Name = end < 0 ? _rest : _rest[..(end + 1)];
        _rest = _rest[Name.Length..].TrimStart(" \t\r\n\f");
        Value = default;
        if (!_rest.StartsWith("="))
        {
            return true;
        }

        _rest = _rest[1..].TrimStart(" \t\r\n\f");
        if (_rest.StartsWith("\"") || _rest.StartsWith("'"))
        {
            var close = _rest[1..].IndexOf(_rest[0]);
            Value = close < 0 ? _rest[1..] : _rest.Slice(1, close);
            _rest = close < 0 ? default : _rest[(close + 2)..];
        }
        else
        {
            end = _rest.IndexOfAny(AfterValue);
            Value = end < 0 ? _rest : _rest[..end];
            _rest = _rest[Value.Length..];
        }

        return true;
    }
}
