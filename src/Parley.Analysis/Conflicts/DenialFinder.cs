using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Analysis;

/// <summary>Finds denials and rejections of what another statement says.</summary>
internal static class DenialFinder
{
    public static ImmutableArray<Conflict> Find(RecordSet records)
    {
        var conflicts = ImmutableArray.CreateBuilder<Conflict>();
        foreach (var denial in records.Statements.Where(s => s.Statement.Polarity is Polarity.Denies or Polarity.Rejects))
        {
            var disputed = denial.Statement.About.Select(records.Find).OfType<ReportedStatement>().Where(s => s.Id != denial.Id).ToList();
            if (disputed.Count == 0)
            {
                continue;
            }

            conflicts.Add(new Conflict
            {
                Id = FindingId.Of("denial", disputed.Select(d => d.Id).Append(denial.Id)),
                Kind = ConflictKind.Denial,
                Disputed = [.. disputed.Select(d => d.Id)],
                Against = [denial.Id],
                Why = denial.Statement.Polarity == Polarity.Denies ? "the report says that it answers this statement and disputes it" : "the report says that it answers this statement and turns it down",
            });
        }

        return conflicts.ToImmutable();
    }
}
