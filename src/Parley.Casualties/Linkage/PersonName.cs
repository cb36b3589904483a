namespace Parley.Casualties.Linkage;

/// <summary>A name split into its parts; a part that is not there is empty.</summary>
/// <param name="Family">Family name.</param>
/// <param name="Given">Given name.</param>
/// <param name="Patronymic">Patronymic, or its initial.</param>
internal readonly record struct PersonName(string Family, string Given, string Patronymic)
{
    private const int MaxWords = 8;

    /// <summary>
    /// Splits a name. A comma comes after the family name. Without one, the word with a patronymic's ending says where the others stand
    /// (family given patronymic, or given patronymic family); a known given name does for two words; else the family name comes first
    /// in Cyrillic and last in Latin script.
    /// </summary>
    public static PersonName Split(string name)
    {
        if (name.IndexOf(',') is > 0 and var comma)
        {
            var rest = Words(name[(comma + 1)..]);
            return new(string.Join(' ', Words(name[..comma])), rest.ElementAtOrDefault(0) ?? "", string.Join(' ', rest.Skip(1)));
        }

        var words = Words(name);
        switch (words)
        {
            case []:
                return new("", "", "");
            case [var only]:
                return new(only, "", "");
        }

        // оглы and кызы belong to the patronymic before them.
        if (words.Count > 2 && NameFold.Fold(words[^1]) is "ogli" or "kizi" or "ogly" or "uli")
        {
            words[^2] += " " + words[^1];
            words.RemoveAt(words.Count - 1);
        }

        var skeletons = words.ConvertAll(w => NameFold.Fold(w));
        if (words is [var first, var second])
        {
            if (GivenNames.IsPatronymic(skeletons[1]) && GivenNames.Canonical(skeletons[0]) is not null)
            {
                return new("", first, second);
            }

            return FamilyComesFirst(skeletons, words) ? new(first, second, "") : new(second, first, "");
        }

        var patronymic = skeletons.FindIndex(1, s => GivenNames.IsPatronymic(s));
        if (patronymic < 0)
        {
            patronymic = words.FindIndex(1, w => w.Length == 1);
        }

        return patronymic switch
        {
            1 when words.Count == 3 && words[2].Length == 1 => new(words[0], words[1], words[2]),
            1 => new(string.Join(' ', words.Skip(2)), words[0], words[1]),
            > 1 => new(string.Join(' ', words.Take(patronymic - 1)), words[patronymic - 1], words[patronymic]),
            _ => FamilyComesFirst(skeletons, words)
                ? new(words[0], words[1], string.Join(' ', words.Skip(2)))
                : new(words[^1], words[0], string.Join(' ', words.Skip(1).Take(words.Count - 2))),
        };
    }

    private static bool FamilyComesFirst(List<string> skeletons, List<string> words)
    {
        var firstIsGiven = GivenNames.Canonical(skeletons[0]) is not null;
        var secondIsGiven = GivenNames.Canonical(skeletons[1]) is not null;
        return firstIsGiven == secondIsGiven ? words[0][0] >= 'Ѐ' : secondIsGiven;
    }

    private static List<string> Words(string name) =>
        [.. name.Split([' ', '\t', '.', '\u00a0'], StringSplitOptions.RemoveEmptyEntries).Take(MaxWords)];
}
