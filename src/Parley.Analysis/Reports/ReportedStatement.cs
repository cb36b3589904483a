using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Analysis;

/// <summary>A statement together with the article that reports it.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="In">The article and where it came from.</param>
public sealed record ReportedStatement(Statement Statement, RecordedArticle In)
{
    private const int MaxDepth = 6;

    // What somebody said, by the noun that names it.
    private static readonly HashSet<string> s_told =
        ["report", "reports", "claim", "claims", "allegation", "allegations", "accusation", "accusations", "rumour", "rumours", "rumor", "rumors", "suggestion", "suggestions", "story", "stories", "assertion", "assertions", "statement", "statements"];

    /// <summary>The statement's name.</summary>
    public string Id => Statement.Id;

    /// <summary>The article.</summary>
    public Article Article => In.Reading.Article;

    /// <summary>Where the content stands, in pieces.</summary>
    public ImmutableArray<TextSpan> Spans => Statement.Attribution.Content;

    /// <summary>The content's words as they stand, pieces joined by one space.</summary>
    public string Words => Passage.Words(Article.Text, Spans);

    /// <summary>True if it is told whose words they are: a post, or a name among the words ("government of Tarif", not "officials").</summary>
    public bool IsByNamedActor => Statement.Actor is { } actor && (actor.Kind == ActorKind.Office || actor.Name.Split(' ').Any(w => w.Length > 0 && char.IsUpper(w[0])));

    /// <summary>The news agency whose report the article prints, by its tag; null without one.</summary>
    public string? AgencyOfArticle => Agencies.Of(Article);

    /// <summary>True if somebody takes back what he said; he need not say that the opposite holds.</summary>
    public bool IsWithdrawal => Statement.Polarity == Polarity.Denies &&
        ContentWords.Words(Passage.Words(Article.Text, Statement.Attribution.Cue)).Take(2).Any(w => w is "took" or "takes" || w.StartsWith("withdr", StringComparison.Ordinal) || w.StartsWith("retract", StringComparison.Ordinal));

    /// <summary>Number of words of the content that carry its matter; none in "denied this".</summary>
    public int ContentWordCount => ContentWords.Of(Words).Count();

    /// <summary>True if the content of another statement of the same article is a part of this one's.</summary>
    public bool Holds(ReportedStatement inner)
    {
        ArgumentNullException.ThrowIfNull(inner);
        return inner.Article.Id == Article.Id && !inner.Spans.IsDefaultOrEmpty && inner.Spans.All(i => Spans.Any(o => o.Contains(i))) &&
            inner.Spans.Sum(s => s.Length) < Spans.Sum(s => s.Length);
    }

    /// <summary>
    /// True if it stands only in the words of its own denial: of "he denied that the north demands …" nobody says that the north demands it. A
    /// report that is denied ("denied the agency's report that …") was made all the same.
    /// </summary>
    public bool IsOnlyDenied => In.Reading.Statements.Any(d =>
        d.Polarity == Polarity.Denies && (Statement.Via.IsEmpty || Statement.Via[^1].StatementId == d.Id) &&
        DisputesClause(d.Attribution) && new ReportedStatement(d, In).Holds(this));

    /// <summary>"Denied that …", "denied on Monday that …"; not "denied the claim that …".</summary>
    private bool DisputesClause(Attribution denial)
    {
        if (denial.Cue.IsDefaultOrEmpty || denial.Content.IsDefaultOrEmpty || denial.Cue[^1].End > denial.Content[0].Start)
        {
            return false;
        }

        var between = ContentWords.Words(Article.Text[denial.Cue[^1].End..denial.Content[0].Start]).ToList();
        return between is [.., "that"] && !between.Exists(s_told.Contains);
    }

    /// <summary>
    /// Those between the source and the reader, outermost first. A report that stands in another's report has the chain of that before its own.
    /// </summary>
    internal ImmutableArray<Via> WholeChain
    {
        get
        {
            var chain = Statement.Via;
            for (var depth = 0; depth < MaxDepth; depth++)
            {
                var link = Array.FindIndex([.. chain], v => v.StatementId is not null);
                if (link < 0 || In.Reading.Statements.FirstOrDefault(s => s.Id == chain[link].StatementId) is not { } report || report.Via.Length <= link)
                {
                    break;
                }

                chain = [.. report.Via, .. chain[link..]];
            }

            return chain;
        }
    }

