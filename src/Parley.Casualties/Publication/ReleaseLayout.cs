using System.Globalization;
using Parley.Casualties.Estimation;
using Parley.Casualties.Register;
using Parley.Records;
using Parley.Rendering;

namespace Parley.Casualties.Publication;

/// <summary>What the pages of a release have in common.</summary>
internal static class ReleaseLayout
{
    /// <summary>Smaller counts of people who may be alive are not told.</summary>
    public const int FewestTold = 10;

    /// <summary>Writes a page.</summary>
    /// <param name="release">The release.</param>
    /// <param name="title">The page's heading.</param>
    /// <param name="lead">What stands under it.</param>
    /// <param name="sections">Its sections: anchor, heading, and what writes what follows.</param>
    public static string Page(Release release, string title, string lead, params IReadOnlyList<(string Anchor, string Heading, Action<HtmlWriter> Write)> sections)
    {
        var html = new HtmlWriter();
        HtmlPage.Head(html, $"{title} – {release.Plan.Title}, release {release.Version}");
        html.Markup("<body>\n<a class=\"skip\" href=\"#main\">Skip to the content</a>\n<header class=\"masthead\">\n<p class=\"kicker\">").Text(release.Plan.Title)
            .Markup(" · release ").Text(release.Version).Markup("</p>\n<h1>").Text(title).Markup("</h1>\n<p class=\"scope\">").Text(lead).Markup("</p>\n<p class=\"legend\">")
            .Markup("<a href=\"index.html\">The release</a> · <a href=\"changes.html\">What changed</a> · <a href=\"methodology.html\">How it was made</a></p>\n</header>\n<div class=\"page\">\n");
        if (sections.Count > 2)
        {
            html.Markup("<nav aria-label=\"Contents\">\n<ol>\n");
            foreach (var (anchor, heading, _) in sections)
            {
                html.Markup("<li><a href=\"#").Markup(anchor).Markup("\">").Text(heading).Markup("</a></li>\n");
            }

            html.Markup("</ol>\n</nav>\n");
        }

        html.Markup("<main id=\"main\">\n");
        foreach (var (anchor, heading, write) in sections)
        {
            html.Markup("<section id=\"").Markup(anchor).Markup("\">\n<h2>").Text(heading).Markup("</h2>\n");
            write(html);
            html.Markup("</section>\n");
        }

        return html.Markup("</main>\n</div>\n<footer>\n<p>Written by ").Text(release.Program).Markup(" from a ledger of sourced records; no figure on this page was typed in.</p>\n<p class=\"hash\">Ledger head <code>")
            .Text(release.Cutoff).Markup("</code></p>\n</footer>\n</body>\n</html>\n").ToString();
    }

    /// <summary>A paragraph.</summary>
    public static HtmlWriter Paragraph(this HtmlWriter html, string text) => html.Markup("<p>").Text(text).Markup("</p>\n");

    /// <summary>A list.</summary>
    public static HtmlWriter Items(this HtmlWriter html, IEnumerable<string> items)
    {
        html.Markup("<ul>\n");
        foreach (var item in items)
        {
            html.Markup("<li>").Text(item).Markup("</li>\n");
        }

        return html.Markup("</ul>\n");
    }

    /// <summary>A table; cells of columns marked with # are numbers.</summary>
    public static HtmlWriter Table(this HtmlWriter html, string caption, string[] columns, IEnumerable<string?[]> rows)
    {
        var isNumber = columns.Select(c => c.StartsWith('#')).ToArray();
        html.Markup("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"").Text(caption).Markup("\">\n<table class=\"wide\">\n<caption>").Text(caption).Markup("</caption>\n<thead><tr>");
        foreach (var column in columns)
        {
            html.Markup(column.StartsWith('#') ? "<th scope=\"col\" class=\"num\">" : "<th scope=\"col\">").Text(column.TrimStart('#')).Markup("</th>");
        }

        html.Markup("</tr></thead>\n<tbody>\n");
        foreach (var row in rows)
        {
            html.Markup("<tr>");
            for (var i = 0; i < row.Length; i++)
            {
                html.Markup(i == 0 ? "<th scope=\"row\">" : isNumber[i] ? "<td class=\"num\">" : "<td>").Text(row[i] ?? "–").Markup(i == 0 ? "</th>" : "</td>");
            }

            html.Markup("</tr>\n");
        }

        return html.Markup("</tbody>\n</table>\n</div>\n");
    }

    /// <summary>A table that is opened by a click, since a chart says the same at a glance.</summary>
    public static HtmlWriter FoldedTable(this HtmlWriter html, string caption, string[] columns, IEnumerable<string?[]> rows) =>
        html.Markup("<details class=\"data\"><summary>").Text(caption).Markup("</summary>\n").Table(caption, columns, rows).Markup("</details>\n");

    /// <summary>The interval to show where there is room for one: that which leaves most room for what is not known; null if there is none.</summary>
    public static EstimateInterval? Shown(Estimate estimate) =>
        estimate.Intervals.FirstOrDefault(i => i.Kind.Contains("dependence", StringComparison.Ordinal)) ?? estimate.Intervals.FirstOrDefault();

    /// <summary>An estimate's value with its interval, in words.</summary>
    public static string Words(Estimate estimate) => estimate.Value is not { } value ? "no estimate"
        : $"{(estimate.IsLowerBound ? "at least " : "")}{N(value)}{(Shown(estimate) is { } shown ? $" ({End(shown.Lower, "0")}–{End(shown.Upper, "no upper limit")}, {shown.Kind})" : "")}";

    /// <summary>A share with its interval, in words.</summary>
    public static string? Share(double? share, double? lower, double? upper) =>
        share is { } s ? $"{P(s)}{(lower is { } l && upper is { } u ? $" ({P(l)[..^2]}–{P(u)})" : "")}" : null;

    /// <summary>A count of people who may be alive.</summary>
    public static string Told(int count) => count == 0 ? "0" : count < FewestTold ? $"fewer than {FewestTold}" : N(count);

    /// <summary>A number without decimals.</summary>
    public static string N(double value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>A day in words.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>Level of confirmation in words.</summary>
    public static string Level(ConfirmationLevel level) => EnumName.Of(level);

    private static string End(double? end, string none) => end is { } e ? N(e) : none;

    private static string P(double share) => (100 * share).ToString("0.#", CultureInfo.InvariantCulture) + " %";
}
