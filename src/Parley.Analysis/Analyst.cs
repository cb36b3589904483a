using Parley.Records;

namespace Parley.Analysis;

/// <summary>Compares records: the one entry to claims, conflicts, figures and positions. The same records give the same findings, in whatever order they come.</summary>
public static class Analyst
{
    /// <summary>Compares everything that was known <paramref name="asOf"/> (everything, if null).</summary>
    public static Findings Analyse(IEnumerable<RecordedArticle> records, AsOf? asOf = null) => Analyse(RecordSet.Of(records, asOf));

    /// <summary>Compares a set of records.</summary>
    public static Findings Analyse(RecordSet records)
    {
        ArgumentNullException.ThrowIfNull(records);
        var found = new ClaimFinder(records);
        var claims = new AnswerFinder(records, found).Answer();
        var figures = FigureComparer.Compare(records);
        var pledges = PledgeFinding.Find(records, found.Index);
        var positions = PositionFinder.Find(records);
        return new Findings
        {
            Records = records,
            Claims = claims,
            Conflicts = ConflictFinder.Find(found, claims, figures, pledges),
            Figures = figures,
            Pledges = pledges,
            Positions = positions,
            ConditionAnswers = PositionFinder.Answers(positions, found),
            Outlets = SourcingCounter.Outlets(claims),
        };
    }
}
