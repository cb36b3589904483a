using System.Globalization;
using Parley.Casualties.Register;
using Parley.Records;
using Parley.Rendering;

namespace Parley.Casualties.Publication;

/// <summary>The page that says how the release was made; all of it comes from what was run.</summary>
internal static class MethodologyPage
{
    public static string Of(Release release) => ReleaseLayout.Page(
        release,
        "How it was made",
        $"Made on {ReleaseLayout.Day(release.Plan.Date)} by {release.Program} from the ledger as of the head named below.",
        ("criteria", "Inclusion criteria", html => Criteria(html, release)),
        ("confirmation", "Confirmation", html => Confirmation(html, release)),
        ("sources", "Sources", html => Sources(html, release)),
        ("linkage", "One person, one record", html => Linkage(html, release)),
        ("redaction", "What is not shown", html => html.Items(Redactions(release))),
        ("estimates", "Estimates", html => Estimates(html, release)),
        ("rebuild", "Checking and rebuilding", html => Rebuild(html, release)));

    private static void Criteria(HtmlWriter html, Release release)
    {
        html.Table("Criteria in force", ["criterion", "value"], release.Policy.Lines().Select(l => new[] { l.Key, l.Value }));
        if (!release.Counts.LeftOut.IsEmpty)
        {
            html.Table("Named dead that fail a criterion (one may fail several)", ["criterion", "#records"], release.Counts.LeftOut.Select(c => new[] { c.Criterion, ReleaseLayout.N(c.Count) }));
        }
    }

    private static void Confirmation(HtmlWriter html, Release release) => html.Items(
    [
        "Reported: one item of a source that is not credible, or whose credibility is not known.",
        "Probable: one credible source (grade A to C), or several of one group, or evidence for more that awaits its reviewers.",
        $"Confirmed: two credible sources of different groups, or one document of an authority, a court or a relative; a family and a given name with an age, a birth date, a home or a unit; and {release.Policy.Reviewers} confirmations by reviewers more than rejections.",
        "Where sources contradict each other, a value is taken by this order: what a person set, a later fate over an earlier one, the best graded source, the most independent sources, what came first. The files keep the contradicting values and name the rule.",
    ]).Paragraph($"{ReleaseLayout.N(release.Activity.Reviewers)} reviewers; {ReleaseLayout.N(release.Activity.Confirmations)} confirmations and {ReleaseLayout.N(release.Activity.Rejections)} rejections in force; "
        + $"{ReleaseLayout.N(release.Activity.Corrections)} fields set by people and {ReleaseLayout.N(release.Activity.Removals)} records removed, ever.");

    private static void Sources(HtmlWriter html, Release release) => html
        .Table("Sources by kind and grade (A completely reliable, F cannot be judged)", ["kind", "grade", "#sources", "#mentions"],
            release.Activity.Sources.Select(s => new[] { EnumName.Of(s.Kind), s.Grade.ToString(), ReleaseLayout.N(s.Sources), ReleaseLayout.N(s.Mentions) }))
        .Table("What read the mentions", ["program and version", "#mentions"], release.Activity.Makers.Select(m => new[] { m.Maker, ReleaseLayout.N(m.Mentions) }));

    private static void Linkage(HtmlWriter html, Release release)
    {
        var a = release.Activity;
        html.Paragraph(a.LinkageRuns == 0
            ? "No linkage was run: mentions are joined where a later one replaces an earlier one, or where people decided that two are one person."
            : $"The linkage was run {ReleaseLayout.N(a.LinkageRuns)} times; what it joined is corrected by people's decisions, which always win.");
        html.Paragraph($"{ReleaseLayout.N(a.Mentions)} mentions; {ReleaseLayout.N(a.Joined)} records rest on several. {ReleaseLayout.N(a.SameDecisions)} pairs were decided to be one person and {ReleaseLayout.N(a.DifferentDecisions)} to be two; {ReleaseLayout.N(a.Doubtful)} wait. "
            + "A wrong join makes one death too few, a missed one makes one too many.");
    }

    private static IEnumerable<string> Redactions(Release release)
    {
        yield return $"Profile: {EnumName.Of(release.Plan.Profile)}.";
        yield return "Whoever may be alive (missing, captured, of unknown fate) is shown in no file; numbers below "
            + $"{ReleaseLayout.FewestTold} of them are not told.";
        yield return "Names of relatives, volunteers and reviewers, and what tells them, are in no file; the kind and grade of such a source are.";
        if (release.Plan.Profile == PublicationProfile.Public)
        {
            yield return $"Of people who may have been under {Redaction.AdultAge}: sex, region, age, category, fate, date and cause of death only.";
            yield return "Homes below the region, burial places, circumstances and the words of sources are left out.";
        }

        yield return "The level of confirmation is that of the whole evidence, also of what is not shown.";
        yield return release.Policy.ShowsRemovedIds
            ? "A record published no more is named by its identifier in the change log, and nowhere else."
            : "Records published no more are counted in the change log, and are nowhere else.";
    }

    private static void Estimates(HtmlWriter html, Release release)
    {
        var made = new[] { release.Nowcast }.Concat(release.Completeness).Concat(release.Estimates.SelectMany(e => e.Estimates)).ToList();
        html.Table("Runs", ["method", "scope", "model", "#seed", "figures of the fit"], made.Select(e => new[]
        {
            e.Method, e.Scope, e.Model ?? e.Refusal, e.Seed?.ToString(CultureInfo.InvariantCulture),
            string.Join("; ", e.Measures.Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.Name} {m.Value:G5}"))),
        }));
        html.Paragraph($"Seed of everything made of the register: {release.Plan.Seed}. Lists: the register's sources joined by {EnumName.Of(release.Plan.Lists)}; the three with most people by themselves, the others as one, if there are more than four.");
        if (!release.Estimates.IsEmpty)
        {
            html.Table("Tables that estimates were made from", ["run", "table", "SHA-256"],
                release.Estimates.SelectMany(e => e.Estimates.SelectMany(x => x.Inputs).Distinct().Select(i => new[] { $"parley casualties estimate --method {e.Arguments}", i.Name, i.Sha256 })));
        }
    }

    private static void Rebuild(HtmlWriter html, Release release) => html
        .Paragraph("The hashes of all files are in SHA256SUMS; “sha256sum --check SHA256SUMS” says whether a copy is whole. From the ledger every byte can be made again, and this says which file differs:")
        .Markup("<p class=\"hash\"><code>parley casualties release --verify ").Text(release.Version).Markup("</code></p>\n")
        .Paragraph("The same program version is needed; the tables of the estimates are kept in the ledger.");
}
