using System.IO.Compression;
using Parley.Records;

namespace Parley.Ledger;

/// <summary>
/// Documents' bytes, compressed with zlib (RFC 1950) so that an independent verifier needs nothing but a standard library.
/// </summary>
internal sealed class ContentStore(SqliteSession session) : IDisposable
{
    private readonly SqlStatement _insert = session.Prepare("INSERT INTO content (sha256, length, zlib) VALUES ($1, $2, $3)");
    private readonly SqlStatement _select = session.Prepare("SELECT length, zlib FROM content WHERE sha256 = $1");

    public void Add(ContentHash sha256, ReadOnlySpan<byte> bytes)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(bytes);
        }

        _insert.Run(sha256.Hex, bytes.Length, compressed.ToArray());
    }

    /// <summary>The bytes; null if there are none under this hash.</summary>
    /// <exception cref="InvalidDataException">They are not what was recorded.</exception>
    public byte[]? Find(ContentHash sha256)
    {
        using var rows = _select.Rows(sha256.Hex);
        if (!rows.Read())
        {
            return null;
        }

        var length = rows.Number(0);
        var compressed = rows.Bytes(1);
        // zlib packs at most about 1032 to 1, so a changed length cannot make this allocate much more than is there.
        if (length < 0 || length > Array.MaxLength || length > 1040L * compressed.Length)
        {
            throw new InvalidDataException($"a length of {length} bytes cannot be right");
        }

        var bytes = new byte[length];
        using var zlib = new ZLibStream(new MemoryStream(compressed), CompressionMode.Decompress);
        if (zlib.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) != bytes.Length || zlib.ReadByte() >= 0)
        {
            throw new InvalidDataException($"it does not unpack to the {length} bytes recorded");
        }

        return ContentHash.Of(bytes) == sha256 ? bytes : throw new InvalidDataException("its bytes do not have the hash recorded for them");
    }

    public void Dispose()
    {
        _insert.Dispose();
        _select.Dispose();
    }
}
