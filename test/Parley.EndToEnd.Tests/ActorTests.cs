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

    [Fact]
    public void A_bad_table_of_actors_or_issues_is_named_with_its_line_and_nothing_is_lost()
    {
        using var parley = new ParleyProgram();
        parley.Write("report.txt", Report);
        parley.Run("read", "report.txt");
        parley.Write("actors.tsv", "Jan Orlic\tking\n");
        var run = parley.Run("read", "report.txt", "--actors", "actors.tsv");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("actors.tsv:1:", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        parley.Write("issues.tsv", "no issue here\t3\n");
        Assert.Contains("issues.tsv:1:", parley.Run("read", "report.txt", "--issues", "issues.tsv").Errors, StringComparison.Ordinal);
        Assert.Equal(0, parley.Run("verify").ExitCode);
    }
}
