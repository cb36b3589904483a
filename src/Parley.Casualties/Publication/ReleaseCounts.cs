using System.Collections.Immutable;
using Parley.Casualties.Register;

namespace Parley.Casualties.Publication;

/// <summary>How many records there are of what.</summary>
/// <param name="Published">Records that meet the criteria and may be shown.</param>
/// <param name="Withheld">Records that meet the criteria and may not be shown, because the person may be alive.</param>
/// <param name="Minors">Of the published ones those of minors, whose particulars are left out.</param>
/// <param name="ByLevel">Named dead by level of confirmation, whatever the criteria's level, from confirmed downwards.</param>
/// <param name="Open">Records of people missing or captured, or of unknown fate.</param>
/// <param name="LeftOut">Named dead that fail a criterion, by criterion; one may fail several.</param>
internal sealed record ReleaseCounts(
    int Published, int Withheld, int Minors, ImmutableArray<(ConfirmationLevel Level, int Count)> ByLevel, int Open, ImmutableArray<(string Criterion, int Count)> LeftOut)
{
    public static ReleaseCounts Of(CasualtyRegister register, IReadOnlyCollection<CasualtyRecord> published, int withheld)
    {
        var dead = register.Records().Where(RegisterLists.IsDead).ToList();
        return new(
            published.Count,
            withheld,
            published.Count(r => r.Person.YoungestAgeAt(r.Incident.Date) < Redaction.AdultAge),
            [.. ((ConfirmationLevel[])[ConfirmationLevel.Confirmed, ConfirmationLevel.Probable, ConfirmationLevel.Reported]).Select(l => (l, dead.Count(r => r.Level == l)))],
            register.Records().Count(r => !RegisterLists.IsDead(r) && r.Status != CasualtyStatus.Alive),
            [.. dead.SelectMany(r => register.Policy.Failed(r)).Select(CriterionOf).CountBy(c => c, StringComparer.Ordinal).OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => (c.Key, c.Value))]);
    }

    /// <summary>The criterion alone: what a record has instead may tell who it is.</summary>
    private static string CriterionOf(string failed) => failed.StartsWith("level ", StringComparison.Ordinal) || failed.StartsWith("status ", StringComparison.Ordinal)
        || failed.StartsWith("category ", StringComparison.Ordinal) ? failed : failed.Split(' ')[0];
}

/// <summary>Who and what the register rests on.</summary>
/// <param name="Mentions">Mentions that count.</param>
/// <param name="Joined">Records that rest on two mentions or more.</param>
/// <param name="LinkageRuns">Runs of the linkage.</param>
/// <param name="SameDecisions">Pairs that people decided to be one person.</param>
/// <param name="DifferentDecisions">Pairs that people decided to be two.</param>
/// <param name="Doubtful">Pairs that wait for a decision.</param>
/// <param name="Reviewers">People who reviewed records.</param>
/// <param name="Confirmations">Their confirmations in force.</param>
/// <param name="Rejections">Their rejections in force.</param>
/// <param name="Corrections">Fields that people set, ever.</param>
/// <param name="Removals">Records that people removed, ever.</param>
/// <param name="Makers">What read the mentions, with its version, and how many.</param>
/// <param name="Sources">Sources by kind and grade, and how many mentions they gave.</param>
internal sealed record ReleaseActivity(
    int Mentions, int Joined, int LinkageRuns, int SameDecisions, int DifferentDecisions, int Doubtful, int Reviewers, int Confirmations, int Rejections, int Corrections, int Removals,
    ImmutableArray<(string Maker, int Mentions)> Makers, ImmutableArray<(SourceKind Kind, char Grade, int Sources, int Mentions)> Sources)
{
    public static ReleaseActivity Of(CasualtyRegister register)
    {
        var mentions = register.Mentions.Select(m => m.Mention).ToList();
        var records = register.Records(new RegisterFilter { Level = ConfirmationLevel.Rejected }).ToList();
        return new(
            mentions.Count,
            records.Count(r => r.Mentions.Length > 1),
            register.Events.Count(e => e is MentionsLinked),
            register.Decisions.Count(d => d.Same == true),
            register.Decisions.Count(d => d.Same == false),
            register.Doubtful.Length,
            records.SelectMany(r => r.ConfirmedBy.Concat(r.RejectedBy)).Distinct(StringComparer.OrdinalIgnoreCase).Count(),
            records.Sum(r => r.ConfirmedBy.Length),
            records.Sum(r => r.RejectedBy.Length),
            register.Events.Count(e => e is FieldCorrected),
            register.Events.Count(e => e is RecordRemoved { Restored: false }),
            [.. mentions.CountBy(m => m.Maker, StringComparer.Ordinal).OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => (m.Key, m.Value))],
            [.. mentions.GroupBy(m => (m.Source.Kind, m.Source.Reliability)).OrderBy(g => g.Key.Kind).ThenBy(g => g.Key.Reliability)
                .Select(g => (g.Key.Kind, g.Key.Reliability, g.Select(m => m.Source.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count(), g.Count()))]);
    }
}
