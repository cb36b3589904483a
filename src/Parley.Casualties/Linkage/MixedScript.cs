namespace Parley.Casualties.Linkage;

/// <summary>
/// Finds words that mix Latin and Cyrillic letters that look alike, and puts them into the script of the others. A ё in a
/// Latin word is left: some schemes write it so.
/// </summary>
internal static class MixedScript
{
    private const string Latin = "aceopxyiABCEHKMOPTXI";
    private const string Cyrillic = "асеорхуіАВСЕНКМОРТХІ";

    /// <summary>The word in one script, or null if it is already.</summary>
    public static string? Repair(ReadOnlySpan<char> word)
    {
        int latin = 0, cyrillic = 0, latinOnly = 0, cyrillicOnly = 0;
        foreach (var c in word)
        {
            if (char.IsAsciiLetter(c))
            {
                latin++;
                latinOnly += Latin.Contains(c, StringComparison.Ordinal) ? 0 : 1;
            }
            else if (c is >= 'Ѐ' and <= 'ӿ' and not ('ё' or 'Ё'))
            {
                cyrillic++;
                cyrillicOnly += Cyrillic.Contains(c, StringComparison.Ordinal) ? 0 : 1;
            }
        }

        if (latin == 0 || cyrillic == 0)
        {
            return null;
        }

        var toCyrillic = cyrillicOnly > latinOnly || (cyrillicOnly == latinOnly && cyrillic >= latin);
        var (from, to) = toCyrillic ? (Latin, Cyrillic) : (Cyrillic, Latin);
        return string.Create(word.Length, (Word: word.ToString(), From: from, To: to), static (into, state) =>
        {
            for (var i = 0; i < into.Length; i++)
            {
                var at = state.From.IndexOf(state.Word[i], StringComparison.Ordinal);
                into[i] = at < 0 ? state.Word[i] : state.To[at];
            }
        });
    }
}
