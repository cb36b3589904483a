using System.Collections.Immutable;
using System.Globalization;
using Parley.Analysis;

namespace Parley.Assessments;

/// <summary>Who said what, per day of publication and per issue; a claim is told once a day, with all its reports cited.</summary>
internal static class DaysSection
{
    public static Section? Build(BriefMaterial material)
    {
        var told = material.Claims.SelectMany(c => c.Statements.Where(s => material.Covers(s) && s.ContentWordCount > 0).DistinctBy(s => (s.Day, s.Statement.Actor?.Id)).Select(s => (Claim: c, Statement: s))).ToList();
        var days = told.GroupBy(s => s.Statement.Day).OrderBy(d => d.Key ?? DateOnly.MaxValue).Select(day => new Section(
            day.Key is { } date ? $"day-{date:yyyy-MM-dd}" : "day-unknown",
            day.Key is { } known ? DateWording.Of(known) : "Date not stated",
            [])
        { Parts = Issues(day.Key, day, material) }).ToImmutableArray();
        return days.IsEmpty ? null : new Section("record", "Who said what", []) { Lead = "By day of publication and by issue.", Parts = days };
    }

    private static ImmutableArray<Section> Issues(DateOnly? day, IEnumerable<(Claim Claim, ReportedStatement Statement)> told, BriefMaterial material)
    {
        var name = day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "unknown";
        return [.. told.GroupBy(s => IssueWording.Of(s.Statement.Statement.Issues.FirstOrDefault()))
            .OrderBy(i => i.Key == IssueWording.None)
            .ThenByDescending(i => i.Count())
            .ThenBy(i => i.Key, StringComparer.Ordinal)
            .Select((issue, index) => new Section($"day-{name}-{index + 1}", issue.Key, [new SentenceList([.. issue.Select(s => material.Wording.Of(s.Claim, s.Statement))])]))];
    }
}
