using System.Collections.Immutable;
using Parley.Analysis;
using Parley.Records;

namespace Parley.Assessments;

/// <summary>
/// Key takeaways: what is disputed, what moved, what many report. Each candidate has a weight of conflict and spread, which falls to a half with age;
/// the next is always the heaviest, and an issue or actor already told counts less.
/// </summary>
internal static class TakeawaysSection
{
    private const double Repetition = 2.5;
    private const int LeastWords = 3;

    /// <summary>A move away from what was said more days ago is history, told under the positions.</summary>
    private const int LongestMove = 731;

    public static Section? Build(BriefMaterial material)
    {
        var most = material.Options.Length switch { BriefLength.Short => 5, BriefLength.Standard => 7, _ => 10 };
        var candidates = Denials(material).Concat(Pledges(material)).Concat(Figures(material)).Concat(Moves(material)).Concat(Claims(material)).ToList();
        var chosen = ImmutableArray.CreateBuilder<Sentence>();
        var told = new Dictionary<string, int>(StringComparer.Ordinal);
        var used = new HashSet<string>(StringComparer.Ordinal);
        while (chosen.Count < most)
        {
            var best = candidates.Where(c => !c.Records.Any(used.Contains)).MaxBy(c => c.Weight - c.Keys.Sum(k => Repetition * told.GetValueOrDefault(k)));
            if (best is null || best.Weight <= 0)
            {
                break;
            }

            chosen.Add(best.Write());
            used.UnionWith(best.Records);
            foreach (var key in best.Keys)
            {
                told[key] = told.GetValueOrDefault(key) + 1;
            }
        }

        return chosen.Count == 0 ? null : new Section("takeaways", "Key takeaways", [new SentenceList(chosen.ToImmutable(), Numbered: true)]);
    }

    private static IEnumerable<Takeaway> Denials(BriefMaterial material)
    {
        foreach (var conflict in material.Findings.Conflicts.Where(c => c.Kind is ConflictKind.Denial or ConflictKind.Contradiction or ConflictKind.SelfContradiction))
        {
            // Of what nobody is said to have said there is only the denial to tell.
            if (Disputed(material, conflict) is { Statement.Actor: not null } claim && material.Records.Find(conflict.Against[0]) is { } answer && (material.Covers(claim) || material.Covers(answer)))
            {
                var denials = conflict.Kind == ConflictKind.Denial ? conflict.Against.Length : 0;
                yield return new Takeaway((6 + denials + Spread(material, conflict)) * Recency(material, answer), [.. IssueOf(claim), "denial"], [claim.Id, answer.Id, .. conflict.ClaimIds.Select(material.Claim).OfType<Claim>().SelectMany(c => c.Statements.Select(s => s.Id).Concat(c.ConfirmedBy.Select(a => a.StatementId)))], () =>
                {
                    var others = conflict.Against.Skip(1).Select(material.Records.Find).OfType<ReportedStatement>().ToList();
                    var sentence = Sentence.On(Citation.Of(claim), others.Select(Citation.Of).Prepend(Citation.Of(answer)));
                    material.Wording.AddClause(sentence, claim, capital: true);
                    sentence.Text(conflict.Kind == ConflictKind.Denial ? "; " : "; against this ");
                    material.Wording.AddClause(sentence, answer, capital: false);
                    var further = others.Where(o => o.Statement.Polarity == answer.Statement.Polarity);
                    AddNames(sentence, "so did", further, answer);
                    AddNames(sentence, answer.Statement.Polarity == Polarity.Rejects ? "it was denied by" : "it was turned down by", others.Except(further), answer);
                    var confirmed = conflict.ClaimIds.Select(material.Claim).OfType<Claim>().SelectMany(c => c.ConfirmedBy).Select(a => material.Records.Find(a.StatementId)).OfType<ReportedStatement>().ToList();
                    AddNames(sentence.Cite(confirmed.Select(Citation.Of)), "it was confirmed by", confirmed, answer);
                    return sentence.Text(".").Build();
                });
            }
        }
    }

