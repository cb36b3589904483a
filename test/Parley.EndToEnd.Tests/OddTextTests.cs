using Parley.EndToEnd.Tests.Running;
using Xunit;

namespace Parley.EndToEnd.Tests;

/// <summary>Texts that no editor would pass: they are read or set aside, in bounded time, and nothing breaks.</summary>
public class OddTextTests
{
    [Theory]
    [InlineData("ru", "Президент заявил, что переговоры продолжатся завтра в столице. ")]
    [InlineData("zh", "总统说,停火协议已经生效。外交部发言人表示,谈判将于下周继续。")]
    [InlineData("ar", "قال الرئيس إن المحادثات ستستأنف غدا في العاصمة. ")]
    [InlineData("de", "Der Minister erklärte, dass die Gespräche morgen in der Hauptstadt fortgesetzt werden. ")]
    public void A_text_in_a_language_that_is_not_read_is_kept_and_said_to_be_in_it(string language, string sentence)
    {
        using var parley = new ParleyProgram();
        parley.Write("report.txt", string.Concat(Enumerable.Repeat(sentence, 40)));
        var run = parley.Run("read", "report.txt");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"kept but not understood: 1 in {language}", run.Errors, StringComparison.Ordinal);
        Assert.Empty(parley.Run("export", "statements").Output);
        Assert.Contains($"\"language\":\"{language}\"", parley.Run("export", "articles").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("“")]
    [InlineData("!?.,;:-—()[]\"“”'")]
    [InlineData("He said that ")]
    [InlineData("said ")]
    [InlineData("a")]
    [InlineData("(")]
    [InlineData("\"He said. ")]
    public void A_long_text_of_one_thing_is_read_to_its_end(string thing)
    {
        using var parley = new ParleyProgram();
        parley.Write("report.txt", string.Concat(Enumerable.Repeat(thing, 12_000 / thing.Length)));
        var run = parley.Run("read", "report.txt");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("1 document recorded", run.Errors, StringComparison.Ordinal);
        Assert.Equal(0, parley.Run("verify").ExitCode);
    }

    [Fact]
    public void A_line_over_the_limit_is_refused_with_the_option_that_raises_it_and_read_with_that_option()
    {
        using var parley = new ParleyProgram();
        parley.Write("report.txt", "Foreign Minister Jan Orlic said that the truce is dead. " + string.Concat(Enumerable.Repeat("talks went on in the capital ", 40_000)));
        var refused = parley.Run("read", "report.txt");
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("--max-line", refused.Errors, StringComparison.Ordinal);
        Assert.Equal(0, parley.Run("read", "--max-line", "2000000", "report.txt").ExitCode);
        Assert.Contains("the truce is dead", parley.Run("export", "statements").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_in_capitals_is_read()
    {
        using var parley = new ParleyProgram();
        parley.Write("report.txt", "MINISTER REJECTS TRUCE\n\nHARBOUR CITY, MARCH 3, 2025 - FOREIGN MINISTER JAN ORLIC SAID ON MONDAY THAT THE TRUCE IS DEAD.\n");
        parley.Run("read", "report.txt");
        Assert.Contains("THE TRUCE IS DEAD", parley.Run("export", "statements").Output, StringComparison.Ordinal);
    }
}
