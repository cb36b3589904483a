using System.Text;
using Parley.Ledger;
using Parley.Records;
using Xunit;

namespace Parley.Tests.Ledger;

public sealed class RevisionTests : IDisposable
{
    private readonly TemporaryLedger _ledger = new();

    [Fact]
    public void A_statement_that_moved_on_its_page_is_the_same_statement()
    {
        _ledger.Append(ReadingBuilder.Read("<Ada Novak|said|that the bridge is open>."));

        var result = _ledger.Append(ReadingBuilder.Read("Updated at noon. <Ada Novak|said|that the bridge is open>."))[0];

        Assert.Equal(AppendOutcome.Revised, result.Outcome);
        Assert.Empty(result.Changes);
        Assert.Empty(result.Added);
        Assert.Empty(_ledger.Verify());
    }

    [Fact]
    public void A_reworded_statement_is_reported_with_both_wordings()
    {
        _ledger.Append(ReadingBuilder.Read("<Ada Novak|said|that the northern bridge is open to all traffic>."));

        var result = _ledger.Append(ReadingBuilder.Read("<Ada Novak|said|that the northern bridge is not open to all traffic>."))[0];

        var change = Assert.Single(result.Changes);
        Assert.Equal(StatementFate.Reworded, change.Fate);
        Assert.Equal("that the northern bridge is open to all traffic", change.Was);
        Assert.Equal("that the northern bridge is not open to all traffic", change.Is);
        Assert.Equal("Ada Novak", change.Actor);
        Assert.Empty(result.Added);
        Assert.Equivalent(change, Assert.Single(_ledger.Read(l => l.Changes().ToList())), strict: true);
    }

    [Theory]
    [InlineData("<Ada Novak|said|that grain ships may leave the port again>.", "another content")]
    [InlineData("<Jon Berg|said|that the northern bridge is open to all traffic>.", "another source")]
    [InlineData("<Ada Novak|said|that the northern bridge is open to some traffic>. <Ada Novak|said|that the northern bridge is open to most traffic>.",
        "two candidates")]
    public void A_look_alike_is_never_taken_for_the_original(string changed, string why)
    {
        Assert.NotEmpty(why);
        _ledger.Append(ReadingBuilder.Read("<Ada Novak|said|that the northern bridge is open to all traffic>."));

        var result = _ledger.Append(ReadingBuilder.Read(changed))[0];

        var change = Assert.Single(result.Changes);
        Assert.Equal(StatementFate.Vanished, change.Fate);
        Assert.Null(change.ReplacedBy);
        Assert.NotEmpty(result.Added);
    }

    [Fact]
    public void Of_two_equal_statements_one_can_vanish()
    {
        _ledger.Append(ReadingBuilder.Read("<Ada Novak|said|no>. <Ada Novak|said|no>."));

        var result = _ledger.Append(ReadingBuilder.Read("<Ada Novak|said|no>."))[0];

        Assert.Equal(StatementFate.Vanished, Assert.Single(result.Changes).Fate);
    }

    [Fact]
    public void Only_the_current_revision_counts_unless_earlier_ones_are_asked_for()
    {
        _ledger.Append(ReadingBuilder.Read("<Ada Novak|said|that the bridge is open>."));
        _ledger.Append(new ReadingBuilder { GatheredAt = ReadingBuilder.Morning.AddHours(4) }.Build("<Jon Berg|said|that grain is cheap>."));

        Assert.Equal("Jon Berg", Actors(null));
        Assert.Equal("Ada Novak,Jon Berg", Actors(new StatementFilter { WithEarlierRevisions = true, Text = "that" }, sorted: true));
        Assert.Equal("Ada Novak", Actors(new StatementFilter { AsOf = new AsOf(Gathered: ReadingBuilder.Morning.AddHours(1)) }));
        Assert.Equal("", Actors(new StatementFilter { AsOf = new AsOf(Gathered: ReadingBuilder.Morning.AddHours(-1)) }));
        Assert.Single(_ledger.Read(l => l.Revisions().ToList()));
    }

    [Fact]
    public void A_page_that_returns_to_its_first_state_shows_it_again()
    {
        var first = "<Ada Novak|said|that the bridge is open>.";
        _ledger.Append(ReadingBuilder.Read(first));
        _ledger.Append(new ReadingBuilder { GatheredAt = ReadingBuilder.Morning.AddHours(1) }.Build("<Jon Berg|said|that grain is cheap>."));

        var result = _ledger.Append(new ReadingBuilder { GatheredAt = ReadingBuilder.Morning.AddHours(2) }.Build(first))[0];

        Assert.Equal(AppendOutcome.Revised, result.Outcome);
        Assert.Equal("Ada Novak", Actors(null));
        Assert.Equal("Jon Berg", Actors(new StatementFilter { AsOf = new AsOf(Gathered: ReadingBuilder.Morning.AddMinutes(90)) }));
        Assert.Equal(2, _ledger.Read(l => l.Counts()).Documents);
        Assert.Empty(_ledger.Verify());
    }

