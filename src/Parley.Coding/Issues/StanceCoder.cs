using Parley.Coding.Acts;
using Parley.Coding.Words;
using Parley.Records;

namespace Parley.Coding.Issues;

/// <summary>The actor's stance on the first issue, and the words of its condition.</summary>
internal readonly record struct CodedStance(Stance Stance, TextSpan? Condition, string Rule, TextSpan? Evidence);

/// <summary>Finds the actor's stance: from the act, turned round where the content turns the issue down.</summary>
internal sealed class StanceCoder(CodingTables tables)
{
    private readonly NegationScope _negation = new(tables.Negators);

    public CodedStance Code(ArticleMatches article, StatementWords statement, CodedAct act, CodedIssues issues)
    {
        if (act.Stance is { } given)
        {
            return new CodedStance(given, null, act.Rule, act.Evidence);
        }

        if (!issues.Words.IsEmpty && act.Polarity is Polarity.Demands or Polarity.Pledges or Polarity.Offers &&
            _negation.Before(article.Words, issues.Words.Start, 0) is { } negated)
        {
            return new CodedStance(Stance.Oppose, null, "stance: the issue is turned down", article.Words.SpanOf(negated.Words));
        }

        var stance = act.Polarity switch
        {
            Polarity.Offers or Polarity.Pledges or Polarity.Demands => Stance.Support,
            Polarity.Rejects or Polarity.Threatens or Polarity.Accuses => Stance.Oppose,
            _ when act.Event is "SUPPORT" => Stance.Support,
            _ => Stance.Neutral,
        };
        return new CodedStance(stance, null, $"stance: as one {act.Polarity.ToString().ToLowerInvariant()}", act.Evidence);
    }
}
