namespace Parley.Analysis;

/// <summary>Narrows findings to what is asked for; comparison has seen everything, only the answer is smaller.</summary>
public static class FindingsNarrowing
{
    /// <summary>
    /// Claims of which a statement matches, conflicts of which a statement or figure matches, and the stances that match. Origins, answers
    /// and states stay those of all records.
    /// </summary>
    public static Findings Narrow(this Findings findings, StatementMatch match)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(match);
        if (match.IsEmpty)
        {
            return findings;
        }

        var matched = findings.Records.Statements.Where(match.Matches).Select(s => s.Id)
            .Concat(findings.Records.Figures.Where(match.Matches).Select(f => f.Figure.Id)).ToHashSet(StringComparer.Ordinal);
        return findings with
        {
            Claims = [.. findings.Claims.Where(c => c.Statements.Concat(c.Carriers).Any(s => matched.Contains(s.Id)))],
            Conflicts = [.. findings.Conflicts.Where(c => c.StatementIds.Any(matched.Contains))],
            Figures = [.. findings.Figures.Where(c => c.Figures.Any(f => matched.Contains(f.Figure.Id)))],
            Positions =
            [
                .. findings.Positions
                    .Where(p => match.Issue is not { } issue || p.Issue.Equals(issue, StringComparison.OrdinalIgnoreCase))
                    .Select(p => p with
                    {
                        Points = [.. p.Points.Where(x => matched.Contains(x.Statement.Id))],
                        Changes = [.. p.Changes.Where(x => matched.Contains(x.After.Statement.Id))],
                    })
                    .Where(p => !p.Points.IsEmpty),
            ],
        };
    }
}
