using System.Text.Json;
using Parley.Records;

namespace Parley.Ledger;

/// <summary>Checks documents against their hashes, articles against their documents and spans against their articles.</summary>
internal sealed class SourceCheck(SqliteSession session) : IDisposable
{
    private readonly ContentStore _content = new(session);
    private RecordedDocument? _document;
    private string? _decoded;
    private Article? _article;

    public IEnumerable<LedgerProblem> Problems(HistoryRecord record)
    {
        try
        {
            return record.Kind switch
            {
                RecordKind.Document => OfDocument(record, JsonSerializer.Deserialize(record.Json, LedgerJson.Canonical.RecordedDocument)!),
                RecordKind.Article => OfArticle(record, JsonSerializer.Deserialize(record.Json, RecordsJson.Canonical.Article)!),
                RecordKind.Statement => OfStatement(record, JsonSerializer.Deserialize(record.Json, RecordsJson.Canonical.Statement)!),
                RecordKind.Figure when JsonSerializer.Deserialize(record.Json, RecordsJson.Canonical.Figure)! is var figure =>
                    OfRecord(record, figure.Id, figure.Article, [figure.Span]),
                RecordKind.Agreement when JsonSerializer.Deserialize(record.Json, RecordsJson.Canonical.Agreement)! is var agreement =>
                    OfRecord(record, agreement.Id, agreement.Article, [agreement.Span]),
                RecordKind.Forecast when JsonSerializer.Deserialize(record.Json, RecordsJson.Canonical.Forecast)! is var forecast =>
                    OfRecord(record, forecast.Id, forecast.Article, RecordSpans.Of(forecast)),
                _ => [],
            };
        }
        catch (Exception e) when (e is JsonException or ArgumentException or NullReferenceException)
        {
            return [record.Problem($"it cannot be read as a record of its kind: {e.Message}")];
        }
    }

    /// <summary>Documents' bytes that no record speaks of.</summary>
    public IEnumerable<LedgerProblem> ProblemsAtEnd()
    {
        using var statement = session.Prepare(
            "SELECT CAST(sha256 AS TEXT) FROM content WHERE sha256 NOT IN (SELECT id FROM history WHERE kind = 'document')");
        using var rows = statement.Rows();
        while (rows.Read())
        {
            yield return new LedgerProblem(null, RecordKind.Document, rows.Text(0), "its bytes are stored, and no record speaks of it");
        }
    }

    public void Dispose() => _content.Dispose();

    private List<LedgerProblem> OfDocument(HistoryRecord record, RecordedDocument document)
    {
        (_document, _decoded, _article) = (document, null, null);
        var problems = new List<LedgerProblem>();
        if (record.Id != document.Sha256.Hex)
        {
            problems.Add(record.Problem("its id is not its hash"));
        }

        try
        {
            var bytes = _content.Find(document.Sha256);
            if (bytes is null)
            {
                problems.Add(record.Problem("its bytes are missing"));
            }
            else if (bytes.Length != document.Length)
            {
                problems.Add(record.Problem($"it has {bytes.Length} bytes, {document.Length} were recorded"));
            }
            else if (document.Format is DocumentFormat.PlainText && document.Charset is { } charset)
            {
                _decoded = DecodedText.Of(bytes, charset);
                if (_decoded is null)
                {
                    problems.Add(record.Problem($"its charset '{charset}' is unknown here, so its articles cannot be compared with its bytes"));
                }
            }
        }
        catch (InvalidDataException e)
        {
            problems.Add(record.Problem($"its stored bytes were changed: {e.Message}"));
        }

        return problems;
    }

    private List<LedgerProblem> OfArticle(HistoryRecord record, Article article)
    {
        _article = article;
        var problems = new List<LedgerProblem>();
        if (record.Id != $"{article.Id.Document.Hex}/{article.Id.Index}")
        {
            problems.Add(record.Problem("its id is not that of its document and index"));
        }

        if (_document is null || _document.Sha256 != article.Id.Document)
        {
            problems.Add(record.Problem("the document recorded before it is not its own"));
        }
        else if (_decoded is not null && !DecodedText.Has(_decoded, article))
        {
            problems.Add(record.Problem("its text is not what stands in the document at its place"));
        }

        if (RecordSpans.FirstOutside(RecordSpans.Of(article), article.Text.Length) is { } outside)
        {
            problems.Add(record.Problem($"a block has the span {outside}, which leaves its text"));
        }

        return problems;
    }

    private List<LedgerProblem> OfStatement(HistoryRecord record, Statement statement)
    {
        var problems = OfRecord(record, statement.Id, statement.Article, RecordSpans.Of(statement));
        if (statement.Attribution.Content.IsEmpty)
        {
            problems.Add(record.Problem("it has no content"));
        }

        return problems;
    }

    private List<LedgerProblem> OfRecord(HistoryRecord record, string id, ArticleId article, IEnumerable<TextSpan> spans)
    {
        var problems = new List<LedgerProblem>();
        if (record.Id != id)
        {
            problems.Add(record.Problem($"its content names it {id}"));
        }

        if (_article is null || _article.Id != article)
        {
            problems.Add(record.Problem($"the article recorded before it is not its own ({article})"));
        }
        else if (RecordSpans.FirstOutside(spans, _article.Text.Length) is { } outside)
        {
            problems.Add(record.Problem($"it has the span {outside}, which leaves its article's {_article.Text.Length} units"));
        }

        return problems;
    }
}
