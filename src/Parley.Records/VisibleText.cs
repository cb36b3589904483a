using System.Globalization;
using System.Text;

namespace Parley.Records;

/// <summary>
/// Makes characters visible that a terminal or page would obey or hide instead of show: controls, marks that turn the direction of
/// writing (Trojan Source, CVE-2021-42574), zero-width characters, tags and lone surrogates become <c>⟨U+202E⟩</c>. Joiners stay, since
/// Persian and emoji need them. Texts keep them as they are; whoever shows a text calls this.
/// </summary>
public static class VisibleText
{
    /// <summary>The text to be shown; tabs and line ends stay. The same string if there is nothing to show.</summary>
    public static string Of(string text) => Show(text, keepsLines: true);

    /// <summary>The text to be shown on one line: tabs and line ends become a space each. The same string if there is nothing to change.</summary>
    public static string OneLine(string text) => Show(text, keepsLines: false);

    private static string Show(string text, bool keepsLines)
    {
        ArgumentNullException.ThrowIfNull(text);
        var first = text.AsSpan().IndexOfAnyExceptInRange(' ', '~');
        while (first >= 0 && !NeedsCare(text[first], keepsLines))
        {
            var next = text.AsSpan(first + 1).IndexOfAnyExceptInRange(' ', '~');
            first = next < 0 ? -1 : first + 1 + next;
        }

        if (first < 0)
        {
            return text;
        }

        var shown = new StringBuilder(text.Length + 16).Append(text, 0, first);
        for (var i = first; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                var codePoint = char.ConvertToUtf32(c, text[++i]);
                if (CharUnicodeInfo.GetUnicodeCategory(codePoint) == UnicodeCategory.Format)
                {
                    AppendName(shown, codePoint);
                }
                else
                {
                    shown.Append(c).Append(text[i]);
                }
            }
            else if (c is '\t' or '\n' or '\r')
            {
                shown.Append(keepsLines ? c : ' ');
            }
            else if (!keepsLines && c is ('\u0085' or '\u2028' or '\u2029'))
            {
                shown.Append(' ');
            }
            else if (IsHidden(c))
            {
                AppendName(shown, c);
            }
            else
            {
                shown.Append(c);
            }
        }

        return shown.ToString();
    }

    private static void AppendName(StringBuilder shown, int codePoint) => shown.Append(CultureInfo.InvariantCulture, $"⟨U+{codePoint:X4}⟩");

    private static bool NeedsCare(char c, bool keepsLines) => c is '\t' or '\n' or '\r' ? !keepsLines : IsHidden(c);

    private static bool IsHidden(char c) => char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' ||
        (c is not ('\u200C' or '\u200D' or '\u00AD') && char.GetUnicodeCategory(c) == UnicodeCategory.Format);
}
