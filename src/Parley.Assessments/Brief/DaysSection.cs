using System.Collections.Immutable;
using Parley.Analysis;

namespace Parley.Assessments;

/// <summary>Who said what, per day of publication and per issue.</summary>
internal static class DaysSection
{
    public static Section? Build(ImmutableArray<ReportedStatement> told, StatementWording wording)
    {
        var days = told.GroupBy(s => s.Day).OrderBy(d => d.Key ?? DateOnly.MaxValue).Select(day => new Section(
            day.Key is { } date ? $"day-{date:yyyy-MM-dd}" : "day-unknown",
            day.Key is { } known ? DateWording.Of(known) : "Date not stated",
            [])
        { Parts = Issues(day, wording) }).ToImmutableArray();
        return days.IsEmpty ? null
            : new Section("record", "Who said what", []) { Lead = "By day of publication and by issue.", Parts = days };
    }

    private static ImmutableArray<Section> Issues(IGrouping<DateOnly?, ReportedStatement> day, StatementWording wording) =>
        [.. day.GroupBy(s => IssueWording.Of(s.Statement.Issues.FirstOrDefault()))
            .OrderBy(i => i.Key == IssueWording.None)
            .ThenByDescending(i => i.Count())
            .ThenBy(i => i.Key, StringComparer.Ordinal)
            .Select((issue, index) => new Section($"day-{(day.Key is { } d ? d.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : "unknown")}-{index + 1}", issue.Key,
                [new SentenceList([.. issue.Select(wording.Of)])]))];
}
