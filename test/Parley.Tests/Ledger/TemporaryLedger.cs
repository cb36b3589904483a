using Microsoft.Data.Sqlite;
using Parley.Ledger;
using Parley.Records;
using Xunit;

namespace Parley.Tests.Ledger;

/// <summary>A ledger file in a folder of its own that goes when the test ends.</summary>
public sealed class TemporaryLedger : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parley-ledger-");

    public string Path => System.IO.Path.Combine(_folder.FullName, "parley.db");

    public string PathOf(string name) => System.IO.Path.Combine(_folder.FullName, name);

    public IReadOnlyList<AppendResult> Append(params Reading[] readings)
    {
        using var writer = LedgerWriter.Open(Path);
        return writer.Append(readings);
    }

    public T Read<T>(Func<LedgerReader, T> question)
    {
        using var reader = LedgerReader.Open(Path);
        return question(reader);
    }

    public List<LedgerProblem> Verify(LedgerHead? expected = null) =>
        [.. LedgerVerifier.Verify(Path, expected, TestContext.Current.CancellationToken)];

    /// <summary>What somebody does who opens the file with a tool of his own.</summary>
    public void Tamper(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The same after taking the guards away, which are put back afterwards.</summary>
    public void TamperWithoutGuards(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT group_concat(sql, char(1)) FROM sqlite_schema WHERE type = 'trigger'";
        var guards = ((string)command.ExecuteScalar()!).Replace("\u0001", ";\n", StringComparison.Ordinal);
        command.CommandText = "SELECT group_concat('DROP TRIGGER ' || name, ';') FROM sqlite_schema WHERE type = 'trigger'";
        command.CommandText = (string)command.ExecuteScalar()!;
        command.ExecuteNonQuery();
        command.CommandText = sql;
        command.ExecuteNonQuery();
        command.CommandText = guards;
        command.ExecuteNonQuery();
    }

    public long Scalar(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>The records as they stand in the file.</summary>
    public List<(long Sequence, string Kind, string Id, byte[] Json)> History()
    {
        using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT sequence, kind, id, json FROM history ORDER BY sequence";
        using var rows = command.ExecuteReader();
        var records = new List<(long, string, string, byte[])>();
        while (rows.Read())
        {
            records.Add((rows.GetInt64(0), rows.GetString(1), rows.GetString(2), rows.GetFieldValue<byte[]>(3)));
        }

        return records;
    }

    /// <summary>Changes bits of one byte of a value; <paramref name="offset"/> counts from 1.</summary>
    public void FlipByte(string table, string column, long row, long offset, byte bits)
    {
        var before = Scalar($"SELECT CAST('0' || instr('123456789ABCDEF', substr(hex(substr({column}, {offset}, 1)), 1, 1)) AS INTEGER) * 16 + " +
            $"instr('123456789ABCDEF', substr(hex(substr({column}, {offset}, 1)), 2, 1)) FROM {table} WHERE rowid = {row}");
        TamperWithoutGuards(
            $"UPDATE {table} SET {column} = CAST(substr({column}, 1, {offset - 1}) || x'{before ^ bits:X2}' || substr({column}, {offset + 1}) AS BLOB) WHERE rowid = {row}");
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
