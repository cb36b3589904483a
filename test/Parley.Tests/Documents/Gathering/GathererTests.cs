using Parley.Documents.Gathering;
using Parley.Records;
using Xunit;

namespace Parley.Tests.Documents.Gathering;

public class GathererTests
{
    [Fact]
    public async Task A_folder_is_walked_in_ordinal_order_and_numbered_without_gaps()
    {
        using var folder = new InputFolder();
        foreach (var name in new[] { "b.txt", "a/z.txt", "a/B.txt", "c.txt", "Z.txt" })
        {
            folder.Add(name, "Words.");
        }

        var gathered = await folder.GatherAsync();

        Assert.Equal(["Z.txt", "B.txt", "z.txt", "b.txt", "c.txt"], gathered.Select(g => g.Document!.Name));
        Assert.Equal([0, 1, 2, 3, 4], gathered.Select(g => g.Number));
    }

    [Fact]
    public async Task Hidden_files_and_ledgers_are_passed_over_in_silence()
    {
        using var folder = new InputFolder();
        folder.Add("seen.txt", "Words.");
        folder.Add(".hidden/x.txt", "Words.");
        folder.Add(".hidden.txt", "Words.");
        folder.Add("parley.db", "Words.");
        folder.Add("parley.db-wal", "Words.");

        Assert.Equal(["seen.txt"], (await folder.GatherAsync()).Select(g => g.Document?.Name));
    }

