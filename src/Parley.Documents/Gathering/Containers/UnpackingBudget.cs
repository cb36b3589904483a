namespace Parley.Documents.Gathering.Containers;

/// <summary>What one container given by the user, with all those inside it, may still unpack to.</summary>
internal sealed class UnpackingBudget(GatherOptions options)
{
    private const int Slack = 1 << 20;

    private long _bytes = options.MaxUnpackedBytes;
    private int _entries = options.MaxEntries;

    /// <summary>True once a limit was passed; then the container is left.</summary>
    internal bool IsSpent { get; private set; }

    /// <summary>Counts an entry; false if there were too many.</summary>
    internal bool TakeEntry() => _entries-- > 0 || Spend();

    /// <summary>All bytes of a packed stream, or null if they pass the limits on size, total or packing ratio.</summary>
    /// <param name="unpacked">The stream that unpacks.</param>
    /// <param name="packedLength">Bytes that it unpacks from.</param>
    /// <param name="cancellation">Stops the reading.</param>
    internal async Task<byte[]?> ReadAsync(Stream unpacked, long packedLength, CancellationToken cancellation)
    {
        var byRatio = Math.Max(Slack, Math.Min(packedLength, int.MaxValue) * options.MaxPackingRatio);
        var limit = (int)Math.Min(Math.Min(options.MaxDocumentBytes, byRatio), Math.Max(0, _bytes));
        var bytes = await BoundedRead.AllAsync(unpacked, limit, 0, cancellation).ConfigureAwait(false);
        _bytes -= bytes?.Length ?? limit;
        IsSpent |= bytes is null;
        return bytes;
    }

    /// <summary>Counts bytes unpacked elsewhere; false if there were too many.</summary>
    internal bool TakeBytes(long count) => (_bytes -= count) >= 0 || Spend();

    private bool Spend()
    {
        IsSpent = true;
        return false;
    }
}
