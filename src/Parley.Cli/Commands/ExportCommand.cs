using System.CommandLine;
using Parley.Cli.Output;
using Parley.Exchange;
using Parley.Records;

namespace Parley.Cli.Commands;

/// <summary><c>parley export KIND</c>: everything of a kind, for programs.</summary>
internal static class ExportCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var kind = new Argument<ExportKind>("KIND") { Description = "statements, articles, figures, agreements, forecasts, claims, conflicts or positions." };
        var ledger = LedgerOption.Create();
        var format = new Option<AnswerFormat>("--format")
        {
            Description = "jsonl, csv, or spreadsheet for CSV that a spreadsheet cannot take for formulas.",
            DefaultValueFactory = _ => AnswerFormat.Jsonl,
        };
        var output = new Option<FileInfo?>("--out") { Description = "A file in place of standard output.", HelpName = "FILE" };
        format.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<AnswerFormat>() is AnswerFormat.Table)
            {
                result.AddError("--format takes jsonl, csv or spreadsheet here");
            }
        });
        var command = new ExampledCommand("export", "Writes everything of a kind as JSON Lines or CSV. Offsets count Unicode code points.",
            ("parley export statements --format jsonl > statements.jsonl", "one statement a line"),
            ("parley export figures --format spreadsheet --out figures.csv", "the figures, to be opened in a spreadsheet"))
        {
            kind, ledger, format, output,
        };
        command.SetAction((parsed, cancellation) =>
        {
            using var reader = LedgerOption.OpenForReading(parsed.GetRequiredValue(ledger));
            using var file = parsed.GetValue(output)?.Create();
            var count = LedgerExport.Write(
                reader, parsed.GetRequiredValue(kind), AnswerFormats.ToExport(parsed.GetValue(format))!.Value, file ?? terminal.Output, cancellation);
            terminal.Errors.WriteLine($"parley: {count} {EnumName.Of(parsed.GetRequiredValue(kind))}");
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }
}
