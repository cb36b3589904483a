using System.Buffers;
using System.Collections.Frozen;
using Parley.Records;

namespace Parley.Documents.Articles;

/// <summary>The label that opens a speaker's turn.</summary>
/// <param name="Name">The name within the paragraph, without brackets and emphasis.</param>
/// <param name="BodyStart">Where the words spoken begin within the paragraph; its length if the label stands alone.</param>
internal readonly record struct SpeakerLabel(TextSpan Name, int BodyStart);

/// <summary>Learns from repetition and alternation which "Name:" labels of an article open turns.</summary>
internal sealed class TranscriptSpeakers
{
    private const int MaxLabel = 120;
    private const int FewestIntroduced = 3;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Roles = Set(
        "Q|A|Question|Answer|Interviewer|Moderator|Host|Presenter|Anchor|Reporter|Journalist|Correspondent|Speaker|Audience|Participant|Narrator|Chair|Voice|" +
        "Вопрос|Ответ|Корреспондент|Журналист|Ведущий|Ведущая|Модератор|Запитання|Питання|Відповідь|Кореспондент|Frage|Antwort|Réponse|Journaliste|Pregunta|Respuesta|" +
        "Periodista|Domanda|Risposta|Pytanie|Odpowiedź|Soru|Cevap|Pergunta|Resposta|В|О|F|R|P|问|答|记者|سؤال|جواب");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NoSpeakers = Set(
        "Note|Notes|Update|Updates|Updated|Photo|Image|Source|Sources|Correction|Clarification|Disclaimer|Summary|Background|Conclusion|Context|Location|Date|Time|Title|" +
        "Subject|From|To|Cc|Url|Link|Tags|Topics|Related|Read more|Read also|See also|Key takeaways|Takeaways|Key points|Editor's note|Editor’s note|Author's note|Warning|" +
        "Example|First|Second|Third|Finally|Result|Status|Type|Name|Age|Phone|Email|Website|Address|Contact|Category|Breaking|Exclusive|Opinion|Analysis|Watch|Listen|Video|" +
        "Casualties|Weather|Published|Author|By|Language|References|Bibliography|Footnotes|Примечание|Источник|Автор|Дата|Фото|Видео|Hinweis|Quelle|Nota|Fuente|Remarque");

    private static readonly SearchValues<char> NeverInNames = SearchValues.Create("\"“”«»?!;/");

    private readonly HashSet<string> _names;

    private TranscriptSpeakers(HashSet<string> names) => _names = names;

    /// <summary>True if the article has turns at all.</summary>
    public bool Any => _names.Count > 0;

    /// <summary>True if <paramref name="paragraph"/> opens a turn of one of the speakers.</summary>
    public bool Opens(ReadOnlySpan<char> paragraph, out SpeakerLabel label) =>
        TryReadLabel(paragraph, out label) && _names.GetAlternateLookup<ReadOnlySpan<char>>().Contains(label.Name.In(paragraph));

    /// <summary>Learns the speakers of some paragraphs, of which <paramref name="headline"/> may be a headline "X: ...".</summary>
    public static TranscriptSpeakers Learn(ReadOnlySpan<char> text, ReadOnlySpan<Paragraph> paragraphs, int headline)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var counts = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        int total = 0, sentences = 0, roles = 0, switches = 0, first = -1, last = -1;
        var introduced = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var previous = "";
        var questionAnswered = false;
        var previousAsks = false;
        for (var i = 0; i < paragraphs.Length; i++)
        {
            var words = paragraphs[i].In(text);
            if (!TryReadLabel(words, out var label) || NoSpeakers.Contains(label.Name.In(words)) ||
                (i == headline && label.BodyStart < words.Length && !Roles.Contains(label.Name.In(words)) && (!Asks(words) || HeadingText.IsTitleCase(words))))
            {
                continue;
            }

            var name = label.Name.In(words).ToString();
            counts[name] = counts.GetValueOrDefault(name) + 1;
            total++;
            roles += Roles.Contains(name) ? 1 : 0;
            if (IsIntroduced(words, label))
            {
                introduced.Add(name);
            }

            sentences += label.BodyStart == words.Length || (ParagraphScanner.EndsSentence(words) && HasWord(words[label.BodyStart..])) ? 1 : 0;
            var changed = !name.Equals(previous, StringComparison.OrdinalIgnoreCase);
            switches += total > 1 && changed ? 1 : 0;
            var asks = Asks(words);
            questionAnswered |= previousAsks && changed && !asks;
            (previous, previousAsks) = (name, asks);
            first = first < 0 ? i : first;
            last = i;
        }

