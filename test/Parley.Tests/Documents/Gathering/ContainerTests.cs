using System.Text;
using Parley.Documents.Gathering;
using Xunit;

namespace Parley.Tests.Documents.Gathering;

public class ContainerTests
{
    private const string Page = "<html><body><p>The general said on Monday that the bridge had been destroyed.</p></body></html>";

    [Fact]
    public async Task A_zip_gives_its_entries_and_faults_for_names_that_lead_out()
    {
        using var folder = new InputFolder();
        var inner = InputFolder.Zip(("inner.txt", "Words."u8.ToArray()));
        folder.Add("a.zip", InputFolder.Zip(
            ("x/one.txt", "Words."u8.ToArray()), ("../evil.txt", "Bad."u8.ToArray()), ("C:/evil.txt", "Bad."u8.ToArray()),
            ("/evil.txt", "Bad."u8.ToArray()), ("a\\..\\..\\evil.txt", "Bad."u8.ToArray()), ("__MACOSX/._one.txt", "x"u8.ToArray()), ("in.zip", inner)));

        var gathered = await folder.GatherAsync();

        Assert.Equal(["a.zip!/x/one.txt", "a.zip!/in.zip!/inner.txt"], gathered.Where(g => g.Document is not null).Select(g => g.Document!.Name));
        Assert.Equal(4, gathered.Count(g => g.Fault?.Problem.Contains("leads out", StringComparison.Ordinal) == true));
        Assert.Equal(6, gathered.Count);
    }

