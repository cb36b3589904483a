using Parley.Records;
using Xunit;

namespace Parley.Tests.Coding;

public sealed class FigureTests
{
    [Theory]
    [InlineData("The air strikes will go on if the guns are not moved by 11 p.m.")]
    [InlineData("The raids of Aug. 28 went on at 0700 GMT.")]
    [InlineData("It was calm for the past 24 hours.")]
    [InlineData("People were asked February 13-19.")]
    [InlineData("People were asked from May 3 to 19.")]
    public void Times_and_days_count_nothing(string text) => Assert.Empty(CodingSample.Of(text).Coded().Figures);

    [Fact]
    public void Those_included_were_killed_too() =>
        Assert.Equal(["killed 17", "killed 9"], CodingSample.Of("At least 17 people, including nine children, were killed.").Coded().Figures.Select(f => $"{f.Measure} {f.Value}"));

    [Theory]
    [InlineData("As many as 15,000 people were killed.", "15,000", "killed", 15000.0, null, 15000.0, "people", true)]
    [InlineData("At least 37 civilians were wounded.", "37", "wounded", 37.0, 37.0, null, "people", true)]
    [InlineData("The force lost over 3,200 soldiers.", "3,200", "troops", 3200.0, 3200.0, null, "soldiers", true)]
    [InlineData("Casualties rose to 9,400.", "9,400", "casualties", 9400.0, null, null, "people", false)]
    [InlineData("Inflation reached 31.5% in 2023.", "31.5%", "inflation", 31.5, null, null, "percent", false)]
    [InlineData("The margin of error does not exceed 3.4 percent.", "3.4 percent", "share", 3.4, null, 3.4, "percent", true)]
    [InlineData("The council put the toll at 22.", "22", "killed", 22.0, null, null, "people", false)]
    [InlineData("The economy grew by 2.1 percent.", "2.1 percent", "growth", 2.1, null, null, "percent", false)]
    [InlineData("Growth will be between 0.5% and 1.5%.", "0.5% and 1.5%", "growth", null, 0.5, 1.5, "percent", false)]
    [InlineData("Growth will be 0.5-1.5%.", "0.5-1.5%", "growth", null, 0.5, 1.5, "percent", false)]
    [InlineData("Between 5 and 7 million people fled.", "5 and 7 million", "displaced", null, 5000000.0, 7000000.0, "people", false)]
    [InlineData("Some 5-7 million refugees crossed.", "5-7 million", "displaced", null, 5000000.0, 7000000.0, "people", true)]
    [InlineData("Donors gave €2.4 billion in aid.", "€2.4 billion", "aid", 2400000000.0, null, null, "EUR", false)]
    [InlineData("The loan is worth 300 million U.S. dollars.", "300 million U.S. dollars", "loan", 300000000.0, null, null, "USD", false)]
    [InlineData("The deal cost nearly £12m.", "£12m", "cost", 12000000.0, null, null, "GBP", true)]
    [InlineData("The truce held for 72 hours.", "72 hours", "duration", 72.0, null, null, "hours", false)]
    [InlineData("They want a 60-day pause.", "60-day", "duration", 60.0, null, null, "days", false)]
    [InlineData("The line moved 15 km west.", "15 km", "distance", 15.0, null, null, "km", false)]
    [InlineData("Three out of four respondents agree.", "Three out of four", "support", 75.0, null, null, "percent", false)]
    [InlineData("They fired shells at a ratio of five to one.", "five to one", "ratio", 5.0, null, null, "ratio", false)]
    [InlineData("Refugee numbers grow by 10 million each year.", "10 million", "displaced", 10000000.0, null, null, "people per year", false)]
    [InlineData("More than 140 drones were launched.", "140", "drones", 140.0, 140.0, null, "drones", true)]
    [InlineData("It is the third largest exporter.", "third largest", "rank", 3.0, null, null, "rank", false)]
    [InlineData("About two hundred and fifty hostages were taken.", "two hundred and fifty", "hostages", 250.0, null, null, "people", true)]
    [InlineData("The number of displaced in the region now stands at 640,000.", "640,000", "displaced", 640000.0, null, null, "people", false)]
    public void A_figure_has_measure_value_bounds_and_unit(string text, string words, string measure, double? value, double? low, double? high, string unit, bool approximate)
    {
        var sample = CodingSample.Of(text);
        var figure = Assert.Single(sample.Coded().Figures);

        Assert.Equal(words, sample.Words(figure.Span));
        Assert.Equal((measure, (decimal?)value, (decimal?)low, (decimal?)high, unit, approximate),
            (figure.Measure, figure.Value, figure.Low, figure.High, figure.Unit, figure.Approximate));
    }

