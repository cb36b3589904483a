namespace Parley.Language;

/// <summary>
/// Finds the dateline with which agencies open a report: a place in capitals, perhaps a date and an agency in brackets or between
/// strokes, then a dash or a stop: "GENEVA, March 3 (Agency) —", "ODESA, Ukraine (AP) --", "MOSCOW, January 26. /TASS/.".
/// </summary>
public static class Dateline
{
    private const int MaxTokens = 16;
    private const int MinPlaceLetters = 3;

    /// <summary>The number of tokens of the dateline that opens <paramref name="block"/>; 0 if there is none.</summary>
    public static int Length(ReadOnlySpan<char> text, TokenTable tokens, TokenRange block)
    {
        if (block.IsEmpty || !IsPlace(tokens[block.Start].In(text)))
        {
            return 0;
        }

        var depth = 0;
        var hasAgency = false;
        var hasComma = false;
        var isCapitals = true;
        var end = Math.Min(block.End, block.Start + MaxTokens);
        for (var i = block.Start + 1; i < end; i++)
        {
            var word = tokens[i].In(text);
            switch (word)
            {
                case "(" or "-LRB-":
                    depth++;
                    break;
                case ")" or "-RRB-":
                    depth--;
                    hasAgency = true;
                    break;
                case "—" or "–" or "-" or "--" or "―" when depth == 0:
                    return hasAgency || hasComma || (isCapitals && OpensReport(text, tokens, i, block)) ? i + 1 - block.Start : 0;
                case "." when depth == 0 && hasAgency:
                    return i + 1 - block.Start;
                case ":" when depth == 0 && hasAgency:
                    return i + 1 - block.Start;
                default:
                    isCapitals &= depth > 0 || IsPlace(word);
                    if (word.Length > 2 && word[0] == '/' && word[^1] == '/')
                    {
                        hasAgency = true;
                    }
                    else if (depth == 0 && word is ",")
                    {
                        hasComma = true;
                    }
                    else if (depth == 0 && !BelongsOutsideBrackets(word))
                    {
                        return 0;
                    }

                    break;
            }
        }

        return 0;
    }

    // "NATO – an alliance – …" and "UNESCO — Ministers pay for it — …" are sentences, "PORT ELIN — Ministers …" and "ELIN — Ministers …" are none.
    private static bool OpensReport(ReadOnlySpan<char> text, TokenTable tokens, int dash, TokenRange block)
    {
        if (dash + 1 >= block.End || !char.IsUpper(tokens[dash + 1].In(text)[0]))
        {
            return false;
        }

        var isOneWord = dash == block.Start + 1;
        for (var i = dash + 1; isOneWord && i < block.End; i++)
        {
            if (tokens[i].In(text) is "—" or "–" or "-" or "--" or "―")
            {
                return false;
            }
        }

        return !isOneWord || tokens[block.Start].Length > MinPlaceLetters;
    }

    private static bool IsPlace(ReadOnlySpan<char> word)
    {
        var letters = 0;
        foreach (var c in word)
        {
            if (char.IsLetter(c))
            {
                if (!char.IsUpper(c))
                {
                    return false;
                }

                letters++;
            }
            else if (c is not ('-' or '.' or '\'' or '’'))
            {
                return false;
            }
        }

        return letters >= MinPlaceLetters;
    }

    // More of the place, a province or country, a month, a day, a year.
    private static bool BelongsOutsideBrackets(ReadOnlySpan<char> word) =>
        word is "." or "/" or "of" or "de" or "the" || char.IsUpper(word[0]) || char.IsAsciiDigit(word[0]);
}