    [Fact]
    public async Task A_loop_of_links_does_not_hold_the_walk()
    {
        using var folder = new InputFolder();
        folder.Add("sub/a.txt", "Words.");
        try
        {
            Directory.CreateSymbolicLink(Path.Combine(folder.Path, "sub", "loop"), folder.Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Assert.Skip("this system lets nobody make links");
        }

        Assert.Single(await folder.GatherAsync());
    }

    [Theory]
    [InlineData("*.txt", "a.txt")]
    [InlineData("**/*.txt", "a.txt d.txt c.txt")]
    [InlineData("sub/?.*", "b.md c.txt")]
    [InlineData("s*", "b.md d.txt c.txt")]
    [InlineData("**", "a.txt b.md d.txt c.txt")]
    [InlineData("sub/**/d.txt", "d.txt")]
    public async Task A_pattern_names_files(string pattern, string names)
    {
        using var folder = new InputFolder();
        foreach (var name in new[] { "a.txt", "sub/b.md", "sub/c.txt", "sub/b2/d.txt" })
        {
            folder.Add(name, "Words.");
        }

        var gathered = await InputFolder.GatherAsync([Path.Combine(folder.Path, pattern)]);

        Assert.Equal(names.Split(' ').Order(), gathered.Select(g => g.Document?.Name).Order());
    }

    [Theory]
    [InlineData("abc", "a*c", true)]
    [InlineData("abc", "*b", false)]
    [InlineData("abc", "???", true)]
    [InlineData("", "*", true)]
    [InlineData("aXbXc", "a*X*c", true)]
    [InlineData("abc", "abc?", false)]
    public void A_name_matches_a_pattern(string name, string pattern, bool expected) => Assert.Equal(expected, PathPattern.Matches(name, pattern));

    [Fact]
    public void A_pattern_of_many_stars_is_matched_without_backtracking() =>
        Assert.False(PathPattern.Matches(new string('a', 5000), string.Concat(Enumerable.Repeat("a*", 500)) + "b"));

    [Fact]
    public async Task Standard_input_is_a_document()
    {
        var gathered = await InputFolder.GatherAsync(["-"], standardInput: () => new MemoryStream("He said so."u8.ToArray()));

        var document = Assert.Single(gathered).Document!;
        Assert.Equal(("stdin", "stdin", DocumentFormat.PlainText), (document.Name, document.Origin, document.Format));
        Assert.Equal(ContentHash.Of("He said so."u8), document.Sha256);
    }

    [Fact]
    public async Task Input_without_end_stops_at_the_limit()
    {
        var gathered = await InputFolder.GatherAsync(["-"], new GatherOptions { MaxDocumentBytes = 100_000 }, () => new EndlessStream());

        Assert.Contains("larger than 100,000 bytes", Assert.Single(gathered).Fault!.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_that_is_not_there_is_a_fault_and_the_rest_goes_on()
    {
        using var folder = new InputFolder();
        var gathered = await InputFolder.GatherAsync([Path.Combine(folder.Path, "gone.txt"), folder.Add("a.txt", "Words.")]);

        Assert.Equal("is not there", gathered[0].Fault!.Problem);
        Assert.Equal("a.txt", gathered[1].Document!.Name);
    }

    [Theory]
    [InlineData("x.html", "\uFEFF<!-- c --><!DOCTYPE html><p>Words", DocumentFormat.Html)]
    [InlineData("x.txt", "<html><body>Words</body></html>", DocumentFormat.Html)]
    [InlineData("x", "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><body/></html>", DocumentFormat.Html)]
    [InlineData("x.html", "<?xml version='1.0'?><rss><channel/></rss>", DocumentFormat.Feed)]
    [InlineData("x", "<feed xmlns='http://www.w3.org/2005/Atom'/>", DocumentFormat.Feed)]
    [InlineData("x", "<rdf:RDF xmlns:rdf='r'/>", DocumentFormat.Feed)]
    [InlineData("x.txt", "{\"text\":\"a\"}\n{\"text\":\"b\"}", DocumentFormat.JsonLines)]
    [InlineData("x.txt", "[Applause] {laughs}\nWords.", DocumentFormat.PlainText)]
    [InlineData("x.txt", "From: a@b\nTo: c@d\nSubject: s\nDate: d\n\nWords", DocumentFormat.Email)]
    [InlineData("x.txt", "Putin: We are ready.\nCarlson: For what?\nPutin: For talks.\n", DocumentFormat.PlainText)]
    [InlineData("x.md", "# Title\n\nWords", DocumentFormat.Markdown)]
    [InlineData("x", "# Title\n\nSee [this](http://a) and **that**.\n", DocumentFormat.Markdown)]
    [InlineData("x.txt", "# Title\n\nSee [this](http://a) and **that**.\n", DocumentFormat.PlainText)]
    [InlineData("x.jpg", "- Yes, - said the general.\n- No, - answered the other.\n", DocumentFormat.PlainText)]
    [InlineData("x", "%PDF-1.7\n", DocumentFormat.Pdf)]
    public async Task The_format_is_found_by_content(string name, string content, DocumentFormat format)
    {
        using var folder = new InputFolder();
        var gathered = await InputFolder.GatherAsync([folder.Add(name, content)]);

        Assert.Equal(format, gathered[0].Document?.Format);
    }

    public static TheoryData<string, byte[], string> NotRead => new()
    {
        { "empty.txt", [], "is empty" },
        { "nul.txt", "ab\0cd"u8.ToArray(), "NUL bytes, the first at byte 2" },
        { "noise.txt", [.. Enumerable.Range(0, 4000).Select(i => (byte)(1 + (i * 7 % 255)))], "control characters" },
        { "image.txt", [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10], "PNG" },
        { "old.txt", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], "old Office" },
        { "letter.txt", "{\\rtf1 Words}"u8.ToArray(), "RTF" },
        { "map.xml", "<?xml version='1.0'?><sitemap/>"u8.ToArray(), "sitemap" },
        { "bomb.xml", "<?xml version='1.0'?><!DOCTYPE lolz [<!ENTITY lol \"lol\"><!ENTITY l2 \"&lol;&lol;\">]><lolz>&l2;</lolz>"u8.ToArray(), "lolz" },
        { "one.json", "{\n \"title\": 1\n}"u8.ToArray(), "JSON Lines" },
        { "book.xlsx", InputFolder.Zip(("[Content_Types].xml", "<Types/>"u8.ToArray()), ("xl/workbook.xml", "<w/>"u8.ToArray())), "Office file" },
    };

    [Theory]
    [MemberData(nameof(NotRead))]
    public async Task What_is_no_text_is_one_fault_and_the_rest_goes_on(string name, byte[] bytes, string problem)
    {
        using var folder = new InputFolder();
        folder.Add(name, bytes);
        folder.Add("zz.txt", "Words.");

        var gathered = await folder.GatherAsync();

        Assert.Equal(2, gathered.Count);
        Assert.Contains(problem, gathered[0].Fault!.Problem, StringComparison.Ordinal);
        Assert.NotEmpty(gathered[0].Fault!.Remedy);
        Assert.Equal("zz.txt", gathered[1].Document!.Name);
    }

    private sealed class EndlessStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            buffer.Span.Fill((byte)'a');
            return new(buffer.Length);
        }
    }
}