    /// <summary>Pledges of which others say that they were not kept.</summary>
    private static IEnumerable<Takeaway> Pledges(BriefMaterial material) =>
        from pledge in material.Findings.Pledges
        let outcome = pledge.Outcome
        let made = material.Records.Find(pledge.Pledge.Forecast.StatementId)
        where outcome is not null && made is not null && material.Covers(outcome)
        select new Takeaway(7 * Recency(material, outcome!), [.. IssueOf(made!), "pledge"], [made!.Id, outcome!.Id], () =>
        {
            var sentence = Sentence.On(Citation.Of(made!), Citation.Of(outcome!));
            material.Wording.AddClause(sentence, made!, capital: true);
            sentence.Text(pledge.Deadline is { } day ? $"; the deadline was {DateWording.Of(day)}, and " : "; ");
            material.Wording.AddClause(sentence, outcome!, capital: false);
            return sentence.Text(".").Build();
        });

    private static void AddNames(Sentence.SentenceWriter sentence, string did, IEnumerable<ReportedStatement> statements, ReportedStatement told)
    {
        var names = statements.Select(StatementWording.NameOf).Where(n => n != StatementWording.NameOf(told)).Distinct(StringComparer.Ordinal).ToList();
        if (names.Count > 0)
        {
            sentence.Text($"; {did} {(names.Count == 1 ? names[0] : $"{string.Join(", ", names[..^1])} and {names[^1]}")}");
        }
    }

    /// <summary>What is disputed, in the words that say most; of several claims that one answer denies the one that says most.</summary>
    private static ReportedStatement? Disputed(BriefMaterial material, Conflict conflict) => conflict.Kind == ConflictKind.Denial
        ? conflict.ClaimIds.Select(material.Claim).OfType<Claim>().Select(material.Telling).MaxBy(s => s.ContentWordCount)
        : material.Records.Find(conflict.Disputed[0]);

    private static IEnumerable<Takeaway> Figures(BriefMaterial material)
    {
        foreach (var comparison in material.Findings.Figures.Where(f => f.IsDisputed && f.Figures.Any(x => material.Covers(x.In))))
        {
            var figures = comparison.Figures.GroupBy(f => f.ClaimantKey).Select(f => f.Last()).Take(4).ToList(); // what each says last
            yield return new Takeaway((6 + figures.Count) * comparison.Figures.Where(f => material.Covers(f.In)).Max(f => Recency(material, f.In.PublicationDay)), [$"figures|{comparison.Measure}", "figures"], [comparison.Id, .. comparison.Figures.Select(f => f.Figure.StatementId).OfType<string>()], () =>
            {
                var sentence = Sentence.On(Citation.Of(figures[0]), figures.Skip(1).Select(Citation.Of));
                sentence.Text($"Claimants differ on {comparison.Measure.Replace('-', ' ')}{Scope(figures, comparison.Measure)}: ");
                for (var i = 0; i < figures.Count; i++)
                {
                    sentence.Text(i == 0 ? "" : i == figures.Count - 1 ? " and " : ", ").Name(figures[i].Claimant ?? "an unnamed claimant").Text(" ")
                        .Quote(Citation.Of(figures[i]), own: false, 60);
                }

                return sentence.Text(".").Build();
            });
        }
    }

    /// <summary>" (soldiers, 2024)": whom it counts, and when.</summary>
    private static string Scope(List<ReportedFigure> figures, string measure)
    {
        // "Karsian soldiers" is plainer than "the ministry's soldiers".
        var counted = figures.Where(f => f.Counted is { } c && !c.Equals(measure, StringComparison.OrdinalIgnoreCase))
            .OrderBy(f => f.Claimant is { } claimant && f.Counted!.StartsWith(claimant, StringComparison.Ordinal)).FirstOrDefault()?.Counted;
        string?[] parts = [counted, figures[0].Figure.AsOf is { } asOf ? DateWording.OfValue(asOf) : null];
        var scope = string.Join(", ", parts.OfType<string>());
        return scope.Length == 0 ? "" : $" ({scope})";
    }

