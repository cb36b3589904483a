using System.Globalization;
using System.Text;
using Parley.Rendering;

namespace Parley.Assessments;

/// <summary>
/// Renders an assessment as one HTML file. Each citation leads to the passage on the same page with the words marked, and back.
/// </summary>
public static class HtmlRenderer
{
    private const int MostCitationsInLine = 6;

    /// <summary>The file's text. The same assessment gives the same text.</summary>
    public static string Render(Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        var html = new HtmlWriter();
        var numbers = new CitationNumbers();
        HtmlPage.Head(html, assessment.Title);
        html.Markup("<body>\n<a class=\"skip\" href=\"#main\">Skip to the brief</a>\n");
        Masthead(html, assessment);
        html.Markup("<div class=\"page\">\n");
        Contents(html, assessment);
        html.Markup("<main id=\"main\">\n");
        foreach (var section in assessment.Sections)
        {
            WriteSection(html, section, level: 2, numbers);
        }

        EvidenceWriter.Write(html, numbers);
        html.Markup("</main>\n</div>\n");
        Foot(html, assessment);
        return html.Markup("</body>\n</html>\n").ToString();
    }

    private static void Masthead(HtmlWriter html, Assessment assessment)
    {
        html.Markup("<header class=\"masthead\">\n<p class=\"kicker\">Parley brief</p>\n<h1>").Text(assessment.Title).Markup("</h1>\n<p class=\"scope\">")
            .Text(ScopeWording.Of(assessment)).Markup("</p>\n<p class=\"legend\">")
            .Markup("<span class=\"q\">“Double marks”</span> hold a source’s own words, <span class=\"r\">‘single marks’</span> the words in which a report gives them. ")
            .Markup("Each number leads to the passage it rests on.</p>\n</header>\n");
    }

    private static void Contents(HtmlWriter html, Assessment assessment)
    {
        html.Markup("<nav aria-label=\"Contents\">\n<ol>\n");
        foreach (var section in assessment.Sections)
        {
            html.Markup("<li><a href=\"#s-").Text(section.Key).Markup("\">").Text(section.Heading).Markup("</a>");
            if (section.Parts.Length is > 1 and <= 40)
            {
                html.Markup("<ol>");
                foreach (var part in section.Parts)
                {
                    html.Markup("<li><a href=\"#s-").Text(part.Key).Markup("\">").Text(part.Heading).Markup("</a></li>");
                }

                html.Markup("</ol>");
            }

            html.Markup("</li>\n");
        }

        html.Markup("<li><a href=\"#evidence\">Evidence</a></li>\n</ol>\n</nav>\n");
    }

    private static void WriteSection(HtmlWriter html, Section section, int level, CitationNumbers numbers)
    {
        var heading = level switch { 2 => "h2", 3 => "h3", 4 => "h4", _ => "h5" };
        html.Markup("<section id=\"s-").Text(section.Key).Markup("\" class=\"level").Number(level).Markup(" ").Text(KindOf(section.Key)).Markup("\">\n<")
            .Markup(heading).Markup(">").Text(section.Heading).Markup("</").Markup(heading).Markup(">\n");
        if (section.Lead is { } lead)
        {
            html.Markup("<p class=\"lead\">").Text(lead).Markup("</p>\n");
        }

        foreach (var block in section.Blocks)
        {
            switch (block)
            {
                case SentenceList list:
                    WriteList(html, list.Items, list.Numbered, numbers, list.IsAside);
                    break;
                case SideBySide pair:
                    WritePair(html, pair, numbers);
                    break;
                case SentenceTable table:
                    WriteTable(html, table, numbers);
                    break;
                case ChartBlock chart:
                    ChartWriter.Write(html, chart.Chart, numbers, numbers.NextChart());
                    break;
                default:
                    throw new InvalidOperationException($"no rendering for {block.GetType().Name}");
            }
        }

        foreach (var part in section.Parts)
        {
            WriteSection(html, part, level + 1, numbers);
        }

        html.Markup("</section>\n");
    }

    private static string KindOf(string key) => key.StartsWith("day-", StringComparison.Ordinal) ? "day" : key;

    private static void WriteList(HtmlWriter html, IEnumerable<Sentence> sentences, bool numbered, CitationNumbers numbers, bool isAside = false)
    {
        html.Markup(numbered ? "<ol class=\"sentences\">\n" : isAside ? "<ul class=\"sentences aside\">\n" : "<ul class=\"sentences\">\n");
        foreach (var sentence in sentences)
        {
            html.Markup("<li>");
            WriteSentence(html, sentence, numbers, alreadyCited: null);
            html.Markup("</li>\n");
        }

        html.Markup(numbered ? "</ol>\n" : "</ul>\n");
    }

