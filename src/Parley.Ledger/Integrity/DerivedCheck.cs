using System.Text.Json;

namespace Parley.Ledger;

/// <summary>
/// Derives all tables a second time, into SQLite's temporary schema, and compares. Unqualified names mean the temporary tables while
/// they exist, so that <see cref="Derivation"/> runs unchanged and the ledger is not written.
/// </summary>
internal sealed class DerivedCheck : IDisposable
{
    private readonly SqliteSession _session;
    private readonly Derivation _derivation;

    public DerivedCheck(SqliteSession session)
    {
        _session = session;
        session.Execute(DerivedSchema.Create("temp"));
        _derivation = new Derivation(session);
    }

    public IEnumerable<LedgerProblem> Add(HistoryRecord record)
    {
        try
        {
            _derivation.Add(record.Sequence, record.Kind, record.Json);
            return [];
        }
        catch (Exception e) when (e is JsonException or LedgerException or ArgumentException or KeyNotFoundException or NullReferenceException)
        {
            return [record.Problem($"nothing can be derived from it: {e.Message}")];
        }
    }

    public IEnumerable<LedgerProblem> ProblemsAtEnd()
    {
        foreach (var table in DerivedSchema.Tables.Concat(DerivedSchema.FullText))
        {
            if (_session.Number("SELECT COUNT(*) FROM main.sqlite_schema WHERE type = 'table' AND name = $1", table) == 0)
            {
                yield return new LedgerProblem(null, null, table, $"the derived table {table} is missing; rebuild the derived tables");
                continue;
            }

            foreach (var problem in DerivedSchema.FullText.Contains(table) ? IndexDifference(table) : Differences(table))
            {
                yield return problem;
            }
        }
    }

    public void Dispose() => _derivation.Dispose();

    private IEnumerable<LedgerProblem> Differences(string table)
    {
        var key = table switch
        {
            "pages" => "origin",
            "current_articles" => "article",
            "statement_issues" => "statement",
            _ => "sequence",
        };
        foreach (var (left, right, what) in new[]
        {
            ("main", "temp", "has no such row in the history, or a different one"),
            ("temp", "main", "is missing from it, or changed in it"),
        })
        {
            using var statement = _session.Prepare(
                $"SELECT {key} FROM (SELECT * FROM {left}.{table} EXCEPT SELECT * FROM {right}.{table}) ORDER BY {key}");
            using var rows = statement.Rows();
            while (rows.Read())
            {
                var name = Convert.ToString(rows.Value(0), System.Globalization.CultureInfo.InvariantCulture);
                yield return new LedgerProblem(
                    null, table, name,
                    left == "main" ? $"a row of the derived table {table} {what}; rebuild the derived tables"
                        : $"a row that the history gives the derived table {table} {what}; rebuild the derived tables");
            }
        }
    }

    /// <summary>Walks both full-text indexes in their common order; the first difference is enough, since one rebuild mends all.</summary>
    private IEnumerable<LedgerProblem> IndexDifference(string table)
    {
        foreach (var schema in (string[])["main", "temp"])
        {
            _session.Execute($"CREATE VIRTUAL TABLE temp.{schema}_{table}_words USING fts5vocab('{schema}', '{table}', 'instance')");
        }

        // One value a row: there is a row for every word of the ledger.
        using var recorded = _session.Prepare($"SELECT doc || ':' || col || ':' || offset || ':' || term FROM temp.main_{table}_words");
        using var derived = _session.Prepare($"SELECT doc || ':' || col || ':' || offset || ':' || term FROM temp.temp_{table}_words");
        using var left = recorded.Rows();
        using var right = derived.Rows();
        while (true)
        {
            var (hasLeft, hasRight) = (left.Read(), right.Read());
            if (!hasLeft && !hasRight)
            {
                yield break;
            }

            var word = hasLeft ? left.Text(0) : right.Text(0);
            if (hasLeft != hasRight || word != right.Text(0))
            {
                yield return new LedgerProblem(
                    null, table, null,
                    $"the full-text index {table} differs from the history at record {word[..word.IndexOf(':', StringComparison.Ordinal)]}; " +
                    "rebuild the derived tables");
                yield break;
            }
        }
    }
}
