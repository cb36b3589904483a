namespace Parley.Documents.Articles;

/// <summary>Tells a line of speech opened by a dash from a bulleted item.</summary>
internal sealed class DashDialogue
{
    private const int Reach = 12;

    private readonly Page _page;
    private readonly Piece _piece;
    private readonly bool _customary;

    /// <summary>Looks over the lines of <paramref name="piece"/> that open with a dash.</summary>
    public DashDialogue(Page page, Piece piece)
    {
        (_page, _piece) = (page, piece);
        var any = false;
        for (var i = piece.First; i < piece.End && !_customary; i++)
        {
            if (Opens(page, i, MarkerKind.Dash))
            {
                any = true;
                var words = page.Words(i);
                _customary = words[^1] == '?' || HasAttribution(words);
            }
        }

        // English sets dashes before list items; a text in another language, or one that shows the custom, before speech.
        _customary |= any && LanguageGuess.Of(page.Text.AsSpan(page.Paragraphs[piece.First].Start..page.Paragraphs[piece.End - 1].End)) is not ("en" or "und");
    }

    /// <summary>A name between or after dashes, such as an author's initials at the end or an agency's small subheading.</summary>
    public static bool IsSignature(ReadOnlySpan<char> words)
    {
        var bare = words.TrimEnd(" .–—");
        return bare.Length is > 1 and <= 80 && ((bare.Length < words.Length - 1 && words[bare.Length..].ContainsAny('–', '—')) || OrganisationNames.IsName(bare, 7));
    }

    /// <summary>True if paragraph <paramref name="i"/>, which opens with a dash, is speech.</summary>
    public bool IsSpeech(int i, MarkerKind kind)
    {
        var (page, piece) = (_page, _piece);
        if (IsSignature(page.Words(i)[1..].TrimStart()) && page.Words(i)[^1] is not ('?' or '!'))
        {
            // "— Nobody." may be an answer; without the full stop, or with a dash at its end, it is none.
            if (page.Words(i)[^1] != '.' || page.Words(i).TrimEnd(" .")[^1] is '–' or '—' || !_customary)
            {
                return false;
            }
        }

        // The lines next to it with the same mark are judged with it: a list is a list throughout.
        int lines = 0, attributed = 0, sentences = 0, questions = 0, items = 0;
        var first = i;
        while (first > piece.First && i - first < Reach && Opens(page, first - 1, kind))
        {
            first--;
        }

        for (var at = first; at < piece.End && at - i < Reach && Opens(page, at, kind); at++)
        {
            var words = page.Words(at);
            lines++;
            attributed += HasAttribution(words) ? 1 : 0;
            sentences += ParagraphScanner.EndsSentence(words) ? 1 : 0;
            questions += words[^1] == '?' ? 1 : 0;
            items += words[^1] is ';' or ',' || char.IsLower(FirstLetter(words)) ? 1 : 0;
        }

        if (attributed > 0 && attributed * 4 >= lines)
        {
            return true;
        }

        var introduced = first > piece.First && page.Words(first - 1)[^1] is ':' or '：';
        var spoken = introduced && QuotationIntroduction.HasCue(Tail(page.Words(first - 1)));
        if (kind == MarkerKind.Hyphen)
        {
            return items == 0 && sentences == lines && ((questions > 0 && questions < lines && lines >= 2 && !introduced) || (spoken && lines == 1));
        }

        if (!_customary && !spoken)
        {
            return false;
        }

        if (items * 2 >= lines || sentences * 2 < lines)
        {
            return false;
        }

        return !introduced || spoken || (questions > 0 && questions < lines);
    }

    private static bool Opens(Page page, int i, MarkerKind kind) => !page.Is(i, Traits.Separator) && ListMarker.TryRead(page.Words(i), out var marker) && marker.Kind == kind;

    /// <summary>", — said" or "! – he said": an attribution inside or after the words.</summary>
    private static bool HasAttribution(ReadOnlySpan<char> words)
    {
        var window = words[..Math.Min(words.Length, 2000)];
        for (var at = 2; at < window.Length - 2; at++)
        {
            if (window[at] is '—' or '–' or '―' or '-' && char.IsWhiteSpace(window[at - 1]))
            {
                // Spanish: "Esperamos —dijo el ministro—".
                if (window[at] == '—' && char.IsLower(window[at + 1]))
                {
                    return true;
                }

                var before = at - 1;
                while (before > 1 && (char.IsWhiteSpace(window[before]) || Marks.IsClosing(window[before])))
                {
                    before--;
                }

                var after = at + 1;
                while (after < window.Length - 1 && char.IsWhiteSpace(window[after]))
                {
                    after++;
                }

                if (window[before] is ',' or '!' or '?' or '…' or '.' && char.IsLower(window[after]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static char FirstLetter(ReadOnlySpan<char> words)
    {
        foreach (var c in words)
        {
            if (char.IsLetterOrDigit(c))
            {
                return c;
            }
        }

        return ' ';
    }

    private static ReadOnlySpan<char> Tail(ReadOnlySpan<char> words) => words[Math.Max(0, words.Length - 400)..];
}
