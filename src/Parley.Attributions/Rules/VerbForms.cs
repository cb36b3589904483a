namespace Parley.Attributions;

/// <summary>Inflects English verbs and nouns.</summary>
internal static class VerbForms
{
    // Verbs of more than one syllable that are stressed on the last one and so double their consonant.
    private static readonly string[] Doubling = ["admit", "refer", "rebut", "concur", "confer", "quip", "slam", "plan", "chat", "dub", "permit"];

    /// <summary>All forms of a verb; <paramref name="irregular"/> holds past and participle where they aren't regular.</summary>
    public static IEnumerable<(string Form, VerbForm Kind)> Of(string lemma, string[] irregular)
    {
        var stem = lemma.EndsWith('e') && !lemma.EndsWith("ee", StringComparison.Ordinal) ? lemma[..^1]
            : Array.IndexOf(Doubling, lemma) >= 0 ? lemma + lemma[^1]
            : lemma;
        var past = lemma.EndsWith('y') && !IsVowel(lemma[^2]) ? lemma[..^1] + "ied" : lemma.EndsWith("ee", StringComparison.Ordinal) ? lemma + "d" : stem + "ed";
        yield return (WithS(lemma), VerbForm.Singular);
        yield return (irregular.Length > 0 ? irregular[0] : past, VerbForm.Past);
        yield return (stem + "ing", VerbForm.Ing);
        if (irregular.Length > 1 && irregular[1] != irregular[0])
        {
            yield return (irregular[1], VerbForm.Participle);
        }

        yield return (lemma, VerbForm.Base);
    }

    /// <summary>The third person of a verb or plural of a noun.</summary>
    public static string WithS(string lemma) =>
        lemma.EndsWith('y') && !IsVowel(lemma[^2]) ? lemma[..^1] + "ies"
        : lemma.EndsWith('s') || lemma.EndsWith("sh", StringComparison.Ordinal) || lemma.EndsWith("ch", StringComparison.Ordinal) ? lemma + "es"
        : lemma + "s";

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
