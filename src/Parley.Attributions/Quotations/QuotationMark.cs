using Parley.Language;

namespace Parley.Attributions;

/// <summary>Which marks belong together.</summary>
internal enum MarkFamily : byte
{
    Double,
    Guillemet,
    Single,
}

/// <summary>A quotation mark in the text.</summary>
/// <param name="Token">Index of its token.</param>
/// <param name="Family">Which marks it goes with.</param>
/// <param name="CanOpen">True if it may open a quotation.</param>
/// <param name="CanClose">True if it may close one.</param>
internal readonly record struct QuotationMark(int Token, MarkFamily Family, bool CanOpen, bool CanClose)
{
    /// <summary>True when token <paramref name="i"/> of <paramref name="range"/> is a quotation mark and not an apostrophe.</summary>
    public static bool TryRead(ParsedArticle article, TokenRange range, int i, out QuotationMark mark)
    {
        var word = article.Word(i);
        mark = default;
        if (word.Length > 2 || char.IsLetterOrDigit(word[0]))
        {
            return false;
        }

        var gapBefore = i == range.Start || article.Tokens.Ends[i - 1] < article.Tokens.Starts[i] || Opens(article.Word(i - 1)[^1]);
        var gapAfter = i == range.End - 1 || article.Tokens.Ends[i] < article.Tokens.Starts[i + 1] || Ends(article.Word(i + 1)[0]);
        var leans = (Forward: gapBefore && !gapAfter, Back: gapAfter && !gapBefore);
        mark = word switch
        {
            "“" => new(i, MarkFamily.Double, !leans.Back, leans.Back),
            "”" => new(i, MarkFamily.Double, leans.Forward, true),
            "„" or "‟" or "``" => new(i, MarkFamily.Double, true, false),
            "''" => new(i, MarkFamily.Double, leans.Forward, true),
            "\"" => new(i, MarkFamily.Double, !leans.Back, !leans.Forward),
            "«" => new(i, MarkFamily.Guillemet, !leans.Back, leans.Back),
            "»" => new(i, MarkFamily.Guillemet, leans.Forward, true),
            "‘" or "‚" or "‹" => new(i, MarkFamily.Single, gapBefore, false),
            "’" or "›" => new(i, MarkFamily.Single, false, !leans.Forward),
            "'" or "`" => new(i, MarkFamily.Single, leans.Forward, leans.Back),
            _ => default,
        };
        return mark.CanOpen || mark.CanClose;
    }

    private static bool Opens(char c) => c is '(' or '[' or '{' or '—' or '–' or '-' or '“' or '"' or '‘' or '«' or '„' or '\'' or '/';

    private static bool Ends(char c) => c is '.' or ',' or ';' or ':' or '!' or '?' or '…' or ')' or ']' or '}' or '—' or '–' or '-' or '”' or '"' or '’' or '»' or '\'' or '/';
}
