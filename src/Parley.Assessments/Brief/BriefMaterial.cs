using System.Collections.Immutable;
using Parley.Analysis;
using Parley.Records;

namespace Parley.Assessments;

/// <summary>What a brief is written from: the findings of all that was known, and which of it lies in the days covered.</summary>
internal sealed class BriefMaterial
{
    // Forty copies need no forty notes; a full brief has them all.
    private const int MostCited = 5;

    private readonly Dictionary<string, Claim> _claims;
    private readonly Dictionary<string, Claim> _byId;

    public BriefMaterial(Findings findings, BriefOptions options)
    {
        (Findings, Options) = (findings, options);
        _claims = findings.Claims.SelectMany(c => c.Statements.Concat(c.Carriers).Select(s => (s.Id, c))).DistinctBy(p => p.Id).ToDictionary(p => p.Id, p => p.c, StringComparer.Ordinal);
        _byId = findings.Claims.ToDictionary(c => c.Id, StringComparer.Ordinal);
        Claims = [.. findings.Claims.Where(c => c.Statements.Any(Covers))];
        Range = RangeOf();
        Wording = new StatementWording(options.Length switch { BriefLength.Full => 4000, BriefLength.Standard => 320, _ => 200 }, options.Length == BriefLength.Full ? int.MaxValue : MostCited);
    }

    public Findings Findings { get; }

    public BriefOptions Options { get; }

    public RecordSet Records => Findings.Records;

    public StatementWording Wording { get; }

    /// <summary>Claims with a statement in the days covered.</summary>
    public ImmutableArray<Claim> Claims { get; }

    /// <summary>The days covered, null if nothing is dated.</summary>
    public DateRange? Range { get; }

    /// <summary>The day as of which positions are told.</summary>
    public DateOnly? Today => Range?.Last;

    /// <summary>
    /// The statement by which a claim is told: of those in the days covered the one nearest to its source that says most and can be quoted
    /// whole, the first of several such.
    /// </summary>
    public ReportedStatement Telling(Claim claim)
    {
        var covered = claim.Statements.Where(Covers).ToList();
        covered = covered.Count > 0 ? covered : [.. claim.Statements];
        return covered.Where(s => s.Words.Length <= Wording.QuotationLength).OrderByDescending(s => s.ContentWordCount).ThenBy(s => s.Statement.Via.Length)
            .ThenBy(IsPrinted).FirstOrDefault() ?? covered[0];
    }

    /// <summary>True for the report of an agency that another outlet prints.</summary>
    private static bool IsPrinted(ReportedStatement statement) => statement.AgencyOfArticle is { } agency && !statement.In.Outlet.Contains(agency, StringComparison.OrdinalIgnoreCase);

    /// <summary>The claim that a statement says or carries.</summary>
    public Claim? ClaimOf(string statementId) => _claims.GetValueOrDefault(statementId);

    /// <summary>The claim with an id.</summary>
    public Claim? Claim(string id) => _byId.GetValueOrDefault(id);

    public bool Covers(ReportedStatement statement) => Covers(statement.In);

    /// <summary>True for articles published in the days covered; undated ones belong to a brief without a first day.</summary>
    public bool Covers(RecordedArticle article) =>
        Options.Since is not { } since || (article.Reading.Article.Published is { } date && date.Last >= since);

    /// <summary>True for a pledge that was made, or of which it became known that it was not kept, in the days covered.</summary>
    public bool Covers(PledgeFinding pledge) => Covers(pledge.Pledge.In) || (pledge.Outcome is { } said && Covers(said)) ||
        (!pledge.IsReportedBroken && pledge.Deadline is { } day && Range?.Contains(day.AddDays(1)) == true);

    private DateRange? RangeOf()
    {
        var days = Records.Articles.Where(Covers).Select(a => a.PublicationDay).OfType<DateOnly>().ToList();
        var first = Options.Since ?? (days.Count > 0 ? days.Min() : Options.Until);
        var last = Options.Until ?? (days.Count > 0 ? days.Max() : Options.Since);
        return first is { } f && last is { } l && f <= l ? new DateRange(f, l) : null;
    }
}
