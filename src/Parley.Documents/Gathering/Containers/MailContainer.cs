using System.Runtime.CompilerServices;
using MimeKit;
using Parley.Documents.Formats.Mail;

namespace Parley.Documents.Gathering.Containers;

/// <summary>The attachments of a message; pictures, sound and invitations are passed over.</summary>
internal static class MailContainer
{
    internal static async IAsyncEnumerable<RawItem> OpenAsync(RawItem container, UnpackingBudget budget, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var message = MailReader.Parse(container.Bytes, cancellation);
        if (message is null)
        {
            yield break;
        }

        var number = 0;
        foreach (var part in message.Attachments)
        {
            number++;
            if (part.ContentType.MediaType.ToLowerInvariant() is "image" or "audio" or "video" || part.ContentType.IsMimeType("text", "calendar"))
            {
                continue;
            }

            using var bytes = new MemoryStream();
            await WriteAsync(part, bytes, cancellation).ConfigureAwait(false);
            if (!budget.TakeEntry() || !budget.TakeBytes(bytes.Length))
            {
                yield return RawItem.Failed(container.Name, $"attachment {number}", "is beyond the limits on unpacking; it and the rest were not read", "save the attachments you need as files");
                yield break;
            }

            var name = Name(part, number);
            yield return new RawItem
            {
                Name = $"{container.Name}!/{name}",
                Origin = $"{container.Origin}!/{name}",
                Bytes = bytes.ToArray(),
                GatheredAt = container.GatheredAt,
                ClaimedCharset = part.ContentType.Charset,
            };
        }
    }

    // Only a name to be shown: nothing is written to disk.
    private static string Name(MimeEntity part, int number)
    {
        var given = part.ContentDisposition?.FileName ?? part.ContentType.Name;
        given = given is null ? null : given[(given.LastIndexOfAny(['/', '\\']) + 1)..].Trim();
        return string.IsNullOrEmpty(given) ? $"attachment-{number}" : given;
    }

    private static Task WriteAsync(MimeEntity part, MemoryStream bytes, CancellationToken cancellation) => part switch
    {
        MimePart { Content: { } content } => content.DecodeToAsync(bytes, cancellation),
        MessagePart { Message: { } message } => message.WriteToAsync(bytes, cancellation),
        _ => Task.CompletedTask,
    };
}
