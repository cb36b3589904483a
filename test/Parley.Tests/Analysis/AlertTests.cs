using Parley.Analysis;
using Parley.Records;
using Parley.Tests.Testing;
using Xunit;

namespace Parley.Tests.Analysis;

public class AlertTests
{
    private static readonly RecordedArticle Claim = new ReportBuilder("The Courier", "2024-05-02", "Ada Orlin said the army shelled the hospital in Dorva.")
        .Says("Ada Orlin", "the army shelled the hospital in Dorva").Build();

    private static readonly RecordedArticle Denial = Denied("Port Herald", "2024-05-03");

    [Theory]
    [InlineData("denial of a claim about hospital", 1)]
    [InlineData("denial of a claim about hospitals in Dorva by Brandt", 1)]
    [InlineData("denial of a claim about hospital by Orlin", 0)]
    [InlineData("denial of a claim about schools", 0)]
    [InlineData("confirmation of a claim about hospital", 0)]
    [InlineData("new conflict about Dorva", 1)]
    [InlineData("statement by Brandt", 1)]
    [InlineData("statement by Bran", 0)]
    public void What_is_new_answers_the_question(string question, int alerts) => Assert.Equal(alerts, Ask(question, [Claim, Denial], Denial).Length);

    [Fact]
    public void A_denial_that_was_known_is_told_when_the_claim_is_new() => Assert.Single(Ask("denial of a claim about hospital", [Claim, Denial], Claim));

    [Fact]
    public void What_was_known_answers_nothing() => Assert.Empty(Ask("denial of a claim about hospital", [Claim, Denial]));

    [Fact]
    public void A_denial_that_another_outlet_repeats_is_told_once()
    {
        var copy = Denied("Evening Post", "2024-05-04");
        Assert.Empty(Ask("denial of a claim about hospital", [Claim, Denial, copy], copy));
        Assert.Single(Ask("denial of a claim about hospital", [Claim, Denial, copy], Denial, copy));
    }

    [Fact]
    public void A_change_of_position_is_told_with_both_stances()
    {
        var before = new ReportBuilder("The Courier", "2024-05-02", "Jan Orlic said a truce is out of the question.")
            .Says("Jan Orlic", "a truce is out of the question", Polarity.Rejects, issues: ["ceasefire"], stance: Stance.Oppose).Build();
        var after = new ReportBuilder("The Courier", "2024-05-09", "Jan Orlic said he accepts a truce if the prisoners return.")
            .Says("Jan Orlic", "he accepts a truce if the prisoners return", Polarity.Offers, issues: ["ceasefire"], stance: Stance.Conditional, condition: "if the prisoners return").Build();
        var alert = Assert.Single(Ask("position of Orlic on ceasefire changed", [before, after], after));
        Assert.Contains("oppose (2024-05-02", alert.Words, StringComparison.Ordinal);
        Assert.Contains("‘if the prisoners return’", alert.Words, StringComparison.Ordinal);
        Assert.Empty(Ask("position of Orlic on ceasefire hardened", [before, after], after));
    }

    [Fact]
    public void A_figure_is_told_when_its_claimant_did_not_give_it_before()
    {
        static RecordedArticle Count(string outlet, string day, string number, decimal value) =>
            new ReportBuilder(outlet, day, $"The ministry said {number} soldiers were killed.").Says("The ministry", $"{number} soldiers were killed")
                .Counts(number, "killed", value, of: "soldiers", claimant: "The ministry").Build();
        var (first, again, more) = (Count("The Courier", "2024-05-02", "120", 120), Count("Port Herald", "2024-05-03", "120", 120), Count("Port Herald", "2024-05-04", "150", 150));
        Assert.Empty(Ask("new figure of killed about soldiers", [first, again], again));
        Assert.Single(Ask("new figure of killed about soldiers", [first, more], more));
        Assert.Empty(Ask("new figure of wounded", [first, more], more));
    }

    private static RecordedArticle Denied(string outlet, string day) => new ReportBuilder(outlet, day, "Colonel Brandt denied that the army had shelled the hospital in Dorva.")
        .Says("Colonel Brandt", "the army had shelled the hospital in Dorva", Polarity.Denies).Build();

    private static Alert[] Ask(string question, RecordedArticle[] records, params RecordedArticle[] fresh)
    {
        var (questions, faults) = QuestionFile.Read("q.txt", question);
        Assert.Empty(faults);
        return [.. AlertFinder.Find(Analyst.Analyse(records), fresh.SelectMany(a => a.Reading.Statements).Select(s => s.Id).ToHashSet(), questions)];
    }
}
