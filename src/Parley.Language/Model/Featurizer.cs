namespace Parley.Language.Model;

/// <summary>
/// Turns the tokens of a paragraph into rows of the feature tables. One instance belongs to one thread at a time and reuses its
/// scratch; it has no other state.
/// </summary>
internal sealed class Featurizer(WordIndex words)
{
    /// <summary>Paragraph index of a paragraph whose place in the article is not known.</summary>
    public const int UnknownPlace = -1;

    private TokenKind[] _kinds = new TokenKind[256];
    private int[] _opened = new int[256];
    private int[] _closes = new int[256];

    /// <summary>The rows that stand for the border between two paragraphs.</summary>
    public static void Border(Span<int> rows)
    {
        rows.Clear();
        rows[1] = 1;
        rows[9..].Fill(1);
    }

    /// <summary>Writes <see cref="TokenFeatures.Count"/> rows for each token.</summary>
    /// <param name="text">The text that holds the tokens.</param>
    /// <param name="starts">Where in it each token starts.</param>
    /// <param name="ends">Where each ends.</param>
    /// <param name="paragraphIndex">Place of the paragraph in its article, or <see cref="UnknownPlace"/>.</param>
    /// <param name="rows">What is written.</param>
    public void Write(ReadOnlySpan<char> text, ReadOnlySpan<int> starts, ReadOnlySpan<int> ends, int paragraphIndex, Span<int> rows)
    {
        var count = starts.Length;
        Reserve(count);
        Span<char> form = stackalloc char[TokenForm.MaxLength];
        Span<char> lower = stackalloc char[TokenForm.MaxLength];
        for (var i = 0; i < count; i++)
        {
            var length = TokenForm.Normalize(text[starts[i]..ends[i]], form, out _kinds[i]);
            _ = ((ReadOnlySpan<char>)form[..length]).ToLowerInvariant(lower);
            WriteForm(form[..length], lower[..length], rows.Slice(i * TokenFeatures.Count, TokenFeatures.Count));
        }

        var quotations = MatchQuotes(count);
        for (var i = 0; i < count; i++)
        {
            WriteFlags(i, count, quotations, paragraphIndex, rows.Slice(i * TokenFeatures.Count, TokenFeatures.Count));
        }
    }

    private void WriteForm(ReadOnlySpan<char> form, ReadOnlySpan<char> lower, Span<int> rows)
    {
        rows[0] = words.Find(WordIndex.Hash(lower));
        rows[1] = Bucket(WordIndex.Hash(form, 1), TokenFeatures.FormBuckets);
        for (var n = 2; n <= 4; n++)
        {
            rows[n] = Bucket(WordIndex.Hash(lower[..Math.Min(n, lower.Length)], (ulong)(10 + n)), TokenFeatures.AffixBuckets);
        }

        for (var n = 1; n <= 4; n++)
        {
            rows[4 + n] = Bucket(WordIndex.Hash(lower[^Math.Min(n, lower.Length)..], (ulong)(20 + n)), TokenFeatures.AffixBuckets);
        }

        Span<char> shape = stackalloc char[8];
        rows[9] = Flag(0, WordIndex.Hash(shape[..Shape(form, shape)]));
    }

    /// <summary>X for capitals, x for small letters, 0 for digits, other characters as they are; runs count once.</summary>
    private static int Shape(ReadOnlySpan<char> form, Span<char> shape)
    {
        var length = 0;
        foreach (var c in form)
        {
            var s = char.IsUpper(c) ? 'X' : char.IsLetter(c) ? 'x' : c;
            if (length == 0 || shape[length - 1] != s)
            {
                if (length == shape.Length)
                {
                    break;
                }

                shape[length++] = s;
            }
        }

        // "I" and "A" are no acronyms, "NATO" is none of "Nato".
        if (length == 1 && shape[0] == 'X' && form.Length > 1)
        {
            shape[length++] = 'X';
        }

        return length;
    }

