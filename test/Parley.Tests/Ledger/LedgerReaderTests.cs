using Parley.Ledger;
using Parley.Records;
using Xunit;

namespace Parley.Tests.Ledger;

public sealed class LedgerReaderTests : IDisposable
{
    private readonly TemporaryLedger _ledger = new();

    public LedgerReaderTests() => _ledger.Append(
        new ReadingBuilder { Name = "b.txt", Published = "2025-03-02", Outlet = "Île Gazette" }.Build("<Jon Berg|denied|that the Bridge is open>."),
        new ReadingBuilder { Name = "a.txt", Published = "2025-03-02" }.Build(
            "<Ada Novak|said|that the bridge is open to grain ships>. <Ada Novak|threatened|to leave>."),
        new ReadingBuilder
        {
            Name = "c.txt",
            Published = null,
            Shape = s => s with { Polarity = Polarity.Denies, Said = new("2024-Q4", Grain.Quarter, null), Confidence = 0.4, Issues = ["sanctions", "ceasefire"], Event = "REJECT", Mode = ["meet"], Context = ["diplomatic", "legal"] },
        }.Build("<Li Wen|denied|everything about the naïve plan>."),
        new ReadingBuilder { Name = "d.txt", Published = "2025-02", Title = "Übersicht" }.Build("<Ömer Ak|said|that talks go on>."));

