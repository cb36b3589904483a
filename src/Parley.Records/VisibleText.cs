using System.Buffers;
using System.Text;

namespace Parley.Records;

/// <summary>
/// Makes characters visible that a terminal or page would obey or hide instead of show: control characters, and the marks
/// that turn the direction of writing. Texts keep them as they are; whoever shows a text calls this.
/// </summary>
public static class VisibleText
{
    private static readonly SearchValues<char> Hidden = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Select(c => (char)c).Where(c => c is not ('\t' or '\n' or '\r')),
         '\u061C', '\u200B', '\u200E', '\u200F', '\u2028', '\u2029', '\u202A', '\u202B', '\u202C', '\u202D', '\u202E',
         '\u2060', '\u2066', '\u2067', '\u2068', '\u2069', '\uFEFF']);

    /// <summary>
    /// <paramref name="text"/> with C0 controls as their pictures (U+2400 and on), others as their names (<c>⟨RLO⟩</c>);
    /// tab and line ends stay. The same string if there is nothing to show.
    /// </summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var at = text.AsSpan().IndexOfAny(Hidden);
        if (at < 0)
        {
            return text;
        }

        var shown = new StringBuilder(text.Length + 16).Append(text, 0, at);
        foreach (var c in text.AsSpan(at))
        {
            if (Hidden.Contains(c))
            {
                Show(shown, c);
            }
            else
            {
                shown.Append(c);
            }
        }

        return shown.ToString();
    }

    private static void Show(StringBuilder shown, char c) => _ = c switch
    {
        < ' ' => shown.Append((char)(0x2400 + c)),
        '\u007F' => shown.Append('\u2421'),
        '\u061C' => shown.Append("⟨ALM⟩"),
        '\u200B' => shown.Append("⟨ZWSP⟩"),
        '\u200E' => shown.Append("⟨LRM⟩"),
        '\u200F' => shown.Append("⟨RLM⟩"),
        '\u2028' => shown.Append("⟨LSEP⟩"),
        '\u2029' => shown.Append("⟨PSEP⟩"),
        '\u202A' => shown.Append("⟨LRE⟩"),
        '\u202B' => shown.Append("⟨RLE⟩"),
        '\u202C' => shown.Append("⟨PDF⟩"),
        '\u202D' => shown.Append("⟨LRO⟩"),
        '\u202E' => shown.Append("⟨RLO⟩"),
        '\u2060' => shown.Append("⟨WJ⟩"),
        '\u2066' => shown.Append("⟨LRI⟩"),
        '\u2067' => shown.Append("⟨RLI⟩"),
        '\u2068' => shown.Append("⟨FSI⟩"),
        '\u2069' => shown.Append("⟨PDI⟩"),
        '\uFEFF' => shown.Append("⟨BOM⟩"),
        _ => shown.Append('⟨').Append("U+").Append(((int)c).ToString("X4", System.Globalization.CultureInfo.InvariantCulture)).Append('⟩'),
    };
}
