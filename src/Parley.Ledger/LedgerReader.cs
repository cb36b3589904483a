using System.Collections.Immutable;
using System.Text.Json.Serialization.Metadata;
using Parley.Records;

namespace Parley.Ledger;

/// <summary>
/// Reads a ledger without the right to change it. A reader sees the ledger as it was when the reader was opened, whatever a writer
/// appends meanwhile; open another one to see more, and don't keep one open for long beside a busy writer, because the file grows
/// meanwhile. Actors are as users have corrected them; a text search finds them by the names that were read. Sequences are streamed. Not for use by several threads at once.
/// </summary>
public sealed class LedgerReader : IDisposable
{
    private readonly SqliteSession _session;
    private readonly ArticleRecords _records;
    private readonly ContentStore _content;
    private readonly IReadOnlyList<RecordedCorrection> _corrections;
    private readonly CorrectedActors _corrected;

    private LedgerReader(SqliteSession session)
    {
        _session = session;
        _records = new ArticleRecords(session);
        _content = new ContentStore(session);
        session.Execute("BEGIN");
        Head = HistoryTable.HeadOf(session); // the first read fixes what the transaction sees
        _corrections = CorrectionTable.All(session, _records);
        _corrected = CorrectedActors.Of(_corrections, AsOf.Everything);
    }

    /// <summary>The last record that this reader sees.</summary>
    public LedgerHead Head { get; }

