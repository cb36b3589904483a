using MimeKit;
using Parley.Documents.Formats.Html;
using Parley.Documents.Gathering;
using Parley.Records;

namespace Parley.Documents.Formats.Mail;

/// <summary>An e-mail message: its text, or its HTML if it has no text. Attachments are documents of their own, found when gathering.</summary>
internal static class MailReader
{
    private static readonly ParserOptions Options = new() { MaxMimeDepth = 32 };

    internal static MimeMessage? Parse(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        try
        {
            using var stream = BoundedRead.AsStream(bytes);
            return MimeMessage.Load(Options, stream, cancellation);
        }
        catch (Exception e) when (e is FormatException or IOException)
        {
            return null;
        }
    }

    internal static void Read(Document document, TextSink sink, CancellationToken cancellation)
    {
        using var message = Parse(document.Bytes, cancellation);
        if (message is null)
        {
            sink.Fault(null, "is no well-formed message", "save it again from the mail program as .eml");
            return;
        }

        if (message.Body is { } body && (body.ContentType.IsMimeType("application", "pkcs7-mime") || body.ContentType.IsMimeType("multipart", "encrypted")))
        {
            sink.Fault(null, "is encrypted", "decrypt it in the mail program and save its text");
            return;
        }

        var published = message.Headers[HeaderId.Date] is { } date ? DateText.Read(date) : null;
        var text = new SourceText
        {
            Text = message.TextBody ?? "",
            Offsets = [],
            Title = Clean(message.Subject),
            Byline = Clean(message.From.Mailboxes.FirstOrDefault() is { } from ? (string.IsNullOrWhiteSpace(from.Name) ? from.Address : from.Name) : null),
            Published = published,
        };
        if (string.IsNullOrWhiteSpace(text.Text) && message.HtmlBody is { } html)
        {
            if (HtmlReader.ReadFragment(html, ExtractedText.NowhereInDocument)?.Finish() is not var (words, _, markup))
            {
                sink.Fault(null, $"has elements nested more than {HtmlTreeBuilder.MaxDepth} deep", "save its text");
                return;
            }

            text = text with { Text = words, Markup = markup };
        }

        sink.Add(text);
    }

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
