using System.Text.Json.Serialization.Metadata;
using Microsoft.Data.Sqlite;
using Parley.Records;

namespace Parley.Ledger;

/// <summary>
/// Appends readings to a ledger. What <see cref="Append(Reading)"/> has returned survives a crash at any moment; what it has not
/// returned is recorded wholly or not at all. Any number of readers may be open meanwhile, in any process. A second writer waits for
/// its turn at each append. Not for use by several threads at once.
/// </summary>
public sealed class LedgerWriter : IDisposable
{
    /// <summary>How long a writer waits for another one by default.</summary>
    public static readonly TimeSpan DefaultPatience = TimeSpan.FromSeconds(30);

    private readonly SqliteSession _session;

    private ReadingRecorder? _recorder; // its compiled statements are kept from append to append

    private LedgerWriter(SqliteSession session) => _session = session;

    /// <summary>The ledger's last record.</summary>
    public LedgerHead Head => HistoryTable.HeadOf(_session);

    /// <summary>
    /// Opens the ledger at <paramref name="path"/>; makes it if there is none, brings an older one to the present schema.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="patience">How long to wait for another writer, in whole seconds; <see cref="DefaultPatience"/> if null.</param>
    /// <exception cref="LedgerException">The file is no ledger (it is left as it is), comes from a newer Parley, or cannot be written.</exception>
    public static LedgerWriter Open(string path, TimeSpan? patience = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new LedgerWriter(LedgerFile.OpenForWriting(path, patience ?? DefaultPatience));
    }

    /// <summary>Appends one reading.</summary>
    /// <exception cref="ArgumentException">The reading contradicts itself: a span outside its article, a hash that is not the bytes'.</exception>
    /// <exception cref="LedgerException">It could not be recorded; nothing of it is.</exception>
    public AppendResult Append(Reading reading) => Append([reading])[0];

    /// <summary>Appends several readings in their order with one commit: much faster, and recorded all or none.</summary>
    /// <inheritdoc cref="Append(Reading)"/>
    public IReadOnlyList<AppendResult> Append(IReadOnlyList<Reading> readings)
    {
        ArgumentNullException.ThrowIfNull(readings);
        foreach (var reading in readings)
        {
            ReadingCheck.ThrowIfInconsistent(reading);
        }

        return InTransaction(() =>
        {
            var recorder = _recorder ??= new ReadingRecorder(_session);
            recorder.Begin();
            var results = new List<AppendResult>(readings.Count);
            foreach (var reading in readings)
            {
                results.Add(recorder.Record(reading));
            }

            recorder.Complete();
            return results;
        });
    }

    /// <summary>Records a user's word on who an actor is. It holds for everything recorded before and after, until it is taken back.</summary>
    /// <returns>Its number in the history.</returns>
    /// <exception cref="LedgerException">It could not be recorded.</exception>
    public long Append(ActorCorrection correction)
    {
        ArgumentNullException.ThrowIfNull(correction);
        return AppendAlone(
            RecordKind.ActorCorrection, correction.ActorId, correction with { At = correction.At.ToUniversalTime() }, LedgerJson.Canonical.ActorCorrection, null);
    }

    /// <summary>Takes a correction back.</summary>
    /// <returns>Number of this record in the history.</returns>
    /// <exception cref="LedgerException">There is no such correction, or it was taken back already.</exception>
    public long Append(ActorCorrectionRevert revert)
    {
        ArgumentNullException.ThrowIfNull(revert);
        using var records = new ArticleRecords(_session);
        var found = CorrectionTable.All(_session, records).Find(c => c.Sequence == revert.Correction);
        return found switch
        {
            null => throw new LedgerException($"{_session.Path}: record {revert.Correction} is no correction of an actor; 'parley actors history' lists them"),
            { Revert: not null } => throw new LedgerException($"{_session.Path}: correction {revert.Correction} was taken back already"),
            _ => AppendAlone(
                RecordKind.ActorCorrectionRevert, $"{revert.Correction}", revert with { At = revert.At.ToUniversalTime() }, LedgerJson.Canonical.ActorCorrectionRevert, revert.Correction),
        };
    }

    /// <summary>Appends entries of a register in their order with one commit: recorded all or none.</summary>
    /// <returns>The ledger's last record after them.</returns>
    /// <exception cref="ArgumentException">A register or kind is named with other characters than lower-case letters and hyphens.</exception>
    /// <exception cref="LedgerException">They could not be recorded; none of them is.</exception>
    public LedgerHead Append(IReadOnlyList<LedgerEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        foreach (var entry in entries)
        {
            if (!IsName(entry.Register) || !IsName(entry.Kind))
            {
                throw new ArgumentException($"an entry's register and kind are lower-case letters and hyphens, not '{entry.Register}' and '{entry.Kind}'", nameof(entries));
            }
        }

        return InTransaction(() =>
        {
            using var history = new HistoryTable(_session);
            using var derivation = new Derivation(_session);
            history.TakeHead();
            foreach (var entry in entries)
            {
                derivation.AddEntry(history.Append(entry.HistoryKind, entry.Id, entry.Json.Span), entry.HistoryKind);
            }

            history.MoveHead();
            return history.Head;
        });
    }

    /// <summary>Throws away every derived table and index and builds them again from the history.</summary>
    /// <exception cref="LedgerException">The history cannot be read; the old tables stay.</exception>
    public void Rebuild() => InTransaction(() =>
    {
        Derivation.Rebuild(_session);
        return true;
    });

    /// <summary>Closes the file. Appended readings are safe without it.</summary>
    public void Dispose()
    {
        _recorder?.Dispose();
        _session.Dispose();
    }

    private long AppendAlone<T>(string kind, string id, T record, JsonTypeInfo<T> type, long? reverts) => InTransaction(() =>
    {
        using var history = new HistoryTable(_session);
        using var derivation = new Derivation(_session);
        history.TakeHead();
        var sequence = history.Append(kind, id, record, type);
        derivation.AddCorrection(sequence, reverts);
        history.MoveHead();
        return sequence;
    });

    private static bool IsName(string name) => name.Length > 0 && name.All(c => char.IsAsciiLetterLower(c) || c == '-');

    private T InTransaction<T>(Func<T> work)
    {
        _session.Execute("BEGIN IMMEDIATE");
        try
        {
            var result = work();
            _session.Execute("COMMIT");
            return result;
        }
        catch
        {
            Rollback();
            throw;
        }
    }

    private void Rollback()
    {
        try
        {
            _session.Execute("ROLLBACK");
        }
        catch (LedgerException e) when (e.InnerException is SqliteException { SqliteErrorCode: 1 })
        {
            // SQLite has already rolled back by itself (disk full); the first error is the one to tell.
        }
    }
}
