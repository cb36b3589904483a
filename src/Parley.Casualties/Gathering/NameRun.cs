namespace Parley.Casualties.Gathering;

/// <summary>
/// Words in a row that may be one name: written with capitals, with particles (Fatima al-Najjar) among them; a nickname in quotation marks
/// is passed over (Graham "Mac" Pettifer, Володимир «Тихий» Пасічник).
/// </summary>
internal sealed class NameRun
{
    private const int MaxNameWords = 7;
    private const int MaxWords = 2 * MaxNameWords;

    private readonly IReadOnlyList<ReportWord> _words;
    private readonly List<int> _indices = [];

    private NameRun(IReadOnlyList<ReportWord> words) => _words = words;

    /// <summary>How many words it has.</summary>
    public int Count => _indices.Count;

    /// <summary>A word of it.</summary>
    public ReportWord this[int i] => _words[_indices[i]];

    /// <summary>Index in the report of a word of it.</summary>
    public int IndexOf(int i) => _indices[i];

    /// <summary>The run that begins at a word; it may be empty.</summary>
    /// <param name="words">The report's words.</param>
    /// <param name="start">Index of the word.</param>
    /// <param name="standsBeforeNames">Whether a word says something of a person and is no name; in a name only what is no occupation can.</param>
    public static NameRun At(IReadOnlyList<ReportWord> words, int start, Func<int, bool, bool> standsBeforeNames)
    {
        var run = new NameRun(words);
        for (var i = start; i < words.Count && run.Count < MaxNameWords && i - start < MaxWords; i++)
        {
            if (run.Count > 0 && IsNickname(words, i))
            {
                continue;
            }

            if (!run.GoesOnWith(i) || GatheringTables.IsStop(words[i].Lower) || standsBeforeNames(i, run.Count > 0))
            {
                break;
            }

            run._indices.Add(i);
        }

        // A particle belongs to the name behind it.
        while (run.Count > 0 && GatheringTables.IsParticle(run[^1]) && !run[^1].IsCapital && !run[^1].Text.Contains('-', StringComparison.Ordinal))
        {
            run._indices.RemoveAt(run.Count - 1);
        }

        return run;
    }

    private ReportWord this[Index i] => this[i.GetOffset(Count)];

    private bool GoesOnWith(int at)
    {
        var word = _words[at];
        if (!(word.IsCapital || (Count > 0 && GatheringTables.IsParticle(word))) || char.IsDigit(word.Text[0]))
        {
            return false;
        }

        if (Count == 0)
        {
            return true;
        }

        var before = this[^1];
        return word.Sentence == before.Sentence && word.Block == before.Block && word.IsCyrillic == before.IsCyrillic
            && (word.Follows || (word.Gap == "." && before.IsInitial) || (word.Gap == "," && Count == 1 && IsAllCapitals(before.Text))
                || (at - 1 > _indices[^1] && word.Gap is "»" or "\"" or "”" or ")" or "'" or "“" or "’"));
    }

    /// <summary>One word between marks, with a name on both sides.</summary>
    private static bool IsNickname(IReadOnlyList<ReportWord> words, int at) =>
        words[at].Gap is "«" or "\"" or "“" or "„" or "(" or "'" or "‘" && at + 1 < words.Count && words[at + 1].IsCapital && words[at + 1].Sentence == words[at].Sentence
        && words[at + 1].Gap is "»" or "\"" or "”" or ")" or "'" or "“" or "’";

    /// <summary>Whether a word is written in capitals, as family names in lists are.</summary>
    public static bool IsAllCapitals(string word) => word.Length > 2 && word.All(c => !char.IsLower(c));
}
