using System.Text;
using Parley.Documents;
using Parley.Documents.Formats;
using Parley.Records;
using Parley.Tests.Documents.Gathering;
using Xunit;

namespace Parley.Tests.Documents.Formats;

public class FormatTests
{
    [Fact]
    public async Task Plain_text_is_the_decoded_document_itself()
    {
        var text = Assert.Single((await InputFolder.ReadAsync("a.txt", "One.\r\n\r\n\u202ETwo\u0007.")).Texts);

        Assert.Equal("One.\r\n\r\n\u202ETwo\u0007.", text.Text);
        Assert.True(text.IsDecodedDocument);
        Assert.Equal([new OffsetRun(0, 0, text.Text.Length)], text.Offsets);
    }

    [Fact]
    public async Task Json_lines_give_an_article_a_line_and_a_fault_for_each_bad_line()
    {
        var read = await InputFolder.ReadAsync("a.jsonl", """
            {"title":"A","text":"He said so.","published":"2025-01-27","outlet":"O","byline":"B","url":"http://a"}
            {"title":"broken

            {"text":"half \ud800 pair"}
            ["no object"]
            {"title":"no text"}
            {"text":"Kept.","published":"soon"}
            {"text":"Last."}
            """);

        Assert.Equal(["He said so.", "Kept.", "Last."], read.Texts.Select(t => t.Text));
        Assert.Equal(("A", "B", "O", "http://a", new PartialDate(2025, 1, 27)), (read.Texts[0].Title, read.Texts[0].Byline, read.Texts[0].Outlet, read.Texts[0].Url, read.Texts[0].Published));
        Assert.Null(read.Texts[1].Published);
        Assert.Equal(["line 2", "line 4", "line 5", "line 6", "line 7"], read.Faults.Select(f => f.Place));
    }

    [Fact]
    public async Task Markdown_loses_its_marks_and_keeps_its_kinds_and_places()
    {
        const string source = "---\ntitle: \"Talks\"\nauthor: Ann Lee\ndate: 2025-01-27\n---\n# Talks &amp; more\n\nHe *said* that **it** was [over](http://x). A \\* star.\nSecond line.\n\n"
            + "> Quoted words\n> of two lines.\n\n- one\n- two <b>bold</b>\n\n<div onclick=x>raw <i>html</i></div>\n\n---\n\n| a | b |\n|---|---|\n| c | d |\n";
        var read = await InputFolder.ReadAsync("a.md", source);

        var text = Assert.Single(read.Texts);
        Assert.Equal(("Talks", "Ann Lee", new PartialDate(2025, 1, 27)), (text.Title, text.Byline, text.Published));
        Assert.Equal("Talks & more\n\nHe said that it was over. A * star. Second line.\n\nQuoted words of two lines.\n\none\n\ntwo bold\n\nraw html\n\n---\n\na b\n\nc d", text.Text);
        Assert.Equal(
            [(BlockKind.Heading, "Talks & more"), (BlockKind.BlockQuotation, "Quoted words of two lines."), (BlockKind.ListItem, "one"), (BlockKind.ListItem, "two bold"), (BlockKind.Boilerplate, "---")],
            Marks(text));
        AssertRuns(read, text, atLeast: 0.75);
    }

    [Theory]
    [InlineData(">", 5000)]
    [InlineData("[", 200_000)]
    [InlineData("*a **a ", 20_000)]
    public async Task Markdown_nested_without_end_is_a_fault_or_text_in_time(string sign, int times)
    {
        var read = await InputFolder.ReadAsync("a.md", "# x\n\n" + string.Concat(Enumerable.Repeat(sign, times)));

        Assert.Equal(1, read.Texts.Length + read.Faults.Length);
    }

    [Fact]
    public async Task An_rss_feed_gives_its_entries()
    {
        var read = await InputFolder.ReadAsync("a.xml", """
            <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Example Wire</title><image><title>Logo</title></image>
            <item><title>A &amp; B</title><link>http://e.example/1</link><dc:creator>Ann</dc:creator><pubDate>Mon, 27 Jan 2025 23:10:00 -0500</pubDate><description>short</description><content:encoded><![CDATA[<p>First &amp; <b>best</b> words.</p><p>Second.</p>]]></content:encoded></item>
            <item><title>C</title><author>x@y.z (Bo)</author><description>&lt;p&gt;Escaped words.&lt;/p&gt;</description></item></channel></rss>
            """);

        Assert.Empty(read.Faults);
        Assert.Equal(["First & best words.\n\nSecond.", "Escaped words."], read.Texts.Select(t => t.Text));
        Assert.Equal(("A & B", "Ann", "Example Wire", new PartialDate(2025, 1, 27), "http://e.example/1"),
            (read.Texts[0].Title, read.Texts[0].Byline, read.Texts[0].Outlet, read.Texts[0].Published, read.Texts[0].Url));
        Assert.Equal(("Bo", null), (read.Texts[1].Byline, read.Texts[1].Published));
        AssertRuns(read, read.Texts[0], atLeast: 0.8);
    }

