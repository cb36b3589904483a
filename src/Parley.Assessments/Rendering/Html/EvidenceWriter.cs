using System.Globalization;
using Parley.Records;
using Parley.Rendering;

namespace Parley.Assessments;

/// <summary>Writes the evidence: for each article its particulars and the cited passages with the words marked.</summary>
internal static class EvidenceWriter
{
    private const int MostLinksBack = 12;

    public static void Write(HtmlWriter html, CitationNumbers numbers)
    {
        html.Markup("<section id=\"evidence\" class=\"level2\">\n<h2>Evidence</h2>\n<p class=\"lead\">The cited words are <mark>marked</mark>; ")
            .Markup("<span class=\"src\">who is quoted</span> and the <span class=\"cue\">attributing words</span> are underlined.</p>\n");
        foreach (var article in numbers.Ordered.GroupBy(c => c.Article.Id))
        {
            WriteArticle(html, [.. article], numbers);
        }

        html.Markup("</section>\n");
    }

    private static void WriteArticle(HtmlWriter html, List<Citation> citations, CitationNumbers numbers)
    {
        var source = citations[0].Source;
        var article = source.Reading.Article;
        html.Markup("<article>\n<h3>").Text(article.Title ?? "Without a title").Markup("</h3>\n<p class=\"byline\">").Text(ByLine(article)).Markup("</p>\n<dl>\n");
        Row(html, "Document", source.DocumentName);
        Row(html, "SHA-256", article.Id.Document.Hex);
        Row(html, "Article", string.Create(CultureInfo.InvariantCulture, $"{article.Id.Index + 1} of its document"));
        if (article.Url is { } url)
        {
            Row(html, "Address", url);
        }

        Row(html, "Gathered", source.GatheredAt.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture));
        html.Markup("</dl>\n<ol class=\"passages\">\n");
        foreach (var citation in citations)
        {
            WritePassage(html, citation, numbers);
        }

        html.Markup("</ol>\n</article>\n");
    }

    private static string ByLine(Article article) =>
        string.Join(" · ", new[] { article.Byline, article.Outlet, article.Published is { } date ? DateWording.Of(date) : "date not stated" }.OfType<string>());

    private static void Row(HtmlWriter html, string term, string value) =>
        html.Markup("<div><dt>").Text(term).Markup("</dt><dd>").Text(value).Markup("</dd></div>\n");

    private static void WritePassage(HtmlWriter html, Citation citation, CitationNumbers numbers)
    {
        var number = numbers.NumberOf(citation);
        html.Markup("<li id=\"e").Number(number).Markup("\" value=\"").Number(number).Markup("\"><blockquote>");
        foreach (var piece in EvidencePassage.Of(citation))
        {
            if (piece.IsGap)
            {
                html.Markup("<span class=\"gap\"> […] </span>");
                continue;
            }

            html.Markup(piece.IsCited ? "<mark>" : "").Markup(piece.IsSource ? "<span class=\"src\">" : piece.IsCue ? "<span class=\"cue\">" : "");
            html.Text(piece.Text);
            html.Markup(piece.IsSource || piece.IsCue ? "</span>" : "").Markup(piece.IsCited ? "</mark>" : "");
        }

        html.Markup("</blockquote>\n<p class=\"record\">").Text(citation.RecordKind).Markup(" <code>").Text(citation.RecordId).Markup("</code> · units ")
            .Text(string.Join(", ", citation.Spans.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Start}–{s.End}")))).Markup(" · back to ");
        var uses = Math.Min(numbers.UsesOf(number), MostLinksBack);
        for (var use = 1; use <= uses; use++)
        {
            html.Markup("<a href=\"#c").Number(number).Markup("-").Number(use).Markup("\" aria-label=\"Back to use ").Number(use).Markup(" of evidence ").Number(number)
                .Markup("\">↑").Markup(uses > 1 ? use.ToString(CultureInfo.InvariantCulture) : "").Markup("</a> ");
        }

        html.Markup("</p></li>\n");
    }
}
