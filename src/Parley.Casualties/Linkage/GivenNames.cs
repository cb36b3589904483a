using System.Collections.Frozen;

namespace Parley.Casualties.Linkage;

/// <summary>
/// Knows the forms of one given name (Сергей, Сергій, Серёга, Serhii) and the patronymics made from it, by their skeletons.
/// </summary>
internal static class GivenNames
{
    /// <summary>Endings of patronymics as skeletons, the longer first.</summary>
    private static readonly string[] PatronymicEndings =
    [
        "iniqna", "oviqa", "eviqa", "oviqu", "eviqu", "oviq", "eviq", "ovna", "evna", "ovni", "evni", "ivna", "iqna", "iq",
    ];

    private static readonly FrozenDictionary<string, string> Names;
    private static readonly FrozenDictionary<string, string> Patronymics;

    static GivenNames()
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var patronymics = new Dictionary<string, string>(StringComparer.Ordinal);
        var rows = CasualtyTable.Rows("given_names.tsv").ToArray();
        // Formal names first, so that no familiar form takes the skeleton of another name's formal one.
        foreach (var row in rows)
        {
            foreach (var form in Forms(row, 0).Concat(Forms(row, 1)))
            {
                names.TryAdd(form, NameFold.Fold(row[0]));
            }
        }

        foreach (var row in rows)
        {
            var name = NameFold.Fold(row[0]);
            foreach (var form in Forms(row, 2))
            {
                names.TryAdd(form, name);
            }

            foreach (var form in Forms(row, 3))
            {
                patronymics.TryAdd(form, name);
            }
        }

        foreach (var row in rows)
        {
            foreach (var form in Forms(row, 0).Concat(Forms(row, 1)))
            {
                // Иван-ович, Серге(й)-евич, Дмитри(й)-евич, Микол(а)-йович: the skeleton may have joined the stem's last vowel to the ending.
                foreach (var stem in (ReadOnlySpan<string>)[form, form.TrimEnd('i'), form.TrimEnd('i').TrimEnd('e', 'o'), form.TrimEnd('a', 'o')])
                {
                    patronymics.TryAdd("=" + stem, NameFold.Fold(row[0]));
                }
            }
        }

        Names = names.ToFrozenDictionary(StringComparer.Ordinal);
        Patronymics = patronymics.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The skeleton of the Russian form of the name that <paramref name="skeleton"/> is a form of, or null.</summary>
    public static string? Canonical(string skeleton) => Names.GetValueOrDefault(skeleton);

    /// <summary>Whether a skeleton ends as patronymics do (-ович, -евна, -ич, оглы, кызы).</summary>
    public static bool IsPatronymic(ReadOnlySpan<char> skeleton)
    {
        foreach (var ending in PatronymicEndings)
        {
            if (skeleton.Length > ending.Length + 1 && skeleton.EndsWith(ending, StringComparison.Ordinal))
            {
                return ending != "iq" || Patronymics.ContainsKey(skeleton.ToString());
            }
        }

        return skeleton.EndsWith("ogli", StringComparison.Ordinal) || skeleton.EndsWith("kizi", StringComparison.Ordinal);
    }

    /// <summary>The father's name behind a patronymic: the skeleton of the name's Russian form, or of the stem if the name is not known.</summary>
    public static string FathersName(string skeleton)
    {
        if (Patronymics.TryGetValue(skeleton, out var irregular))
        {
            return irregular;
        }

        foreach (var ending in PatronymicEndings)
        {
            if (skeleton.Length > ending.Length + 1 && skeleton.EndsWith(ending, StringComparison.Ordinal))
            {
                var stem = skeleton[..^ending.Length];
                return Patronymics.GetValueOrDefault("=" + stem) ?? Patronymics.GetValueOrDefault("=" + stem.TrimEnd('i', 'e', 'o', 'a')) ?? stem;
            }
        }

        return Canonical(skeleton) ?? skeleton;
    }

    private static IEnumerable<string> Forms(string[] row, int column) =>
        row[column].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(f => NameFold.Fold(f)).Where(f => f.Length > 1);
}
