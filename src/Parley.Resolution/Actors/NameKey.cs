using System.Collections.Frozen;
using System.Text;

namespace Parley.Resolution.Actors;

/// <summary>
/// The key under which spellings of one name meet: case, diacritics, apostrophes, hyphens and the habits of transliteration from
/// Cyrillic and Arabic (Zelensky, Zelenskyy, Zelenskiy; Sergei, Sergey; Hussein, Husain) are levelled.
/// </summary>
internal static class NameKey
{
    private const string Accented = "àáâãäåāăąæçćĉċčďđèéêëēĕėęěğģìíîïīĭįıñńņňòóôõöøōőœŕřśŝşšșţťțùúûüūŭůűýÿźżžłß";
    private const string Plain = "aaaaaaaaaacccccddeeeeeeeeeggiiiiiiiinnnnooooooooorrssssstttuuuuuuuuyyzzzls";

    private static readonly FrozenDictionary<string, string> s_given = GivenNames().ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Lower case without diacritics, apostrophes and points; hyphens are blanks, blanks single.</summary>
    public static string Fold(ReadOnlySpan<char> name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var unit in name)
        {
            var c = char.ToLowerInvariant(unit);
            if (c > 127 && Accented.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at)
            {
                c = Plain[at];
            }

            if (char.IsLetterOrDigit(c))
            {
                folded.Append(c);
            }
            else if (c is not ('\'' or '’' or '‘' or '`' or 'ʼ' or '.') && folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd();
    }

    /// <summary>The folded name with transliteration levelled word by word.</summary>
    public static string Of(ReadOnlySpan<char> name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var word in Fold(name).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word is "al" or "el" or "the" or "jr" or "sr")
            {
                continue;
            }

            if (key.Length > 0)
            {
                key.Append(' ');
            }

            AppendLevelled(key, s_given.GetValueOrDefault(word, word));
        }

        return key.ToString();
    }

    private static void AppendLevelled(StringBuilder key, string word)
    {
        var start = key.Length;
        for (var i = 0; i < word.Length; i++)
        {
            var c = word[i];
            var next = i + 1 < word.Length ? word[i + 1] : '\0';
            switch (c)
            {
                case 'y' or 'j' when i > 0: c = 'i'; break;
                case 'w': c = 'v'; break;
                case 'o' when next is 'u' or 'o': c = 'u'; i++; break;
                case 'e' when next == 'e': c = 'i'; i++; break;
                case 'k' or 'g' or 'd' when next == 'h': i++; break;
                case 'k' when next == 's': c = 'x'; i++; break;
                case 'c' when next == 'k': c = 'k'; i++; break;
                case 'p' when next == 'h': c = 'f'; i++; break;
                case 't' when next is 's' or 'z': c = 'z'; i++; break;
                case 'q': c = 'k'; break;
            }

            if (key.Length == start || key[^1] != c)
            {
                key.Append(c);
            }
        }
    }

    private static Dictionary<string, string> GivenNames()
    {
        string[] families =
        [
            "alexander aleksandr alexandr oleksandr alyaksandr alexandre", "vladimir volodymyr volodimir uladzimir", "sergey sergei serhiy serhii siarhei",
            "andrei andrey andriy andrii", "dmitry dmitri dmitriy dmytro dzmitry", "nikolai nikolay mykola", "mikhail mykhailo mikhailo",
            "yevgeny evgeny yevgeni yevhen evgeniy", "alexei alexey aleksei aleksey oleksiy oleksii", "yuri yury yuriy yurii", "pavel pavlo",
            "valery valeri valeriy valerii", "kirill kyrylo kiril", "viktor victor", "mohammed muhammad mohamed mohammad mohamad muhammed mehmed",
            "ahmed ahmad ahmet", "hussein hussain husain husein hossein", "mahmoud mahmud", "yusuf yousef yousuf youssef", "ibrahim ebrahim",
            "abdallah abdullah abdulla abdalla", "hassan hasan", "mustafa mostafa", "omar umar", "qasem qassem kasim qasim", "ali aly",
            "osama usama", "khaled khalid", "saleh salih", "sulaiman suleiman soleiman", "joe joseph", "william bill", "anthony antony tony",
        ];
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var family in families)
        {
            var spellings = family.Split(' ');
            foreach (var spelling in spellings)
            {
                names[spelling] = spellings[0];
            }
        }

        return names;
    }
}
