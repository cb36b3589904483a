using System.Collections.Frozen;
using System.Globalization;
using Parley.Casualties.Linkage;

namespace Parley.Casualties.Gathering;

/// <summary>The tables by which reports are read. All languages are looked for in every report: what it is marked as may be wrong.</summary>
internal static class GatheringTables
{
    private static readonly ReportPhrase[] Phrases = [.. ReadPhrases()];
    private static readonly ReportPhrase[] FromNumbers = [.. Phrases.Where(p => p.Beginnings is null)];
    private static readonly ReportPhrase[] Open = [.. Phrases.Where(p => p.Beginnings?.Any(b => b.EndsWith('*')) == true)];
    private static readonly FrozenDictionary<string, ReportPhrase[]> ByFirstWord = Phrases
        .Where(p => p.Beginnings is not null).SelectMany(p => p.Beginnings!.Where(b => !b.EndsWith('*')).Select(b => (Word: b, Phrase: p)))
        .GroupBy(p => p.Word, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.Select(p => p.Phrase).ToArray(), StringComparer.Ordinal);

    private static readonly FrozenSet<string> Abbreviations = Single("abbreviation");
    private static readonly FrozenSet<string> Stops = Single("stop");
    private static readonly FrozenSet<string> MaleNames = Single("male");

    private static readonly (string Start, int Value)[] Numbers = [.. CasualtyTable.Rows("gathering_phrases.tsv").Where(r => r[0] == "number")
        .SelectMany(r => r[3].Split('|').Select(w => (w, int.Parse(r[2], CultureInfo.InvariantCulture)))).OrderByDescending(n => n.w.Length)];

    private static readonly FrozenSet<string> Particles = Single("particle");

