using Parley.Language;
using Parley.Records;

namespace Parley.Attributions;

/// <summary>Headlines of the form "X: Y", where X is somebody who is quoted in the text below.</summary>
internal static class HeadlineRules
{
    private const int LongestName = 6;

    /// <summary>Looks at the headings; <paramref name="speakers"/> are the last words of the sources found in the text.</summary>
    public static void Apply(RuleText text, IReadOnlySet<string> speakers, Findings found)
    {
        var article = text.Article;
        for (var s = 0; s < article.Sentences.Length; s++)
        {
            var sentence = article.Sentences[s];
            if (article.Article.Blocks[article.SentenceBlocks[s]].Kind != BlockKind.Heading)
            {
                continue;
            }

            for (var colon = sentence.Start + 1; colon < Math.Min(sentence.Start + LongestName + 1, sentence.End - 2); colon++)
            {
                if (text.IsWord(colon, ":") && !text.IsQuotationBorder(colon + 1) && IsName(text, sentence.Start, colon)
                    && speakers.Contains(article.Word(colon - 1).ToString()) && !IsAuthor(article, sentence.Start, colon) && !HasSpeaker(text, colon + 1, sentence.End))
                {
                    found.Add(new TokenRange(sentence.Start, colon), default, new TokenRange(colon + 1, ContentReader.TrimEnd(text, colon + 1, sentence.End)), Rule.Headline);
                    break;
                }
            }
        }
    }

    private static bool IsName(RuleText text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (!text.IsCapital(i) && !text.Is(i, WordClass.Determiner | WordClass.Preposition))
            {
                return false;
            }
        }

        return true;
    }

    // "Sudan: RSF says …": the place, and then who speaks.
    private static bool HasSpeaker(RuleText text, int start, int end)
    {
        for (var i = start + 1; text.IsCapital(start) && i < Math.Min(end, start + LongestName); i++)
        {
            if (text.Verb(i) is { } cue && (cue.Frames & (CueFrames.That | CueFrames.Bare | CueFrames.Quote)) != 0 && !text.IsCapital(i))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAuthor(ParsedArticle article, int start, int end)
    {
        var name = article.SpanOf(new TokenRange(start, end)).In(article.Article.Text);
        return name.Equals(article.Article.Byline, StringComparison.OrdinalIgnoreCase) || name.Equals(article.Article.Outlet, StringComparison.OrdinalIgnoreCase);
    }
}
