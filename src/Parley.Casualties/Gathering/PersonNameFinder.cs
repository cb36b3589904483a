using System.Globalization;
using Parley.Casualties.Linkage;
using Parley.Casualties.Register;

namespace Parley.Casualties.Gathering;

/// <summary>A person named in a report.</summary>
/// <param name="First">Index of the name's first word.</param>
/// <param name="Last">Index of its last word.</param>
/// <param name="Surname">Family name in the first case, or null.</param>
/// <param name="GivenName">Given name in the first case, or null.</param>
/// <param name="Patronymic">Patronymic in the first case, or null.</param>
/// <param name="Sex">As the forms of the name tell.</param>
/// <param name="IsKnown">Whether a known given name or a patronymic makes it a person's name beyond doubt.</param>
internal sealed record NamedPerson(int First, int Last, string? Surname, string? GivenName, string? Patronymic, PersonSex Sex, bool IsKnown)
{
    /// <summary>Whether another mention names the same person: same family name, and nothing against it.</summary>
    public bool IsSameAs(NamedPerson other) =>
        Same(Surname, other.Surname, RegisterField.Surname, required: Surname is not null && other.Surname is not null)
        && Same(GivenName, other.GivenName, RegisterField.GivenName, required: Surname is null || other.Surname is null)
        && Same(Patronymic, other.Patronymic, RegisterField.Patronymic, required: false);

    private static bool Same(string? one, string? other, RegisterField field, bool required) =>
        one is null || other is null ? !required : ValueAgreement.Agree(field, one, other);
}

/// <summary>
/// Finds persons' names: in Cyrillic by known given names and patronymics in any case, in Latin letters by the same and, for names of
/// other peoples, by capitals alone, which the finder of casualties then wants more evidence for.
/// </summary>
internal static class PersonNameFinder
{
    private const int MaxNameWords = 5;

    /// <summary>The names in the order of the text, not overlapping.</summary>
    public static List<NamedPerson> Find(ReportText report, Func<int, bool> isBoundary)
    {
        var found = new List<NamedPerson>();
        for (var i = 0; i < report.Words.Count;)
        {
            var end = RunEnd(report.Words, i, isBoundary);
            if (end <= i)
            {
                i++;
                continue;
            }

            if (NameIn(report.Words, i, end) is { } person)
            {
                found.Add(person);
                i = person.Last + 1;
            }
            else
            {
                i = end;
            }
        }

        return found;
    }

    /// <summary>End (exclusive) of the run of capitalised words that begins at a word.</summary>
    private static int RunEnd(IReadOnlyList<ReportWord> words, int start, Func<int, bool> isBoundary)
    {
        var end = start;
        while (end < words.Count && end - start < MaxNameWords + 2)
        {
            var word = words[end];
            if (!word.IsCapital || char.IsDigit(word.Text[0]) || isBoundary(end) || GatheringTables.IsStop(word.Lower)
                || (end > start && (word.Sentence != words[start].Sentence || word.Block != words[start].Block || word.IsCyrillic != words[start].IsCyrillic
                    || !(word.Follows || (word.Gap == "." && words[end - 1].IsInitial) || (word.Gap == "," && end == start + 1 && IsAllCapitals(words[start].Text))))))
            {
                break;
            }

            end++;
        }

        return end;
    }

    private static NamedPerson? NameIn(IReadOnlyList<ReportWord> words, int start, int end)
    {
        for (var given = start; given < end; given++)
        {
            var patronymic = given + 1 < end ? Readings("patronymic", words[given + 1]) : [];
            var givens = Readings("given", words[given]);
            if (givens.Count == 0 && patronymic.Count > 0 && !words[given].IsInitial)
            {
                givens = [new NameReading("any", "any", Title(words[given].Text))];
            }

            if (givens.Count == 0)
            {
                continue;
            }

            var hasPatronymic = patronymic.Count > 0;
            var after = given + (hasPatronymic ? 2 : 1);
            var family = FamilyAt(words, start, end, given, after);
            if (family < 0 && !hasPatronymic)
            {
                continue;
            }

            return Assemble(words, given, hasPatronymic ? given + 1 : -1, family, givens, patronymic);
        }

        return ByInitials(words, start, end) ?? ByCapitals(words, start, end);
    }

    /// <summary>
    /// Иванов Сергей (Петрович), or Сергей (Петрович) Иванов: on which side the word ends as family names do, else after the name in Latin
    /// letters and before it in Cyrillic; -1 if there is none.
    /// </summary>
    private static int FamilyAt(IReadOnlyList<ReportWord> words, int start, int end, int given, int after)
    {
        var (before, follows) = (given > start, after < end);
        if (!before || !follows)
        {
            return before ? given - 1 : follows ? words[after].IsInitial && after + 1 < end ? after + 1 : after : -1;
        }

        if (!words[given].IsCyrillic)
        {
            // Daniel R. Whitlow
            return words[after].IsInitial && after + 1 < end ? after + 1 : after;
        }

        return HasFamilyEnding(words[after]) || !HasFamilyEnding(words[given - 1]) ? after : given - 1;
    }

    private static bool HasFamilyEnding(ReportWord word) =>
        Readings("surname", word).Exists(r => GatheringTables.Endings["family"].Any(e => r.First.EndsWith(e.Ending, StringComparison.Ordinal))) && LooksLikeFamily(word);

