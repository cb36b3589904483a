using Parley.Records;
using Xunit;

namespace Parley.Tests.Coding;

public sealed class ForecastTests
{
    [Theory]
    [InlineData("pledged to open the port within 48 hours", "PT48H")]
    [InlineData("pledged to open the port in 100 days", "P100D")]
    [InlineData("pledged to open the port by the summer", "2024-06")]
    [InlineData("pledged to open the port by March", "2025-03")]
    [InlineData("pledged to open the port in 2027", "2027")]
    [InlineData("pledged to open the port next year", "2025")]
    [InlineData("pledged to open the port by the end of the year", "2024")]
    [InlineData("pledged to open the port by May 25", "2024-05-25")]
    [InlineData("pledged to open the port by 3 June", "2024-06-03")]
    [InlineData("pledged to open the port on June 3", "2024-06-03")]
    [InlineData("pledged to open the port on Monday", "2024-05-13")]
    [InlineData("pledged to open the port tomorrow", "2024-05-11")]
    [InlineData("pledged to open the port by June 3, 2025", "2025-06-03")]
    [InlineData("pledged to open the port, and the war in the valley in August 2026", null)]
    [InlineData("pledged to open the port as in 2019", null)]
    [InlineData("pledged to open the port", null)]
    public void A_promise_has_its_deadline(string what, string? deadline)
    {
        var reading = CodingSample.Of($"The governor {what}.").Says("The governor", "pledged", what["pledged ".Length..], said: "2024-05-10").Coded();
        var forecast = Assert.Single(reading.Forecasts);

        Assert.Equal(("The governor", deadline, new PartialDate(2024, 5, 10)), (forecast.Actor, forecast.Deadline, forecast.Made));
    }

    [Theory]
    [InlineData("He promised to reopen the northern border crossing. He kept his promise and the border crossing reopened.", ForecastOutcome.Kept)]
    [InlineData("He promised to reopen the northern border crossing. He broke that promise: the border crossing stayed shut.", ForecastOutcome.Broken)]
    [InlineData("He promised to reopen the northern border crossing. Nothing more is known.", ForecastOutcome.Open)]
    public void The_outcome_is_what_a_later_sentence_says(string text, ForecastOutcome outcome)
    {
        var forecast = Assert.Single(CodingSample.Of(text).Says("He", "promised", "to reopen the northern border crossing").Coded().Forecasts);

        Assert.Equal(outcome, forecast.Outcome);
        Assert.Equal(outcome == ForecastOutcome.Open, forecast.Evidence is null);
    }

    [Fact]
    public void Words_that_stand_in_any_sentence_do_not_make_it_tell_the_outcome() => Assert.Equal(ForecastOutcome.Open, Assert.Single(
        CodingSample.Of("He promised to reopen the crossing, which would help. Another man broke that promise which would bind him.")
            .Says("He", "promised", "to reopen the crossing, which would help").Coded().Forecasts).Outcome);

    [Fact]
    public void The_authors_own_prediction_is_the_authors()
    {
        var forecast = Assert.Single(CodingSample.Of("The junta is unlikely to accept monitors. It took the town in May.").Coded().Forecasts);

        Assert.Equal(("A. Writer", null), (forecast.Actor, forecast.StatementId));
    }

    [Fact]
    public void A_later_sentence_that_only_names_the_same_parties_tells_no_outcome()
    {
        var forecast = Assert.Single(CodingSample.Of("Salva promised that Daran would leave Norland. Daran and Norland cancelled a football match.")
            .Says("Salva", "promised", "Daran would leave Norland").Coded().Forecasts);

        Assert.Equal(ForecastOutcome.Open, forecast.Outcome);
    }

    [Fact]
    public void Of_two_places_that_say_the_same_the_fuller_is_taken()
    {
        var sample = CodingSample.Of("Salva warns hunger will spread. Salva warned that hunger will spread to the whole delta by winter.")
            .Says("Salva", "warns", "hunger will spread")
            .Says("Salva", "warned", "hunger will spread to the whole delta by winter");
        var forecast = Assert.Single(sample.Coded().Forecasts);

        Assert.Equal("hunger will spread to the whole delta by winter", sample.Words(forecast.Span));
    }

    [Fact]
    public void A_statement_about_the_past_is_no_forecast() =>
        Assert.Empty(CodingSample.Of("The mayor said the bridge fell in March.").Says("The mayor", "said", "the bridge fell in March").Coded().Forecasts);
}
