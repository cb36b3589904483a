using System.CommandLine;
using Parley.Analysis;
using Parley.Cli.Output;
using Parley.Exchange;
using Parley.Records;

namespace Parley.Cli.Commands;

/// <summary><c>parley claims</c>: what several reports say, on how many independent origins, and who denies it.</summary>
internal static class ClaimsCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var state = WordOption.Create<ClaimState>("--state", "Only claims in this state: open, denied, confirmed, denied-and-confirmed, withdrawn.");
        var query = new FindingsQuery(terminal);
        var command = new ExampledCommand("claims", "Joins statements that say the same and counts the independent origins they rest on.",
            ("parley claims --state denied", "claims that somebody denies"),
            ("parley claims --actor Kolchek --since 2025-03-01", "what one actor claims in reports since a day"),
            ("parley claims --as-of 2025-03-12 --format jsonl", "what was claimed up to a day, for a program"))
        {
            state,
        };
        query.AddTo(command);
        command.SetAction(parsed =>
        {
            var found = query.Analyse(parsed).Claims.Where(c => parsed.GetValue(state) is not { } wanted || c.State == wanted);
            if (query.ExportFormat(parsed) is { } format)
            {
                FindingsExport.Write(found, format, terminal.Output);
                return ExitCode.Done;
            }

            AnswerTable.Write(terminal, "claim", found,
                ("id", c => c.Id[..8]),
                ("said by", c => c.Representative.Statement.Actor?.Name ?? "unspecified"),
                ("claim", c => c.Representative.Words),
                ("reports", c => $"{c.Statements.Length}"),
                ("origins", c => $"{c.Origins.Length}"),
                ("state", c => EnumName.Of(c.State)),
                ("denied by", c => string.Join(", ", c.DeniedBy.Select(a => a.Actor).Distinct())),
                ("confirmed by", c => string.Join(", ", c.ConfirmedBy.Select(a => a.Actor).Distinct())));
            return ExitCode.Done;
        });
        return command;
    }
}
