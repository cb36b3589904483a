using Parley.Analysis;
using Parley.Records;
using Parley.Tests.Testing;
using Xunit;

namespace Parley.Tests.Analysis;

public sealed class PositionTests
{
    private static RecordedArticle Stance(string day, string words, Stance stance, string? condition = null) =>
        new ReportBuilder("The Courier", day, $"Rula said {words}.").Says("Rula", words, stance == Parley.Records.Stance.Oppose ? Polarity.Rejects : Polarity.Offers, actorKind: ActorKind.Government, issues: ["ceasefire"], stance: stance, condition: condition, said: day).Build();

    [Fact]
    public void A_position_is_known_at_any_day_with_its_condition()
    {
        var series = Assert.Single(Analyst.Analyse(
        [
            Stance("2024-03-01", "there will be no truce", Parley.Records.Stance.Oppose),
            Stance("2024-04-10", "a truce is possible if the siege ends first", Parley.Records.Stance.Conditional, "if the siege ends first"),
            Stance("2024-05-20", "a truce is possible if the siege ends and the port opens", Parley.Records.Stance.Conditional, "if the siege ends and the port opens"),
        ]).Positions);

        Assert.Null(series.At(new DateOnly(2024, 2, 1)));
        Assert.Equal(Parley.Records.Stance.Oppose, series.At(new DateOnly(2024, 4, 9))!.Stance);
        Assert.Equal("if the siege ends first", series.At(new DateOnly(2024, 5, 1))!.Condition);
        Assert.Equal([PositionChangeKind.Softened, PositionChangeKind.ConditionChanged], series.Changes.Select(c => c.Kind));
        Assert.Equal(["first"], series.Changes[1].WordsDropped);
        Assert.Equal(["and", "port", "opens"], series.Changes[1].WordsAdded);
        Assert.Equal(12, series.DaysSilentAt(new DateOnly(2024, 6, 1)));
    }

    [Fact]
    public void As_of_a_day_nothing_published_or_gathered_later_is_seen()
    {
        RecordedArticle[] records =
        [
            Stance("2024-03-01", "there will be no truce", Parley.Records.Stance.Oppose),
            Stance("2024-04-10", "a truce is welcome at any time", Parley.Records.Stance.Support),
        ];
        var late = records[0] with { GatheredAt = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero) };

        Assert.Equal(Parley.Records.Stance.Oppose, Analyst.Analyse(records, new AsOf(new DateOnly(2024, 4, 9))).Positions[0].Points[^1].Stance);
        Assert.Equal(Parley.Records.Stance.Support, Analyst.Analyse(records, new AsOf(new DateOnly(2024, 4, 10))).Positions[0].Points[^1].Stance);
        Assert.Single(Analyst.Analyse([late, records[1]], new AsOf(Gathered: new DateTimeOffset(2024, 12, 31, 0, 0, 0, TimeSpan.Zero))).Records.Articles);
    }

    [Fact]
    public void What_unnamed_people_tell_of_a_party_and_what_is_denied_of_it_is_no_position_of_its_own()
    {
        var told = new ReportBuilder("The Courier", "2024-05-02", "Two officials said Rula is ready for a truce.")
            .Says("Rula", "ready for a truce", Polarity.Offers, actorKind: ActorKind.Government, via: ["two officials"], issues: ["ceasefire"], stance: Parley.Records.Stance.Support).Build();
        var denied = new ReportBuilder("The Courier", "2024-05-03", "Ivo Lund denied the report that Rula is ready for a truce.")
            .Says("Ivo Lund", "the report that Rula is ready for a truce", Polarity.Denies)
            .Says("Rula", "ready for a truce", Polarity.Offers, actorKind: ActorKind.Government, issues: ["ceasefire"], stance: Parley.Records.Stance.Support).Build();

        Assert.Empty(Analyst.Analyse([told, denied]).Positions);
    }

    [Fact]
    public void Who_only_tells_something_on_an_issue_keeps_his_stance_and_is_not_silent()
    {
        var tells = new ReportBuilder("The Courier", "2024-03-20", "Rula said the envoys arrive on Monday.")
            .Says("Rula", "the envoys arrive on Monday", actorKind: ActorKind.Government, issues: ["ceasefire"], stance: Parley.Records.Stance.Support, said: "2024-03-20").Build();
        var series = Assert.Single(Analyst.Analyse([Stance("2024-03-01", "there will be no truce", Parley.Records.Stance.Oppose), tells]).Positions);

        Assert.Empty(series.Changes);
        Assert.Equal(Parley.Records.Stance.Oppose, series.At(new DateOnly(2024, 3, 25))!.Stance);
        Assert.Equal(5, series.DaysSilentAt(new DateOnly(2024, 3, 25)));
    }

    [Fact]
    public void A_condition_that_another_grants_is_met()
    {
        var grants = new ReportBuilder("Port Herald", "2024-04-12", "Sorna pledged that the siege of Dorva ends on Friday.")
            .Says("Sorna", "the siege of Dorva ends on Friday", Polarity.Pledges, actorKind: ActorKind.Government, issues: ["military-situation"]).Build();
        var answer = Assert.Single(Analyst.Analyse(
            [Stance("2024-04-10", "a truce is possible if the siege of Dorva ends", Parley.Records.Stance.Conditional, "if the siege of Dorva ends"), grants]).ConditionAnswers);

        Assert.True(answer.IsMet);
        Assert.Equal("Sorna", answer.Answer.Statement.Actor!.Name);
    }
}
