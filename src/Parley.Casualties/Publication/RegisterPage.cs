using System.Globalization;
using Parley.Casualties.Estimation;
using Parley.Casualties.Register;
using Parley.Rendering;

namespace Parley.Casualties.Publication;

/// <summary>The page of a release: what is counted, when, who, where, how complete it is, and what is estimated apart from it.</summary>
internal static class RegisterPage
{
    private const int RegionsDrawn = 20;

    public static string Of(Release release)
    {
        var counts = release.Counts;
        return ReleaseLayout.Page(
            release,
            $"{ReleaseLayout.N(counts.Published)} named dead",
            $"{ReleaseLayout.Day(release.Plan.Date)}. Each is one person, {ReleaseLayout.Level(release.Policy.Level)} at least and sourced. The number is a floor, not an estimate of how many died.",
            ("counted", "What is counted", html => Counted(html, release)),
            ("weeks", "Deaths by week", html => Weeks(html, release)),
            ("ages", "Age and sex", html => Ages(html, release)),
            ("regions", "Region", html => Regions(html, release)),
            ("completeness", "How complete the register is", html => Completeness(html, release)),
            ("estimates", "Estimates of the true toll", html => Estimates(html, release)),
            ("files", "Files", html => Files(html, release)));
    }

    private static void Counted(HtmlWriter html, Release release)
    {
        var (counts, policy, activity) = (release.Counts, release.Policy, release.Activity);
        html.Paragraph($"This is a record of named people, by the criteria “{policy.Name}”{(policy.Conflict.Length > 0 ? $" ({policy.Conflict})" : "")}. It is neither a statistical estimate nor a count by a party to the war.");
        if (policy.Excludes.Length > 0)
        {
            html.Paragraph($"Left out: {policy.Excludes}");
        }

        html.Table("Records", ["records", "#number"],
        [
            ["published here", ReleaseLayout.N(counts.Published)],
            .. counts.ByLevel.Select(l => new[] { $"named dead, {ReleaseLayout.Level(l.Level)}", ReleaseLayout.N(l.Count) }),
            ["meet the criteria, withheld because the person may be alive", ReleaseLayout.Told(counts.Withheld)],
            ["missing, captured or of unknown fate, not published", ReleaseLayout.Told(counts.Open)],
            ["minors among the published, without name and particulars", ReleaseLayout.Told(counts.Minors)],
        ]);
        html.Paragraph($"They rest on {ReleaseLayout.N(activity.Mentions)} mentions in {ReleaseLayout.N(activity.Sources.Sum(s => s.Sources))} sources; {ReleaseLayout.N(activity.Joined)} records join several mentions of one person. "
            + $"{ReleaseLayout.N(activity.Reviewers)} reviewers gave {ReleaseLayout.N(activity.Confirmations)} confirmations and {ReleaseLayout.N(activity.Rejections)} rejections, and decided {ReleaseLayout.N(activity.SameDecisions + activity.DifferentDecisions)} pairs "
            + $"({ReleaseLayout.N(activity.SameDecisions)} one person, {ReleaseLayout.N(activity.DifferentDecisions)} two); {ReleaseLayout.N(activity.Doubtful)} pairs wait for a decision.");
        if (release.Changes is { } changes)
        {
            html.Paragraph($"Release {changes.Since} had {ReleaseLayout.N(changes.Before)}. ").Markup("<p><a href=\"changes.html\">What changed since</a></p>\n");
        }

        if (release.Plan.Contact is { } contact)
        {
            html.Paragraph($"Errors and objections: {contact}");
        }
    }

