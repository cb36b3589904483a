using System.Collections.Frozen;

namespace Parley.Coding.Words;

/// <summary>Inflected forms of English verbs and nouns, for tables that name a word once.</summary>
internal static class WordForms
{
    private static readonly FrozenDictionary<string, string[]> s_irregular = new Dictionary<string, string[]>
    {
        ["be"] = ["am", "is", "are", "was", "were", "been", "being"],
        ["become"] = ["became"], ["begin"] = ["began", "begun", "beginning"], ["bet"] = ["bet", "betting"], ["bring"] = ["brought"],
        ["break"] = ["broke", "broken"], ["build"] = ["built"], ["buy"] = ["bought"], ["cast"] = ["cast"], ["come"] = ["came"],
        ["cut"] = ["cut", "cutting"], ["deal"] = ["dealt"], ["die"] = ["died", "dying"], ["do"] = ["does", "did", "done", "doing"],
        ["draw"] = ["drew", "drawn"], ["drive"] = ["drove", "driven"], ["fall"] = ["fell", "fallen"], ["feel"] = ["felt"],
        ["fight"] = ["fought"], ["find"] = ["found"], ["fly"] = ["flew", "flown", "flies", "flying"], ["forbid"] = ["forbade", "forbidden", "forbidding"],
        ["forego"] = ["forwent", "foregone"], ["foresee"] = ["foresaw", "foreseen"], ["forget"] = ["forgot", "forgotten", "forgetting"],
        ["give"] = ["gave", "given"], ["go"] = ["goes", "went", "gone", "going"], ["grow"] = ["grew", "grown"],
        ["have"] = ["has", "had", "having"], ["hear"] = ["heard"], ["hit"] = ["hit", "hitting"], ["hold"] = ["held"], ["hurt"] = ["hurt"],
        ["keep"] = ["kept"], ["know"] = ["knew", "known"], ["lay"] = ["laid"], ["lead"] = ["led"], ["leave"] = ["left"], ["let"] = ["let", "letting"],
        ["lie"] = ["lied", "lying"], ["lose"] = ["lost"], ["make"] = ["made"], ["mean"] = ["meant"], ["meet"] = ["met"], ["offset"] = ["offset"],
        ["overthrow"] = ["overthrew", "overthrown"], ["pay"] = ["paid"], ["put"] = ["put", "putting"], ["quit"] = ["quit", "quitting"],
        ["read"] = ["read"], ["rise"] = ["rose", "risen"], ["run"] = ["ran", "running"], ["say"] = ["said"], ["see"] = ["saw", "seen"],
        ["seek"] = ["sought"], ["sell"] = ["sold"], ["send"] = ["sent"], ["set"] = ["set", "setting"], ["shoot"] = ["shot"],
        ["show"] = ["showed", "shown"], ["shut"] = ["shut", "shutting"], ["sit"] = ["sat", "sitting"], ["slay"] = ["slew", "slain"],
        ["speak"] = ["spoke", "spoken"], ["spend"] = ["spent"], ["split"] = ["split", "splitting"], ["spread"] = ["spread"],
        ["stand"] = ["stood"], ["steal"] = ["stole", "stolen"], ["stick"] = ["stuck"], ["strike"] = ["struck", "stricken"],
        ["strive"] = ["strove", "strived"], ["swear"] = ["swore", "sworn"], ["take"] = ["took", "taken"], ["teach"] = ["taught"],
        ["tell"] = ["told"], ["think"] = ["thought"], ["throw"] = ["threw", "thrown"], ["undertake"] = ["undertook", "undertaken"],
        ["understand"] = ["understood"], ["uphold"] = ["upheld"], ["win"] = ["won", "winning"], ["withdraw"] = ["withdrew", "withdrawn"],
        ["withhold"] = ["withheld"], ["withstand"] = ["withstood"], ["write"] = ["wrote", "written"],
        ["man"] = ["men"], ["woman"] = ["women"], ["child"] = ["children"], ["person"] = ["persons", "people"], ["foot"] = ["feet"],
    }.ToFrozenDictionary();

    // Verbs of more than one syllable that double their last letter.
    private static readonly FrozenSet<string> s_doubling = FrozenSet.ToFrozenSet(
    [
        "abet", "abhor", "acquit", "admit", "commit", "compel", "concur", "control", "counsel", "debar", "defer", "deter", "dispel", "embed",
        "emit", "equip", "expel", "impel", "incur", "infer", "level", "occur", "omit", "patrol", "permit", "prefer", "propel", "quarrel", "rebel",
        "rebut", "recur", "refer", "regret", "repel", "shell", "signal", "submit", "transfer", "transmit", "travel", "cancel", "label", "model",
    ]);

    /// <summary>The verb with its -s, -ed and -ing forms and those that are irregular.</summary>
    public static IEnumerable<string> OfVerb(string verb)
    {
        yield return verb;
        var irregular = s_irregular.GetValueOrDefault(verb, []);
        foreach (var form in irregular)
        {
            yield return form;
        }

        if (verb == "be")
        {
            yield break;
        }

        var stem = Doubles(verb) ? verb + verb[^1] : verb;
        yield return WithS(verb);
        if (irregular.Length == 0)
        {
            yield return verb.EndsWith('e') ? verb + "d" : EndsInConsonantY(verb) ? verb[..^1] + "ied" : stem + "ed";
            if (stem != verb)
            {
                yield return verb + "ed"; // British and American spelling differ: signalled, signaled
            }
        }

        yield return verb.EndsWith('e') && !verb.EndsWith("ee", StringComparison.Ordinal) ? verb[..^1] + "ing" : stem + "ing";
        if (stem != verb)
        {
            yield return verb + "ing";
        }
    }

    /// <summary>The noun and its plural.</summary>
    public static IEnumerable<string> OfNoun(string noun) =>
        s_irregular.TryGetValue(noun, out var irregular) ? [noun, .. irregular] : [noun, WithS(noun)];

    private static string WithS(string word) =>
        EndsInConsonantY(word) ? word[..^1] + "ies"
        : word is "do" or "go" || word[^1] is 's' or 'x' or 'z' || word.EndsWith("ch", StringComparison.Ordinal) || word.EndsWith("sh", StringComparison.Ordinal)
            ? word + "es"
            : word + "s";

    private static bool EndsInConsonantY(string word) => word.Length > 1 && word[^1] == 'y' && !IsVowel(word[^2]);

    private static bool Doubles(string verb) =>
        s_doubling.Contains(verb) ||
        (verb.Length is 3 or 4 && !IsVowel(verb[^1]) && verb[^1] is not ('w' or 'x' or 'y') && IsVowel(verb[^2]) && !IsVowel(verb[^3]));

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';
}
