using Parley.Ledger;
using Xunit;

namespace Parley.Tests.Ledger;

public sealed class LedgerVerifierTests : IDisposable
{
    private readonly TemporaryLedger _ledger = new();
    private readonly LedgerHead _head;

    public LedgerVerifierTests()
    {
        _head = _ledger.Append(
            new ReadingBuilder { Name = "a.txt" }.Build("On Friday <Ada Novak|said|that the bridge is open>. <Jon Berg|denied|it>."),
            new ReadingBuilder { Name = "b.txt" }.Build("<Li Wen|said|that it rains>.", "<Li Wen|added|that it pours>."))[^1].Head;
    }

    [Fact]
    public void A_ledger_that_nobody_touched_has_no_problem() => Assert.Empty(_ledger.Verify(_head));

    [Theory]
    [InlineData("UPDATE history SET json = CAST(replace(CAST(json AS TEXT), 'Ada', 'Eda') AS BLOB) WHERE sequence = 3", 3, "changed after it was recorded")]
    [InlineData("UPDATE history SET id = '00' WHERE sequence = 4", 4, "changed after it was recorded")]
    [InlineData("UPDATE history SET kind = 'figure' WHERE sequence = 3", 3, "changed after it was recorded")]
    [InlineData("UPDATE history SET json = x'ff00' WHERE sequence = 2", 2, "cannot be read as a record of its kind")]
    [InlineData("UPDATE history SET hash = zeroblob(32) WHERE sequence = 5", 6, "does not follow the record before it")]
    [InlineData("DELETE FROM history WHERE sequence = 4", 5, "record 4 before it is missing")]
    [InlineData("DELETE FROM history WHERE sequence IN (4, 5)", 6, "records 4 to 5 before it are missing")]
    [InlineData("DELETE FROM history WHERE sequence = 4; UPDATE history SET sequence = sequence - 1 WHERE sequence > 4", 4, "does not follow")]
    [InlineData(
        "UPDATE history SET sequence = -3 WHERE sequence = 3; UPDATE history SET sequence = 3 WHERE sequence = 4; UPDATE history SET sequence = 4 WHERE sequence = -3",
        3, "does not follow the record before it")]
    [InlineData("DELETE FROM history WHERE sequence = (SELECT MAX(sequence) FROM history)", null, "the last records are missing")]
    [InlineData("DELETE FROM head", null, "the head row is missing")]
    [InlineData("UPDATE content SET zlib = CAST(substr(zlib, 1, 20) || x'00' || substr(zlib, 22) AS BLOB) WHERE rowid = 1", 1, "its stored bytes were changed")]
    [InlineData("DELETE FROM content WHERE rowid = 1", 1, "its bytes are missing")]
    [InlineData("UPDATE content SET length = 1000000000000 WHERE rowid = 1", 1, "its stored bytes were changed")]
    [InlineData("INSERT INTO content VALUES ('ab', 1, x'00')", null, "no record speaks of it")]
    [InlineData("UPDATE statements SET actor = 'Somebody Else' WHERE sequence = 3", null, "derived table statements")]
    [InlineData("INSERT INTO statements SELECT 99, id, article, actor, actor_key, actor_id, said, said_first, said_last, published_first, " +
        "published_last, polarity, sourcing, event, mode, context, outlet_key, first_issue, stance, confidence FROM statements LIMIT 1", null, "no such row in the history")]
    [InlineData("DELETE FROM statement_issues WHERE statement = 3", null, "derived table statement_issues")]
    [InlineData("UPDATE current_articles SET until = since", null, "derived table current_articles")]
    [InlineData("DROP TABLE forecasts", null, "the derived table forecasts is missing")]
    [InlineData("INSERT INTO statement_text (rowid, content, actor) VALUES (77, 'planted words', 'Nobody')", null, "full-text index statement_text differs")]
    public void What_was_tampered_with_is_named(string sql, int? sequence, string problem)
    {
        _ledger.TamperWithoutGuards(sql);

        var problems = _ledger.Verify();

        Assert.Contains(problems, p => p.Sequence == sequence && p.Problem.Contains(problem, StringComparison.Ordinal));
        Assert.True(problems.Count < 20, string.Join('\n', problems));
    }

