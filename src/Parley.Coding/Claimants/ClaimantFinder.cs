using Parley.Coding.Acts;
using Parley.Language;
using Parley.Records;

namespace Parley.Coding.Claimants;

/// <summary>
/// Finds whose a figure or a forecast is, by what stands nearest: the owner that its own words name ("the bank's forecast of 2%", "by the
/// ministry's count"), the source of the statement that holds it, whoever its sentence attributes it to ("according to", "the institute
/// counted"), the one whose list it stands in or of whom the sentences before go on to speak, and last the article's author. What the
/// text only hears said is nobody's.
/// </summary>
internal sealed class ClaimantFinder(ArticleMatches article)
{
    /// <summary>The claimant of what the text attributes to nobody ("reportedly", "it is estimated").</summary>
    public const string Unspecified = "unspecified";

    private const int LongestName = 10;
    private const int ReachOfOwner = 9;
    private const int ReachOfVerb = 4;
    private const int LongestApposition = 12;
    private const int ReachOfNoun = 5;
    private const int ReachOfPreposition = 4;
    private const int SentencesBack = 2;
    private const int SentencesToTeller = 6;
    private const int ReachOfSentence = 100;

    private readonly Dictionary<int, string?> _bySentence = [];

    /// <summary>The claimant's name; null if the text names neither him nor its own author.</summary>
    /// <param name="words">The words of the figure or forecast.</param>
    /// <param name="opening">Where they begin, with what goes with them ("about", "as many as").</param>
    /// <param name="holder">The statement that makes it, or null in the author's own text.</param>
    public string? Find(TokenRange words, int opening, StatementWords? holder)
    {
        var index = article.IndexOfSentence(words.Start);
        var sentence = index < 0 ? words : Near(article.Sentences[index], words);
        if (Owner(opening, sentence, holder) is { } owner)
        {
            return owner;
        }

        var said = holder;
        while (said is not null && article.ActorOf(said) is null)
        {
            said = said.Attribution.Parent is { } parent ? article.Statements[parent] : null;
        }

        return (said is null ? null : article.ActorOf(said))
            ?? Within(sentence, words)
            ?? Teller(opening, sentence, index)
            ?? (holder is not null || IsHearsay(sentence) ? Unspecified : null)
            ?? Introducing(index)
            ?? Before(index)
            ?? article.Author;
    }

    // A sentence without end, as in a table run together, is not read anew for each of its numbers.
    private static TokenRange Near(TokenRange sentence, TokenRange words) =>
        new(Math.Max(sentence.Start, words.Start - ReachOfSentence), Math.Min(sentence.End, words.End + ReachOfSentence));

    /// <summary>"The bank's latest forecast of", "their forecast of", "a UN estimate of": who owns the noun that the words belong to.</summary>
    private string? Owner(int opening, TokenRange sentence, StatementWords? holder)
    {
        var words = article.Words;
        var noun = -1;
        for (var i = opening - 1; i >= Math.Max(sentence.Start, opening - ReachOfOwner); i--)
        {
            var word = words.Word(i);
            if (ClaimantWords.Nouns.Contains(word))
            {
                noun = i;
            }
            else if (word is "’s" or "'s" or "’" or "'")
            {
                return noun < 0 ? null : MentionEndingAt(i) ?? NameBefore(i, sentence);
            }
            else if (noun >= 0 && ClaimantWords.Owners.Contains(word))
            {
                // "its own forecast" is the speaker's, or that of whom the sentence names before.
                return (holder is null ? null : article.ActorOf(holder)) ?? BodyBefore(i, sentence);
            }
            else if (!char.IsLetterOrDigit(word[0]) && word is not "-" and not "(" and not ")")
            {
                return null;
            }

            if (noun == i && i > sentence.Start && MentionEndingAt(i) is { } named)
            {
                return named;
            }
        }

        return null;
    }

    private string? MentionEndingAt(int end)
    {
        foreach (var mention in article.MentionsIn(new TokenRange(Math.Max(0, end - LongestName), end)))
        {
            if (article.Words.Within(mention.Span).End == end && mention.Kind != ActorKind.Person)
            {
                return mention.Actor;
            }
        }

        return null;
    }

