using System.Collections.Frozen;
using System.Globalization;
using Parley.Casualties.Linkage;
using Parley.Casualties.Register;

namespace Parley.Casualties.Gathering;

/// <summary>
/// Finds persons' names: in Cyrillic by known given names and patronymics in any case, in Latin letters by the same and, for names of
/// other peoples, by capitals alone, which the finder of casualties then wants more evidence for.
/// </summary>
internal static class PersonNameFinder
{
    /// <summary>The names in the order of the text, not overlapping.</summary>
    /// <param name="report">The report.</param>
    /// <param name="standsBeforeNames">Whether a word, before a name or within it, says something of a person and is no name.</param>
    /// <param name="standsBeforePlaces">Whether words that end right before a word have a place behind them.</param>
    public static List<NamedPerson> Find(ReportText report, Func<int, bool, bool> standsBeforeNames, Func<int, bool> standsBeforePlaces)
    {
        var found = new List<NamedPerson>();
        for (var i = 0; i < report.Words.Count;)
        {
            var run = NameRun.At(report.Words, i, standsBeforeNames);
            if (run.Count > 0 && NameIn(run) is { } person && !IsPlace(person, report.Words, standsBeforePlaces))
            {
                found.Add(person);
                i = person.Last + 1;
            }
            else
            {
                i = run.Count == 0 ? i + 1 : run.IndexOf(run.Count - 1) + 1;
            }
        }

        return NameMentions.Add(found, report.Words);
    }

    private static readonly FrozenSet<string> s_places = FrozenSet.Create(StringComparer.Ordinal, "in", "near", "at", "outside", "around", "в", "во", "под", "близ", "під", "біля", "поблизу", "районе", "районі", "окрестностях", "околицях");

    /// <summary>"In El Fasher", "села Новоселівка Перша": a place, though it looks like a name; known names stand behind some of those words too («у Ивана Петрова»).</summary>
    private static bool IsPlace(NamedPerson person, IReadOnlyList<ReportWord> words, Func<int, bool> standsBeforePlaces) =>
        person.Patronymic is null && person.First > 0 && words[person.First].Follows
        && (s_places.Contains(words[person.First - 1].Lower) || (!(person.IsKnown && words[person.First].IsCyrillic) && standsBeforePlaces(person.First)));

    private static NamedPerson? NameIn(NameRun words)
    {
        for (var given = 0; given < words.Count; given++)
        {
            var patronymic = given + 1 < words.Count ? Readings("patronymic", words[given + 1]) : [];
            var givens = GatheringTables.IsParticle(words[given]) ? [] : Readings("given", words[given]);
            if (givens.Count == 0 && patronymic.Count > 0 && !words[given].IsInitial)
            {
                givens = [new NameReading("any", "any", Title(words[given].Text))];
            }

            if (givens.Count == 0)
            {
                continue;
            }

            // Ashish Malik: in Latin letters the family name comes last, though it is a given name too, unless the form of the first word tells.
            if (given == 1 && words.Count == 2 && !words[1].IsCyrillic && !words[0].IsInitial && !NameRun.IsAllCapitals(words[0].Text) && !HasFamilyEnding(words[0]))
            {
                return ByCapitals(words) is { } named ? named with { IsKnown = true } : null;
            }

            var hasPatronymic = patronymic.Count > 0;
            var after = given + (hasPatronymic ? 2 : 1);
            var family = FamilyAt(words, given, after);
            if (family < 0 && !hasPatronymic)
            {
                continue;
            }

            return Assemble(words, given, hasPatronymic ? given + 1 : -1, family, givens, patronymic);
        }

        return ByInitials(words) ?? ByCapitals(words);
    }

    /// <summary>
    /// Иванов Сергей (Петрович), or Сергей (Петрович) Иванов: on which side the word ends as family names do, else after the name in Latin
    /// letters and before it in Cyrillic; -1 if there is none.
    /// </summary>
    private static int FamilyAt(NameRun words, int given, int after)
    {
        var (before, follows) = (given > 0, after < words.Count);
        if (!words[given].IsCyrillic && follows)
        {
            // Daniel R. Whitlow
            while (after + 1 < words.Count && words[after].IsInitial)
            {
                after++;
            }

            return after;
        }

        return before && follows ? HasFamilyEnding(words[after]) || !HasFamilyEnding(words[given - 1]) ? after : given - 1
            : before ? given - 1
            : follows ? words[after].IsInitial && after + 1 < words.Count ? after + 1 : after
            : -1;
    }

