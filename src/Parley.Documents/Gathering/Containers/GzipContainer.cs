using System.IO.Compression;

namespace Parley.Documents.Gathering.Containers;

/// <summary>Gzip, of one member or many.</summary>
internal static class GzipContainer
{
    // GZipStream ends silently where its input is cut off. So a member of our own is put after the input: if what it holds does
    // not come out at the end, the input did not end where a member ends.
    private static readonly byte[] EndMark = [.. "\0parley: end of gzip\0"u8];
    private static readonly byte[] EndMember = Pack(EndMark);

    /// <summary>A stream that unpacks <paramref name="bytes"/> and then gives <see cref="IsEndMark"/>'s bytes.</summary>
    internal static Stream Open(ReadOnlyMemory<byte> bytes) => new GZipStream(new JoinedStream(bytes, EndMember), CompressionMode.Decompress);

    /// <summary>True if the input was whole: then these are the last bytes unpacked.</summary>
    internal static bool IsEndMark(ReadOnlySpan<byte> last) => last.EndsWith(EndMark);

    internal static int EndMarkLength => EndMark.Length;

    /// <summary>Unpacks one file; its name loses the ending .gz.</summary>
    internal static async Task<RawItem> ReadAsync(RawItem container, UnpackingBudget budget, CancellationToken cancellation)
    {
        try
        {
            var stream = Open(container.Bytes);
            await using (stream.ConfigureAwait(false))
            {
                var bytes = await budget.ReadAsync(stream, container.Bytes.Length, cancellation).ConfigureAwait(false);
                if (bytes is null)
                {
                    return RawItem.Failed(container.Name, null, "unpacks to more than is allowed, as a bomb does", "unpack it yourself if you trust it, or raise the limit on unpacking (--max-unpacked)");
                }

                var inner = Path.GetFileName(container.Name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? container.Name[..^3] : container.Name);
                return !IsEndMark(bytes)
                    ? Broken(container.Name)
                    : new RawItem
                    {
                        Name = $"{container.Name}!/{inner}",
                        Origin = $"{container.Origin}!/{inner}",
                        Bytes = bytes.AsMemory(0, bytes.Length - EndMark.Length),
                        GatheredAt = container.GatheredAt,
                    };
            }
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return Broken(container.Name);
        }
    }

    internal static RawItem Broken(string name) => RawItem.Failed(name, null, "is broken or cut-off gzip", "copy or download it again");

    private static byte[] Pack(ReadOnlySpan<byte> content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }

    private sealed class JoinedStream(ReadOnlyMemory<byte> first, ReadOnlyMemory<byte> second) : Stream
    {
        private int _at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(Span<byte> buffer)
        {
            var rest = _at < first.Length ? first.Span[_at..] : second.Span[(_at - first.Length)..];
            var count = Math.Min(rest.Length, buffer.Length);
            rest[..count].CopyTo(buffer);
            _at += count;
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
