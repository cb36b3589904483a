namespace Parley.Language.Model;

/// <summary>
/// A rule that makes a form its lemma: how many characters to cut from its end and what to put there, in small letters unless the
/// rule says to keep capitals. Written "2+be" or, keeping capitals, "^1+".
/// </summary>
internal static class LemmaRule
{
    /// <summary>The rule that leads from a form to its lemma.</summary>
    public static string Find(string form, string lemma)
    {
        var lower = form.ToLowerInvariant();
        var (small, kept) = (Common(lower, lemma), Common(form, lemma));
        return kept > small ? $"^{form.Length - kept}+{lemma[kept..]}" : $"{form.Length - small}+{lemma[small..]}";
    }

    /// <summary>Applies a rule; a form that is too short for it is its own lemma.</summary>
    public static string Apply(ReadOnlySpan<char> rule, ReadOnlySpan<char> form)
    {
        var plus = rule.IndexOf('+');
        var keeps = rule.StartsWith("^");
        if (plus < 0 || !int.TryParse(rule[(keeps ? 1 : 0)..plus], out var cut) || cut > form.Length)
        {
            return form.ToString();
        }

        var stem = form[..^cut].ToString();
        return string.Concat(keeps ? stem : stem.ToLowerInvariant(), rule[(plus + 1)..]);
    }

    private static int Common(string form, string lemma)
    {
        var n = 0;
        while (n < form.Length && n < lemma.Length && form[n] == lemma[n])
        {
            n++;
        }

        return n;
    }
}
