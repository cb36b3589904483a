namespace Parley.Records;

/// <summary>What was known at a time: nothing published, gathered or corrected later is seen. Without limits everything is seen.</summary>
/// <param name="Published">
/// The last day of publication that is seen, a date known only to the month or year counting with its last day; articles without a date are
/// seen if they were gathered in time.
/// </param>
/// <param name="Gathered">The last moment of gathering that is seen: pages are as they were then, actors as they were corrected by then.</param>
public sealed record AsOf(DateOnly? Published = null, DateTimeOffset? Gathered = null)
{
    /// <summary>Everything recorded.</summary>
    public static AsOf Everything { get; } = new();

    /// <summary>True when an article was known.</summary>
    public bool Sees(RecordedArticle article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return (Gathered is not { } moment || article.GatheredAt <= moment) &&
            (Published is not { } day || article.Reading.Article.Published is not { } date || date.Last <= day);
    }
}
