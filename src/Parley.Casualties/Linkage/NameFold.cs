using System.Buffers;

namespace Parley.Casualties.Linkage;

/// <summary>
/// Folds a name to a skeleton in which the spellings of one name agree, whatever its script, scheme of transliteration or language
/// (Щеглова, Shcheglova, Ŝeglova, Ščeglova; Сергей, Sergey; -ский, -ський, -skiy, -sky). Letters that some scheme confuses are one
/// letter in the skeleton: е ё э є; и й і ї ы; г х h; doubled letters are single; hard and soft signs and apostrophes are gone.
/// </summary>
internal static class NameFold
{
    private const int MaxLength = 96;

    /// <summary>Letters and letter groups that schemes read differently: <c>x</c> is кс or х, <c>j</c> й or ж, <c>ch</c> ч or ш, <c>ou</c> оу or у.</summary>
    public enum Reading
    {
        /// <summary>As most schemes have it.</summary>
        Usual,

        /// <summary>As in scientific transliteration: <c>x</c> is х.</summary>
        Scientific,

        /// <summary>As in French passports: <c>j</c> is ж, <c>ch</c> is ш, <c>ou</c> is у.</summary>
        French,
    }

    /// <summary>The readings that give <paramref name="name"/> another skeleton than the usual one.</summary>
    public static ReadOnlySpan<Reading> OtherReadings(ReadOnlySpan<char> name)
    {
        var x = name.ContainsAny('x', 'X');
        var french = name.ContainsAny('j', 'J') || name.Contains("ch", StringComparison.OrdinalIgnoreCase)
            || name.Contains("ou", StringComparison.OrdinalIgnoreCase);
        return x ? french ? [Reading.Scientific, Reading.French] : [Reading.Scientific] : french ? [Reading.French] : [];
    }

    /// <summary>The skeleton of <paramref name="name"/>; empty if it holds no letter.</summary>
    public static string Fold(ReadOnlySpan<char> name, Reading reading = Reading.Usual)
    {
        if (name.Length > MaxLength)
        {
            name = name[..MaxLength];
        }

        var buffer = ArrayPool<char>.Shared.Rent(4 * MaxLength);
        var skeleton = new Skeleton(buffer);
        for (var i = 0; i < name.Length;)
        {
            i += Step(name[i..], reading, ref skeleton);
        }

        var folded = skeleton.ToString();
        ArrayPool<char>.Shared.Return(buffer);
        return folded;
    }

    private static int Step(ReadOnlySpan<char> rest, Reading reading, ref Skeleton skeleton)
    {
        var c = char.ToLowerInvariant(rest[0]);
        if (rest.Length > 1 && Composed(c, rest[1]) is { Length: > 0 } composed)
        {
            skeleton.Add(composed);
            return 2;
        }

        if (char.IsAsciiLetterLower(c))
        {
            return StepLatin(rest, c, reading, ref skeleton);
        }

        skeleton.Add(c switch
        {
            'а' or 'á' or 'à' or 'ä' or 'å' or 'ã' => "a", 'б' => "b", 'в' => "v", 'г' or 'ґ' or 'х' => "g", 'д' => "d",
            'е' or 'ё' or 'э' or 'є' or 'ë' or 'è' or 'é' or 'ê' or 'ė' or 'ě' => "e",
            'ж' or 'ž' or 'ż' => "j", 'з' => "z", 'и' or 'й' or 'і' or 'ї' or 'ы' or 'ï' or 'ì' or 'í' or 'î' or 'ý' or 'ĭ' => "i",
            'к' => "k", 'л' or 'ł' => "l", 'м' => "m", 'н' => "n", 'о' or 'ó' or 'ö' or 'ò' or 'ô' => "o", 'п' => "p", 'р' => "r",
            'с' => "s", 'т' => "t", 'у' or 'ў' or 'ú' or 'ü' or 'ù' => "u", 'ф' => "f", 'ц' or 'ć' => "c", 'ч' or 'č' => "q",
            'ш' or 'š' or 'ś' => "w", 'щ' or 'ŝ' => "wq", 'ю' or 'û' => "iu", 'я' or 'â' => "ia", _ => "",
        });
        return 1;
    }

    /// <summary>Letters of a caron or circumflex that follows as a character of its own; the other marks change no skeleton.</summary>
    private static string Composed(char letter, char mark) => (letter, mark) switch
    {
        ('z', '\u030C') => "j", ('s', '\u030C') => "w", ('c', '\u030C') => "q",
        ('s', '\u0302') => "wq", ('u', '\u0302') => "iu", ('a', '\u0302') => "ia",
        _ => "",
    };

    private static int StepLatin(ReadOnlySpan<char> rest, char c, Reading reading, ref Skeleton skeleton)
    {
        var french = reading == Reading.French;
        foreach (var (group, letters, frenchLetters) in Groups)
        {
            if (group[0] == c && rest.StartsWith(group, StringComparison.OrdinalIgnoreCase))
            {
                skeleton.Add(french ? frenchLetters : letters);
                return group.Length;
            }
        }

        if (french && rest.StartsWith("ou", StringComparison.OrdinalIgnoreCase))
        {
            skeleton.Add("u");
            return 2;
        }

        skeleton.Add(c switch
        {
            'h' => "g", 'y' => "i", 'w' => "v", 'q' => "k", 'j' => french ? "j" : "i",
            'x' => reading == Reading.Scientific ? "g" : "ks",
            _ => Alphabet.AsSpan(c - 'a', 1),
        });
        return 1;
    }

    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz";

    /// <summary>Groups that stand for one letter, the longer first, with their reading in most schemes and in the French one.</summary>
    private static readonly (string Group, string Letters, string French)[] Groups =
    [
        ("chtch", "wq", "wq"), ("shch", "wq", "wq"), ("tch", "q", "q"), ("sch", "wq", "wq"), ("kh", "g", "g"), ("gh", "g", "g"),
        ("zh", "j", "j"), ("ts", "c", "c"), ("tz", "c", "c"), ("ch", "q", "w"), ("sh", "w", "w"),
    ];

    /// <summary>Collects letters; joins doubled ones, <c>ie</c> and <c>io</c> (as е and ё are written) to e, and <c>ts</c> to c.</summary>
    private ref struct Skeleton(Span<char> buffer)
    {
        private readonly Span<char> _buffer = buffer;
        private int _length;

        public void Add(scoped ReadOnlySpan<char> letters)
        {
            foreach (var letter in letters)
            {
                Add(letter);
            }
        }

        public override readonly string ToString() => new(_buffer[.._length]);

        private void Add(char letter)
        {
            var last = _length > 0 ? _buffer[_length - 1] : '\0';
            if ((letter is 'e' or 'o') && last == 'i')
            {
                _length--;
                Add('e');
            }
            else if (letter == 's' && last == 't')
            {
                _length--;
                Add('c');
            }
            else if (letter != last)
            {
                _buffer[_length++] = letter;
            }
        }
    }
}
