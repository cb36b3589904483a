using System.Globalization;
using Parley.Casualties.Estimation;
using Spectre.Console;

namespace Parley.Cli.Output;

/// <summary>Estimates for people: the value with its interval, then everything needed to doubt it.</summary>
internal static class EstimateTable
{
    /// <summary>Draws them.</summary>
    public static void Write(Terminal terminal, IReadOnlyList<Estimate> estimates)
    {
        foreach (var estimate in estimates)
        {
            Write(terminal, estimate);
        }

        terminal.Flush();
    }

    private static void Write(Terminal terminal, Estimate e)
    {
        var results = terminal.Results;
        results.WriteLine($"{e.Method}: {Terminal.OneLine(e.Quantity)}{(e.Scope is null ? "" : $", {Terminal.OneLine(e.Scope)}")}");
        results.WriteLine(e.Value is { } value
            ? $"  {(e.IsLowerBound ? "at least " : "")}{Number(value)}{Range(e.Intervals.FirstOrDefault())}{(e.StandardError is { } se ? $", standard error {Number(se)}" : "")}"
            : $"  no estimate: {Terminal.OneLine(e.Refusal ?? "")}");
        if (e.Observed is { } observed)
        {
            results.WriteLine($"  counted: {Number(observed)}");
        }

        if (e.Model is { } model)
        {
            results.WriteLine($"  model: {Terminal.OneLine(model)}");
        }

        Rows(terminal, ["interval", "lower", "upper", "centre", "takes as given"], e.Intervals.Skip(1).Select(i => new[] { i.Kind, Number(i.Lower), Number(i.Upper), Number(i.Center), i.Given ?? "" }));
        Rows(terminal, ["part", "counted", "estimate", "s.e.", "lower", "upper", "how"], e.Parts.Select(p => new[]
        {
            p.Scope, Number(p.Observed), Number(p.Value), Number(p.StandardError), Number(p.Lower), Number(p.Upper), p.Note ?? "",
        }));
        Rows(terminal, ["other choice", "estimate", "lower", "upper", "note"], e.Sensitivity.Select(a => new[]
        {
            a.Choice, Number(a.Value), Number(a.Lower), Number(a.Upper), a.Note ?? "",
        }));
        Lines(terminal, "figures", e.Measures.Select(m => $"{m.Name} {m.Value.ToString("G6", CultureInfo.InvariantCulture)}"));
        Lines(terminal, "assumes", e.Assumptions);
        Lines(terminal, "warning", e.Warnings);
        Lines(terminal, "input", e.Inputs.Select(i => $"{i.Name} sha256 {i.Sha256}"));
        if (e.Seed is { } seed)
        {
            results.WriteLine($"  seed: {seed}");
        }

        results.WriteLine();
    }

    private static void Lines(Terminal terminal, string heading, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            terminal.Results.WriteLine($"  {heading}: {Terminal.OneLine(line)}");
        }
    }

    private static void Rows(Terminal terminal, string[] headings, IEnumerable<string[]> rows)
    {
        var table = new Table { Border = TableBorder.Simple, Expand = false };
        foreach (var heading in headings)
        {
            table.AddColumn(new TableColumn(new Text(heading)));
        }

        foreach (var row in rows)
        {
            table.AddRow(row.Select(c => new Text(Terminal.OneLine(c))));
        }

        if (table.Rows.Count > 0)
        {
            terminal.ResultConsole().Write(table);
        }
    }

    private static string Range(EstimateInterval? interval) => interval is null
        ? ""
        : $" ({interval.Level:P0} {interval.Kind}: {Number(interval.Lower)} to {(interval.Upper is null ? "no limit" : Number(interval.Upper))})";

    private static string Number(double? value) => value switch
    {
        null => "",
        { } v when Math.Abs(v) < 10 => v.ToString("0.###", CultureInfo.InvariantCulture),
        { } v => v.ToString("#,0.#", CultureInfo.InvariantCulture),
    };
}
