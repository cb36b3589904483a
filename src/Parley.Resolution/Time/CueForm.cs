using System.Collections.Frozen;
using Parley.Language;
using Parley.Records;
using Parley.Resolution.Actors;

namespace Parley.Resolution.Time;

/// <summary>What a cue's words tell about when something was said.</summary>
/// <param name="IsSpeech">An act of saying or writing, not a belief, wish or aim.</param>
/// <param name="Tense">Its tense.</param>
/// <param name="IsHabitual">Said again and again or at no one time ("routinely", "has long").</param>
internal readonly record struct CueForm(bool IsSpeech, CueTense Tense, bool IsHabitual)
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_speech = WordSet.Of(
        "say tell report state announce declare warn deny reject confirm claim add note stress reiterate write reply respond ask explain insist argue urge " +
        "call estimate attribute suggest accuse criticize criticise condemn demand denounce blame acknowledge admit affirm allege answer appeal assert assure " +
        "brief caution charge cite comment complain concede contend counter contradict dismiss disclose dispute echo emphasize emphasise express hail hint " +
        "inform joke lament lash mock object observe opine order plead pledge post praise predict proclaim promise propose protest publish question quip " +
        "quote reaffirm rebuff recall recommend record refuse refute reject relate remark repeat request reveal rule signal slam speak specify swear tout " +
        "tweet underline underscore vow voice welcome threaten offer forecast highlight describe detail agree order present conclude discuss mention outline " +
        "provide convey invite recount decline testify indicate show find address float advise thank mark issue instruct demonise demonize laud title");

    private static readonly FrozenDictionary<string, string> s_irregular = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["said"] = "say", ["told"] = "tell", ["wrote"] = "write", ["written"] = "write", ["spoke"] = "speak", ["spoken"] = "speak", ["swore"] = "swear",
        ["found"] = "find", ["pointed"] = "say", ["pointing"] = "say", ["shown"] = "show", ["made"] = "make", ["given"] = "give", ["gave"] = "give", ["thought"] = "think", ["felt"] = "feel", ["saw"] = "see", ["knew"] = "know",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_habit = WordSet.Of(
        "routinely long always repeatedly often continuously consistently frequently regularly usually traditionally constantly famously sometimes never " +
        "generally typically periodically widely");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_auxiliaries = WordSet.Of("has have had is are was were been be being did does do will would can could may might must should to also");

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> s_irregularForms = s_irregular.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads the cue of an attribution in its text.</summary>
    public static CueForm Of(string text, Attribution attribution, ActorDirectory directory)
    {
        var cue = attribution.Cue[0];
        var words = Words.Of(text, cue);
        if (words.Count == 0 || IsNoun(text, attribution, words, directory))
        {
            return new CueForm(false, CueTense.None, false);
        }

        var before = WordBefore(text, cue.Start);
        var tense = CueTense.None;
        var speech = false;
        var habitual = s_habit.Contains(before);
        foreach (var word in words)
        {
            var form = word.In(text);
            habitual |= s_habit.Contains(form);
            if (form is "that" or "in")
            {
                break; // "narratives that blame", "in order to": no verb of the sentence
            }

            if (form.Equals("according", StringComparison.OrdinalIgnoreCase))
            {
                return new CueForm(true, CueTense.Reference, habitual);
            }

            if (s_auxiliaries.Contains(form))
            {
                tense = form switch
                {
                    "has" or "have" or "had" => CueTense.Perfect,
                    "will" or "would" or "can" or "could" or "may" or "might" or "must" or "should" => CueTense.Modal,
                    "to" when tense == CueTense.None => CueTense.Infinitive,
                    "is" or "are" when tense == CueTense.None => CueTense.Present,
                    "was" or "were" when tense == CueTense.None => CueTense.Past,
                    _ => tense,
                };
                continue;
            }

            var (stem, formTense) = Stem(form);
            if (stem is null || !s_speech.Contains(stem))
            {
                continue;
            }

            speech = true;
            if (formTense == CueTense.Past && tense == CueTense.None && IsFollowedByAgent(text, cue.End))
            {
                return new CueForm(true, CueTense.Passive, habitual);
            }

            tense = tense == CueTense.None ? before is "to" ? CueTense.Infinitive : formTense : tense;
            break;
        }

        if (!speech && tense == CueTense.None && words.Count > 0)
        {
            tense = Stem(words[0].In(text)).Tense;
        }

        return new CueForm(speech, tense, habitual);
    }

    /// <summary>True for forms of verbs of saying ("Warns"), which headlines write with capitals.</summary>
    public static bool IsSpeechVerb(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[20];
        return word.Length <= lower.Length && word.ToLowerInvariant(lower) is var length && Stem(lower[..length]).Stem is not null;
    }

    /// <summary>"the numbers claimed by ...": describes a noun and tells no time.</summary>
    private static bool IsFollowedByAgent(string text, int end) => end + 4 <= text.Length && text.AsSpan(end, 4) is " by ";

    /// <summary>"Russian demands for", "his insistence on", "the bank's forecast", "Expectations for": a noun of saying.</summary>
    private static bool IsNoun(string text, Attribution attribution, List<Word> words, ActorDirectory directory)
    {
        if (words[0].In(text) is "a" or "an" or "the" or "The" or "A")
        {
            return true;
        }

        if (attribution.Source.IsEmpty)
        {
            return words.Count > 1 && words[^1].In(text) is "for" or "of" or "on" or "about" or "from" && !words[0].In(text).EndsWith("ed") && !words[0].In(text).EndsWith("ing") &&
                   !s_auxiliaries.Contains(words[0].In(text));
        }

        var source = text.AsSpan(attribution.Source[0].Start, attribution.Source[0].Length);
        if (attribution.Source[0].End > words[0].Span.Start)
        {
            return false;
        }

        if (source.EndsWith("'s") || source.EndsWith("’s") || source.EndsWith("s'") || source.EndsWith("s’") || source is "his" or "her" or "its" or "their" or "my" or "our" or "your" or "whose" or "His" or "Her" or "Its" or "Their" or "My" or "Our")
        {
            return true;
        }

        // "Russian demands", but "the Russians demand"
        return source.IndexOf(' ') < 0 && char.IsUpper(source[0]) && directory.CountryOfAdjective(source.ToString()) is not null && !s_auxiliaries.Contains(words[0].In(text));
    }

    /// <summary>The verb's plain form and the tense that its ending tells.</summary>
    private static (string? Stem, CueTense Tense) Stem(ReadOnlySpan<char> form)
    {
        if (s_irregularForms.TryGetValue(form, out var irregular))
        {
            return (irregular, CueTense.Past);
        }

        foreach (var (ending, tense) in (ReadOnlySpan<(string, CueTense)>)[("ied", CueTense.Past), ("ed", CueTense.Past), ("ies", CueTense.Present), ("es", CueTense.Present), ("s", CueTense.Present), ("ing", CueTense.Participle)])
        {
            if (form.Length <= ending.Length + 2 || !form.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var bare = form[..^ending.Length];
            foreach (var addition in (ReadOnlySpan<string>)(ending is "ied" or "ies" ? ["y"] : ["", "e"]))
            {
                if (s_speech.Contains(string.Concat(bare, addition)))
                {
                    return (string.Concat(bare, addition), tense);
                }
            }

            if (bare.Length > 2 && bare[^1] == bare[^2] && s_speech.Contains(bare[..^1]))
            {
                return (bare[..^1].ToString(), tense);
            }

            if (ending is "ed" or "ied")
            {
                return (null, CueTense.Past);
            }
        }

        return s_speech.Contains(form) ? (form.ToString(), CueTense.Present) : (null, CueTense.None);
    }

    private static ReadOnlySpan<char> WordBefore(string text, int at)
    {
        var end = at;
        while (end > 0 && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        var start = end;
        while (start > 0 && char.IsLetter(text[start - 1]))
        {
            start--;
        }

        return text.AsSpan(start, end - start);
    }
}

/// <summary>Tense of a cue as far as it matters for when something was said.</summary>
internal enum CueTense
{
    None,
    Past,
    Perfect,
    Present,
    Participle,
    Passive,
    Infinitive,
    Modal,
    Reference,
}
