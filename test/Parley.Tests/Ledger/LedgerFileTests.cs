using System.Text;
using Microsoft.Data.Sqlite;
using Parley.Ledger;
using Xunit;

namespace Parley.Tests.Ledger;

public sealed class LedgerFileTests : IDisposable
{
    private readonly TemporaryLedger _ledger = new();

    [Theory]
    [InlineData("just some notes")]
    [InlineData("SQLite format 3\0 and then nothing that SQLite knows")]
    public void A_file_that_is_not_a_ledger_is_refused_and_left_untouched(string content)
    {
        File.WriteAllText(_ledger.Path, content);

        Assert.Contains("not a Parley ledger", Assert.Throws<LedgerException>(() => LedgerWriter.Open(_ledger.Path)).Message, StringComparison.Ordinal);
        Assert.Contains("not a Parley ledger", Assert.Throws<LedgerException>(() => LedgerReader.Open(_ledger.Path)).Message, StringComparison.Ordinal);

        Assert.Equal(content, File.ReadAllText(_ledger.Path));
    }

    [Fact]
    public void Somebody_elses_database_is_refused_and_left_untouched()
    {
        _ledger.Tamper("CREATE TABLE recipes (name TEXT); INSERT INTO recipes VALUES ('soup')");
        var before = File.ReadAllBytes(_ledger.Path);

        Assert.Throws<LedgerException>(() => LedgerWriter.Open(_ledger.Path));

        Assert.Equal(before, File.ReadAllBytes(_ledger.Path));
        Assert.Equal([_ledger.Path], Directory.GetFiles(Path.GetDirectoryName(_ledger.Path)!));
    }

    [Fact]
    public void A_ledger_of_a_newer_version_is_refused_with_both_versions_named()
    {
        _ledger.Append();
        _ledger.Tamper("PRAGMA user_version = 1234");

        var message = Assert.Throws<LedgerException>(() => LedgerWriter.Open(_ledger.Path)).Message;

        Assert.Contains("schema 1234", message, StringComparison.Ordinal);
        Assert.Contains("use a newer Parley", message, StringComparison.Ordinal);
        Assert.Equal(1234, _ledger.Scalar("PRAGMA user_version"));
    }

    [Fact]
    public void An_empty_file_becomes_a_ledger()
    {
        File.WriteAllBytes(_ledger.Path, []);

        _ledger.Append(ReadingBuilder.Read("<Ada Novak|said|that the bridge is open>."));

        Assert.Empty(_ledger.Verify());
    }

    [Fact]
    public void A_file_whose_making_was_cut_off_becomes_a_ledger()
    {
        // What a kill leaves between writing the first page and taking the journal of its transaction away: a journal by which the file was empty before.
        _ledger.Tamper("VACUUM; CREATE TABLE t (a); DROP TABLE t");
        byte[] journal = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7, 0, 0, 0, 0, 0, 0, 0, 7, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 16, 0, .. new byte[484]];
        File.WriteAllBytes(_ledger.Path + "-journal", journal);
        Assert.Contains("parley read", Assert.Throws<LedgerException>(() => LedgerReader.Open(_ledger.Path)).Message, StringComparison.Ordinal);

        _ledger.Append(ReadingBuilder.Read("<Ada Novak|said|that the bridge is open>."));

