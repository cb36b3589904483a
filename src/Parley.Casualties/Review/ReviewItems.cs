using System.Globalization;
using Parley.Casualties.Register;
using Parley.Records;

namespace Parley.Casualties.Review;

/// <summary>
/// What of a register awaits a person's decision: removals asked for, reviewers who disagree, doubtful pairs, records that want one reviewer
/// or two, sources that contradict each other. It is a view: a decision is an event of the register, and what follows from it leaves the queue.
/// </summary>
public static class ReviewItems
{
    /// <summary>The items, the most urgent kind first, within a kind in the order of the records (of pairs: the most doubtful first).</summary>
    /// <param name="register">The register.</param>
    /// <param name="filter">Which ones; all if null.</param>
    public static IEnumerable<ReviewItem> Of(CasualtyRegister register, ReviewFilter? filter = null)
    {
        ArgumentNullException.ThrowIfNull(register);
        var wanted = filter ?? new ReviewFilter();
        return All(register).Where(wanted.Admits).OrderBy(i => i.Kind).Take(wanted.Limit ?? int.MaxValue); // OrderBy is stable
    }

    private static IEnumerable<ReviewItem> All(CasualtyRegister register)
    {
        foreach (var (record, removal) in register.PendingRemovals)
        {
            yield return new ReviewItem
            {
                Kind = ReviewKind.Removal, Records = [record], Ids = [record.Id], Since = Day(removal.When),
                Why = removal is RemovalAsked ? $"{removal.Who} asks for its removal: {removal.Reason}"
                    : removal is RecordRemoved { Restored: true } ? $"{removal.Who} put it back: {removal.Reason}" : $"{removal.Who} removed it: {removal.Reason}",
            };
        }

        foreach (var votes in register.Disputed)
        {
            if (OfPair(register, ReviewKind.Disagreement, votes.First().First, votes.First().Second,
                $"{Names(votes.Where(v => v.Same == true).Select(v => v.Who))} say one person, {Names(votes.Where(v => v.Same == false).Select(v => v.Who))} say two") is { } item)
            {
                yield return item with { Decided = [.. votes.Select(v => v.Who)], Since = Day(votes.Max(v => v.When)) };
            }
        }

        foreach (var decided in register.Contradictions)
        {
            if (OfPair(register, ReviewKind.Contradiction, decided.First, decided.Second,
                $"{decided.Who} decided that they are {(decided.Same == true ? "one person" : "two persons")}, other decisions together say the opposite; take one of them back") is { } item)
            {
                yield return item with { Since = Day(decided.When) };
            }
        }

        foreach (var pair in register.Doubtful)
        {
            if (OfPair(register, ReviewKind.Pair, pair.First, pair.Second, "") is { } item)
            {
                var isOne = item.Records[0].Id == item.Records[1].Id;
                yield return item with
                {
                    Chance = pair.Chance,
                    Why = string.Create(CultureInfo.InvariantCulture, $"the chance that they are one person is {pair.Chance:P0}; for now they are {(isOne ? "one record" : "two records")}"),
                    Since = new[] { item.Records[0].Recorded, item.Records[1].Recorded }.Max(),
                };
            }
        }

        foreach (var record in register.Records())
        {
            foreach (var item in OfRecord(register, record))
            {
                yield return item;
            }
        }
    }

    private static IEnumerable<ReviewItem> OfRecord(CasualtyRegister register, CasualtyRecord record)
    {
        var item = new ReviewItem { Kind = ReviewKind.Record, Records = [record], Ids = [record.Id], Since = record.Recorded, Why = "" };
        var decided = record.ConfirmedBy.Concat(record.RejectedBy).ToList();
        switch (Confirmation.StateOf(record, register.Policy.Reviewers))
        {
            case ReviewState.Disputed:
                yield return item with
                {
                    Kind = ReviewKind.Disagreement, Decided = [.. decided], Since = LastVerdict(register, record),
                    Why = $"{Names(record.ConfirmedBy)} confirmed it, {Names(record.RejectedBy)} rejected it; somebody else decides",
                };
                break;
            case ReviewState.Open when decided.Count > 0:
                yield return item with
                {
                    Kind = ReviewKind.Second, Decided = [.. decided], Since = LastVerdict(register, record),
                    Why = $"{Names(decided)} {(record.ConfirmedBy.Length > 0 ? "confirmed" : "rejected")} it, {decided.Count} of {register.Policy.Reviewers} reviewers",
                };
                break;
            case ReviewState.Open:
                yield return item with { Why = $"nobody has reviewed it; the evidence bears {EnumName.Of(Confirmation.LevelOf(record))}" };
                break;
        }

        foreach (var conflict in record.OpenConflicts)
        {
            yield return item with
            {
                Kind = ReviewKind.Conflict, Field = conflict,
                Why = $"{RegisterExport.FieldName(conflict.Field)} is {conflict.Value} ({EnumName.Of(conflict.Rule)}), against {string.Join(", ", conflict.Against)}",
            };
        }
    }

    /// <summary>Null if one of the mentions never came, as the packages of other teams may withhold it.</summary>
    private static ReviewItem? OfPair(CasualtyRegister register, ReviewKind kind, string first, string second, string why) =>
        register.RecordOf(first) is { } one && register.RecordOf(second) is { } other
            ? new ReviewItem { Kind = kind, Records = [one, other], Ids = [first, second], Why = why } : null;

    private static DateOnly LastVerdict(CasualtyRegister register, CasualtyRecord record) => Day(register.ReviewsOf(record).Max(r => r.When));

    private static DateOnly Day(DateTimeOffset when) => DateOnly.FromDateTime(when.UtcDateTime);

    private static string Names(IEnumerable<string> names) => string.Join(" and ", names);
}
