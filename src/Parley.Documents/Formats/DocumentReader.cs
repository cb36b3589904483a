using Parley.Documents.Decoding;
using Parley.Documents.Formats.Feeds;
using Parley.Documents.Formats.Html;
using Parley.Documents.Formats.Mail;
using Parley.Documents.Formats.Markdown;
using Parley.Documents.Formats.Office;
using Parley.Documents.Formats.Pdf;
using Parley.Records;

namespace Parley.Documents.Formats;

/// <summary>Takes the texts out of documents, by their format. Without state, shared by all threads.</summary>
/// <param name="options">The limits.</param>
/// <param name="time">Measures the time that other programs take.</param>
public sealed class DocumentReader(ReadOptions options, TimeProvider time)
{
    /// <summary>A reader with the limits as they are by default.</summary>
    public DocumentReader()
        : this(new ReadOptions(), TimeProvider.System)
    {
    }

    /// <summary>The texts of a document, and what went wrong. Whatever the bytes are, the answer is a value and no exception.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was requested.</exception>
    public async Task<DocumentTexts> ReadAsync(Document document, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        var sink = new TextSink(document, options);
        switch (document.Format)
        {
            case DocumentFormat.Pdf:
                await PdfReader.ReadAsync(document, sink, time, cancellation).ConfigureAwait(false);
                break;
            case DocumentFormat.Docx:
                DocxReader.Read(document, sink, cancellation);
                break;
            case DocumentFormat.Email:
                MailReader.Read(document, sink, cancellation);
                break;
            case DocumentFormat.Zip or DocumentFormat.Warc or DocumentFormat.Opml:
                sink.Fault(null, "is a container and no document", "gather it, so that what is in it becomes documents");
                break;
            default:
                ReadText(document, sink, cancellation);
                break;
        }

        return sink.Finish();
    }

    private static void ReadText(Document document, TextSink sink, CancellationToken cancellation)
    {
        if (document.Bytes.Length > sink.Options.MaxTextLength * 4L)
        {
            sink.Fault(null, $"is longer than {sink.Options.MaxTextLength:N0} characters", "split it, or raise the limit on text length (--max-text)");
            return;
        }

        var decoded = Decode(document);
        switch (document.Format)
        {
            case DocumentFormat.Html:
                HtmlReader.Read(decoded, sink);
                break;
            case DocumentFormat.Feed:
                FeedReader.Read(decoded, sink, cancellation);
                break;
            case DocumentFormat.Markdown:
                MarkdownReader.Read(decoded, sink);
                break;
            case DocumentFormat.JsonLines:
                JsonLinesReader.Read(decoded, sink, cancellation);
                break;
            default:
                sink.Add(new SourceText { Text = decoded.Text, Offsets = [new OffsetRun(0, 0, decoded.Text.Length)], IsDecodedDocument = true });
                break;
        }

        ReportEncoding(document, decoded, sink);
    }

    /// <summary>The text of a document by the encoding found when it was gathered; exports and pages trace citations to bytes by it.</summary>
    /// <exception cref="ArgumentException">The document's format is not text.</exception>
    public static DecodedText Decode(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var encoding = Charsets.Find(document.Charset) ?? throw new ArgumentException($"{document.Name} is not text", nameof(document));
        return TextDecoder.Decode(document.Bytes, encoding);
    }

    private static void ReportEncoding(Document document, DecodedText decoded, TextSink sink)
    {
        if (decoded.FirstInvalidByte is { } at)
        {
            sink.Fault($"byte {at}", $"is not {decoded.Encoding.WebName} from here; what could not be decoded stands as U+FFFD", "save it again in UTF-8");
        }

        var claim = DeclaredCharset.In(document.Bytes.Span);
        if (document.Format is DocumentFormat.Html or DocumentFormat.Feed && Charsets.Find(claim) is not null
            && TextDecoder.Find(document.Bytes.Span, claim) is { RefutedClaim: not null } finding && finding.Encoding.CodePage == decoded.Encoding.CodePage)
        {
            sink.Fault(null, $"says that it is {claim}, but its bytes are {decoded.Encoding.WebName}; it was read as that", "correct the declaration, or ignore this");
        }
    }
}
