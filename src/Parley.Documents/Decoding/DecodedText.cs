using System.Text;

namespace Parley.Documents.Decoding;

/// <summary>The text of a document's bytes, with the way back to them.</summary>
public sealed class DecodedText
{
    private readonly ReadOnlyMemory<byte> _bytes;

    internal DecodedText(ReadOnlyMemory<byte> bytes, string text, Encoding encoding, int preambleLength)
    {
        _bytes = bytes;
        Text = text;
        Encoding = encoding;
        PreambleLength = preambleLength;
    }

    /// <summary>The text. Bytes that the encoding does not know stand as U+FFFD; everything else is kept, controls included.</summary>
    public string Text { get; }

    /// <summary>The encoding by which the bytes were decoded.</summary>
    public Encoding Encoding { get; }

    /// <summary>Bytes of the byte order mark before the text; 0 without one.</summary>
    public int PreambleLength { get; }

    /// <summary>Offset of the first byte that the encoding does not know, or null if all were decoded.</summary>
    public int? FirstInvalidByte { get; internal init; }

    /// <summary>
    /// Offset, in the document's bytes, of the character at <paramref name="utf16"/>. Takes time in the length of the text
    /// before it. For the second unit of a surrogate pair it is the offset of the pair.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The offset is negative or past the end of the text.</exception>
    public int ByteOffset(int utf16)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(utf16);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(utf16, Text.Length);
        var bytes = _bytes.Span[PreambleLength..];
        var offset = Encoding switch
        {
            { IsSingleByte: true } => utf16,
            UTF8Encoding => Utf8Offset(bytes, utf16),
            _ => DecoderOffset(bytes, utf16),
        };
        return PreambleLength + offset;
    }

    // Counted on the bytes and not by encoding the text again, because U+FFFD may stand for one to three broken bytes.
    private static int Utf8Offset(ReadOnlySpan<byte> bytes, int units)
    {
        var at = 0;
        while (units > 0)
        {
            var ascii = bytes[at..].IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            ascii = Math.Min(units, ascii < 0 ? bytes.Length - at : ascii);
            at += ascii;
            units -= ascii;
            if (units == 0)
            {
                break;
            }

            Rune.DecodeFromUtf8(bytes[at..], out var rune, out var used);
            if (rune.Utf16SequenceLength > units)
            {
                break;
            }

            at += used;
            units -= rune.Utf16SequenceLength;
        }

        return at;
    }

    private int DecoderOffset(ReadOnlySpan<byte> bytes, int units)
    {
        if (units > 0 && units < Text.Length && char.IsLowSurrogate(Text[units]) && char.IsHighSurrogate(Text[units - 1]))
        {
            units--;
        }

        var decoder = Encoding.GetDecoder();
        Span<char> buffer = stackalloc char[2];
        var at = 0;
        while (units > 0 && at < bytes.Length)
        {
            // One byte at a time: the only way to be told after which byte a character was complete.
            decoder.Convert(bytes.Slice(at, 1), buffer, flush: false, out var used, out var made, out _);
            at += Math.Max(1, used);
            units -= made;
        }

        return at;
    }
}
