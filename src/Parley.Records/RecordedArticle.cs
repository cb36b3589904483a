namespace Parley.Records;

/// <summary>An article's records as a ledger gives them back: what analysis and assessment read.</summary>
/// <param name="Reading">The article and everything it yielded.</param>
/// <param name="DocumentName">What exports call the document.</param>
/// <param name="Origin">Where the document came from.</param>
/// <param name="DocumentFormat">What the document's bytes are.</param>
/// <param name="GatheredAt">When it was gathered.</param>
public sealed record RecordedArticle(ArticleReading Reading, string DocumentName, string Origin, DocumentFormat DocumentFormat, DateTimeOffset GatheredAt);
