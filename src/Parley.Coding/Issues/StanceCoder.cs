using Parley.Coding.Acts;
using Parley.Coding.Words;
using Parley.Language;
using Parley.Records;

namespace Parley.Coding.Issues;

/// <summary>The actor's stance on the first issue, and the words of its condition.</summary>
internal readonly record struct CodedStance(Stance Stance, TextSpan? Condition, string Rule, TextSpan? Evidence);

/// <summary>
/// Finds the actor's stance on the first issue: from the act, from a condition, from words that turn against the issue, from praise and
/// blame. Those who only report others are neutral.
/// </summary>
internal sealed class StanceCoder(CodingTables tables)
{
    private const string WarAims = "war-aims";
    private const string Agreements = "agreements";
    private const int OpposerReach = 4;

    // Talks, truces and disarmament are themselves an end to something: "end the fighting" is no word against them.
    private static readonly string[] s_endings = ["peace-talks", "ceasefire", "demilitarisation", "denazification", WarAims];

    private readonly NegationScope _negation = new(tables.Negators);

    public CodedStance Code(ArticleMatches article, StatementWords statement, CodedAct act, CodedIssues issues)
    {
        var isWilling = act.Polarity is Polarity.Offers or Polarity.Pledges or Polarity.Demands;
        // He who refuses until something is done names its price.
        if (ConditionFinder.Find(article, statement) is { } condition &&
            (act.Polarity is Polarity.Offers or Polarity.Pledges || (condition.IsStrong && act.Event is "AGREE" or "CONCEDE") ||
             (act.Polarity is Polarity.Rejects && condition.EndsRefusal)))
        {
            var words = article.Words.SpanOf(condition.Words);
            return new CodedStance(Stance.Conditional, words, "stance: a condition", words);
        }

        if (isWilling && OpposerOf(article, statement, issues) is { } opposer)
        {
            return new CodedStance(Stance.Oppose, null, $"issues/opposers.tsv: {opposer.Value}", article.Words.SpanOf(opposer.Words));
        }

        if (act.Stance is { } given)
        {
            return new CodedStance(given, null, act.Rule, act.Evidence);
        }

        var first = issues.Keys[0];
        return act.Polarity switch
        {
            _ when isWilling => ByAct(Stance.Support, act),
            Polarity.Rejects or Polarity.Threatens => ByAct(Stance.Oppose, act),
            Polarity.Accuses => ByAct(first is WarAims or Agreements ? Stance.Support : Stance.Oppose, act),
            Polarity.Denies or Polarity.Concedes => ByAct(Stance.Neutral, act),
            _ when act.Event == "SUPPORT" => ByAct(Stance.Support, act),
            _ when OnlyReports(article, statement) => new CodedStance(Stance.Neutral, null, "stance: only reports", null),
            Polarity.Predicts => OfForecast(article, statement, act),
            Polarity.Asks => act.Event is null ? ByAct(Stance.Neutral, act) : ByAct(IsNegated(article, statement) ? Stance.Oppose : Stance.Support, act),
            _ => OfAssertion(article, statement, act, first),
        };
    }

    private static CodedStance ByAct(Stance stance, CodedAct act) =>
        new(stance, null, $"stance: as one {act.Polarity.ToString().ToLowerInvariant()}", act.Evidence);

    // A forecast of harm speaks against the issue, unless the harm comes from its absence ("if no talks begin").
    private CodedStance OfForecast(ArticleMatches article, StatementWords statement, CodedAct act)
    {
        var harm = statement.Content.SelectMany(article.Evaluations.Within).Where(e => !e.Value).Select(e => (PhraseMatch<bool>?)e).FirstOrDefault();
        if (harm is { } h)
        {
            var lacks = ConditionFinder.Find(article, statement) is { } condition && HasNegator(article.Words, condition.Words);
            return new CodedStance(lacks ? Stance.Support : Stance.Oppose, null, lacks ? "stance: harm without it" : "stance: harm from it", article.Words.SpanOf(h.Words));
        }

        return ByAct(Stance.Neutral, act);
    }

    private CodedStance OfAssertion(ArticleMatches article, StatementWords statement, CodedAct act, string first)
    {
        var balance = 0;
        TextSpan? evidence = null;
        foreach (var match in statement.Own.SelectMany(article.Evaluations.Within))
        {
            var isGood = match.Value == (_negation.Before(article.Words, match.Words.Start, 0) is null);
            balance += isGood ? 1 : -1;
            evidence ??= article.Words.SpanOf(match.Words);
        }

        if (balance < 0 && first != WarAims)
        {
            return new CodedStance(Stance.Oppose, null, "issues/evaluations.tsv: blame", evidence);
        }

        if (balance > 0)
        {
            return new CodedStance(Stance.Support, null, "issues/evaluations.tsv: praise", evidence);
        }

        return act.Event == "CONSULT" || IsNegated(article, statement) || first is "casualties" or "humanitarian"
            ? ByAct(Stance.Neutral, act)
            : new CodedStance(Stance.Support, null, "stance: own account", null);
    }

    // Media, data and unnamed witnesses report; governments, officials and named people speak for something.
    private static bool OnlyReports(ArticleMatches article, StatementWords statement)
    {
        var resolved = article.Resolved.Attributions[statement.Index];
        return resolved.Actor is null or { Kind: ActorKind.Outlet or ActorKind.Text } || resolved.Sourcing is Sourcing.Anonymous or Sourcing.Document ||
            (resolved.Actor.Kind == ActorKind.Organisation && resolved.Actor.Country is null) ||
            resolved.Actor.Name == article.Resolved.Article.Byline || resolved.Actor.Name == article.Resolved.Article.Outlet;
    }

    private PhraseMatch<string>? OpposerOf(ArticleMatches article, StatementWords statement, CodedIssues issues)
    {
        if (issues.Words.IsEmpty || (s_endings.Contains(issues.Keys[0]) && !IsThingItself(article.Words.Word(issues.Words.End - 1))))
        {
            return null;
        }

        // "End the talks" turns against them, "end the war by talks" does not.
        var reach = s_endings.Contains(issues.Keys[0]) ? 2 : OpposerReach;
        var first = Math.Max(statement.Content.IsEmpty ? 0 : statement.Content[0].Start, issues.Words.Start - reach);
        for (var i = issues.Words.Start - 1; i >= first; i--)
        {
            if (tables.Opposers.LongestAt(article.Words, i, issues.Words.Start) is { } match)
            {
                return match;
            }
        }

        return null;
    }

    private static bool IsThingItself(ReadOnlySpan<char> word) => word is "talks" or "negotiations" or "dialogue" or "truce" or "ceasefire" or "cease-fire" or "armistice";

    private bool IsNegated(ArticleMatches article, StatementWords statement) => statement.Own.Any(range => HasNegator(article.Words, range));

    private bool HasNegator(ArticleWords words, TokenRange range) => tables.Negators.FindAll(words, range).Count > 0;
}
