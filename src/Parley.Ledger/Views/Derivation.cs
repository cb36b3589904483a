using System.Globalization;
using System.Text.Json;
using Parley.Records;

namespace Parley.Ledger;

/// <summary>
/// Fills the derived tables from records in the order of the history. The same code runs when a reading is appended, when the tables
/// are rebuilt, and when a verifier fills a second set of them to compare with.
/// </summary>
internal sealed class Derivation(SqliteSession session) : IDisposable
{
    private readonly PageDerivation _pages = new(session);
    private readonly SqlStatement _article = session.Prepare(
        "INSERT INTO articles VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)");
    private readonly SqlStatement _articleText = session.Prepare("INSERT INTO article_text (rowid, title, text) VALUES ($1, $2, $3)");
    private readonly SqlStatement _statement = session.Prepare(
        "INSERT INTO statements VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)");
    private readonly SqlStatement _statementText = session.Prepare("INSERT INTO statement_text (rowid, content, actor) VALUES ($1, $2, $3)");
    private readonly SqlStatement _issue = session.Prepare("INSERT INTO statement_issues VALUES ($1, $2, $3)");
    private readonly SqlStatement _figure = session.Prepare("INSERT INTO figures VALUES ($1, $2, $3, $4, $5, $6, $7, $8)");
    private readonly SqlStatement _agreement = session.Prepare("INSERT INTO agreements VALUES ($1, $2, $3, $4, $5, $6, $7, $8)");
    private readonly SqlStatement _forecast = session.Prepare("INSERT INTO forecasts VALUES ($1, $2, $3, $4, $5, $6, $7, $8)");
    private readonly SqlStatement _correction = session.Prepare("INSERT INTO actor_corrections VALUES ($1, $2)");
    private readonly SqlStatement _entry = session.Prepare("INSERT INTO entries VALUES ($1, $2, $3)");

    private Article? _lastArticle;
    private long _lastArticleSequence;

    /// <summary>Drops the derived tables and fills them again from history. The caller holds the transaction.</summary>
    public static void Rebuild(SqliteSession session)
    {
        session.Execute(DerivedSchema.Drop());
        session.Execute(DerivedSchema.Create("main"));
        using var derivation = new Derivation(session);
        using var history = session.Prepare("SELECT sequence, kind, json FROM history ORDER BY sequence");
        using var rows = history.Rows();
        while (rows.Read())
        {
            try
            {
                derivation.Add(rows.Number(0), rows.Text(1), rows.Bytes(2));
            }
            catch (JsonException e)
            {
                throw new LedgerException(
                    $"{session.Path}: record {rows.Number(0)} cannot be read; run 'parley verify' to see what was changed ({e.Message})", e);
            }
        }
    }

    /// <summary>Adds a record as the history has it.</summary>
    /// <exception cref="JsonException">The bytes are no such record.</exception>
    public void Add(long sequence, string kind, ReadOnlySpan<byte> json)
    {
        switch (kind)
        {
            case RecordKind.Document:
                _pages.AddDocument(sequence, Read(json, LedgerJson.Canonical.RecordedDocument));
                break;
            case RecordKind.Copy:
                _pages.AddCopy(sequence, Read(json, LedgerJson.Canonical.RecordedDocument));
                break;
            case RecordKind.Revision:
                _pages.AddRevision(sequence, Read(json, LedgerJson.Canonical.Revision));
                break;
            case RecordKind.StatementChanged or RecordKind.StatementVanished:
                _pages.AddChange(sequence, Read(json, LedgerJson.Canonical.StatementChange));
                break;
            case RecordKind.Article:
                Add(sequence, Read(json, RecordsJson.Canonical.Article));
                break;
            case RecordKind.Statement:
                Add(sequence, Read(json, RecordsJson.Canonical.Statement));
                break;
            case RecordKind.Figure:
                Add(sequence, Read(json, RecordsJson.Canonical.Figure));
                break;
            case RecordKind.Agreement:
                Add(sequence, Read(json, RecordsJson.Canonical.Agreement));
                break;
            case RecordKind.Forecast:
                Add(sequence, Read(json, RecordsJson.Canonical.Forecast));
                break;
            case RecordKind.ActorCorrection:
                Read(json, LedgerJson.Canonical.ActorCorrection);
                AddCorrection(sequence);
                break;
            case RecordKind.ActorCorrectionRevert:
                AddCorrection(sequence, Read(json, LedgerJson.Canonical.ActorCorrectionRevert).Correction);
                break;
            case var entry when entry.Contains(LedgerEntry.Separator, StringComparison.Ordinal):
                AddEntry(sequence, entry);
                break;
            default:
                throw new JsonException($"a record of the unknown kind '{kind}'");
        }
    }

