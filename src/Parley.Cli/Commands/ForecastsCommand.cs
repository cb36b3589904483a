using System.CommandLine;
using Parley.Cli.Output;
using Parley.Exchange;
using Parley.Ledger;
using Parley.Records;

namespace Parley.Cli.Commands;

/// <summary><c>parley forecasts</c>: predictions and promises that time can test.</summary>
internal static class ForecastsCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var actor = new Option<string?>("--actor") { Description = "Only made by this actor.", HelpName = "NAME" };
        var outcome = new Option<ForecastOutcome?>("--outcome") { Description = "Only with this outcome: open, kept, broken, came-true, failed.", HelpName = "WORD" };
        var query = new QueryOptions();
        var command = new ExampledCommand("forecasts", "Lists predictions and promises with their deadlines and outcomes.",
            ("parley forecasts --outcome broken", "promises that were broken, with the sentence that says so"))
        {
            actor, outcome,
        };
        query.AddTo(command);
        command.SetAction(parsed =>
        {
            using var ledger = query.Open(parsed);
            var found = ledger.Forecasts(query.Narrow(parsed, new ForecastFilter
            {
                Actor = parsed.GetValue(actor),
                Outcome = parsed.GetValue(outcome),
            }));
            if (query.ExportFormat(parsed) is { } format)
            {
                LedgerExport.Write(found, format, terminal.Output);
                return ExitCode.Done;
            }

            AnswerTable.Write(terminal, "forecast", found,
                ("actor", f => f.Record.Actor),
                ("made", f => f.Record.Made?.ToString()),
                ("deadline", f => f.Record.Deadline),
                ("proposition", f => f.Record.Proposition),
                ("outcome", f => EnumName.Of(f.Record.Outcome)),
                ("in", f => AnswerTable.Place(f.Place)));
            return ExitCode.Done;
        });
        return command;
    }
}
