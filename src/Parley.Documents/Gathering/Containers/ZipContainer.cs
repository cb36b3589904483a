using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.CompilerServices;

namespace Parley.Documents.Gathering.Containers;

/// <summary>A zip archive: its entries in the order of the archive's list. Nothing is ever written to disk.</summary>
internal static class ZipContainer
{
    private const int ListHeader = 46;
    private const int EntriesOfDocx = 10_000;
    private const string Bomb = "unpacks to more than is allowed, as a zip bomb does; the rest of it was not read";
    private const string RaiseLimits = "unpack it yourself if you trust it, or raise the limit on unpacking (--max-unpacked)";

    internal static async IAsyncEnumerable<RawItem> OpenAsync(
        RawItem container, GatherOptions options, UnpackingBudget budget, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (ListedEntries(container.Bytes.Span) > options.MaxEntries)
        {
            yield return RawItem.Failed(container.Name, null, $"holds more than {options.MaxEntries:N0} entries", RaiseLimits);
            yield break;
        }

        using var archive = Open(container, out var broken);
        if (archive is null)
        {
            yield return broken!;
            yield break;
        }

        foreach (var entry in archive.Entries)
        {
            var name = $"{container.Name}!/{entry.FullName}";
            if (IsPassedOver(entry.FullName))
            {
                continue;
            }

            if (!budget.TakeEntry())
            {
                yield return RawItem.Failed(container.Name, null, Bomb, RaiseLimits);
                yield break;
            }

            yield return LeadsOut(entry.FullName)
                ? RawItem.Failed(name, null, "has a name that leads out of the archive; it was not read", "do not trust this archive; pack it again with plain names")
                : entry.IsEncrypted
                ? RawItem.Failed(name, null, "is encrypted", "unpack it with its password first")
                : await ReadAsync(entry, container, name, budget, cancellation).ConfigureAwait(false);
            if (budget.IsSpent)
            {
                yield break;
            }
        }
    }

    private static async Task<RawItem> ReadAsync(ZipArchiveEntry entry, RawItem container, string name, UnpackingBudget budget, CancellationToken cancellation)
    {
        try
        {
            var stream = await entry.OpenAsync(cancellation).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                var bytes = await budget.ReadAsync(stream, entry.CompressedLength, cancellation).ConfigureAwait(false);
                return bytes is null
                    ? RawItem.Failed(name, null, Bomb, RaiseLimits)
                    : bytes.Length < entry.Length
                    ? RawItem.Failed(name, $"byte {bytes.Length}", "ends too early", "copy or pack the archive again")
                    : new RawItem { Name = name, Origin = $"{container.Origin}!/{entry.FullName}", Bytes = bytes, GatheredAt = container.GatheredAt };
            }
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException)
        {
            return RawItem.Failed(name, null, "cannot be unpacked", "copy or pack the archive again");
        }
    }

    private static ZipArchive? Open(RawItem container, out RawItem? broken)
    {
        broken = null;
        try
        {
            var archive = new ZipArchive(BoundedRead.AsStream(container.Bytes), ZipArchiveMode.Read);
            // The list of entries is read only when it is asked for.
            _ = archive.Entries;
            return archive;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or ArgumentException)
        {
            broken = RawItem.Failed(container.Name, null, "is a broken or cut-off zip archive", "copy or pack it again");
            return null;
        }
    }

    /// <summary>True if the list at the end of the archive names this entry.</summary>
    internal static bool HasEntry(ReadOnlySpan<byte> bytes, string name)
    {
        var header = bytes.LastIndexOf("PK\u0005\u0006"u8) is >= 0 and var end && end + 22 <= bytes.Length
            ? (long)BinaryPrimitives.ReadUInt32LittleEndian(bytes[(end + 16)..]) : bytes.Length;
        for (var seen = 0; seen < EntriesOfDocx && header + ListHeader <= bytes.Length; seen++)
        {
            var entry = bytes[(int)header..];
            var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(entry[28..]);
            if (!entry.StartsWith("PK\u0001\u0002"u8) || ListHeader + nameLength > entry.Length)
            {
                return false;
            }

            if (entry.Slice(ListHeader, nameLength).SequenceEqual(System.Text.Encoding.ASCII.GetBytes(name)))
            {
                return true;
            }

            header += ListHeader + nameLength + BinaryPrimitives.ReadUInt16LittleEndian(entry[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(entry[32..]);
        }

        return false;
    }

    // The end record's count is believed only to refuse: ZipArchive itself checks it against the list.
    private static long ListedEntries(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || end + 22 > bytes.Length)
        {
            return 0;
        }

        var count = BinaryPrimitives.ReadUInt16LittleEndian(bytes[(end + 10)..]);
        var end64 = count == ushort.MaxValue ? bytes[..end].LastIndexOf("PK\u0006\u0006"u8) : -1;
        return end64 < 0 || end64 + 40 > bytes.Length ? count : (long)Math.Min(BinaryPrimitives.ReadUInt64LittleEndian(bytes[(end64 + 32)..]), long.MaxValue);
    }

    private static bool IsPassedOver(string name) =>
        name.EndsWith('/') || name.EndsWith('\\')
        || (!LeadsOut(name) && name.Split('/').Any(part => part.StartsWith('.') || part == "__MACOSX"));

    private static bool LeadsOut(string name) =>
        name.StartsWith('/') || name.StartsWith('\\') || name.Contains('\0', StringComparison.Ordinal)
        || (name.Length > 1 && char.IsAsciiLetter(name[0]) && name[1] == ':')
        || name.Split('/', '\\').Contains("..");
}