    private static readonly FrozenDictionary<string, string> Sexes = CasualtyTable.Rows("gathering_given_names.tsv")
        .SelectMany(r => r[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(n => (Name: NameFold.Fold(n), Sex: r[0])))
        .DistinctBy(n => n.Name).ToFrozenDictionary(n => n.Name, n => n.Sex, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> Months = CasualtyTable.Rows("gathering_months.tsv")
        .SelectMany(r => r[1].Split(' ').Select(f => (Form: f, Month: int.Parse(r[0], CultureInfo.InvariantCulture))))
        .DistinctBy(p => p.Form).ToFrozenDictionary(p => p.Form, p => p.Month, StringComparer.Ordinal);

    private static readonly FrozenSet<string> UnitHeads = Units("head");
    private static readonly FrozenSet<string> UnitBetween = Units("between");

    /// <summary>Endings of names by part, the longer first.</summary>
    public static FrozenDictionary<string, NameEnding[]> Endings { get; } = CasualtyTable.Rows("gathering_endings.tsv")
        .Select(r => (Part: r[0], Ending: new NameEnding(r[1], r[2], r[3], r[4] == "-" ? "" : r[4])))
        .GroupBy(p => p.Part, StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, g => g.Select(p => p.Ending).OrderByDescending(e => e.Ending.Length).ToArray(), StringComparer.Ordinal);

    /// <summary>Whether a full stop after a word ends no sentence.</summary>
    public static bool IsAbbreviation(string lower) => Abbreviations.Contains(lower);

    /// <summary>Whether a word begins or ends no name.</summary>
    public static bool IsStop(string lower) => Stops.Contains(lower);

    /// <summary>Whether a given name that ends as women's do is a man's.</summary>
    public static bool IsMale(string lower) => MaleNames.Contains(lower);

    /// <summary>Sex of those who bear a given name of the gathering's own table: male, female or any; null if it has no such name.</summary>
    public static string? SexOf(string skeleton) => Sexes.GetValueOrDefault(skeleton);

    /// <summary>Whether a word of Latin letters is a particle of family names, by itself or joined to the name: al, Abu, van, al-Najjar.</summary>
    public static bool IsParticle(ReportWord word) => (!word.IsCyrillic && Particles.Contains(word.Lower)) || IsJoinedParticle(word);

    /// <summary>Whether a word is a particle joined to a name: al-Najjar.</summary>
    public static bool IsJoinedParticle(ReportWord word) => !word.IsCyrillic && word.Lower.IndexOf('-', StringComparison.Ordinal) is > 0 and var hyphen && Particles.Contains(word.Lower[..(hyphen + 1)]) && hyphen + 1 < word.Text.Length && char.IsUpper(word.Text[hyphen + 1]);

    /// <summary>The number at the beginning of a word, in digits or words; -1, and no length, if there is none.</summary>
    public static int Number(ReadOnlySpan<char> lower, out int length)
    {
        length = lower.IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : lower.Length;
        if (length > 0)
        {
            return int.TryParse(lower[..length], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
        }

        foreach (var (start, value) in Numbers)
        {
            if (lower.StartsWith(start, StringComparison.Ordinal))
            {
                length = start.Length;
                var tail = value >= 20 ? lower[length..].TrimStart('-') : [];
                if (tail.Length > 0 && Number(tail, out var more) is >= 1 and <= 9 and var ones)
                {
                    length = lower.Length - tail.Length + more;
                    return value + ones;
                }

                return value;
            }
        }

        return -1;
    }

    /// <summary>The month that a word names, 1 to 12, or null.</summary>
    public static int? Month(string lower) => Months.TryGetValue(lower, out var month) ? month : null;

    /// <summary>Whether a word heads the name of a unit.</summary>
    public static bool IsUnitHead(string lower) => UnitHeads.Contains(lower);

    /// <summary>Whether a word may stand between a unit's number and its head.</summary>
    public static bool IsUnitBetween(string lower) => UnitBetween.Contains(lower);

    /// <summary>The phrases that stand at a word, the longest of each kind.</summary>
    public static IEnumerable<FoundPhrase> At(IReadOnlyList<ReportWord> words, int at)
    {
        List<FoundPhrase>? found = null;
        Look(ByFirstWord.GetValueOrDefault(words[at].Lower) ?? []);
        Look(Open);
        if (Number(words[at].Lower, out _) >= 0)
        {
            Look(FromNumbers);
        }

        return found?.GroupBy(f => f.Phrase.Kind, StringComparer.Ordinal).Select(g => g.MaxBy(f => f.Phrase.Length)!) ?? [];

        void Look(ReportPhrase[] phrases)
        {
            foreach (var phrase in phrases)
            {
                if (phrase.Matches(words, at, out var number))
                {
                    (found ??= []).Add(new FoundPhrase(phrase, at, at + phrase.Length - 1, number));
                }
            }
        }
    }

    private static IEnumerable<ReportPhrase> ReadPhrases()
    {
        foreach (var row in CasualtyTable.Rows("gathering_phrases.tsv").Where(r => r[0] is not ("number" or "particle" or "stop" or "male" or "abbreviation")))
        {
            yield return row[0] is "home" or "place" ? new ReportPhrase(row[0], "", row[3], row[2]) : new ReportPhrase(row[0], row[2], row[3]);
        }

        foreach (var row in CasualtyTable.Rows("gathering_ranks.tsv"))
        {
            yield return new ReportPhrase("rank", row[0], row[1]);
        }
    }

    private static FrozenSet<string> Single(string kind) => CasualtyTable.Rows("gathering_phrases.tsv").Where(r => r[0] == kind)
        .SelectMany(r => r[3].Split('|')).ToFrozenSet(StringComparer.Ordinal);

    private static FrozenSet<string> Units(string role) => CasualtyTable.Rows("gathering_units.tsv").Where(r => r[0] == role)
        .SelectMany(r => r[1].Split(' ')).ToFrozenSet(StringComparer.Ordinal);
}

/// <summary>A phrase found in a report.</summary>
/// <param name="Phrase">The phrase.</param>
/// <param name="First">Index of its first word.</param>
/// <param name="Last">Index of its last word.</param>
/// <param name="Number">The number in it, or -1.</param>
internal sealed record FoundPhrase(ReportPhrase Phrase, int First, int Last, int Number);

/// <summary>An ending of a name in another case than the first.</summary>
/// <param name="Sex">male, female or any.</param>
/// <param name="Case">gen (the accusative of persons with it), dat, ins, loc, acc or any.</param>
/// <param name="Ending">The ending.</param>
/// <param name="First">What stands in its place in the first case.</param>
internal sealed record NameEnding(string Sex, string Case, string Ending, string First)
{
    /// <summary>The word in the first case, or null if it does not end so.</summary>
    public string? Undo(string word) => word.Length > Ending.Length + 1 && word.EndsWith(Ending, StringComparison.OrdinalIgnoreCase)
        ? word[..^Ending.Length] + First : null;
}
