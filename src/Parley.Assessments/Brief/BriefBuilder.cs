using Parley.Analysis;
using Parley.Records;

namespace Parley.Assessments;

/// <summary>Writes the brief: from records to findings to sentences. The same records and options always give the same brief.</summary>
public static class BriefBuilder
{
    /// <summary>Compares what was known by the end of the days asked for and writes their brief.</summary>
    public static Assessment Build(IEnumerable<RecordedArticle> records, BriefOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var known = RecordSet.Of(records, new AsOf(options.Until, options.GatheredBy));
        var findings = Analyst.Analyse(known);
        var before = options.Since is { } since ? Analyst.Analyse(known.Where(a => a.Reading.Article.Published is { } date && date.Last < since)) : null;
        return Build(findings, before, options);
    }

    /// <summary>Writes the brief of findings.</summary>
    /// <param name="findings">What is known by the end of the days covered.</param>
    /// <param name="before">What was known before them, to tell what changed; null if that is not asked for.</param>
    /// <param name="options">What to cover.</param>
    public static Assessment Build(Findings findings, Findings? before, BriefOptions options)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(options);
        var material = new BriefMaterial(findings, options);
        var isShort = options.Length == BriefLength.Short;
        Section?[] sections =
        [
            TakeawaysSection.Build(material),
            before is null ? null : ChangesSection.Build(material, before),
            DisputesSection.Build(material),
            FiguresSection.Build(material),
            PositionsSection.Build(material),
            isShort ? null : DaysSection.Build(material),
            isShort ? null : SourcingSection.Build(material),
            UnknownsSection.Build(material),
            isShort ? null : ChronologySection.Build(material),
        ];
        var covered = findings.Records.Articles.Where(material.Covers).ToList();
        return new Assessment
        {
            Title = options.Title ?? Title(material),
            Range = material.Range,
            Scope = new AssessmentScope(covered.Count(a => a.Reading.Statements.Length > 0), covered.Where(a => a.Reading.Statements.Length > 0)
                .Select(a => a.Outlet).Distinct(StringComparer.OrdinalIgnoreCase).Count(), findings.Records.Statements.Count(material.Covers)),
            LedgerHead = options.LedgerHead,
            Sections = [.. sections.OfType<Section>()],
        };
    }

    /// <summary>The two issues most spoken about.</summary>
    private static string Title(BriefMaterial material)
    {
        var issues = material.Claims.SelectMany(c => c.Representative.Statement.Issues.Take(1)).Where(i => i != "other").CountBy(i => i)
            .OrderByDescending(i => i.Value).ThenBy(i => i.Key, StringComparer.Ordinal).Take(2).Select(i => i.Key).ToList();
        return issues.Count switch
        {
            0 => "What was said",
            1 => $"{IssueWording.Of(issues[0])}: what was said",
            _ => $"{IssueWording.Of(issues[0])} and {IssueWording.InSentence(issues[1])}: what was said",
        };
    }
}
