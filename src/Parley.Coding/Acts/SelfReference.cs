using System.Collections.Frozen;
using Parley.Coding.Words;
using Parley.Language;
using Parley.Records;

namespace Parley.Coding.Acts;

/// <summary>Tells whether the subject of a verb in a content is the source itself, or the country that it speaks for.</summary>
internal sealed class SelfReference(PhraseTable<string> countries)
{
    private const int LongestSubject = 8;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_sides = WordSet.Of(
        "government country army force forces troops soldiers fighters party group movement side delegation organisation organization council ministry " +
        "administration nation people men militia alliance coalition bloc mission team office agency company union state military");

    /// <summary>Verbs that open a clause with a subject of its own: "I doubt the parliament will agree".</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_opinions = WordSet.Of(
        "think believe doubt hope expect know guess suppose fear assume understand see say said hear feel imagine predict want wish sure certain confident " +
        "convinced afraid aware if unless whether when until because who which whose what how");

    /// <summary>True if the words before <paramref name="verb"/>, back to the clause's beginning, name or mean the source.</summary>
    public bool IsSubjectBefore(ArticleMatches article, StatementWords statement, TokenRange range, int verb)
    {
        var words = article.Words;
        var actor = article.Resolved.Attributions[statement.Index].Actor;
        for (var i = verb - 1; i >= Math.Max(range.Start, verb - LongestSubject); i--)
        {
            var word = words.Word(i);
            if (word is "“" or "”" or "\"")
            {
                continue;
            }

            if (Means(word, "we") || Means(word, "i") || (actor?.Kind is ActorKind.Person or ActorKind.Office && (Means(word, "he") || Means(word, "she"))) ||
                (actor?.Kind is not (ActorKind.Person or null) && (Means(word, "they") || (Means(word, "it") && i == range.Start))))
            {
                return true;
            }

            if (IsOwn(word) && i + 1 < verb && s_sides.Contains(words.Word(verb - 1)))
            {
                return true; // "his government", "their forces"
            }

            if (Means(word, "and") && i == verb - 1)
            {
                continue; // "… and will": the verbs share their subject
            }

            if (i == verb - 1 && IsOtherPronoun(word))
            {
                return false;
            }

            if (words.IsCapitalised(i) && (MeansCountryOf(words, i, verb, actor) || (word.Length > 2 && (Names(actor?.Name, word) || Names(actor?.Role, word) || IsSpokenFor(article, actor, word)))))
            {
                return true;
            }

            if (i == verb - 1 && IsOwnSide(article, statement, word))
            {
                return true; // "a military source said the army would"
            }

            if (!char.IsLetterOrDigit(word[0]) || s_opinions.Contains(word) || Means(word, "that") || Means(word, "and") || Means(word, "but"))
            {
                return false;
            }
        }

        // "to end the war": an infinitive has the source for its subject.
        return verb == range.Start || (verb == range.Start + 1 && words.Is(range.Start, "not"));
    }

    /// <summary>Whether a side is that of which the source is described to be: "a government official", "an army spokesman", "a rebel commander".</summary>
    private static bool IsOwnSide(ArticleMatches article, StatementWords statement, ReadOnlySpan<char> side)
    {
        if (!s_sides.Contains(side) && !Means(side, "rebels"))
        {
            return false;
        }

        foreach (var span in statement.Attribution.Source)
        {
            foreach (var word in span.In(article.Words.Text).SplitAny(' ', '-'))
            {
                var source = span.In(article.Words.Text)[word];
                if (source.Equals(side, StringComparison.OrdinalIgnoreCase) || (Means(side, "army") && Means(source, "military")) || (Means(side, "military") && Means(source, "army")) || (Means(side, "rebels") && Means(source, "rebel")) ||
                    (Means(side, "government") && Means(source, "ministry")))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>True if the words before <paramref name="verb"/>, in its clause, name somebody else: "Moscow is ready for talks", as Washington says.</summary>
    public bool IsAnotherBefore(ArticleMatches article, StatementWords statement, TokenRange range, int verb)
    {
        if (article.Resolved.Attributions[statement.Index].Actor is null or { Kind: ActorKind.Group, Country: null })
        {
            return false; // For whom these speak is not known.
        }

        var start = verb;
        while (start > Math.Max(range.Start, verb - LongestSubject) && !EndsClause(article.Words.Word(start - 1)))
        {
            start--;
        }

        return start < verb &&
            (Means(article.Words.Word(verb - 1), "you") || article.MentionsIn(new TokenRange(start, verb)).Any(mention => mention.Actor != article.ActorOf(statement))) &&
            !IsSubjectBefore(article, statement, range, verb);
    }

    private static bool EndsClause(ReadOnlySpan<char> word) =>
        (!char.IsLetterOrDigit(word[0]) && word is not ("“" or "”" or "\"" or "’" or "‘" or "'")) || Means(word, "that") || Means(word, "but") || Means(word, "because") || Means(word, "to");

    private bool MeansCountryOf(ArticleWords words, int i, int end, ActorReference? actor) =>
        actor?.Country is { } country && countries.LongestAt(words, i, end) is { } match && match.Value == country;

    /// <summary>True if the article introduces the actor by the word: "Karsa's chief negotiator, Pavel Grom" speaks for Karsa, and so does "Karsa President Dora Lind".</summary>
    private static bool IsSpokenFor(ArticleMatches article, ActorReference? actor, ReadOnlySpan<char> word)
    {
        if (actor?.Kind is not (ActorKind.Person or ActorKind.Office))
        {
            return false;
        }

        foreach (var other in article.Statements)
        {
            if (article.Resolved.Attributions[other.Index].Actor?.Id != actor.Id)
            {
                continue;
            }

            foreach (var span in other.Attribution.Source)
            {
                var source = span.In(article.Words.Text);
                var at = source.IndexOf(word, StringComparison.Ordinal);
                if (at >= 0 && (source[(at + word.Length)..] is ['’' or '\'', 's', ..] || (at == 0 && source[word.Length..] is [' ', ..])))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsOwn(ReadOnlySpan<char> word) => Means(word, "his") || Means(word, "her") || Means(word, "its") || Means(word, "their") || Means(word, "our") || Means(word, "my");

    private static bool IsOtherPronoun(ReadOnlySpan<char> word) =>
        Means(word, "it") || Means(word, "they") || Means(word, "this") || Means(word, "there") || Means(word, "you") || Means(word, "he") || Means(word, "she");

    private static bool Means(ReadOnlySpan<char> word, string other) => word.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static bool Names(string? name, ReadOnlySpan<char> word) => name is not null && name.AsSpan().Contains(word, StringComparison.OrdinalIgnoreCase);
}
