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

    [Theory]
    [InlineData("The mayor said the road to Marlo was opened.", "the road to Marlo was opened", 0)]
    [InlineData("The mayor said the road to Marlo was not opened.", "the road to Marlo was not opened", 1)]
    [InlineData("The mayor said the harbour of Dorva was closed.", "the harbour of Dorva was closed", 1)]
    public void Whether_a_pledge_was_kept_other_reports_tell(string text, string said, int pledges)
    {
        var pledge = new ReportBuilder("The Courier", "2024-05-02", "Ada Orlin pledged to open the road to Marlo within ten days.")
            .Says("Ada Orlin", "to open the road to Marlo within ten days", Polarity.Pledges).Promises("to open the road to Marlo within ten days", "Ada Orlin", "2024-05-02", "P10D").Build();
        var later = new ReportBuilder("Port Herald", "2024-05-20", text).Says("The mayor", said).Build();

        var findings = Analyst.Analyse([pledge, later]).Pledges;

        Assert.Equal(pledges, findings.Length);
        Assert.All(findings, f => Assert.Equal(said.Contains("not", StringComparison.Ordinal), f.IsReportedBroken));
    }

    [Fact]
    public void A_witness_who_withdraws_denies_nobody_elses_account()
    {
        var findings = Analyst.Analyse(
        [
            new ReportBuilder("The Courier", "2024-05-02", "Ada Orlin said the army shelled the hospital in Dorva.").Says("Ada Orlin", "the army shelled the hospital in Dorva").Build(),
            new ReportBuilder("The Courier", "2024-05-03", "Ivo Lund said the army had shelled the hospital in Dorva.").Says("Ivo Lund", "the army had shelled the hospital in Dorva").Build(),
            new ReportBuilder("Port Herald", "2024-05-09", "Ada Orlin withdrew her account that the army shelled the hospital in Dorva.")
                .Says("Ada Orlin", "the army shelled the hospital in Dorva", Polarity.Denies, cue: "withdrew her account").Build(),
        ]);

        var claim = findings.Claims.Single(c => c.Statements.Length == 2);
        Assert.Equal(ClaimState.Open, claim.State);
        Assert.Equal("Ada Orlin", Assert.Single(claim.WithdrawnBy).Actor);
        Assert.Empty(findings.Conflicts);
    }

    [Theory]
    [InlineData("Ada Orlin denied that the north demands the island of Skar.", "the north demands the island of Skar", false)]
    [InlineData("Ada Orlin denied a report that the north demands the island of Skar.", "a report that the north demands the island of Skar", true)]
    public void What_stands_only_in_its_denial_is_said_by_nobody(string text, string denied, bool isClaim)
    {
        var report = new ReportBuilder("The Courier", "2024-05-02", text).Says("Ada Orlin", denied, Polarity.Denies, cue: "denied")
            .Says("the north", "the island of Skar", Polarity.Demands, actorKind: ActorKind.Organisation, stance: Stance.Support, issues: ["territory"], cue: "demands").Build();

        Assert.Equal(isClaim, Analyst.Analyse([report]).Claims.Any(c => c.Representative.Statement.Polarity == Polarity.Demands));
    }

    [Fact]
    public void A_report_that_only_tells_of_a_denial_is_not_what_it_denies()
    {
        var report = new ReportBuilder("The Courier", "2024-05-02", "Meridian News reported that Ada Orlin said officials are not aware of any talks.");
        report.Says("Meridian News", "Ada Orlin said officials are not aware of any talks", actorKind: ActorKind.Outlet);
        report.Says("Ada Orlin", "officials are not aware of any talks", Polarity.Denies, about: [report.LastId]);

        Assert.Empty(Analyst.Analyse([report.Build()]).Conflicts);
    }

    [Fact]
    public void What_another_says_years_later_contradicts_nobody()
    {
        static RecordedArticle Says(string actor, string words, string said) => new ReportBuilder("The Courier", "2024-05-02", $"{actor} said {words}.").Says(actor, words, said: said).Build();
        var early = Says("Ada Orlin", "the army will hold the bridge of Marlo", "1989-12-03");

        Assert.Empty(Analyst.Analyse([early, Says("Ivo Lund", "the army will not hold the bridge of Marlo", "1998-05-02")]).Conflicts);
        Assert.Single(Analyst.Analyse([early, Says("Ivo Lund", "the army will not hold the bridge of Marlo", "1989-12-20")]).Conflicts);
    }

    [Fact]
    public void Numbers_that_count_different_people_do_not_contradict_each_other()
    {
        static RecordedArticle Counts(string outlet, string actor, string number, decimal value, string of) =>
            new ReportBuilder(outlet, "2024-05-02", $"{actor} said {number} {of} were killed at the bridge of Marlo.").Says(actor, $"{number} {of} were killed at the bridge of Marlo")
                .Counts(number, "killed", value, of: of, claimant: actor).Build();
        var soldiers = Counts("The Courier", "Ada Orlin", "120", 120, "soldiers");

        Assert.Empty(Analyst.Analyse([soldiers, Counts("Port Herald", "Ivo Lund", "31", 31, "civilians")]).Conflicts);
        Assert.Equal(ConflictKind.CompetingFigures, Assert.Single(Analyst.Analyse([soldiers, Counts("Port Herald", "Ivo Lund", "310", 310, "soldiers")]).Conflicts).Kind);
    }

    [Theory]
    [InlineData("2024-05-20", null, 1)]
    [InlineData("2024-08-02", null, 0)]
    [InlineData("2024-08-02", "2024-04", 1)]
    public void Figures_without_a_period_compete_only_while_they_can_be_of_one_event(string later, string? asOf, int conflicts)
    {
        RecordedArticle Counts(string day, string actor, string number, decimal value) => new ReportBuilder("The Courier", day, $"{actor} counted {number} civilians killed in Dorva.")
            .Says(actor, $"{number} civilians killed in Dorva").Counts(number, "killed", value, of: "civilians in Dorva", asOf: asOf, claimant: actor).Build();

        Assert.Equal(conflicts, Analyst.Analyse([Counts("2024-05-02", "The governor", "12", 12), Counts(later, "The monitors", "31", 31)]).Conflicts.Length);
    }

    [Fact]
    public void A_condition_that_is_stated_by_itself_is_another_claim()
    {
        var findings = Analyst.Analyse(
        [
            new ReportBuilder("The Courier", "2024-05-02", "Ida Kovar said Selmar accepts peace if Noran withdraws its ships from the Straits.").Says("Ida Kovar", "Selmar accepts peace if Noran withdraws its ships from the Straits").Build(),
            new ReportBuilder("Port Herald", "2024-05-03", "Bela Tormod said Noran withdraws its ships from the Straits.").Says("Bela Tormod", "Noran withdraws its ships from the Straits").Build(),
        ]);

        Assert.Equal(2, findings.Claims.Length);
    }

    [Fact]
    public void A_claimant_named_in_another_order_is_the_same()
    {
        static RecordedArticle Counts(string day, string actor, string number, decimal value) =>
            new ReportBuilder("The Courier", day, $"{actor} said {number} soldiers were killed.").Says(actor, $"{number} soldiers were killed").Counts(number, "killed", value, of: "soldiers", claimant: actor).Build();

        Assert.Empty(Analyst.Analyse([Counts("2024-05-02", "Selmar’s defence ministry", "120", 120), Counts("2024-05-09", "The defence ministry of Selmar", "150", 150)]).Conflicts);
    }
}
