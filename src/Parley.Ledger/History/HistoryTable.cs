using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Parley.Records;

namespace Parley.Ledger;

/// <summary>Appends records to the hash chain, within transactions that the caller holds.</summary>
internal sealed class HistoryTable : IDisposable
{
    private readonly SqliteSession _session;
    private readonly SqlStatement _insert;
    private readonly HistoryHash _hasher = new();
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _json;
    private long _sequence;
    private byte[] _hash = [];

    public HistoryTable(SqliteSession session)
    {
        _session = session;
        _json = new Utf8JsonWriter(_buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        _insert = session.Prepare("INSERT INTO history (sequence, kind, id, json, previous, hash) VALUES ($1, $2, $3, $4, $5, $6)");
    }

    /// <summary>Goes on from the ledger's head; to be called once at the start of a transaction.</summary>
    public void TakeHead()
    {
        var head = HeadOf(_session);
        (_sequence, _hash) = (head.Sequence, Convert.FromHexString(head.Hash.Hex));
    }

    public LedgerHead Head => new(_sequence, ContentHash.Parse(Convert.ToHexString(_hash)));

    public static LedgerHead HeadOf(SqliteSession session)
    {
        using var statement = session.Prepare("SELECT sequence, hash FROM head");
        using var rows = statement.Rows();
        return rows.Read() && rows.Bytes(1) is { Length: HistoryHash.Size } hash
            ? new LedgerHead(rows.Number(0), ContentHash.Parse(Convert.ToHexString(hash)))
            : throw new LedgerException($"{session.Path}: the ledger has lost its head row; run 'parley verify'");
    }

    /// <summary>Appends a record and returns its sequence number.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="id">Its name among those of its kind.</param>
    /// <param name="record">The record.</param>
    /// <param name="write">Writes it as canonical JSON.</param>
    public long Append<T>(string kind, string id, T record, Action<Utf8JsonWriter, T> write)
    {
        _buffer.ResetWrittenCount();
        _json.Reset(_buffer);
        write(_json, record);
        _json.Flush();
        return Append(kind, id, _buffer.WrittenSpan);
    }

    /// <summary>Appends a record of a kind that is seldom and returns its sequence number.</summary>
    public long Append<T>(string kind, string id, T record, JsonTypeInfo<T> type) =>
        Append(kind, id, JsonSerializer.SerializeToUtf8Bytes(record, type));

    /// <summary>Appends a record that is JSON already and returns its sequence number.</summary>
    public long Append(string kind, string id, ReadOnlySpan<byte> json)
    {
        var sequence = _sequence + 1;
        var hash = _hasher.Of(sequence, _hash, kind, id, json);
        _insert.Run(sequence, kind, id, json.ToArray(), _hash, hash);
        (_sequence, _hash) = (sequence, hash);
        return sequence;
    }

    /// <summary>Moves the ledger's head to the last record; to be called once before the commit.</summary>
    public void MoveHead() => _session.Execute("UPDATE head SET sequence = $1, hash = $2", _sequence, _hash);

    public void Dispose()
    {
        _insert.Dispose();
        _json.Dispose();
        _hasher.Dispose();
    }
}