    private static bool HasFamilyEnding(ReportWord word) =>
        Readings("surname", word).Exists(r => GatheringTables.Endings["family"].Any(e => r.First.EndsWith(e.Ending, StringComparison.Ordinal))) && LooksLikeFamily(word);

    /// <summary>Chooses the readings of the parts that agree in case and sex, the first case before the others.</summary>
    private static NamedPerson Assemble(
        NameRun words, int given, int patronymic, int family, List<NameReading> givens, List<NameReading> patronymics)
    {
        List<NameReading> none = [new NameReading("any", "any", "")];
        var families = family < 0 ? none : Readings("surname", words[family]);
        (NameReading Given, NameReading Patronymic, NameReading Family)? best = null;
        foreach (var g in givens)
        {
            foreach (var p in patronymics.Count > 0 ? patronymics : none)
            {
                foreach (var f in families)
                {
                    if (best is null && g.Agrees(p) && g.Agrees(f) && p.Agrees(f))
                    {
                        best = (g, p, f);
                    }
                }
            }
        }

        var chosen = best ?? (givens[0], patronymics.Count > 0 ? patronymics[0] : none[0], family < 0 ? none[0] : new NameReading("any", "nom", Title(words[family].Text)));
        var sex = Sex(new[] { chosen.Patronymic.Sex, chosen.Given.Sex, chosen.Family.Sex }.FirstOrDefault(s => s is "male" or "female"));
        int[] parts = [given, patronymic, family];
        var last = parts.Max();
        var surname = family < 0 ? null : chosen.Family.First;
        if (family >= 0 && !words[family].IsCyrillic && family > given)
        {
            last = words.Count - 1;
            surname = LatinFamily(words, family);
        }

        return new NamedPerson(
            words.IndexOf(parts.Where(p => p >= 0).Min()), words.IndexOf(last), surname, chosen.Given.First, patronymic < 0 ? null : chosen.Patronymic.First, sex, true);
    }

    /// <summary>The family name from a word to the end of the run; a given name before its last word is a father's or a second one.</summary>
    private static string LatinFamily(NameRun words, int from)
    {
        while (from + 1 < words.Count && (words[from].IsInitial || (HasSex(Title(words[from].Text)) && !GatheringTables.IsParticle(words[from]))))
        {
            from++;
        }

        return string.Join(' ', Enumerable.Range(from, words.Count - from).Where(i => !words[i].IsInitial || words.Count - from == 1).Select(i => Title(words[i].Text)));
    }

    /// <summary>Whether a word is a given name of men or of women; what either may bear stands anywhere in a name (Ma Thinzar Hein).</summary>
    private static bool HasSex(string word) => IsGiven(word) && NominativeSex("given", word) != "any";

