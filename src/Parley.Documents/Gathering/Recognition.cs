using Parley.Documents.Decoding;
using Parley.Records;

namespace Parley.Documents.Gathering;

/// <summary>What some bytes are: a format with its encoding, packed data, or nothing that Parley reads.</summary>
internal readonly record struct Recognition
{
    /// <summary>The format; null if the bytes are packed or refused.</summary>
    internal DocumentFormat? Format { get; private init; }

    /// <summary>Encoding of a text format, or null.</summary>
    internal string? Charset { get; private init; }

    /// <summary>True for gzip, whose content has still to be seen.</summary>
    internal bool IsGzip { get; private init; }

    /// <summary>Why the bytes are not read, and what to do; null if they are.</summary>
    internal (string Problem, string Remedy)? Refusal { get; private init; }

    /// <summary>Looks at the bytes. The name counts only where bytes cannot decide: Markdown is plain text as well.</summary>
    internal static Recognition Of(ReadOnlySpan<byte> bytes, string name, string? claimedCharset)
    {
        if (bytes.IsEmpty)
        {
            return Refused("is empty", "check that the right file or page was given");
        }

        if (BinaryFormats.Find(bytes) is { } binary)
        {
            return binary switch
            {
                { Refusal: { } refusal } => Refused(refusal.Problem, refusal.Remedy),
                { IsGzip: true } => new Recognition { IsGzip = true },
                _ => new Recognition { Format = binary.Format },
            };
        }

        var finding = TextDecoder.Find(bytes, claimedCharset);
        if (BinaryFormats.NotText(bytes, finding.Encoding) is { } problem)
        {
            return Refused($"is not a text that Parley reads: {problem}", "convert it to text, HTML, DOCX or PDF, or leave it out");
        }

        var head = finding.Encoding.GetString(bytes.Slice(finding.PreambleLength, Math.Min(TextFormats.Reach, bytes.Length - finding.PreambleLength)));
        var (format, unread) = TextFormats.Find(head, name, wholeTextSeen: bytes.Length <= TextFormats.Reach);
        return unread is not null
            ? Refused($"is not a text that Parley reads: {unread}", "convert it to text, HTML, JSON Lines or a feed, or leave it out")
            : new Recognition { Format = format, Charset = finding.Encoding.WebName };
    }

    private static Recognition Refused(string problem, string remedy) => new() { Refusal = (problem, remedy) };
}
