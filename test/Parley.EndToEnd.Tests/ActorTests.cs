using Parley.EndToEnd.Tests.Running;
using Xunit;

namespace Parley.EndToEnd.Tests;

public class ActorTests
{
    private const string Report = "Minister rejects truce\n\nBy Ada Nowak, Harbour News, March 3, 2025\n\nForeign Minister Jan Orlic said on Monday that the truce is dead. " +
        "Two unnamed officials said that the ceasefire talks would go on.\n\nEnvoy Mira Holt said on Monday that 40 soldiers were killed.\n";

    [Fact]
    public void A_merge_is_recorded_holds_for_later_reports_and_can_be_taken_back()
    {
        using var parley = new ParleyProgram();
        parley.Write("report.txt", Report);
        parley.Run("read", "report.txt");
        Assert.Equal(1, parley.Run("actors", "merge", "Nobody", "--into", "Mira Holt", "--reason", "test").ExitCode);
        Assert.Equal(2, parley.Run("actors", "merge", "Jan Orlic", "--into", "Mira Holt").ExitCode);
        Assert.Equal(0, parley.Run("actors", "merge", "Orlic", "--into", "Mira Holt", "--reason", "one person", "--author", "Ada").ExitCode);
        parley.Write("later.txt", Report.Replace("March 3", "March 10", StringComparison.Ordinal));
        parley.Run("read", "later.txt");
        Assert.DoesNotContain("\"name\":\"Jan Orlic\"", parley.Run("actors", "--format", "jsonl").Output, StringComparison.Ordinal);
        Assert.Contains("\"author\":\"Ada\"", parley.Run("actors", "history", "--format", "jsonl").Output, StringComparison.Ordinal);

        var history = parley.Run("actors", "history", "--format", "csv").Output;
        var number = history.Split('\n')[1].Split(',')[0];
        Assert.Equal(0, parley.Run("actors", "revert", number, "--reason", "two people").ExitCode);
        Assert.Contains("\"name\":\"Jan Orlic\"", parley.Run("actors", "--format", "jsonl").Output, StringComparison.Ordinal);
        Assert.Equal(0, parley.Run("verify").ExitCode);
    }

    [Fact]
    public void Every_question_is_narrowed_by_the_same_options()
    {
        using var parley = new ParleyProgram();
        parley.Write("report.txt", Report);
        parley.Run("read", "report.txt");
        Assert.Contains("killed", parley.Run("figures", "--actor", "Holt", "--outlet", "harbour news", "--since", "2025-03-01", "--format", "jsonl").Output, StringComparison.Ordinal);
        Assert.Empty(parley.Run("figures", "--actor", "Orlic", "--format", "jsonl").Output);
        Assert.Empty(parley.Run("figures", "--until", "2025-03-02", "--format", "jsonl").Output);
        Assert.Empty(parley.Run("forecasts", "--min-confidence", "1", "--format", "jsonl").Output);
        Assert.Equal(2, parley.Run("agreements", "--min-confidence", "7").ExitCode);
    }

    [Fact]
    public void Why_gives_for_each_field_the_rule_and_its_words()
    {
        using var parley = new ParleyProgram();
        parley.Write("report.txt", Report);
        parley.Run("read", "report.txt");
        var line = parley.Run("statements", "--text", "talks", "--format", "csv").Output.Split('\n')[1];
        var why = parley.Run("why", line.Split(',')[0]).Output;

        Assert.Contains("sourceCount 2", why, StringComparison.Ordinal);
        Assert.Contains("\"Two\"", why, StringComparison.Ordinal);
        Assert.Contains("polarity", why, StringComparison.Ordinal);
        Assert.Equal(1, parley.Run("why", "zzzz").ExitCode);
    }

    [Theory]
    [InlineData("--actors", "Jan Orlic\tking\n", ":1:", "kind of actor")]
    [InlineData("--actors", "# own\nJan Orlic\tperson\tSudan\n", ":2:", "country")]
    [InlineData("--actors", "Jan Orlic\tperson\tSDN\t\tminister:2024-13-01/\n", ":1:", "post")]
    [InlineData("--actors", "Jan Orlic\tperson\nMira Holt\tperson\njan orlic\tperson\n", ":3:", "line 1 already")]
    [InlineData("--actors", "name: Jan Orlic\n", ":1:", "separated by tabs")]
    [InlineData("--actors", "Jan\0Orlic\tperson\n", ":1:", "control characters")]
    [InlineData("--actors", "# nobody\n", "table.tsv:", "no actor in it")]
    [InlineData("--issues", "no issue here\t3\n", ":1:", "before the first issue")]
    [InlineData("--issues", "", "table.tsv:", "no issue in it")]
    [InlineData("--issues", "issue\ttruce\tTruce\nissue\ttruce\tTruce\n", ":2:", "comes twice")]
    [InlineData("--issues", "issue\ttruce\tTruce\ntruce\t5\nTruce\t6\n", ":3:", "comes twice")]
    [InlineData("--issues", "issue\ttruce\tTruce\ntruce\tmany\n", ":2:", "1 to 9")]
    [InlineData("--issues", "issue\ttruce\tTruce\n.. ..\t5\n", ":2:", "empty phrase")]
    [InlineData("--issues", "issue\ttruce\tTruce\n\u0001\t5\n", ":2:", "control characters")]
    public void A_bad_table_of_actors_or_issues_is_named_with_its_line_and_nothing_is_lost(string option, string table, string place, string expected)
    {
        using var parley = new ParleyProgram();
        parley.Write("report.txt", Report);
        parley.Run("read", "report.txt");
        var before = parley.Run("statements", "--format", "jsonl").Output;
        parley.Write("later.txt", Report.Replace("March 3", "March 10", StringComparison.Ordinal));
        parley.Write("table.tsv", table);
        var run = parley.Run("read", "later.txt", option, "table.tsv");
        Assert.Equal(1, run.ExitCode);
        var line = Assert.Single(run.ErrorLines);
        Assert.Contains(place, line, StringComparison.Ordinal);
        Assert.Contains(expected, line, StringComparison.Ordinal);
        Assert.Equal(before, parley.Run("statements", "--format", "jsonl").Output);
        Assert.Equal(0, parley.Run("verify").ExitCode);
    }
}
