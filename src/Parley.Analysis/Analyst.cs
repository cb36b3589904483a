using Parley.Records;

namespace Parley.Analysis;

/// <summary>Compares records: the one entry to claims, conflicts, figures and positions.</summary>
public static class Analyst
{
    /// <summary>Compares everything that was known <paramref name="asOf"/> (everything, if null).</summary>
    public static Findings Analyse(IEnumerable<RecordedArticle> records, AsOf? asOf = null) => Analyse(RecordSet.Of(records, asOf));

    /// <summary>Compares a set of records.</summary>
    public static Findings Analyse(RecordSet records)
    {
        ArgumentNullException.ThrowIfNull(records);
        return new Findings { Records = records, Conflicts = DenialFinder.Find(records), Figures = FigureComparer.Compare(records) };
    }
}
