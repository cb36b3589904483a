using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Parley.Casualties.Estimation.Tables;

/// <summary>A table with a header, read from comma-, semicolon- or tab-separated text; every cell knows where it stands.</summary>
public sealed class CountTable
{
    private const int MostBytes = 256 * 1024 * 1024;
    private const int MostColumns = 512;
    private const int LongestCell = 4096;
    private readonly Dictionary<string, int> _columns = new(StringComparer.OrdinalIgnoreCase);

    private CountTable(string name, string sha256, ImmutableArray<string> header)
    {
        Name = name;
        Input = new EstimateInput(name, sha256);
        Header = header;
        if (header.All(h => double.TryParse(h, NumberStyles.Float, CultureInfo.InvariantCulture, out _)))
        {
            throw new EstimateInputException($"{name}: line 1: numbers only; the first line must name the columns");
        }

        for (var i = 0; i < header.Length; i++)
        {
            if (header[i].Length == 0)
            {
                throw new EstimateInputException($"{name}: line 1: column {i + 1} has no heading; name every column");
            }

            if (!_columns.TryAdd(header[i], i))
            {
                throw new EstimateInputException($"{name}: line 1: two columns are called '{header[i]}'; give each its own name");
            }
        }
    }

    /// <summary>What the table is called in messages.</summary>
    public string Name { get; }

    /// <summary>Name and hash of the bytes read.</summary>
    public EstimateInput Input { get; }

    /// <summary>The headings in order.</summary>
    public ImmutableArray<string> Header { get; }

    /// <summary>The rows in order, empty lines left out.</summary>
    public IReadOnlyList<CountRow> Rows { get; private set; } = [];

    /// <summary>Whether there is a column of this name, whatever its case.</summary>
    public bool Has(string column) => _columns.ContainsKey(column);

    /// <summary>Reads a file.</summary>
    /// <exception cref="EstimateInputException">It is no table.</exception>
    public static CountTable ReadFile(string path)
    {
        if (!File.Exists(path))
        {
            throw new EstimateInputException(Directory.Exists(path) ? $"{path}: is a folder; name the table in it" : $"{path}: there is no such file");
        }

        if (new FileInfo(path).Length > MostBytes)
        {
            throw new EstimateInputException($"{path}: larger than {MostBytes >> 20} MiB; give a table of counts, not of records");
        }

        return Read(Path.GetFileName(path), File.ReadAllBytes(path));
    }

    /// <summary>The whole text of a file that is kept with what is made of it; its bytes are those of the file.</summary>
    /// <exception cref="EstimateInputException">There is none, it is longer than <paramref name="mostBytes"/>, or it is not UTF-8.</exception>
    public static string TextOfFile(string path, int mostBytes)
    {
        if (!File.Exists(path))
        {
            throw new EstimateInputException($"{path}: there is no such file");
        }

        return new FileInfo(path).Length <= mostBytes ? Decoded(path, File.ReadAllBytes(path))
            : throw new EstimateInputException($"{path}: larger than {mostBytes >> 10} KiB, which is the most that can be kept; give a table of counts");
    }

    /// <summary>Reads text as it would stand in a file.</summary>
    /// <exception cref="EstimateInputException">It is no table.</exception>
    public static CountTable Parse(string name, string text) => Read(name, Encoding.UTF8.GetBytes(text));

    private static CountTable Read(string name, byte[] bytes)
    {
        var text = Decoded(name, bytes).TrimStart('\uFEFF');
        var reader = new DelimitedReader(name, text, LongestCell, MostColumns);
        var header = reader.Next() ?? throw new EstimateInputException($"{name}: empty; the first line must name the columns");
        var table = new CountTable(name, Convert.ToHexStringLower(SHA256.HashData(bytes)), [.. header]);
        var rows = new List<CountRow>();
        while (reader.Next() is { } cells)
        {
            if (cells.Count == 1 && cells[0].Length == 0)
            {
                continue;
            }

            if (cells.Count != header.Count)
            {
                throw new EstimateInputException(
                    $"{name}: line {reader.Line}: {cells.Count} cells where the header has {header.Count} columns");
            }

            rows.Add(new CountRow(table, reader.Line, [.. cells]));
        }

        table.Rows = rows;
        return table;
    }

    private static string Decoded(string name, byte[] bytes)
    {
        if (bytes.AsSpan().IndexOf((byte)0) is >= 0 and var zero)
        {
            throw new EstimateInputException($"{name}: byte {zero} is zero, so this is not UTF-8 text; save the table as CSV in UTF-8");
        }

        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            throw new EstimateInputException($"{name}: not UTF-8 at byte {e.Index}; save the table as UTF-8", e);
        }
    }

    internal int IndexOf(string column) => _columns.TryGetValue(column, out var index)
        ? index
        : throw new EstimateInputException($"{Name}: no column '{column}'; there are {string.Join(", ", Header)}");
}

/// <summary>A row of a <see cref="CountTable"/>.</summary>
/// <param name="table">The table.</param>
/// <param name="line">Its line in the file, from 1.</param>
/// <param name="cells">Its cells.</param>
public sealed class CountRow(CountTable table, int line, ImmutableArray<string> cells)
{
    private const long LargestCount = 10_000_000_000;

    /// <summary>Line in the file, from 1.</summary>
    public int Line => line;

    /// <summary>A cell as text.</summary>
    public string Text(string column) => cells[table.IndexOf(column)];

    /// <summary>A cell that counts something: a whole number, not negative.</summary>
    /// <exception cref="EstimateInputException">It is not.</exception>
    public long Count(string column)
    {
        const int Shown = 40;
        var text = Text(column);
        if (!decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            var shown = text.Length <= Shown ? text : text[..Shown] + "…";
            throw At(column, text.Length == 0 ? "is empty; write 0 where nothing was counted"
                : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var other) && !double.IsNaN(other)
                    ? $"'{shown}' is no count; write whole numbers out, up to {LargestCount}"
                    : $"'{shown}' is not a number");
        }

        if (number < 0)
        {
            throw At(column, $"{text} is negative; nobody is counted less than never");
        }

        if (number != decimal.Truncate(number))
        {
            throw At(column, $"{text} is not a whole number");
        }

        return number <= LargestCount ? (long)number : throw At(column, $"{text} is larger than {LargestCount}");
    }

    /// <summary>A whole number, negative or not.</summary>
    /// <exception cref="EstimateInputException">It is not one.</exception>
    public int WholeNumber(string column) =>
        int.TryParse(Text(column), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw At(column, $"'{Text(column)}' is not a whole number");

    /// <summary>A number.</summary>
    /// <exception cref="EstimateInputException">It is not one, or not finite.</exception>
    public double Number(string column) =>
        double.TryParse(Text(column), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw At(column, $"'{Text(column)}' is not a number");

    /// <summary>An error in this row.</summary>
    public EstimateInputException At(string column, string what) => new($"{table.Name}: line {line}: column '{column}': {what}");
}
