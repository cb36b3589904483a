using System.Collections.Immutable;
using Parley.Analysis;

namespace Parley.Assessments;

/// <summary>What is denied or contradicted, beside what stands against it; then the pledges that were not kept.</summary>
internal static class DisputesSection
{
    public static Section? Build(BriefMaterial material)
    {
        var blocks = ImmutableArray.CreateBuilder<SectionBlock>();
        foreach (var conflict in material.Findings.Conflicts)
        {
            var (left, right) = conflict.Kind switch
            {
                ConflictKind.Denial => ("Claim", "Denial"),
                ConflictKind.Contradiction => ("One says", "Another says"),
                ConflictKind.SelfContradiction => ("Said before", "Said later"),
                _ => (null, null),
            };
            var disputed = Statements(material, conflict.Disputed);
            var against = Statements(material, conflict.Against);
            if (left is not null && disputed.Count > 0 && against.Count > 0 && disputed.Concat(against).Any(material.Covers))
            {
                blocks.Add(new SideBySide(left, [.. disputed.Select(s => Told(material, s))], right!, [.. against.Select(material.Wording.Of)], Note(material, conflict, disputed[0])));
            }
        }

        foreach (var pledge in material.Findings.Pledges.Where(material.Covers))
        {
            blocks.Add(Pledge(material, pledge));
        }

        return blocks.Count == 0 ? null
            : new Section("disputes", "Claims and denials", blocks.ToImmutable()) { Lead = "Each claim stands beside what is said against it. Which of them is right is not decided here." };
    }

    private static List<ReportedStatement> Statements(BriefMaterial material, ImmutableArray<string> ids) =>
        [.. ids.Select(material.Records.Find).OfType<ReportedStatement>().DistinctBy(s => material.ClaimOf(s.Id)?.Id ?? s.Id)];

    private static Sentence Told(BriefMaterial material, ReportedStatement statement) =>
        material.ClaimOf(statement.Id) is { } claim ? material.Wording.Of(claim, claim.Representative.Id == statement.Id ? material.Telling(claim) : statement) : material.Wording.Of(statement);

    private static Sentence Note(BriefMaterial material, Conflict conflict, ReportedStatement disputed)
    {
        var claims = conflict.ClaimIds.Select(material.Claim).OfType<Claim>().ToList();
        var confirmed = claims.SelectMany(c => c.ConfirmedBy).Select(a => material.Records.Find(a.StatementId)).OfType<ReportedStatement>().ToList();
        var sentence = Sentence.On(Citation.Of(disputed), confirmed.Select(Citation.Of))
            .Text($"Why they stand together: {conflict.Why}.{(claims is [var claim] ? $" The claim has {(claim.Origins.Length == 1 ? "one origin" : $"{claim.Origins.Length} independent origins")}." : "")}");
        return (confirmed.Count == 0 ? sentence : sentence.Text(" Confirmed by ").Name(string.Join(", ", confirmed.Select(StatementWording.NameOf).Distinct(StringComparer.Ordinal))).Text(".")).Build();
    }

    private static SideBySide Pledge(BriefMaterial material, PledgeFinding finding)
    {
        var pledge = finding.Pledge;
        var citation = Citation.Of(pledge);
        var promised = Sentence.On(citation).Name(pledge.Forecast.Actor ?? "Somebody not named").Text(" pledged")
            .Text(pledge.Forecast.Made is { } made ? $" ({DateWording.Of(made)}): " : ": ").Quote(citation, own: false, material.Wording.QuotationLength)
            .Provenance($" — {pledge.In.Outlet}").Build();
        var outcome = finding.Outcome is { } said ? material.Wording.Of(said)
            : finding.IsReportedBroken && pledge.Forecast.Evidence is not null
                ? Sentence.On(Citation.OfOutcome(pledge)).Text("The report goes on: ").Quote(Citation.OfOutcome(pledge), own: false, material.Wording.QuotationLength).Build()
                : Sentence.On(citation).Text(finding.Deadline is { } day ? $"The deadline was {DateWording.Of(day)}." : "No outcome is cited.").Build();
        return new SideBySide("Pledge", [promised], finding.IsReportedBroken ? "Reported broken" : "Deadline passed", [outcome], Sentence.On(citation).Text($"Why they stand together: {finding.Why}.").Build());
    }
}
