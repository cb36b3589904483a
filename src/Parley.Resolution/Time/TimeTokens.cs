using System.Globalization;

namespace Parley.Resolution.Time;

/// <summary>A run of letters, a run of digits or a single mark.</summary>
internal readonly record struct TimeToken(int Start, int End, TimeWordClass Class, int Number, string Code)
{
    public int Length => End - Start;
}

/// <summary>A text as the tokens from which time expressions are made.</summary>
internal sealed class TimeTokens
{
    private readonly List<TimeToken> _tokens;

    public TimeTokens(string text)
    {
        Text = text;
        _tokens = new List<TimeToken>(text.Length / 5);
        var table = TimeWord.Table;
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c))
            {
                i++;
                continue;
            }

            var end = i + 1;
            if (char.IsAsciiDigit(c))
            {
                while (end < text.Length && char.IsAsciiDigit(text[end]))
                {
                    end++;
                }

                var number = end - i <= 8 ? int.Parse(text.AsSpan(i, end - i), NumberStyles.None, CultureInfo.InvariantCulture) : -1;
                _tokens.Add(new TimeToken(i, end, TimeWordClass.Digits, number, ""));
            }
            else if (char.IsLetter(c))
            {
                while (end < text.Length && char.IsLetter(text[end]))
                {
                    end++;
                }

                _tokens.Add(end - i <= 12 && table.TryGetValue(text.AsSpan(i, end - i), out var word)
                    ? new TimeToken(i, end, word.Class, word.Number, word.Code)
                    : new TimeToken(i, end, TimeWordClass.None, 0, ""));
            }
            else
            {
                _tokens.Add(new TimeToken(i, end, TimeWordClass.Punctuation, c, ""));
            }

            i = end;
        }
    }

    public string Text { get; }

    public int Count => _tokens.Count;

    /// <summary>The token; an empty one past either end, so that looking around needs no care.</summary>
    public TimeToken this[int index] => index >= 0 && index < _tokens.Count ? _tokens[index] : default;

    public TimeWordClass ClassAt(int index) => this[index].Class;

    public ReadOnlySpan<char> WordAt(int index)
    {
        var token = this[index];
        return Text.AsSpan(token.Start, token.Length);
    }

    public bool Is(int index, string word) => WordAt(index).Equals(word, StringComparison.OrdinalIgnoreCase);

    public bool IsMark(int index, char mark) => ClassAt(index) == TimeWordClass.Punctuation && this[index].Number == mark;

    public bool IsHyphen(int index) => ClassAt(index) == TimeWordClass.Punctuation && this[index].Number is '-' or '‑' or '–';

    public bool IsApostrophe(int index) => ClassAt(index) == TimeWordClass.Punctuation && this[index].Number is '\'' or '’';

    /// <summary>True when no white space stands between the token and the one before.</summary>
    public bool Adjoins(int index) => index > 0 && index < Count && this[index].Start == this[index - 1].End;

    public bool IsCapitalised(int index) => index >= 0 && index < Count && char.IsUpper(Text[this[index].Start]);
}
