using Parley.Language;
using Parley.Records;

namespace Parley.Coding.Words;

/// <summary>
/// The words of an article as tables see them: runs of letters, numbers and single marks. Hyphens join nothing ("cease-fire" is two
/// words), contractions are split ("did" "n't", "Moscow" "'s"). The tokens of the language engine follow a treebank instead, and its
/// ways with hyphens and units are not those of a table that people edit.
/// </summary>
internal sealed class ArticleWords
{
    private readonly int[] _starts;
    private readonly int[] _ends;

    private ArticleWords(string text, int[] starts, int[] ends, int[] entries) =>
        (Text, _starts, _ends, Entries) = (text, starts, ends, entries);

    public string Text { get; }

    /// <summary>The entry of each word in the vocabulary.</summary>
    public int[] Entries { get; }

    public int Count => _starts.Length;

    public TextSpan this[int word] => TextSpan.FromBounds(_starts[word], _ends[word]);

    public ReadOnlySpan<char> Word(int word) => Text.AsSpan(_starts[word], _ends[word] - _starts[word]);

    public TextSpan SpanOf(TokenRange words) => TextSpan.FromBounds(_starts[words.Start], _ends[words.End - 1]);

    /// <summary>True when the word is <paramref name="other"/>, whatever its case.</summary>
    public bool Is(int word, string other) => word >= 0 && word < Count && Word(word).Equals(other, StringComparison.OrdinalIgnoreCase);

    /// <summary>True for a word of letters that begins with a capital.</summary>
    public bool IsCapitalised(int word) => char.IsUpper(Text[_starts[word]]);

    /// <summary>The words that lie wholly inside <paramref name="span"/>.</summary>
    public TokenRange Within(TextSpan span)
    {
        var start = LowerBound(_starts, span.Start);
        return new TokenRange(start, Math.Max(start, LowerBound(_ends, span.End + 1)));
    }

    public static ArticleWords Of(string text, Vocabulary vocabulary)
    {
        List<int> starts = new(text.Length / 5), ends = new(text.Length / 5), entries = new(text.Length / 5);
        var i = 0;
        while (i < text.Length)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c))
            {
                i++;
            }
            else if (char.IsAsciiDigit(c))
            {
                var end = EndOfNumber(text, i);
                Add(i, end, Vocabulary.Number);
                i = end;
            }
            else if (char.IsLetter(c))
            {
                i = AddLetters(i);
            }
            else
            {
                if (!(c is '-' or '‑' or '‐' && i > 0 && char.IsLetterOrDigit(text[i - 1]) && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1])))
                {
                    Add(i, i + 1, vocabulary.EntryOf(text.AsSpan(i, 1)));
                }

                i++;
            }
        }

        return new ArticleWords(text, [.. starts], [.. ends], [.. entries]);

        void Add(int start, int end, int entry)
        {
            starts.Add(start);
            ends.Add(end);
            entries.Add(entry);
        }

        int AddLetters(int start)
        {
            var end = EndOfLetters(text, start);
            if (end - start == 1 && end < text.Length && text[end] == '.' && EndOfInitials(text, start) is var initials && initials > end + 1)
            {
                Add(start, initials, vocabulary.EntryOf(text.AsSpan(start, initials - start)));
                return initials;
            }

            var apostrophe = text.AsSpan(start, end - start).IndexOfAny('\'', '’');
            if (apostrophe > 0)
            {
                var split = start + apostrophe;
                var isNot = split > start + 1 && text[split - 1] is 'n' or 'N' && end == split + 2 && text[split + 1] is 't' or 'T';
                split = isNot ? split - 1 : split;
                Add(start, split, vocabulary.EntryOf(text.AsSpan(start, split - start)));
                Add(split, end, isNot ? vocabulary.EntryOf("n't") : vocabulary.EntryOf("'" + text[(split + 1)..Math.Min(end, split + 3)]));
            }
            else
            {
                Add(start, end, vocabulary.EntryOf(text.AsSpan(start, end - start)));
            }

            return end;
        }
    }

    private static int EndOfLetters(string text, int i)
    {
        while (i < text.Length && (char.IsLetter(text[i]) || char.GetUnicodeCategory(text[i]) == System.Globalization.UnicodeCategory.NonSpacingMark ||
            (text[i] is '\'' or '’' && i + 1 < text.Length && char.IsLetter(text[i + 1]))))
        {
            i++;
        }

        return i;
    }

    // U.S., a.m., D.C.
    private static int EndOfInitials(string text, int i)
    {
        while (i + 1 < text.Length && char.IsLetter(text[i]) && text[i + 1] == '.')
        {
            i += 2;
        }

        return i;
    }

    private static int EndOfNumber(string text, int i)
    {
        while (i < text.Length && (char.IsAsciiDigit(text[i]) ||
            (text[i] is ',' or '.' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]))))
        {
            i++;
        }

        return i;
    }

    private static int LowerBound(int[] sorted, int value)
    {
        var index = Array.BinarySearch(sorted, value);
        return index >= 0 ? index : ~index;
    }
}
