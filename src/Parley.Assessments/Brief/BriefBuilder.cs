using System.Collections.Immutable;
using Parley.Analysis;
using Parley.Records;

namespace Parley.Assessments;

/// <summary>Writes the brief: from records to findings to sentences. The same records and options always give the same brief.</summary>
public static class BriefBuilder
{
    /// <summary>Compares the records and writes the brief of the days asked for.</summary>
    public static Assessment Build(IEnumerable<RecordedArticle> records, BriefOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var all = RecordSet.Of(records, new AsOf(Published: options.Until));
        var inRange = all.Where(a => options.Since is not { } since || a.Reading.Article.Published is { } date && date.Last >= since);
        return Build(Analyst.Analyse(inRange), options);
    }

    /// <summary>Writes the brief of findings.</summary>
    public static Assessment Build(Findings findings, BriefOptions options)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(options);
        var records = findings.Records;
        var wording = new StatementWording(options.Length switch { BriefLength.Full => 4000, BriefLength.Standard => 320, _ => 200 });
        var range = RangeOf(records, options);
        var told = Told(records);

        var sections = ImmutableArray.CreateBuilder<Section>();
        void Add(Section? section)
        {
            if (section is not null)
            {
                sections.Add(section);
            }
        }

        Add(TakeawaysSection.Build(findings, told, wording));
        Add(DisputesSection.Build(findings, wording));
        Add(FiguresSection.Build(findings));
        if (options.Length != BriefLength.Short)
        {
            Add(DaysSection.Build(told, wording));
        }

        Add(UnknownsSection.Build(records, wording));
        return new Assessment
        {
            Title = options.Title ?? Title(told, range),
            Range = range,
            Scope = new AssessmentScope(records.Articles.Count(a => a.Reading.Statements.Length > 0),
                records.Articles.Select(a => a.Outlet).Distinct(StringComparer.OrdinalIgnoreCase).Count(), records.Statements.Length),
            LedgerHead = options.LedgerHead,
            Sections = sections.ToImmutable(),
        };
    }

    /// <summary>The statements that the brief tells: not those that only carry another one, whose chain names them.</summary>
    private static ImmutableArray<ReportedStatement> Told(RecordSet records) =>
        [.. records.Articles.SelectMany(a => Carriers.Without(records.Statements.Where(s => s.In == a).ToList()))];

    private static DateRange? RangeOf(RecordSet records, BriefOptions options)
    {
        var days = records.Articles.Select(a => a.PublicationDay).OfType<DateOnly>().ToList();
        var first = options.Since ?? (days.Count > 0 ? days.Min() : options.Until);
        var last = options.Until ?? (days.Count > 0 ? days.Max() : options.Since);
        return first is { } f && last is { } l && f <= l ? new DateRange(f, l) : null;
    }

    private static string Title(ImmutableArray<ReportedStatement> told, DateRange? range)
    {
        var issues = told.SelectMany(s => s.Statement.Issues.Take(1)).Where(i => i != "other").CountBy(i => i)
            .OrderByDescending(i => i.Value).ThenBy(i => i.Key, StringComparer.Ordinal).Take(2).Select(i => IssueWording.Of(i.Key)).ToList();
        var matter = issues.Count switch
        {
            0 => "What was said",
            1 => $"{issues[0]}: what was said",
            _ => $"{issues[0]} and {LowerFirst(issues[1])}: what was said",
        };
        return range is { } days ? $"{matter}, {DateWording.Of(days)}" : matter;
    }

    private static string LowerFirst(string words) => words.Length > 1 && char.IsLower(words[1]) ? char.ToLowerInvariant(words[0]) + words[1..] : words;
}
