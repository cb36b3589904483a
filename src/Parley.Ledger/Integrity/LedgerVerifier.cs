namespace Parley.Ledger;

/// <summary>
/// Checks a ledger: the file, the hash chain, the head, every document against its hash, every span against its article, every article
/// against its document, and, if the history is sound, the derived tables against it (otherwise they would only repeat its faults). Somebody who can rewrite the whole file can make a history that
/// is consistent; only a head published elsewhere (<see cref="LedgerHead"/>) shows that.
/// </summary>
public static class LedgerVerifier
{
    /// <summary>
    /// Streams the problems found; none means that the ledger is sound. Holds one document in memory at a time. Sees the ledger as it
    /// is when the first problem is asked for, whatever a writer does meanwhile.
    /// </summary>
    /// <param name="path">The ledger.</param>
    /// <param name="expected">A head noted earlier: the history up to it must be the same, what was appended since is allowed.</param>
    /// <param name="cancellationToken">Stops the check.</param>
    /// <exception cref="LedgerException">The file cannot be opened as a ledger at all.</exception>
    public static IEnumerable<LedgerProblem> Verify(
        string path, LedgerHead? expected = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return UntilDamaged(Checks(path, expected, cancellationToken));
    }

    private static IEnumerable<LedgerProblem> Checks(
        string path, LedgerHead? expected, CancellationToken cancellationToken)
    {
        using var session = LedgerFile.OpenForReading(path, LedgerWriter.DefaultPatience);
        session.Execute("BEGIN");
        foreach (var problem in FileCheck.Problems(session))
        {
            yield return problem;
        }

        var historyIsSound = true;
        using var chain = new ChainCheck(expected);
        using var sources = new SourceCheck(session);
        using var derived = new DerivedCheck(session);
        using (var history = session.Prepare(
            "SELECT sequence, CAST(kind AS TEXT), CAST(id AS TEXT), CAST(json AS BLOB), CAST(previous AS BLOB), CAST(hash AS BLOB) FROM history ORDER BY sequence"))
        {
            using var rows = history.Rows();
            while (rows.Read())
            {
                cancellationToken.ThrowIfCancellationRequested();
                var record = new HistoryRecord(rows.Number(0), rows.Text(1), rows.Text(2), rows.Bytes(3), rows.Bytes(4), rows.Bytes(5));
                foreach (var problem in chain.Problems(record).Concat(derived.Add(record)))
                {
                    historyIsSound = false;
                    yield return problem;
                }

                foreach (var problem in sources.Problems(record))
                {
                    yield return problem;
                }
            }
        }

        cancellationToken.ThrowIfCancellationRequested();
        foreach (var problem in chain.ProblemsAtEnd(session))
        {
            historyIsSound = false;
            yield return problem;
        }

        foreach (var problem in sources.ProblemsAtEnd().Concat(historyIsSound ? derived.ProblemsAtEnd() : []))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return problem;
        }
    }

    /// <summary>A page of the file that cannot be read is a finding, not a failure of the check; but nothing can be read after it.</summary>
    private static IEnumerable<LedgerProblem> UntilDamaged(IEnumerable<LedgerProblem> problems)
    {
        using var enumerator = problems.GetEnumerator();
        var isOpen = false;
        while (true)
        {
            LedgerProblem? problem = null;
            LedgerException? damage = null;
            try
            {
                if (!enumerator.MoveNext())
                {
                    yield break;
                }

                (problem, isOpen) = (enumerator.Current, true);
            }
            catch (LedgerException e) when (isOpen || IsDamage(e))
            {
                damage = e;
            }

            if (damage is not null)
            {
                yield return new LedgerProblem(null, null, null, $"the check cannot go on: {damage.Message}");
                yield break;
            }

            yield return problem!;
        }
    }

    private static bool IsDamage(LedgerException e) => e.InnerException is Microsoft.Data.Sqlite.SqliteException { SqliteErrorCode: 11 };
}

/// <summary>A row of the history as it stands in the file, whatever it may be.</summary>
internal readonly record struct HistoryRecord(long Sequence, string Kind, string Id, byte[] Json, byte[] Previous, byte[] Hash)
{
    public LedgerProblem Problem(string problem) => new(Sequence, Kind, Id, problem);
}
