using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Ledger;

/// <summary>
/// A feed shows its latest entries only. An entry that is no longer shown was not withdrawn, so it stays current; one that is shown
/// again, recognised by its address, else by its title, is replaced.
/// </summary>
internal static class FeedWindow
{
    /// <summary>Indices of the earlier articles that the feed no longer shows, ascending.</summary>
    public static ImmutableArray<int> Passed(IReadOnlyList<ArticleReading> previous, IReadOnlyList<ArticleReading> current)
    {
        var shown = current.Select(a => NameOf(a.Article)).ToHashSet(StringComparer.Ordinal);
        return [.. previous.Where(a => !shown.Contains(NameOf(a.Article))).Select(a => a.Article.Id.Index).Order()];
    }

    private static string NameOf(Article article) => article.Url ?? article.Title ?? article.Text;
}
