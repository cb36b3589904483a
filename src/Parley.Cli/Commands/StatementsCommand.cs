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
        var actor = new Option<string?>("--actor") { Description = "Only by this actor (name or id).", HelpName = "NAME" };
        var issue = new Option<string?>("--issue") { Description = "Only about this issue, e.g. ceasefire.", HelpName = "KEY" };
        var polarity = new Option<Polarity?>("--polarity") { Description = "Only what was so said: asserts, denies, confirms, rejects, demands, …", HelpName = "WORD" };
        var confidence = new Option<double?>("--min-confidence") { Description = "Only with at least this confidence, 0 to 1.", HelpName = "P" };
        var query = new QueryOptions();
        var command = new ExampledCommand("statements", "Lists who said what, through whom and when.",
            ("parley statements --actor Kolchek", "what one actor said"),
            ("parley statements --polarity denies --since 2025-03-01 --format jsonl", "all denials since a day, for a program"),
            ("parley statements --text '\"back channel\"'", "statements with two words next to each other"))
        {
            actor, issue, polarity, confidence,
        };
        query.AddTo(command);
        command.SetAction(parsed =>
        {
            using var ledger = query.Open(parsed);
            var found = ledger.Statements(query.Narrow(parsed, new StatementFilter
            {
                Actor = parsed.GetValue(actor),
                Issue = parsed.GetValue(issue),
                Polarity = parsed.GetValue(polarity),
                MinConfidence = parsed.GetValue(confidence),
            }));
            if (query.ExportFormat(parsed) is { } format)
            {
                LedgerExport.Write(found, format, terminal.Output);
                return ExitCode.Done;
            }

            AnswerTable.Write(terminal, "statement", found,
                ("id", s => s.Record.Id[..8]),
                ("said", s => s.Record.Said?.Value ?? "?"),
                ("actor", s => s.Record.Actor?.Name ?? "unspecified"),
                ("", s => EnumName.Of(s.Record.Polarity)),
                ("content", s => AnswerTable.Words(s.Place, s.Record.Attribution.Content)),
                ("issue", s => s.Record.Issues.FirstOrDefault()),
                ("via", s => string.Join(" > ", s.Record.Via.Select(v => v.Actor))),
                ("in", s => AnswerTable.Place(s.Place)));
            return ExitCode.Done;
        });
        return command;
    }
}
