namespace Parley.Ledger;

/// <summary>Checks the file as a database, and that its guards against change are in place.</summary>
internal static class FileCheck
{
    private static readonly string[] Triggers =
    [
        "history_is_never_changed", "history_is_never_deleted", "history_grows_at_its_end", "content_is_never_changed",
        "content_is_never_deleted",
    ];

    public static IEnumerable<LedgerProblem> Problems(SqliteSession session)
    {
        using var statement = session.Prepare("PRAGMA main.integrity_check(20)");
        using (var rows = statement.Rows())
        {
            while (rows.Read())
            {
                if (rows.Text(0) is var line && line != "ok")
                {
                    yield return new LedgerProblem(null, null, null, $"the file is damaged: {line}");
                }
            }
        }

        foreach (var trigger in Triggers)
        {
            if (session.Number("SELECT COUNT(*) FROM main.sqlite_schema WHERE type = 'trigger' AND name = $1", trigger) == 0)
            {
                yield return new LedgerProblem(null, null, null, $"the guard '{trigger}' was removed, so records may have been changed");
            }
        }
    }
}
