using Parley.Records;

namespace Parley.Coding;

/// <summary>An article whose statements are coded: the last stage's result, ready to be recorded.</summary>
/// <param name="Reading">Statements, figures, agreements and forecasts of the article.</param>
public sealed record CodedArticle(ArticleReading Reading);
