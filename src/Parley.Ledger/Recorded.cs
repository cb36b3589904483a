using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Ledger;

/// <summary>A record with the place where it was found.</summary>
/// <typeparam name="TRecord">Statement, figure, agreement or forecast.</typeparam>
/// <param name="Sequence">Its number in the history.</param>
/// <param name="Record">The record.</param>
/// <param name="Place">The article and document it stands in.</param>
public sealed record Recorded<TRecord>(long Sequence, TRecord Record, RecordedPlace Place);

/// <summary>An article and the document it stands in.</summary>
/// <param name="Article">The article.</param>
/// <param name="Document">The document.</param>
public sealed record RecordedPlace(Article Article, RecordedDocument Document);

/// <summary>How much a ledger holds, earlier revisions included.</summary>
/// <param name="Documents">Documents, each counted once.</param>
/// <param name="Articles">Articles.</param>
/// <param name="Statements">Statements.</param>
/// <param name="Figures">Figures.</param>
/// <param name="Agreements">Mentions of agreements.</param>
/// <param name="Forecasts">Forecasts.</param>
/// <param name="Records">Records of the history.</param>
public sealed record LedgerCounts(
    long Documents, long Articles, long Statements, long Figures, long Agreements, long Forecasts, long Records);

/// <summary>An article that was recorded lately.</summary>
/// <param name="Sequence">Its number in the history.</param>
/// <param name="Article">The article with everything that it yielded.</param>
/// <param name="NewStatementIds">Ids of those statements that its page did not have before.</param>
public sealed record NewArticle(long Sequence, RecordedArticle Article, ImmutableHashSet<string> NewStatementIds);