    /// <summary>Иванов С. П., С. П. Иванов, Ivanov S.P.</summary>
    private static NamedPerson? ByInitials(NameRun words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].IsInitial)
            {
                continue;
            }

            var after = i + 1 < words.Count && words[i + 1].IsInitial ? i + 1 : -1;
            if (after >= 0 && after + 1 < words.Count && !words[after + 1].IsInitial && !words[i].IsCyrillic)
            {
                return ByCapitals(words); // Gregorio V. Tindall
            }

            var before = i - 2 >= 0 && words[i - 1].IsInitial && words[i - 2].IsInitial ? i - 2 : i - 1 >= 0 && words[i - 1].IsInitial ? i - 1 : -1;
            var first = after >= 0 ? after : before;
            if (first < 0 || words[i].Text.Length <= 2)
            {
                continue;
            }

            var second = first + 1 < words.Count && words[first + 1].IsInitial && first + 1 != i ? first + 1 : -1;
            return new NamedPerson(
                words.IndexOf(Math.Min(first, i)), words.IndexOf(Math.Max(Math.Max(first, second), i)), Readings("surname", words[i])[0].First, words[first].Text,
                second < 0 ? null : words[second].Text, PersonSex.Unknown, true);
        }

        return null;
    }

    /// <summary>Two or more capitalised words of Latin letters, or a family name beside another word in Cyrillic.</summary>
    private static NamedPerson? ByCapitals(NameRun words)
    {
        var count = words.Count;
        if (count is < 2 or > 5 || Enumerable.Range(0, count).Any(i => words[i].Text.Length < 2 && !words[i].IsInitial) || (words[0].Text.Length < 2 && words[0].IsCyrillic))
        {
            return null;
        }

        var last = words.IndexOf(count - 1);
        if (!words[0].IsCyrillic)
        {
            return words[count - 1].IsInitial ? null : new NamedPerson(words.IndexOf(0), last, LatinFamily(words, 1), Title(words[0].Text), null, PersonSex.Unknown, false);
        }

        // Мерген Хертек stands as often as Хертек Мерген: an ending tells, or else the order of speech.
        var family = HasFamilyEnding(words[count - 1]) || !HasFamilyEnding(words[0]) ? count - 1 : 0;
        return count != 2 ? null
            : new NamedPerson(words.IndexOf(0), last, Readings("surname", words[family])[0].First, Title(words[family == 0 ? 1 : 0].Text), null, PersonSex.Unknown, false);
    }

    private static List<NameReading> Readings(string part, ReportWord word)
    {
        var title = Title(word.Text);
        var readings = new List<NameReading>();
        if (part == "given" ? IsGiven(title) : part != "patronymic" || IsPatronymic(title))
        {
            readings.Add(new NameReading(NominativeSex(part, title), "nom", title));
        }

        if (!word.IsCyrillic)
        {
            return readings;
        }

        foreach (var ending in GatheringTables.Endings[part])
        {
            if (ending.Undo(title) is { } first && first.Length > 2 && (part == "surname" ? LooksLikeFamily(first, ending) : part == "given" ? IsGiven(first) && NominativeSex(part, first) == ending.Sex : IsPatronymic(first)))
            {
                readings.Add(new NameReading(ending.Sex, ending.Case, first));
            }
        }

        return readings;
    }

    /// <summary>Whether a word is a known given name.</summary>
    public static bool IsGiven(string word) => word.Length > 1 && NameFold.Fold(word) is var skeleton && ((word.Length > 2 && GivenNames.Canonical(skeleton) is not null) || GatheringTables.SexOf(skeleton) is not null);

    private static bool IsPatronymic(string word) => word.Length > 4 && GivenNames.IsPatronymic(NameFold.Fold(word))
        && (word[0] < 'Ѐ' || word[^1] is 'ч' or 'а' or 'ы' or 'и');

    private static string NominativeSex(string part, string word) => part switch
    {
        "given" when GatheringTables.SexOf(NameFold.Fold(word)) is { } sex => sex,
        "given" => word[^1] is 'а' or 'я' or 'ь' or 'a' && !GatheringTables.IsMale(word.ToLowerInvariant()) && !(word[^1] == 'ь' && word.EndsWith("рь", StringComparison.Ordinal)) ? "female" : "male",
        "patronymic" => word[^1] is 'а' or 'a' ? "female" : "male",
        _ => word.EndsWith("ова", StringComparison.Ordinal) || word.EndsWith("ева", StringComparison.Ordinal) || word.EndsWith("ёва", StringComparison.Ordinal)
            || word.EndsWith("ина", StringComparison.Ordinal) || word.EndsWith("ая", StringComparison.Ordinal) || word.EndsWith("ська", StringComparison.Ordinal) ? "female"
            : word.EndsWith("ов", StringComparison.Ordinal) || word.EndsWith("ев", StringComparison.Ordinal) || word.EndsWith("ин", StringComparison.Ordinal) || word.EndsWith("ий", StringComparison.Ordinal) ? "male"
            : "any",
    };

    private static bool LooksLikeFamily(ReportWord word) => word.Text.Length > 2 && !IsGiven(Title(word.Text));

    /// <summary>The sex that a given name in the first case tells.</summary>
    public static PersonSex SexOf(string given) => Sex(NominativeSex("given", given));

    private static PersonSex Sex(string? name) => name switch
    {
        "male" => PersonSex.Male,
        "female" => PersonSex.Female,
        _ => PersonSex.Unknown,
    };

    /// <summary>The forms in the first case that a word of a name may have.</summary>
    public static IEnumerable<string> FirstForms(string part, ReportWord word) => Readings(part, word).Select(r => r.First);

    /// <summary>A family name won back from another case must look like one: not every word that ends in -а is a genitive.</summary>
    private static bool LooksLikeFamily(string first, NameEnding ending) => ending.First.Length > 0 || !"аеёиоуыэюяіїє".Contains(first[^1], StringComparison.Ordinal);

    /// <summary>A word written in capitals as names are written.</summary>
    public static string Title(string word) => NameRun.IsAllCapitals(word)
        ? CultureInfo.InvariantCulture.TextInfo.ToTitleCase(word.ToLowerInvariant()) : word;

    /// <summary>A way to read a word as a part of a name.</summary>
    private sealed record NameReading(string Sex, string Case, string First)
    {
        public bool Agrees(NameReading other) =>
            (Sex == other.Sex || Sex == "any" || other.Sex == "any") && (Case == other.Case || Case == "any" || other.Case == "any");
    }
}
