using System.CommandLine;
using Parley.Cli.Output;
using Parley.Exchange;
using Parley.Ledger;
using Parley.Records;

namespace Parley.Cli.Commands;

/// <summary><c>parley statements</c>: who said what.</summary>
internal static class StatementsCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var polarity = new Option<Polarity?>("--polarity") { Description = "Only what was so said: asserts, denies, confirms, rejects, demands, …", HelpName = "WORD" };
        var type = new Option<string?>("--event") { Description = "Only acts of this PLOVER type: AGREE, REQUEST, REJECT, …", HelpName = "TYPE" };
        var mode = new Option<string?>("--mode") { Description = "Only acts of this PLOVER mode: meet, yield, violence, …", HelpName = "WORD" };
        var context = new Option<string?>("--context") { Description = "Only acts in this PLOVER context: military, diplomatic, …", HelpName = "WORD" };
        var saidSince = DateOption.Create("--said-since", "Only said on this day or later.");
        var saidUntil = DateOption.Create("--said-until", "Only said on this day or earlier.");
        var query = new QueryOptions();
        var command = new ExampledCommand("statements", "Lists who said what, through whom and when.",
            ("parley statements --actor Kolchek", "what one actor said"),
            ("parley statements --polarity denies --since 2025-03-01 --format jsonl", "all denials since a day, for a program"),
            ("parley statements --event REJECT --mode meet", "who refused to meet or talk"),
            ("parley statements --text '\"back channel\"'", "statements with two words next to each other"))
        {
            polarity, type, mode, context, saidSince, saidUntil,
        };
        query.AddTo(command);
        command.SetAction(parsed =>
        {
            var filter = query.Narrow(parsed, new StatementFilter
            {
                Polarity = parsed.GetValue(polarity),
                Event = parsed.GetValue(type),
                Mode = parsed.GetValue(mode),
                Context = parsed.GetValue(context),
                SaidFrom = parsed.GetValue(saidSince),
                SaidTo = parsed.GetValue(saidUntil),
            });
            return query.Answer(terminal, parsed, "statement", ledger => ledger.Statements(filter), (found, format, output) => LedgerExport.Write(found, format, output),
                ("id", s => s.Record.Id[..8]),
                ("said", s => s.Record.Said?.Value ?? "?"),
                ("actor", s => s.Record.Actor?.Name ?? "unspecified"),
                ("", s => EnumName.Of(s.Record.Polarity)),
                ("content", s => AnswerTable.Words(s.Place, s.Record.Attribution.Content)),
                ("issue", s => s.Record.Issues.FirstOrDefault()),
                ("via", s => string.Join(" > ", s.Record.Via.Select(v => v.Actor))),
                ("in", s => AnswerTable.Place(s.Place)));
        });
        return command;
    }
}
