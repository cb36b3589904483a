using Parley.Records;

namespace Parley.Analysis;

/// <summary>What was known at a time: nothing published or gathered later is seen. Without limits everything is seen.</summary>
/// <param name="Published">The last day of publication that is seen; articles without a date are seen if they were gathered in time.</param>
/// <param name="Gathered">The last moment of gathering that is seen.</param>
public sealed record AsOf(DateOnly? Published = null, DateTimeOffset? Gathered = null)
{
    /// <summary>Everything recorded.</summary>
    public static AsOf Everything { get; } = new();

    /// <summary>True when an article was known: a date known only to the month or year counts with its last day.</summary>
    public bool Sees(RecordedArticle article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return (Gathered is not { } moment || article.GatheredAt <= moment) &&
            (Published is not { } day || article.Reading.Article.Published is not { } date || date.Last <= day);
    }
}
