using System.CommandLine;
using Parley.Cli.Commands.Actors;
using Parley.Cli.Output;
using Parley.Exchange;
using Parley.Ledger;
using Parley.Records;

namespace Parley.Cli.Commands;

/// <summary><c>parley export KIND</c>: everything of a kind, for programs.</summary>
internal static class ExportCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var kind = new Argument<ExportKind>("KIND") { Description = "statements, articles, figures, agreements, forecasts, actors, claims, conflicts or positions." };
        var ledger = LedgerOption.Create();
        var asOf = new AsOfOptions();
        var format = AnswerFormats.CreateOption(AnswerFormat.Jsonl);
        var output = new Option<FileInfo?>("--out") { Description = "A file in place of standard output.", HelpName = "FILE" };
        format.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<AnswerFormat>() is AnswerFormat.Table)
            {
                result.AddError("--format takes jsonl, csv, spreadsheet or exact-csv here");
            }
        });
        var command = new ExampledCommand("export", "Writes everything of a kind as JSON Lines or CSV. Offsets count Unicode code points.",
            ("parley export statements --format jsonl > statements.jsonl", "one statement a line"),
            ("parley export figures --format spreadsheet --out figures.csv", "the figures, to be opened in a spreadsheet"))
        {
            kind, ledger, format, output,
        };
        asOf.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            using var reader = LedgerOption.OpenForReading(parsed.GetRequiredValue(ledger));
            using var file = parsed.GetValue(output)?.Create();
            var known = asOf.Of(parsed);
            var (asked, how, to) = (parsed.GetRequiredValue(kind), AnswerFormats.ToExport(parsed.GetValue(format))!.Value, file ?? terminal.Output);
            var count = asked is ExportKind.Actors
                ? ActorExport.Write(ActorsCommand.Entries(reader, new StatementFilter { AsOf = known }), how, to)
                : LedgerExport.Write(reader, asked, how, to, known, cancellation);
            terminal.Errors.WriteLine($"parley: {count} {EnumName.Of(parsed.GetRequiredValue(kind))}");
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }
}