    [Fact]
    public void As_of_a_day_nothing_published_later_is_seen_a_month_counts_with_its_last_day_and_what_has_no_date_stays()
    {
        foreach (var (name, published) in new[] { ("a.txt", "2024-05-01"), ("b.txt", "2024-05-03"), ("c.txt", "2024-05"), ("d.txt", null) })
        {
            _ledger.Append(new ReadingBuilder { Name = name, Published = published }.Build($"<{name[..1].ToUpperInvariant()}|said|that the bridge is open>."));
        }

        Assert.Equal("A,D", Actors(new StatementFilter { AsOf = new AsOf(new DateOnly(2024, 5, 2)) }, sorted: true));
        Assert.Equal("A,B,D", Actors(new StatementFilter { AsOf = new AsOf(new DateOnly(2024, 5, 30)) }, sorted: true));
        Assert.Equal("A,B,C,D", Actors(new StatementFilter { AsOf = new AsOf(new DateOnly(2024, 5, 31)) }, sorted: true));
        Assert.Equal(2, _ledger.Read(l => l.Articles(new ArticleFilter { AsOf = new AsOf(new DateOnly(2024, 5, 2)) }).Count()));
        Assert.Equal("", Actors(new StatementFilter { AsOf = new AsOf(new DateOnly(2024, 5, 31), ReadingBuilder.Morning.AddHours(-1)) }));
    }

    [Fact]
    public void A_document_stays_current_as_long_as_one_page_shows_it()
    {
        var text = "<Ada Novak|said|that the bridge is open>.";
        _ledger.Append(
            new ReadingBuilder { Origin = "/a" }.Build(text),
            new ReadingBuilder { Origin = "/b" }.Build(text),
            new ReadingBuilder { Origin = "/a" }.Build("<Jon Berg|said|that grain is cheap>."));

        Assert.Equal("Ada Novak,Jon Berg", Actors(null, sorted: true));
    }

    [Fact]
    public void What_came_by_a_pipe_is_no_revision_of_what_came_before()
    {
        _ledger.Append(new ReadingBuilder { Origin = "stdin" }.Build("<Ada Novak|said|that the bridge is open>."));

        var result = _ledger.Append(new ReadingBuilder { Origin = "stdin" }.Build("<Jon Berg|said|that grain is cheap>."))[0];

        Assert.Equal(AppendOutcome.Recorded, result.Outcome);
        Assert.Equal("Ada Novak,Jon Berg", Actors(null, sorted: true));
    }

    [Fact]
    public void An_entry_that_left_a_feeds_window_did_not_vanish()
    {
        _ledger.Append(Feed(("one", "<Ada Novak|said|that the bridge is open>."), ("two", "<Jon Berg|said|that grain is cheap>.")));

        var result = _ledger.Append(Feed(("two", "<Jon Berg|said|that grain is dear>."), ("three", "<Li Wen|said|that it rains>.")))[0];

        Assert.Equal(("Jon Berg", StatementFate.Reworded), Assert.Single(result.Changes) is var c ? (c.Actor, c.Fate) : default);
        Assert.Equal("Ada Novak,Jon Berg,Li Wen", Actors(null, sorted: true));
        Assert.Empty(_ledger.Verify());
    }

    [Fact]
    public void Words_are_compared_whatever_their_case_punctuation_and_composition()
    {
        _ledger.Append(ReadingBuilder.Read("<Ada Novak|said|that “the café” is open>."));

        var result = _ledger.Append(ReadingBuilder.Read("<ADA NOVAK|said|That the " + "café".Normalize(NormalizationForm.FormD) + ", is open>."))[0];

        Assert.Empty(result.Changes);
    }

    public void Dispose() => _ledger.Dispose();

    private static Reading Feed(params (string Url, string Text)[] entries)
    {
        var reading = new ReadingBuilder { Format = DocumentFormat.Feed, Origin = "https://press.example/feed" }
            .Build([.. entries.Select(e => e.Text)]);
        return reading with
        {
            Articles = [.. reading.Articles.Select((a, i) => a with { Article = a.Article with { Url = "https://press.example/" + entries[i].Url } })],
        };
    }

    private string Actors(StatementFilter? filter, bool sorted = false)
    {
        var actors = _ledger.Read(l => l.Statements(filter).Select(s => s.Record.Actor!.Name).ToList());
        if (sorted)
        {
            actors.Sort(StringComparer.Ordinal);
        }

        return string.Join(',', actors);
    }
}
