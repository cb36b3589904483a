using System.Buffers;
using System.Text;

namespace Parley.Rendering;

/// <summary>
/// Writes CSV as RFC 4180 has it: commas, CRLF, fields with a comma, a quotation mark or a line break in quotation marks, marks
/// doubled; UTF-8. With <paramref name="isSafe"/> a text that a spreadsheet could run as a formula gets an apostrophe before it; with
/// <paramref name="hasMark"/> the file begins with a byte order mark.
/// </summary>
public sealed class CsvWriter(Stream output, bool isSafe, bool hasMark) : IDisposable
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",\"\r\n");

    /// <summary>First characters by which spreadsheets know a formula, with their full-width forms, and the controls they skip.</summary>
    private static readonly SearchValues<char> FormulaStarts = SearchValues.Create("=+-@\t\r\n＝＋－＠");

    private readonly StreamWriter _writer = new(
        output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: hasMark), bufferSize: 1 << 16, leaveOpen: true);

    /// <summary>Writes a row and its line end.</summary>
    public void WriteRow(ReadOnlySpan<Cell> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0)
            {
                _writer.Write(',');
            }

            WriteField(cells[i]);
        }

        _writer.Write("\r\n");
    }

    /// <summary>Writes out what is buffered; the stream stays open.</summary>
    public void Dispose() => _writer.Dispose();

    private void WriteField(Cell cell)
    {
        var field = cell.AsField();
        if (isSafe && cell.IsText && StartsLikeFormula(field))
        {
            field = "'" + field;
        }

        if (!field.AsSpan().ContainsAny(NeedQuotes))
        {
            _writer.Write(field);
            return;
        }

        _writer.Write('"');
        _writer.Write(field.Replace("\"", "\"\"", StringComparison.Ordinal));
        _writer.Write('"');
    }

    /// <summary>Spaces and invisible characters before the sign are skipped, as some programs trim them.</summary>
    private static bool StartsLikeFormula(string field)
    {
        foreach (var c in field)
        {
            if (FormulaStarts.Contains(c))
            {
                return true;
            }

            if (!char.IsWhiteSpace(c) && !char.IsControl(c) && char.GetUnicodeCategory(c) is not System.Globalization.UnicodeCategory.Format)
            {
                return false;
            }
        }

        return false;
    }
}
