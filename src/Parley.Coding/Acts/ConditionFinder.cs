using System.Collections.Frozen;
using Parley.Coding.Words;
using Parley.Language;

namespace Parley.Coding.Acts;

/// <summary>The words of a condition, whether they are enough by themselves to make a stance conditional, and whether they say what would end a refusal ("unless", "until").</summary>
internal readonly record struct FoundCondition(TokenRange Words, bool IsStrong, bool EndsRefusal);

/// <summary>Finds the condition in a content: from "provided that", "if", "only after" to the end of its clause.</summary>
internal static class ConditionFinder
{
    private const int ReachOfNegation = 14;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_negators = WordSet.Of("not n't no never nothing neither cannot only");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_goingOn = WordSet.Of("stop cease halt rest relent end pause");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_openers =
        WordSet.Of("the a an all every each both this that these those his her its their our your my he she it they we there no some any prisoners troops forces talks sanctions shelling fighting hostages");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_refusalEnds = WordSet.Of("until unless");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_times =
        WordSet.Of("monday tuesday wednesday thursday friday saturday sunday today tomorrow tonight now then next late early mid at midnight noon further recently after spring summer autumn winter");

    public static FoundCondition? Find(ArticleMatches article, StatementWords statement)
    {
        FoundCondition? found = null;
        foreach (var range in statement.Content)
        {
            foreach (var match in article.Conditions.Within(range))
            {
                if (found is null or { IsStrong: false } && (match.Value || found is null) && !IsOther(article.Words, match))
                {
                    found = new FoundCondition(new TokenRange(match.Words.Start, EndOf(article, range, match)), match.Value,
                        s_refusalEnds.Contains(article.Words.Word(match.Words.Start)) || article.Words.Is(match.Words.Start + 1, "long"));
                }
            }
        }

        return found;
    }

    // "as if", "when asked", "after the meeting", "once more" and questions with "if" are no conditions.
    private static bool IsOther(ArticleWords words, PhraseMatch<bool> match)
    {
        var (start, next) = (match.Words.Start, match.Words.End);
        // "Fight on until victory" tells how long, "no talks until Monday" from when on, "no talks until they leave" under which condition.
        if (words.Is(start, "until") && (!IsNegatedBefore(words, start) || IsTime(words, next)))
        {
            return true;
        }

        // "for as long as it takes"
        if (words.Is(start + 1, "long") && words.Is(start - 1, "for"))
        {
            return true;
        }

        if (words.Is(start, "once"))
        {
            return words.Is(start - 1, "at") || next >= words.Count || !(s_openers.Contains(words.Word(next)) || words.IsCapitalised(next)) || IsTime(words, next);
        }

        return !match.Value && (words.Is(start - 1, "as") || words.Is(start - 1, "even") || words.Is(start, "when") || words.Is(start, "after") ||
            words.Is(match.Words.End, "not") || words.Is(start - 1, "ask") || words.Is(start - 1, "asked") || words.Is(start - 1, "know"));
    }

    private static bool IsTime(ArticleWords words, int i) =>
        i < words.Count && (char.IsAsciiDigit(words.Word(i)[0]) || s_times.Contains(words.Word(i)) || (words.IsCapitalised(i) && Months.Of(words.Word(i)) is not null));

    private static bool IsNegatedBefore(ArticleWords words, int start)
    {
        for (var i = start - 1; i >= Math.Max(0, start - ReachOfNegation) && words.Word(i) is not ("." or ";" or "!" or "?"); i--)
        {
            var word = words.Word(i);
            if (i + 1 < words.Count && s_negators.Contains(word) && s_goingOn.Contains(words.Word(i + 1)))
            {
                return false; // "will not rest until": how long
            }

            if (s_negators.Contains(word) || word.StartsWith("refus", StringComparison.OrdinalIgnoreCase) || word.StartsWith("reject", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    // A condition that opens a sentence ends at the comma before the main clause; one that follows it ends with the sentence.
    private static int EndOf(ArticleMatches article, TokenRange content, PhraseMatch<bool> match)
    {
        var words = article.Words;
        var sentence = article.SentenceOf(match.Words.Start);
        var end = sentence.IsEmpty ? content.End : Math.Min(content.End, sentence.End);
        var opens = match.Words.Start <= Math.Max(content.Start, sentence.Start) + 1;
        var i = match.Words.End;
        while (i < end && !(words.Word(i) is ";" or "—" or "!" or "?" || (words.Word(i) is "," && (opens || words.Is(i + 1, "but") || words.Is(i + 1, "while")))))
        {
            i++;
        }

        while (i > match.Words.End && words.Word(i - 1) is "." or "," or ";" or "”" or "\"" or "’" or "'" && !(words.Word(i - 1) is "”" && Opens(words, match.Words.Start, i - 1)))
        {
            i--;
        }

        return i;
    }

    // A closing mark belongs to the condition if it was opened in it.
    private static bool Opens(ArticleWords words, int start, int closing)
    {
        for (var i = closing - 1; i >= start; i--)
        {
            if (words.Word(i) is "”" or "“")
            {
                return words.Word(i) is "“";
            }
        }

        return false;
    }
}
