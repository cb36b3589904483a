using Parley.Casualties.Linkage;
using Parley.Casualties.Register;

namespace Parley.Casualties.Gathering;

/// <summary>
/// Finds the names that only other names of the report explain: those that share a family name (Виктор и Нина Кожевниковы), and a family or
/// given name alone of a person named in full elsewhere (Kofi Mensah … Mensah).
/// </summary>
internal static class NameMentions
{
    /// <summary>The persons with those added, in the order of the text.</summary>
    public static List<NamedPerson> Add(List<NamedPerson> persons, IReadOnlyList<ReportWord> words)
    {
        var all = WithSharedNames(persons, words);
        var taken = new HashSet<int>(all.SelectMany(p => Enumerable.Range(p.First, p.Last - p.First + 1)));
        var bySurname = Unique(all, p => p.Surname);
        var byGiven = Unique(all.Where(p => p.Surname is not null), p => p.GivenName);
        for (var i = 0; i < words.Count; i++)
        {
            if (!words[i].IsCapital || words[i].Text.Length < 3 || taken.Contains(i) || GatheringTables.IsStop(words[i].Lower)
                || (i + 1 < words.Count && words[i + 1].IsCapital && words[i + 1].Follows && words[i + 1].Sentence == words[i].Sentence))
            {
                continue;
            }

            if ((Named(bySurname, "surname", words[i]) ?? Named(byGiven, "given", words[i])) is { } person)
            {
                all.Add(person with { First = i, Last = i });
            }
        }

        all.Sort((a, b) => a.First.CompareTo(b.First));
        return all;
    }

    private static List<NamedPerson> WithSharedNames(List<NamedPerson> persons, IReadOnlyList<ReportWord> words)
    {
        var all = new List<NamedPerson>();
        foreach (var person in persons)
        {
            var before = person.First - 2;
            if (before < 0 || person is not { IsKnown: true, Surname: { } surname, GivenName.Length: > 1 } || !words[person.First - 1].Follows || !words[person.First].Follows
                || !GatheringTables.At(words, person.First - 1).Any(f => f.Phrase.Kind == "and"))
            {
                all.Add(person);
                continue;
            }

            if (all.Count > 0 && all[^1] is { Surname: null, GivenName: not null } nameless && nameless.Last == before)
            {
                all[^1] = nameless with { Surname = OfOne(surname, nameless.Sex) };
                all.Add(person with { Surname = OfOne(surname, person.Sex) });
            }
            else if ((all.Count == 0 || all[^1].Last < before) && words[before].IsCapital && PersonNameFinder.IsGiven(PersonNameFinder.Title(words[before].Text))
                && !(before > 0 && words[before - 1].IsCapital && words[before].Follows && !GatheringTables.At(words, before - 1).Any()))
            {
                var given = PersonNameFinder.Title(words[before].Text);
                var sex = PersonNameFinder.SexOf(given);
                all.Add(new NamedPerson(before, before, OfOne(surname, sex), given, null, sex, true));
                all.Add(person with { Surname = OfOne(surname, person.Sex) });
            }
            else
            {
                all.Add(person);
            }
        }

        return all;
    }

    /// <summary>A family name in the plural as one person bears it.</summary>
    private static string OfOne(string surname, PersonSex sex) =>
        GatheringTables.Endings["plural"].Where(e => e.Sex == (sex == PersonSex.Female ? "female" : "male")).Select(e => e.Undo(surname)).FirstOrDefault(s => s is not null) ?? surname;

    /// <summary>Persons by a part of their names; null under a name that two persons bear.</summary>
    private static Dictionary<string, NamedPerson?> Unique(IEnumerable<NamedPerson> persons, Func<NamedPerson, string?> part)
    {
        var byName = new Dictionary<string, NamedPerson?>(StringComparer.Ordinal);
        foreach (var person in persons)
        {
            if (part(person) is { Length: > 2 } name && NameFold.Fold(name) is var skeleton && !byName.TryAdd(skeleton, person)
                && byName[skeleton] is { } other && !(other.IsSameAs(person) || person.IsSameAs(other)))
            {
                byName[skeleton] = null;
            }
        }

        return byName;
    }

    private static NamedPerson? Named(Dictionary<string, NamedPerson?> byName, string part, ReportWord word) =>
        PersonNameFinder.FirstForms(part, word).Select(f => byName.GetValueOrDefault(NameFold.Fold(f))).FirstOrDefault(p => p is not null);
}