    /// <summary>Chooses the readings of the parts that agree in case and sex, the first case before the others.</summary>
    private static NamedPerson Assemble(
        IReadOnlyList<ReportWord> words, int given, int patronymic, int family, List<NameReading> givens, List<NameReading> patronymics)
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
        var sex = new[] { chosen.Patronymic.Sex, chosen.Given.Sex, chosen.Family.Sex }.FirstOrDefault(s => s is "male" or "female") switch
        {
            "male" => PersonSex.Male,
            "female" => PersonSex.Female,
            _ => PersonSex.Unknown,
        };
        int[] parts = [given, patronymic, family];
        return new NamedPerson(
            parts.Where(p => p >= 0).Min(), parts.Max(), family < 0 ? null : chosen.Family.First, chosen.Given.First, patronymic < 0 ? null : chosen.Patronymic.First, sex, true);
    }

    /// <summary>Иванов С. П., С. П. Иванов, Ivanov S.P.</summary>
    private static NamedPerson? ByInitials(IReadOnlyList<ReportWord> words, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (words[i].IsInitial)
            {
                continue;
            }

            var after = i + 1 < end && words[i + 1].IsInitial ? i + 1 : -1;
            var before = i - 2 >= start && words[i - 1].IsInitial && words[i - 2].IsInitial ? i - 2 : i - 1 >= start && words[i - 1].IsInitial ? i - 1 : -1;
            var first = after >= 0 ? after : before;
            if (first < 0 || !LooksLikeFamily(words[i]))
            {
                continue;
            }

            var second = first + 1 < end && words[first + 1].IsInitial && first + 1 != i ? first + 1 : -1;
            return new NamedPerson(
                Math.Min(first, i), Math.Max(Math.Max(first, second), i), Readings("surname", words[i])[0].First, words[first].Text, second < 0 ? null : words[second].Text, PersonSex.Unknown, true);
        }

        return null;
    }

    /// <summary>Two or three capitalised words of Latin letters, or a family name's ending in Cyrillic beside another word.</summary>
    private static NamedPerson? ByCapitals(IReadOnlyList<ReportWord> words, int start, int end)
    {
        var count = end - start;
        if (count is < 2 or > 4 || Enumerable.Range(start, count).Any(i => words[i].Text.Length < 2 && !words[i].IsInitial) || words[start].Text.Length < 2)
        {
            return null;
        }

        if (!words[start].IsCyrillic)
        {
            var family = string.Join(' ', Enumerable.Range(start + 1, count - 1).Where(i => !words[i].IsInitial).Select(i => Title(words[i].Text)));
            return family.Length == 0 ? null : new NamedPerson(start, end - 1, family, Title(words[start].Text), null, PersonSex.Unknown, false);
        }

        var at = LooksLikeFamily(words[start]) ? start : LooksLikeFamily(words[end - 1]) ? end - 1 : -1;
        return count != 2 || at < 0 ? null
            : new NamedPerson(start, end - 1, Title(words[at].Text), Title(words[at == start ? end - 1 : start].Text), null, PersonSex.Unknown, false);
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

    private static bool IsGiven(string word) => word.Length > 2 && GivenNames.Canonical(NameFold.Fold(word)) is not null;

    private static bool IsPatronymic(string word) => word.Length > 4 && GivenNames.IsPatronymic(NameFold.Fold(word))
        && (word[0] < 'Ѐ' || word[^1] is 'ч' or 'а' or 'ы' or 'и');

    private static string NominativeSex(string part, string word) => part switch
    {
        "given" => word[^1] is 'а' or 'я' or 'ь' or 'a' && !GatheringTables.IsMale(word.ToLowerInvariant()) && !(word[^1] == 'ь' && word.EndsWith("рь", StringComparison.Ordinal)) ? "female" : "male",
        "patronymic" => word[^1] is 'а' or 'a' ? "female" : "male",
        _ => word.EndsWith("ова", StringComparison.Ordinal) || word.EndsWith("ева", StringComparison.Ordinal) || word.EndsWith("ёва", StringComparison.Ordinal)
            || word.EndsWith("ина", StringComparison.Ordinal) || word.EndsWith("ая", StringComparison.Ordinal) || word.EndsWith("ська", StringComparison.Ordinal) ? "female"
            : word.EndsWith("ов", StringComparison.Ordinal) || word.EndsWith("ев", StringComparison.Ordinal) || word.EndsWith("ин", StringComparison.Ordinal) || word.EndsWith("ий", StringComparison.Ordinal) ? "male"
            : "any",
    };

    private static bool LooksLikeFamily(ReportWord word) => word.Text.Length > 2 && !IsGiven(Title(word.Text));

    /// <summary>A family name won back from another case must look like one: not every word that ends in -а is a genitive.</summary>
    private static bool LooksLikeFamily(string first, NameEnding ending) => ending.First.Length > 0 || !"аеёиоуыэюяіїє".Contains(first[^1], StringComparison.Ordinal);

    private static bool IsAllCapitals(string word) => word.Length > 2 && word.All(c => !char.IsLower(c));

    private static string Title(string word) => IsAllCapitals(word)
        ? CultureInfo.InvariantCulture.TextInfo.ToTitleCase(word.ToLowerInvariant()) : word;

    /// <summary>A way to read a word as a part of a name.</summary>
    private sealed record NameReading(string Sex, string Case, string First)
    {
        public bool Agrees(NameReading other) =>
            (Sex == other.Sex || Sex == "any" || other.Sex == "any") && (Case == other.Case || Case == "any" || other.Case == "any");
    }
}
