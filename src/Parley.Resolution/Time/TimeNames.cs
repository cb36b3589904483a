namespace Parley.Resolution.Time;

/// <summary>Words of time that are part of a name and tell no time: "USA TODAY", "The Daily Show", "Black Friday", "60 Minutes", "Future45".</summary>
internal static class TimeNames
{
    /// <summary>True where an expression is, or belongs to, the name of something.</summary>
    public static bool Holds(TimeTokens tokens, TimeMatch match)
    {
        var (first, last) = (match.Start, match.End - 1);
        if (!tokens.IsCapitalised(last))
        {
            return false;
        }

        if (tokens.Adjoins(match.End) && tokens.ClassAt(match.End) != TimeWordClass.Punctuation)
        {
            return true;
        }

        return tokens.ClassAt(last) switch
        {
            TimeWordClass.Frequency => tokens.ClassAt(first - 1) == TimeWordClass.None || IsWordOfName(tokens, last + 1),
            TimeWordClass.Deictic or TimeWordClass.Present or TimeWordClass.Tonight =>
                first == last && IsAllCapitals(tokens, first - 1) && !IsAllCapitals(tokens, last + 1),
            TimeWordClass.Weekday => first == last && tokens.WordAt(first - 1) is "Super" or "Black" or "Bloody" or "Cyber" or "Palm" or "Ash" or "Holy" or "Fat" or "Shrove" or "Maundy",
            TimeWordClass.Daypart => tokens.ClassAt(first) == TimeWordClass.Weekday && IsWordOfName(tokens, last + 1),
            TimeWordClass.FutureNoun => first < last && !tokens.IsCapitalised(first),
            TimeWordClass.Unit when tokens.ClassAt(first) is TimeWordClass.Article or TimeWordClass.Indefinite && !tokens.IsCapitalised(first) => true,
            // A programme of the television; in a heading every word is so.
            TimeWordClass.Unit when tokens[last].Code is "TM" or "TH" => first == last - 1 && tokens.ClassAt(first) == TimeWordClass.Digits,
            TimeWordClass.Unit when tokens[last].Code is "C" => IsWordOfName(tokens, last + 1),
            TimeWordClass.Unit when tokens.WordAt(last) is "Week" => tokens.Is(first, "This") && tokens.Is(first - 1, "s") && tokens.IsApostrophe(first - 2),
            _ => false,
        };
    }

    private static bool IsWordOfName(TimeTokens tokens, int i) => tokens.ClassAt(i) == TimeWordClass.None && tokens.IsCapitalised(i) && !tokens.Is(i, "The");

    private static bool IsAllCapitals(TimeTokens tokens, int i) => tokens[i].Length > 1 && !tokens.WordAt(i).ContainsAnyExceptInRange('A', 'Z');
}
