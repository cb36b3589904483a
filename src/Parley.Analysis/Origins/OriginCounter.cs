using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Analysis;

/// <summary>
/// Counts the independent origins of a claim. A named source is one origin, through however many outlets. An unnamed source belongs to the report
/// that spoke to it: the last report of the chain, the agency of a tag, the first of some copies, else the outlet itself.
/// </summary>
internal sealed class OriginCounter(CopyIndex copies)
{
    private const double SameWordsFrom = 0.9;
    private const int LeastWords = 8;

    private readonly Dictionary<ArticleId, (string Report, OriginReasonKind? By, string Words)> _reports = [];

    /// <summary>The origins of statements that say the same, in the order of their first statements.</summary>
    public ImmutableArray<Origin> Count(IReadOnlyList<ReportedStatement> statements)
    {
        var homes = new List<(string Source, List<ReportedStatement> Statements, List<OriginReason> Reasons)>();
        var byKey = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var statement in statements)
        {
            var root = Root.Of(statement);
            var (report, by, words) = root.IsIdentified ? default : ReportOf(statement, root);
            var home = -1;
            var onlyCites = false;
            foreach (var (key, kind, why) in Sought(root, report, by, words, statement))
            {
                if (byKey.TryGetValue(key, out home))
                {
                    homes[home].Reasons.Add(new OriginReason(kind, statement.Id, homes[home].Statements[0].Id, why));
                    onlyCites = root.IsIdentified && kind == OriginReasonKind.CitedReport;
                    break;
                }

                home = -1;
            }

            if (home < 0 && !root.IsIdentified && (home = FindSameWords(statement, homes)) >= 0)
            {
                homes[home].Reasons.Add(new OriginReason(OriginReasonKind.SameWords, statement.Id, homes[home].Statements[0].Id, "the passages have the same words"));
            }

            if (home < 0 && !root.IsIdentified && (home = FindLinked(statement, homes)) >= 0)
            {
                homes[home].Reasons.Add(new OriginReason(OriginReasonKind.Link, statement.Id, homes[home].Statements[0].Id, "one article links to the other"));
            }

            if (home < 0)
            {
                home = homes.Count;
                homes.Add((root.IsIdentified ? (Cited(root, statement) is { } teller ? $"{root.Name}, by {teller}" : root.Name) : root.Name.Length > 0 ? $"{root.Name}, to {report}" : report!, [], []));
            }

            homes[home].Statements.Add(statement);
            // A report of what somebody did is not that somebody: another who tells it himself is an origin of his own.
            foreach (var key in onlyCites ? [] : Kept(root, report, statement))
            {
                byKey.TryAdd(key, home);
            }
        }

