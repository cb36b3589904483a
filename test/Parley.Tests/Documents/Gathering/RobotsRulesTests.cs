using System.Text;
using Parley.Documents.Gathering.Fetching;
using Xunit;

namespace Parley.Tests.Documents.Gathering;

public class RobotsRulesTests
{
    [Theory]
    [InlineData("User-agent: *\nDisallow: /private", "/private/feed", false)]
    [InlineData("User-agent: *\nDisallow: /private", "/public", true)]
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", true)]
    [InlineData("User-agent: *\nDisallow:", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true)]
    [InlineData("User-agent: *\nAllow: /a\nDisallow: /a", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /*.xml$", "/feeds/all.xml", false)]
    [InlineData("User-agent: *\nDisallow: /*.xml$", "/feeds/all.xml?x=1", true)]
    [InlineData("User-agent: *\nDisallow: /*/b*c", "/a/bxxc", false)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: parley\nAllow: /", "/feed", true)]
    [InlineData("User-agent: Parley/2.0\nDisallow: /feed\n\nUser-agent: *\nDisallow:", "/feed", false)]
    [InlineData("User-agent: Other\nUser-agent: Parley\nDisallow: /feed", "/feed", false)]
    [InlineData("User-agent: Other\nDisallow: /feed", "/feed", true)]
    [InlineData("User-agent: Parley\nDisallow: /a\nUser-agent: *\nDisallow: /b\nUser-agent: Parley\nDisallow: /c", "/c", false)]
    [InlineData("\uFEFFuser-AGENT : * # all\r\nDISALLOW : /feed # here", "/feed", false)]
    [InlineData("Disallow: /feed", "/feed", true)]
    [InlineData("", "/feed", true)]
    public void The_longest_rule_of_the_own_group_decides(string robots, string path, bool allowed) =>
        Assert.Equal(allowed, RobotsRules.Read(Encoding.UTF8.GetBytes(robots), "Parley").Allows(new Uri("https://example.org" + path)));

    [Fact]
    public void A_pause_is_read_and_bounded()
    {
        Assert.Equal(2.5, RobotsRules.Read("User-agent: *\nCrawl-delay: 2.5"u8, "Parley").DelaySeconds);
        Assert.Equal(120, RobotsRules.Read("User-agent: *\nCrawl-delay: 99999999"u8, "Parley").DelaySeconds);
        Assert.Null(RobotsRules.Read("User-agent: *\nCrawl-delay: soon"u8, "Parley").DelaySeconds);
    }

    [Fact]
    public void A_hostile_file_is_read_and_matched_in_linear_time()
    {
        var stars = "User-agent: *\nDisallow: /" + string.Concat(Enumerable.Repeat("*a", 900)) + "$\n";
        var rules = RobotsRules.Read(Encoding.UTF8.GetBytes(stars + new string('x', 5_000_000)), "Parley");
        Assert.True(rules.Allows(new Uri("https://example.org/" + new string('a', 20_000) + "b")));
    }
}
