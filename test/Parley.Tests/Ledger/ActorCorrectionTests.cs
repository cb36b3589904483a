using Parley.Ledger;
using Parley.Records;
using Xunit;

namespace Parley.Tests.Ledger;

public sealed class ActorCorrectionTests : IDisposable
{
    private static readonly DateTimeOffset s_at = new(2025, 3, 4, 9, 30, 0, TimeSpan.Zero);

    private readonly TemporaryLedger _ledger = new();

    public ActorCorrectionTests() => _ledger.Append(
        new ReadingBuilder { Name = "a.txt", Published = "2025-03-01" }.Build("<Jon Smyth|said|that the bridge is open>. <John Smith|denied|it>."),
        new ReadingBuilder { Name = "b.txt", Published = "2025-03-02" }.Build("<Mira Orlic|said|that talks go on>."));

    [Fact]
    public void Merged_actors_are_one_and_are_found_by_its_name()
    {
        Correct(ActorCorrectionKind.Merge, "Jon Smyth", "John Smith");

        Assert.Equal(["John Smith", "John Smith", "Mira Orlic"], Actors(new()));
        Assert.Equal(2, Actors(new() { Actor = "smith" }).Count);
        Assert.Empty(Actors(new() { Actor = "Jon Smyth" }));
        Assert.Empty(_ledger.Verify());
    }

    [Fact]
    public void A_correction_holds_for_what_is_read_after_it_and_follows_later_ones()
    {
        Correct(ActorCorrectionKind.Merge, "Jon Smyth", "John Smith");
        Correct(ActorCorrectionKind.Rename, "John Smith", "J. A. Smith");
        _ledger.Append(new ReadingBuilder { Name = "c.txt", Published = "2025-03-03" }.Build("<Jon Smyth|said|that the bridge is closed>."));

        Assert.Equal(3, Actors(new() { Actor = "J. A. Smith" }).Count);
        Assert.Equal("J. A. Smith", Assert.Single(Actors(new() { Actor = "J. A. Smith", Limit = 1 })));
    }

    [Fact]
    public void A_correction_taken_back_no_longer_holds_and_both_are_kept()
    {
        var number = Correct(ActorCorrectionKind.Merge, "Jon Smyth", "John Smith");
        using (var writer = LedgerWriter.Open(_ledger.Path))
        {
            writer.Append(new ActorCorrectionRevert(number, "Ada", s_at, "two men"));
            Assert.Throws<LedgerException>(() => writer.Append(new ActorCorrectionRevert(number, "Ada", s_at, "again")));
            Assert.Throws<LedgerException>(() => writer.Append(new ActorCorrectionRevert(1, "Ada", s_at, "no correction")));
        }

        Assert.Equal(["Jon Smyth", "John Smith", "Mira Orlic"], Actors(new()));
        var kept = Assert.Single(_ledger.Read(l => l.ActorCorrections()));
        Assert.Equal(("spelling", "two men"), (kept.Correction.Reason, kept.Revert?.Reason));
        Assert.Empty(_ledger.Verify());
    }

    [Fact]
    public void As_gathered_by_a_moment_only_the_corrections_made_by_then_hold()
    {
        var gathered = _ledger.Read(l => l.Articles().Max(a => a.GatheredAt));
        var made = gathered.AddDays(1);
        var number = Correct(ActorCorrectionKind.Merge, "Jon Smyth", "John Smith", at: made);
        using (var writer = LedgerWriter.Open(_ledger.Path))
        {
            writer.Append(new ActorCorrectionRevert(number, "Ada", made.AddDays(1), "two men"));
        }

        string?[] read = ["Jon Smyth", "John Smith", "Mira Orlic"];
        Assert.Equal(read, Actors(new() { AsOf = new AsOf(Gathered: gathered) }));
        Assert.Equal(["John Smith", "John Smith", "Mira Orlic"], Actors(new() { AsOf = new AsOf(Gathered: made) }));
        Assert.Equal(["John Smith", "John Smith"], _ledger.Read(l => l.Articles(new() { AsOf = new AsOf(Gathered: made) }).First().Reading.Statements.Select(s => s.Actor?.Name)));
        Assert.Equal(read, Actors(new() { AsOf = new AsOf(Gathered: made.AddDays(1)) }));
        Assert.Equal(read, Actors(new()));
    }

    [Fact]
    public void A_split_concerns_only_sources_with_its_words()
    {
        Correct(ActorCorrectionKind.Merge, "Jon Smyth", "John Smith");
        Correct(ActorCorrectionKind.Split, "John Smith", "Jonas Smyth", words: "Smyth");

        Assert.Equal(["Jonas Smyth", "John Smith", "Mira Orlic"], Actors(new()));
    }

    [Fact]
    public void Corrections_outlive_a_rebuild_and_are_among_the_evidence()
    {
        Correct(ActorCorrectionKind.Rename, "Mira Orlic", "Mira Orlić");
        using (var writer = LedgerWriter.Open(_ledger.Path))
        {
            writer.Rebuild();
        }

        var statement = Assert.Single(_ledger.Read(l => l.Statements(new StatementFilter { Actor = "Mira Orlić" }).ToList())).Record;
        Assert.Contains(statement.Why, w => w.Field == "actor" && w.Rule.Contains("Ada", StringComparison.Ordinal) && w.Rule.Contains("spelling", StringComparison.Ordinal));
    }

    public void Dispose() => _ledger.Dispose();

    private List<string?> Actors(StatementFilter filter) => _ledger.Read(l => l.Statements(filter).Select(s => s.Record.Actor?.Name).ToList());

    private long Correct(ActorCorrectionKind kind, string name, string other, string? words = null, DateTimeOffset? at = null)
    {
        using var writer = LedgerWriter.Open(_ledger.Path);
        return writer.Append(new ActorCorrection
        {
            Kind = kind, Names = [name], Name = other, ActorId = $"actor-{other}", Words = words, Author = "Ada", At = at ?? s_at, Reason = "spelling",
        });
    }
}
