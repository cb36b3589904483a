using System.Globalization;
using System.Text;

namespace Parley.Training.Pretrained;

/// <summary>Cuts tokens into the pieces that a pre-trained encoder knows: longest first (Wu et al. 2016), small letters, no accents.</summary>
internal sealed class WordPieces
{
    /// <summary>Stands before a sequence.</summary>
    public const int Start = 101;

    /// <summary>Stands after a sequence and between paragraphs.</summary>
    public const int Separator = 102;

    private const int Unknown = 100;
    private const int LongestToken = 60;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _pieces;

    /// <summary>Reads a vocabulary, a piece a line.</summary>
    public WordPieces(string path)
    {
        var pieces = new Dictionary<string, int>();
        foreach (var line in File.ReadLines(path))
        {
            pieces.TryAdd(line, pieces.Count);
        }

        _pieces = pieces.GetAlternateLookup<ReadOnlySpan<char>>();
        if (pieces.GetValueOrDefault("[CLS]") != Start || pieces.GetValueOrDefault("[SEP]") != Separator || pieces.GetValueOrDefault("[UNK]") != Unknown)
        {
            throw new InvalidDataException($"{path} is not the vocabulary of an English BERT in small letters.");
        }
    }

    /// <summary>Adds the pieces of a token, at least one.</summary>
    public void Cut(ReadOnlySpan<char> token, List<int> pieces)
    {
        var text = Plain(token.Length > LongestToken ? token[..LongestToken] : token);
        var before = pieces.Count;
        for (var i = 0; i < text.Length;)
        {
            var end = i + 1;
            while (IsPart(text[i]) && end < text.Length && IsPart(text[end]))
            {
                end++;
            }

            CutWord(text.AsSpan(i..end), pieces);
            i = end;
        }

        if (pieces.Count == before)
        {
            pieces.Add(Unknown);
        }
    }

    private static bool IsPart(char c) => !char.IsPunctuation(c) && !char.IsSymbol(c);

    /// <summary>The form that the vocabulary was made from; treebank spellings of marks are undone.</summary>
    private static string Plain(ReadOnlySpan<char> token)
    {
        switch (token)
        {
            case "``" or "''" or "\u201c" or "\u201d":
                return "\"";
            case "-LRB-":
                return "(";
            case "-RRB-":
                return ")";
            case "-LSB-":
                return "[";
            case "-RSB-":
                return "]";
        }

        var plain = new StringBuilder();
        foreach (var c in token.ToString().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Control or UnicodeCategory.Format))
            {
                plain.Append(c is '\u2019' or '\u2018' ? '\'' : char.ToLowerInvariant(c));
            }
        }

        return plain.ToString();
    }

    private void CutWord(ReadOnlySpan<char> word, List<int> pieces)
    {
        var before = pieces.Count;
        Span<char> buffer = stackalloc char[LongestToken * 4];
        for (var i = 0; i < word.Length;)
        {
            var end = word.Length;
            var found = -1;
            for (; end > i; end--)
            {
                scoped var piece = word[i..end];
                if (i > 0)
                {
                    "##".CopyTo(buffer);
                    piece.CopyTo(buffer[2..]);
                    piece = buffer[..(2 + piece.Length)];
                }

                if (_pieces.TryGetValue(piece, out found))
                {
                    break;
                }

                found = -1;
            }

            if (found < 0)
            {
                pieces.RemoveRange(before, pieces.Count - before);
                pieces.Add(Unknown);
                return;
            }

            pieces.Add(found);
            i = end;
        }
    }
}
