using System.Collections.Immutable;
using System.Xml;
using Parley.Records;

namespace Parley.Analysis;

/// <summary>A pledge that a report calls broken, or whose deadline passed without a report that it was kept.</summary>
/// <param name="Pledge">The pledge.</param>
/// <param name="Deadline">The last day on which it could be kept, where known.</param>
/// <param name="IsReportedBroken">True if a report shows that it was broken.</param>
/// <param name="Why">The reason for people.</param>
public sealed record PledgeFinding(ReportedForecast Pledge, DateOnly? Deadline, bool IsReportedBroken, string Why)
{
    /// <summary>The statement of another who says that it was not kept, or that it was; null where none is known.</summary>
    public ReportedStatement? Outcome { get; private init; }

    /// <summary>Finds them among the records; a deadline has passed when it lies before the last day of publication.</summary>
    internal static ImmutableArray<PledgeFinding> Find(RecordSet records, ClaimIndex index)
    {
        var today = records.Articles.Select(a => a.PublicationDay).OfType<DateOnly>().DefaultIfEmpty(DateOnly.MinValue).Max();
        var findings = ImmutableArray.CreateBuilder<PledgeFinding>();
        foreach (var pledge in records.Forecasts)
        {
            var deadline = DeadlineOf(pledge.Forecast);
            if (pledge.Forecast.Outcome == ForecastOutcome.Broken && records.Find(pledge.Forecast.StatementId)?.Statement.Polarity is not (Polarity.Threatens or Polarity.Predicts or Polarity.Denies or Polarity.Rejects))
            {
                findings.Add(new PledgeFinding(pledge, deadline, IsReportedBroken: true, "a report shows that it was not kept"));
            }
            else if (pledge.Forecast.Outcome == ForecastOutcome.Open && deadline < today && records.Find(pledge.Forecast.StatementId)?.Statement.Polarity is Polarity.Pledges or Polarity.Offers)
            {
                var (kept, broken) = Outcomes(pledge, deadline!.Value, index);
                if (broken is not null)
                {
                    findings.Add(new PledgeFinding(pledge, deadline, IsReportedBroken: true, FormattableString.Invariant($"the deadline {deadline:yyyy-MM-dd} passed, and it is said that it was not kept")) { Outcome = broken });
                }
                else if (kept is null)
                {
                    findings.Add(new PledgeFinding(pledge, deadline, IsReportedBroken: false, FormattableString.Invariant($"the deadline {deadline:yyyy-MM-dd} passed and no report says that it was kept")));
                }
            }
        }

        return findings.ToImmutable();
    }

    /// <summary>The first who says after the promise that it was kept, and the last who says after its deadline that it was not.</summary>
    private static (ReportedStatement? Kept, ReportedStatement? Broken) Outcomes(ReportedForecast pledge, DateOnly deadline, ClaimIndex index)
    {
        ReportedStatement? kept = null, broken = null;
        var made = pledge.In.PublicationDay;
        var promised = index.Read(Passage.Words(pledge.Article.Text, [pledge.Forecast.Span]), performer: null, denied: false);
        foreach (var (statement, match) in index.Near(promised))
        {
            if (statement.Statement.Polarity is not (Polarity.Asserts or Polarity.Confirms or Polarity.Concedes or Polarity.Accuses) || statement.SpokenDay is not { } day || day < made || statement.Id == pledge.Forecast.StatementId)
            {
                continue;
            }

            kept = match.Relation == PropositionRelation.Same && (kept is null || day < kept.SpokenDay) ? statement : kept;
            broken = match.Relation == PropositionRelation.Contradictory && day > deadline && (broken is null || day > broken.SpokenDay) ? statement : broken;
        }

        return (kept, broken);
    }

    /// <summary>The last day of a date or period; a duration counts from the day of the promise.</summary>
    private static DateOnly? DeadlineOf(Forecast forecast)
    {
        if (forecast.Deadline is not { Length: > 1 } text)
        {
            return null;
        }

        if (Period.TryRead(text, out var days))
        {
            return days.Last;
        }

        if (text[0] != 'P' || forecast.Made is not { Day: not null } made)
        {
            return null;
        }

        try
        {
            return made.First.AddDays((int)Math.Ceiling(XmlConvert.ToTimeSpan(text).TotalDays));
        }
        catch (Exception e) when (e is FormatException or OverflowException or ArgumentOutOfRangeException)
        {
            return null; // No duration of ISO 8601.
        }
    }
}
