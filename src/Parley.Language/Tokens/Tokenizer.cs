using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Parley.Records;

namespace Parley.Language;

/// <summary>
/// Cuts text into tokens much as the Penn Treebank does (clitics, possessive 's, punctuation and currency signs apart), with
/// hyphenated words kept whole as in the CoreNLP tokens of PolNeAR. Every mark that can open or close a quotation is a token of
/// its own, whatever its style; so is a footnote mark such as [6]. Linear in the length of the text.
/// </summary>
public static class Tokenizer
{
    /// <summary>Tokenises the whole text as one piece.</summary>
    public static TokenTable Tokenize(ReadOnlySpan<char> text)
    {
        using var tokens = new TokenBuffer(text.Length);
        Scan(text, 0, text.Length, tokens);
        return tokens.ToTable();
    }

    /// <summary>Tokenises each piece by itself, so that no token crosses a border; offsets count from the start of the text.</summary>
    public static TokenTable Tokenize(ReadOnlySpan<char> text, ImmutableArray<Block> blocks)
    {
        using var tokens = new TokenBuffer(text.Length);
        foreach (var block in blocks)
        {
            // A marker ("— ", "1. ", "NAME: ") ends where the words begin: its stop or dash never joins them.
            Scan(text, block.Span.Start, block.Body.Start, tokens);
            Scan(text, block.Body.Start, block.Body.End, tokens);
            Scan(text, block.Body.End, block.Span.End, tokens);
        }

        return tokens.ToTable();
    }

    private static void Scan(ReadOnlySpan<char> text, int start, int end, TokenBuffer tokens)
    {
        var i = start;
        while (i < end)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            var length = i + 1 < end && char.IsSurrogatePair(text[i], text[i + 1]) ? 2 : 1;
            i = WebAddress.TryMatch(text, i, end, out var addressEnd) ? tokens.Add(i, addressEnd)
                : IsWordStart(text, i, end, length) ? Word(text, i, end, tokens)
                : tokens.Add(i, MarkEnd(text, i, end, length));
        }
    }

    private static bool IsWordStart(ReadOnlySpan<char> text, int i, int end, int length)
    {
        if (length == 2)
        {
            return Rune.IsLetterOrDigit(new Rune(text[i], text[i + 1]));
        }

        var next = i + 1 < end ? text[i + 1] : ' ';
        return text[i] switch
        {
            '#' or '@' or '_' => char.IsLetterOrDigit(next),
            '.' => char.IsAsciiDigit(next) && (i == 0 || !char.IsLetterOrDigit(text[i - 1])),
            '\'' or '’' or '‘' => IsDecade(text, i, end),
            var c => IsWordCharacter(c),
        };
    }

    // '90s, ’80s
    private static bool IsDecade(ReadOnlySpan<char> text, int i, int end) =>
        i + 3 < end && char.IsAsciiDigit(text[i + 1]) && char.IsAsciiDigit(text[i + 2]) && text[i + 3] == 's'
        && (i + 4 == end || !char.IsLetterOrDigit(text[i + 4]));

    private static int Word(ReadOnlySpan<char> text, int start, int end, TokenBuffer tokens)
    {
        var i = start + 1;
        while (i < end)
        {
            if (IsWordCharacter(text[i]))
            {
                i++;
            }
            else if (i + 1 < end && char.IsSurrogatePair(text[i], text[i + 1]) && Rune.IsLetterOrDigit(new Rune(text[i], text[i + 1])))
            {
                i += 2;
            }
            else if (i + 1 < end && Joins(text, start, i, end))
            {
                i++;
            }
            else
            {
                break;
            }
        }

        // A full stop that belongs to the word.
        if (i < end && text[i] == '.' && !(i + 1 < end && text[i + 1] == '.') && Abbreviations.Holds(text[start..i], text[(i + 1)..end]))
        {
            return tokens.Add(start, i + 1);
        }

        Clitics.Split(text, start, i, tokens);
        return i;
    }

    // True when the mark at i, inside or after the word begun at start, belongs to the word together with what follows it.
    private static bool Joins(ReadOnlySpan<char> text, int start, int i, int end)
    {
        var before = text[i - 1];
        var after = text[i + 1];
        if (!char.IsLetterOrDigit(after) && !char.IsSurrogate(after))
        {
            return false;
        }

        return text[i] switch
        {
            '-' or '‐' or '‑' or '/' or '_' or '&' or '@' => true,
            '\'' or '’' => char.IsLetterOrDigit(before),
            ',' => char.IsAsciiDigit(before) && char.IsAsciiDigit(after) && IsThousands(text, i, end),
            ':' => char.IsAsciiDigit(before) && char.IsAsciiDigit(after),
            '.' => char.IsAsciiDigit(before) ? char.IsAsciiDigit(after) : JoinsByStop(text, start, i, after),
            _ => false,
        };
    }

    // "Antiwar.com", "U.S", "a.m"; but not "gone.The", where a space was lost.
    private static bool JoinsByStop(ReadOnlySpan<char> text, int start, int i, char after) =>
        char.IsLetter(text[i - 1]) && char.IsLetter(after)
        && (char.IsLower(after) || i - start == 1 || (i - start >= 2 && text[i - 2] is '.' or '-'));

    private static bool IsThousands(ReadOnlySpan<char> text, int comma, int end) =>
        comma + 3 < end && char.IsAsciiDigit(text[comma + 2]) && char.IsAsciiDigit(text[comma + 3])
        && (comma + 4 >= end || !char.IsAsciiDigit(text[comma + 4]));

    private static int MarkEnd(ReadOnlySpan<char> text, int i, int end, int length)
    {
        switch (text[i])
        {
            case '[':
                var digit = i + 1;
                while (digit < end && digit - i <= 3 && char.IsAsciiDigit(text[digit]))
                {
                    digit++;
                }

                return digit > i + 1 && digit < end && text[digit] == ']' ? digit + 1 : i + 1;
            case '.' or '-' or '`' or '*' or '=' or '_' or '!' or '?':
                return RunEnd(text, i, end);
            case '\'':
                return i + 1 < end && text[i + 1] == '\'' ? i + 2 : i + 1;
            default:
                i += length;
                while (i < end && IsContinuation(text[i]))
                {
                    i++;
                }

                return i;
        }
    }

    private static int RunEnd(ReadOnlySpan<char> text, int i, int end)
    {
        var length = text[i..end].IndexOfAnyExcept(text[i]);
        return length < 0 ? end : i + length;
    }

    private static bool IsWordCharacter(char c) => char.IsAscii(c)
        ? char.IsAsciiLetterOrDigit(c)
        : char.IsLetterOrDigit(c) || IsContinuation(c);

    // Accents, joiners and invisible marks stay with what they follow.
    private static bool IsContinuation(char c) => !char.IsAscii(c) && char.GetUnicodeCategory(c)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;
}
