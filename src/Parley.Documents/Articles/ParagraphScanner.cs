using System.Buffers;
using Parley.Records;

namespace Parley.Documents.Articles;

/// <summary>A run of lines that belong together.</summary>
/// <param name="Start">First unit that is no white space.</param>
/// <param name="End">Just past the last unit that is no white space.</param>
/// <param name="AfterBlank">True if a blank line (or nothing) stands before it.</param>
/// <param name="Indent">White space before the first unit on its line.</param>
internal readonly record struct Paragraph(int Start, int End, bool AfterBlank, int Indent)
{
    public int Length => End - Start;

    public TextSpan Span => TextSpan.FromBounds(Start, End);

    public ReadOnlySpan<char> In(ReadOnlySpan<char> text) => text[Start..End];
}

/// <summary>
/// Cuts a text into paragraphs. Blank lines always end one; a single line break does unless the text is hard-wrapped
/// or the next line goes on in the middle of a sentence.
/// </summary>
internal static class ParagraphScanner
{
    /// <summary>More lines than this make no readable page; what follows is taken as one last paragraph.</summary>
    private const int MaxLines = 2_000_000;

    private static readonly SearchValues<char> LineBreaks = SearchValues.Create("\n\r\f\v\u0085\u2028\u2029");

    public static List<Paragraph> Scan(ReadOnlySpan<char> text)
    {
        var lines = Lines(text);
        return IsHardWrapped(text, lines, out var width) ? JoinWrapped(text, lines, width) : JoinBroken(text, lines);
    }

    /// <summary>True for white space and the invisible marks that may surround a line.</summary>
    public static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is '\uFEFF' or '\u200B' or '\u200E' or '\u200F';

    private static List<Paragraph> Lines(ReadOnlySpan<char> text)
    {
        var lines = new List<Paragraph>();
        var blank = true;
        for (var at = 0; at < text.Length;)
        {
            var length = lines.Count < MaxLines ? text[at..].IndexOfAny(LineBreaks) : -1;
            var end = length < 0 ? text.Length : at + length;
            int first = at, last = end;
            while (first < last && IsBlank(text[first]))
            {
                first++;
            }

            while (last > first && IsBlank(text[last - 1]))
            {
                last--;
            }

            if (first < last)
            {
                lines.Add(new Paragraph(first, last, blank, first - at));
                blank = false;
            }
            else
            {
                blank = true;
            }

            at = end + 1;
            if (end < text.Length && text[end] == '\r' && at < text.Length && text[at] == '\n')
            {
                at++;
            }
        }

        return lines;
    }

    /// <summary>Hard-wrapped texts have lines of like length that mostly break in the middle of a sentence.</summary>
    private static bool IsHardWrapped(ReadOnlySpan<char> text, List<Paragraph> lines, out int width)
    {
        int inner = 0, closed = 0, within = 0;
        long total = 0;
        width = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            within += lines[i].Length <= 100 ? 1 : 0;
            if (i + 1 < lines.Count && !lines[i + 1].AfterBlank)
            {
                inner++;
                total += lines[i].Length;
                closed += EndsSentence(lines[i].In(text)) ? 1 : 0;
            }
        }

        if (inner < 3 || within < lines.Count * 0.95)
        {
            return false;
        }

