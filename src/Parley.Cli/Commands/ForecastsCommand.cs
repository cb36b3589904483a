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
        var outcome = new Option<ForecastOutcome?>("--outcome") { Description = "Only with this outcome: open, kept, broken, came-true, failed.", HelpName = "WORD" };
        var query = new QueryOptions();
        var command = new ExampledCommand("forecasts", "Lists predictions and promises with their deadlines and outcomes.",
            ("parley forecasts --outcome broken", "promises that were broken, with the sentence that says so"))
        {
            outcome,
        };
        query.AddTo(command);
        command.SetAction(parsed =>
        {
            var filter = query.Narrow(parsed, new ForecastFilter
            {
                Outcome = parsed.GetValue(outcome),
            });
            return query.Answer(terminal, parsed, "forecast", ledger => ledger.Forecasts(filter), (found, format, output) => LedgerExport.Write(found, format, output),
                ("actor", f => f.Record.Actor),
                ("made", f => f.Record.Made?.ToString()),
                ("deadline", f => f.Record.Deadline),
                ("proposition", f => f.Record.Proposition),
                ("outcome", f => EnumName.Of(f.Record.Outcome)),
                ("in", f => AnswerTable.Place(f.Place)));
        });
        return command;
    }
}
