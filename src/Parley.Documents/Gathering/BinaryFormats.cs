using System.Text;
using Parley.Documents.Gathering.Containers;
using Parley.Records;

namespace Parley.Documents.Gathering;

/// <summary>Formats that are told by their first bytes.</summary>
internal static class BinaryFormats
{
    private const string Leave = "leave it out";

    private static readonly (byte[] Start, string What, string Remedy)[] NotRead =
    [
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "a PNG image", Leave),
        ([0xFF, 0xD8, 0xFF], "a JPEG image", Leave),
        ("GIF8"u8.ToArray(), "a GIF image", Leave),
        ("RIFF"u8.ToArray(), "an image, sound or film", Leave),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Office file", "save it as DOCX"),
        ("{\\rtf"u8.ToArray(), "an RTF file", "save it as DOCX or as text"),
        ("SQLite format 3\0"u8.ToArray(), "an SQLite database", Leave),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], "a program", Leave),
        ([(byte)'M', (byte)'Z', 0x90, 0], "a program", Leave),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], "a 7-Zip archive", "unpack it, or pack it as zip"),
        ("Rar!"u8.ToArray(), "a RAR archive", "unpack it, or pack it as zip"),
        ([0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z'], "an XZ archive", "unpack it, or pack it as zip"),
        ("BZh"u8.ToArray(), "a bzip2 archive", "unpack it, or pack it as zip"),
        ([0x28, 0xB5, 0x2F, 0xFD], "a Zstandard archive", "unpack it, or pack it as zip"),
    ];

    /// <summary>A format that is not text, gzip, or why the bytes are not read; null for what may be text.</summary>
    internal static (DocumentFormat? Format, bool IsGzip, (string Problem, string Remedy)? Refusal)? Find(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith("PK\u0005\u0006"u8))
        {
            return ZipContainer.HasEntry(bytes, "word/document.xml") ? (DocumentFormat.Docx, false, null)
                : ZipContainer.HasEntry(bytes, "[Content_Types].xml") ? (null, false, ("is not a text that Parley reads: an Office file that holds no text document", "save its text as DOCX or PDF"))
                : (DocumentFormat.Zip, false, null);
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
        {
            return (null, true, null);
        }

        if (bytes.StartsWith("WARC/"u8))
        {
            return (DocumentFormat.Warc, false, null);
        }

        if (bytes[..Math.Min(1024, bytes.Length)].IndexOf("%PDF-"u8) >= 0)
        {
            return (DocumentFormat.Pdf, false, null);
        }

        if (bytes.Length > 262 && bytes[257..].StartsWith("ustar"u8))
        {
            return (null, false, ("is not a text that Parley reads: a tar archive", "unpack it, or pack it as zip"));
        }

        foreach (var (start, what, remedy) in NotRead)
        {
            if (bytes.StartsWith(start))
            {
                return (null, false, ($"is not a text that Parley reads: {what}", remedy));
            }
        }

        return null;
    }

    /// <summary>Why bytes in this encoding cannot be text, or null.</summary>
    internal static string? NotText(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        if (encoding is UnicodeEncoding or UTF32Encoding)
        {
            return null;
        }

        if (bytes.IndexOf((byte)0) is >= 0 and var at)
        {
            return $"it holds NUL bytes, the first at byte {at}, as programs and images do";
        }

        var head = bytes[..Math.Min(bytes.Length, 1 << 16)];
        var controls = 0;
        foreach (var b in head)
        {
            controls += b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f' or 0x1B) ? 1 : 0;
        }

        return controls > 8 + (head.Length / 20) ? "it is full of control characters, as programs and images are" : null;
    }
}
