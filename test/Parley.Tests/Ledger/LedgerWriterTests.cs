using Parley.Ledger;
using Xunit;

namespace Parley.Tests.Ledger;

public sealed class LedgerWriterTests : IDisposable
{
    private readonly TemporaryLedger _ledger = new();

    [Fact]
    public void What_is_appended_is_read_back_as_it_was()
    {
        var reading = ReadingBuilder.Read("On Friday <Ada Novak|said|that the bridge is open>. <Jon Berg|denied|it>.");

        var result = Assert.Single(_ledger.Append(reading));

        Assert.Equal(AppendOutcome.Recorded, result.Outcome);
        var article = Assert.Single(_ledger.Read(l => l.Articles().ToList()));
        Assert.Equal("page.txt", article.DocumentName);
        Assert.Equal("/press/page.txt", article.Origin);
        Assert.Equal(ReadingBuilder.Morning, article.GatheredAt);
        Assert.Equivalent(reading.Articles[0], article.Reading, strict: true);
        Assert.Equal(reading.Document.Bytes.ToArray(), _ledger.Read(l => l.DocumentBytes(reading.Document.Sha256))!.Value.ToArray());
        Assert.Empty(_ledger.Verify());
    }

    [Fact]
    public void The_same_document_twice_is_recorded_once()
    {
        var reading = ReadingBuilder.Read("<Ada Novak|said|that the bridge is open>.");
        var first = _ledger.Append(reading)[0];

        var second = _ledger.Append(reading)[0];

        Assert.Equal(AppendOutcome.AlreadyRecorded, second.Outcome);
        Assert.Equal(first.Head, second.Head);
        Assert.Equal(new LedgerCounts(1, 1, 1, 1, 1, 1, first.Head.Sequence), _ledger.Read(l => l.Counts()));
    }

    [Fact]
    public void The_same_document_twice_in_one_commit_is_recorded_once()
    {
        var reading = ReadingBuilder.Read("<Ada Novak|said|that the bridge is open>.");

        var outcomes = _ledger.Append(reading, reading).Select(r => r.Outcome);

        Assert.Equal([AppendOutcome.Recorded, AppendOutcome.AlreadyRecorded], outcomes);
        Assert.Equal(1, _ledger.Read(l => l.Counts()).Documents);
    }

    [Fact]
    public void A_copy_elsewhere_is_noted_and_its_articles_are_not_doubled()
    {
        var text = "<Ada Novak|said|that the bridge is open>.";
        _ledger.Append(new ReadingBuilder { Origin = "/a/page.txt" }.Build(text));

        var result = _ledger.Append(new ReadingBuilder { Origin = "/b/page.txt" }.Build(text))[0];

        Assert.Equal(AppendOutcome.AlreadyRecorded, result.Outcome);
        Assert.Single(_ledger.Read(l => l.Articles().ToList()));
        Assert.Empty(_ledger.Verify());
    }

    [Fact]
    public void A_reading_that_contradicts_itself_leaves_no_trace()
    {
        var reading = ReadingBuilder.Read("<Ada Novak|said|that the bridge is open>.");
        var article = reading.Articles[0];
        var broken = reading with
        {
            Articles = [article with { Figures = [article.Figures[0] with { Span = new(30, 500) }] }],
        };
        var good = ReadingBuilder.Read("<Jon Berg|said|that it is shut>.");

        Assert.Throws<ArgumentException>(() => _ledger.Append(good, broken));

        Assert.Equal(0, _ledger.Read(l => l.Counts()).Records);
    }

    [Fact]
    public void A_document_whose_hash_is_not_its_own_is_refused()
    {
        var reading = ReadingBuilder.Read("<Ada Novak|said|that the bridge is open>.");
        var forged = reading with { Document = reading.Document with { Bytes = "something else"u8.ToArray() } };

        Assert.Throws<ArgumentException>(() => _ledger.Append(forged));
    }

    [Theory]
    [InlineData("UPDATE history SET json = x'7b7d'")]
    [InlineData("DELETE FROM history WHERE sequence = 2")]
    [InlineData("REPLACE INTO history SELECT sequence, kind, id, x'7b7d', previous, hash FROM history WHERE sequence = 2")]
    [InlineData("INSERT INTO history SELECT 99, kind, id, json, previous, hash FROM history WHERE sequence = 2")]
    [InlineData("UPDATE content SET zlib = x'00'")]
    [InlineData("DELETE FROM content")]
    public void History_and_documents_cannot_be_changed_by_sql(string sql)
    {
        _ledger.Append(ReadingBuilder.Read("<Ada Novak|said|that the bridge is open>."));

        var error = Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => _ledger.Tamper(sql));

        Assert.Contains("append-only", error.Message, StringComparison.Ordinal);
        Assert.Empty(_ledger.Verify());
    }

    [Fact]
    public void Rebuilding_gives_the_same_tables_again()
    {
        _ledger.Append(
            ReadingBuilder.Read("<Ada Novak|said|that the bridge is open>."),
            ReadingBuilder.Read("<Ada Novak|said|that the bridge is now shut>."));
        _ledger.Tamper("DELETE FROM statements; DROP TABLE figures; INSERT INTO statement_text (statement_text) VALUES ('delete-all');");
        Assert.NotEmpty(_ledger.Verify());

        using (var writer = LedgerWriter.Open(_ledger.Path))
        {
            writer.Rebuild();
        }

        Assert.Empty(_ledger.Verify());
        Assert.Equal("that the bridge is now shut", _ledger.Read(l => l.Statements(new StatementFilter { Text = "shut" })
            .Select(s => s.Record.Attribution.Content[0].In(s.Place.Article.Text).ToString()).Single()));
    }

    [Fact]
    public void Ten_thousand_readings_go_into_a_few_commits()
    {
        using (var writer = LedgerWriter.Open(_ledger.Path))
        {
            foreach (var batch in Enumerable.Range(0, 10_000).Chunk(1_000))
            {
                writer.Append([.. batch.Select(i =>
                    new ReadingBuilder { Name = $"{i}.txt" }.Build($"<Ada Novak|said|that ship number {i} has come>."))]);
            }
        }

        using var reader = LedgerReader.Open(_ledger.Path);
        Assert.Equal(new LedgerCounts(10_000, 10_000, 10_000, 10_000, 10_000, 10_000, 60_000), reader.Counts());
        Assert.Equal("7777.txt", Assert.Single(reader.Statements(new StatementFilter { Text = "number 7777" })).Place.Document.Name);
    }

    public void Dispose() => _ledger.Dispose();
}
