using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Analysis;

/// <summary>Follows each actor's stance on each issue over time.</summary>
internal static class PositionFinder
{
    public static ImmutableArray<PositionSeries> Find(RecordSet records) =>
        [.. records.Articles.SelectMany(a => OwnStatements(records.In(a)))
            .GroupBy(s => (s.Statement.Actor!.Id, Issue: s.Statement.Issues[0]))
            .Where(g => g.Any(s => StanceOf(s.Statement) != Stance.Neutral))
            .OrderBy(g => g.Key.Issue, StringComparer.Ordinal).ThenBy(g => g.Key.Id, StringComparer.Ordinal)
            .Select(g => Series(g.Key.Id, g.Key.Issue, g))];

    /// <summary>
    /// What a party with a name says on an issue, as far as somebody known vouches for it. What unnamed people tell of it is no position of its
    /// own, nor is what stands in the words of a denial.
    /// </summary>
    private static IEnumerable<ReportedStatement> OwnStatements(IReadOnlyList<ReportedStatement> ofOneArticle)
    {
        List<ReportedStatement> answers = [.. ofOneArticle.Where(s => s.Statement.Polarity is Polarity.Denies or Polarity.Rejects)];
        return ofOneArticle.Where(s =>
            s.Statement is { Stance: not null, Issues.IsEmpty: false, Sourcing: not Sourcing.Anonymous, Actor.Kind: not (ActorKind.Outlet or ActorKind.Text) } &&
            s.IsByNamedActor && s.SpokenDay is not null && !Root.IsToldByUnnamed(s) && !s.IsOnlyDenied && !answers.Exists(a => a.Holds(s) && a.Statement.Actor?.Id != s.Statement.Actor.Id));
    }

    /// <summary>The stance that an act takes. Who only tells something, blames the other side or foresees an outcome takes none.</summary>
    private static Stance StanceOf(Statement statement) => statement.Stance == Stance.Conditional ||
        statement.Polarity is Polarity.Demands or Polarity.Offers or Polarity.Pledges or Polarity.Rejects or Polarity.Threatens or Polarity.Concedes ||
        statement is { Polarity: Polarity.Asserts, Event: not null } ? statement.Stance!.Value : Stance.Neutral;

    /// <summary>Answers of others to conditions: statements on the same matter that grant it or refuse it.</summary>
    public static ImmutableArray<ConditionAnswer> Answers(ImmutableArray<PositionSeries> positions, ClaimFinder found)
    {
        var answers = ImmutableArray.CreateBuilder<ConditionAnswer>();
        foreach (var point in positions.SelectMany(p => p.Points).Where(p => p.Condition is not null))
        {
            var proposition = found.Index.Read(point.Condition!, performer: null, denied: false);
            foreach (var (statement, match) in found.Index.Near(proposition))
            {
                var polarity = statement.Statement.Polarity;
                // Who repeats the offer with its condition does not answer it.
                if (statement.Statement.Condition is not null || statement.Statement.Actor is not { Kind: not ActorKind.Outlet } actor || actor.Id == point.Statement.Statement.Actor!.Id || statement.SpokenDay is not { } day || day < point.Day || Repeats(statement, point.Condition!))
                {
                    continue;
                }

                if (polarity is Polarity.Rejects or Polarity.Denies || match.Relation == PropositionRelation.Contradictory)
                {
                    answers.Add(new ConditionAnswer(point, statement, IsMet: false));
                }
                else if (polarity is Polarity.Offers or Polarity.Pledges or Polarity.Concedes || (polarity is Polarity.Asserts or Polarity.Confirms && match.Relation == PropositionRelation.Same))
                {
                    answers.Add(new ConditionAnswer(point, statement, IsMet: true));
                }
            }
        }

        return answers.ToImmutable();
    }

    private static bool Repeats(ReportedStatement statement, string condition) =>
        string.Join(' ', ContentWords.Words(statement.Words)).Contains(string.Join(' ', ContentWords.Words(condition)), StringComparison.Ordinal);

    private static PositionSeries Series(string actorId, string issue, IEnumerable<ReportedStatement> statements)
    {
        // The sort is stable, so that statements of one day stay in the order of the records.
        ImmutableArray<PositionPoint> points = [.. statements.OrderBy(s => s.SpokenDay)
            .Select(s => new PositionPoint(s.SpokenDay!.Value, StanceOf(s.Statement), ConditionOf(s), s))];
        var changes = ImmutableArray.CreateBuilder<PositionChange>();
        PositionPoint? before = null;
        foreach (var point in points.Where(p => p.Stance != Stance.Neutral))
        {
            // Who says something neutral on the issue has not moved by that.
            if (before is not null && point.Day > before.Day && Change(before, point) is { } change)
            {
                changes.Add(change);
            }

            before = point;
        }

        return new PositionSeries(actorId, points[0].Statement.Statement.Actor!.Name, issue, points, changes.ToImmutable());
    }

    private static string? ConditionOf(ReportedStatement statement) =>
        statement.Statement.Condition is { IsEmpty: false } words && words.End <= statement.Article.Text.Length ? words.In(statement.Article.Text).ToString() : null;

    private static PositionChange? Change(PositionPoint before, PositionPoint after)
    {
        var old = ContentWords.Words(before.Condition ?? "").ToList();
        var now = ContentWords.Words(after.Condition ?? "").ToList();
        ImmutableArray<string> dropped = [.. old.Except(now)];
        ImmutableArray<string> added = [.. now.Except(old)];
        var distance = Openness(after.Stance) - Openness(before.Stance);
        if (distance != 0)
        {
            return new PositionChange(before, after, distance > 0 ? PositionChangeKind.Softened : PositionChangeKind.Hardened, dropped, added);
        }

        return after.Stance == Stance.Conditional && before.Condition is not null && after.Condition is not null && (dropped.Length > 0 || added.Length > 0)
            ? new PositionChange(before, after, PositionChangeKind.ConditionChanged, dropped, added) : null;
    }

    private static int Openness(Stance stance) => stance switch
    {
        Stance.Support => 2,
        Stance.Conditional => 1,
        _ => 0,
    };
}
