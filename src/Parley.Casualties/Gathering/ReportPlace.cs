
namespace Parley.Casualties.Gathering;

/// <summary>A place named in a report.</summary>
/// <param name="First">Index of its first word.</param>
/// <param name="Last">Index of its last word.</param>
/// <param name="Name">Its name in the first case, or null if only a region is named.</param>
/// <param name="Region">The region, in the first case, or null.</param>
internal sealed record ReportPlace(int First, int Last, string? Name, string? Region)
{
    private const int MostWords = 3;

    /// <summary>The place whose words begin at an index, after words such as "the village of".</summary>
    /// <param name="words">The report's words.</param>
    /// <param name="at">Index of the first word after the phrase that a place follows.</param>
    /// <param name="governs">The case in which the phrase puts the name.</param>
    /// <param name="isTaken">Whether a word belongs to something else: a person's name, a phrase.</param>
    public static ReportPlace? At(IReadOnlyList<ReportWord> words, int at, string governs, Func<int, bool> isTaken)
    {
        var start = at;
        var isNamed = false;
        var isVillage = false;
        while (start < words.Count && start - at < MostWords && InSentence(start) && !words[start].IsCapital && (words[start].Gap is "" or "." || start == at) && Is(start, "settlement"))
        {
            // After "город" the name may stand in the first case already, after words for smaller places it does.
            isNamed |= words[start].IsCyrillic;
            isVillage |= isNamed && words[start].Text.Length > 1 && !words[start].Lower.StartsWith("город", StringComparison.Ordinal) && !words[start].Lower.StartsWith("міст", StringComparison.Ordinal);
            start++;
        }

        var end = start;
        while (end < words.Count && end - start < MostWords && InSentence(end) && (IsName(end) || (end > start && words[end].Lower == "city")) && (words[end].Follows || (end == start && words[end].Gap is "." or "«" or "\"" or ",")))
        {
            end++;
        }

        if (end == start || (end < words.Count && InSentence(end) && Is(end, "direction")))
        {
            return null;
        }

        // Кунгура Пермского края: the word before "края" belongs to the region.
        var region = end < words.Count && InSentence(end) && words[end].Follows && (Is(end, "region") || Is(end, "district")) ? Region(end - 1, end) : null;
        var isDistrict = region is not null && Is(end, "district");
        var nameEnd = region is null ? end : end - 1;
        var name = nameEnd > start ? string.Join(' ', Enumerable.Range(start, nameEnd - start).Select(i => InFirstCase(words[i], governs, isNamed, isVillage))) : null;
        var last = region is null ? end - 1 : end;
        if (isDistrict)
        {
            (name, region) = (name ?? region, null);
        }

        // Vuhledar in the Donetsk region
        if (region is null && last + 4 < words.Count && InSentence(last + 4) && words[last + 1].Lower == "in" && words[last + 2].Lower == "the" && Enumerable.Range(last + 1, 4).All(i => words[i].Follows)
            && IsName(last + 3) && Is(last + 4, "region"))
        {
            (region, last) = (Region(last + 3, last + 4), last + 4);
        }

        // Bakhmut, Donetsk region; Ржева Тверской области; Ржева (Тверская область).
        if (region is null && last + 2 < words.Count && InSentence(last + 2) && IsName(last + 1) && words[last + 1].Gap is "" or "," or "(" && Is(last + 2, "region"))
        {
            (region, last) = (Region(last + 1, last + 2), last + 2);
        }

        return new ReportPlace(start, last, name, region);

        bool InSentence(int i) => words[i].Sentence == words[Math.Max(0, at - 1)].Sentence && words[i].Block == words[Math.Max(0, at - 1)].Block;

        bool IsName(int i) => (words[i].IsCapital || GatheringTables.IsJoinedParticle(words[i])) && words[i].Text.Length > 1 && !isTaken(i) && GatheringTables.Month(words[i].Lower) is null
            && !(words[i].Text.Length <= 4 && words[i].Text.All(char.IsUpper)) && !(GatheringTables.IsStop(words[i].Lower) && words[i].Lower is not ("north" or "south" or "east" or "west" or "new"));

        bool Is(int i, string kind) => GatheringTables.At(words, i).Any(f => f.Phrase.Kind == kind);

        string Region(int name, int head) => words[name].IsCyrillic
            ? $"{Undo("region", words[name].Text, "any")} {Head(words[head].Lower)}"
            : $"{words[name].Text} {words[head].Text}";
    }

    private static string InFirstCase(ReportWord word, string governs, bool isNamed, bool isVillage)
    {
        if (!word.IsCyrillic || governs is "" or "nom")
        {
            return word.Text;
        }

        // A phrase may be of either language; a Ukrainian letter tells.
        if (!governs.StartsWith("uk", StringComparison.Ordinal) && word.Text.AsSpan().IndexOfAny('і', 'ї', 'є') >= 0)
        {
            governs = "uk" + governs;
        }

        return isVillage && word.Text[^1] is 'и' or 'ы' or 'і' ? word.Text : isNamed && word.Text[^1] is not ('а' or 'у' or 'е' or 'ы' or 'і' or 'м' or 'и' or 'й') ? word.Text : Undo("place", word.Text, governs);
    }

    private static string Undo(string part, string word, string governs) =>
        GatheringTables.Endings[part].Where(e => e.Case == governs || e.Case == "any").Select(e => e.Undo(word)).FirstOrDefault(f => f is not null) ?? word;

    private static string Head(string lower) => lower switch
    {
        ['о', 'б', 'л', 'а', 'с', 'т', ..] => "область",
        "обл" => "область",
        ['к', 'р', 'а', ..] => "край",
        ['р', 'е', 'с', 'п', ..] => "республика",
        ['о', 'к', 'р', ..] => "округ",
        ['р', 'а', 'й', 'о', 'н', ..] => "район",
        _ => lower,
    };
}
