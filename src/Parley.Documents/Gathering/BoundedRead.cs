using System.Runtime.InteropServices;

namespace Parley.Documents.Gathering;

/// <summary>Reads streams whole, but never more than allowed.</summary>
internal static class BoundedRead
{
    private const int Chunk = 1 << 16;

    /// <summary>A stream over bytes, without a copy of them.</summary>
    internal static MemoryStream AsStream(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);

    /// <summary>All bytes of <paramref name="stream"/>, or null if there are more than <paramref name="limit"/>.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="limit">Most bytes.</param>
    /// <param name="expected">Length if it is known, else 0; trusted only for how much memory to begin with.</param>
    /// <param name="cancellation">Stops the reading.</param>
    internal static async Task<byte[]?> AllAsync(Stream stream, int limit, long expected, CancellationToken cancellation)
    {
        var bytes = new byte[(int)Math.Min(Math.Max(expected, Chunk), limit)];
        var length = 0;
        while (true)
        {
            if (length == bytes.Length)
            {
                // One byte more than the limit is enough to know.
                var probe = new byte[1];
                if (await stream.ReadAsync(probe, cancellation).ConfigureAwait(false) == 0)
                {
                    return bytes;
                }

                if (length >= limit)
                {
                    return null;
                }

                Array.Resize(ref bytes, (int)Math.Min(limit, bytes.Length * 2L));
                bytes[length++] = probe[0];
                continue;
            }

            var read = await stream.ReadAsync(bytes.AsMemory(length), cancellation).ConfigureAwait(false);
            if (read == 0)
            {
                return length <= limit ? bytes[..length] : null;
            }

            length += read;
        }
    }
}
