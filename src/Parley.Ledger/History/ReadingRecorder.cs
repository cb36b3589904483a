using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Ledger;

/// <summary>Writes readings into history, content and derived tables, within transactions that the caller holds.</summary>
internal sealed class ReadingRecorder(SqliteSession session) : IDisposable
{
    private readonly HistoryTable _history = new(session);
    private readonly Derivation _derivation = new(session);
    private readonly ContentStore _content = new(session);
    private readonly ArticleRecords _recorded = new(session);
    private readonly SqlStatement _known = session.Prepare("SELECT 1 FROM documents WHERE sha256 = $1");
    private readonly SqlStatement _shown = session.Prepare("SELECT document FROM pages WHERE origin = $1");

    /// <summary>To be called once at the start of every transaction: another writer may have appended since the last one.</summary>
    public void Begin() => _history.TakeHead();

    public AppendResult Record(Reading reading)
    {
        var document = RecordedDocument.From(reading.Document);
        var isKnown = _known.Scalar(document.Sha256.Hex) is not null;
        var previous = _shown.Scalar(document.Origin) is string hex ? ContentHash.Parse(hex) : (ContentHash?)null;
        if (!isKnown)
        {
            RecordNew(document, reading);
        }

        if (previous is { } earlier && earlier != document.Sha256)
        {
            return RecordRevision(document, earlier, isKnown ? _recorded.OfDocument(document.Sha256) : reading.Articles);
        }

        if (isKnown && previous is null && PageDerivation.IsPage(document.Origin))
        {
            var sequence = _history.Append(RecordKind.Copy, document.Sha256.Hex, document, RecordedDocument.Write);
            _derivation.AddCopy(sequence, document);
        }

        return new AppendResult
        {
            Document = document.Sha256,
            Outcome = isKnown ? AppendOutcome.AlreadyRecorded : AppendOutcome.Recorded,
            Head = _history.Head,
        };
    }

    /// <summary>To be called once, after the last reading and before the commit.</summary>
    public void Complete() => _history.MoveHead();

    public void Dispose()
    {
        _history.Dispose();
        _derivation.Dispose();
        _content.Dispose();
        _recorded.Dispose();
        _known.Dispose();
        _shown.Dispose();
    }

    private void RecordNew(RecordedDocument document, Reading reading)
    {
        _content.Add(document.Sha256, reading.Document.Bytes.Span);
        _derivation.Add(_history.Append(RecordKind.Document, document.Sha256.Hex, document, RecordedDocument.Write), document);
        foreach (var piece in reading.Articles)
        {
            var article = piece.Article;
            _derivation.Add(_history.Append(RecordKind.Article, $"{article.Id.Document.Hex}/{article.Id.Index}", article, RecordJsonWriter.Write), article);
            foreach (var statement in piece.Statements)
            {
                _derivation.Add(_history.Append(RecordKind.Statement, statement.Id, statement, RecordJsonWriter.Write), statement);
            }

            foreach (var figure in piece.Figures)
            {
                _derivation.Add(_history.Append(RecordKind.Figure, figure.Id, figure, RecordJsonWriter.Write), figure);
            }

            foreach (var agreement in piece.Agreements)
            {
                _derivation.Add(_history.Append(RecordKind.Agreement, agreement.Id, agreement, RecordJsonWriter.Write), agreement);
            }

            foreach (var forecast in piece.Forecasts)
            {
                _derivation.Add(_history.Append(RecordKind.Forecast, forecast.Id, forecast, RecordJsonWriter.Write), forecast);
            }
        }
    }

    private AppendResult RecordRevision(RecordedDocument document, ContentHash previous, IReadOnlyList<ArticleReading> current)
    {
        var before = _recorded.OfDocument(previous);
        var retained = document.Format is DocumentFormat.Feed ? FeedWindow.Passed(before, current) : [];
        var revision = new Revision
        {
            Origin = document.Origin,
            Previous = previous,
            Current = document.Sha256,
            GatheredAt = document.GatheredAt,
            Retained = retained,
        };
        _derivation.Add(_history.Append(RecordKind.Revision, document.Sha256.Hex, revision, LedgerJson.Canonical.Revision), revision);

        var (changed, added) = RevisionComparison.Compare(before.Where(a => !retained.Contains(a.Article.Id.Index)), current);
        var changes = changed.Select(pair => ChangeOf(revision, pair.Was, pair.Is)).ToImmutableArray();
        foreach (var change in changes)
        {
            var kind = change.Fate is StatementFate.Reworded ? RecordKind.StatementChanged : RecordKind.StatementVanished;
            _derivation.Add(_history.Append(kind, change.StatementId, change, LedgerJson.Canonical.StatementChange), change);
        }

        return new AppendResult
        {
            Document = document.Sha256,
            Outcome = AppendOutcome.Revised,
            Head = _history.Head,
            Previous = previous,
            Changes = changes,
            Added = [.. added.Select(s => s.Id)],
        };
    }

    private static StatementChange ChangeOf(Revision revision, StatementWords was, StatementWords? now) => new()
    {
        Fate = now is null ? StatementFate.Vanished : StatementFate.Reworded,
        Origin = revision.Origin,
        Previous = revision.Previous,
        Current = revision.Current,
        StatementId = was.Statement.Id,
        ReplacedBy = now?.Statement.Id,
        Actor = was.Statement.Actor?.Name,
        Was = was.Content,
        Is = now?.Content,
    };
}
