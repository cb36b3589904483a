using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Parley.Records;

namespace Parley.Ledger;

/// <summary>
/// A query for sequence numbers of one derived table, put together from fixed pieces of SQL; what users give goes into parameters.
/// The order is that of exports: by publication (unknown last), document name, document hash, article, place in the history.
/// </summary>
internal sealed class RecordQuery
{
    private readonly StringBuilder _where = new();
    private readonly List<object?> _values = [];
    private readonly string _table;
    private bool _isEmpty;
    private int? _limit;

    private RecordQuery(string table) => _table = table;

    public object?[] Values => [.. _values];

    /// <summary>False if nothing can match.</summary>
    public bool CanMatch => !_isEmpty;

    public string Sql =>
        $"""
        SELECT r.sequence, a.sequence, d.sequence
        FROM {_table} AS r
        JOIN articles AS a ON a.sequence = {(_table == "articles" ? "r.sequence" : "r.article")}
        JOIN documents AS d ON d.sha256 = a.document
        WHERE TRUE{_where}
        ORDER BY a.published_first IS NULL, a.published_first, a.published_last DESC, d.name, d.sha256, a.article_index, r.sequence
        {(_limit is null ? "" : $"LIMIT {_limit.Value}")}
        """;

    public static RecordQuery For(ArticleFilter filter)
    {
        var query = new RecordQuery("articles");
        query.AddArticle(filter, "article_text");
        return query;
    }

    /// <param name="filter">What is asked.</param>
    /// <param name="corrected">Keys of names that users have corrected: their records match any actor, for the caller to look at.</param>
    public static RecordQuery For(StatementFilter filter, ImmutableArray<string> corrected)
    {
        var query = new RecordQuery("statements");
        query.AddArticle(filter, "statement_text");
        query.AddRecord(filter, "r.actor_key", corrected);
        query.Add(filter.Id, "r.id = ?");
        query.Add(filter.IdPrefix?.ToLowerInvariant(), "substr(r.id, 1, length(?)) = ?");
        query.Add(filter.Polarity is { } polarity ? EnumName.Of(polarity) : null, "r.polarity = ?");
        query.Add(filter.Event?.ToUpperInvariant(), "r.event = ?");
        query.Add(filter.Mode?.ToLowerInvariant(), "instr(' ' || r.mode || ' ', ' ' || ? || ' ') > 0");
        query.Add(filter.Context?.ToLowerInvariant(), "instr(' ' || r.context || ' ', ' ' || ? || ' ') > 0");
        query.Add(Derivation.Day(filter.SaidFrom), "r.said_last >= ?");
        query.Add(Derivation.Day(filter.SaidTo), "r.said_first <= ?");
        return query;
    }

    public static RecordQuery For(FigureFilter filter, ImmutableArray<string> corrected)
    {
        var query = new RecordQuery("figures");
        query.AddArticle(filter, "article_text");
        query.AddRecord(filter, "r.claimant_key", corrected);
        query.Add(filter.Measure, "r.measure = ?");
        return query;
    }

    public static RecordQuery For(AgreementFilter filter, ImmutableArray<string> corrected)
    {
        var query = new RecordQuery("agreements");
        query.AddArticle(filter, "article_text");
        query.AddRecord(filter, "r.claimant_key", corrected);
        query.Add(Derivation.Key(filter.Name), "r.name_key = ?");
        query.Add(filter.Claim is { } claim ? EnumName.Of(claim) : null, "r.claim = ?");
        return query;
    }

    public static RecordQuery For(ForecastFilter filter, ImmutableArray<string> corrected)
    {
        var query = new RecordQuery("forecasts");
        query.AddArticle(filter, "article_text");
        query.AddRecord(filter, "r.actor_key", corrected);
        query.Add(filter.Outcome is { } outcome ? EnumName.Of(outcome) : null, "r.outcome = ?");
        return query;
    }

    /// <summary>Whether an actor is the one asked for: by id, by name, or by whole words of the name.</summary>
    public static bool IsNamed((string? Name, string? Id) actor, string wanted) =>
        actor.Id == wanted || (actor.Name is { } name && $" {Derivation.Key(name)} ".Contains($" {Derivation.Key(wanted)} ", StringComparison.Ordinal));

    private void AddRecord(RecordFilter filter, string actorKey, ImmutableArray<string> corrected)
    {
        var isStatement = _table == "statements";
        if (Derivation.Key(filter.Actor) is { } key)
        {
            _values.Add($"[{string.Join(',', corrected.Select(k => $"\"{JsonEncodedText.Encode(k)}\""))}]");
            Add(key, $"(instr(' ' || {actorKey} || ' ', ' ' || ? || ' ') > 0 {(isStatement ? "OR r.actor_id = ?" : "")} OR {actorKey} IN (SELECT value FROM json_each(${_values.Count})))");
        }

        var holder = isStatement ? "SELECT r.sequence" : "SELECT s.sequence FROM statements AS s WHERE s.id = r.statement_id AND s.article = r.article";
        Add(filter.Issue, $"EXISTS (SELECT 1 FROM statement_issues AS i WHERE i.issue = ? AND i.statement IN ({holder}))");
        Add(filter.MinConfidence, isStatement ? "r.confidence >= ?" : $"EXISTS ({holder} AND s.confidence >= ?)");
    }

    private void AddArticle(ArticleFilter filter, string fullText)
    {
        if (filter.Limit is < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(filter), filter.Limit, "a limit is not negative");
        }

        _limit = filter.Limit;
        var gathered = filter.AsOf.Gathered is { } moment ? Derivation.Moment(moment) : null;
        Add(gathered, "d.gathered_at <= ?");
        if (!filter.WithEarlierRevisions)
        {
            if (gathered is null)
            {
                _where.Append(" AND EXISTS (SELECT 1 FROM current_articles AS c WHERE c.article = a.sequence AND c.until IS NULL)");
            }

            Add(gathered, "EXISTS (SELECT 1 FROM current_articles AS c WHERE c.article = a.sequence AND c.since <= ? AND (c.until IS NULL OR c.until > ?))");
        }

        Add(Derivation.Day(filter.AsOf.Published), "(a.published_last IS NULL OR a.published_last <= ?)");

        Add(Derivation.Key(filter.Outlet), "a.outlet_key = ?");
        Add(Derivation.Day(filter.PublishedFrom), "a.published_last >= ?");
        Add(Derivation.Day(filter.PublishedTo), "a.published_first <= ?");
        if (filter.Text is { } text)
        {
            var words = FullTextQuery.From(text);
            _isEmpty = words is null;
            var row = fullText == "article_text" ? "a.sequence" : "r.sequence";
            Add(words, $"{row} IN (SELECT rowid FROM {fullText} WHERE {fullText} MATCH ?)");
        }
    }

    /// <summary>Adds a condition unless the value is null; every question mark stands for the value.</summary>
    private void Add(object? value, string condition)
    {
        if (value is not null)
        {
            _values.Add(value);
            _where.Append(" AND ").Append(condition.Replace("?", $"${_values.Count}", StringComparison.Ordinal));
        }
    }
}