    /// <summary>Opens the ledger at <paramref name="path"/>.</summary>
    /// <exception cref="LedgerException">There is none, it is no ledger, or it comes from another version.</exception>
    public static LedgerReader Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var session = LedgerFile.OpenForReading(path, LedgerWriter.DefaultPatience);
        try
        {
            return new LedgerReader(session);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>How much the ledger holds.</summary>
    public LedgerCounts Counts() => new(
        Count("documents"), Count("articles"), Count("statements"), Count("figures"), Count("agreements"), Count("forecasts"), Head.Sequence);

    /// <summary>Articles with all their records, by publication (unknown last), document name, document hash and index.</summary>
    /// <exception cref="LedgerException">While enumerating: a record cannot be read.</exception>
    public IEnumerable<RecordedArticle> Articles(ArticleFilter? filter = null)
    {
        filter ??= new ArticleFilter();
        var corrected = Corrected(filter.AsOf);
        foreach (var (sequence, _, document) in Find(RecordQuery.For(filter)))
        {
            var found = _records.Read(document, LedgerJson.Canonical.RecordedDocument);
            yield return new RecordedArticle(corrected.Apply(_records.Read(sequence)), found.Name, found.Origin, found.Format, found.GatheredAt);
        }
    }

    /// <summary>
    /// Current articles recorded after a record, in the order of recording, each with the ids of those of its statements that are new: of a
    /// page that changed, and of a feed that shows old entries beside new ones, those that the page did not have before.
    /// </summary>
    /// <param name="sequence">Number of the last record that is not new.</param>
    /// <exception cref="LedgerException">While enumerating: a record cannot be read.</exception>
    public IEnumerable<NewArticle> NewSince(long sequence)
    {
        ContentHash? document = null;
        ImmutableHashSet<string>? added = null;
        foreach (var article in Whole(RecordedSince, sequence))
        {
            var id = article.Article.Reading.Article.Id.Document;
            if (document != id)
            {
                (document, added) = (id, AddedIn(id));
            }

            yield return new NewArticle(article.Sequence, article.Article, added ?? [.. article.Article.Reading.Statements.Select(s => s.Id)]);
        }
    }

    /// <summary>
    /// The current articles recorded before a record with which some articles must be compared to know what they add: those that share
    /// their rarest words, whose actors take stances on the same issues, with figures of the same measure, and the reports that they name.
    /// The cost hardly depends on the size of the ledger.
    /// </summary>
    /// <param name="articles">The articles.</param>
    /// <param name="before">Number of a record; nothing recorded there or later is found.</param>
    /// <param name="most">How many articles at most.</param>
    /// <exception cref="LedgerException">While enumerating: a record cannot be read.</exception>
    public IEnumerable<RecordedArticle> Near(IReadOnlyList<ArticleReading> articles, long before, int most)
    {
        ArgumentNullException.ThrowIfNull(articles);
        using var neighbourhood = new Neighbourhood(_session);
        return neighbourhood.Find(articles, before, most).SelectMany(a => Whole(OneCurrent, a)).Select(a => a.Article).ToList();
    }

    /// <summary>Current articles taken evenly from the whole history, to know how frequent words are.</summary>
    /// <param name="most">How many at most.</param>
    /// <exception cref="LedgerException">While enumerating: a record cannot be read.</exception>
    public IEnumerable<RecordedArticle> Sample(int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        var step = Math.Max(1, Head.Sequence / most);
        for (var from = 1L; from <= Head.Sequence; from += step)
        {
            foreach (var article in Whole(FirstBetween, from, from + step))
            {
                yield return article.Article;
            }
        }
    }

    /// <summary>True if a page of this origin (path or address) was recorded.</summary>
    public bool HasPage(string origin) => _session.Number("SELECT EXISTS (SELECT 1 FROM pages WHERE origin = $1)", origin) == 1;

    /// <summary>Articles without their records, in the same order: what an export of articles needs.</summary>
    /// <exception cref="LedgerException">While enumerating: a record cannot be read.</exception>
    public IEnumerable<Recorded<Article>> ArticlesAlone(ArticleFilter? filter = null)
    {
        foreach (var (sequence, _, document) in Find(RecordQuery.For(filter ?? new ArticleFilter())))
        {
            var article = _records.Read(sequence, RecordsJson.Canonical.Article);
            var place = new RecordedPlace(article, _records.Read(document, LedgerJson.Canonical.RecordedDocument));
            yield return new Recorded<Article>(sequence, article, place);
        }
    }

    /// <summary>Statements in the order of their articles, then as they stand there, outer before inner.</summary>
    /// <exception cref="LedgerException">While enumerating: a record cannot be read.</exception>
    public IEnumerable<Recorded<Statement>> Statements(StatementFilter? filter = null) =>
        Records(filter ?? new StatementFilter(), RecordQuery.For, RecordsJson.Canonical.Statement, (corrected, s, article) => corrected.Apply(s, article), s => (s.Actor?.Name, s.Actor?.Id));

    /// <summary>Figures in the order of their articles.</summary>
    /// <exception cref="LedgerException">While enumerating: a record cannot be read.</exception>
    public IEnumerable<Recorded<Figure>> Figures(FigureFilter? filter = null) =>
        Records(filter ?? new FigureFilter(), RecordQuery.For, RecordsJson.Canonical.Figure, (corrected, f, _) => corrected.Apply(f), f => (f.Claimant, null));

    /// <summary>Mentions of agreements in the order of their articles.</summary>
    /// <exception cref="LedgerException">While enumerating: a record cannot be read.</exception>
    public IEnumerable<Recorded<Agreement>> Agreements(AgreementFilter? filter = null) =>
        Records(filter ?? new AgreementFilter(), RecordQuery.For, RecordsJson.Canonical.Agreement, (corrected, a, _) => corrected.Apply(a), a => (a.Claimant, null));

    /// <summary>Forecasts in the order of their articles.</summary>
    /// <exception cref="LedgerException">While enumerating: a record cannot be read.</exception>
    public IEnumerable<Recorded<Forecast>> Forecasts(ForecastFilter? filter = null) =>
        Records(filter ?? new ForecastFilter(), RecordQuery.For, RecordsJson.Canonical.Forecast, (corrected, f, _) => corrected.Apply(f), f => (f.Actor, null));

    /// <summary>Corrections of actors in the order in which they were made, those taken back among them.</summary>
    public IReadOnlyList<RecordedCorrection> ActorCorrections() => _corrections;

    /// <summary>Documents in the order in which they were recorded, each once.</summary>
    /// <exception cref="LedgerException">While enumerating: a record cannot be read.</exception>
    public IEnumerable<RecordedDocument> Documents() =>
        Sequences("SELECT sequence FROM documents ORDER BY sequence").Select(s => _records.Read(s, LedgerJson.Canonical.RecordedDocument));

    /// <summary>Changes of pages in the order in which they were noticed.</summary>
    /// <exception cref="LedgerException">While enumerating: a record cannot be read.</exception>
    public IEnumerable<Revision> Revisions() =>
        Sequences("SELECT sequence FROM revisions ORDER BY sequence").Select(s => _records.Read(s, LedgerJson.Canonical.Revision));

    /// <summary>Statements that were reworded or vanished, in the order in which it was noticed.</summary>
    /// <exception cref="LedgerException">While enumerating: a record cannot be read.</exception>
    public IEnumerable<StatementChange> Changes() =>
        Sequences("SELECT sequence FROM statement_changes ORDER BY sequence").Select(s => _records.Read(s, LedgerJson.Canonical.StatementChange));

    /// <summary>Entries of a register in the order in which they were recorded.</summary>
    /// <param name="register">The register's name.</param>
    /// <param name="upTo">Only those up to this record of the history; all if null.</param>
    /// <exception cref="LedgerException">While enumerating: the file cannot be read.</exception>
    public IEnumerable<LedgerEntry> Entries(string register, long? upTo = null)
    {
        using var statement = _session.Prepare(
            "SELECT h.sequence, h.kind, h.id, h.json FROM entries e JOIN history h ON h.sequence = e.sequence WHERE e.register = $1 AND e.sequence <= $2 ORDER BY e.sequence");
        using var rows = statement.Rows(register, upTo ?? long.MaxValue);
        while (rows.Read())
        {
            var kind = rows.Text(1);
            yield return new LedgerEntry(register, kind[(register.Length + 1)..], rows.Text(2), rows.Bytes(3)) { Sequence = rows.Number(0) };
        }
    }

    /// <summary>A document's bytes, checked against the hash; null if the ledger has no such document.</summary>
    /// <exception cref="LedgerException">The stored bytes are not what was recorded.</exception>
    public ReadOnlyMemory<byte>? DocumentBytes(ContentHash document)
    {
        try
        {
            if (_content.Find(document) is { } bytes)
            {
                return bytes;
            }

            return null; // in a conditional expression null would become an empty memory
        }
        catch (InvalidDataException e)
        {
            throw new LedgerException($"{_session.Path}: document {document} is damaged: {e.Message}; run 'parley verify'", e);
        }
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        _records.Dispose();
        _content.Dispose();
        _session.Dispose();
    }

    private const string CurrentArticles =
        """
        SELECT a.sequence, d.sequence FROM articles AS a JOIN documents AS d ON d.sha256 = a.document
        WHERE EXISTS (SELECT 1 FROM current_articles AS c WHERE c.article = a.sequence AND c.until IS NULL)
        """;

    private const string RecordedSince = CurrentArticles + " AND a.sequence > $1 ORDER BY a.sequence";
    private const string OneCurrent = CurrentArticles + " AND a.sequence = $1";
    private const string FirstBetween = CurrentArticles + " AND a.sequence >= $1 AND a.sequence < $2 ORDER BY a.sequence LIMIT 1";

    private IEnumerable<(long Sequence, RecordedArticle Article)> Whole(string sql, params object[] values)
    {
        using var statement = _session.Prepare(sql);
        using var rows = statement.Rows(values);
        while (rows.Read())
        {
            var document = _records.Read(rows.Number(1), LedgerJson.Canonical.RecordedDocument);
            yield return (rows.Number(0), new RecordedArticle(_corrected.Apply(_records.Read(rows.Number(0))), document.Name, document.Origin, document.Format, document.GatheredAt));
        }
    }

    /// <summary>Ids of the statements that a document has and the one before it on its page had not; null if there was none before it.</summary>
    private ImmutableHashSet<string>? AddedIn(ContentHash document) =>
        _session.Scalar("SELECT previous FROM revisions WHERE current = $1 ORDER BY sequence DESC LIMIT 1", document.Hex) is string previous
            ? [.. RevisionComparison.Compare(_records.OfDocument(ContentHash.Parse(previous)), _records.OfDocument(document)).Added.Select(s => s.Id)]
            : null;

    private CorrectedActors Corrected(AsOf asOf) => asOf.Gathered is null ? _corrected : CorrectedActors.Of(_corrections, asOf);

    private long Count(string table) => _session.Number($"SELECT COUNT(*) FROM {table}");

    private IEnumerable<Recorded<TRecord>> Records<TRecord, TFilter>(
        TFilter filter,
        Func<TFilter, ImmutableArray<string>, RecordQuery> query,
        JsonTypeInfo<TRecord> type,
        Func<CorrectedActors, TRecord, Article, TRecord> correct,
        Func<TRecord, (string? Name, string? Id)> actor)
        where TRecord : class
        where TFilter : RecordFilter
    {
        var corrected = Corrected(filter.AsOf);
        if (corrected.IsEmpty)
        {
            return Records(query(filter, []), type);
        }

        // The tables have actors as they were read: a wider question is asked of them, and what is found is looked at once corrected.
        var records = Records(query(filter.Actor is null ? filter : filter with { Limit = null }, corrected.Keys), type)
            .Select(found => found with { Record = correct(corrected, found.Record, found.Place.Article) });
        return filter.Actor is { } wanted
            ? records.Where(found => RecordQuery.IsNamed(actor(found.Record), wanted)).Take(filter.Limit ?? int.MaxValue)
            : records;
    }

    private IEnumerable<Recorded<T>> Records<T>(RecordQuery query, JsonTypeInfo<T> type)
        where T : class
    {
        RecordedPlace? place = null;
        var placeSequence = 0L;
        foreach (var (sequence, article, document) in Find(query))
        {
            if (place is null || placeSequence != article)
            {
                place = new RecordedPlace(
                    _records.Read(article, RecordsJson.Canonical.Article), _records.Read(document, LedgerJson.Canonical.RecordedDocument));
                placeSequence = article;
            }

            yield return new Recorded<T>(sequence, _records.Read(sequence, type), place);
        }
    }

    private IEnumerable<(long Record, long Article, long Document)> Find(RecordQuery query)
    {
        if (!query.CanMatch)
        {
            yield break;
        }

        using var statement = _session.Prepare(query.Sql);
        using var rows = statement.Rows(query.Values);
        while (rows.Read())
        {
            yield return (rows.Number(0), rows.Number(1), rows.Number(2));
        }
    }

    private IEnumerable<long> Sequences(string sql)
    {
        using var statement = _session.Prepare(sql);
        using var rows = statement.Rows();
        while (rows.Read())
        {
            yield return rows.Number(0);
        }
    }
}
