using System.Collections.Frozen;

namespace Parley.Resolution.Actors;

/// <summary>
/// The key under which spellings of one name meet: case, diacritics, apostrophes, hyphens and the habits of transliteration from
/// Cyrillic and Arabic (Zelensky, Zelenskyy, Zelenskiy; Sergei, Sergey; Hussein, Husain) are levelled.
/// </summary>
internal static class NameKey
{
    private const string Accented = "àáâãäåāăąæçćĉċčďđèéêëēĕėęěğģìíîïīĭįıñńņňòóôõöøōőœŕřśŝşšșţťțùúûüūŭůűýÿźżžłß";
    private const string Plain = "aaaaaaaaaacccccddeeeeeeeeeggiiiiiiiinnnnooooooooorrssssstttuuuuuuuuyyzzzls";

    /// <summary>Names up to this length are worked on without an allocation.</summary>
    private const int OnStack = 128;

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> s_given =
        GivenNames().ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Lower case without diacritics, apostrophes and points; hyphens are blanks, blanks single.</summary>
    public static string Fold(ReadOnlySpan<char> name)
    {
        Span<char> folded = name.Length <= OnStack ? stackalloc char[OnStack] : new char[name.Length];
        return new string(folded[..Fold(name, folded)]);
    }

    /// <summary>Writes the folded name, which is no longer than the name; gives its length.</summary>
    public static int Fold(ReadOnlySpan<char> name, Span<char> folded)
    {
        var length = 0;
        foreach (var unit in name)
        {
            var c = char.ToLowerInvariant(unit);
            if (c > 127 && Accented.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at)
            {
                c = Plain[at];
            }

            if (char.IsLetterOrDigit(c))
            {
                folded[length++] = c;
            }
            else if (c is not ('\'' or '’' or '‘' or '`' or 'ʼ' or '.') && length > 0 && folded[length - 1] != ' ')
            {
                folded[length++] = ' ';
            }
        }

        return length > 0 && folded[length - 1] == ' ' ? length - 1 : length;
    }

    /// <summary>The folded name with transliteration levelled word by word.</summary>
    public static string Of(ReadOnlySpan<char> name)
    {
        Span<char> key = name.Length <= OnStack ? stackalloc char[LongestFor(OnStack)] : new char[LongestFor(name.Length)];
        return new string(key[..Write(name, key)]);
    }

    /// <summary>The most characters that the key of a name of some length can have.</summary>
    public static int LongestFor(int length) => 2 * length;

    /// <summary>Writes the key of a name, at most <see cref="LongestFor"/> characters; gives its length.</summary>
    public static int Write(ReadOnlySpan<char> name, Span<char> key)
    {
        Span<char> buffer = name.Length <= OnStack ? stackalloc char[OnStack] : new char[name.Length];
        ReadOnlySpan<char> folded = buffer[..Fold(name, buffer)];
        var length = 0;
        foreach (var range in folded.Split(' '))
        {
            var word = folded[range];
            if (word is "" or "al" or "el" or "the" or "jr" or "sr")
            {
                continue;
            }

            if (length > 0)
            {
                key[length++] = ' ';
            }

            length += WriteLevelled(s_given.TryGetValue(word, out var given) ? given : word, key[length..]);
        }

        return length;
    }

    private static int WriteLevelled(ReadOnlySpan<char> word, Span<char> key)
    {
        var length = 0;
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

            if (length == 0 || key[length - 1] != c)
            {
                key[length++] = c;
            }
        }

        return length;
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