    private static IEnumerable<Takeaway> Moves(BriefMaterial material) =>
        from series in material.Findings.Positions
        from change in series.Changes
        where material.Covers(change.After.Statement) && series.Issue != "other" && change.After.Day.DayNumber - change.Before.Day.DayNumber <= LongestMove
        select new Takeaway((6 + (series.Points.Length > 4 ? 1 : 0)) * Recency(material, change.After.Statement), [series.Issue, series.ActorId], [change.After.Statement.Id, change.Before.Statement.Id],
            () => PositionWording.Change(series, change, material.Wording));

    private static IEnumerable<Takeaway> Claims(BriefMaterial material)
    {
        foreach (var claim in material.Claims)
        {
            var statement = material.Telling(claim);
            var act = Act(statement.Statement);
            if (!claim.DeniedBy.IsEmpty || !statement.IsByNamedActor || IsInAnswer(material, statement) || (act == 0 && claim.Origins.Length < 2) || statement.ContentWordCount < LeastWords)
            {
                continue;
            }

            var outlets = claim.Statements.Select(s => s.In.Outlet).Distinct(StringComparer.OrdinalIgnoreCase).Count();
            var weight = act + (2 * Math.Log2(claim.Origins.Length)) + Math.Log2(outlets) + 1;
            yield return new Takeaway(weight * Recency(material, statement), [.. IssueOf(statement), statement.Statement.Actor?.Id ?? "nobody"], [.. claim.Statements.Select(s => s.Id)], () => material.Wording.Of(claim, statement));
        }
    }

    /// <summary>What stands in the words of a denial or confirmation is told with that.</summary>
    private static bool IsInAnswer(BriefMaterial material, ReportedStatement statement) =>
        material.Records.In(statement.In).Any(o => o.Statement.Polarity is Polarity.Denies or Polarity.Rejects or Polarity.Confirms && o.Holds(statement));

    private static string[] IssueOf(ReportedStatement statement) => statement.Statement.Issues.IsEmpty ? [] : [statement.Statement.Issues[0]];

    /// <summary>What the source does: acts weigh more than talk.</summary>
    private static double Act(Statement statement)
    {
        if (statement.Issues.IsEmpty || statement.Issues[0] == "other")
        {
            return 0;
        }

        var stance = statement.Stance switch { Stance.Conditional => 2, Stance.Support or Stance.Oppose => 1, _ => 0 };
        return stance + statement.Polarity switch
        {
            Polarity.Offers or Polarity.Demands or Polarity.Concedes => 2.5,
            Polarity.Pledges or Polarity.Threatens or Polarity.Rejects or Polarity.Denies or Polarity.Confirms => 2,
            Polarity.Accuses or Polarity.Predicts => 1,
            _ => 0.5,
        };
    }

    /// <summary>Outlets and origins of the claims in dispute, on a scale of powers of two.</summary>
    private static double Spread(BriefMaterial material, Conflict conflict)
    {
        var claims = conflict.ClaimIds.Select(material.Claim).OfType<Claim>().ToList();
        return claims.Count == 0 ? 0 : claims.Max(c => (2 * Math.Log2(c.Origins.Length)) + (Math.Log2(c.Statements.Select(s => s.In.Outlet).Distinct(StringComparer.OrdinalIgnoreCase).Count())));
    }

    private static double Recency(BriefMaterial material, ReportedStatement statement) => Recency(material, statement.SpokenDay);

    /// <summary>1 for what was said on the last day covered, falling to a half the longer ago it was; a half, too, where the day is not known.</summary>
    private static double Recency(BriefMaterial material, DateOnly? said) =>
        material.Today is { } today && said is { } day ? 0.5 + (0.5 / (1 + (Math.Max(0, today.DayNumber - day.DayNumber) / 14.0))) : 0.5;

    private sealed record Takeaway(double Weight, string[] Keys, string[] Records, Func<Sentence> Write);
}
