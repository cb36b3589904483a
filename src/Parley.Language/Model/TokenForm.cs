using System.Buffers;

namespace Parley.Language.Model;

/// <summary>What a token is, as far as quotation marks and sentence ends go.</summary>
internal enum TokenKind : byte
{
    Word,
    OpeningQuote,
    ClosingQuote,
    AmbiguousQuote,
    SentenceEnd,
    OtherMark,
}

/// <summary>
/// Brings the spellings of one mark together, so that text as typed and text as treebanks write it give the same features:
/// “ and `` open, ” and '' close, -LRB- is (, the dashes are --, digits are 0.
/// </summary>
internal static class TokenForm
{
    /// <summary>Tokens are cut off here; longer ones differ in what no feature looks at.</summary>
    public const int MaxLength = 48;

    private static readonly SearchValues<char> s_ends = SearchValues.Create(".!?");

    /// <summary>Writes the canonical form in its own case; returns its length.</summary>
    public static int Normalize(ReadOnlySpan<char> token, Span<char> form, out TokenKind kind)
    {
        kind = KindOf(token);
        switch (kind)
        {
            case TokenKind.OpeningQuote or TokenKind.ClosingQuote or TokenKind.AmbiguousQuote:
                form[0] = '"';
                return 1;
            case TokenKind.OtherMark:
                var mark = Mark(token);
                mark.CopyTo(form);
                return mark.Length;
        }

        var length = Math.Min(token.Length, MaxLength);
        for (var i = 0; i < length; i++)
        {
            form[i] = token[i] switch
            {
                >= '0' and <= '9' => '0',
                '\u2018' or '\u2019' => '\'',
                '\u2010' or '\u2011' => '-',
                var c when char.IsDigit(c) => '0',
                var c => c,
            };
        }

        return length;
    }

    private static TokenKind KindOf(ReadOnlySpan<char> token)
    {
        switch (token)
        {
            case "``" or "\u201c" or "\u201e" or "\u00ab":
                return TokenKind.OpeningQuote;
            case "''" or "\u201d" or "\u00bb":
                return TokenKind.ClosingQuote;
            case "\"" or "\u201f":
                return TokenKind.AmbiguousQuote;
            default:
                return token.Length <= 5 && !token.ContainsAnyExcept(s_ends) ? TokenKind.SentenceEnd
                    : Mark(token).Length > 0 ? TokenKind.OtherMark
                    : TokenKind.Word;
        }
    }

    private static ReadOnlySpan<char> Mark(ReadOnlySpan<char> token) => token switch
    {
        "-LRB-" or "(" => "(",
        "-RRB-" or ")" => ")",
        "-LSB-" or "[" => "[",
        "-RSB-" or "]" => "]",
        "-LCB-" or "{" => "{",
        "-RCB-" or "}" => "}",
        "--" or "---" or "\u2013" or "\u2014" or "\u2015" or "\u2212" => "--",
        "\u2026" => "...",
        "`" or "'" or "\u2018" or "\u2019" or "\u201a" => "'",
        _ => default,
    };
}