    [Fact]
    public async Task An_atom_feed_gives_its_entries_and_the_date_of_change_is_not_that_of_publication()
    {
        var read = await InputFolder.ReadAsync("a.xml", """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>Atom Wire</title><entry><title type="html">T &amp;amp; U</title><author><name>Bo</name><email>b@x</email></author><published>2025-01-28T01:02:03Z</published>
            <link rel="self" href="http://x/self"/><link href="http://x/1"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Hello <i>there</i>.</p></div></content></entry>
            <entry><title>Changed</title><updated>2025-02-01T00:00:00Z</updated><summary>Only a summary.</summary></entry></feed>
            """);

        Assert.Equal(["Hello there.", "Only a summary."], read.Texts.Select(t => t.Text));
        Assert.Equal(("T & U", "Bo", "Atom Wire", new PartialDate(2025, 1, 28), "http://x/1"), (read.Texts[0].Title, read.Texts[0].Byline, read.Texts[0].Outlet, read.Texts[0].Published, read.Texts[0].Url));
        Assert.Null(read.Texts[1].Published);
    }

    [Theory]
    [InlineData("<!DOCTYPE rss [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'>]><rss><channel><item><title>&b;</title></item></channel></rss>")]
    [InlineData("<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss><channel><item><title>&x;</title></item></channel></rss>")]
    [InlineData("<!DOCTYPE rss SYSTEM 'http://127.0.0.1:9/x.dtd'><rss><channel><item><title>a</title></item></channel></rss>")]
    public async Task A_feed_with_a_document_type_is_refused(string xml)
    {
        var read = await InputFolder.ReadAsync("a.xml", "<?xml version='1.0'?>" + xml);

        Assert.Empty(read.Texts);
        Assert.Contains("document type", Assert.Single(read.Faults).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_that_breaks_off_gives_the_entries_before()
    {
        var read = await InputFolder.ReadAsync("a.xml", "<rss><channel><item><description>Whole.</description></item><item><description>Half");

        Assert.Equal("Whole.", Assert.Single(read.Texts).Text);
        Assert.Contains("not well-formed", Assert.Single(read.Faults).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_gives_its_text_sender_subject_and_the_day_as_written()
    {
        var text = Assert.Single((await InputFolder.ReadAsync("m.eml",
            "From: Ann Lee <ann@example.org>\r\nTo: b@example.org\r\nSubject: =?utf-8?q?Gespr=C3=A4che?=\r\nDate: Mon, 27 Jan 2025 23:10:00 -0500\r\n\r\nThe envoy said: no.\r\n")).Texts);

        Assert.Equal(("Gespräche", "Ann Lee", new PartialDate(2025, 1, 27)), (text.Title, text.Byline, text.Published));
        Assert.Equal("The envoy said: no.", text.Text.Trim());
    }

    [Fact]
    public async Task A_message_of_html_only_gives_the_text_of_it()
    {
        var text = Assert.Single((await InputFolder.ReadAsync("m.eml",
            "From: a@b\r\nTo: b@c\r\nSubject: S\r\nContent-Type: text/html\r\n\r\n<style>p{}</style><p>The envoy said: <b>no</b>.</p><ul><li>One")).Texts);

        Assert.Equal("The envoy said: no.\n\nOne", text.Text);
        Assert.Equal([(BlockKind.ListItem, "One")], Marks(text));
    }

    [Fact]
    public async Task A_docx_gives_paragraphs_with_the_kinds_of_their_styles_without_deleted_words()
    {
        const string body = "<w:p><w:pPr><w:pStyle w:val='1'/></w:pPr><w:r><w:t>Head</w:t></w:r></w:p><w:p><w:r><w:t xml:space='preserve'>He said </w:t></w:r><w:r><w:t>no.</w:t></w:r>"
            + "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p><w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>Item</w:t></w:r></w:p>";
        var text = Assert.Single((await InputFolder.ReadAsync("d.docx", Docx(Document(body)))).Texts);

        Assert.Equal("Head\n\nHe said no.\n\nItem", text.Text);
        Assert.Equal([(BlockKind.Heading, "Head"), (BlockKind.ListItem, "Item")], Marks(text));
        Assert.Equal(("Memo", "Ann", new PartialDate(2025, 1, 27)), (text.Title, text.Byline, text.Published));
    }

    [Fact]
    public async Task A_docx_with_a_document_type_is_refused()
    {
        var read = await InputFolder.ReadAsync("d.docx", Docx("<!DOCTYPE w [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + Document("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>")));

        Assert.Empty(read.Texts);
        Assert.Contains("document type", Assert.Single(read.Faults).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pdf_is_read_by_pdftotext_or_the_fault_says_how_to_get_it()
    {
        var read = await InputFolder.ReadAsync("p.pdf", Pdf("He said no."));
        if (read.Faults.Length == 1 && read.Faults[0].Problem.Contains("not installed", StringComparison.Ordinal))
        {
            Assert.Contains("poppler-utils", read.Faults[0].Remedy, StringComparison.Ordinal);
            Assert.Skip("pdftotext is not installed");
        }

        Assert.Empty(read.Faults);
        Assert.Equal("He said no.", Assert.Single(read.Texts).Text);
    }

    [Fact]
    public async Task Text_and_lines_beyond_the_limits_are_faults()
    {
        var longText = await InputFolder.ReadAsync("a.txt", Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("Words of a line.\n", 1000))), new ReadOptions { MaxTextLength = 10_000 });
        var longLine = await InputFolder.ReadAsync("b.txt", Encoding.ASCII.GetBytes("Short.\n" + new string('x', 10_000_000)));

        Assert.Contains("longer than 10,000 characters", Assert.Single(longText.Faults).Problem, StringComparison.Ordinal);
        Assert.Equal("line 2", Assert.Single(longLine.Faults).Place);
        Assert.Empty(longText.Texts);
        Assert.Empty(longLine.Texts);
    }

    [Fact]
    public async Task White_space_only_is_a_fault() => Assert.Contains("no text", Assert.Single((await InputFolder.ReadAsync("a.txt", " \n\t\n")).Faults).Problem, StringComparison.Ordinal);

    [Theory]
    [InlineData("2025-01-27", "2025-01-27")]
    [InlineData("2025-01-27T23:10:00-05:00", "2025-01-27")]
    [InlineData("20250127", "2025-01-27")]
    [InlineData("2025-01", "2025-01")]
    [InlineData("2025/01/27", "2025-01-27")]
    [InlineData("Mon, 27 Jan 2025 23:10:00 -0500", "2025-01-27")]
    [InlineData("January 27, 2025", "2025-01-27")]
    [InlineData("Published on Sept. 3rd, 2024 at 10:15", "2024-09-03")]
    [InlineData("27 января 2025 года, 10:00", "2025-01-27")]
    [InlineData("27 січня 2025", "2025-01-27")]
    [InlineData("27.01.2025", "2025-01-27")]
    [InlineData("May 2024", "2024-05")]
    [InlineData("27/1/2025", "2025-01-27")]
    [InlineData("1/2/25", null)]
    [InlineData("01-02-2025", null)]
    [InlineData("February 30, 2025", null)]
    [InlineData("yesterday", null)]
    [InlineData("The Marines, 12 of them, came in 2024", null)]
    [InlineData("99999999999", null)]
    public void Dates_are_read_as_written_or_not_at_all(string text, string? date) => Assert.Equal(date, DateText.Read(text)?.ToString());

    internal static (BlockKind, string)[] Marks(SourceText text) => [.. text.Markup.Select(mark => (mark.Kind, mark.Span.In(text.Text).ToString()))];

    /// <summary>Within each run the text and the document are equal, runs ascend, and they cover at least a share of the text.</summary>
    internal static void AssertRuns(DocumentTexts read, SourceText text, double atLeast)
    {
        var decoded = DocumentReader.Decode(read.Document).Text;
        int covered = 0, textEnd = 0, documentEnd = 0;
        foreach (var run in text.Offsets)
        {
            Assert.True(run.TextStart >= textEnd && run.DocumentStart >= documentEnd);
            Assert.True(text.Text.AsSpan(run.TextStart, run.Length).SequenceEqual(decoded.AsSpan(run.DocumentStart, run.Length)), run.ToString());
            (textEnd, documentEnd) = (run.TextStart + run.Length, run.DocumentStart + run.Length);
            covered += run.Length;
        }

        Assert.True(covered >= text.Text.Length * atLeast, $"{covered} of {text.Text.Length} units are mapped");
    }

    private static string Document(string body) => $"<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>{body}</w:body></w:document>";

    private static byte[] Docx(string document) => InputFolder.Zip(
        ("[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>"u8.ToArray()),
        ("word/document.xml", Encoding.UTF8.GetBytes(document)),
        ("word/styles.xml", "<w:styles xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:style w:styleId='1'><w:name w:val='heading 1'/></w:style></w:styles>"u8.ToArray()),
        ("docProps/core.xml", "<c:coreProperties xmlns:c='c' xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:t='http://purl.org/dc/terms/'><dc:title>Memo</dc:title><dc:creator>Ann</dc:creator><t:created>2025-01-27T10:00:00Z</t:created></c:coreProperties>"u8.ToArray()));

    private static byte[] Pdf(string words)
    {
        var content = $"BT /F1 12 Tf 72 720 Td ({words}) Tj ET";
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {content.Length} >>\nstream\n{content}\nendstream", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        var pdf = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        for (var i = 0; i < objects.Length; i++)
        {
            offsets.Add(pdf.Length);
            pdf.Append(System.Globalization.CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var table = pdf.Length;
        pdf.Append("xref\n0 6\n0000000000 65535 f \n");
        offsets.ForEach(offset => pdf.Append(System.Globalization.CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"));
        pdf.Append(System.Globalization.CultureInfo.InvariantCulture, $"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(pdf.ToString());
    }
}
