using System.Collections.Immutable;
using System.Globalization;
using Parley.Analysis;

namespace Parley.Assessments;

/// <summary>How the claims that several reports carry are sourced: reports, independent origins with the reasons, state; and each outlet's record.</summary>
internal static class SourcingSection
{
    private const int MostInStandard = 20;

    public static Section? Build(BriefMaterial material)
    {
        var most = material.Options.Length == BriefLength.Full ? int.MaxValue : MostInStandard;
        var rows = material.Claims.Where(c => c.Statements.Select(s => s.Article.Id).Distinct().Skip(1).Any())
            .OrderByDescending(c => c.Origins.Length).ThenByDescending(c => c.Statements.Length).Take(most).Select(c => Row(c, material)).ToImmutableArray();
        var blocks = ImmutableArray.CreateBuilder<SectionBlock>();
        if (!rows.IsEmpty)
        {
            blocks.Add(new SentenceTable("Claims in several reports", ["Claim", "Reports", "Origins", "Sources", "State"], rows));
        }

        var outlets = material.Findings.Outlets.OrderByDescending(o => o.Claims).ThenBy(o => o.Outlet, StringComparer.Ordinal).Take(most).ToList();
        if (outlets.Count > 1)
        {
            var carried = material.Findings.Claims.SelectMany(c => c.Statements.DistinctBy(s => s.In.Outlet, StringComparer.OrdinalIgnoreCase))
                .ToLookup(s => s.In.Outlet, Citation.Of, StringComparer.OrdinalIgnoreCase);
            blocks.Add(new SentenceTable("What became of the claims that each outlet carried", ["Outlet", "Claims", "First", "Confirmed", "Denied", "Withdrawn", "Unnamed sources only"],
                [.. outlets.Select(o => Outlet(o, [.. carried[o.Outlet].Take(material.Wording.MostCited)]))]));
        }

        return blocks.Count == 0 ? null
            : new Section("sourcing", "How it is sourced", blocks.ToImmutable()) { Lead = "Repetitions of one source are one origin, however many outlets carry it." };
    }

    private static ImmutableArray<Sentence?> Outlet(OutletRecord record, ImmutableArray<Citation> carried)
    {
        Sentence Cell(int count) => Sentence.On(carried[0], carried.Skip(1)).Text(count.ToString(CultureInfo.InvariantCulture)).Build();
        return
        [
            Sentence.On(carried[0], carried.Skip(1)).Name(record.Outlet).Build(), Cell(record.Claims), Cell(record.First), Cell(record.Confirmed), Cell(record.Denied),
            Cell(record.Withdrawn), Cell(record.AnonymousOnly),
        ];
    }

    private static ImmutableArray<Sentence?> Row(Claim claim, BriefMaterial material)
    {
        var first = material.Telling(claim);
        var citation = Citation.Of(first);
        Sentence Cell(string text) => Sentence.On(citation, material.Wording.Others(claim, first)).Text(text).Build();
        var reasons = claim.Origins.SelectMany(o => o.Reasons).Select(r => r.Words).Distinct(StringComparer.Ordinal).Take(3).ToList();
        return
        [
            Sentence.On(citation).Name(StatementWording.NameOf(first)).Text(": ").Quote(citation, StatementWording.IsOwnWords(first), 160).Build(),
            Cell(claim.Statements.Length.ToString(CultureInfo.InvariantCulture)),
            Cell($"{claim.Origins.Length}: {string.Join("; ", claim.Origins.Take(4).Select(o => o.Source))}{(reasons.Count > 0 ? $" ({string.Join("; ", reasons)})" : "")}"),
            Cell(SourcesOf(claim.Sourcing)),
            Cell(StateOf(claim)),
        ];
    }

    private static string SourcesOf(SourcingCounts counts)
    {
        var parts = new (int Count, string What)[] { (counts.Named, "named"), (counts.Organisation, "organisation"), (counts.Document, "document"), (counts.Collective, "collective"), (counts.Anonymous, "unnamed") };
        var distance = counts.ShortestChain == counts.LongestChain ? $"{counts.ShortestChain}" : $"{counts.ShortestChain} to {counts.LongestChain}";
        return $"{string.Join(", ", parts.Where(p => p.Count > 0).Select(p => $"{p.Count} {p.What}"))}; {distance} between source and report";
    }

    private static string StateOf(Claim claim) => claim.State switch
    {
        ClaimState.Withdrawn => $"withdrawn by {Names(claim.WithdrawnBy)}",
        ClaimState.Denied => $"denied by {Names(claim.DeniedBy)}",
        ClaimState.Confirmed => $"confirmed by {Names(claim.ConfirmedBy)}",
        ClaimState.DeniedAndConfirmed => $"denied by {Names(claim.DeniedBy)}, confirmed by {Names(claim.ConfirmedBy)}",
        _ when !claim.WithdrawnBy.IsEmpty => $"open; {Names(claim.WithdrawnBy)} withdrew",
        _ => "open",
    };

    private static string Names(ImmutableArray<Answer> answers) => string.Join(", ", answers.Select(a => a.Actor).Distinct(StringComparer.Ordinal).Take(4));
}
