using System.Globalization;
using Parley.Coding.Words;
using Parley.Language;

namespace Parley.Coding.Figures;

/// <summary>A number in a text.</summary>
/// <param name="Words">Its words.</param>
/// <param name="Value">Its value.</param>
/// <param name="InDigits">Whether it, or its beginning, is written in digits.</param>
/// <param name="HasScale">Whether a word such as million takes part.</param>
internal readonly record struct NumberReading(TokenRange Words, decimal Value, bool InDigits, bool HasScale);

/// <summary>
/// Reads numbers: digits with separators ("44,600", "1.4"), words ("two hundred and fifty"), and both ("1.7 billion", "half a million").
/// </summary>
internal sealed class NumberReader(PhraseTable<Numeral> numerals)
{
    private const decimal Largest = 1_000_000_000_000_000_000m;
    private const int MostDigits = 20;

    /// <summary>The longest number that begins at word <paramref name="start"/>; null if none does.</summary>
    public NumberReading? ReadAt(ArticleWords words, int start, int end)
    {
        if (start >= end)
        {
            return null;
        }

        return words.Entries[start] == Vocabulary.Number ? ReadDigits(words, start, end) : ReadWords(words, start, end);
    }

    private NumberReading? ReadDigits(ArticleWords words, int start, int end)
    {
        if (!TryParse(words.Word(start), out var value))
        {
            return null;
        }

        var next = start + 1;
        while (next < end && words.Entries[next] == Vocabulary.Number && IsGroup(words, next))
        {
            if (!TryParse(words.Word(next), out var group) || value > Largest / 1000)
            {
                return null;
            }

            value = (value * 1000) + group;
            next++;
        }

        var hasScale = false;
        while (next < end && NumeralAt(words, next) is { Kind: NumeralKind.Scale or NumeralKind.Hundred } scale && value <= Largest / scale.Value)
        {
            // A single letter is a scale only when it clings to the digits: "5m", not "5 m".
            if (words[next].Length < 3 && words[next].Start != words[next - 1].End && words[next].Length == 1)
            {
                break;
            }

            (value, hasScale) = (value * scale.Value, true);
            next++;
        }

        return new NumberReading(new TokenRange(start, next), value, true, hasScale);
    }

    // "800 000" with a no-break or thin space.
    private static bool IsGroup(ArticleWords words, int next) =>
        words[next].Length == 3 && words[next - 1].Length <= 3 && words[next].Start == words[next - 1].End + 1 &&
        words.Text[words[next].Start - 1] is '\u00a0' or '\u202f' or '\u2009';

    private NumberReading? ReadWords(ArticleWords words, int start, int end)
    {
        decimal total = 0, group = 0;
        var (read, hasScale, i) = (false, false, start);
        var isArticle = words.Is(i, "a") || words.Is(i, "an");
        if (isArticle)
        {
            i++;
            if (i < end && NumeralAt(words, i) is not { Kind: NumeralKind.Hundred or NumeralKind.Scale })
            {
                return null;
            }
        }

        NumeralKind? before = null;
        for (; i < end; i++)
        {
            if (read && i + 1 < end && words.Is(i, "and") && before is NumeralKind.Hundred or NumeralKind.Scale && NumeralAt(words, i + 1) is { Kind: NumeralKind.Unit or NumeralKind.Tens })
            {
                continue;
            }

            if (NumeralAt(words, i) is not { } numeral || words[i].Length == 1 || !Follows(before, numeral.Kind))
            {
                break;
            }

            switch (numeral.Kind)
            {
                case NumeralKind.Unit or NumeralKind.Tens:
                    group += numeral.Value;
                    break;
                case NumeralKind.Hundred:
                    group = (group == 0 ? 1 : group) * numeral.Value;
                    break;
                case NumeralKind.Scale when Math.Max(group, 1) <= Largest / numeral.Value:
                    (total, group, hasScale) = (total + ((group == 0 ? 1 : group) * numeral.Value), 0, true);
                    break;
                default:
                    return read ? Result() : null;
            }

            (read, before) = (true, numeral.Kind);
        }

        if (!isArticle && before is NumeralKind.Hundred or NumeralKind.Scale && i == start + 1)
        {
            return null; // "million" alone is no number
        }

        return read ? Result() : null;

        NumberReading Result() => new(new TokenRange(start, i), total + group, false, hasScale);
    }

    private static bool Follows(NumeralKind? before, NumeralKind next) => (before, next) switch
    {
        (_, NumeralKind.Fraction) => false,
        (null, _) => true,
        (NumeralKind.Unit, NumeralKind.Hundred or NumeralKind.Scale) => true,
        (NumeralKind.Tens, NumeralKind.Unit or NumeralKind.Hundred or NumeralKind.Scale) => true,
        (NumeralKind.Hundred, NumeralKind.Unit or NumeralKind.Tens or NumeralKind.Scale) => true,
        (NumeralKind.Scale, NumeralKind.Unit or NumeralKind.Tens) => true,
        _ => false,
    };

    private Numeral? NumeralAt(ArticleWords words, int i) => numerals.LongestAt(words, i, i + 1)?.Value;

    /// <summary>Reads digits with separators: commas between groups of three, or one point, or points between groups of three.</summary>
    internal static bool TryParse(ReadOnlySpan<char> digits, out decimal value)
    {
        value = 0;
        if (digits.Length is 0 or > MostDigits)
        {
            return false;
        }

        Span<char> plain = stackalloc char[digits.Length];
        var length = 0;
        var points = digits.Count('.');
        var commas = digits.Count(',');
        if (commas > 0 && !IsGrouped(points > 0 && digits.LastIndexOf('.') is var p && p > 0 ? digits[..p] : digits, ','))
        {
            return false;
        }

        if (points > 1 && (commas > 0 || !IsGrouped(digits, '.')))
        {
            return false;
        }

        foreach (var c in digits)
        {
            if (c == ',' || (c == '.' && points > 1))
            {
                continue;
            }

            plain[length++] = c;
        }

        return decimal.TryParse(plain[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    private static bool IsGrouped(ReadOnlySpan<char> digits, char separator)
    {
        var first = digits.IndexOf(separator);
        if (first is 0 or > 3)
        {
            return false;
        }

        for (var rest = digits[(first < 0 ? digits.Length : first)..]; rest.Length > 0; rest = rest[4..])
        {
            if (rest.Length < 4 || rest[0] != separator || (rest.Length > 4 && rest[4] != separator))
            {
                return false;
            }
        }

        return true;
    }
}
