using Parley.Records;

namespace Parley.Ledger;

/// <summary>
/// Finds what must be compared to answer a question. Of a small ledger that is everything. Of a large one it is the articles asked for, those
/// that share matter with them, and an even sample by which the frequency of words is known: the cost depends on what is asked for and hardly
/// on the ledger. Nothing is kept for it beside the ledger, so nothing can be stale. Not for use by several threads at once.
/// </summary>
public sealed class ComparisonRecords(LedgerReader reader)
{
    private const int Together = 8;
    private const int MostNear = 160;
    private const int MostSampled = 120;

    private IReadOnlyList<RecordedArticle>? _sample;

    /// <summary>Records of the history up to which the whole ledger is compared, so that the answer is that of the whole.</summary>
    public long WholeUpTo { get; init; } = 20_000;

    /// <summary>True once only a part of the ledger was given, so that older repetitions and conflicts may be missed.</summary>
    public bool IsPartial { get; private set; }

    /// <summary>Most articles asked for of which only the neighbourhood is compared; the whole ledger if there are more.</summary>
    public int MostAsked { get; init; } = 1_000;

    /// <summary>True if the whole ledger is small enough to be compared for any question.</summary>
    public bool IsSmall => reader.Head.Sequence <= WholeUpTo;

    /// <summary>The current articles with which those of a question must be compared, they themselves among them; each once, in no promised order.</summary>
    /// <param name="asked">The question. Without a first day of publication, or as gathered by some time, everything is compared.</param>
    /// <exception cref="LedgerException">While enumerating: a record cannot be read.</exception>
    public IEnumerable<RecordedArticle> For(ArticleFilter asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        if (IsSmall || asked.PublishedFrom is null || asked.AsOf.Gathered is not null)
        {
            return reader.Articles(new ArticleFilter { AsOf = asked.AsOf });
        }

        var articles = reader.Articles(asked with { Limit = MostAsked + 1 }).ToList();
        if (articles.Count > MostAsked)
        {
            return reader.Articles();
        }

        IsPartial = true;
        return Around(articles, reader.Head.Sequence + 1);
    }

    /// <summary>Some articles with those recorded before a record that are near to them.</summary>
    /// <param name="articles">The articles.</param>
    /// <param name="before">Number of a record; nothing recorded there or later is found.</param>
    /// <exception cref="LedgerException">A record cannot be read.</exception>
    public IEnumerable<RecordedArticle> Around(IReadOnlyList<RecordedArticle> articles, long before)
    {
        ArgumentNullException.ThrowIfNull(articles);
        _sample ??= [.. reader.Sample(MostSampled)];
        var near = articles.Chunk(Together).SelectMany(some => reader.Near([.. some.Select(a => a.Reading)], before, MostNear));
        return articles.Concat(near).Concat(_sample).DistinctBy(a => a.Reading.Article.Id);
    }
}
