using Microsoft.Data.Sqlite;

namespace Parley.Ledger;

/// <summary>Opens ledger files, and refuses what is none without touching it.</summary>
internal static class LedgerFile
{
    private static readonly byte[] SqliteMagic = "SQLite format 3\0"u8.ToArray();

    /// <summary>Opens for appending; makes the file if there is none.</summary>
    public static SqliteSession OpenForWriting(string path, TimeSpan patience)
    {
        if (!IsMissingOrEmpty(path))
        {
            // Looked at without write access first, so that a foreign database is not even recovered or switched to WAL.
            using var look = OpenExisting(path, patience, acceptBlank: true);
        }

        var session = SqliteSession.Open(path, SqliteOpenMode.ReadWriteCreate, patience);
        try
        {
            // FULL: a commit has reached the disk before it is acknowledged, in WAL too.
            session.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;");
            LedgerSchema.Migrate(session);
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>Opens an existing ledger without the right to change it.</summary>
    public static SqliteSession OpenForReading(string path, TimeSpan patience)
    {
        if (!File.Exists(path))
        {
            throw new LedgerException($"{path}: there is no ledger here; make one with 'parley read' or name another with --ledger");
        }

        var session = OpenExisting(path, patience, acceptBlank: false);
        try
        {
            if (LedgerSchema.VersionOf(session) < LedgerSchema.Version)
            {
                throw new LedgerException(
                    $"{path}: the ledger was written by an older Parley; keep a copy and run 'parley read' on it once to bring it up to date");
            }

            session.Execute("PRAGMA trusted_schema = OFF;");
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    private static SqliteSession OpenExisting(string path, TimeSpan patience, bool acceptBlank)
    {
        if (!StartsLikeSqlite(path))
        {
            throw NotALedger(path);
        }

        var session = SqliteSession.Open(path, SqliteOpenMode.ReadOnly, patience);
        try
        {
            var application = session.Number("PRAGMA application_id");
            var blank = application == 0 && acceptBlank && session.Number("SELECT COUNT(*) FROM sqlite_schema") == 0;
            if (application != LedgerSchema.ApplicationId && !blank)
            {
                throw NotALedger(path);
            }

            var version = LedgerSchema.VersionOf(session);
            if (version > LedgerSchema.Version)
            {
                throw new LedgerException(
                    $"{path}: the ledger has schema {version}, this Parley knows up to {LedgerSchema.Version}; use a newer Parley");
            }

            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    private static LedgerException NotALedger(string path) => new($"{path}: this file is not a Parley ledger; it was left as it is");

    private static bool IsMissingOrEmpty(string path)
    {
        if (Directory.Exists(path))
        {
            throw new LedgerException($"{path}: this is a folder; name a file");
        }

        var file = new FileInfo(path);
        return !file.Exists || file.Length == 0;
    }

    private static bool StartsLikeSqlite(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            Span<byte> start = stackalloc byte[SqliteMagic.Length];
            return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual(SqliteMagic);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LedgerException($"{path}: the file cannot be read; check its rights ({e.Message})", e);
        }
    }
}
