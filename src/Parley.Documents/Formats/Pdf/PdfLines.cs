using System.Text;

namespace Parley.Documents.Formats.Pdf;

/// <summary>Makes paragraphs again of the lines of printed pages: joins lines, takes out the hyphens of word breaks and page numbers.</summary>
internal static class PdfLines
{
    internal static string Join(string text)
    {
        var joined = new StringBuilder(text.Length);
        var paragraph = new List<string>();
        foreach (var page in text.Split('\f'))
        {
            foreach (var raw in page.Split('\n'))
            {
                var line = raw.Trim();
                if (line.Length == 0)
                {
                    End(paragraph, joined);
                }
                else if (line.Length > 4 || !line.All(char.IsAsciiDigit))
                {
                    paragraph.Add(line);
                }
            }

            // A sentence that goes on over the page does not end the paragraph.
            if (paragraph.Count > 0 && EndsSentence(paragraph[^1]))
            {
                End(paragraph, joined);
            }
        }

        End(paragraph, joined);
        return joined.ToString();
    }

    private static void End(List<string> lines, StringBuilder joined)
    {
        if (lines.Count == 0)
        {
            return;
        }

        joined.Append(joined.Length > 0 ? "\n\n" : "");
        var widest = lines.Max(line => line.Length);
        for (var i = 0; i < lines.Count; i++)
        {
            if (i > 0)
            {
                Part(lines[i - 1], lines[i], widest, joined);
            }

            joined.Append(lines[i]);
        }

        lines.Clear();
    }

    private static void Part(string before, string line, int widest, StringBuilder joined)
    {
        if (before.Length > 2 && before[^1] == '-' && char.IsLetter(before[^2]) && char.IsLower(line[0]))
        {
            joined.Length--;
        }
        else if (IsListMark(line) || (before.Length < widest * 0.7 && EndsSentence(before)))
        {
            joined.Append('\n');
        }
        else
        {
            joined.Append(' ');
        }
    }

    private static bool IsListMark(string line) => line[0] is '•' or '▪' or '●' or '◦' or '–' or '—';

    private static bool EndsSentence(string line) => line[^1] is '.' or '!' or '?' or '”' or '"' or '»' or ':';
}