        if (total < 2 || sentences * 2 < total)
        {
            return new TranscriptSpeakers(names);
        }

        var repeated = counts.Values.Count(c => c > 1);
        var dense = total * 2 >= last - first + 1;
        var accepted = roles >= 2 || (counts.Count >= 2 && repeated >= 1 && total >= 3 && switches >= 2 && (dense || repeated >= 2)) ||
            (counts.Count >= 2 && questionAnswered && dense) || (counts.Count == 1 && total >= 3 && !OrganisationNames.IsPlace(previous));
        if (!accepted && introduced.Count >= FewestIntroduced && dense)
        {
            return new TranscriptSpeakers(introduced);
        }

        foreach (var (name, count) in counts)
        {
            // A town that comes once beside real speakers heads a paragraph; it does not speak.
            if (accepted && (count > 1 || !OrganisationNames.IsPlace(name)))
            {
                names.Add(name);
            }
        }

        return new TranscriptSpeakers(names);
    }

    /// <summary>Reads "Name:", "NAME (via interpreter):", "**Name:**", "[00:12] Name:", "Q:" or "Q." at the start of a paragraph.</summary>
    public static bool TryReadLabel(ReadOnlySpan<char> paragraph, out SpeakerLabel label)
    {
        label = default;
        var at = SkipTimestamp(paragraph);
        while (at < paragraph.Length && paragraph[at] is '*' or '_')
        {
            at++;
        }

        if (at + 2 < paragraph.Length && paragraph[at] is 'Q' or 'A' && paragraph[at + 1] == '.' && paragraph[at + 2] == ' ' && !IsInitial(paragraph[(at + 3)..]))
        {
            label = new SpeakerLabel(new TextSpan(at, 1), SkipSpace(paragraph, at + 2));
            return true;
        }

        var head = paragraph[at..Math.Min(paragraph.Length, at + MaxLabel)];
        var colon = head.IndexOfAny(":：\n");
        if (colon <= 0 || head[colon] == '\n')
        {
            return false;
        }

        var end = at + colon + 1;
        while (end < paragraph.Length && paragraph[end] is '*' or '_')
        {
            end++;
        }

        if (end < paragraph.Length && !char.IsWhiteSpace(paragraph[end]) && head[colon] != '：')
        {
            return false;
        }

        var name = head[..colon].TrimEnd("*_ \u00A0");
        var bracket = name.IndexOfAny("([");
        name = bracket > 0 && name[^1] is ')' or ']' ? name[..bracket].TrimEnd() : name;
        if (name.IsEmpty || name.ContainsAny(NeverInNames) || !(Roles.Contains(name) || OrganisationNames.IsName(name, 7)))
        {
            return false;
        }

        label = new SpeakerLabel(new TextSpan(at, name.Length), SkipSpace(paragraph, end));
        return true;
    }

    /// <summary>"Lena Fors (Norway):" in the record of a meeting, where each may speak once.</summary>
    private static bool IsIntroduced(ReadOnlySpan<char> words, SpeakerLabel label) => words[label.Name.End..Math.Min(words.Length, label.Name.End + 2)] is " (" or " [";

    private static bool Asks(ReadOnlySpan<char> words) => words.TrimEnd("”\"» ) ") is [.., '?' or '？' or '؟'];

    /// <summary>A label with nothing but a number after it is a row of a table.</summary>
    private static bool HasWord(ReadOnlySpan<char> words)
    {
        foreach (var c in words)
        {
            if (char.IsLetter(c))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>After "A. " an initial's surname follows, not an answer: "A. B. Smith".</summary>
    private static bool IsInitial(ReadOnlySpan<char> rest) => rest.Length > 1 && char.IsUpper(rest[0]) && rest[1] == '.';

    private static int SkipTimestamp(ReadOnlySpan<char> paragraph)
    {
        var at = 0;
        while (at < paragraph.Length && at < 14 && (char.IsAsciiDigit(paragraph[at]) || paragraph[at] is '[' or ']' or '(' or ')' or ':' or '.'))
        {
            at++;
        }

        return at >= 4 && at < paragraph.Length && paragraph[at] == ' ' && paragraph[..at].Contains(':') ? SkipSpace(paragraph, at) : 0;
    }

    private static int SkipSpace(ReadOnlySpan<char> paragraph, int at)
    {
        while (at < paragraph.Length && char.IsWhiteSpace(paragraph[at]))
        {
            at++;
        }

        return at;
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split('|').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
