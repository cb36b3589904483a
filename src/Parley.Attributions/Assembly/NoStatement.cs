using Parley.Language;
using Parley.Records;

namespace Parley.Attributions;

/// <summary>Tells which findings attribute nothing: an author who addresses his reader, a headline under the author's name, a refusal to comment or to be named, what somebody ought to say or anybody might.</summary>
internal static class NoStatement
{
    private const int LongestComment = 3;
    private const int LongestReport = 12;

    /// <summary>True if a finding is no statement of anybody.</summary>
    public static bool Is(ParsedArticle article, QuotationStructure quotations, FoundAttribution found) =>
        AddressesReader(article, quotations, found) || IsHeadlineOfAuthor(article, found) || IsComment(article, found) || IsByname(article, found) || IsWish(article, found) || IsAnybody(article, found) || IsRestOfVerb(article, found) ||
        IsNeither(article, found) || IsAnswerToReport(article, found) || IsClauseOnPronoun(article, found);

    // "If you consider": the author's words to his reader. "You cannot reject your own words": anybody's.
    private static bool AddressesReader(ParsedArticle article, QuotationStructure quotations, FoundAttribution found) =>
        found.Source is [var source] && Words(article, source) is { Count: 1 } words && article.Word(words.Start) is "you" or "You"
        && ((words.Start > 0 && article.Word(words.Start - 1) is "if" or "If") || quotations.At(words.Start) < 0 || article.Word(Math.Min(words.End, article.Tokens.Count - 1)) is "can" or "cannot" or "can't" or "ca" or "could" or "should" or "must" or "have") && article.Article.Blocks[article.SentenceBlocks[article.SentenceAt(words.Start)]].Kind is BlockKind.Paragraph or BlockKind.ListItem;

    // "A. Author: On the war"
    private static bool IsHeadlineOfAuthor(ParsedArticle article, FoundAttribution found) =>
        found.Source is [var source] && (found.Cue.IsDefaultOrEmpty || found.Cue is [{ Length: 1 }])
        && article.Article.Blocks[article.SentenceBlocks[article.SentenceAt(Words(article, source).Start)]].Kind == BlockKind.Heading
        && source.In(article.Article.Text) is var name
        && (name.Equals(article.Article.Byline, StringComparison.OrdinalIgnoreCase) || name.Equals(article.Article.Outlet, StringComparison.OrdinalIgnoreCase));

    // "Declined to comment", "asked not to be named because …"
    private static bool IsComment(ParsedArticle article, FoundAttribution found)
    {
        if (found.Content is not [var content])
        {
            return false;
        }

        var words = Words(article, content);
        var i = words.Start;
        while (i < words.End && article.Word(i) is "not" or "to" or "be")
        {
            i++;
        }

        return i < words.End && (article.Word(i) is "comment" ? words.Count <= LongestComment : i > words.Start && article.Word(i) is "named" or "identified" or "quoted" && article.Word(i - 1) is "be");
    }

    // "Abdu Kafi, known as “the Falcon,”": another name, not a view of his.
    private static bool IsByname(ParsedArticle article, FoundAttribution found)
    {
        if (found.Cue is not [var cue])
        {
            return false;
        }

        var words = Words(article, cue);
        return words.Count > 0 && (article.Word(words.Start) is "known" || (words.Count > 1 && article.Word(words.Start) is "also" && article.Word(words.Start + 1) is "known"));
    }

    // "Brussels should propose a mission", "the envoy must insist on access": somebody else's wish; "I must say" is said.
    private static bool IsWish(ParsedArticle article, FoundAttribution found)
    {
        if (found.Cue.IsDefaultOrEmpty || found.Source is not [.., var source] || source.In(article.Article.Text) is "I" or "we" or "We")
        {
            return false;
        }

        var cue = Words(article, found.Cue[0]);
        if (cue.IsEmpty)
        {
            return false;
        }

        var modal = article.Word(cue.Start) is "should" or "must" or "ought" ? cue.Start : cue.Start - 1;
        return modal >= 0 && article.Word(modal) is "should" or "must" or "ought";
    }

    // "Whoever says that is lying", "let no one say that"
    private static bool IsAnybody(ParsedArticle article, FoundAttribution found) =>
        found.Source is [var source] && Words(article, source) is { Count: > 0 } words && (article.Word(words.Start) is "whoever" or "Whoever" or "anyone" or "Anyone" or "anybody" or "Anybody" or "nobody" or "Nobody" ||
        (words.Count == 2 && article.Word(words.Start) is "no" or "No" && article.Word(words.Start + 1) is "one"));

    // "He ruled that out": what is left of the verb says nothing.
    private static bool IsRestOfVerb(ParsedArticle article, FoundAttribution found) =>
        found.Cue is [.., var cue] && found.Content is [var content] && Words(article, cue) is { Count: > 0 } verb && Words(article, content) is { Count: > 0 } words &&
        article.Word(verb.End - 1) is "ruled" or "rules" or "ruling" or "rule" && (article.Word(words.Start) is "out" || (words.Count > 1 && article.Word(words.Start + 1) is "out" && article.Word(words.Start) is "that" or "it" or "this"));

    // "Neither confirmed nor denied the report"
    private static bool IsNeither(ParsedArticle article, FoundAttribution found) =>
        !found.Cue.IsDefaultOrEmpty && Words(article, found.Cue[0]) is { Count: > 0 } cue &&
        article.Word(cue.End - 1) is "confirmed" or "denied" or "confirm" or "deny" or "confirms" or "denies" or "confirming" or "denying" &&
        (article.Word(cue.Start) is "neither" or "nor" || (cue.Start > 0 && article.Word(cue.Start - 1) is "neither" or "nor"));

    // "He was responding to a report that the talks had failed": whoever reported says so.
    private static bool IsAnswerToReport(ParsedArticle article, FoundAttribution found)
    {
        if (found.Cue.IsDefaultOrEmpty || found.Content is not [var content, ..] || Words(article, found.Cue[^1]) is not { Count: > 0 } cue ||
            article.Word(article.Word(cue.End - 1) is "to" or "on" && cue.Count > 1 ? cue.End - 2 : cue.End - 1) is not
                ("responding" or "responded" or "responds" or "reacting" or "reacted" or "reacts" or "commenting" or "commented"))
        {
            return false;
        }

        var start = Words(article, content).Start;
        for (var i = cue.End; i < start && i < cue.End + LongestReport; i++)
        {
            if (article.Word(i) is "report" or "reports" or "claim" or "claims" or "allegation" or "allegations" or "accusation" or "accusations" or "statement" or "statements" or "question" or "questions" or "rumors" or "rumours")
            {
                return true;
            }
        }

        return false;
    }

    // "Nothing he has said since suggests that": a clause on the pronoun before it, and not what he said.
    private static bool IsClauseOnPronoun(ParsedArticle article, FoundAttribution found) =>
        found.Source is [var source] && Words(article, source) is { Count: > 0, Start: > 0 } words && !found.Cue.IsDefaultOrEmpty && found.Cue[0].Start >= source.End &&
        article.Word(words.Start - 1) is "nothing" or "Nothing" or "everything" or "Everything" or "anything" or "Anything" or "something" or "Something";

    private static TokenRange Words(ParsedArticle article, TextSpan span) => article.Tokens.Within(span);
}