    private static void Weeks(HtmlWriter html, Release release)
    {
        if (release.Weeks.IsEmpty)
        {
            html.Paragraph("No published record has a date of death that is known within a quarter of a year.");
            return;
        }

        new ReleaseCharts(html).Weeks(release.Weeks);
        html.Paragraph($"Weeks run from Monday to Sunday. A death dated to a month is spread evenly over its weeks. {ReleaseLayout.N(release.Undated)} published records are not dated finely enough, or long before all others, and are not drawn.");
        html.Paragraph(release.Nowcast.Refusal is { } refusal
            ? $"The newest weeks are incomplete: names come in late. How much cannot be said: {refusal}."
            : $"The newest weeks are incomplete: names come in late. The nowcast says how many named dead, confirmed or not, a week will have in the end, from how late names came in before: {ReleaseLayout.Words(release.Nowcast)} "
                + $"for the weeks drawn, of whom {ReleaseLayout.N(release.Nowcast.Observed ?? 0)} are named now. It corrects for delay alone, not for those who are never named.");
        html.FoldedTable("Deaths by week: table", ["week of", "#published", "#date coarser", "#named, not confirmed", "#nowcast", "#95 % from", "#to"],
            release.Weeks.Select(w => new[]
            {
                w.Monday.ToString("yyyy\u2011MM\u2011dd", CultureInfo.InvariantCulture), ReleaseLayout.N(w.Dated), w.Spread.ToString("0.#", CultureInfo.InvariantCulture), ReleaseLayout.N(w.Unpublished),
                Number(w.Nowcast?.Value), Number(w.Nowcast?.Lower), Number(w.Nowcast?.Upper),
            }));
    }

    private static void Ages(HtmlWriter html, Release release)
    {
        if (release.Ages.Any(a => a.Ages is not null && a.Male + a.Female + a.Unknown > 0))
        {
            new ReleaseCharts(html).Ages(release.Ages);
        }

        html.Paragraph("Where only years are known the age is the youngest that the person may have had. The groups of minors and of 18 and 19 years are wider and narrower than the others.")
            .Table("The dead by age and sex", ["age", "#male", "#female", "#sex not known"],
                release.Ages.Select(a => new[] { a.Ages ?? "not known", ReleaseLayout.N(a.Male), ReleaseLayout.N(a.Female), ReleaseLayout.N(a.Unknown) }));
    }

    private static void Regions(HtmlWriter html, Release release)
    {
        var known = release.Regions.Where(r => r.Region is not null).Take(RegionsDrawn).ToList();
        if (known.Count > 0)
        {
            new ReleaseCharts(html).Regions(known);
        }

        var completeness = release.Completeness[^1].Parts.ToDictionary(p => p.Scope, StringComparer.OrdinalIgnoreCase);
        html.Paragraph("Regions are named as sources name them, and mean home unless a source means something else. The share is that of the dead of the region who are named by any source at all.")
            .Table("The dead by region", ["region", "#published", "#named, not confirmed", "share of the dead named, 95 %"],
                release.Regions.Select(r => new[]
                {
                    r.Region ?? "not known", ReleaseLayout.N(r.Published), ReleaseLayout.N(r.Unpublished),
                    completeness.GetValueOrDefault(r.Region ?? "unknown") is { } part ? ReleaseLayout.Share(part.Value, part.Lower, part.Upper) ?? "cannot be told" : null,
                }));
    }

    private static void Completeness(HtmlWriter html, Release release)
    {
        html.Paragraph($"How many of the dead the register names, from who is on which of its lists ({string.Join(", ", release.Lists.Names)}): a separate statistical estimate with assumptions of its own. "
            + "All named dead are in it, confirmed or not, since records on one list alone are just those that it needs.");
        var whole = release.Completeness[0];
        if (whole.Value is null)
        {
            html.Paragraph($"It cannot be told: {whole.Refusal}.");
            return;
        }

        var strata = release.Completeness.SelectMany(ReleaseFiles.Strata).Where(s => s.Part is { Value: not null, Lower: not null, Upper: not null }).ToList();
        html.Paragraph($"All in all: {ReleaseLayout.Share(whole.Value, whole.Intervals[0].Lower, whole.Intervals[0].Upper)} of the dead are named.");
        new ReleaseCharts(html).Bands("Share of the dead who are named, with 95 % intervals",
            $"{strata.Count} parts by time, age and region; from {strata.Min(s => s.Part.Value):P0} to {strata.Max(s => s.Part.Value):P0}. The table below has all of them.",
            [.. strata.Select(s => (s.Part.Scope, s.Part.Value!.Value, s.Part.Lower, s.Part.Upper, ReleaseLayout.Share(s.Part.Value, s.Part.Lower, s.Part.Upper)!))], isShare: true);
        html.Table("Completeness by time, age and region", ["by", "part", "#named", "share, 95 %", "model or reason"],
            release.Completeness.SelectMany(ReleaseFiles.Strata).Select(s => new[]
            {
                s.Scope, s.Part.Scope, Number(s.Part.Observed), ReleaseLayout.Share(s.Part.Value, s.Part.Lower, s.Part.Upper) ?? "cannot be told", s.Part.Note,
            }));
        html.Markup("<h3>What it takes for granted</h3>\n").Items(whole.Assumptions);
        Warnings(html, whole);
    }

