namespace Parley.Language;

/// <summary>Parts contractions and possessives as the Penn Treebank does: do|n't, Kremlin|'s, can|not.</summary>
internal static class Clitics
{
    /// <summary>Adds the word [start, end) as one token or as two.</summary>
    public static void Split(ReadOnlySpan<char> text, int start, int end, TokenBuffer tokens)
    {
        var at = Border(text[start..end]);
        if (at > 0)
        {
            tokens.Add(start, start + at);
            start += at;
        }

        tokens.Add(start, end);
    }

    private static int Border(ReadOnlySpan<char> word)
    {
        if (word.Length == 6 && word.Equals("cannot", StringComparison.OrdinalIgnoreCase))
        {
            return 3;
        }

        // The longest clitic has two letters after the apostrophe.
        for (var apostrophe = word.Length - 2; apostrophe >= Math.Max(1, word.Length - 3); apostrophe--)
        {
            if (word[apostrophe] is not ('\'' or '’'))
            {
                continue;
            }

            var rest = word[(apostrophe + 1)..];
            if (rest is ['t' or 'T'])
            {
                return word[apostrophe - 1] is 'n' or 'N' && apostrophe > 1 ? apostrophe - 1 : 0;
            }

            return rest is ['s' or 'S' or 'd' or 'D' or 'm' or 'M'] or ['r' or 'R' or 'v' or 'V', 'e' or 'E'] or ['l' or 'L', 'l' or 'L'] ? apostrophe : 0;
        }

        return 0;
    }
}