    /// <summary>The first body that a sentence names before a word, or null.</summary>
    private string? BodyBefore(int end, TokenRange sentence)
    {
        foreach (var mention in article.MentionsIn(new TokenRange(sentence.Start, end)))
        {
            if (mention.Kind is ActorKind.Organisation or ActorKind.Text or ActorKind.Outlet)
            {
                return mention.Actor;
            }
        }

        return null;
    }

    /// <summary>Capitalised words up to <paramref name="end"/>, with "of" and "for" between them.</summary>
    private string? NameBefore(int end, TokenRange sentence)
    {
        var words = article.Words;
        var start = end;
        for (var i = end - 1; i >= Math.Max(sentence.Start, end - LongestName); i--)
        {
            if (char.IsUpper(words.Word(i)[0]))
            {
                start = i;
            }
            else if (!words.Is(i, "of") && !words.Is(i, "for"))
            {
                break;
            }
        }

        // An article at the start of a sentence is no part of the name.
        start += start < end && words.Is(start, "the") ? 1 : 0;
        return start < end ? words.SpanOf(new TokenRange(start, end)).In(words.Text).ToString() : null;
    }

    /// <summary>Whom a sentence attributes the words to, by the nearest name before them, or by "according to" anywhere; null if it attributes them to nobody.</summary>
    private string? Within(TokenRange sentence, TokenRange claimed)
    {
        string? best = null;
        foreach (var mention in article.MentionsIn(sentence))
        {
            var name = article.Words.Within(mention.Span);
            if (name.IsEmpty || name.Start < sentence.Start)
            {
                continue;
            }

            if (IsCited(name, sentence))
            {
                return mention.Actor;
            }

            if (name.Start < claimed.End && (Speaks(name, sentence) || Owns(name, sentence)))
            {
                best = mention.Actor;
            }
        }

        return best ?? Subject(sentence, claimed);
    }

    /// <summary>The name that opens a sentence and is the subject of a verb of counting before the words: "The Belik Monitor, a group, counted".</summary>
    private string? Subject(TokenRange sentence, TokenRange claimed)
    {
        var words = article.Words;
        for (var i = sentence.Start + 1; i < claimed.Start; i++)
        {
            if (!ClaimantWords.Counting.Contains(words.Word(i)))
            {
                continue;
            }

            var end = i;
            if (words.Is(i - 1, ","))
            {
                for (end = i - 2; end > sentence.Start && !words.Is(end, ","); end--)
                {
                }
            }

            var named = new TokenRange(sentence.Start, Math.Max(sentence.Start, end));
            var opening = words.Is(sentence.Start, "the") ? 1 : 0;
            return named.Count - opening is > 0 and <= LongestName && Enumerable.Range(named.Start + opening, named.Count - opening).All(n => words.IsCapitalised(n) || words.Is(n, "of") || words.Is(n, "for"))
                ? words.SpanOf(new TokenRange(named.Start + opening, named.End)).In(words.Text).ToString() : null;
        }

        return null;
    }

    /// <summary>"According to X", "counted by X", "figures from X", "by X's count".</summary>
    private bool IsCited(TokenRange name, TokenRange sentence)
    {
        var words = article.Words;
        for (var i = name.Start - 1; i > Math.Max(sentence.Start, name.Start - 1 - ReachOfPreposition); i--)
        {
            if (words.Is(i, "to"))
            {
                return words.Is(i - 1, "according");
            }

            if (words.Is(i, "by"))
            {
                return ClaimantWords.Counted.Contains(words.Word(i - 1)) || Owns(name, sentence);
            }

            if (words.Is(i, "from"))
            {
                return ClaimantWords.Nouns.Contains(words.Word(i - 1));
            }

            if (!char.IsLetter(words.Word(i)[0]))
            {
                return false;
            }
        }

        return false;
    }