    [Fact]
    public async Task A_zip_bomb_is_one_fault_and_the_rest_of_the_batch_goes_on()
    {
        using var folder = new InputFolder();
        folder.Add("bomb.zip", InputFolder.Zip(("ok.txt", "Words."u8.ToArray()), ("zeros.txt", Encoding.ASCII.GetBytes(new string('0', 50_000_000))), ("more.txt", "x"u8.ToArray())));
        folder.Add("zz.txt", "Words.");

        var gathered = await folder.GatherAsync();

        Assert.Equal(["bomb.zip!/ok.txt", null, "zz.txt"], gathered.Select(g => g.Document?.Name));
        Assert.Contains("bomb", gathered[1].Fault!.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Limits_on_entries_and_total_hold_for_a_zip()
    {
        using var folder = new InputFolder();
        folder.Add("many.zip", InputFolder.Zip([.. Enumerable.Range(0, 20).Select(i => ($"{i}.txt", "Words."u8.ToArray()))]));

        var byEntries = await folder.GatherAsync(new GatherOptions { MaxEntries = 10 });
        var byBytes = await folder.GatherAsync(new GatherOptions { MaxUnpackedBytes = 30 });

        Assert.Contains("more than 10 entries", Assert.Single(byEntries).Fault!.Problem, StringComparison.Ordinal);
        Assert.Equal(5, byBytes.Count(g => g.Document is not null));
        Assert.NotNull(byBytes[^1].Fault);
    }

    [Fact]
    public async Task Zips_in_zips_are_opened_to_a_depth_only()
    {
        var bytes = "Words."u8.ToArray();
        var name = "a.txt";
        for (var i = 0; i < 6; i++)
        {
            bytes = InputFolder.Zip((name, bytes));
            name = $"{i}.zip";
        }

        using var folder = new InputFolder();
        folder.Add("nested.zip", bytes);

        Assert.Contains("inside 3 others", Assert.Single(await folder.GatherAsync()).Fault!.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(40)]
    public async Task Cut_off_gzip_is_a_fault_wherever_it_is_cut(int missing)
    {
        using var folder = new InputFolder();
        var whole = InputFolder.Gzip(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 2000).Select(i => $"Word {i * 7919 % 1000}. "))));
        folder.Add("a.txt.gz", whole);
        folder.Add("b.txt.gz", whole[..^missing]);

        var gathered = await folder.GatherAsync();

        Assert.Equal("a.txt.gz!/a.txt", gathered[0].Document?.Name);
        Assert.Contains("cut-off gzip", gathered[1].Fault!.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gzip_of_several_members_is_read_whole_and_a_bomb_is_not()
    {
        using var folder = new InputFolder();
        folder.Add("a.gz", [.. InputFolder.Gzip("One. "u8.ToArray()), .. InputFolder.Gzip("Two."u8.ToArray())]);
        folder.Add("b.gz", InputFolder.Gzip(new byte[50_000_000]));

        var gathered = await folder.GatherAsync();

        Assert.Equal("One. Two.", Encoding.UTF8.GetString(gathered[0].Document!.Bytes.Span));
        Assert.Contains("bomb", gathered[1].Fault!.Problem, StringComparison.Ordinal);
    }

    public static TheoryData<bool> Packed => [false, true];

    [Theory]
    [MemberData(nameof(Packed))]
    public async Task A_warc_gives_its_pages_by_address_and_capture(bool gzip)
    {
        using var folder = new InputFolder();
        folder.Add(gzip ? "a.warc.gz" : "a.warc", Warc(gzip));

        var documents = (await folder.GatherAsync()).Select(g => g.Document!).ToArray();

        Assert.Equal(["http://a.example/plain", "http://a.example/gzip", "http://a.example/chunked"], documents.Select(d => d?.Name));
        Assert.All(documents, d => Assert.Equal(Page, Encoding.UTF8.GetString(d.Bytes.Span)));
        Assert.All(documents, d => Assert.Equal(new DateTimeOffset(2025, 2, 3, 4, 5, 6, TimeSpan.Zero), d.GatheredAt));
    }

    [Theory]
    [InlineData(true, 12)]
    [InlineData(true, 60)]
    [InlineData(false, 60)]
    public async Task A_cut_off_warc_gives_the_whole_records_and_a_fault(bool gzip, int missing)
    {
        using var folder = new InputFolder();
        folder.Add("a.warc", Warc(gzip)[..^missing]);

        var gathered = await folder.GatherAsync();

        Assert.Equal(["http://a.example/plain", "http://a.example/gzip", null], gathered.Select(g => g.Document?.Name));
        Assert.All(gathered.Take(2), g => Assert.Equal(Page, Encoding.UTF8.GetString(g.Document!.Bytes.Span)));
        Assert.StartsWith("record ", gathered[2].Fault!.Place, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_warc_record_that_claims_more_than_is_there_is_a_fault()
    {
        using var folder = new InputFolder();
        folder.Add("a.warc", "WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 200000000\r\n\r\nWords");

        Assert.Contains("cut off", Assert.Single(await folder.GatherAsync()).Fault!.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Attachments_of_a_message_are_documents_of_their_own()
    {
        using var folder = new InputFolder();
        folder.Add("m.eml", """
            From: Ann Lee <ann@example.org>
            To: bo@example.org
            Subject: Notes
            Date: Mon, 27 Jan 2025 23:10:00 -0500
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=B

            --B
            Content-Type: text/plain

            See the note.
            --B
            Content-Type: text/plain; charset=windows-1251
            Content-Disposition: attachment; filename="../note.txt"
            Content-Transfer-Encoding: base64

            z/Do4uXyLg==
            --B--
            """);

        var gathered = await folder.GatherAsync();

        Assert.Equal(["m.eml", "m.eml!/note.txt"], gathered.Select(g => g.Document?.Name));
        Assert.Equal("windows-1251", gathered[1].Document!.Charset);
    }

    [Fact]
    public async Task A_list_of_feeds_found_in_a_folder_does_not_lead_to_the_network()
    {
        using var folder = new InputFolder();
        folder.Add("feeds.opml", "<opml version='2.0'><body><outline xmlUrl='http://127.0.0.1:9/feed'/></body></opml>");

        Assert.Contains("only if the list itself is given", Assert.Single(await folder.GatherAsync()).Fault!.Problem, StringComparison.Ordinal);
    }

    private static byte[] Warc(bool gzip)
    {
        var chunked = $"{Page.Length:x}\r\n{Page}\r\n0\r\n\r\n";
        var records = new[]
        {
            Record("warcinfo", "", "application/warc-fields", "software: test"u8.ToArray()),
            Record("response", "http://a.example/plain", "application/http", Http("Content-Type: text/html; charset=utf-8\r\n", Encoding.UTF8.GetBytes(Page))),
            Record("response", "http://a.example/style", "application/http", Http("Content-Type: text/css\r\n", "p { }"u8.ToArray())),
            Record("response", "http://a.example/gzip", "application/http", Http("Content-Type: text/html\r\nContent-Encoding: gzip\r\n", InputFolder.Gzip(Encoding.UTF8.GetBytes(Page)))),
            Record("response", "http://a.example/chunked", "application/http", Http("Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n", Encoding.UTF8.GetBytes(chunked))),
        };
        return [.. records.SelectMany(record => gzip ? InputFolder.Gzip(record) : record)];
    }

    private static byte[] Http(string headers, byte[] body) => [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\n{headers}\r\n"), .. body];

    private static byte[] Record(string type, string target, string contentType, byte[] content) =>
    [
        .. Encoding.ASCII.GetBytes(
            $"WARC/1.0\r\nWARC-Type: {type}\r\nWARC-Target-URI: {target}\r\nWARC-Date: 2025-02-03T04:05:06Z\r\nContent-Type: {contentType}\r\nContent-Length: {content.Length}\r\n\r\n"),
        .. content, .. "\r\n\r\n"u8,
    ];
}
