using System.Buffers;
using System.Globalization;

namespace Parley.Casualties.Register;

/// <summary>Writes a row of CSV (RFC 4180) whose texts a spreadsheet cannot take for formulas: they get an apostrophe before them.</summary>
internal static class CsvText
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",\"\r\n");
    private static readonly SearchValues<char> FormulaStarts = SearchValues.Create("=+-@\t\r\n＝＋－＠");

    /// <summary>Writes the row and its line end.</summary>
    public static void WriteRow(TextWriter writer, IEnumerable<string?> cells)
    {
        var first = true;
        foreach (var cell in cells)
        {
            if (!first)
            {
                writer.Write(',');
            }

            first = false;
            writer.Write(Field(cell ?? ""));
        }

        writer.Write("\r\n");
    }

    /// <summary>A text as a cell, in quotation marks where it needs them; for programs, as no spreadsheet is thought of.</summary>
    public static string Quote(string text) =>
        text.AsSpan().ContainsAny(NeedQuotes) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    private static string Field(string text)
    {
        var start = text.AsSpan().TrimStart();
        while (start.Length > 0 && char.GetUnicodeCategory(start[0]) is UnicodeCategory.Format or UnicodeCategory.Control)
        {
            start = start[1..].TrimStart();
        }

        var guarded = (start.Length > 0 && FormulaStarts.Contains(start[0])) || (text.Length > 0 && FormulaStarts.Contains(text[0])) ? "'" + text : text;
        return Quote(guarded);
    }
}
