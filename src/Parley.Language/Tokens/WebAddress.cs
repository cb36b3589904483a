using System.Buffers;

namespace Parley.Language;

/// <summary>Recognises web addresses, which are one token whatever marks they hold.</summary>
internal static class WebAddress
{
    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\r\n\u00A0\u2028\u2029<>\"“”«»`|");
    private static readonly SearchValues<char> NotLast = SearchValues.Create(".,;:!?'’)]}…*_");

    /// <summary>True when a web address begins at <paramref name="start"/>.</summary>
    public static bool TryMatch(ReadOnlySpan<char> text, int start, int end, out int addressEnd)
    {
        addressEnd = start;
        var rest = text[start..end];
        var prefix = rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 7
            : rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? 8
            : rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? 4
            : rest.StartsWith("pic.twitter.com/", StringComparison.OrdinalIgnoreCase) ? 16
            : 0;
        if (prefix == 0)
        {
            return false;
        }

        var length = rest.IndexOfAny(Ends);
        var address = length < 0 ? rest : rest[..length];
        address = address[..(address.LastIndexOfAnyExcept(NotLast) + 1)];
        addressEnd = start + address.Length;
        return address.Length > prefix;
    }
}
