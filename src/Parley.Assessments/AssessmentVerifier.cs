using System.Globalization;
using System.Net;
using System.Text;
using Parley.Records;

namespace Parley.Assessments;

/// <summary>
/// Checks that an assessment holds to its records: each citation is a record of theirs, its words stand where it says, each quotation is
/// in the words cited. It shares no code with the builder, so that an error there is found here.
/// </summary>
public static class AssessmentVerifier
{
    /// <summary>The problems found, empty if there are none.</summary>
    public static IReadOnlyList<string> Verify(Assessment assessment, IEnumerable<RecordedArticle> records)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        var known = Words(records);
        var problems = new List<string>();
        foreach (var sentence in assessment.Sentences)
        {
            if (sentence.Citations.IsEmpty)
            {
                problems.Add($"'{sentence}' rests on nothing");
            }

            foreach (var citation in sentence.Citations)
            {
                if (!known.TryGetValue($"{citation.RecordKind} {citation.RecordId}", out var words))
                {
                    problems.Add($"{citation.RecordKind} {citation.RecordId} is not among the records");
                }
                else if (Plain(words) != Plain(citation.Words))
                {
                    problems.Add($"{citation.RecordKind} {citation.RecordId} does not have the words cited");
                }
            }

            foreach (var run in sentence.Runs.Where(r => r.Kind is RunKind.Quotation or RunKind.ReportedWords))
            {
                if (run.Citation is not { } cited || !IsIn(run, Plain(cited.Words), Plain(cited.Article.Text[cited.Spans[0].Start..cited.Spans[^1].End])))
                {
                    problems.Add($"'{run.Text}' is not what the cited record says");
                }
            }
        }

        return problems;
    }

    /// <summary>True if each piece of a quotation is in the cited words, or the whole in the passage that holds them; the source's own words must be the cited ones.</summary>
    private static bool IsIn(Run run, string words, string passage)
    {
        var quoted = Plain(run.Text.TrimEnd('…'));
        return words.Contains(quoted, StringComparison.Ordinal) || quoted.Split(" … ").All(p => words.Contains(p, StringComparison.Ordinal)) ||
            (run.Kind == RunKind.ReportedWords && passage.Contains(quoted, StringComparison.Ordinal));
    }

    /// <summary>Checks a rendered page against the records: each link to evidence finds its passage, and the words marked there are the record's.</summary>
    public static IReadOnlyList<string> VerifyHtml(string html, IEnumerable<RecordedArticle> records)
    {
        ArgumentNullException.ThrowIfNull(html);
        var known = Words(records);
        var problems = new List<string>();
        foreach (var number in All(html, "href=\"#e", '"').Distinct(StringComparer.Ordinal).Where(n => n != "vidence"))
        {
            var start = html.IndexOf($"<li id=\"e{number}\"", StringComparison.Ordinal);
            var end = start < 0 ? -1 : html.IndexOf("</li>", start, StringComparison.Ordinal);
            if (end < 0)
            {
                problems.Add($"citation {number} leads nowhere");
                continue;
            }

            var entry = html[start..end];
            var record = All(entry, "<p class=\"record\">", '·').First().Replace("<code>", "", StringComparison.Ordinal).Replace("</code>", "", StringComparison.Ordinal).Trim();
            var marked = string.Concat(All(entry, "<mark>", "</mark>").Select(WithoutTags));
            if (!known.TryGetValue(record, out var words))
            {
                problems.Add($"citation {number}: {record} is not among the records");
            }
            else if (Letters(VisibleText.OneLine(words)) != Letters(WebUtility.HtmlDecode(marked)))
            {
                problems.Add($"citation {number}: the marked words are not those of {record}");
            }
        }

        return problems;
    }

    private static Dictionary<string, string> Words(IEnumerable<RecordedArticle> records)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var record in records)
        {
            var text = record.Reading.Article.Text;
            foreach (var statement in record.Reading.Statements)
            {
                words.TryAdd($"statement {statement.Id}", Join(text, statement.Attribution.Content));
                if (statement.Condition is { } condition)
                {
                    words.TryAdd($"condition {statement.Id}", Join(text, [condition]));
                }
            }

            foreach (var figure in record.Reading.Figures)
            {
                words.TryAdd($"figure {figure.Id}", Join(text, [figure.Span]));
            }

            foreach (var forecast in record.Reading.Forecasts)
            {
                words.TryAdd($"forecast {forecast.Id}", Join(text, [forecast.Span]));
                if (forecast.Evidence is { } evidence)
                {
                    words.TryAdd($"outcome {forecast.Id}", Join(text, [evidence]));
                }
            }

            foreach (var agreement in record.Reading.Agreements)
            {
                words.TryAdd($"agreement {agreement.Id}", Join(text, [agreement.Span]));
            }
        }

        return words;
    }

    private static string Join(string text, IEnumerable<TextSpan> spans) => string.Join(' ', spans.Where(s => s.End <= text.Length).Select(s => text.Substring(s.Start, s.Length)));

    private static string Plain(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Letters(string words) => string.Concat(words.Where(c => !char.IsWhiteSpace(c)));

    private static IEnumerable<string> All(string text, string before, char after) => All(text, before, after.ToString(CultureInfo.InvariantCulture));

    private static IEnumerable<string> All(string text, string before, string after)
    {
        for (var at = text.IndexOf(before, StringComparison.Ordinal); at >= 0; at = text.IndexOf(before, at, StringComparison.Ordinal))
        {
            at += before.Length;
            var end = text.IndexOf(after, at, StringComparison.Ordinal);
            if (end < 0)
            {
                yield break;
            }

            yield return text[at..end];
        }
    }

    private static string WithoutTags(string html)
    {
        var text = new StringBuilder();
        var inTag = false;
        foreach (var c in html)
        {
            inTag = c == '<' || (inTag && c != '>');
            if (!inTag && c != '>')
            {
                text.Append(c);
            }
        }

        return text.ToString();
    }
}
