using System.Text;
using Parley.Records;

namespace Parley.Assessments;

/// <summary>Escapes text for Markdown (CommonMark with GitHub's tables, footnotes and autolinks) so that it stays text on one line.</summary>
internal static class MarkdownText
{
    /// <summary>The text with everything escaped that could become markup, a link, raw HTML or a table's border.</summary>
    /// <param name="text">The text.</param>
    /// <param name="opens">True if it may open a line, where "1." would begin a list.</param>
    public static string Escape(string text, bool opens = true)
    {
        var visible = VisibleText.OneLine(text);
        var escaped = new StringBuilder(visible.Length + 16);
        for (var i = 0; i < visible.Length; i++)
        {
            var c = visible[i];
            var escape = c switch
            {
                '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '|' or '~' or '$' or '^' or '&' or '@' => true,
                ':' => i + 2 < visible.Length && visible[i + 1] == '/' && visible[i + 2] == '/',
                '#' or '+' or '-' or '=' => opens && i == 0,
                '.' => i > 0 && ((opens && LeadingDigits(visible, i)) || EndsWithWww(visible, i)),
                ')' => opens && LeadingDigits(visible, i),
                _ => false,
            };
            escaped.Append(escape ? "\\" : "").Append(c);
        }

        return escaped.ToString();
    }

    private static bool LeadingDigits(string text, int end)
    {
        for (var i = 0; i < end; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                return false;
            }
        }

        return end > 0;
    }

    private static bool EndsWithWww(string text, int end) => end >= 3 && text.AsSpan(end - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase);
}