    private static void Estimates(HtmlWriter html, Release release)
    {
        html.Paragraph("Statistics, each from data and assumptions of its own. They are not added to the named dead or to each other.");
        var all = release.Estimates.SelectMany(e => e.Estimates.Select(x => (e.Arguments, Estimate: x))).ToList();
        if (all.Count == 0)
        {
            html.Paragraph("No estimate was made for this release.");
            return;
        }

        var drawn = all.Where(e => e.Estimate is { Value: not null, Intervals: not [] } && !e.Estimate.Quantity.StartsWith("share", StringComparison.Ordinal))
            .Select(e => (Name(e.Estimate), e.Estimate.Value!.Value, ReleaseLayout.Shown(e.Estimate)!.Lower, ReleaseLayout.Shown(e.Estimate)!.Upper, ReleaseLayout.N(e.Estimate.Value!.Value))).ToList();
        if (drawn.Count > 0)
        {
            new ReleaseCharts(html).Bands("Estimates with their 95 % intervals, and the named list for comparison",
                $"{drawn.Count} estimates from {ReleaseLayout.N(drawn.Min(d => d.Item2))} to {ReleaseLayout.N(drawn.Max(d => d.Item2))}; the named list, which is counted and not estimated, has {ReleaseLayout.N(release.Counts.Published)}.",
                [.. drawn, ("named list (counted)", release.Counts.Published, null, null, ReleaseLayout.N(release.Counts.Published))], isShare: false);
        }

        foreach (var (arguments, estimate) in all)
        {
            Estimate(html, arguments, estimate);
        }
    }

    private static void Estimate(HtmlWriter html, string arguments, Estimate estimate)
    {
        html.Markup("<h3>").Text(Name(estimate)).Markup("</h3>\n<p>").Text(estimate.Quantity).Markup(": <b>").Text(ReleaseLayout.Words(estimate)).Markup("</b>.</p>\n");
        if (estimate.Refusal is { } refusal)
        {
            html.Paragraph($"The data cannot bear an estimate: {refusal}.");
        }

        if (estimate.Intervals.Length > 1)
        {
            html.Table("Intervals", ["kind", "#from", "#to", "takes as given"], estimate.Intervals.Select(i => new[] { i.Kind, Number(i.Lower), Number(i.Upper), i.Given ?? "" }));
        }

        Warnings(html, estimate);
        html.Markup("<h4>What it takes for granted</h4>\n").Items(estimate.Assumptions);
        if (!estimate.Sensitivity.IsEmpty)
        {
            html.Table("What other choices give", ["choice", "#value", "#from", "#to", "note"],
                estimate.Sensitivity.Select(s => new[] { s.Choice, Number(s.Value), Number(s.Lower), Number(s.Upper), s.Note }));
        }

        html.Markup("<p class=\"hash\"><code>parley casualties estimate --method ").Text(arguments).Markup("</code></p>\n");
    }

    private static void Warnings(HtmlWriter html, Estimate estimate)
    {
        if (!estimate.Warnings.IsEmpty)
        {
            html.Markup("<h4>What speaks against quoting it</h4>\n").Items(estimate.Warnings.Distinct(StringComparer.Ordinal));
        }
    }

    private static void Files(HtmlWriter html, Release release)
    {
        html.Markup("<ul>\n");
        foreach (var (name, content) in ReleaseFiles.Contents)
        {
            html.Markup("<li><a href=\"").Text(name).Markup("\">").Text(name).Markup("</a> – ").Text(content).Markup("</li>\n");
        }

        html.Markup("</ul>\n").Paragraph(release.Plan.Profile == PublicationProfile.Public
            ? "People who may be alive are in none of them; minors are without name, age group aside; homes, burial places, circumstances and the names of relatives and volunteers are left out."
            : "This release is for partners and not for publication: people who may be alive and the names of relatives, volunteers and reviewers are left out.");
    }

    private static string Name(Estimate estimate) => estimate.Scope is { } scope ? $"{estimate.Method}, {scope}" : estimate.Method;

    private static string? Number(double? value) => value is { } v ? ReleaseLayout.N(v) : null;
}
