using Parley.Records;

namespace Parley.Ledger;

/// <summary>
/// Which document each page shows, and since and until when an article was current. A document stays current as long as any page
/// shows it; one that came by a pipe belongs to no page and is never replaced.
/// </summary>
internal sealed class PageDerivation(SqliteSession session) : IDisposable
{
    private readonly SqlStatement _document = session.Prepare("INSERT INTO documents VALUES ($1, $2, $3, $4, $5, $6, $7)");
    private readonly SqlStatement _page = session.Prepare(
        "INSERT INTO pages (origin, document) VALUES ($1, $2) ON CONFLICT (origin) DO UPDATE SET document = excluded.document");
    private readonly SqlStatement _shown = session.Prepare("SELECT EXISTS (SELECT 1 FROM pages WHERE document = $1)");
    private readonly SqlStatement _open = session.Prepare("INSERT INTO current_articles VALUES ($1, $2, NULL, $3)");
    private readonly SqlStatement _reopen = session.Prepare(
        """
        INSERT INTO current_articles (article, since, until, revision)
        SELECT sequence, $2, NULL, $3 FROM articles WHERE document = $1
            AND NOT EXISTS (SELECT 1 FROM current_articles WHERE article = articles.sequence AND until IS NULL)
        """);

    private readonly SqlStatement _close = session.Prepare(
        """
        UPDATE current_articles SET until = $2 WHERE until IS NULL AND article IN
            (SELECT sequence FROM articles WHERE document = $1 AND article_index NOT IN (SELECT value FROM json_each($3)))
        """);

    private readonly SqlStatement _revision = session.Prepare("INSERT INTO revisions VALUES ($1, $2, $3, $4)");
    private readonly SqlStatement _change = session.Prepare("INSERT INTO statement_changes VALUES ($1, $2, $3, $4)");

    private RecordedDocument? _lastDocument;
    private long _lastDocumentSequence;

    public void AddDocument(long sequence, RecordedDocument document)
    {
        _document.Run(
            sequence, document.Sha256.Hex, document.Name, document.Origin, EnumName.Of(document.Format),
            Derivation.Moment(document.GatheredAt), document.Length);
        Show(document.Origin, document.Sha256);
        (_lastDocument, _lastDocumentSequence) = (document, sequence);
    }

    public void AddArticle(long sequence, ContentHash document)
    {
        if (_lastDocument is null || _lastDocument.Sha256 != document)
        {
            throw new System.Text.Json.JsonException($"it belongs to document {document}, which is not the document recorded before it");
        }

        _open.Run(sequence, Derivation.Moment(_lastDocument.GatheredAt), _lastDocumentSequence);
    }

    public void AddCopy(long sequence, RecordedDocument document)
    {
        Show(document.Origin, document.Sha256);
        _reopen.Run(document.Sha256.Hex, Derivation.Moment(document.GatheredAt), sequence);
    }

    public void AddRevision(long sequence, Revision revision)
    {
        var moment = Derivation.Moment(revision.GatheredAt);
        Show(revision.Origin, revision.Current);
        _revision.Run(sequence, revision.Origin, revision.Previous.Hex, revision.Current.Hex);
        if (_shown.Scalar(revision.Previous.Hex) is 0L)
        {
            _close.Run(revision.Previous.Hex, moment, $"[{string.Join(',', revision.Retained)}]");
        }

        _reopen.Run(revision.Current.Hex, moment, sequence);
    }

    public void AddChange(long sequence, StatementChange change) =>
        _change.Run(sequence, EnumName.Of(change.Fate), change.StatementId, change.ReplacedBy);

    public void Dispose()
    {
        foreach (var statement in (SqlStatement[])[_document, _page, _shown, _open, _reopen, _close, _revision, _change])
        {
            statement.Dispose();
        }
    }

    /// <summary>True for an origin that can be visited again; what came by a pipe cannot.</summary>
    public static bool IsPage(string origin) => origin != "stdin" && !origin.StartsWith("stdin!/", StringComparison.Ordinal);

    private void Show(string origin, ContentHash document)
    {
        if (IsPage(origin))
        {
            _page.Run(origin, document.Hex);
        }
    }
}
