using System.Text;
using Parley.Language;

namespace Parley.Coding.Words;

/// <summary>A table of facts: tab-separated cells, a row a line, <c>#</c> opens a comment line.</summary>
internal sealed class TableFile
{
    private TableFile(string name, List<Row> rows) => (Name, Rows) = (name, rows);

    public string Name { get; }

    public List<Row> Rows { get; }

    /// <summary>Reads a file that a user gives.</summary>
    /// <exception cref="TableFormatException">It cannot be read, is not UTF-8, or is too large.</exception>
    public static TableFile FromFile(string path, int minimumCells) => Of(Path.GetFileName(path), TabbedTable.ReadFile(path), minimumCells);

    /// <summary>Reads a table that comes with the program.</summary>
    public static TableFile FromResource(string name, int minimumCells)
    {
        var stream = typeof(TableFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"no table {name} in the assembly");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Read(name, reader, minimumCells);
    }

    public static TableFile Read(string name, TextReader reader, int minimumCells) => Of(name, TabbedTable.Read(name, reader), minimumCells);

    private static TableFile Of(string name, List<(int Line, string[] Cells)> lines, int minimumCells)
    {
        var rows = lines.ConvertAll(line => new Row(name, line.Line, line.Cells));
        return rows.Find(row => row.Cells.Length < minimumCells) is { } bad
            ? throw bad.Error($"{bad.Cells.Length} cells; at least {minimumCells} cells separated by tabs are expected")
            : new TableFile(name, rows);
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
