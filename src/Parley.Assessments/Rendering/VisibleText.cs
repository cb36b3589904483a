using System.Globalization;
using System.Text;

namespace Parley.Assessments;

/// <summary>
/// Makes characters visible that hide, reorder or forge text: controls, bidirectional overrides (Trojan Source, CVE-2021-42574), zero-width
/// characters, tags and lone surrogates become ⟨U+202E⟩. White space becomes a plain space. Joiners stay, since Persian and emoji need them.
/// </summary>
internal static class VisibleText
{
    public static string Of(string text)
    {
        var clean = true;
        foreach (var c in text)
        {
            clean &= !NeedsCare(c);
        }

        if (clean)
        {
            return text;
        }

        var visible = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                var codePoint = char.ConvertToUtf32(c, text[++i]);
                Append(visible, codePoint, hidden: CharUnicodeInfo.GetUnicodeCategory(codePoint) == UnicodeCategory.Format, c, text[i]);
            }
            else if (c is '\t' or '\n' or '\r' or '\u0085' or '\u2028' or '\u2029')
            {
                visible.Append(' ');
            }
            else
            {
                Append(visible, c, IsHidden(c), c, '\0');
            }
        }

        return visible.ToString();
    }

    private static void Append(StringBuilder text, int codePoint, bool hidden, char first, char second)
    {
        if (hidden)
        {
            text.Append(CultureInfo.InvariantCulture, $"⟨U+{codePoint:X4}⟩");
            return;
        }

        text.Append(first);
        if (second != '\0')
        {
            text.Append(second);
        }
    }

    private static bool NeedsCare(char c) => char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' || IsHidden(c);

    private static bool IsHidden(char c) => char.IsControl(c) || char.IsSurrogate(c) ||
        (c is not ('\u200C' or '\u200D' or '\u00AD') && char.GetUnicodeCategory(c) == UnicodeCategory.Format);
}
