using System.Text;

namespace Parley.Documents.Decoding;

/// <summary>Finds the encoding of a text and decodes it.</summary>
internal static class TextDecoder
{
    /// <summary>
    /// The encoding of <paramref name="bytes"/>: byte order mark, UTF-16 by its pattern, what is claimed (outside, as in an HTTP
    /// header, before inside), UTF-8 if the bytes are that, else the likeliest single-byte encoding. A claim holds only as far as
    /// the bytes can be decoded by it.
    /// </summary>
    internal static CharsetFinding Find(ReadOnlySpan<byte> bytes, string? outerClaim)
    {
        if (ByteOrderMark(bytes) is { } marked)
        {
            return marked;
        }

        if (Utf16Pattern(bytes) is { } utf16)
        {
            return new CharsetFinding(utf16, 0, null);
        }

        var claim = Charsets.Find(outerClaim) is not null ? outerClaim : DeclaredCharset.In(bytes);
        var claimed = Charsets.Find(claim);
        // A label found by reading ASCII cannot name an encoding that is not ASCII's superset.
        claimed = claimed is UnicodeEncoding or UTF32Encoding ? Charsets.Utf8 : claimed;
        var census = Utf8Census.Of(bytes);
        if (LooksUtf8(census, claimed is null or UTF8Encoding))
        {
            var refuted = census.Sequences > 0 && claimed is not (null or UTF8Encoding);
            return new CharsetFinding(Charsets.Utf8, 0, refuted ? claim : null);
        }

        var (likeliest, lead) = SingleByteEvidence.Weigh(bytes);
        return claimed switch
        {
            null => new CharsetFinding(likeliest, 0, null),
            UTF8Encoding => new CharsetFinding(likeliest, 0, claim),
            // Latin 1 is what servers say when nobody told them anything.
            { CodePage: 1252 } when lead > 2 => new CharsetFinding(likeliest, 0, claim),
            { IsSingleByte: false } when !Decodes(claimed, bytes) => new CharsetFinding(likeliest, 0, claim),
            _ => new CharsetFinding(claimed, 0, null),
        };
    }

    /// <summary>Decodes <paramref name="bytes"/> by an encoding that was found before.</summary>
    internal static DecodedText Decode(ReadOnlyMemory<byte> bytes, Encoding encoding)
    {
        var preamble = ByteOrderMark(bytes.Span) is { } marked && marked.Encoding.CodePage == encoding.CodePage ? marked.PreambleLength : 0;
        var body = bytes.Span[preamble..];
        var text = encoding.GetString(body);
        return new DecodedText(bytes, text, encoding, preamble) { FirstInvalidByte = FirstInvalid(body, text, encoding) + preamble };
    }

    private static int? FirstInvalid(ReadOnlySpan<byte> body, string text, Encoding encoding)
    {
        if (encoding.IsSingleByte)
        {
            return null;
        }

        if (encoding is UTF8Encoding)
        {
            return Utf8Census.Of(body) is { Broken: > 0 } census ? census.FirstBroken : null;
        }

        var replaced = text.IndexOf('\uFFFD', StringComparison.Ordinal);
        // In UTF-16 the sign itself may have been written; its two bytes tell.
        return replaced < 0 ? null
            : encoding is UnicodeEncoding && body.Slice(replaced * 2, 2).IndexOf((byte)0xFD) is >= 0 && body.Slice(replaced * 2, 2).IndexOf((byte)0xFF) >= 0 ? null
            : encoding is UnicodeEncoding ? replaced * 2
            : 0;
    }

    private static CharsetFinding? ByteOrderMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => new(Charsets.Utf8, 3, null),
        [0xFF, 0xFE, 0, 0, ..] => new(new UTF32Encoding(bigEndian: false, byteOrderMark: true), 4, null),
        [0, 0, 0xFE, 0xFF, ..] => new(new UTF32Encoding(bigEndian: true, byteOrderMark: true), 4, null),
        [0xFF, 0xFE, ..] => new(Encoding.Unicode, 2, null),
        [0xFE, 0xFF, ..] => new(Encoding.BigEndianUnicode, 2, null),
        _ => null,
    };

    private static bool LooksUtf8(Utf8Census census, bool nothingElseClaimed) =>
        census.Broken == census.HalfPairs || census.Sequences > (nothingElseClaimed ? 4L : 50L) * census.Broken;

    // In UTF-16 of Latin or Cyrillic script every second byte is one of very few values, zero among them (spaces, line ends).
    private static Encoding? Utf16Pattern(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(8192, bytes.Length & ~1)];
        if (head.Length < 8 || !head.Contains((byte)0))
        {
            return null;
        }

        int odd = 0, even = 0;
        for (var i = 0; i < head.Length; i += 2)
        {
            even += head[i] is 0 or 4 or 0x20 ? 1 : 0;
            odd += head[i + 1] is 0 or 4 or 0x20 ? 1 : 0;
        }

        var pairs = head.Length / 2;
        return odd > pairs * 0.9 && even < pairs * 0.5 ? Encoding.Unicode : even > pairs * 0.9 && odd < pairs * 0.5 ? Encoding.BigEndianUnicode : null;
    }

    private static bool Decodes(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        var strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        try
        {
            strict.GetCharCount(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}

/// <summary>The encoding found for some bytes.</summary>
/// <param name="Encoding">The encoding.</param>
/// <param name="PreambleLength">Bytes of its byte order mark.</param>
/// <param name="RefutedClaim">The encoding that was claimed and that the bytes refute, or null.</param>
internal readonly record struct CharsetFinding(Encoding Encoding, int PreambleLength, string? RefutedClaim);
