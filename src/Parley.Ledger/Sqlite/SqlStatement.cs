using Microsoft.Data.Sqlite;

namespace Parley.Ledger;

/// <summary>A compiled SQL statement with parameters <c>$1</c>, <c>$2</c>, … Null values become SQL NULL.</summary>
internal sealed class SqlStatement(SqliteSession session, SqliteCommand command) : IDisposable
{
    /// <summary>Runs the statement and returns how many rows it changed.</summary>
    public int Run(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return session.Guard(command.ExecuteNonQuery);
    }

    /// <summary>The first column of the first row; null if there is none.</summary>
    public object? Scalar(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        var value = session.Guard(command.ExecuteScalar);
        return value is DBNull ? null : value;
    }

    /// <summary>The rows, streamed. Close them before the statement is run again.</summary>
    public SqlRows Rows(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return new SqlRows(session, session.Guard(command.ExecuteReader));
    }

    public void Dispose() => command.Dispose();

    private void Bind(ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var value = values[i] ?? DBNull.Value;
            if (i < command.Parameters.Count)
            {
                command.Parameters[i].Value = value;
            }
            else
            {
                command.Parameters.AddWithValue($"${i + 1}", value);
            }
        }
    }
}

/// <summary>Rows of a query, read forward.</summary>
internal sealed class SqlRows(SqliteSession session, SqliteDataReader reader) : IDisposable
{
    private readonly Func<bool> _read = reader.Read;

    public bool Read() => session.Guard(_read);

    public long Number(int column) => reader.GetInt64(column);

    public string Text(int column) => reader.GetString(column);

    public byte[] Bytes(int column) => reader.IsDBNull(column) ? [] : reader.GetFieldValue<byte[]>(column);

    public object Value(int column) => reader.GetValue(column);

    public void Dispose() => reader.Dispose();
}