        return [.. homes.Select(h => new Origin(h.Source, [.. h.Statements], [.. h.Reasons]))];
    }

    /// <summary>The keys under which an earlier statement of the same origin would be found, and why it would be the same.</summary>
    private static IEnumerable<(string Key, OriginReasonKind Kind, string Why)> Sought(Root root, string? report, OriginReasonKind? by, string words, ReportedStatement statement)
    {
        if (root.IsIdentified)
        {
            yield return ($"actor|{root.Key}", OriginReasonKind.SameSource, $"{root.Name} is the source of both");
            yield return ($"report|{Agencies.Key(root.Name)}", OriginReasonKind.CitedReport, $"both go back to the report of {root.Name}");
            // What a medium reports rests on whom it spoke to.
            yield return ($"told to|{Agencies.Key(root.Name)}", OriginReasonKind.CitedReport, $"one cites the report of {root.Name}");
            if (Cited(root, statement) is { } cited)
            {
                yield return ($"report|{Agencies.Key(cited)}", OriginReasonKind.CitedReport, $"one cites the report of {cited}");
            }

            yield break;
        }

        var reportKey = Agencies.Key(report!);
        yield return ($"report|{reportKey}|{root.Key}", by ?? OriginReasonKind.CitedReport, words);
        yield return ($"cited|{reportKey}", OriginReasonKind.CitedReport, $"one cites the report of {report}");
        if (root.Key.Length == 0 || by is OriginReasonKind.CitedReport)
        {
            // He who repeats a report may describe its sources in other words.
            yield return ($"report|{reportKey}", by ?? OriginReasonKind.CitedReport, words);
        }

        if (root.Key.Contains(' ', StringComparison.Ordinal))
        {
            yield return ($"described|{root.Key}|{statement.SpokenDay:yyyy-MM}", OriginReasonKind.SameDescription, $"both rest on a source described as {root.Name}");
        }
    }

    /// <summary>The report, not the article's own, from which a statement is known; null if the article has it itself.</summary>
    private static string? Cited(Root root, ReportedStatement statement) => root.Chain.LastOrDefault(v => !IsAuthor(statement.Article, v.Actor))?.Actor;

    /// <summary>The keys under which later statements of the same origin find this one.</summary>
    private List<string> Kept(Root root, string? report, ReportedStatement statement)
    {
        if (root.IsIdentified)
        {
            var toldTo = $"told to|{Agencies.Key(statement.In.Outlet)}";
            return statement.Statement.Actor!.Kind == ActorKind.Person ? [$"actor|{root.Key}", toldTo] : [$"actor|{root.Key}", $"report|{Agencies.Key(root.Name)}", toldTo];
        }

        var reportKey = Agencies.Key(report!);
        var keys = new List<string> { $"report|{reportKey}|{root.Key}", $"report|{reportKey}", $"described|{root.Key}|{statement.SpokenDay:yyyy-MM}" };
        if (ReportOf(statement, root).By == OriginReasonKind.CitedReport)
        {
            keys.Add($"cited|{reportKey}");
        }

        return keys;
    }

    /// <summary>The report that spoke to the source, and what shows it.</summary>
    private (string Report, OriginReasonKind? By, string Words) ReportOf(ReportedStatement statement, Root root)
    {
        var article = statement.Article;
        if (Cited(root, statement) is { } cited)
        {
            return (cited, OriginReasonKind.CitedReport, $"both go back to the report of {cited}");
        }

        if (!_reports.TryGetValue(article.Id, out var report))
        {
            _reports[article.Id] = report = FindReport(statement.In);
        }

        return report;
    }

    private (string Report, OriginReasonKind? By, string Words) FindReport(RecordedArticle article)
    {
        if (Agencies.Of(article.Reading.Article) is { } agency)
        {
            return (agency, OriginReasonKind.AgencyTag, $"both carry the tag of {agency}");
        }

        var (first, resemblance) = copies.OriginalOf(article.Reading.Article.Id);
        if (first != article)
        {
            var original = FindReport(first);
            return (original.Report, OriginReasonKind.Copy, FormattableString.Invariant($"a copy of the article of {first.Outlet}: {resemblance:P0} of its runs of five words are the same"));
        }

        return (article.Outlet, null, $"both are the report of {article.Outlet}");
    }

    private static bool IsAuthor(Article article, string actor) =>
        string.Equals(actor, article.Byline, StringComparison.OrdinalIgnoreCase) || (article.Outlet is { } outlet && Agencies.Key(actor) == Agencies.Key(outlet));

    private static int FindLinked(ReportedStatement statement, List<(string Source, List<ReportedStatement> Statements, List<OriginReason> Reasons)> homes) =>
        homes.FindIndex(h => h.Statements.Exists(o => o.Article.Id != statement.Article.Id && (Links(statement.Article, o.Article) || Links(o.Article, statement.Article))));

    private static bool Links(Article from, Article to) =>
        to.Url is { Length: > 12 } url && Uri.TryCreate(url, UriKind.Absolute, out var address) && address.AbsolutePath.Length > 1 && from.Text.Contains(url, StringComparison.OrdinalIgnoreCase);

    private static int FindSameWords(ReportedStatement statement, List<(string Source, List<ReportedStatement> Statements, List<OriginReason> Reasons)> homes)
    {
        var words = ContentWords.Words(statement.Words).ToHashSet(StringComparer.Ordinal);
        if (words.Count < LeastWords)
        {
            return -1;
        }

        return homes.FindIndex(h =>
        {
            var first = h.Statements[0];
            if (Root.Of(first).IsIdentified || first.Article.Id == statement.Article.Id)
            {
                return false;
            }

            var others = ContentWords.Words(first.Words).ToHashSet(StringComparer.Ordinal);
            return others.Count(words.Contains) >= SameWordsFrom * Math.Max(words.Count, others.Count);
        });
    }
}
