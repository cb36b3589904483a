using System.Buffers.Binary;
using Microsoft.Data.Sqlite;

namespace Parley.Ledger;

/// <summary>Opens ledger files, and refuses what is none without touching it.</summary>
internal static class LedgerFile
{
    private const int PagesInJournal = 16;

    private static readonly byte[] SqliteMagic = "SQLite format 3\0"u8.ToArray();
    private static readonly byte[] JournalMagic = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7];

    /// <summary>Opens for appending; makes the file if there is none.</summary>
    public static SqliteSession OpenForWriting(string path, TimeSpan patience)
    {
        if (!IsMissingOrEmpty(path) && !WasBeingMade(path))
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
        if (!File.Exists(path) || WasBeingMade(path))
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
        Span<byte> start = stackalloc byte[SqliteMagic.Length];
        return ReadStart(path, start) && start.SequenceEqual(SqliteMagic);
    }

    /// <summary>
    /// True for a file whose making was cut off (SQLite, "Database File Format", 3, the rollback journal): the journal of the first transaction, by
    /// which the file was empty before, is still there. Who opens it for writing gets the empty file back; who may only read cannot open it.
    /// </summary>
    private static bool WasBeingMade(string path)
    {
        var journal = $"{path}-journal";
        Span<byte> start = stackalloc byte[PagesInJournal + sizeof(int)];
        return File.Exists(journal) && StartsLikeSqlite(path) && ReadStart(journal, start) && start.StartsWith(JournalMagic) && BinaryPrimitives.ReadInt32BigEndian(start[PagesInJournal..]) == 0;
    }

    /// <summary>Fills a span from the start of a file; false if the file is shorter.</summary>
    private static bool ReadStart(string path, Span<byte> start)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LedgerException($"{path}: the file cannot be read; check its rights ({e.Message})", e);
        }
    }
}