    public static TheoryData<StatementFilter, string> Filters => new()
    {
        { new(), "Ömer Ak;Ada Novak;Ada Novak;Jon Berg;Li Wen" },
        { new() { Actor = "ada novak" }, "Ada Novak;Ada Novak" },
        { new() { Actor = "ÖMER AK" }, "Ömer Ak" },
        { new() { Actor = "actor-jon-berg" }, "Jon Berg" },
        { new() { Outlet = "île gazette" }, "Jon Berg" },
        { new() { Issue = "ceasefire", Polarity = Polarity.Denies }, "Li Wen" },
        { new() { Issue = "sanctions" }, "Li Wen" },
        { new() { Event = "reject", Mode = "meet" }, "Li Wen" },
        { new() { Context = "legal" }, "Li Wen" },
        { new() { Mode = "yield" }, "" },
        { new() { MinConfidence = 0.5, Limit = 2 }, "Ömer Ak;Ada Novak" },
        { new() { PublishedFrom = new(2025, 2, 20), PublishedTo = new(2025, 3, 1) }, "Ömer Ak" },
        { new() { PublishedFrom = new(2025, 3, 1) }, "Ada Novak;Ada Novak;Jon Berg" },
        { new() { SaidTo = new(2024, 11, 1) }, "Li Wen" },
        { new() { SaidFrom = new(2024, 12, 31), SaidTo = new(2024, 12, 31) }, "Li Wen" },
        { new() { SaidFrom = new(2025, 1, 1), Actor = "Li Wen" }, "" },
        { new() { Text = "bridge" }, "Ada Novak;Jon Berg" },
        { new() { Text = "ships bridge" }, "Ada Novak" },
        { new() { Text = "\"grain ships\"" }, "Ada Novak" },
        { new() { Text = "\"ships grain\"" }, "" },
        { new() { Text = "naive" }, "Li Wen" },
        { new() { Text = "novak leave" }, "Ada Novak" },
        { new() { Limit = 0 }, "" },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public void Statements_are_found_by_what_is_asked(StatementFilter filter, string actors) =>
        Assert.Equal(actors, string.Join(';', _ledger.Read(l => l.Statements(filter).Select(s => s.Record.Actor!.Name).ToList())));

    [Theory]
    [InlineData("\" OR *")]
    [InlineData("bridge\" OR \"rains")]
    [InlineData("bridge OR rains")]
    [InlineData("content : bridge NOT open")]
    [InlineData("NEAR(bridge rains, 5)")]
    [InlineData("br*")]
    [InlineData("^bridge -open +zebra")]
    [InlineData("'; DROP TABLE history; --")]
    [InlineData("bridge\0open\ud800")]
    [InlineData("{bridge} AND (")]
    [InlineData("***")]
    [InlineData("")]
    public void A_text_search_has_no_query_language(string text)
    {
        var found = _ledger.Read(l => l.Statements(new StatementFilter { Text = text }).ToList());

        Assert.DoesNotContain(found, s => s.Record.Actor!.Name == "Li Wen");
        Assert.Empty(_ledger.Verify());
    }

    [Fact]
    public void Articles_come_by_date_then_document_with_unknown_dates_last()
    {
        var names = _ledger.Read(l => l.Articles().Select(a => a.DocumentName).ToList());

        Assert.Equal(["d.txt", "a.txt", "b.txt", "c.txt"], names);
    }

    [Fact]
    public void Articles_are_found_by_words_of_their_title() =>
        Assert.Equal("d.txt", _ledger.Read(l => l.Articles(new ArticleFilter { Text = "ubersicht" }).Single().DocumentName));

    [Fact]
    public void Figures_agreements_and_forecasts_are_found_by_their_fields()
    {
        using var ledger = LedgerReader.Open(_ledger.Path);

        Assert.Equal(4, ledger.Figures(new FigureFilter { Measure = "killed", Actor = "ADA NOVAK" }).Count());
        Assert.Empty(ledger.Figures(new FigureFilter { Measure = "wounded" }));
        Assert.Single(ledger.Agreements(new AgreementFilter { Name = "harbour accord", Claim = AgreementClaim.NotImplemented, PublishedTo = new(2025, 2, 28) }));
        Assert.Empty(ledger.Agreements(new AgreementFilter { Claim = AgreementClaim.Breached }));
        Assert.Equal(4, ledger.Forecasts(new ForecastFilter { Outcome = ForecastOutcome.CameTrue }).Count());
        Assert.Empty(ledger.Forecasts(new ForecastFilter { Actor = "Jon Berg" }));
    }

    [Fact]
    public void A_document_that_is_not_there_has_no_bytes() =>
        Assert.Null(_ledger.Read(l => l.DocumentBytes(ContentHash.Of("nothing"u8))));

    [Fact]
    public void A_document_that_was_changed_is_not_given_out()
    {
        var hash = _ledger.Read(l => l.Documents().First().Sha256);
        _ledger.TamperWithoutGuards($"UPDATE content SET zlib = (SELECT zlib FROM content WHERE sha256 <> '{hash}'), length = (SELECT length FROM content WHERE sha256 <> '{hash}') WHERE sha256 = '{hash}'");

        Assert.Throws<LedgerException>(() => _ledger.Read(l => l.DocumentBytes(hash)));
    }

    [Theory]
    [InlineData("2024-01-26", "2024-01-26", "2024-01-26")]
    [InlineData("2024-01-26T10:00", "2024-01-26", "2024-01-26")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("2024", "2024-01-01", "2024-12-31")]
    [InlineData("2024-Q3", "2024-07-01", "2024-09-30")]
    [InlineData("2024-H1", "2024-01-01", "2024-06-30")]
    [InlineData("2024-W01", "2024-01-01", "2024-01-07")]
    [InlineData("2020-W53", "2020-12-28", "2021-01-03")]
    [InlineData("9999-W52", "9999-12-27", "9999-12-31")]
    [InlineData("199", "1990-01-01", "1999-12-31")]
    [InlineData("2024-Q5", null, null)]
    [InlineData("2023-W53", null, null)]
    [InlineData("2024-SU", null, null)]
    [InlineData("P3D", null, null)]
    [InlineData("PRESENT_REF", null, null)]
    [InlineData("", null, null)]
    public void A_timex_covers_its_days(string value, string? first, string? last)
    {
        var isKnown = TimexRange.TryParse(value, out var from, out var to);

        Assert.Equal((first, last), isKnown ? (Derivation.Day(from), Derivation.Day(to)) : (null, null));
    }

    public void Dispose() => _ledger.Dispose();
}