    /// <summary>The day by which the statement is placed: of publication, else the day it was said if that is known to the day; null if neither is known.</summary>
    public DateOnly? Day => In.PublicationDay ?? SaidDay;

    /// <summary>The day it was said, where that is known to the day.</summary>
    public DateOnly? SaidDay =>
        Statement.Said is { Grain: Grain.Day } said && PartialDate.TryParse(said.Value, out var date) && date.Day is not null ? date.First : null;

    /// <summary>
    /// The day that counts for an actor's line over time: when it was said, else when it was published. Of a month or year it is the last day,
    /// but not one after publication.
    /// </summary>
    public DateOnly? SpokenDay
    {
        get
        {
            if (Statement.Said is not { } said || !PartialDate.TryParse(said.Value, out var date))
            {
                return Day;
            }

            return In.PublicationDay is { } published && published < date.Last && published >= date.First ? published : date.Last;
        }
    }
}

/// <summary>A figure together with the article that reports it and the statement that holds it.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="In">The article and where it came from.</param>
/// <param name="Statement">The innermost statement that holds it, if any.</param>
public sealed record ReportedFigure(Figure Figure, RecordedArticle In, ReportedStatement? Statement)
{
    /// <summary>The article.</summary>
    public Article Article => In.Reading.Article;

    /// <summary>The number as the text has it.</summary>
    public string Words => Passage.Words(Article.Text, [Figure.Span]);

    /// <summary>
    /// Whom or what it counts: the words of the text without "of" before them, with the claimant in place of "its" or "their"
    /// ("its soldiers" are the claimant's); null if that is not said.
    /// </summary>
    public string? Counted => IsOfClaimant ? $"{Claimant}’s{CountedWords[CountedWords.IndexOf(' ', StringComparison.Ordinal)..]}"
        : CountedWords.Length == 0 || CountedWords.Equals(Figure.Measure, StringComparison.OrdinalIgnoreCase) ? null : CountedWords;

    /// <summary>The words of <see cref="Figure.Of"/> that name something; of "in 2023 and" nothing is left.</summary>
    internal string CountedWords
    {
        get
        {
            var words = Figure.Of?.Trim() ?? "";
            words = words.StartsWith("of ", StringComparison.OrdinalIgnoreCase) ? words[3..].TrimStart() : words;
            var first = words.Split(' ', 2)[0].ToLowerInvariant();
            return first is "in" or "during" or "since" or "for" or "by" or "from" or "at" or "over" or "to" or "and" or "on" ? "" : words;
        }
    }

    /// <summary>True if what is counted belongs to the claimant: "its soldiers".</summary>
    internal bool IsOfClaimant => Claimant is not null &&
        CountedWords.Split(' ', 2) is [var first, { Length: > 0 }] && first.ToLowerInvariant() is "its" or "their" or "our" or "his" or "her";

    /// <summary>Whose number it is: the claimant, else who made the statement, else the outlet; null if none is known.</summary>
    public string? Claimant => Figure.Claimant ?? Statement?.Statement.Actor?.Name ?? Article.Byline ?? Article.Outlet;

    /// <summary>The claimant by the words of the name in any order: "the defence ministry of Selmar" is "Selmar’s defence ministry".</summary>
    public string ClaimantKey => string.Join(' ', ContentWords.Words(Claimant ?? "").Where(w => w is not ("s" or "of" or "the")).Order(StringComparer.Ordinal));
}

/// <summary>A prediction or promise together with the article that reports it.</summary>
/// <param name="Forecast">The prediction or promise.</param>
/// <param name="In">The article and where it came from.</param>
public sealed record ReportedForecast(Forecast Forecast, RecordedArticle In)
{
    /// <summary>The article.</summary>
    public Article Article => In.Reading.Article;
}

/// <summary>A mention of an agreement together with the article that reports it.</summary>
/// <param name="Agreement">The mention.</param>
/// <param name="In">The article and where it came from.</param>
public sealed record ReportedAgreement(Agreement Agreement, RecordedArticle In)
{
    /// <summary>The article.</summary>
    public Article Article => In.Reading.Article;
}

/// <summary>Reads words out of an article's text.</summary>
internal static class Passage
{
    /// <summary>The words of some spans, cut to the text, joined by one space.</summary>
    public static string Words(string text, ImmutableArray<TextSpan> spans) =>
        string.Join(' ', spans.Select(s => s.Start >= text.Length ? "" : text[s.Start..Math.Min(s.End, text.Length)]).Where(w => w.Length > 0));
}
