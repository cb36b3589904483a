using System.IO.Compression;
using System.Text;
using Parley.EndToEnd.Tests.Running;
using Xunit;

namespace Parley.EndToEnd.Tests;

public class ReadTests
{
    private const string Report = "Minister rejects truce\n\nBy Ada Nowak, Harbour News, March 3, 2025\n\nForeign Minister Jan Orlic said on Monday that the truce is dead.\n";

    [Fact]
    public void Bad_input_is_named_in_a_line_each_and_the_rest_of_the_batch_is_recorded()
    {
        using var parley = new ParleyProgram();
        parley.Write("in/good.txt", Report);
        parley.Write("in/empty.txt", []);
        parley.Write("in/binary.txt", [0, 1, 2, 0, 255, 254, 0, 0, 7, 0]);
        parley.Write("in/truncated.gz", Packed("a report that is cut off in the middle of its packed bytes").AsSpan(0, 20).ToArray());
        parley.Write("in/escaping.zip", ZipWith("../outside.txt", Report));
        parley.Write("in/entities.xml", "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]><rss version=\"2.0\"><channel><title>&b;</title></channel></rss>");
        parley.Write("in/external.xml", "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><rss version=\"2.0\"><channel><title>&x;</title></channel></rss>");
        parley.Write("in/deep.html", "<html><body>" + string.Concat(Enumerable.Repeat("<div>", 100_000)) + "deep</body></html>");
        var run = parley.Run("read", "in");

        Assert.Equal(1, run.ExitCode);
        foreach (var name in new[] { "empty.txt", "binary.txt", "truncated.gz", "escaping.zip", "entities.xml", "external.xml", "deep.html" })
        {
            Assert.Single(run.ErrorLines, line => line.Contains(name, StringComparison.Ordinal));
        }

        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
        Assert.Contains("good.txt", parley.Run("export", "articles").Output, StringComparison.Ordinal);
        Assert.False(File.Exists(parley.PathOf("outside.txt")));
        Assert.Equal(0, parley.Run("verify").ExitCode);
    }

    [Fact]
    public void A_document_read_twice_is_recorded_once()
    {
        using var parley = new ParleyProgram();
        parley.Write("report.txt", Report);
        Assert.Equal(0, parley.Run("read", "report.txt").ExitCode);
        var before = parley.Run("export", "statements").Output;
        var again = parley.Run("read", "report.txt");
        Assert.Equal(0, again.ExitCode);
        Assert.Contains("known already", again.Errors, StringComparison.Ordinal);
        Assert.Equal(before, parley.Run("export", "statements").Output);
    }

    [Fact]
    public void The_share_of_sources_that_are_not_known_is_told()
    {
        using var parley = new ParleyProgram();
        parley.Write("report.txt", "Truce is dead\n\nMarch 3, 2025\n\nHe said on Monday that the truce is dead. Foreign Minister Jan Orlic said that the truce holds.\n");

        Assert.Contains("1 of 2 sources unresolved (50.0 %)", parley.Run("read", "report.txt").Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_that_changed_is_a_new_revision_and_the_statement_that_vanished_is_told()
    {
        using var parley = new ParleyProgram();
        parley.Write("report.txt", Report + "\nPresident Marta Vrana said that prisoners will be exchanged on Friday.\n");
        parley.Run("read", "report.txt");
        parley.Write("report.txt", Report);
        var run = parley.Run("read", "report.txt");
        Assert.Contains("changed since it was recorded", run.Errors, StringComparison.Ordinal);
        Assert.Contains("gone: Marta Vrana", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("jan orlic", true)]
    [InlineData("Orlic", true)]
    [InlineData("Orl", false)]
    public void An_actor_is_found_by_whole_words_of_his_name(string name, bool found)
    {
        using var parley = new ParleyProgram();
        parley.Write("report.txt", Report);
        parley.Run("read", "report.txt");
        Assert.Equal(found, parley.Run("statements", "--actor", name).Output.Contains("truce is dead", StringComparison.Ordinal));
    }

    [Fact]
    public void Standard_input_is_read()
    {
        using var parley = new ParleyProgram();
        Assert.Equal(0, parley.RunWithInput(Report, "read", "-").ExitCode);
        Assert.Contains("Jan Orlic", parley.Run("statements").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_private_address_is_refused()
    {
        using var parley = new ParleyProgram();
        var run = parley.Run("read", "http://127.0.0.1:9/report.html");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("--allow-private", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_byte_in_the_ledger_is_found()
    {
        using var parley = new ParleyProgram();
        parley.Write("report.txt", Report);
        parley.Run("read", "report.txt");
        var bytes = File.ReadAllBytes(parley.PathOf("parley.db"));
        var words = Encoding.UTF8.GetBytes("the truce is dead");
        Assert.True(bytes.AsSpan().IndexOf(words) > 0);
        // Everywhere, since the file may hold a copy in a page that is no longer used.
        for (int at; (at = bytes.AsSpan().IndexOf(words)) >= 0;)
        {
            bytes[at] = (byte)'T';
        }

        File.WriteAllBytes(parley.PathOf("parley.db"), bytes);
        Assert.Equal(1, parley.Run("verify").ExitCode);
    }

    [Theory]
    [InlineData("frobnicate")]
    [InlineData("read")]
    [InlineData("brief", "--since", "yesterday")]
    [InlineData("export", "nothing")]
    public void Wrong_use_is_code_2(params string[] args)
    {
        using var parley = new ParleyProgram();
        Assert.Equal(2, parley.Run(args).ExitCode);
    }

    [Fact]
    public void A_question_to_a_ledger_that_is_not_there_says_how_to_make_one()
    {
        using var parley = new ParleyProgram();
        var run = parley.Run("statements");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("parley read", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_command_shows_examples_in_its_help()
    {
        using var parley = new ParleyProgram();
        foreach (var command in new[] { "brief", "read", "statements", "figures", "agreements", "forecasts", "export", "verify", "why", "watch", "claims", "conflicts", "positions" })
        {
            Assert.Contains("Examples:", parley.Run(command, "--help").Output, StringComparison.Ordinal);
        }
    }

    private static byte[] Packed(string text)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return memory.ToArray();
    }

    private static byte[] ZipWith(string name, string text)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create))
        {
            using var entry = zip.CreateEntry(name).Open();
            entry.Write(Encoding.UTF8.GetBytes(text));
        }

        return memory.ToArray();
    }
}
