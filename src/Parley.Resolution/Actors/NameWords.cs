using Parley.Records;

namespace Parley.Resolution.Actors;

/// <summary>Tells which words of a text can belong to one name.</summary>
internal sealed class NameWords(string text)
{
    /// <summary>Maximal runs of words that can belong to one name, as half-open word indices.</summary>
    public List<(int Start, int End)> Runs(List<Word> words)
    {
        var runs = new List<(int Start, int End)>();
        for (var i = 0; i < words.Count;)
        {
            if (!words[i].IsCapitalised(text))
            {
                i++;
                continue;
            }

            var end = i + 1;
            while (end < words.Count && words[end].BreakBefore == '\0' && !words[end - 1].IsPossessive)
            {
                if (words[end].IsCapitalised(text) || char.IsDigit(text[words[end].Span.Start]))
                {
                    end++;
                }
                else if (IsParticle(words[end]) && end + 1 < words.Count && words[end + 1].BreakBefore == '\0' && words[end + 1].IsCapitalised(text))
                {
                    end += 2;
                }
                else if (Joins(words, end) is > 0 and var past)
                {
                    end = past;
                }
                else
                {
                    break;
                }
            }

            runs.Add((i, end));
            i = end;
        }

        return runs;
    }

    /// <summary>Past the words that a body's name goes on with: "of Defense", "for the Study of War"; 0 if it does not go on.</summary>
    private int Joins(List<Word> words, int at)
    {
        if (words[at].In(text) is not ("of" or "for" or "and"))
        {
            return 0;
        }

        var next = at + 1;
        while (next < words.Count && next < at + 3 && words[next].BreakBefore == '\0' && words[next].In(text) is "the" or "a")
        {
            next++;
        }

        if (next >= words.Count || words[next].BreakBefore != '\0' || !words[next].IsCapitalised(text) || words[at - 1].IsPossessive)
        {
            return 0;
        }

        if (IsMonth(words[next].TextIn(text)))
        {
            return 0;
        }

        var before = words[at - 1].TextIn(text);
        return words[at].In(text) is "and"
            ? at >= 3 && words[at - 2].In(text) is "of" or "for" && IsBodyNoun(words[at - 3].TextIn(text)) ? next + 1 : 0
            : IsBodyNoun(before) || before is "Secretary" or "Minister" or "Director" or "Chief" or "Study" or "Paris" or "Directorate" or "Staff" ||
              (at >= 3 && words[at - 2].In(text) is "of" or "for") ? next + 1 : 0;
    }

    /// <summary>"de", "bin", "al-": parts of names without a capital.</summary>
    public bool IsParticle(Word word) => word.In(text) is "de" or "van" or "von" or "der" or "den" or "bin" or "ibn" or "al" or "el" or "la" or "da" or "dos" or "du" or "di" or "ter" or "abu"
        || word.In(text).StartsWith("al-") || word.In(text).StartsWith("el-") || word.In(text).StartsWith("ul-");

    /// <summary>A word that can be part of a name: with a capital, or a particle.</summary>
    public bool IsNameWord(Word word) => word.IsCapitalised(text) || IsParticle(word);

    /// <summary>A month, which ends a name: "Document of December 1994".</summary>
    public static bool IsMonth(string word) => Time.TimeWord.Table.TryGetValue(word, out var time) && time.Class == Time.TimeWordClass.Month;

    /// <summary>A noun for a body or text that names of such have in them.</summary>
    public static bool IsBodyNoun(string word) => Lexicon.OrganisationHeads.Contains(word) || Lexicon.DocumentHeads.Contains(word);

    /// <summary>The words as one name with single blanks.</summary>
    public string Slice(List<Word> words, int start, int end)
    {
        var span = SpanOf(words, start, end);
        return string.Join(' ', WithoutParentheses(text.Substring(span.Start, span.Length)).Split((char[])[' ', '\u00A0', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
    }

    // "Name (now “N.”) Surname" is Name Surname.
    private static string WithoutParentheses(string words)
    {
        while (words.IndexOf('(', StringComparison.Ordinal) is > 0 and var open && words.IndexOf(')', open) is > 0 and var close && close + 1 < words.Length)
        {
            words = words.Remove(open, close + 1 - open);
        }

        return words;
    }

    /// <summary>From the first word to the last.</summary>
    public static TextSpan SpanOf(List<Word> words, int start, int end) => words[start].Span.Cover(words[end - 1].Span);
}
