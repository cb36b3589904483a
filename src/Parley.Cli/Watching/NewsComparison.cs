using Parley.Analysis;
using Parley.Cli.Commands;
using Parley.Ledger;

namespace Parley.Cli.Watching;

/// <summary>
/// Answers saved questions about what was recorded lately. A small ledger is compared whole; of a large one only the articles that share
/// matter with the new ones, and some others by which the frequency of words is known, so that the cost does not grow with the ledger.
/// </summary>
internal static class NewsComparison
{
    private const int Together = 8;

    /// <summary>The alerts about what was recorded after record number <paramref name="since"/>, and the number of the last record seen.</summary>
    public static (IReadOnlyList<Alert> Alerts, long Head) Find(string ledger, long since, IReadOnlyList<SavedQuestion> questions, CancellationToken cancellation)
    {
        using var reader = LedgerOption.OpenForReading(ledger);
        var head = reader.Head.Sequence;
        if (questions.Count == 0 || head <= since)
        {
            return ([], head);
        }

        var compared = new ComparisonRecords(reader);
        if (compared.IsSmall)
        {
            var news = reader.NewSince(since).SelectMany(a => a.NewStatementIds).ToHashSet(StringComparer.Ordinal);
            return (news.Count == 0 ? [] : AlertFinder.Find(Analyst.Analyse(reader.Articles()), news, questions), head);
        }

        var alerts = new List<Alert>();
        foreach (var some in reader.NewSince(since).Where(a => a.NewStatementIds.Count > 0).Chunk(Together))
        {
            cancellation.ThrowIfCancellationRequested();
            var findings = Analyst.Analyse(compared.Around([.. some.Select(a => a.Article)], some[0].Sequence));
            alerts.AddRange(AlertFinder.Find(findings, some.SelectMany(a => a.NewStatementIds).ToHashSet(StringComparer.Ordinal), questions));
        }

        return (alerts, head);
    }
}
