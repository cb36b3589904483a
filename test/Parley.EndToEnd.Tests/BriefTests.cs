using System.Text.Json;
using AngleSharp.Html.Parser;
using Parley.EndToEnd.Tests.Running;
using Xunit;

namespace Parley.EndToEnd.Tests;

public class BriefTests
{
    [Fact]
    public void Every_citation_in_the_brief_of_the_samples_leads_to_the_words_of_its_record()
    {
        using var parley = new ParleyProgram();
        var run = parley.Run("brief", ParleyProgram.Samples, "--out", "brief", "--length", "full");
        Assert.True(run.ExitCode == 0, run.Errors);

        var contents = parley.Run("export", "statements").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement)
            .ToDictionary(s => s.GetProperty("id").GetString()!, s => s.GetProperty("content").GetProperty("text").GetString()!);
        var page = new HtmlParser().ParseDocument(File.ReadAllText(parley.PathOf("brief/brief.html")));
        var citations = page.QuerySelectorAll("a.cite");
        Assert.NotEmpty(citations);
        foreach (var citation in citations)
        {
            var passage = page.GetElementById(citation.GetAttribute("href")![1..]);
            Assert.NotNull(passage);
            var marked = Squeeze(string.Concat(passage.QuerySelectorAll("mark").Select(m => m.TextContent)));
            Assert.NotEmpty(marked);
            var record = passage.QuerySelector(".record")!.TextContent.TrimStart();
            if (record.StartsWith("statement ", StringComparison.Ordinal))
            {
                var id = passage.QuerySelector(".record code")!.TextContent;
                Assert.Contains(marked, Squeeze(contents[id]), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Every_sentence_of_the_brief_has_a_citation()
    {
        using var parley = new ParleyProgram();
        parley.Run("brief", ParleyProgram.Samples, "--out", "brief");
        var page = new HtmlParser().ParseDocument(File.ReadAllText(parley.PathOf("brief/brief.html")));
        var sentences = page.QuerySelectorAll("#main .sentences > li");
        Assert.NotEmpty(sentences);
        Assert.All(sentences, s => Assert.NotEmpty(s.QuerySelectorAll("a.cite")));
    }

    [Fact]
    public void The_same_ledger_gives_the_same_bytes_and_the_number_of_threads_changes_no_statement()
    {
        using var parley = new ParleyProgram();
        parley.Run("read", ParleyProgram.Samples, "--ledger", "one.db", "--threads", "1");
        parley.Run("read", ParleyProgram.Samples, "--ledger", "many.db", "--threads", "8");
        Assert.Equal(
            parley.Run("export", "statements", "--ledger", "one.db").Output,
            parley.Run("export", "statements", "--ledger", "many.db").Output);
        parley.Run("brief", "--ledger", "one.db", "--out", "first");
        parley.Run("brief", "--ledger", "one.db", "--out", "second");
        Assert.Equal(File.ReadAllBytes(parley.PathOf("first/brief.html")), File.ReadAllBytes(parley.PathOf("second/brief.html")));
        Assert.Equal(File.ReadAllBytes(parley.PathOf("first/brief.md")), File.ReadAllBytes(parley.PathOf("second/brief.md")));
    }

    [Fact]
    public void The_brief_needs_no_network_and_no_script()
    {
        using var parley = new ParleyProgram();
        parley.Run("brief", ParleyProgram.Samples, "--out", "brief");
        var page = new HtmlParser().ParseDocument(File.ReadAllText(parley.PathOf("brief/brief.html")));
        Assert.Empty(page.QuerySelectorAll("script, link[href], img, iframe, object, embed"));
        Assert.All(page.QuerySelectorAll("a"), a => Assert.StartsWith("#", a.GetAttribute("href"), StringComparison.Ordinal));
    }

    private static string Squeeze(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
