using System.Collections.Immutable;
using Parley.Analysis;
using Parley.Records;

namespace Parley.Assessments;

/// <summary>Key takeaways: what is disputed first, then what moves an issue, no issue twice before all had their turn.</summary>
internal static class TakeawaysSection
{
    private const int Most = 7;

    public static Section? Build(Findings findings, ImmutableArray<ReportedStatement> told, StatementWording wording)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        var items = new List<Sentence>();
        foreach (var conflict in findings.Conflicts.Where(c => c.Kind == ConflictKind.Denial).Take(Most / 2))
        {
            if (findings.Records.Find(conflict.Disputed[0]) is { } claim && findings.Records.Find(conflict.Against[0]) is { } denial &&
                used.Add(claim.Id) && used.Add(denial.Id))
            {
                var sentence = Sentence.On(Citation.Of(claim), Citation.Of(denial));
                wording.AddClause(sentence, claim, capital: true);
                sentence.Text("; ");
                wording.AddClause(sentence, denial, capital: false);
                items.Add(sentence.Text(".").Build());
            }
        }

        var issues = new HashSet<string>(StringComparer.Ordinal);
        foreach (var statement in told.OrderByDescending(Weight))
        {
            if (items.Count >= Most)
            {
                break;
            }

            if (Weight(statement) > 0 && issues.Add(statement.Statement.Issues[0]) && used.Add(statement.Id))
            {
                items.Add(wording.Of(statement));
            }
        }

        return items.Count == 0 ? null : new Section("takeaways", "Key takeaways", [new SentenceList([.. items], Numbered: true)]);
    }

    private static int Weight(ReportedStatement statement)
    {
        if (statement.Statement.Issues.IsEmpty || statement.Statement.Issues[0] == "other" || statement.Statement.Actor is null)
        {
            return 0;
        }

        return 1 + (statement.Statement.Stance is Stance.Conditional ? 3 : statement.Statement.Stance is Stance.Support or Stance.Oppose ? 1 : 0) +
            statement.Statement.Polarity switch
            {
                Polarity.Offers or Polarity.Demands or Polarity.Concedes => 3,
                Polarity.Pledges or Polarity.Threatens or Polarity.Rejects => 2,
                Polarity.Denies or Polarity.Confirms => 2,
                _ => 0,
            };
    }
}
