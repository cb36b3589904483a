using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Parley.Exchange;
using Parley.Ledger;
using Parley.Records;
using Parley.Tests.Ledger;
using Parley.Tests.Records;
using Xunit;

namespace Parley.Tests.Exchange;

public sealed class LedgerExportTests : IDisposable
{
    private readonly TemporaryLedger _ledger = new();

    [Fact]
    public void A_statement_has_the_members_of_the_interchange_format()
    {
        var reading = new ReadingBuilder
        {
            Shape = s => s with
            {
                Actor = new ActorReference("a1", "Ada Novak", ActorKind.Person, "harbour master", "NLD"),
                Said = new TimeExpression("2025-02-28", Grain.Day, new TextSpan(3, 6)),
                Polarity = Polarity.Denies,
                Event = "REJECT",
                Mode = ["meet"],
                Context = ["diplomatic", "territory"],
                Stance = Stance.Conditional,
                Condition = s.Attribution.Content[0],
            },
        }.Build("😀 Friday <Ada Novak|denied|the claim>.");
        var statement = reading.Articles[0].Statements[0];
        _ledger.Append(reading);

        Assert.Equal(
            $$"""{"id":"{{statement.Id}}","document":"page.txt","sha256":"{{reading.Document.Sha256}}","article":""" +
            """{"index":0,"title":"Talks at the harbour","byline":null,"outlet":"Harbour Courier","published":"2025-03-01","form":"article"}""" +
            ""","kind":"indirect","source":{"text":"Ada Novak","start":9,"end":18,"actor":"Ada Novak","actorId":"a1","role":"harbour master","country":"NLD"}""" +
            ""","cue":{"text":"denied","start":19,"end":25},"content":{"text":"the claim","start":26,"end":35,"spans":[[26,35]]}""" +
            ""","via":[{"actor":"Harbour Courier","statementId":null}],"sourcing":"named","sourceCount":null,"said":{"value":"2025-02-28","text":"Friday","grain":"day"}""" +
            ""","polarity":"denies","event":"REJECT","mode":["meet"],"context":["diplomatic","territory"],"addressee":null,"about":[],"issues":["ceasefire"],"stance":"conditional","condition":"the claim","confidence":0.9}""" + "\n",
            Export(ExportKind.Statements, ExportFormat.JsonLines));
    }

