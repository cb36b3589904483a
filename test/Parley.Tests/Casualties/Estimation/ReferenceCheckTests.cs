using Parley.Casualties.Estimation;
using Xunit;

namespace Parley.Tests.Casualties.Estimation;

public sealed class ReferenceCheckTests
{
    private const string Heading = "dataset,estimator,interactions,estimate,se,interval,lower,upper\n";

    [Theory]
    [InlineData("t,loglin,A:B,120.0,3.5,log_wald_95,114.2,127.9", null)]
    [InlineData("t,loglin,A:B,120.2,,log_wald_95,114.2,127.9", "estimate 120.000, expected 120.200")]
    [InlineData("t,loglin,A:B,120.0,3.6,,,", "se 3.500, expected 3.600")]
    [InlineData("t,loglin,A:B,120.0,,log_wald_95,114.2,128.9", "upper 127.900, expected 128.900")]
    [InlineData("t,loglin,A:B,120.0,,posterior_95,114.2,127.9", "no interval posterior_95")]
    [InlineData("t,loglin,A:B,,,,,", "estimate 120.000, expected none")]
    [InlineData("t,loglin,A:B,119.5,,multinomial_profile_95,113.0,129.0", null)]
    public void A_figure_agrees_to_its_rounding_or_is_named(string row, string? difference)
    {
        var found = new Estimate
        {
            Method = "loglin", Quantity = "people", Value = 120, StandardError = 3.5,
            Intervals = [new("log_wald_95", 0.95, 114.2, 127.9), new("multinomial_profile_95", 0.95, 113, 129, 119.5)],
        };
        var asked = new List<string>();
        var result = Assert.Single(ReferenceCheck.Run(PublishedTables.Text(Heading + row + "\n"), a => { asked.Add(a); return found; }));
        Assert.Equal(difference is null ? [] : [difference], result.Differences);
        Assert.Equal("loglin --input \"t.csv\" --interactions \"A:B\"", Assert.Single(asked));
    }
}
