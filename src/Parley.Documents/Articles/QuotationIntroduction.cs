using System.Collections.Frozen;

namespace Parley.Documents.Articles;

/// <summary>Recognises a paragraph that leads to a quoted one: "X concluded that ...:" or "X wrote that, in his view".</summary>
internal static class QuotationIntroduction
{
    private const int MaxSentence = 600;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Cues = (
        "said says say saying wrote writes write writing argued argues concluded concludes warned warns predicted predicts noted notes added adds explained explains recalled recalls " +
        "observed observes reaffirmed stated states declared declares announced announces reported reports remarked remarks replied replies asked asks responded responds insisted insists " +
        "continued continues reads read agreed agrees testified tweeted tweets posted cautioned cautions conceded concedes admitted admits acknowledged proposed proposes suggested suggests " +
        "emphasised emphasized emphasises emphasizes stressed stresses commented comments summarised summarized lamented complained promised pledged vowed claimed claims maintained quoted quotes " +
        "cited cites told put puts statement letter quote quotation follows following stipulates stipulated provides reasoned opined confessed declaring stating writing adding arguing warning " +
        "сказал сказала заявил заявила заявили написал написала пишет отметил отметила подчеркнул подчеркнула добавил добавила ответил ответила объяснил объяснила предупредил предупредила " +
        "говорит говорится сообщил сообщила сообщили считает рассказал рассказала цитирует заявление признал признала сказав сказали казав заявив заявила написав зазначив зазначила додав " +
        "déclaré déclare dit écrit affirmé affirme expliqué explique ajouté ajoute conclut averti répondu répond souligné souligne estimé estime raconte résume " +
        "sagte sagt schrieb schreibt erklärte erklärt betonte betont warnte warnt antwortete fügte meinte heißt " +
        "dijo dice escribió escribe declaró declara afirmó afirma explicó explica advirtió añadió respondió señaló disse scrive scrisse dichiarato affermato escreveu declarou afirmou " +
        "powiedział powiedziała napisał napisała stwierdził oświadczył dodał dedi yazdı söyledi açıkladı")
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The words that a reported clause opens with.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Openers =
        "that how why что що як que dass daß che że".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True if <paramref name="paragraph"/> ends in the middle of a sentence with a cue, or in a colon after one.</summary>
    public static bool Leads(ReadOnlySpan<char> paragraph)
    {
        var words = paragraph[..FootnoteMark.Trim(paragraph)];
        if (words.Length < 8)
        {
            return false;
        }

        var last = words[^1];
        if (last is not (':' or ',' or '：') && !char.IsLetter(last))
        {
            return false;
        }

        var sentence = LastSentence(words);
        if (sentence.TrimEnd(":,").EndsWith("below", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        if (!HasCue(sentence))
        {
            return false;
        }

        // Without a mark at its end the sentence must be open, or a subheading such as "What the minister said of the talks" would lead.
        return !char.IsLetter(last) || Openers.Contains(LastWord(words)) || Cues.Contains(LastWord(words)) ||
            ((HeadingText.Words(words) > 16 || sentence.Contains("that,", StringComparison.Ordinal) || sentence.Contains(" что,", StringComparison.Ordinal)) &&
            HasOpener(sentence) && !HeadingText.IsTitleCase(words));
    }

    private static ReadOnlySpan<char> LastWord(ReadOnlySpan<char> words) => words[(words.LastIndexOfAny(" \u00A0\n") + 1)..];

    private static bool HasOpener(ReadOnlySpan<char> sentence)
    {
        foreach (var range in sentence.SplitAny(" \u00A0\n,"))
        {
            if (Openers.Contains(sentence[range]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True if the last words say that somebody speaks: "Peskov said:".</summary>
    public static bool HasCue(ReadOnlySpan<char> sentence)
    {
        foreach (var range in sentence.SplitAny(" \u00A0\n,:;()“”\"«»—–"))
        {
            // "The United States" states nothing.
            var word = sentence[range];
            if (Cues.Contains(word) && (char.IsLower(word[0]) || range.Start.Value == 0))
            {
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<char> LastSentence(ReadOnlySpan<char> words)
    {
        var tail = words[Math.Max(0, words.Length - MaxSentence)..];
        for (var i = tail.Length - 2; i > 2; i--)
        {
            // "U.S. officials" and "Mr. X": a single letter or a short title before the point ends no sentence.
            if (char.IsWhiteSpace(tail[i]) && tail[i - 1] is '.' or '!' or '?' && char.IsLetterOrDigit(tail[i - 3]) && char.IsLower(tail[i - 2]) &&
                i + 1 < tail.Length && !char.IsLower(tail[i + 1]) && !EndsInTitle(tail[..i]))
            {
                return tail[(i + 1)..];
            }
        }

        return tail;
    }

    private static bool EndsInTitle(ReadOnlySpan<char> words) =>
        words.EndsWith("Mr.") || words.EndsWith("Mrs.") || words.EndsWith("Ms.") || words.EndsWith("Dr.") || words.EndsWith("Gen.") || words.EndsWith("Sen.") ||
        words.EndsWith("Rep.") || words.EndsWith("Gov.") || words.EndsWith("Prof.") || words.EndsWith("Col.") || words.EndsWith("Lt.");
}
