using Parley.Language;
using Parley.Records;

namespace Parley.Attributions;

/// <summary>
/// What the author himself predicts in his running text ("is unlikely to accept", "will probably end", "if …, it will fail"): an
/// attribution without source and cue. His other opinions are none.
/// </summary>
internal static class AuthorPredictions
{
    private const int LeastTokens = 4;
    private const int LongestSubject = 5;

    /// <summary>Adds the predictions that stand in no content found so far.</summary>
    public static void Add(ParsedArticle article, QuotationStructure quotations, List<FoundAttribution> all)
    {
        var said = new SpanSet(all.SelectMany(f => f.Content));
        for (var s = 0; s < article.Sentences.Length; s++)
        {
            var sentence = article.Sentences[s];
            if (article.Article.Blocks[article.SentenceBlocks[s]].Kind is not (BlockKind.Paragraph or BlockKind.ListItem) || article.Word(sentence.End - 1) is "?" or "”" or "\"")
            {
                continue;
            }

            for (var i = sentence.Start + 1; i < sentence.End - 1; i++)
            {
                if (quotations.At(i) < 0 && IsPrediction(article, i, sentence) && !said.Overlaps(article.Tokens[i]))
                {
                    var start = Start(article, i, sentence);
                    if (sentence.End - start >= LeastTokens)
                    {
                        all.Add(Rule.AuthorPrediction.Find([], [], [article.SpanOf(new TokenRange(start, sentence.End))]));
                    }

                    break;
                }
            }
        }
    }

    private static bool IsPrediction(ParsedArticle article, int i, TokenRange sentence)
    {
        switch (article.Word(i))
        {
            case "likely" or "unlikely" when article.Word(i + 1) is "to":
                var before = i - 1;
                while (before > sentence.Start && article.Word(before) is "highly" or "very" or "most" or "more" or "extremely" or "increasingly" or "also" or "therefore" or "still")
                {
                    before--;
                }

                return !IsRelative(article, before, sentence) && article.Word(before) is "is" or "are" or "remains" or "remain" or "seems" or "seem" or "’s" or "'s";
            case "will":
                return article.Word(i + 1) is "likely" or "probably" or "inevitably" or "certainly" || (i + 2 < sentence.End && article.Word(i + 1) is "almost" or "most" or "very")
                    || article.Word(sentence.Start) is "If" or "Unless";
            default:
                return false;
        }
    }

    // "A retreat that the president is unlikely to consider" predicts nothing of its own.
    private static bool IsRelative(ParsedArticle article, int verb, TokenRange sentence)
    {
        for (var i = verb - 1; i > Math.Max(sentence.Start, verb - LongestSubject); i--)
        {
            if (article.Word(i) is "that" or "which" or "who" or "whom" or "where")
            {
                return true;
            }

            if (article.Word(i) is "," or ";" or ":")
            {
                return false;
            }
        }

        return false;
    }

    // Behind an opening adverb ("Indeed,"), a colon or ", meaning".
    private static int Start(ParsedArticle article, int marker, TokenRange sentence)
    {
        for (var i = marker - 1; i > sentence.Start; i--)
        {
            if (article.Word(i) is ":" or ";" or "—")
            {
                return i + 1;
            }

            if (article.Word(i) is "meaning" && article.Word(i - 1) is ",")
            {
                return article.Word(i + 1) is "that" ? i + 2 : i + 1;
            }
        }

        return sentence.Start + 2 < marker && article.Word(sentence.Start + 1) is "," && char.IsUpper(article.Word(sentence.Start)[0]) ? sentence.Start + 2
            : article.Word(sentence.Start) is "But" or "And" or "So" or "Yet" or "•" or "-" or "*" ? sentence.Start + 1
            : sentence.Start;
    }
}
