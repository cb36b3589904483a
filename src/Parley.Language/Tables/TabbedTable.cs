using System.Text;

namespace Parley.Language;

/// <summary>Reads tables of facts, the program's and a user's: a row a line, cells separated by tabs, <c>#</c> opens a comment line.</summary>
public static class TabbedTable
{
    private const int MaximumLines = 200_000;
    private const int MaximumLineLength = 8_192;
    private const long MaximumBytes = 64_000_000;

    /// <summary>The rows of a file that a user gives, each with its line from 1; cells without white space around.</summary>
    /// <exception cref="TableFormatException">It cannot be read, is not UTF-8, is too large or is no text.</exception>
    public static List<(int Line, string[] Cells)> ReadFile(string path)
    {
        try
        {
            using var reader = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
            if (reader.BaseStream is { CanSeek: true, Length: > MaximumBytes })
            {
                throw new TableFormatException(path, 0, $"is too large; at most {MaximumBytes} bytes are expected");
            }

            return Read(path, reader);
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

    /// <summary>The rows of a table, each with its line from 1; cells without white space around.</summary>
    /// <param name="name">What errors call it.</param>
    /// <param name="reader">Its text.</param>
    /// <exception cref="TableFormatException">It has too many or too long lines, or is no text.</exception>
    public static List<(int Line, string[] Cells)> Read(string name, TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var rows = new List<(int, string[])>();
        for (var line = 1; reader.ReadLine() is { } text; line++)
        {
            if (line > MaximumLines || text.Length > MaximumLineLength)
            {
                throw new TableFormatException(name, line, $"the table is too large; at most {MaximumLines} lines of {MaximumLineLength} characters are expected");
            }

            if (text.Any(c => char.IsControl(c) && c != '\t'))
            {
                throw new TableFormatException(name, line, "has control characters in it; a text file is expected");
            }

            if (!string.IsNullOrWhiteSpace(text) && text[0] != '#')
            {
                rows.Add((line, [.. text.Split('\t').Select(cell => cell.Trim())]));
            }
        }

        return rows;
    }
}
