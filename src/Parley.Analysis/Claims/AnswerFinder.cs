using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Analysis;

/// <summary>
/// Finds what answers a claim: denials, rejections, confirmations and withdrawals. An answer is known by the report's own link, by its words
/// (it negates what the claim states), or because it names the report that it answers ("the agency's story is untrue").
/// </summary>
internal sealed class AnswerFinder(RecordSet records, ClaimFinder found)
{
    private const int MaxDaysBetween = 31;
    private const int MaxNamed = 3;
    private const int LeastWords = 2;

    private readonly Dictionary<string, ImmutableArray<Answer>.Builder> _denied = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<Answer>.Builder> _confirmed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<Answer>.Builder> _withdrawn = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Claim> _claims = found.Claims.ToDictionary(c => c.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, List<Claim>> _byReport = ByReport(found.Claims);

    /// <summary>The claims with their answers.</summary>
    public ImmutableArray<Claim> Answer()
    {
        foreach (var statement in records.Statements)
        {
            switch (statement.Statement.Polarity)
            {
                case Polarity.Denies or Polarity.Rejects:
                    Deny(statement);
                    break;
                case Polarity.Confirms or Polarity.Concedes:
                    Confirm(statement);
                    break;
            }
        }

        return [.. found.Claims.Select(c => c with { DeniedBy = Of(_denied, c), ConfirmedBy = Of(_confirmed, c), WithdrawnBy = Of(_withdrawn, c) })];
    }

    private void Deny(ReportedStatement denial)
    {
        var ownClaim = found.ClaimOf(denial.Id);
        var targets = new List<(Claim Claim, string Why)>();
        targets.AddRange(Linked(denial).Select(c => (c, "the report gives it as an answer to this claim")));
        var rejects = denial.Statement.Polarity == Polarity.Rejects;
        var proposition = found.Index.Read(denial.Words, performer: null, denied: !rejects);
        foreach (var (statement, match) in found.Index.Near(proposition))
        {
            var isAnswered = rejects
                ? match.Relation == PropositionRelation.Same && statement.Statement.Polarity is Polarity.Offers or Polarity.Demands or Polarity.Asks or Polarity.Asserts
                : match.Relation == PropositionRelation.Contradictory && statement.Statement.Polarity is not (Polarity.Denies or Polarity.Rejects);
            if (isAnswered && IsInTime(statement, denial))
            {
                targets.Add((_claims[found.ClaimOf(statement.Id)!], rejects ? "it turns down what is proposed here" : "it disputes what is stated here"));
            }
        }

        if (targets.Count == 0)
        {
            targets.AddRange(Named(denial).Select(c => (c, "it names the report that it answers")));
        }

        foreach (var (claim, why) in targets.DistinctBy(t => t.Claim.Id).Where(t => t.Claim.Id != ownClaim))
        {
            var own = claim.Statements.Any(s => IsSame(s.Statement.Actor, denial.Statement.Actor));
            if (!own && denial.IsWithdrawal)
            {
                continue;
            }

            Add(own ? _withdrawn : _denied, claim, denial, own ? "the same actor takes it back" : why);
        }
    }

    private void Confirm(ReportedStatement confirmation)
    {
        var targets = Linked(confirmation).Select(c => (Claim: c, Why: "the report gives it as an answer to this claim")).ToList();
        if (found.ClaimOf(confirmation.Id) is { } id && _claims[id].Statements.Any(s => s.Id != confirmation.Id && s.Statement.Polarity is not (Polarity.Confirms or Polarity.Concedes)))
        {
            targets.Add((_claims[id], "it says the same, as a confirmation"));
        }

        if (targets.Count == 0)
        {
            targets.AddRange(Named(confirmation).Select(c => (c, "it names the report that it answers")));
        }

        foreach (var (claim, why) in targets.DistinctBy(t => t.Claim.Id))
        {
            if (claim.Statements.Any(s => !IsSame(s.Statement.Actor, confirmation.Statement.Actor)))
            {
                Add(_confirmed, claim, confirmation, why);
            }
        }
    }

    /// <summary>Claims to which the report links the answer. A report that only tells of the answer is not what it answers.</summary>
    private IEnumerable<Claim> Linked(ReportedStatement answer) =>
        answer.Statement.About.Where(a => a != answer.Id && !(records.Find(a) is { } claim && (claim.Holds(answer) || claim.ContentWordCount < LeastWords || IsAnswerAlike(claim, answer)))).Select(found.ClaimOf).OfType<string>().Select(id => _claims[id]);

    /// <summary>Two who deny or turn down answer the same, and not each other, unless the one's words are in the other's.</summary>
    private static bool IsAnswerAlike(ReportedStatement claim, ReportedStatement answer) =>
        claim.Statement.Polarity is Polarity.Denies or Polarity.Rejects && answer.Statement.Polarity is Polarity.Denies or Polarity.Rejects && !answer.Holds(claim);

    /// <summary>Claims of a report that the answer names, on the same issue and not long before.</summary>
    private IEnumerable<Claim> Named(ReportedStatement denial)
    {
        var words = ContentWords.Words(denial.Words).ToList();
        var names = Enumerable.Range(0, words.Count).SelectMany(i => Enumerable.Range(1, Math.Min(4, words.Count - i)).Select(n => string.Join(' ', words.Skip(i).Take(n))));
        return names.Distinct(StringComparer.Ordinal).SelectMany(n => Recent(_byReport.GetValueOrDefault(n) ?? [], denial))
            .Where(c => c.Statements.Any(s => IsInTime(s, denial) && SharesIssue(s, denial) && !IsSame(s.Statement.Actor, denial.Statement.Actor)) &&
                c.Representative.Statement.Polarity is not (Polarity.Denies or Polarity.Rejects))
            .DistinctBy(c => c.Id)
            .OrderBy(c => c.Statements.Any(s => s.Article.Id == denial.Article.Id) ? 0 : 1)
            .ThenByDescending(c => c.Representative.Day ?? DateOnly.MinValue)
            .Take(MaxNamed);
    }

    /// <summary>Claims stand in the order of publication, so that those long before a denial need not be looked at.</summary>
    private static IEnumerable<Claim> Recent(List<Claim> claims, ReportedStatement denial)
    {
        for (var i = claims.Count - 1; i >= 0; i--)
        {
            if (claims[i].Representative.Day is { } made && denial.Day is { } answered && answered.DayNumber - made.DayNumber > 2 * MaxDaysBetween)
            {
                yield break;
            }

            yield return claims[i];
        }
    }

    private static bool SharesIssue(ReportedStatement a, ReportedStatement b) =>
        a.Statement.Issues.IsEmpty || b.Statement.Issues.IsEmpty || a.Statement.Issues.Any(b.Statement.Issues.Contains);

    /// <summary>True if the claim was not made long after the denial, nor long before it.</summary>
    private static bool IsInTime(ReportedStatement claim, ReportedStatement denial) =>
        claim.SpokenDay is not { } made || denial.SpokenDay is not { } answered || (made.DayNumber - answered.DayNumber <= 1 && answered.DayNumber - made.DayNumber <= MaxDaysBetween);

    private static bool IsSame(ActorReference? a, ActorReference? b) => a is not null && b is not null && a.Id == b.Id;

    private static void Add(Dictionary<string, ImmutableArray<Answer>.Builder> answers, Claim claim, ReportedStatement answer, string why)
    {
        if (!answers.TryGetValue(claim.Id, out var list))
        {
            answers[claim.Id] = list = ImmutableArray.CreateBuilder<Answer>();
        }

        list.Add(new Answer(answer.Statement.Actor?.Name ?? "an unnamed source", answer.Id, why));
    }

    private static ImmutableArray<Answer> Of(Dictionary<string, ImmutableArray<Answer>.Builder> answers, Claim claim) =>
        answers.TryGetValue(claim.Id, out var list) ? list.ToImmutable() : [];

    private static Dictionary<string, List<Claim>> ByReport(IEnumerable<Claim> claims)
    {
        var reports = new Dictionary<string, List<Claim>>(StringComparer.Ordinal);
        foreach (var claim in claims)
        {
            var names = claim.Statements.SelectMany(s => s.Statement.Via.Select(v => v.Actor).Append(s.Article.Outlet))
                .Concat(claim.Carriers.Select(c => c.Statement.Actor?.Name)).OfType<string>().Select(Agencies.Key).Distinct(StringComparer.Ordinal);
            foreach (var name in names)
            {
                if (!reports.TryGetValue(name, out var list))
                {
                    reports[name] = list = [];
                }

                list.Add(claim);
            }
        }

        return reports;
    }
}