    private bool Speaks(TokenRange name, TokenRange sentence)
    {
        var words = article.Words;
        var start = AfterApposition(name.End, sentence);
        for (var i = start; i < Math.Min(sentence.End, start + ReachOfVerb); i++)
        {
            var word = words.Word(i);
            if (ClaimantWords.Verbs.Contains(word) || (ClaimantWords.Deeds.Contains(word) && words.Is(i - 1, "will")))
            {
                return true;
            }

            if (word is "," or ";" or "." && i > start)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>"The monitor, an independent group, counted": where the words go on after what is put in between; where they are if nothing is.</summary>
    private int AfterApposition(int end, TokenRange sentence)
    {
        var words = article.Words;
        if (end >= sentence.End || !words.Is(end, ","))
        {
            return end;
        }

        for (var i = end + 1; i < Math.Min(sentence.End, end + LongestApposition); i++)
        {
            if (words.Is(i, ","))
            {
                return i + 1;
            }
        }

        return end;
    }

    /// <summary>"X's count", "the X estimates".</summary>
    private bool Owns(TokenRange name, TokenRange sentence)
    {
        var words = article.Words;
        var isPossessive = name.End < sentence.End && words.Word(name.End) is "'s" or "’s" or "'" or "’";
        for (var i = name.End; i < Math.Min(sentence.End, name.End + (isPossessive ? ReachOfNoun : 1)); i++)
        {
            if (ClaimantWords.Nouns.Contains(words.Word(i)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// "You have been briefed that …" is no word of the author's: whoever a sentence before shows telling the same people ("the agency gives you
    /// …"), or nobody. Null if nobody is said to have been told.
    /// </summary>
    private string? Teller(int opening, TokenRange sentence, int index)
    {
        var words = article.Words;
        for (var i = opening - 1; i > sentence.Start; i--)
        {
            if (!ClaimantWords.Told.Contains(words.Word(i)) || !ClaimantWords.Passive.Contains(words.Word(i - 1)))
            {
                continue;
            }

            var told = i - 1;
            while (told > sentence.Start && (ClaimantWords.Passive.Contains(words.Word(told)) || words.Word(told) is "have" or "has" or "had"))
            {
                told--;
            }

            var listener = ClaimantWords.AsObject(words.Word(told));
            for (var before = index - 1; before >= Math.Max(0, index - SentencesToTeller); before--)
            {
                if (TellerOf(listener, article.Sentences[before]) is { } teller)
                {
                    return teller;
                }
            }

            return Unspecified;
        }

        return null;
    }

    /// <summary>The last whom a sentence shows telling something to somebody, or null.</summary>
    private string? TellerOf(string listener, TokenRange sentence)
    {
        var words = article.Words;
        string? teller = null;
        foreach (var mention in article.MentionsIn(sentence))
        {
            var name = words.Within(mention.Span);
            var end = Math.Min(sentence.End, name.End + ReachOfVerb);
            for (var i = name.End; i < end && i + 1 < sentence.End; i++)
            {
                if (ClaimantWords.Telling.Contains(words.Word(i)) && (words.Is(i + 1, listener) || (i + 2 < sentence.End && words.Is(i + 2, listener))))
                {
                    teller = mention.Actor;
                }
            }
        }

        return teller;
    }

    private bool IsHearsay(TokenRange sentence)
    {
        for (var i = sentence.Start; i < sentence.End; i++)
        {
            if (ClaimantWords.Hearsay.Contains(article.Words.Word(i)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Of an item of a list, whoever the paragraph that opens the list attributes it to.</summary>
    private string? Introducing(int sentence)
    {
        if (sentence < 0 || article.BlockOf(sentence) is not { Kind: BlockKind.ListItem, Introducer: { } introducer })
        {
            return null;
        }

        var opening = article.LastSentenceOf(introducer);
        return opening < 0 ? null : Attributed(opening) ?? BodyBefore(article.Sentences[opening].End, article.Sentences[opening]);
    }

    /// <summary>Whom the sentence before attributes its words to, where this one only goes on about the same ("They also", "Of these").</summary>
    private string? Before(int sentence)
    {
        for (var i = sentence; i > 0 && i > sentence - SentencesBack; i--)
        {
            if (!ClaimantWords.Continuers.Contains(article.Words.Word(article.Sentences[i].Start)) || article.StartsParagraph(i))
            {
                return null;
            }

            if (Attributed(i - 1) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private string? Attributed(int sentence)
    {
        if (!_bySentence.TryGetValue(sentence, out var found))
        {
            _bySentence[sentence] = found = Within(article.Sentences[sentence], article.Sentences[sentence]);
        }

        return found;
    }
}
