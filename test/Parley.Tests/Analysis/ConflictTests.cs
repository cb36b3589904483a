using Parley.Analysis;
using Parley.Records;
using Parley.Tests.Testing;
using Xunit;

namespace Parley.Tests.Analysis;

public sealed class ConflictTests
{
    [Fact]
    public void A_denial_that_names_the_agency_answers_the_agencys_report_in_another_article()
    {
        RecordedArticle[] records =
        [
            new ReportBuilder("Meridian News", "2024-05-02", "Two officials said the president is ready to talk about the river border.")
                .Says("Two officials", "the president is ready to talk about the river border", sourcing: Sourcing.Anonymous, actorKind: ActorKind.Group, issues: ["peace-talks"]).Build(),
            new ReportBuilder("The Courier", "2024-05-03", "Press secretary Ivo Lund called the Meridian report pure invention. Lund denied the report of Meridian News.")
                .Says("Ivo Lund", "the report of Meridian News", Polarity.Denies, issues: ["peace-talks"]).Build(),
        ];

        var findings = Analyst.Analyse(records);

        var conflict = Assert.Single(findings.Conflicts);
        Assert.Equal(ConflictKind.Denial, conflict.Kind);
        var claim = findings.Claims.Single(c => c.Id == Assert.Single(conflict.ClaimIds));
        Assert.Equal(ClaimState.Denied, claim.State);
        Assert.Equal("Ivo Lund", Assert.Single(claim.DeniedBy).Actor);
    }

    [Fact]
    public void A_denial_in_its_own_words_answers_the_claim()
    {
        var findings = Analyst.Analyse(
        [
            new ReportBuilder("The Courier", "2024-05-02", "Ada Orlin said the army shelled the hospital in Dorva.").Says("Ada Orlin", "the army shelled the hospital in Dorva").Build(),
            new ReportBuilder("Port Herald", "2024-05-03", "Colonel Brandt denied that the army had shelled the hospital in Dorva.").Says("Colonel Brandt", "the army had shelled the hospital in Dorva", Polarity.Denies).Build(),
        ]);

        Assert.Equal(ConflictKind.Denial, Assert.Single(findings.Conflicts).Kind);
    }

    [Fact]
    public void A_confirmation_by_somebody_else_confirms_the_claim()
    {
        var findings = Analyst.Analyse(
        [
            new ReportBuilder("The Courier", "2024-05-02", "Ada Orlin said the army shelled the hospital in Dorva.").Says("Ada Orlin", "the army shelled the hospital in Dorva").Build(),
            new ReportBuilder("Port Herald", "2024-05-03", "Colonel Brandt confirmed that the army had shelled the hospital in Dorva.").Says("Colonel Brandt", "the army had shelled the hospital in Dorva", Polarity.Confirms).Build(),
        ]);

        var claim = Assert.Single(findings.Claims);
        Assert.Equal(ClaimState.Confirmed, claim.State);
        Assert.Equal("Colonel Brandt", Assert.Single(claim.ConfirmedBy).Actor);
    }

    [Fact]
    public void He_who_denies_what_he_said_withdraws_it()
    {
        var findings = Analyst.Analyse(
        [
            new ReportBuilder("The Courier", "2024-05-02", "Ada Orlin said the army shelled the hospital in Dorva.").Says("Ada Orlin", "the army shelled the hospital in Dorva").Build(),
            new ReportBuilder("Port Herald", "2024-05-09", "Ada Orlin now denies that the army shelled the hospital in Dorva.").Says("Ada Orlin", "the army shelled the hospital in Dorva", Polarity.Denies).Build(),
        ]);

        Assert.Equal(ClaimState.Withdrawn, findings.Claims[0].State);
    }

    [Fact]
    public void Different_numbers_of_two_sources_contradict_each_other_and_are_not_one_claim()
    {
        var findings = Analyst.Analyse(
        [
            new ReportBuilder("The Courier", "2024-05-02", "Ada Orlin said the strike on the market of Dorva killed 12 people.").Says("Ada Orlin", "the strike on the market of Dorva killed 12 people").Build(),
            new ReportBuilder("Port Herald", "2024-05-02", "The governor said the strike on the market of Dorva killed 31 people.").Says("The governor", "the strike on the market of Dorva killed 31 people").Build(),
        ]);

        var conflict = Assert.Single(findings.Conflicts);
        Assert.Equal(ConflictKind.Contradiction, conflict.Kind);
        Assert.Contains("12 and 31", conflict.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void An_actor_who_turns_round_contradicts_himself()
    {
        var findings = Analyst.Analyse(
        [
            new ReportBuilder("The Courier", "2024-05-02", "General Kord said the brigade will hold the bridge of Marlo.").Says("General Kord", "the brigade will hold the bridge of Marlo").Build(),
            new ReportBuilder("The Courier", "2024-05-20", "General Kord said the brigade will not hold the bridge of Marlo.").Says("General Kord", "the brigade will not hold the bridge of Marlo").Build(),
        ]);

        Assert.Equal(ConflictKind.SelfContradiction, Assert.Single(findings.Conflicts).Kind);
    }

    [Fact]
    public void A_pledge_past_its_deadline_is_told_and_one_before_it_is_not()
    {
        var pledge = new ReportBuilder("The Courier", "2024-05-02", "Ada Orlin pledged to open the road within ten days.")
            .Says("Ada Orlin", "to open the road within ten days", Polarity.Pledges).Promises("to open the road within ten days", "Ada Orlin", "2024-05-02", "P10D").Build();
        var later = new ReportBuilder("The Courier", "2024-05-20", "The road was quiet.").Build();

        Assert.Empty(Analyst.Analyse([pledge]).Pledges);
        var finding = Assert.Single(Analyst.Analyse([pledge, later]).Pledges);
        Assert.Equal(new DateOnly(2024, 5, 12), finding.Deadline);
        Assert.False(finding.IsReportedBroken);
    }
}