        Assert.Empty(_ledger.Verify());
        Assert.Equal(1, _ledger.Read(l => l.Counts().Documents));
    }

    [Fact]
    public void A_database_with_something_in_it_and_a_journal_is_refused_and_left_untouched()
    {
        _ledger.Tamper("CREATE TABLE recipes (name TEXT); INSERT INTO recipes VALUES ('soup')");
        var before = File.ReadAllBytes(_ledger.Path);
        byte[] journal = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7, 0, 0, 0, 0, 0, 0, 0, 7, 0, 0, 0, 2, 0, 0, 2, 0, 0, 0, 16, 0, .. new byte[484]];
        File.WriteAllBytes(_ledger.Path + "-journal", journal);

        Assert.Throws<LedgerException>(() => LedgerWriter.Open(_ledger.Path));

        Assert.Equal(before, File.ReadAllBytes(_ledger.Path));
        Assert.Equal(journal, File.ReadAllBytes(_ledger.Path + "-journal"));
    }

    [Fact]
    public void Where_there_is_no_ledger_the_reader_says_how_to_make_one()
    {
        Assert.Contains("parley read", Assert.Throws<LedgerException>(() => LedgerReader.Open(_ledger.Path)).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_ledger.Path));
    }

    [Fact]
    public void A_folder_and_a_place_that_does_not_exist_are_named()
    {
        Assert.Contains("folder", Assert.Throws<LedgerException>(() => LedgerWriter.Open(Path.GetTempPath())).Message, StringComparison.Ordinal);
        Assert.Contains("cannot be opened", Assert.Throws<LedgerException>(() => LedgerWriter.Open(_ledger.PathOf("no/such/folder.db"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_with_a_torn_page_is_reported_not_thrown()
    {
        _ledger.Append([.. Enumerable.Range(0, 200).Select(i => new ReadingBuilder { Name = $"{i}.txt" }.Build($"<Ada Novak|said|that bridge {i} is open>."))]);
        var bytes = File.ReadAllBytes(_ledger.Path);
        Encoding.ASCII.GetBytes(new string('x', 4096)).CopyTo(bytes, bytes.Length / 4096 / 2 * 4096);
        File.WriteAllBytes(_ledger.Path, bytes);

        Assert.NotEmpty(_ledger.Verify());
    }

    [Fact]
    public void Readers_see_the_ledger_as_it_was_when_they_were_opened()
    {
        using var writer = LedgerWriter.Open(_ledger.Path);
        writer.Append(ReadingBuilder.Read("<Ada Novak|said|that the bridge is open>."));
        using var early = LedgerReader.Open(_ledger.Path);
        var statements = early.Statements().GetEnumerator();
        writer.Append(new ReadingBuilder { Name = "b.txt" }.Build("<Jon Berg|said|that grain is cheap>."));
        using var late = LedgerReader.Open(_ledger.Path);
        writer.Append(new ReadingBuilder { Name = "c.txt" }.Build("<Li Wen|said|that it rains>."));

        Assert.Equal((1, 2), (early.Counts().Documents, late.Counts().Documents));
        Assert.Equal((1, 2), (early.Articles().Count(), late.Articles().Count()));
        Assert.True(statements.MoveNext());
        Assert.False(statements.MoveNext());
    }

    [Fact]
    public void A_second_writer_that_waits_in_vain_is_told_why()
    {
        _ledger.Append();
        using var other = new SqliteConnection($"Data Source={_ledger.Path};Pooling=False");
        other.Open();
        using var transaction = other.BeginTransaction(deferred: false);
        using var writer = LedgerWriter.Open(_ledger.Path, TimeSpan.FromSeconds(1));

        var error = Assert.Throws<LedgerException>(() => writer.Append(ReadingBuilder.Read("<Ada Novak|said|that the bridge is open>.")));

        Assert.Contains("another program is writing to this ledger", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_writers_take_turns()
    {
        _ledger.Append();

        await Task.WhenAll(Enumerable.Range(0, 2).Select(w => Task.Run(() =>
        {
            using var writer = LedgerWriter.Open(_ledger.Path);
            for (var i = 0; i < 20; i++)
            {
                writer.Append(new ReadingBuilder { Name = $"{w}-{i}.txt" }.Build($"<Ada Novak|said|that bridge {w} of {i} is open>."));
            }
        })));

        Assert.Equal(40, _ledger.Read(l => l.Counts()).Documents);
        Assert.Empty(_ledger.Verify());
    }

    public void Dispose() => _ledger.Dispose();
}
