using System.Collections.Frozen;

namespace Parley.Documents.Articles;

/// <summary>
/// Guesses the language of a text from the scripts of its letters and, within a script, from the small words that each
/// language cannot do without.
/// </summary>
internal static class LanguageGuess
{
    private const int MaxUnits = 6000;
    private const string Unknown = "und";

    private static readonly FrozenDictionary<string, string[]> Latin = Profiles(
    [
        ("en", "the of and to in that is was for on with as by at from he his said has have had not are be it an this will they who were which would been their its but or after we you more about says over against no new report reports denies deny war peace talks troops attack killed into than"),
        ("fr", "le la les des et en un une du que qui dans pour pas sur au par plus avec ce est sont il elle a été aux cette mais ou ses ont l d qu c n se nous vous leur selon après"),
        ("de", "der die das und in den von zu mit ist des auf für im nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über so zum war sich dem oder nur"),
        ("es", "el la los las de en y que del se por con para un una su al lo es no más como pero sus ha fue este esta entre cuando muy sin sobre también ser son dijo según tras desde hasta"),
        ("pt", "o a os as de do da em e que um uma para com não no na por mais dos das se ao como mas foi ele ela seu sua ou ser são está à pelo pela até isso entre depois disse também já há"),
        ("it", "il la i le di e che in un una del della per con non è si da al dei delle nel alla sono anche più ha come ma lo gli ai dal dalla questo questa ed o se suo sua dopo stato"),
        ("pl", "i w na z do się że nie to jest o od po jak za przez dla ale są przy oraz jego jej co być był była tym tego które który która już tylko może ich czy ma będzie"),
        ("tr", "ve bir bu da de için ile çok olarak daha olan gibi kadar sonra ne ancak en var olduğu diye ya o ise göre her değil tarafından etti edildi dedi ki mi"),
        ("nl", "de het een en van in is dat op te zijn met voor niet aan er om ook als maar bij uit door naar dan nog wordt werd heeft hij ze zij deze over tot"),
        ("sv", "och i att det som en på är av för med den till inte har om ett men var sig från vi så kan när han under ska eller efter"),
        ("cs", "a v se na je že s z do o i to pro ale jako za jsem by po jsou která který které podle však nebo už při když bude ve"),
        ("ro", "și de la în a cu pe un o că nu din este care pentru mai sunt să au fost prin dar după se al ale lui"),
        ("hu", "a az és hogy nem is egy ez meg de volt van csak már el még ki mint lesz szerint után azt vagy pedig"),
    ]);

    private static readonly FrozenDictionary<string, string[]> Cyrillic = Profiles(
    [
        ("ru", "и в не на что с по как это он к из у за от но для о же так его она они был была было были все при бы только или после если также уже который которые сказал"),
        ("uk", "і в не на що з та як до це у за від але для про він його вона вони був була було були є й або після якщо також вже який які під час щодо цього"),
        ("bg", "и на в да се за от с не е са че по като ще до при това си през но след беше който или как"),
        ("sr", "и у је на да се за са од су не што као који ће по из али бити која које он све или након"),
        ("be", "і ў не на што з да як гэта у за ад але для пра ён яго яна яны быў была было былі ці пасля"),
    ]);

    private static readonly FrozenDictionary<string, string[]> Arabic = Profiles(
    [
        ("ar", "في من على إلى أن التي الذي عن مع هذا هذه ما لا قال بين بعد كان كما قد وقال أو لم"),
        ("fa", "در به از که این را با است آن برای می بر تا یک خود شد گفت کرد شده های و"),
        ("ur", "کے کی میں ہے اور سے کا کو نے پر ہیں کہ یہ بھی تھا اس ایک"),
    ]);

    private static readonly int LongestWord = 12;

