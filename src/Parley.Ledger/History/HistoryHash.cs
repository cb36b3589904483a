using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Parley.Ledger;

/// <summary>
/// The chained hash of a record: SHA-256 over the sequence number (8 bytes, big-endian), the previous record's hash (32 bytes; zeros
/// for the first), and kind, id and canonical JSON in UTF-8, each after its length (4 bytes, big-endian).
/// </summary>
internal sealed class HistoryHash : IDisposable
{
    public const int Size = SHA256.HashSizeInBytes;

    private readonly IncrementalHash _sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public byte[] Of(long sequence, ReadOnlySpan<byte> previous, string kind, string id, ReadOnlySpan<byte> json)
    {
        Span<byte> number = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(number, sequence);
        _sha256.AppendData(number);
        _sha256.AppendData(previous);
        Append(Encoding.UTF8.GetBytes(kind));
        Append(Encoding.UTF8.GetBytes(id));
        Append(json);
        return _sha256.GetHashAndReset();
    }

    public void Dispose() => _sha256.Dispose();

    private void Append(ReadOnlySpan<byte> bytes)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        _sha256.AppendData(length);
        _sha256.AppendData(bytes);
    }
}
