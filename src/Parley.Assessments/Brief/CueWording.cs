using System.Collections.Frozen;
using Parley.Analysis;

namespace Parley.Assessments;

/// <summary>
/// The report's own words of saying ("stated", "may be willing to"), which can be told where they stand between a source and its content. A verb
/// chosen by polarity would turn the sense of content that carries the negation itself ("stated that he sees no sign") and lose modality.
/// </summary>
internal static class CueWording
{
    private const int MostWords = 4;
    private const int LongestGap = 8;

    private static readonly FrozenSet<string> s_open =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "to", "of", "for", "about", "on", "in", "with", "from", "against", "over", "at", "by", "into", "as");

    private static readonly FrozenSet<string> s_auxiliaries = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "has", "have", "had", "is", "are", "was", "were", "may", "might", "could", "would", "will", "can", "cannot", "should", "must", "do", "does", "did", "remain", "remains");

    // Verbs of which the past does not end in -ed, and present forms that are no nouns.
    private static readonly FrozenSet<string> s_verbs = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "said", "wrote", "thought", "felt", "held", "knew", "saw", "found", "swore", "forecast", "gave", "took", "made", "put", "withdrew", "foresaw", "foretold", "sought", "spoke", "hit", "kept", "understood",
        "says", "say", "writes", "thinks", "insists", "insist", "argues", "argue", "adds", "notes", "believes", "believe", "suggests", "reports", "denies", "deny", "warns", "warn", "wants", "want", "expects", "expect", "sees");

    private static readonly FrozenSet<string> s_possessive = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "his", "her", "its", "their", "our", "my", "your", "whose");

    // Their verb has another form than that of the actor's name.
    private static readonly FrozenSet<string> s_personal = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "i", "we", "you");

    private static readonly FrozenSet<string> s_dropped = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "also", "later", "then", "even", "again");

    private static readonly FrozenSet<string> s_days = FrozenSet.Create(StringComparer.Ordinal,
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "yesterday", "today", "overnight");

    // Adverbs on which the sense hangs, and verbs.
    private static readonly FrozenSet<string> s_kept = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "reportedly", "allegedly", "supposedly", "likely", "unlikely", "possibly", "hardly", "scarcely", "barely", "rarely", "nearly", "merely", "falsely", "wrongly", "rely", "imply", "apply", "reply", "supply");

    /// <summary>The words, in lower case at the start; null if they do not stand between source and content, or are none that a name can go before.</summary>
    public static string? Of(ReportedStatement statement)
    {
        var (attribution, text) = (statement.Statement.Attribution, statement.Article.Text);
        if (attribution.Source is not [var source] || attribution.Cue is not [var cue] || attribution.Content is not [var content, ..] ||
            cue.Start <= source.End || content.Start <= cue.End ||
            !text.AsSpan(source.End..cue.Start).IsWhiteSpace() || !IsLink(text.AsSpan(cue.End..content.Start)) || !CanStandFor(source.In(text)))
        {
            return null;
        }

        var words = WithoutDay(cue.In(text).ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(w => !IsDropped(w)).Select(w => w.Trim(',', ':')).ToList());
        return words.Count is 0 or > MostWords || words.Find(w => !s_kept.Contains(w)) is not { } first || !IsVerb(first) || words.Exists(w => w.Length == 0 || !w.All(c => char.IsLetter(c) || c is '-' or '’' or '\''))
            ? null
            : string.Join(' ', words.Select((w, i) => i == 0 ? char.ToLowerInvariant(w[0]) + w[1..] : w));
    }

    /// <summary>True for words that go on in the content without a colon: "is willing to".</summary>
    public static bool GoesOn(string words, ReportedStatement statement) =>
        s_open.Contains(words[(words.LastIndexOf(' ') + 1)..]) || (words != "said" && statement.Words.StartsWith("to ", StringComparison.Ordinal));

    private static bool IsVerb(string word) => s_auxiliaries.Contains(word) || s_verbs.Contains(word) || (word.Length > 4 && word.EndsWith("ed", StringComparison.OrdinalIgnoreCase));

    /// <summary>"Said late on Friday" without the day, which is told apart.</summary>
    private static List<string> WithoutDay(List<string> words)
    {
        var day = words.FindIndex(s_days.Contains);
        while (day > 1 && words[day - 1] is "on" or "late" or "early" or "last" or "this")
        {
            day--;
        }

        return day < 1 ? words : words[..day];
    }

    private static bool IsLink(ReadOnlySpan<char> gap)
    {
        var letters = gap.Trim(" \n\t,:“\"‘'");
        return gap.Length <= LongestGap && (letters.IsEmpty || letters is "that");
    }

    private static bool CanStandFor(ReadOnlySpan<char> source)
    {
        var last = source[(source.LastIndexOf(' ') + 1)..];
        return !(last.EndsWith("’s") || last.EndsWith("'s") || last.EndsWith("s’") || last.EndsWith("s'")) &&
            !s_possessive.Contains(last.ToString()) && !s_personal.Contains(source.ToString());
    }

    private static bool IsDropped(string word) => s_dropped.Contains(word) || (word.Length > 4 && word.EndsWith("ly", StringComparison.OrdinalIgnoreCase) && !s_kept.Contains(word));
}
