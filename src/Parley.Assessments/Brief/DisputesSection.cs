using System.Collections.Immutable;
using Parley.Analysis;

namespace Parley.Assessments;

/// <summary>What is denied, beside what denies it.</summary>
internal static class DisputesSection
{
    public static Section? Build(Findings findings, StatementWording wording)
    {
        var blocks = ImmutableArray.CreateBuilder<SectionBlock>();
        foreach (var conflict in findings.Conflicts.Where(c => c.Kind != ConflictKind.CompetingFigures))
        {
            var disputed = conflict.Disputed.Select(findings.Records.Find).OfType<ReportedStatement>().Select(wording.Of).ToImmutableArray();
            var against = conflict.Against.Select(findings.Records.Find).OfType<ReportedStatement>().Select(wording.Of).ToImmutableArray();
            if (!disputed.IsEmpty && !against.IsEmpty)
            {
                blocks.Add(new SideBySide("Claim", disputed, "Answer", against, conflict.Why));
            }
        }

        return blocks.Count == 0 ? null
            : new Section("disputes", "Claims and denials", blocks.ToImmutable()) { Lead = "Each claim stands beside what is said against it. Which of them is right is not decided here." };
    }
}