    [Theory]
    [InlineData("This is below the Finance Ministry’s baseline forecast of 2.5% growth.", "Finance Ministry")]
    [InlineData("It falls within the Central Bank of Norland's current forecast range of 0.5-1.5% growth.", "Central Bank of Norland")]
    [InlineData("Zelba Institute’s tally of killed civilians reached 4,500.", "Zelba Institute")]
    [InlineData("The minister’s motorcade passed 4,500 soldiers.", "A. Writer")]
    public void A_forecast_or_count_that_belongs_to_somebody_is_his(string text, string claimant) =>
        Assert.Equal(claimant, Assert.Single(CodingSample.Of(text).Coded().Figures).Claimant);

    [Fact]
    public void Within_a_paragraph_a_share_without_a_date_is_of_the_period_before_it()
    {
        var reading = CodingSample.Of("The Fund’s forecast for the country in 2025 lies well below the ministry’s own hopeful baseline of 2.5% growth. However, the bank expects growth of 1.5%.\n\nElsewhere growth is 4%.").Coded();
        Assert.Equal(["2025", "2025", null], reading.Figures.Select(f => f.AsOf));
    }

    [Fact]
    public void A_number_that_refers_back_counts_what_was_counted_before_it()
    {
        var reading = CodingSample.Of("There are 8,700 confirmed army deaths. The number may be as high as 12,000.").Coded();
        Assert.Equal(2, reading.Figures.Length);
        Assert.Equal(reading.Figures[0].Of, reading.Figures[1].Of);
    }

    [Fact]
    public void Those_killed_are_counted_though_some_of_them_are_named_between()
    {
        var reading = CodingSample.Of("At least 38 civilians, including 11 children, were killed in strikes on the market.").Coded();
        Assert.Equal([("killed", 38m), ("killed", 11m)], reading.Figures.Select(f => (f.Measure, f.Value!.Value)));
    }

    [Fact]
    public void A_small_number_at_which_the_figure_is_put_counts_the_same()
    {
        var reading = CodingSample.Of("The hospital said 14 people had been injured; the police put the figure at nine.").Coded();
        Assert.Equal([("wounded", 14m), ("wounded", 9m)], reading.Figures.Select(f => (f.Measure, f.Value!.Value)));
    }

    [Theory]
    [InlineData("Resolution 1701 was adopted on 11 August 2006.")]
    [InlineData("On May 12 rebels attacked the town.")]
    [InlineData("The Su-35 flew over the 76th Division at 10:30.")]
    [InlineData("He won a third term in 2018.")]
    [InlineData("One of the attackers got away.")]
    [InlineData("It happened 25 years ago.")]
    [InlineData("See page 12 of the memo.")]
    [InlineData("The September 11 attacks changed everything.")]
    public void Numbers_that_count_nothing_are_left_out(string text) => Assert.Empty(CodingSample.Of(text).Coded().Figures);

    [Fact]
    public void The_claimant_is_whoever_gives_the_number_and_not_who_repeats_it()
    {
        var reading = CodingSample.Of("The Post reported that the ministry said 4,500 people had died. Another 900 people are missing.")
            .Says("The Post", "reported", "the ministry said 4,500 people had died", ActorKind.Outlet)
            .Says("the ministry", "said", "4,500 people had died", ActorKind.Organisation, parent: 0).Coded();

        Assert.Equal(["the ministry", "A. Writer"], reading.Figures.Select(f => f.Claimant));
        Assert.Equal(["s1", null], reading.Figures.Select(f => f.StatementId));
    }

    [Fact]
    public void What_is_only_heard_said_is_nobodys() =>
        Assert.Equal("unspecified", Assert.Single(CodingSample.Of("The port reportedly lost 4,500 soldiers.").Coded().Figures).Claimant);

    [Theory]
    [InlineData("You have been briefed that the port lost as many as 4,500 soldiers.", "the Harbour Agency")]
    [InlineData("He has repeatedly been told that the port lost 4,500 soldiers.", "unspecified")]
    public void What_somebody_was_told_is_of_whoever_is_shown_telling_him(string told, string claimant) =>
        Assert.Equal(claimant, Assert.Single(CodingSample.Of($"I believe that the Harbour Agency is providing you false numbers.\n\n{told}")
            .Mentions("the Harbour Agency", ActorKind.Organisation).Coded().Figures).Claimant);

    [Fact]
    public void A_statement_without_an_actor_takes_that_of_the_statement_around_it() => Assert.Equal("The bank", Assert.Single(
        CodingSample.Of("The bank said growth of 4% is expected.").Says("The bank", "said", "growth of 4% is expected", ActorKind.Organisation)
            .Says(null, "is expected", "growth of 4%", parent: 0).Coded().Figures).Claimant);

    [Theory]
    [InlineData("Exports were $4 billion in 2022.", "2022")]
    [InlineData("Exports were $4 billion in the second quarter of 2022.", "2022-04/2022-06")]
    [InlineData("Exports were $4 billion in the first half of 2022.", "2022-01/2022-06")]
    [InlineData("Exports were $4 billion.", null)]
    public void The_period_is_the_one_named_nearest(string text, string? asOf) =>
        Assert.Equal(asOf, Assert.Single(CodingSample.Of(text).Coded().Figures).AsOf);
}