    /// <summary>The BCP 47 tag of the language, "und" if it cannot be told.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        text = text[..Math.Min(text.Length, MaxUnits)];
        int latin = 0, cyrillic = 0, arabic = 0, hebrew = 0, kana = 0, han = 0, hangul = 0, greek = 0, other = 0, georgian = 0, armenian = 0, devanagari = 0;
        foreach (var c in text)
        {
            if (!char.IsLetter(c))
            {
                continue;
            }

            _ = c switch
            {
                <= '\u024F' or (>= '\u1E00' and <= '\u1EFF') => latin++,
                >= '\u0370' and <= '\u03FF' => greek++,
                >= '\u0400' and <= '\u052F' => cyrillic++,
                >= '\u0530' and <= '\u058F' => armenian++,
                >= '\u0590' and <= '\u05FF' => hebrew++,
                (>= '\u0600' and <= '\u06FF') or (>= '\u0750' and <= '\u077F') => arabic++,
                >= '\u0900' and <= '\u097F' => devanagari++,
                >= '\u10A0' and <= '\u10FF' => georgian++,
                >= '\u3040' and <= '\u30FF' => kana++,
                (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') => han++,
                >= '\uAC00' and <= '\uD7AF' => hangul++,
                _ => other++,
            };
        }

        var all = latin + cyrillic + arabic + hebrew + kana + han + hangul + greek + georgian + armenian + devanagari + other;
        if (all < 2)
        {
            return Unknown;
        }

        // A character of the East Asian scripts says about as much as a syllable or a word of the others.
        var east = kana + han + hangul;
        if (east * 3 > all)
        {
            return hangul * 2 > east ? "ko" : kana * 10 > east ? "ja" : "zh";
        }

        var most = Math.Max(Math.Max(Math.Max(latin, cyrillic), Math.Max(arabic, hebrew)), Math.Max(Math.Max(greek, georgian), Math.Max(armenian, devanagari)));
        return most * 2 <= all ? Unknown
            : most == latin ? ByWords(text, Latin)
            : most == cyrillic ? ByCyrillicLetters(text)
            : most == arabic ? ByArabicLetters(text)
            : most == hebrew ? "he"
            : most == greek ? "el"
            : most == georgian ? "ka"
            : most == armenian ? "hy"
            : "hi";
    }

    private static string ByCyrillicLetters(ReadOnlySpan<char> text)
    {
        var words = ByWords(text, Cyrillic);
        int russian = 0, ukrainian = 0, serbian = 0, belarusian = 0;
        foreach (var c in text)
        {
            russian += c is 'ы' or 'э' or 'ъ' or 'ё' ? 1 : 0;
            ukrainian += c is 'ї' or 'є' or 'ґ' or 'Ї' or 'Є' ? 1 : 0;
            serbian += c is 'ј' or 'љ' or 'њ' or 'ћ' or 'ђ' ? 1 : 0;
            belarusian += c is 'ў' ? 1 : 0;
        }

        // Letters that only one of the languages has weigh more than small words that several share.
        return serbian > 2 * (russian + ukrainian) ? "sr"
            : belarusian > ukrainian && belarusian > 0 ? "be"
            : ukrainian > russian ? "uk"
            : russian > 0 && words is Unknown or "uk" or "be" ? "ru"
            : words;
    }

    private static string ByArabicLetters(ReadOnlySpan<char> text)
    {
        var words = ByWords(text, Arabic);
        if (words == Unknown)
        {
            return text.IndexOfAny("ےٹڑ") >= 0 ? "ur" : text.IndexOfAny("پچژگی") >= 0 ? "fa" : "ar";
        }

        return words;
    }

    private static string ByWords(ReadOnlySpan<char> text, FrozenDictionary<string, string[]> profiles)
    {
        var lookup = profiles.GetAlternateLookup<ReadOnlySpan<char>>();
        var scores = new SortedDictionary<string, double>(StringComparer.Ordinal);
        Span<char> lower = stackalloc char[LongestWord];
        var words = 0;
        for (var at = 0; at < text.Length;)
        {
            if (!char.IsLetter(text[at]))
            {
                at++;
                continue;
            }

            var start = at;
            while (at < text.Length && char.IsLetter(text[at]))
            {
                at++;
            }

            words++;
            var word = text[start..at];
            if (word.Length <= LongestWord && lookup.TryGetValue(lower[..word.ToLowerInvariant(lower)], out var languages))
            {
                foreach (var language in languages)
                {
                    // A word that few languages share says more.
                    scores[language] = scores.GetValueOrDefault(language) + ((word.Length > 1 ? 1.0 : 0.5) / languages.Length);
                }
            }
        }

        string best = Unknown;
        double top = 0, second = 0;
        foreach (var (language, score) in scores)
        {
            if (score > top)
            {
                (best, second, top) = (language, top, score);
            }
            else
            {
                second = Math.Max(second, score);
            }
        }

        // Running text has a small word among three to five; a name list has none.
        return top == 0 || top - second < 0.2 || top < words * 0.06 ? Unknown : best;
    }

    private static FrozenDictionary<string, string[]> Profiles((string Language, string Words)[] profiles) =>
        profiles.SelectMany(p => p.Words.Split(' ').Distinct().Select(w => (Word: w, p.Language)))
            .GroupBy(p => p.Word, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.Select(p => p.Language).ToArray(), StringComparer.Ordinal);
}