        width = (int)(total / inner);
        return width >= 40 && closed < inner * 0.4;
    }

    private static List<Paragraph> JoinWrapped(ReadOnlySpan<char> text, List<Paragraph> lines, int width)
    {
        var paragraphs = new List<Paragraph>();
        var alone = true;
        foreach (var line in lines)
        {
            var words = line.In(text);
            var isByline = BylineText.TryParse(words, DayMonthOrder.MonthFirst, out var byline) && byline.Strength >= 2;
            var opens = line.AfterBlank || alone || isByline || ListMarker.TryRead(words, out _) ||
                TranscriptSpeakers.TryReadLabel(words, out _) ||
                (paragraphs.Count > 0 && line.Indent >= paragraphs[^1].Indent + 2 && EndsSentence(paragraphs[^1].In(text))) ||
                (EndsSentence(paragraphs[^1].In(text)) && LastLineLength(text, paragraphs[^1]) < width * 0.6);
            Append(paragraphs, line, opens);
            alone = isByline;
        }

        return paragraphs;
    }

    private static List<Paragraph> JoinBroken(ReadOnlySpan<char> text, List<Paragraph> lines)
    {
        var paragraphs = new List<Paragraph>(lines.Count);
        foreach (var line in lines)
        {
            var goesOn = !line.AfterBlank && paragraphs.Count > 0 && paragraphs[^1].Length >= 40 &&
                char.IsLower(text[line.Start]) && IsOpen(text[paragraphs[^1].End - 1]) && !ListMarker.TryRead(line.In(text), out _);
            Append(paragraphs, line, !goesOn);
        }

        return paragraphs;
    }

    private static void Append(List<Paragraph> paragraphs, Paragraph line, bool opens)
    {
        if (opens || paragraphs.Count == 0)
        {
            paragraphs.Add(line);
        }
        else
        {
            paragraphs[^1] = paragraphs[^1] with { End = line.End };
        }
    }

    private static int LastLineLength(ReadOnlySpan<char> text, Paragraph paragraph)
    {
        // Bounded: a wrapped text has no long lines.
        var tail = text[Math.Max(paragraph.Start, paragraph.End - 200)..paragraph.End];
        return tail.Length - 1 - tail.LastIndexOfAny(LineBreaks);
    }

    private static bool IsOpen(char c) => char.IsLetterOrDigit(c) || c is ',' or '-';

    /// <summary>True if the words end as a sentence does, closing quotation marks, brackets and footnote marks aside.</summary>
    public static bool EndsSentence(ReadOnlySpan<char> words)
    {
        var end = FootnoteMark.Trim(words);
        if (end > 2 && words[end - 1] == ')' && words[Math.Max(0, end - 80)..end].LastIndexOf('(') is var open and > 0)
        {
            // "... on Monday. (Reuters)": the credit stands after the sentence.
            var before = words[..(Math.Max(0, end - 80) + open)].TrimEnd();
            if (before.Length > 0 && before[^1] is '.' or '!' or '?' or '…' or '。')
            {
                return true;
            }
        }

        while (end > 0 && (Marks.IsClosing(words[end - 1]) || words[end - 1] is ')' or ']'))
        {
            end--;
        }

        return end > 0 && words[end - 1] is '.' or '!' or '?' or '…' or '。' or '！' or '？' or '؟' or '।' or '۔';
    }
}

/// <summary>Quotation marks of the scripts that news is printed in.</summary>
internal static class Marks
{
    private static readonly SearchValues<char> Opening = SearchValues.Create("\"“„«‹‘「『《'‚");
    private static readonly SearchValues<char> ClosingMarks = SearchValues.Create("\"”“»›’」』》'");

    public static bool IsOpening(char c) => Opening.Contains(c);

    public static bool IsClosing(char c) => ClosingMarks.Contains(c);
}

/// <summary>A footnote mark such as [6] or ¹² at the end of a paragraph.</summary>
internal static class FootnoteMark
{
    /// <summary>Length of <paramref name="words"/> without footnote marks at the end and the white space before them.</summary>
    public static int Trim(ReadOnlySpan<char> words)
    {
        var end = words.Length;
        while (true)
        {
            var at = end;
            while (at > 0 && words[at - 1] is '¹' or '²' or '³' or (>= '⁰' and <= '⁹'))
            {
                at--;
            }

            if (at == end && at > 2 && words[at - 1] == ']')
            {
                var open = at - 2;
                while (open > 0 && at - open < 6 && char.IsAsciiLetterOrDigit(words[open]))
                {
                    open--;
                }

                // A mark is a number or a single letter; "[sic]" and "[them]" are words.
                var inside = words[(open + 1)..(at - 1)];
                if (words[open] == '[' && inside.Length > 0 && (inside.Length == 1 || !inside.ContainsAnyExceptInRange('0', '9')))
                {
                    at = open;
                }
            }

            if (at == end || at == 0)
            {
                return end;
            }

            while (at > 0 && char.IsWhiteSpace(words[at - 1]))
            {
                at--;
            }

            end = at;
        }
    }
}
