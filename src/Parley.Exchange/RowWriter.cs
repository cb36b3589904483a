using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Parley.Rendering;

namespace Parley.Exchange;

/// <summary>Writes rows to a stream as JSON Lines or CSV, a row at a time.</summary>
internal static class RowWriter
{
    private const int FlushFrom = 1 << 15;

    /// <summary>Writes flat rows in any format and counts them.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="columns">Names of the columns.</param>
    /// <param name="cell">The value of a row in a column.</param>
    /// <param name="format">How to write.</param>
    /// <param name="output">Where to; it stays open.</param>
    public static long Write<TRow>(
        IEnumerable<TRow> rows, IReadOnlyList<string> columns, Func<TRow, int, Cell> cell, ExportFormat format, Stream output)
    {
        return format is ExportFormat.JsonLines ? WriteLines(rows, WriteObject, output)
            : WriteCsv(rows, columns, cell, output, format);

        void WriteObject(Utf8JsonWriter json, TRow row)
        {
            json.WriteStartObject();
            for (var i = 0; i < columns.Count; i++)
            {
                json.WritePropertyName(columns[i]);
                cell(row, i).WriteTo(json);
            }

            json.WriteEndObject();
        }
    }

    /// <summary>Writes a JSON value a line and counts them.</summary>
    public static long WriteLines<TRow>(IEnumerable<TRow> rows, Action<Utf8JsonWriter, TRow> write, Stream output)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(output);
        var buffer = new ArrayBufferWriter<byte>(1 << 16);
        using var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        var count = 0L;
        foreach (var row in rows)
        {
            write(json, row);
            json.Flush();
            json.Reset();
            buffer.Write("\n"u8);
            count++;
            if (buffer.WrittenCount > FlushFrom)
            {
                output.Write(buffer.WrittenSpan);
                buffer.ResetWrittenCount();
            }
        }

        output.Write(buffer.WrittenSpan);
        return count;
    }

    private static long WriteCsv<TRow>(
        IEnumerable<TRow> rows, IReadOnlyList<string> columns, Func<TRow, int, Cell> cell, Stream output, ExportFormat format)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(output);
        using var csv = new CsvWriter(output, isSafe: format is not ExportFormat.ExactCsv, hasMark: format is ExportFormat.SpreadsheetCsv);
        csv.WriteRow([.. columns.Select(c => (Cell)c)]);
        var cells = new Cell[columns.Count];
        var count = 0L;
        foreach (var row in rows)
        {
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = cell(row, i);
            }

            csv.WriteRow(cells);
            count++;
        }

        return count;
    }
}
