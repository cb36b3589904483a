using System.Text;

namespace Parley.Ledger;

/// <summary>
/// Turns what a user types into an FTS5 query of phrases only, joined by AND. Operators, column filters, wildcards and brackets of
/// FTS5 cannot come through, because nothing but words is copied, and those stand in quotation marks.
/// </summary>
internal static class FullTextQuery
{
    private const int MostWords = 64;

    /// <summary>A query for any of some words, each of letters and digits only; null if there are none.</summary>
    public static string? AnyOf(IEnumerable<string> words) => Join(words, " OR ");

    /// <summary>A query for all of some words, each of letters and digits only; null if there are none.</summary>
    public static string? AllOf(IEnumerable<string> words) => Join(words, " AND ");

    /// <summary>The query; null if the text has no word.</summary>
    public static string? From(string text)
    {
        var query = new StringBuilder();
        var words = 0;
        var inQuotes = false;
        var phraseIsOpen = false;
        var wordIsOpen = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark)
            {
                if (!wordIsOpen && ++words > MostWords)
                {
                    break;
                }

                query.Append(phraseIsOpen ? wordIsOpen ? "" : " " : query.Length == 0 ? "\"" : " AND \"");
                (phraseIsOpen, wordIsOpen) = (true, true);
                query.Append(rune.ToString());
                continue;
            }

            wordIsOpen = false;
            var isQuote = rune.Value is '"' or '“' or '”' or '„' or '«' or '»';
            if (phraseIsOpen && (isQuote || !inQuotes))
            {
                query.Append('"');
                phraseIsOpen = false;
            }

            inQuotes ^= isQuote;
        }

        if (phraseIsOpen)
        {
            query.Append('"');
        }

        return query.Length == 0 ? null : query.ToString();
    }

    private static string? Join(IEnumerable<string> words, string by)
    {
        var query = string.Join(by, words.Take(MostWords).Select(w => $"\"{w}\""));
        return query.Length == 0 ? null : query;
    }
}
