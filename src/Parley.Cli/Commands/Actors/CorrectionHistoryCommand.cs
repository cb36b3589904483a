using System.CommandLine;
using System.Globalization;
using Parley.Cli.Output;
using Parley.Exchange;

namespace Parley.Cli.Commands.Actors;

/// <summary><c>parley actors history</c>: every correction, by whom, when and why.</summary>
internal static class CorrectionHistoryCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var ledger = LedgerOption.Create();
        var format = AnswerFormats.CreateOption();
        var command = new ExampledCommand("history", "Lists the corrections of actors, those taken back among them.",
            ("parley actors history --format jsonl", "for a program"))
        {
            ledger, format,
        };
        command.SetAction(parsed =>
        {
            using var reader = LedgerOption.OpenForReading(parsed.GetRequiredValue(ledger));
            var found = reader.ActorCorrections();
            if (AnswerFormats.ToExport(parsed.GetValue(format)) is { } export)
            {
                CorrectionExport.Write(found, export, terminal.Output);
                return ExitCode.Done;
            }

            AnswerTable.Write(terminal, "correction", found,
                ("number", c => c.Sequence.ToString(CultureInfo.InvariantCulture)),
                ("what", c => CorrectionText.Of(c.Correction)),
                ("by", c => c.Correction.Author),
                ("on", c => Moment(c.Correction.At)),
                ("why", c => c.Correction.Reason),
                ("taken back", c => c.Revert is { } revert ? $"by {revert.Author} on {Moment(revert.At)}: {revert.Reason}" : null));
            return ExitCode.Done;
        });
        return command;
    }

    private static string Moment(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);
}
