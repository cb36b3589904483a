using System.Collections.Immutable;

namespace Parley.Ledger;

/// <summary>The tables that hold what was recorded, and the steps from each version of them to the next.</summary>
internal static class LedgerSchema
{
    /// <summary>SQLite's application_id of a ledger: the letters "Prly".</summary>
    public const int ApplicationId = 0x50726C79;

    /// <summary>The version that this program writes; kept in SQLite's user_version.</summary>
    public static int Version => Steps.Length;

    /// <summary>
    /// Step n leads from version n to n + 1. A step is never edited once released; derived tables are not touched here, they are
    /// built anew after every migration.
    /// </summary>
    private static readonly ImmutableArray<string> Steps =
    [
        """
        CREATE TABLE history (
            sequence INTEGER PRIMARY KEY,
            kind     TEXT NOT NULL,
            id       TEXT NOT NULL,
            json     BLOB NOT NULL,
            previous BLOB NOT NULL,
            hash     BLOB NOT NULL
        ) STRICT;
        CREATE TRIGGER history_is_never_changed BEFORE UPDATE ON history
            BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
        CREATE TRIGGER history_is_never_deleted BEFORE DELETE ON history
            BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
        -- REPLACE deletes without asking the trigger above, and a gap would look like a dropped record.
        CREATE TRIGGER history_grows_at_its_end BEFORE INSERT ON history
            WHEN NEW.sequence <> (SELECT COALESCE(MAX(sequence), 0) + 1 FROM history)
            BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;

        CREATE TABLE content (
            sha256 TEXT PRIMARY KEY,
            length INTEGER NOT NULL,
            zlib   BLOB NOT NULL
        ) STRICT;
        CREATE TRIGGER content_is_never_changed BEFORE UPDATE ON content
            BEGIN SELECT RAISE(ABORT, 'content is append-only'); END;
        CREATE TRIGGER content_is_never_deleted BEFORE DELETE ON content
            BEGIN SELECT RAISE(ABORT, 'content is append-only'); END;

        CREATE TABLE head (
            only     INTEGER PRIMARY KEY CHECK (only = 1),
            sequence INTEGER NOT NULL,
            hash     BLOB NOT NULL
        ) STRICT;
        INSERT INTO head (only, sequence, hash) VALUES (1, 0, zeroblob(32));
        """,
        "SELECT 'the history may hold entries of registers; the derived table of them is built after this step';",
        "SELECT 'the history may hold corrections of actors; the derived table of them is built after this step';",
        "SELECT 'the derived table of statements has modes and contexts of events';",
    ];

    /// <summary>Brings an open ledger, or an empty file, to <see cref="Version"/>. One transaction: a crash leaves the old version.</summary>
    public static void Migrate(SqliteSession session)
    {
        if (VersionOf(session) == Version)
        {
            return;
        }

        session.Execute("BEGIN IMMEDIATE");
        try
        {
            var from = VersionOf(session); // another program may have migrated while this one waited
            for (var step = from; step < Version; step++)
            {
                session.Execute(Steps[step]);
            }

            if (from < Version)
            {
                session.Execute($"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Version};");
                Derivation.Rebuild(session);
            }

            session.Execute("COMMIT");
        }
        catch
        {
            session.Execute("ROLLBACK");
            throw;
        }
    }

    public static int VersionOf(SqliteSession session) => (int)session.Number("PRAGMA user_version");
}
