using System.Globalization;
using System.Text;
using AngleSharp.Html;

namespace Parley.Documents.Formats.Html;

/// <summary>Character references of HTML.</summary>
internal static class HtmlEntities
{
    private const int LongestName = 32;
    private const int LongestOldName = 6;

    // What numbers of the C1 range mean by the HTML standard: they were always meant as windows-1252.
    private const string C1 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    /// <summary>The text with its references decoded.</summary>
    /// <param name="source">The text.</param>
    /// <param name="inAttribute">True for the value of an attribute, where "&amp;copy=" may be part of an address.</param>
    internal static string Decode(ReadOnlySpan<char> source, bool inAttribute = false)
    {
        if (!source.Contains('&'))
        {
            return source.ToString();
        }

        var text = new StringBuilder(source.Length);
        while (!source.IsEmpty)
        {
            var plain = source.IndexOf('&');
            plain = plain < 0 ? source.Length : plain;
            text.Append(source[..plain]);
            source = source[plain..];
            if (!source.IsEmpty)
            {
                var used = Reference(source, inAttribute, out var character);
                text.Append(character ?? "&");
                source = source[Math.Max(1, used)..];
            }
        }

        return text.ToString();
    }

    /// <summary>Adds a stretch of a page's source to a text; what stands between references keeps its place in the document.</summary>
    internal static void Flow(ExtractedText text, string page, int start, int length, bool verbatim = false, int shift = 0)
    {
        var end = start + length;
        while (start < end)
        {
            var rest = page.AsSpan(start, end - start);
            var plain = rest.IndexOf('&');
            plain = plain < 0 ? rest.Length : plain;
            if (plain == 0)
            {
                var used = Reference(rest, inAttribute: false, out var character);
                if (character is null)
                {
                    // A plain ampersand.
                    plain = 1;
                }
                else
                {
                    // A reference to white space (a no-break space is none) is shown, not collapsed.
                    text.Verbatim(character, ExtractedText.NowhereInDocument);
                    start += used;
                    continue;
                }
            }

            var place = shift < 0 ? ExtractedText.NowhereInDocument : start + shift;
            if (verbatim)
            {
                text.Verbatim(rest[..plain], place);
            }
            else
            {
                text.Flow(rest[..plain], place);
            }

            start += plain;
        }
    }

    /// <summary>Reads the reference at the start of <paramref name="source"/>; its length, or 0 if there is none.</summary>
    private static int Reference(ReadOnlySpan<char> source, bool inAttribute, out string? character)
    {
        character = null;
        if (source.Length < 3)
        {
            return 0;
        }

        return source[1] == '#' ? Numeric(source, out character) : Named(source, inAttribute, out character);
    }

    private static int Numeric(ReadOnlySpan<char> source, out string? character)
    {
        character = null;
        var hexadecimal = source[2] is 'x' or 'X';
        var start = hexadecimal ? 3 : 2;
        var end = start;
        while (end < source.Length && (hexadecimal ? char.IsAsciiHexDigit(source[end]) : char.IsAsciiDigit(source[end])))
        {
            end++;
        }

        if (end == start)
        {
            return 0;
        }

        var digits = source[start..end].TrimStart('0');
        var code = digits.Length > 7 ? int.MaxValue
            : digits.IsEmpty ? 0
            : int.Parse(digits, hexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture);
        character = code is >= 0x80 and < 0xA0 ? C1[code - 0x80].ToString()
            : code != 0 && Rune.IsValid(code) ? new Rune(code).ToString()
            : "\uFFFD";
        return end < source.Length && source[end] == ';' ? end + 1 : end;
    }

    private static int Named(ReadOnlySpan<char> source, bool inAttribute, out string? character)
    {
        var end = 1;
        while (end < source.Length && end <= LongestName && char.IsAsciiLetterOrDigit(source[end]))
        {
            end++;
        }

        if (end < source.Length && source[end] == ';')
        {
            character = HtmlEntityProvider.Resolver.GetSymbol(source[1..(end + 1)].ToString());
            if (character is not null)
            {
                return end + 1;
            }
        }

        // Old names may stand without a semicolon: the longest of them counts.
        for (end = Math.Min(end, LongestOldName + 1); end > 2; end--)
        {
            var followed = inAttribute && end < source.Length && (source[end] == '=' || char.IsAsciiLetterOrDigit(source[end]));
            character = followed ? null : HtmlEntityProvider.Resolver.GetSymbol(source[1..end].ToString());
            if (character is not null)
            {
                return end;
            }
        }

        character = null;
        return 0;
    }
}
