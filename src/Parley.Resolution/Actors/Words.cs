using Parley.Records;

namespace Parley.Resolution.Actors;

/// <summary>A word as names are made of: letters, digits, inner hyphens, points of initials; a possessive ending is taken off.</summary>
/// <param name="Span">Where it stands, without the possessive ending.</param>
/// <param name="IsPossessive">Followed by 's or a bare apostrophe.</param>
/// <param name="BreakBefore">A mark other than white space stands between it and the word before: 0 if none.</param>
internal readonly record struct Word(TextSpan Span, bool IsPossessive, char BreakBefore)
{
    public ReadOnlySpan<char> In(string text) => text.AsSpan(Span.Start, Span.Length);

    public string TextIn(string text) => text.Substring(Span.Start, Span.Length);

    /// <summary>Begins with a capital, or with one after a particle: "al-Burhan", "d'Arc".</summary>
    public bool IsCapitalised(string text)
    {
        if (char.IsUpper(text[Span.Start]))
        {
            return true;
        }

        var mark = text.AsSpan(Span.Start, Math.Min(4, Span.Length)).IndexOfAny('-', '\'', '’');
        return mark > 0 && mark + 1 < Span.Length && char.IsUpper(text[Span.Start + mark + 1]);
    }
}

/// <summary>Splits text into words without regard to any tokeniser, so that names read the same in a phrase and in the running text.</summary>
internal static class Words
{
    /// <summary>Whether "New" begins a name, as in "New York"; that of "New President Ilic" does not.</summary>
    public static bool OpenName(List<Word> words, int at, string text) =>
        words[at].In(text) is "New" && at + 1 < words.Count && words[at + 1].IsCapitalised(text) && !Lexicon.Titles.Contains(words[at + 1].TextIn(text));

    public static List<Word> Of(string text, TextSpan span)
    {
        var words = new List<Word>();
        var mark = '\0';
        for (var i = span.Start; i < span.End;)
        {
            var c = text[i];
            if (!char.IsLetterOrDigit(c))
            {
                if (!char.IsWhiteSpace(c) && mark is '\0' or '“' or '"' or '‘' or '”' or '’')
                {
                    mark = c;
                }
                else if (c == '\n')
                {
                    mark = '\n';
                }

                i++;
                continue;
            }

            var end = i + 1;
            while (end < span.End && IsInner(text, end, span.End, i))
            {
                end++;
            }

            var possessive = end < span.End && text[end] is '\'' or '’' or '‘' &&
                ((end + 1 < span.End && text[end + 1] == 's' && (end + 2 >= text.Length || !char.IsLetterOrDigit(text[end + 2]))) ||
                 (text[end - 1] == 's' && (end + 1 >= text.Length || char.IsWhiteSpace(text[end + 1]))));
            words.Add(new Word(TextSpan.FromBounds(i, end), possessive, mark));
            mark = '\0';
            i = possessive ? end + (end + 1 < span.End && text[end + 1] == 's' ? 2 : 1) : end;
        }

        return words;
    }

    private static bool IsInner(string text, int at, int end, int start)
    {
        var c = text[at];
        if (char.IsLetterOrDigit(c))
        {
            return true;
        }

        var letterNext = at + 1 < end && char.IsLetterOrDigit(text[at + 1]);
        return c switch
        {
            '-' or '‑' or '&' => letterNext,
            // U.S., H.W., and the point after a single initial; also Antiwar.com.
            '.' => (at - start == 1 && char.IsUpper(text[start])) || (letterNext && char.IsLetter(text[at + 1])) ||
                   (at >= start + 2 && text[at - 2] == '.' && char.IsUpper(text[at - 1])),
            '\'' or '’' => letterNext && !(text[at + 1] == 's' && (at + 2 >= text.Length || !char.IsLetterOrDigit(text[at + 2]))),
            _ => false,
        };
    }
}
