using Parley.Ledger;
using Parley.Records;
using Spectre.Console;

namespace Parley.Cli.Output;

/// <summary>An answer as a table for people.</summary>
internal static class AnswerTable
{
    /// <summary>Draws a table with a row for each record and says how many there are.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="noun">What a record is called, e.g. "statement".</param>
    /// <param name="records">The records.</param>
    /// <param name="columns">Heading and cell of each column.</param>
    public static void Write<TRecord>(
        Terminal terminal, string noun, IEnumerable<TRecord> records, params IReadOnlyList<(string Heading, Func<TRecord, string?> Cell)> columns)
    {
        var table = new Table { Border = TableBorder.Simple, Expand = false };
        foreach (var (heading, _) in columns)
        {
            table.AddColumn(new TableColumn(new Text(heading)));
        }

        var count = 0;
        foreach (var record in records)
        {
            table.AddRow(columns.Select(c => new Text(Terminal.OneLine(c.Cell(record) ?? ""))));
            count++;
        }

        if (count > 0)
        {
            terminal.ResultConsole().Write(table);
        }

        terminal.Flush();
        terminal.Errors.WriteLine($"parley: {count} {noun}{(count == 1 ? "" : "s")}");
    }

    /// <summary>The words of spans in an article.</summary>
    public static string Words(RecordedPlace place, IEnumerable<TextSpan> spans) =>
        string.Join(" … ", spans.Select(s => s.In(place.Article.Text).ToString()));

    /// <summary>Where a record stands: outlet or document, and the date.</summary>
    public static string Place(RecordedPlace place) =>
        $"{place.Article.Outlet ?? place.Document.Name}{(place.Article.Published is { } date ? $", {date}" : "")}";
}
