using System.Collections.Immutable;
using Parley.Language;
using Parley.Records;

namespace Parley.Attributions;

/// <summary>Keeps source, cue and content apart: a content does not hold its own cue, and the word that ties a clause to what stands before it is no part of a source.</summary>
internal static class PartsApart
{
    private const int FewestWords = 2;
    private const int LongestAddressee = 4;
    private const int LongestVocative = 4;
    private const int LongestAgent = 10;
    private const int LongestWord = 40;

    /// <summary>The attribution with its parts apart; its content is empty if nothing is left of it.</summary>
    public static FoundAttribution Of(ParsedArticle article, QuotationStructure quotations, FoundAttribution found) =>
        FromStartOfSentence(article, quotations, WithoutOwnCue(article, WithinSentence(article, quotations, found with { Source = Agent(article, found) ?? WithoutAddressee(article, found) ?? WithoutVocative(article, found.Source) ?? WithoutRelative(article, found.Source) })));

    // "The plan, first reported by the Courier": whoever is named before it or after, the Courier reported.
    private static ImmutableArray<TextSpan>? Agent(ParsedArticle article, FoundAttribution found)
    {
        if (found.Cue.IsDefaultOrEmpty)
        {
            return null;
        }

        var cue = article.Tokens.Within(found.Cue[^1]);
        var sentence = article.Sentences[article.SentenceAt(cue.Start)];
        var hasOwn = !found.Source.IsDefaultOrEmpty && sentence.Contains(article.Tokens.Within(found.Source[0]).Start);
        if (hasOwn || cue.End + 1 >= sentence.End || article.Word(cue.End) is not "by")
        {
            return null;
        }

        var start = cue.End + 1;
        var end = start;
        while (end < sentence.End && end - start < LongestAgent && IsInName(article.Word(end)))
        {
            end++;
        }

        return end > start ? [article.SpanOf(new TokenRange(start, end))] : null;
    }

    // "Mr. Orlov, Baku says": he is spoken to.
    private static ImmutableArray<TextSpan>? WithoutVocative(ParsedArticle article, ImmutableArray<TextSpan> source)
    {
        if (source is not [var span] || article.Tokens.Within(span) is not { Count: > 3 } words ||
            article.Word(words.Start) is not ("Mr" or "Mr." or "Mrs" or "Mrs." or "Ms" or "Ms." or "Dr" or "Dr." or "Professor" or "President" or "Minister" or "Ambassador" or "General" or "Senator"))
        {
            return null;
        }

        var comma = words.Start + 1;
        while (comma < words.End && comma - words.Start <= LongestVocative && article.Word(comma) is not ",")
        {
            comma++;
        }

        var rest = new TokenRange(comma + 1, words.End);
        return comma < words.End && article.Word(comma) is "," && rest.Count is 1 or 2 && char.IsUpper(article.Word(rest.Start)[0]) && article.Word(rest.End - 1) is not ","
            ? [article.SpanOf(rest)] : null;
    }

    // "Respondents are told that", "pressed on whether it was so, he said": they hear it.
    private static ImmutableArray<TextSpan>? WithoutAddressee(ParsedArticle article, FoundAttribution found)
    {
        if (found.Cue.IsDefaultOrEmpty || found.Source.IsDefaultOrEmpty)
        {
            return null;
        }

        if (found.Source[0].Start > found.Cue[0].Start)
        {
            var first = article.Tokens.Within(found.Cue[0]).Start;
            return article.Sentences[article.SentenceAt(first)].Start == first && article.Word(first) is "Pressed" or "Asked" or "Questioned" or "Quizzed" or "Challenged" && !StandsBehindBy(article, found) ? [] : null;
        }

        var cue = article.Tokens.Within(found.Cue[0].Cover(found.Cue[^1]));
        var isHeard = cue.Count > 1 && article.Word(cue.End - 1) is "told" or "informed" or "assured" or "notified" or "reminded";
        for (var i = cue.Start; isHeard && i < cue.End - 1; i++)
        {
            if (article.Word(i) is "is" or "are" or "was" or "were" or "been" or "be" or "being")
            {
                return [];
            }
        }

        return null;
    }

    private static bool StandsBehindBy(ParsedArticle article, FoundAttribution found) =>
        article.Tokens.Within(found.Source[0]) is { IsEmpty: false, Start: > 0 } source && article.Word(source.Start - 1) is "by";

    private static bool IsInName(ReadOnlySpan<char> word) =>
        word is "of" or "'s" or "’s" || (char.IsLetterOrDigit(word[0]) && word.Length <= LongestWord &&
        (WordClasses.Of(word.ToString().ToLowerInvariant()) & (WordClass.Preposition | WordClass.Relative | WordClass.Subordinator | WordClass.Coordinator | WordClass.Auxiliary | WordClass.Time)) == 0);