    [Fact]
    public void An_implied_source_keeps_its_actor_and_an_unknown_one_is_null()
    {
        _ledger.Append(
            new ReadingBuilder { Name = "a.txt", Shape = s => s with { Actor = new("x", "The author", ActorKind.Person) } }.Build("<||it will rain>."),
            new ReadingBuilder { Name = "b.txt" }.Build("<|was said|that it rains>."));

        var lines = Export(ExportKind.Statements, ExportFormat.JsonLines).Split('\n');

        Assert.Contains(
            ""","source":{"text":null,"start":null,"end":null,"actor":"The author","actorId":"x","role":null,"country":null},"cue":null""",
            lines[0], StringComparison.Ordinal);
        Assert.Contains(""","source":null,"cue":{"text":"was said",""", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Content_in_pieces_is_covered_and_its_pieces_are_listed()
    {
        _ledger.Append(new ReadingBuilder
        {
            Shape = s => s with { Attribution = s.Attribution with { Content = [new(0, 4), new(8, 3)] } },
        }.Build("0123 <a|b|cdefgh>."));

        Assert.Contains(
            ""","content":{"text":"0123 a b cd","start":0,"end":11,"spans":[[0,4],[8,11]]}""",
            Export(ExportKind.Statements, ExportFormat.JsonLines).Replace("a b cde", "a b cd", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Offsets_count_code_points_of_the_document_for_plain_text() =>
        Check.One(RecordGenerators.Config.WithMaxTest(20), Prop.ForAll(RecordGenerators.Text.ToArbitrary(), noise =>
        {
            noise = noise.Replace("<", "(", StringComparison.Ordinal);
            using var ledger = new TemporaryLedger();
            var reading = new ReadingBuilder().Build($"{noise}x", $"{noise} <Ada {noise}N|said|that {noise}!>. {noise}");
            ledger.Append(reading);

            var document = Encoding.UTF8.GetString(reading.Document.Bytes.Span).EnumerateRunes().ToArray();
            using var json = JsonDocument.Parse(Export(ledger, ExportKind.Statements, ExportFormat.JsonLines));
            foreach (var role in (string[])["source", "cue", "content"])
            {
                var span = json.RootElement.GetProperty(role);
                var words = document[span.GetProperty("start").GetInt32()..span.GetProperty("end").GetInt32()];
                Assert.Equal(span.GetProperty("text").GetString(), string.Concat(words.Select(r => r.ToString())));
            }
        }));

    [Fact]
    public void Offsets_count_from_the_article_where_the_document_has_no_text_of_its_own()
    {
        _ledger.Append(new ReadingBuilder { Name = "page.html", Format = DocumentFormat.Html }.Build("First.", "So <Ada Novak|said|that it rains>."));

        var line = Export(ExportKind.Statements, ExportFormat.JsonLines);

        Assert.Contains(""","form":"article"},"offsets":"article","kind":"indirect","source":{"text":"Ada Novak","start":3,"end":12""", line, StringComparison.Ordinal);
        Assert.Contains(""","start":0,"end":6""", Export(ExportKind.Articles, ExportFormat.JsonLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ExportKind.Articles, "document,sha256,index,start,end,title,byline,outlet,published,form,language,offsets")]
    [InlineData(ExportKind.Figures, "id,statementId,document,start,end,text,measure,value,low,high,unit,of,asOf,claimant,approximate,offsets,article")]
    [InlineData(ExportKind.Agreements, "id,statementId,document,start,end,text,agreement,date,parties,claim,claimant,offsets,article")]
    [InlineData(ExportKind.Forecasts, "id,statementId,document,start,end,text,actor,made,deadline,proposition,outcome,evidence,offsets,article")]
    public void Both_formats_have_the_fields_of_the_table(ExportKind kind, string fields)
    {
        _ledger.Append(new ReadingBuilder().Build("So <Ada Novak|said|that it rains>."));

        using var json = JsonDocument.Parse(Export(kind, ExportFormat.JsonLines));

        Assert.Equal(fields, string.Join(',', json.RootElement.EnumerateObject().Select(p => p.Name)));
        Assert.StartsWith(fields + "\r\n", Export(kind, ExportFormat.Csv), StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_lists_and_truth_values_keep_their_types_in_json()
    {
        _ledger.Append(new ReadingBuilder().Build("So <Ada Novak|said|that it rains>."));

        Assert.Contains(""","measure":"killed","value":12,"low":null,"high":null,"unit":"persons",""", Export(ExportKind.Figures, ExportFormat.JsonLines), StringComparison.Ordinal);
        Assert.Contains(""","approximate":false""", Export(ExportKind.Figures, ExportFormat.JsonLines), StringComparison.Ordinal);
        Assert.Contains(""","parties":["North","South"],"claim":"not-implemented",""", Export(ExportKind.Agreements, ExportFormat.JsonLines), StringComparison.Ordinal);
        Assert.Contains(",North; South,not-implemented,", Export(ExportKind.Agreements, ExportFormat.Csv), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_ledger_gives_the_same_bytes_whatever_the_order_of_reading()
    {
        var readings = Enumerable.Range(0, 5).Select(i => new ReadingBuilder { Name = $"{i}.txt" }.Build($"<Ada Novak|said|that {i} ships came>.")).ToArray();
        _ledger.Append(readings);
        using var other = new TemporaryLedger();
        other.Append([.. readings.Reverse()]);

        Assert.Equal(Export(ExportKind.Statements, ExportFormat.JsonLines), Export(other, ExportKind.Statements, ExportFormat.JsonLines));
    }

    public void Dispose() => _ledger.Dispose();

    private string Export(ExportKind kind, ExportFormat format) => Export(_ledger, kind, format);

    private static string Export(TemporaryLedger ledger, ExportKind kind, ExportFormat format)
    {
        using var output = new MemoryStream();
        using var reader = LedgerReader.Open(ledger.Path);
        LedgerExport.Write(reader, kind, format, output, cancellationToken: TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
