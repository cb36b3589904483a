using Parley.Casualties.Register;

namespace Parley.Casualties.Review;

/// <summary>What one person has done for a register, and what he or she could do next.</summary>
/// <param name="Name">The person.</param>
/// <param name="Confirmed">Records confirmed, by the present verdicts.</param>
/// <param name="Rejected">Records rejected, by the present verdicts.</param>
/// <param name="Pairs">Decisions on pairs, as they were made.</param>
/// <param name="Corrections">Corrections, as they were made.</param>
/// <param name="Removals">Removals and what was decided about removals, as they were made.</param>
/// <param name="Withdrawn">Verdicts and decisions that the person took back.</param>
/// <param name="First">The day (UTC) of the first of them.</param>
/// <param name="Last">The day of the last.</param>
/// <param name="Open">Items of the queue that the person can decide.</param>
public sealed record ReviewerWork(
    string Name, int Confirmed, int Rejected, int Pairs, int Corrections, int Removals, int Withdrawn, DateOnly First, DateOnly Last, int Open);

/// <summary>The workload of the persons who review a register.</summary>
public static class Reviewers
{
    /// <summary>Everybody who has decided anything, in the order of their names.</summary>
    public static IEnumerable<ReviewerWork> Of(CasualtyRegister register)
    {
        ArgumentNullException.ThrowIfNull(register);
        var queue = ReviewItems.Of(register).ToList();
        var decisions = register.Localised.Where(e => e is RecordReviewed or PairDecided or FieldCorrected or RecordRemoved or RemovalSettled);
        foreach (var work in decisions.GroupBy(e => e.Who, StringComparer.OrdinalIgnoreCase).OrderBy(g => g.Key, StringComparer.OrdinalIgnoreCase))
        {
            var verdicts = work.OfType<RecordReviewed>().GroupBy(r => r.Record).Select(g => g.Last().Verdict).ToList();
            yield return new ReviewerWork(
                work.Key,
                verdicts.Count(v => v == ReviewVerdict.Confirm),
                verdicts.Count(v => v == ReviewVerdict.Reject),
                work.OfType<PairDecided>().Count(d => d.Same is not null),
                work.OfType<FieldCorrected>().Count(),
                work.Count(e => e is RecordRemoved or RemovalSettled),
                work.Count(e => e is RecordReviewed { Verdict: ReviewVerdict.Withdraw } or PairDecided { Same: null }),
                DateOnly.FromDateTime(work.Min(e => e.When).UtcDateTime),
                DateOnly.FromDateTime(work.Max(e => e.When).UtcDateTime),
                queue.Count(new ReviewFilter { Reviewer = work.Key }.Admits));
        }
    }
}
