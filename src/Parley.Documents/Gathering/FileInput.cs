namespace Parley.Documents.Gathering;

/// <summary>Reads one file within the limits.</summary>
internal static class FileInput
{
    // Opening a pipe waits until somebody writes to it.
    private static readonly TimeSpan TimeToOpen = TimeSpan.FromSeconds(10);

    internal static async Task<RawItem> ReadAsync(string path, bool isNamed, GatherOptions options, TimeProvider time, CancellationToken cancellation)
    {
        try
        {
            var opening = Task.Run(() => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1, FileOptions.Asynchronous), cancellation);
            var stream = await opening.WaitAsync(TimeToOpen, time, cancellation).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                var length = stream.CanSeek ? stream.Length : 0;
                var bytes = length > options.MaxDocumentBytes ? null
                    : await BoundedRead.AllAsync(stream, options.MaxDocumentBytes, length, cancellation).ConfigureAwait(false);
                return bytes is null
                    ? RawItem.Failed(path, null, $"is larger than {options.MaxDocumentBytes:N0} bytes", "split it, or raise the limit on document size (--max-bytes)")
                    : new RawItem { Name = Path.GetFileName(path), Origin = Path.GetFullPath(path), Bytes = bytes, IsNamed = isNamed };
            }
        }
        catch (TimeoutException)
        {
            return RawItem.Failed(path, null, "did not open in time", "give a file, or a pipe into which something writes");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return RawItem.Failed(path, null, e is UnauthorizedAccessException ? "may not be read" : "cannot be read", "check that the file is there and its permissions");
        }
    }
}