    [Fact]
    public void Removed_guards_are_noticed()
    {
        _ledger.Tamper("DROP TRIGGER history_is_never_changed");

        Assert.Contains("history_is_never_changed", Assert.Single(_ledger.Verify()).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_history_chained_anew_without_its_head_is_noticed()
    {
        Rechain();

        var problem = Assert.Single(_ledger.Verify(), p => p.Kind is null);
        Assert.Contains("chained anew", problem.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_history_chained_anew_with_its_head_shows_only_beside_a_head_noted_elsewhere()
    {
        Rechain();
        _ledger.TamperWithoutGuards("UPDATE head SET hash = (SELECT hash FROM history ORDER BY sequence DESC LIMIT 1)");
        using (var writer = LedgerWriter.Open(_ledger.Path))
        {
            writer.Rebuild();
        }

        Assert.Empty(_ledger.Verify());
        Assert.Contains("not the one that the given head stands for", Assert.Single(_ledger.Verify(_head)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cut_tail_with_a_cut_head_shows_only_beside_a_head_noted_elsewhere()
    {
        _ledger.TamperWithoutGuards(
            """
            DELETE FROM history WHERE sequence = (SELECT MAX(sequence) FROM history);
            UPDATE head SET sequence = (SELECT MAX(sequence) FROM history), hash = (SELECT hash FROM history ORDER BY sequence DESC LIMIT 1);
            """);
        using (var writer = LedgerWriter.Open(_ledger.Path))
        {
            writer.Rebuild();
        }

        Assert.Empty(_ledger.Verify());
        Assert.Contains("last records are missing", Assert.Single(_ledger.Verify(_head)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_head_noted_earlier_stays_good_when_the_ledger_grows()
    {
        _ledger.Append(new ReadingBuilder { Name = "c.txt" }.Build("<Jon Berg|said|that grain is cheap>."));

        Assert.Empty(_ledger.Verify(_head));
    }

    [Fact]
    public void An_article_that_is_not_in_its_document_is_noticed()
    {
        var reading = new ReadingBuilder { Name = "d.txt" }.Build("<Jon Berg|said|that grain is cheap>.");
        var article = reading.Articles[0];
        var text = article.Article.Text.Replace("cheap", "costy", StringComparison.Ordinal);
        _ledger.Append(reading with { Articles = [article with { Article = article.Article with { Text = text } }] });

        Assert.Contains("not what stands in the document", Assert.Single(_ledger.Verify()).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_byte_flipped_in_a_record_or_a_document_is_found()
    {
        var places = _ledger.Scalar("SELECT SUM(length(json)) FROM history") + _ledger.Scalar("SELECT SUM(length(zlib)) FROM content");
        var random = new Random(20250301);
        for (var round = 0; round < 12; round++)
        {
            using var copy = new TemporaryLedger();
            File.Copy(_ledger.Path, copy.Path);
            var inHistory = round % 2 == 0;
            var (table, column) = inHistory ? ("history", "json") : ("content", "zlib");
            var rows = copy.Scalar($"SELECT COUNT(*) FROM {table}");
            var row = random.NextInt64(rows) + 1;
            var length = copy.Scalar($"SELECT length({column}) FROM {table} WHERE rowid = {row}");
            var offset = random.NextInt64(length) + 1;
            copy.FlipByte(table, column, row, offset, (byte)(1 << random.Next(8)));

            Assert.True(copy.Verify().Count > 0, $"{table} row {row} byte {offset} of {places}");
        }
    }

    public void Dispose() => _ledger.Dispose();

    /// <summary>What an insider does: change a record and compute all hashes from there on anew.</summary>
    private void Rechain()
    {
        _ledger.TamperWithoutGuards("UPDATE history SET json = CAST(replace(CAST(json AS TEXT), 'Ada Novak', 'Eda Novak') AS BLOB) WHERE sequence = 3");
        var previous = new byte[32];
        using var hasher = new HistoryHash();
        foreach (var (sequence, kind, id, json) in _ledger.History())
        {
            var hash = hasher.Of(sequence, previous, kind, id, json);
            _ledger.TamperWithoutGuards(
                $"UPDATE history SET previous = x'{Convert.ToHexString(previous)}', hash = x'{Convert.ToHexString(hash)}' WHERE sequence = {sequence}");
            previous = hash;
        }
    }
}
