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

    public void Dispose() => _folder.Delete(recursive: true);
}
