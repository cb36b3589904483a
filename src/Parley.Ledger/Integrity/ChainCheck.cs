namespace Parley.Ledger;

/// <summary>Checks that records are numbered without gaps, follow each other by hash, and end at the head.</summary>
internal sealed class ChainCheck(LedgerHead? expected) : IDisposable
{
    private readonly HistoryHash _hasher = new();
    private byte[] _previous = new byte[HistoryHash.Size];
    private long _last;

    public IEnumerable<LedgerProblem> Problems(HistoryRecord record)
    {
        if (record.Sequence != _last + 1)
        {
            yield return record.Problem(
                record.Sequence == _last + 2 ? $"record {_last + 1} before it is missing"
                    : $"records {_last + 1} to {record.Sequence - 1} before it are missing");
        }
        else if (!record.Previous.AsSpan().SequenceEqual(_previous))
        {
            yield return record.Problem("it does not follow the record before it: one of the two was changed, exchanged or moved");
        }

        if (!_hasher.Of(record.Sequence, record.Previous, record.Kind, record.Id, record.Json).AsSpan().SequenceEqual(record.Hash))
        {
            yield return record.Problem("it was changed after it was recorded: its hash is not that of its content");
        }

        if (expected is { } head && head.Sequence == record.Sequence && HexOf(record.Hash) != head.Hash.Hex)
        {
            yield return record.Problem("the history up to here is not the one that the given head stands for");
        }

        (_previous, _last) = (record.Hash, record.Sequence);
    }

    public IEnumerable<LedgerProblem> ProblemsAtEnd(SqliteSession session)
    {
        using var statement = session.Prepare("SELECT CAST(sequence AS INTEGER), CAST(hash AS BLOB) FROM head");
        using (var rows = statement.Rows())
        {
            if (!rows.Read())
            {
                yield return new LedgerProblem(null, null, null, "the head row is missing, so a shortened history would not be noticed");
            }
            else if (rows.Number(0) > _last)
            {
                yield return new LedgerProblem(
                    null, null, null, $"the history ends at record {_last}, the head says {rows.Number(0)}: the last records are missing");
            }
            else if (rows.Number(0) < _last)
            {
                yield return new LedgerProblem(
                    null, null, null, $"the history goes on to record {_last}, the head says {rows.Number(0)}: records were added from outside");
            }
            else if (!rows.Bytes(1).AsSpan().SequenceEqual(_previous))
            {
                yield return new LedgerProblem(
                    null, null, null, "the last record's hash is not the head's: the history was changed and chained anew");
            }
        }

        if (expected is { } head && head.Sequence > _last)
        {
            yield return new LedgerProblem(
                null, null, null, $"the history ends at record {_last}, the given head stands for {head.Sequence}: the last records are missing");
        }
        else if (expected is { Sequence: 0 } empty && empty.Hash != default)
        {
            yield return new LedgerProblem(null, null, null, "the given head is none: an empty history has a hash of zeros");
        }
    }

    public void Dispose() => _hasher.Dispose();

    private static string HexOf(byte[] hash) => Convert.ToHexStringLower(hash);
}
