using System.Globalization;
using System.Text;

namespace Parley.Assessments;

/// <summary>Renders an assessment as Markdown; citations are footnotes that show the passage with the words in bold.</summary>
public static class MarkdownRenderer
{
    /// <summary>The file's text. The same assessment gives the same text.</summary>
    public static string Render(Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        var text = new StringBuilder();
        var numbers = new CitationNumbers();
        text.Append("# ").Append(MarkdownText.Escape(assessment.Title)).Append("\n\n").Append(MarkdownText.Escape(ScopeWording.Of(assessment))).Append("\n\n")
            .Append("*“Double marks” hold a source’s own words, ‘single marks’ the words in which a report gives them.*\n");
        foreach (var section in assessment.Sections)
        {
            WriteSection(text, section, 2, numbers);
        }

        text.Append("\n## Evidence\n\n");
        for (var i = 0; i < numbers.Ordered.Count; i++)
        {
            WriteFootnote(text, i + 1, numbers.Ordered[i]);
        }

        if (assessment.LedgerHead is { } head)
        {
            text.Append("\nLedger head ").Append(MarkdownText.Escape(head)).Append('\n');
        }

        return text.ToString();
    }

    private static void WriteSection(StringBuilder text, Section section, int level, CitationNumbers numbers)
    {
        text.Append('\n').Append('#', Math.Min(level, 6)).Append(' ').Append(MarkdownText.Escape(section.Heading)).Append("\n\n");
        if (section.Lead is { } lead)
        {
            text.Append('*').Append(MarkdownText.Escape(lead)).Append("*\n\n");
        }

        foreach (var block in section.Blocks)
        {
            switch (block)
            {
                case SentenceList list:
                    WriteList(text, list, numbers);
                    break;
                case SideBySide pair:
                    WriteTable(text, [pair.LeftHeading, pair.RightHeading], Zip(pair), numbers);
                    WriteSentence(text, pair.Note, numbers, [.. pair.Left.Concat(pair.Right).SelectMany(s => s.Citations)]);
                    text.Append("\n\n");
                    break;
                case SentenceTable table:
                    text.Append("**").Append(MarkdownText.Escape(table.Caption)).Append("**\n\n");
                    WriteTable(text, table.Columns, table.Rows, numbers);
                    break;
                case ChartBlock:
                    break; // The table before it says the same.
                default:
                    throw new InvalidOperationException($"no rendering for {block.GetType().Name}");
            }
        }

        foreach (var part in section.Parts)
        {
            WriteSection(text, part, level + 1, numbers);
        }
    }

    private static void WriteList(StringBuilder text, SentenceList list, CitationNumbers numbers)
    {
        for (var i = 0; i < list.Items.Length; i++)
        {
            text.Append(list.Numbered ? string.Create(CultureInfo.InvariantCulture, $"{i + 1}. ") : "- ");
            WriteSentence(text, list.Items[i], numbers, null);
            text.Append('\n');
        }

        text.Append('\n');
    }

    private static IEnumerable<IReadOnlyList<Sentence?>> Zip(SideBySide pair)
    {
        for (var i = 0; i < Math.Max(pair.Left.Length, pair.Right.Length); i++)
        {
            yield return [i < pair.Left.Length ? pair.Left[i] : null, i < pair.Right.Length ? pair.Right[i] : null];
        }
    }

    private static void WriteTable<TRow>(StringBuilder text, IReadOnlyList<string> columns, IEnumerable<TRow> rows, CitationNumbers numbers)
        where TRow : IReadOnlyList<Sentence?>
    {
        text.Append("| ").AppendJoin(" | ", columns.Select(c => MarkdownText.Escape(c))).Append(" |\n|").Insert(text.Length, " --- |", columns.Count).Append('\n');
        foreach (var row in rows)
        {
            var cited = new HashSet<Citation>();
            text.Append('|');
            foreach (var cell in row)
            {
                text.Append(' ');
                if (cell is not null)
                {
                    WriteSentence(text, cell, numbers, cited);
                }

                text.Append(" |");
            }

            text.Append('\n');
        }

        text.Append('\n');
    }

    private static void WriteSentence(StringBuilder text, Sentence sentence, CitationNumbers numbers, HashSet<Citation>? alreadyCited)
    {
        foreach (var run in sentence.Runs)
        {
            var words = MarkdownText.Escape(run.Text, opens: run.Kind is not (RunKind.Quotation or RunKind.ReportedWords));
            _ = run.Kind switch
            {
                RunKind.Name => text.Append("**").Append(words).Append("**"),
                RunKind.Quotation => text.Append('“').Append(words).Append('”'),
                RunKind.ReportedWords => text.Append('‘').Append(words).Append('’'),
                _ => text.Append(words),
            };
        }

        foreach (var citation in sentence.Citations.Where(c => alreadyCited is null || alreadyCited.Add(c)))
        {
            text.Append(CultureInfo.InvariantCulture, $"[^{numbers.Use(citation).Number}]");
        }
    }

    private static void WriteFootnote(StringBuilder text, int number, Citation citation)
    {
        text.Append(CultureInfo.InvariantCulture, $"[^{number}]: ");
        foreach (var piece in EvidencePassage.Of(citation))
        {
            text.Append(piece.IsGap ? " … " : piece.IsCited ? Bold(piece.Text) : MarkdownText.Escape(piece.Text));
        }

        var article = citation.Article;
        var particulars = new[]
        {
            article.Title, article.Byline, article.Outlet, article.Published is { } date ? DateWording.Of(date) : "date not stated",
            citation.Source.DocumentName, $"SHA-256 {citation.Sha256.Hex}", $"{citation.RecordKind} {citation.RecordId}",
        };
        text.Append(" — ").AppendJoin(", ", particulars.OfType<string>().Select(p => MarkdownText.Escape(QuotedWords.OneLine(p)))).Append("\n\n");
    }

    /// <summary>Bold text may not begin or end with a space.</summary>
    private static string Bold(string words)
    {
        var line = QuotedWords.OneLine(words);
        return line.Length == 0 ? " " : $"{(char.IsWhiteSpace(words[0]) ? " " : "")}**{MarkdownText.Escape(line)}**{(char.IsWhiteSpace(words[^1]) ? " " : "")}";
    }
}
