using System.Buffers;
using System.Text;

namespace Parley.Documents.Decoding;

/// <summary>What a text says of its own encoding: XML declaration and HTML meta, looked for in the first bytes only.</summary>
internal static class DeclaredCharset
{
    private const int Reach = 4096;

    private static readonly SearchValues<char> ValueEnd = SearchValues.Create(" \t\r\n\"';/>");

    /// <summary>The label claimed in the bytes, or null.</summary>
    internal static string? In(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(Reach, bytes.Length)]);
        var start = head.AsSpan().TrimStart();
        if (start.StartsWith("<?xml") && start.IndexOf("?>") is > 0 and var end && Value(start[..end], "encoding") is { } declared)
        {
            return declared;
        }

        for (var at = head.IndexOf("<meta", StringComparison.OrdinalIgnoreCase); at >= 0;
             at = head.IndexOf("<meta", at + 5, StringComparison.OrdinalIgnoreCase))
        {
            var close = head.IndexOf('>', at);
            if (Value(head.AsSpan(at, (close < 0 ? head.Length : close) - at), "charset") is { } label)
            {
                return label;
            }
        }

        return null;
    }

    /// <summary>The charset parameter of a content type such as <c>text/html; charset=utf-8</c>, or null.</summary>
    internal static string? OfContentType(string? contentType) => contentType is null ? null : Value(contentType, "charset");

    private static string? Value(ReadOnlySpan<char> text, string name)
    {
        var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return null;
        }

        text = text[(at + name.Length)..].TrimStart();
        if (!text.StartsWith("="))
        {
            return null;
        }

        text = text[1..].TrimStart().TrimStart("\"'");
        var end = text.IndexOfAny(ValueEnd);
        var value = end < 0 ? text : text[..end];
        return value.IsEmpty ? null : value.ToString();
    }
}
