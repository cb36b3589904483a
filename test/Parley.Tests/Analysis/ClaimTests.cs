using Parley.Analysis;
using Parley.Records;
using Parley.Tests.Testing;
using Xunit;

namespace Parley.Tests.Analysis;

public sealed class ClaimTests
{
    private const string Depot = "a drone struck the fuel depot near the river port of Marlo";

    [Fact]
    public void Forty_copies_of_one_wire_story_are_one_origin()
    {
        var body = $"MARLO (AFP) - Two security officials said {Depot}. The fire burned for hours and no casualties were known by the evening, residents of the quarter could be seen leaving.";
        var records = Enumerable.Range(0, 40).Select(i => new ReportBuilder($"Outlet {i}", "2024-05-02", body)
            .Says("Two security officials", Depot, sourcing: Sourcing.Anonymous, actorKind: ActorKind.Group).Build());

        var claim = Assert.Single(Analyst.Analyse(records).Claims);

        Assert.Equal(40, claim.Statements.Length);
        var origin = Assert.Single(claim.Origins);
        Assert.Equal(39, origin.Reasons.Length);
        Assert.All(origin.Reasons, r => Assert.Equal(OriginReasonKind.AgencyTag, r.Kind));
    }

    [Fact]
    public void Copies_without_an_agency_tag_are_found_by_their_wording()
    {
        string Body(int i) => $"Officials in the town said {Depot}. The fire burned for hours and no casualties were known by the evening. Residents of the quarter could be seen leaving with what they could carry. Desk {i}.";
        var records = Enumerable.Range(0, 12).Select(i => new ReportBuilder($"Outlet {i}", "2024-05-02", Body(i))
            .Says("Officials", Depot, sourcing: Sourcing.Anonymous, actorKind: ActorKind.Group).Build());

        var claim = Assert.Single(Analyst.Analyse(records).Claims);

        var origin = Assert.Single(claim.Origins);
        Assert.Contains(origin.Reasons, r => r.Kind is OriginReasonKind.Copy);
    }

    [Fact]
    public void The_agency_of_a_dateline_need_not_be_known()
    {
        static RecordedArticle Prints(string outlet, string end) => new ReportBuilder(outlet, "2024-05-02", $"MARLO, May 2 (Zelba) — Two security officials said {Depot}. {end}")
            .Says("Two security officials", Depot, sourcing: Sourcing.Anonymous, actorKind: ActorKind.Group).Build();

        var origin = Assert.Single(Assert.Single(Analyst.Analyse([Prints("The Courier", "It burned."), Prints("Port Herald", "Nobody was hurt, the port's fire brigade told this newspaper.")]).Claims).Origins);
        Assert.EndsWith("to Zelba", origin.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_witnesses_stay_two_origins()
    {
        RecordedArticle[] records =
        [
            new ReportBuilder("The Courier", "2024-05-02", $"The nurse Ada Orlin said {Depot}.").Says("Ada Orlin", Depot).Build(),
            new ReportBuilder("Port Herald", "2024-05-02", $"Tomas Reyl, a docker, saw how {Depot}.").Says("Tomas Reyl", Depot).Build(),
        ];

        Assert.Equal(2, Assert.Single(Analyst.Analyse(records).Claims).Origins.Length);
    }

    [Fact]
    public void One_person_heard_through_three_outlets_is_one_origin()
    {
        var records = Enumerable.Range(1, 3).Select(i => $"Outlet {i}").Select(o => new ReportBuilder(o, "2024-05-02", $"Ada Orlin said {Depot}.").Says("Ada Orlin", Depot).Build());

        var origin = Assert.Single(Assert.Single(Analyst.Analyse(records).Claims).Origins);
        Assert.Equal("Ada Orlin", origin.Source);
    }

    [Fact]
    public void A_report_that_cites_another_adds_no_origin()
    {
        RecordedArticle[] records =
        [
            new ReportBuilder("The Courier", "2024-05-02", $"Two intelligence officials said {Depot}.")
                .Says("Two intelligence officials", Depot, sourcing: Sourcing.Anonymous, actorKind: ActorKind.Group).Build(),
            new ReportBuilder("Port Herald", "2024-05-03", $"People briefed on the matter told the Courier that {Depot}.")
                .Says("People briefed on the matter", Depot, sourcing: Sourcing.Anonymous, actorKind: ActorKind.Group, via: ["Port Herald", "The Courier"]).Build(),
        ];

        var origin = Assert.Single(Assert.Single(Analyst.Analyse(records).Claims).Origins);
        Assert.Equal(OriginReasonKind.CitedReport, Assert.Single(origin.Reasons).Kind);
    }

    [Fact]
    public void What_a_leader_said_by_two_outlets_own_unnamed_sources_has_two_origins()
    {
        RecordedArticle Report(string outlet, string source, string words) => new ReportBuilder(outlet, "2024-05-02", $"{source} told the paper that {words}.").Says("the president", words, via: [outlet, source]).Build();

        var claims = Analyst.Analyse(
        [
            Report("The Courier", "two diplomats in the capital", "the president is ready to freeze the war along the river line"),
            Report("Port Herald", "an adviser of the army staff", "along the line of the river the president would be willing to freeze the war"),
        ]).Claims;

        Assert.Equal(2, Assert.Single(claims).Origins.Length);
    }

    [Theory]
    [InlineData("the rebels freed 40 prisoners in Dorva", "in Dorva 40 detainees were released by the rebels", true)]
    [InlineData("the rebels freed 40 prisoners in Dorva", "the rebels freed 65 prisoners in Dorva", false)]
    [InlineData("the army will leave the valley of Dorva in spring", "the army will not leave the valley of Dorva in spring", false)]
    [InlineData("shells hit the school in Dorva on Monday", "shells hit the school in Kestel on Monday", false)]
    [InlineData("shells hit the school in Dorva on Monday", "shells hit the school in Dorva on Friday", false)]
    [InlineData("Moscow accepted the exchange of wounded prisoners", "Russia agreed to swap injured prisoners", true)]
    public void Wordings_of_one_proposition_are_one_claim(string first, string second, bool same)
    {
        var claims = Analyst.Analyse(
        [
            new ReportBuilder("The Courier", "2024-05-02", $"Ada Orlin said {first}.").Says("Ada Orlin", first).Build(),
            new ReportBuilder("Port Herald", "2024-05-02", $"Tomas Reyl said {second}.").Says("Tomas Reyl", second).Build(),
        ]).Claims;

        Assert.Equal(same ? 1 : 2, claims.Length);
    }

    [Fact]
    public void The_same_demand_of_two_parties_is_two_claims()
    {
        var claims = Analyst.Analyse(
        [
            new ReportBuilder("The Courier", "2024-05-02", "Rula demands the release of all prisoners of the river war.").Says("Rula", "the release of all prisoners of the river war", Polarity.Demands).Build(),
            new ReportBuilder("Port Herald", "2024-05-02", "Sorna demands the release of all prisoners of the river war.").Says("Sorna", "the release of all prisoners of the river war", Polarity.Demands).Build(),
        ]).Claims;

        Assert.Equal(2, claims.Length);
    }

    [Fact]
    public void The_order_of_the_records_changes_nothing()
    {
        var records = GeneratedCorpus.Make(seed: 3, stories: 12).Records;
        var forward = Analyst.Analyse(records).Claims.Select(c => (c.Id, c.Statements.Length, c.Origins.Length, c.State));
        var backward = Analyst.Analyse(records.Reverse()).Claims.Select(c => (c.Id, c.Statements.Length, c.Origins.Length, c.State));

        Assert.Equal(forward, backward);
    }
}
