using Parley.Records;

namespace Parley.Casualties.Publication;

/// <summary>The page that explains how one release came from the one before.</summary>
internal static class ChangesPage
{
    public static string Of(Release release)
    {
        if (release.Changes is not { } changes)
        {
            return ReleaseLayout.Page(release, "What changed", "This is the first release for these readers.");
        }

        int Count(ReleaseChangeKind kind) => changes.ByKind.Single(k => k.Kind == kind).Count;
        return ReleaseLayout.Page(
            release,
            "What changed",
            $"From release {changes.Since} to release {release.Version}.",
            ("count", "How the number moved", html => html.Table("From one number to the other", ["", "#records"],
            [
                [$"published in {changes.Since}", ReleaseLayout.N(changes.Before)],
                ["+ new in the register", ReleaseLayout.N(Count(ReleaseChangeKind.New))],
                ["+ in the register before, now meet the criteria", ReleaseLayout.N(Count(ReleaseChangeKind.NowCounted))],
                ["+ parted from another record", ReleaseLayout.N(Count(ReleaseChangeKind.Parted))],
                ["− joined with another record", ReleaseLayout.N(Count(ReleaseChangeKind.Joined))],
                ["− removed, or nothing that counts says it any longer", ReleaseLayout.N(Count(ReleaseChangeKind.Removed))],
                ["− rejected by reviewers", ReleaseLayout.N(Count(ReleaseChangeKind.Rejected))],
                ["− meet the criteria no more", ReleaseLayout.N(Count(ReleaseChangeKind.NoLongerCounted))],
                [$"published in {release.Version}", ReleaseLayout.N(release.Counts.Published)],
                ["corrected among those that stayed", ReleaseLayout.N(Count(ReleaseChangeKind.Corrected))],
            ]).Paragraph(changes.IsPolicyChanged ? "The inclusion criteria changed between the two; those of this release are under “How it was made”." : "The inclusion criteria are the same.")),
            ("corrections", "Corrections and removals", html => html
                .Paragraph("A correction names the fields and not what stood there before, which may have been about somebody else. Who keeps a copy of an earlier release should drop the records named as removed or rejected."
                    + (release.Policy.ShowsRemovedIds ? "" : " By the criteria in force, records that are published no more are counted above and not named."))
                .Table("Corrections and removals", ["record", "what became of it", "fields", "now part of"],
                    changes.Changes.Where(c => c.Kind is not (ReleaseChangeKind.New or ReleaseChangeKind.NowCounted))
                        .Select(c => new[] { c.Id, EnumName.Of(c.Kind), string.Join(", ", c.Fields), c.Into ?? "" }))));
    }
}