    // "…, which the army denies"
    private static ImmutableArray<TextSpan> WithoutRelative(ParsedArticle article, ImmutableArray<TextSpan> source)
    {
        if (source.IsDefaultOrEmpty || article.Tokens.Within(source[0]) is not { Count: > 1 } words || article.Word(words.Start) is not ("which" or "that" or "whom"))
        {
            return source;
        }

        // "that official" is a source.
        return article.Word(words.Start) is "that" && article.Word(words.Start + 1) is not ("the" or "he" or "she" or "they" or "it") ? source
            : source.SetItem(0, article.SpanOf(new TokenRange(words.Start + 1, words.End)));
    }

    // What the sentences around that of the cue tell without quotation marks is somebody else's.
    private static FoundAttribution WithinSentence(ParsedArticle article, QuotationStructure quotations, FoundAttribution found)
    {
        if (found.Cue.IsDefaultOrEmpty || found.Content.IsDefaultOrEmpty)
        {
            return found;
        }

        var sentence = article.Sentences[article.SentenceAt(article.Tokens.Within(found.Cue[0]).Start)];
        var pieces = ImmutableArray.CreateBuilder<TextSpan>(found.Content.Length);
        foreach (var piece in found.Content)
        {
            var words = article.Tokens.Within(piece);
            if (words.IsEmpty || quotations.At(words.Start) >= 0)
            {
                pieces.Add(piece);
            }
            else if (words.Start >= sentence.Start && words.Start < sentence.End && words.End > sentence.End && quotations.At(words.End - 1) < 0)
            {
                pieces.Add(article.SpanOf(new TokenRange(words.Start, sentence.End)));
            }
            else if ((words.End > sentence.Start && words.Start < sentence.End) || found.Content.Length == 1)
            {
                pieces.Add(piece);
            }
        }

        return pieces.Count == 0 ? found : found with { Content = pieces.ToImmutable() };
    }

    private static FoundAttribution WithoutOwnCue(ParsedArticle article, FoundAttribution found)
    {
        if (found.Cue.IsDefaultOrEmpty || found.Content.IsDefaultOrEmpty)
        {
            return found;
        }

        var cue = found.Cue[0].Cover(found.Cue[^1]);
        var p = 0;
        while (p < found.Content.Length && !(found.Content[p].Contains(cue) && found.Content[p] != cue))
        {
            p++;
        }

        if (p == found.Content.Length)
        {
            return found;
        }

        var piece = found.Content[p];
        var own = found.Source.IsDefaultOrEmpty || !piece.Contains(found.Source[0]) ? cue : cue.Cover(found.Source[0]).Cover(found.Source[^1]);
        var words = article.Tokens.Within(piece);
        var inner = article.Tokens.Within(own);
        if (words.IsEmpty || inner.IsEmpty)
        {
            return found;
        }

        // What stands in a sentence before is somebody else's.
        var sentence = article.Sentences[article.SentenceAt(inner.Start)];
        TokenRange before = new(Math.Max(words.Start, sentence.Start), inner.Start), after = new(inner.End, words.End);
        return found with
        {
            Content = [.. found.Content[..p], .. new[] { before, after }.Where(r => r.Count >= FewestWords).Select(article.SpanOf), .. found.Content[(p + 1)..]],
        };
    }

    // "Both sides agreed to meet, mediators said": what is said in between tells the whole clause, not its end.
    private static FoundAttribution FromStartOfSentence(ParsedArticle article, QuotationStructure quotations, FoundAttribution found)
    {
        if (found.Cue.IsDefaultOrEmpty || found.Source.IsDefaultOrEmpty || found.Content.IsDefaultOrEmpty)
        {
            return found;
        }

        var own = article.Tokens.Within(found.Cue[0].Cover(found.Cue[^1]).Cover(found.Source[0]).Cover(found.Source[^1]));
        var piece = article.Tokens.Within(found.Content[0]);
        if (own.IsEmpty || piece.IsEmpty || piece.Start >= own.Start || own.Start == 0 || article.Word(own.Start - 1) is not "," || piece.End < own.Start - 1)
        {
            return found;
        }

        var sentence = article.Sentences[article.SentenceAt(own.Start)];
        var start = article.Word(sentence.Start) is "But" or "And" or "So" or "Yet" or "Meanwhile" ? sentence.Start + 1 : sentence.Start;
        var after = own.End;
        while (after < sentence.End && after - own.End < LongestAddressee && char.IsLetterOrDigit(article.Word(after)[0]))
        {
            after++;
        }

        if (piece.Start <= start || piece.Start >= sentence.End || (after < sentence.End && article.Word(after) is not ("," or "." or ":" or ";")))
        {
            return found;
        }

        for (var i = start; i < piece.Start; i++)
        {
            if (!char.IsLetterOrDigit(article.Word(i)[0]) || quotations.At(i) >= 0)
            {
                return found;
            }
        }

        return found with { Content = found.Content.SetItem(0, article.SpanOf(new TokenRange(start, piece.End))) };
    }
}
