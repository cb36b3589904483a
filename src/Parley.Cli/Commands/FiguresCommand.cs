using System.CommandLine;
using System.Globalization;
using Parley.Cli.Output;
using Parley.Exchange;
using Parley.Ledger;
using Parley.Records;

namespace Parley.Cli.Commands;

/// <summary><c>parley figures</c>: which quantities are claimed, by whom.</summary>
internal static class FiguresCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var measure = new Option<string?>("--measure") { Description = "Only of this measure, e.g. killed.", HelpName = "MEASURE" };
        var query = new QueryOptions();
        var command = new ExampledCommand("figures", "Lists the quantities that are claimed, with claimant and period.",
            ("parley figures --measure killed", "how many were killed, by whose count"),
            ("parley figures --actor TASS --format csv", "one claimant's numbers, for a program"))
        {
            measure,
        };
        query.AddTo(command);
        command.SetAction(parsed =>
        {
            var filter = query.Narrow(parsed, new FigureFilter
            {
                Measure = parsed.GetValue(measure),
            });
            return query.Answer(terminal, parsed, "figure", ledger => ledger.Figures(filter), (found, format, output) => LedgerExport.Write(found, format, output),
                ("measure", f => f.Record.Measure),
                ("value", f => Value(f.Record)),
                ("of", f => f.Record.Of),
                ("as of", f => f.Record.AsOf),
                ("claimant", f => f.Record.Claimant),
                ("words", f => AnswerTable.Words(f.Place, [f.Record.Span])),
                ("in", f => AnswerTable.Place(f.Place)));
        });
        return command;
    }

    private static string Value(Figure figure)
    {
        var number = figure switch
        {
            { Low: { } low, High: { } high } when low != high => $"{Number(low)} to {Number(high)}",
            { Low: { } low, High: null } => $"at least {Number(low)}",
            { High: { } high, Low: null } => $"up to {Number(high)}",
            { Value: { } value } => $"{(figure.Approximate ? "about " : "")}{Number(value)}",
            _ => "?",
        };
        return $"{number} {figure.Unit}";
    }

    private static string Number(decimal value) => value.ToString("#,0.##########", CultureInfo.InvariantCulture);
}