    public void Add(long sequence, RecordedDocument document) => _pages.AddDocument(sequence, document);

    public void AddCopy(long sequence, RecordedDocument document) => _pages.AddCopy(sequence, document);

    public void Add(long sequence, Revision revision) => _pages.AddRevision(sequence, revision);

    public void Add(long sequence, StatementChange change) => _pages.AddChange(sequence, change);

    public void Add(long sequence, Article article)
    {
        var published = article.Published;
        _article.Run(
            sequence, article.Id.Document.Hex, article.Id.Index, article.Title, article.Byline, article.Outlet, Key(article.Outlet),
            published?.ToString(), Day(published?.First), Day(published?.Last), EnumName.Of(article.Form), article.Language);
        _articleText.Run(sequence, article.Title, article.Text);
        _pages.AddArticle(sequence, article.Id.Document);
        (_lastArticle, _lastArticleSequence) = (article, sequence);
    }

    public void Add(long sequence, Statement statement)
    {
        var article = ArticleOf(statement.Article);
        var published = article.Published;
        DateOnly? first = null, last = null;
        if (statement.Said is { } said && TimexRange.TryParse(said.Value, out var from, out var to))
        {
            (first, last) = (from, to);
        }

        _statement.Run(
            sequence, statement.Id, _lastArticleSequence, statement.Actor?.Name, Key(statement.Actor?.Name), statement.Actor?.Id,
            statement.Said?.Value, Day(first), Day(last), Day(published?.First), Day(published?.Last), EnumName.Of(statement.Polarity),
            EnumName.Of(statement.Sourcing), statement.Event, Words(statement.Mode), Words(statement.Context), Key(article.Outlet), statement.Issues.FirstOrDefault(),
            statement.Stance is { } stance ? EnumName.Of(stance) : null, statement.Confidence);
        _statementText.Run(
            sequence, string.Join(" … ", statement.Attribution.Content.Select(s => s.In(article.Text).ToString())), statement.Actor?.Name);
        for (var rank = 0; rank < statement.Issues.Length; rank++)
        {
            _issue.Run(sequence, rank, statement.Issues[rank]);
        }
    }

    public void Add(long sequence, Figure figure)
    {
        ArticleOf(figure.Article);
        _figure.Run(
            sequence, figure.Id, _lastArticleSequence, figure.StatementId, figure.Measure, figure.Unit, Key(figure.Claimant), figure.AsOf);
    }

    public void Add(long sequence, Agreement agreement)
    {
        ArticleOf(agreement.Article);
        _agreement.Run(
            sequence, agreement.Id, _lastArticleSequence, agreement.StatementId, Key(agreement.Name), agreement.Date?.ToString(),
            EnumName.Of(agreement.Claim), Key(agreement.Claimant));
    }

    public void Add(long sequence, Forecast forecast)
    {
        ArticleOf(forecast.Article);
        _forecast.Run(
            sequence, forecast.Id, _lastArticleSequence, forecast.StatementId, Key(forecast.Actor), forecast.Made?.ToString(),
            forecast.Deadline, EnumName.Of(forecast.Outcome));
    }

    /// <summary>Notes a correction of an actor, or that one is taken back.</summary>
    public void AddCorrection(long sequence, long? reverts = null) => _correction.Run(sequence, reverts);

    /// <summary>Adds a register's entry by its kind in the history: register and kind, a slash between them.</summary>
    public void AddEntry(long sequence, string kind)
    {
        var separator = kind.IndexOf(LedgerEntry.Separator, StringComparison.Ordinal);
        _entry.Run(sequence, kind[..separator], kind[(separator + 1)..]);
    }

    public void Dispose()
    {
        foreach (var statement in (SqlStatement[])
            [_article, _articleText, _statement, _statementText, _issue, _figure, _agreement, _forecast, _entry, _correction])
        {
            statement.Dispose();
        }

        _pages.Dispose();
    }

    /// <summary>Words as one text; null if there are none.</summary>
    private static string? Words(IReadOnlyCollection<string> words) => words.Count == 0 ? null : string.Join(' ', words);

    /// <summary>The form of a name by which it is looked up.</summary>
    public static string? Key(string? name) => name?.Trim().ToLowerInvariant();

    /// <summary>A day as it is stored and compared.</summary>
    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A moment as it is stored and compared.</summary>
    public static string Moment(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    private static T Read<T>(ReadOnlySpan<byte> json, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        where T : class => JsonSerializer.Deserialize(json, type) ?? throw new JsonException("null is no record");

    private Article ArticleOf(ArticleId id) =>
        _lastArticle is { } article && article.Id == id ? article
            : throw new JsonException($"it belongs to article {id}, which is not the article recorded before it");
}