    /// <summary>
    /// Finds for each token the quotation mark that opened the quotation around it and the one that closes it (-1 if none).
    /// Marks are taken as they come: an opening mark inside a quotation starts a new one, a closing mark without an opening one
    /// closes a quotation that began before the paragraph.
    /// </summary>
    private int MatchQuotes(int count)
    {
        var (open, quotations) = (-1, 0);
        for (var i = 0; i < count; i++)
        {
            var kind = _kinds[i];
            if (kind == TokenKind.AmbiguousQuote)
            {
                _kinds[i] = kind = open >= 0 ? TokenKind.ClosingQuote : TokenKind.OpeningQuote;
            }

            _opened[i] = open;
            if (kind == TokenKind.OpeningQuote)
            {
                (_opened[i], open) = (i, i);
                quotations++;
            }
            else if (kind == TokenKind.ClosingQuote)
            {
                open = -1;
            }
        }

        var close = -1;
        for (var i = count - 1; i >= 0; i--)
        {
            if (_kinds[i] == TokenKind.ClosingQuote)
            {
                close = i;
            }

            _closes[i] = close;
            if (_kinds[i] == TokenKind.OpeningQuote)
            {
                close = -1;
            }
        }

        return quotations;
    }

    private void WriteFlags(int i, int count, int quotations, int paragraphIndex, Span<int> rows)
    {
        var (opened, closes, kind) = (_opened[i], _closes[i], _kinds[i]);
        var inside = opened >= 0 ? 1 : 0;
        var open = inside == 1 ? Distance(i - opened) : 0;
        var close = closes >= 0 ? Distance(closes - i) + 1 : 0;
        var starts = i == 0 || _kinds[i - 1] == TokenKind.SentenceEnd
            || (i > 1 && _kinds[i - 1] == TokenKind.ClosingQuote && _kinds[i - 2] == TokenKind.SentenceEnd) ? 1 : 0;
        var quoteBefore = i > 0 && _kinds[i - 1] is TokenKind.OpeningQuote or TokenKind.ClosingQuote ? (int)_kinds[i - 1] : 0;
        var place = paragraphIndex < 0 ? 0 : 1 + Distance(paragraphIndex);
        var quoted = Math.Min(quotations, 2);

        rows[10] = Flag(1, Mix((int)kind, inside, close > 0 ? 1 : 0, starts));
        rows[11] = Flag(2, Mix(inside, open, close > 0 ? 1 : 0));
        rows[12] = Flag(3, Mix(inside, close));
        rows[13] = Flag(4, Mix(inside, open, close));
        rows[14] = Flag(5, Mix(Distance(i), quoted));
        rows[15] = Flag(6, Mix(Distance(count - 1 - i), inside));
        rows[16] = Flag(7, Mix(place, quoted));
        rows[17] = Flag(8, Mix(place, Distance(count)));
        rows[18] = Flag(9, Mix(rows[9], starts));
        rows[19] = Flag(10, Mix(quoteBefore, starts, inside));
    }

    /// <summary>0 to 5 exactly, then coarser.</summary>
    private static int Distance(int d) => d switch { <= 5 => d, <= 8 => 6, <= 12 => 7, <= 20 => 8, <= 40 => 9, <= 80 => 10, _ => 11 };

    private static ulong Mix(int a, int b, int c = 0, int d = 0) => unchecked((((((ulong)a * 4099) + (ulong)b) * 67) + (ulong)c) * 31) + (ulong)d;

    private static int Flag(int slot, ulong value) =>
        Bucket(unchecked(((value + 1) * 0x9E3779B97F4A7C15UL) ^ ((ulong)(slot + 1) * 0xC2B2AE3D27D4EB4FUL)) , TokenFeatures.FlagBuckets);

    /// <summary>Buckets from 2 up: 0 is for no feature, 1 for the border between paragraphs.</summary>
    private static int Bucket(ulong hash, int buckets)
    {
        unchecked
        {
            hash ^= hash >> 29;
            hash *= 0xBF58476D1CE4E5B9UL;
            hash ^= hash >> 32;
            return 2 + (int)(hash % (ulong)(buckets - 2));
        }
    }

    private void Reserve(int count)
    {
        if (_kinds.Length < count)
        {
            var size = Math.Max(count, _kinds.Length * 2);
            (_kinds, _opened, _closes) = (new TokenKind[size], new int[size], new int[size]);
        }
    }
}
