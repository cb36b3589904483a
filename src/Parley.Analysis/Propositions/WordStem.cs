using System.Buffers;
using System.Collections.Frozen;

namespace Parley.Analysis;

/// <summary>Cuts English words to a stem, so that "withdrew", "withdrawing" and "withdrawal" compare alike. Coarser than Porter (1980) on purpose.</summary>
internal static class WordStem
{
    private const int LeastStem = 4;

    private static readonly FrozenDictionary<string, string> s_irregular = Pairs(
        """
        held hold; took take; taken take; gave give; given give; broke break; broken break; fell fall; fallen fall; rose rise; risen rise; left leave;
        met meet; sent send; shot shoot; struck strike; stricken strike; won win; lost lose; began begin; begun begin; came come; went go; gone go;
        withdrew withdraw; withdrawn withdraw; fought fight; fled flee; sought seek; brought bring; bought buy; sold sell; told tell; spoke speak;
        spoken speak; paid pay; led lead; built build; found find; kept keep; lay lie; made make; saw see; seen see; knew know; known know; grew grow;
        grown grow; drew draw; drawn draw; blew blow; blown blow; flew fly; flown fly; threw throw; thrown throw; stood stand; understood understand;
        became become; ran run; rebuilt rebuild; dead die; died die; dying die; death die; deaths die; men man; women woman; children child;
        people person; persons person; lives life; forces force; chose choose; chosen choose; froze freeze; frozen freeze; hid hide; hidden hide;
        swore swear; sworn swear; wrote write; written write; thought think; taught teach; caught catch; felt feel; meant mean; lent lend; spent spend;
        shook shake; shaken shake; stole steal; stolen steal; arose arise; proven prove; forbade forbid; forbidden forbid; overran overrun;
        loss lose; losses lose; growth grow; proof prove; belief believe; refusal refuse; arrival arrive; denial deny; denials deny; approval approve;
        sale sell; sales sell; flight fly; flights fly; advance advance; entry enter; entries enter; seizure seize; departure depart;
        """);

    private static readonly string[] s_derivations =
        ["izations", "isations", "ization", "isation", "ations", "ation", "ments", "ment", "ions", "ion", "ally", "als", "al", "ates", "ate", "ance", "ence", "ers", "er", "ors", "or", "ive", "ly"];

    private static readonly SearchValues<char> s_vowels = SearchValues.Create("aeiouy");

    /// <summary>The stem of a lower-case word.</summary>
    public static string Of(string word)
    {
        if (s_irregular.TryGetValue(word, out var root))
        {
            return root.TrimEnd('e');
        }

        if (word.Length <= 3 || !char.IsAsciiLetterLower(word[0]))
        {
            return word;
        }

        var stem = WithoutInflection(word);
        if (s_irregular.TryGetValue(stem, out root))
        {
            return root.TrimEnd('e');
        }

        foreach (var suffix in s_derivations)
        {
            if (stem.Length - suffix.Length >= LeastStem && stem.EndsWith(suffix, StringComparison.Ordinal))
            {
                stem = stem[..^suffix.Length];
                break;
            }
        }

        stem = stem.Length > 3 && stem[^1] == 'e' ? stem[..^1] : stem;
        return stem[^1] == 'y' ? stem[..^1] + "i" : stem;
    }

    private static string WithoutInflection(string word)
    {
        if (word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4)
        {
            return word[..^3] + "y";
        }

        if (word.EndsWith("es", StringComparison.Ordinal) && word.Length > 4 && (word[^3] is 's' or 'x' or 'z' || word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal)))
        {
            return word[..^2];
        }

        if (word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i'))
        {
            word = word[..^1];
        }

        var length = word.EndsWith("ing", StringComparison.Ordinal) ? 3 : word.EndsWith("ed", StringComparison.Ordinal) ? 2 : 0;
        if (length == 0 || word.Length - length < 3 || !word.AsSpan(0, word.Length - length).ContainsAny(s_vowels))
        {
            return word;
        }

        var stem = word[..^length];
        return stem.EndsWith('i') ? stem[..^1] + "y"
            : stem[^1] == stem[^2] && stem[^1] is not ('l' or 's' or 'z' or 'e' or 'o') ? stem[..^1] : stem;
    }

    private static FrozenDictionary<string, string> Pairs(string table) =>
        table.Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(p => p.Split(' ')).ToFrozenDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
}