    private static void WritePair(HtmlWriter html, SideBySide pair, CitationNumbers numbers)
    {
        html.Markup("<div class=\"pair\">\n<div class=\"side\">\n<p class=\"label\">").Text(pair.LeftHeading).Markup("</p>\n");
        WriteList(html, pair.Left, numbered: false, numbers);
        html.Markup("</div>\n<div class=\"side against\">\n<p class=\"label\">").Text(pair.RightHeading).Markup("</p>\n");
        WriteList(html, pair.Right, numbered: false, numbers);
        html.Markup("</div>\n<p class=\"note\">");
        WriteSentence(html, pair.Note, numbers, [.. pair.Left.Concat(pair.Right).SelectMany(s => s.Citations)]);
        html.Markup("</p>\n</div>\n");
    }

    private static void WriteTable(HtmlWriter html, SentenceTable table, CitationNumbers numbers)
    {
        html.Markup("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"").Text(table.Caption).Markup("\">\n<table>\n<caption>").Text(table.Caption)
            .Markup("</caption>\n<thead><tr>");
        foreach (var column in table.Columns)
        {
            html.Markup("<th scope=\"col\">").Text(column).Markup("</th>");
        }

        html.Markup("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            var cited = new HashSet<Citation>();
            html.Markup("<tr>");
            for (var i = 0; i < row.Length; i++)
            {
                html.Markup(i == 0 ? "<th scope=\"row\">" : "<td>");
                if (row[i] is { } cell)
                {
                    WriteSentence(html, cell, numbers, cited);
                }
                else
                {
                    html.Markup("<span class=\"none\">not stated</span>");
                }

                html.Markup(i == 0 ? "</th>" : "</td>");
            }

            html.Markup("</tr>\n");
        }

        html.Markup("</tbody>\n</table>\n</div>\n");
    }

    /// <summary>Writes a sentence and its citations; in a table's row each citation once.</summary>
    private static void WriteSentence(HtmlWriter html, Sentence sentence, CitationNumbers numbers, HashSet<Citation>? alreadyCited)
    {
        foreach (var run in sentence.Runs)
        {
            _ = run.Kind switch
            {
                RunKind.Name => html.Markup("<b>").Text(run.Text).Markup("</b>"),
                RunKind.Quotation => html.Markup("<q class=\"q\">").Text(run.Text).Markup("</q>"),
                RunKind.ReportedWords => html.Markup("<q class=\"r\">").Text(run.Text).Markup("</q>"),
                RunKind.Provenance => html.Markup("<span class=\"way\">").Text(run.Text).Markup("</span>"),
                _ => html.Text(run.Text),
            };
        }

        var citations = sentence.Citations.Where(c => alreadyCited is null || alreadyCited.Add(c)).ToList();
        if (citations.Count == 0)
        {
            return;
        }

        var many = citations.Count > MostCitationsInLine;
        html.Markup(many ? "<details class=\"cites\"><summary>" : "<span class=\"cites\">");
        if (many)
        {
            html.Number(citations.Count).Markup(" citations</summary>");
        }

        var used = new List<int>();
        foreach (var citation in citations)
        {
            var (number, use) = numbers.Use(citation);
            used.Add(number);
            html.Markup("<a class=\"cite\" id=\"c").Number(number).Markup("-").Number(use).Markup("\" href=\"#e").Number(number)
                .Markup("\" aria-label=\"Evidence ").Number(number).Markup("\">").Number(number).Markup("</a> ");
        }

        html.Markup(many ? "</details>" : "</span>");
        if (many)
        {
            // A folded list stays folded on paper, so that paper gets the numbers by themselves.
            html.Markup("<span class=\"printed\" aria-hidden=\"true\">").Text(Ranges(used)).Markup("</span>");
        }
    }

    /// <summary>Numbers in ascending order, runs of three and more by their ends: 1–3, 7, 9.</summary>
    private static string Ranges(List<int> numbers)
    {
        numbers.Sort();
        var text = new StringBuilder();
        for (var i = 0; i < numbers.Count; i++)
        {
            var start = i;
            while (i + 1 < numbers.Count && numbers[i + 1] == numbers[i] + 1)
            {
                i++;
            }

            text.Append(CultureInfo.InvariantCulture, $"{(text.Length == 0 ? "" : ", ")}{numbers[start]}");
            text.Append(i == start ? "" : string.Create(CultureInfo.InvariantCulture, $"{(i == start + 1 ? ", " : "–")}{numbers[i]}"));
        }

        return text.ToString();
    }

    private static void Foot(HtmlWriter html, Assessment assessment)
    {
        html.Markup("<footer>\n<p>Written by Parley from recorded statements. Every sentence above rests on the passages shown under Evidence; nothing is judged true or false.</p>\n");
        if (assessment.LedgerHead is { } head)
        {
            html.Markup("<p class=\"hash\">Ledger head <code>").Text(head).Markup("</code></p>\n");
        }

        html.Markup("</footer>\n");
    }
}
