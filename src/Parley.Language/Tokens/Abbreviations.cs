using System.Collections.Frozen;

namespace Parley.Language;

/// <summary>Words that carry a full stop of their own. Keys are lower case and without the stop.</summary>
internal static class Abbreviations
{
    // Stand before a name or number, so a sentence never ends with them.
    private static readonly string[] Leading =
    [
        "mr", "mrs", "ms", "messrs", "mmes", "dr", "drs", "prof", "profs", "rev", "hon", "sen", "sens", "rep", "reps", "gov", "govs", "pres",
        "amb", "gen", "lt", "col", "maj", "capt", "cpt", "cmdr", "cdr", "adm", "sgt", "cpl", "pvt", "brig", "cmsgt", "supt", "insp", "det", "atty",
        "st", "ste", "fr", "msgr", "vs", "v", "cf", "c", "e.g", "i.e", "viz", "mt", "ft", "approx", "ed", "eds",
    ];

    // Stand before a number, else the stop is a full stop ("No. 5" and "No. I refuse").
    private static readonly string[] Counting = ["no", "nos", "art", "arts", "fig", "figs", "vol", "ch", "p", "pp", "sect", "sec", "res", "para", "paras"];

    // May end a sentence; the word that follows decides.
    private static readonly string[] Trailing =
    [
        "jr", "sr", "inc", "corp", "co", "cos", "ltd", "bros", "llc", "etc", "al", "esq", "dept", "univ", "assn", "intl", "est", "ext", "govt",
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue", "tues", "wed", "thu", "thurs", "fri",
        "ala", "ariz", "ark", "calif", "colo", "conn", "del", "fla", "ga", "ill", "ind", "kan", "ky", "la", "md", "mass", "mich", "minn", "miss", "mo",
        "mont", "neb", "nev", "okla", "ore", "pa", "tenn", "tex", "va", "vt", "wash", "wis", "wyo", "ont", "que",
        "ave", "blvd", "rd", "a.m", "p.m", "b.c", "a.d", "ph.d", "m.d", "u.s", "u.k", "u.n", "e.u", "d.c", "u.s.s.r", "u.a.e",
        "min", "max", "kg", "km", "mph", "sq", "oz", "lb", "lbs", "hrs", "ca",
    ];

    // Also ordinary words: the stop belongs to them only if they are written like the abbreviation.
    private static readonly FrozenSet<string> OnlyCapitalised = new[]
    {
        "gen", "mar", "jun", "mon", "fri", "wed", "del", "ill", "ind", "miss", "mass", "wash", "ore", "la", "pa", "ga", "md", "mo",
        "fr", "hon", "rep", "reps", "rev", "det", "ed", "eds", "co", "st", "mt", "ft", "sat", "sun", "est", "tex", "tenn", "dec", "oct", "ky", "va", "vt",
        "nov", "ark", "mont",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> CountingSet = Counting.ToFrozenSet();
    private static readonly FrozenSet<string> LeadingSet = Leading.Concat(Counting).ToFrozenSet();
    private static readonly FrozenSet<string> AllSet = Leading.Concat(Trailing).ToFrozenSet();

    private const int LongestAbbreviation = 8;

    /// <summary>
    /// True when a full stop after <paramref name="word"/> (given without it) belongs to the word; <paramref name="rest"/> is the text behind the stop.
    /// </summary>
    public static bool Holds(ReadOnlySpan<char> word, ReadOnlySpan<char> rest)
    {
        if (word.IsEmpty || word.Length > LongestAbbreviation)
        {
            return false;
        }

        if (IsInitials(word))
        {
            return true;
        }

        Span<char> lower = stackalloc char[LongestAbbreviation];
        lower = lower[..word.ToLowerInvariant(lower)];
        if (CountingSet.GetAlternateLookup<ReadOnlySpan<char>>().Contains(lower))
        {
            rest = rest.Length > 1 && char.IsWhiteSpace(rest[0]) ? rest[1..] : rest;
            return !rest.IsEmpty && char.IsAsciiDigit(rest[0]);
        }

        return AllSet.GetAlternateLookup<ReadOnlySpan<char>>().Contains(lower)
            && (char.IsUpper(word[0]) || !OnlyCapitalised.GetAlternateLookup<ReadOnlySpan<char>>().Contains(lower));
    }

    /// <summary>True when a sentence can't end after <paramref name="token"/> ("Mr.", "Gen.", "J.").</summary>
    public static bool LeadsOn(ReadOnlySpan<char> token)
    {
        if (token.Length is < 2 or > LongestAbbreviation + 1 || token[^1] != '.')
        {
            return false;
        }

        var word = token[..^1];
        Span<char> lower = stackalloc char[LongestAbbreviation];
        lower = lower[..word.ToLowerInvariant(lower)];
        return (word.Length == 1 && char.IsUpper(word[0]) && word[0] != 'I') || LeadingSet.GetAlternateLookup<ReadOnlySpan<char>>().Contains(lower);
    }

    // "J", "U.S", "F.B.I", "a.m": single letters parted by stops.
    private static bool IsInitials(ReadOnlySpan<char> word)
    {
        if (word.Length == 1)
        {
            return char.IsUpper(word[0]) && word[0] != 'I';
        }

        for (var i = 0; i < word.Length; i++)
        {
            if (i % 2 == 0 ? !char.IsLetter(word[i]) : word[i] != '.')
            {
                return false;
            }
        }

        return word.Length % 2 == 1;
    }
}
