using System.Text;

namespace Parley.Coding.Words;

/// <summary>A table of facts: tab-separated cells, a row a line, <c>#</c> opens a comment line.</summary>
internal sealed class TableFile
{
    private const int MaximumLines = 200_000;
    private const int MaximumLineLength = 8_192;
    private const long MaximumBytes = 64_000_000;

    private TableFile(string name, List<Row> rows) => (Name, Rows) = (name, rows);

    public string Name { get; }

    public List<Row> Rows { get; }

    /// <summary>Reads a file that a user gives.</summary>
    /// <exception cref="TableFormatException">It cannot be read, is not UTF-8, or is too large.</exception>
    public static TableFile FromFile(string path, int minimumCells)
    {
        try
        {
            using var reader = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
            if (reader.BaseStream is { CanSeek: true, Length: > MaximumBytes })
            {
                throw new TableFormatException(path, 0, $"is too large; at most {MaximumBytes} bytes are expected");
            }

            return Read(Path.GetFileName(path), reader, minimumCells);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TableFormatException(path, 0, $"cannot be read ({e.Message}); a UTF-8 text file is expected", e);
        }
        catch (DecoderFallbackException e)
        {
            throw new TableFormatException(path, 0, "is not UTF-8; save it as UTF-8 text", e);
        }
    }

    /// <summary>Reads a table that comes with the program.</summary>
    public static TableFile FromResource(string name, int minimumCells)
    {
        var stream = typeof(TableFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"no table {name} in the assembly");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Read(name, reader, minimumCells);
    }

    public static TableFile Read(string name, TextReader reader, int minimumCells)
    {
        var rows = new List<Row>();
        for (var line = 1; reader.ReadLine() is { } text; line++)
        {
            if (line > MaximumLines || text.Length > MaximumLineLength)
            {
                throw new TableFormatException(name, line,
                    $"the table is too large; at most {MaximumLines} lines of {MaximumLineLength} characters are expected");
            }

            if (string.IsNullOrWhiteSpace(text) || text[0] == '#')
            {
                continue;
            }

            if (text.Any(c => char.IsControl(c) && c != '\t'))
            {
                throw new TableFormatException(name, line, "has control characters in it; a text file is expected");
            }

            var row = new Row(name, line, [.. text.Split('\t').Select(cell => cell.Trim())]);
            if (row.Cells.Length < minimumCells)
            {
                throw row.Error($"{row.Cells.Length} cells; at least {minimumCells} cells separated by tabs are expected");
            }

            rows.Add(row);
        }

        return new TableFile(name, rows);
    }

    /// <summary>One row with its place, so that later checks can name it.</summary>
    internal sealed record Row(string File, int Line, string[] Cells)
    {
        /// <summary>The cell, or null if it is missing, empty or a single hyphen.</summary>
        public string? this[int index] => index < Cells.Length && Cells[index] is not ("" or "-") ? Cells[index] : null;

        public TableFormatException Error(string problem) => new(File, Line, problem);

        /// <summary>The cell as one of an enumeration's members in kebab case.</summary>
        public TEnum Member<TEnum>(int index)
            where TEnum : struct, Enum =>
            Enum.TryParse<TEnum>(this[index]?.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var value)
                ? value
                : throw Error($"'{this[index]}' is unknown; one of {string.Join(", ", Enum.GetNames<TEnum>()).ToLowerInvariant()} is expected");
    }
}
