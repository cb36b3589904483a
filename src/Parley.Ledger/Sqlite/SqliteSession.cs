using Microsoft.Data.Sqlite;

namespace Parley.Ledger;

/// <summary>One connection to a ledger file. Every call to the driver goes through here, so its errors are translated in one place.</summary>
internal sealed class SqliteSession : IDisposable
{
    private readonly SqliteConnection _connection;

    private SqliteSession(SqliteConnection connection, string path) => (_connection, Path) = (connection, path);

    public string Path { get; }

    public static SqliteSession Open(string path, SqliteOpenMode mode, TimeSpan patience)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            Pooling = false, // a pooled connection would keep the file open after Dispose
            DefaultTimeout = Math.Max(1, (int)Math.Ceiling(patience.TotalSeconds)),
        }.ToString());
        try
        {
            connection.Open();
            return new SqliteSession(connection, path);
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw Translate(e, path);
        }
    }

    /// <summary>A statement that is compiled once and run many times; its parameters are <c>$1</c>, <c>$2</c>, …</summary>
    public SqlStatement Prepare(string sql)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        return new SqlStatement(this, command);
    }

    public void Execute(string sql, params ReadOnlySpan<object?> values)
    {
        using var statement = Prepare(sql);
        statement.Run(values);
    }

    public object? Scalar(string sql, params ReadOnlySpan<object?> values)
    {
        using var statement = Prepare(sql);
        return statement.Scalar(values);
    }

    public long Number(string sql, params ReadOnlySpan<object?> values) => Scalar(sql, values) is long n ? n : 0;

    public T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException e)
        {
            throw Translate(e, Path);
        }
    }

    public void Dispose() => _connection.Dispose();

    private static LedgerException Translate(SqliteException e, string path) => new(
        e.SqliteErrorCode switch
        {
            5 or 6 => $"{path}: another program is writing to this ledger; try again when it has finished",
            8 or 3 => $"{path}: the ledger cannot be written; check the rights of the file and its folder",
            10 => $"{path}: the disk reported an error ({e.SqliteExtendedErrorCode}); check the disk, then run 'parley verify'",
            11 => $"{path}: the ledger file is damaged; restore a copy and run 'parley verify' on it",
            13 => $"{path}: the disk is full; nothing of the last append was recorded",
            14 => $"{path}: the file cannot be opened; check that it exists and that the folder can be written",
            26 => $"{path}: this file is not a Parley ledger; it was left as it is",
            _ => $"{path}: the ledger's store failed: {e.Message}",
        },
        e);
}
