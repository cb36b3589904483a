using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Analysis;

/// <summary>Tells statements that only carry another ("Agency reported that two sources said …") from those that say something.</summary>
internal static class Carriers
{
    /// <summary>For each statement of one article that only carries another: the innermost one it carries.</summary>
    public static Dictionary<string, ReportedStatement> Of(IReadOnlyList<ReportedStatement> ofOneArticle)
    {
        var carried = new Dictionary<string, ReportedStatement>(StringComparer.Ordinal);
        var byStart = ofOneArticle.Where(s => !s.Spans.IsDefaultOrEmpty)
            .OrderBy(s => s.Spans[0].Start).ThenByDescending(s => s.Spans[^1].End).ThenByDescending(LengthOf).ToImmutableArray();
        for (var i = 0; i < byStart.Length; i++)
        {
            ReportedStatement? longest = null;
            for (var j = i + 1; j < byStart.Length && byStart[j].Spans[0].Start < byStart[i].Spans[^1].End; j++)
            {
                if (IsCarriedBy(byStart[j], byStart[i]) && (longest is null || LengthOf(byStart[j]) > LengthOf(longest)))
                {
                    longest = byStart[j];
                }
            }

            if (longest is not null)
            {
                carried[byStart[i].Id] = longest;
            }
        }

        foreach (var id in carried.Keys.ToList())
        {
            while (carried.TryGetValue(carried[id].Id, out var further))
            {
                carried[id] = further;
            }
        }

        return carried;
    }

    /// <summary>True when the inner is at least half of the outer's content. Who denies or confirms something does more than carry it.</summary>
    private static bool IsCarriedBy(ReportedStatement inner, ReportedStatement outer) =>
        outer.Statement.Polarity == Polarity.Asserts && 2 * LengthOf(inner) >= LengthOf(outer) && outer.Holds(inner);

    private static int LengthOf(ReportedStatement statement) => statement.Spans.Sum(s => s.Length);
}
