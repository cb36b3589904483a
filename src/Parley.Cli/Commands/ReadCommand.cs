using System.CommandLine;
using Parley.Cli.Output;
using Parley.Ledger;

namespace Parley.Cli.Commands;

/// <summary><c>parley read PATH... | URL...</c>: gather and record only.</summary>
internal static class ReadCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var inputs = new Argument<string[]>("PATH")
        {
            Description = "Files, folders, patterns such as news/**/*.html, addresses, or - for standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        var ledger = LedgerOption.Create();
        var reading = new ReadingOptions();
        var command = new ExampledCommand("read", "Gathers documents and records what was said in them.",
            ("parley read news", "reads every document in the folder and below it into parley.db"),
            ("parley read https://example.org/feed.xml --ledger talks.db", "reads a feed into a ledger of its own"),
            ("pdftotext report.pdf - | parley read -", "reads standard input"))
        {
            inputs, ledger,
        };
        reading.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            terminal.IsVerbose = parsed.GetValue(terminal.VerboseOption);
            reading.LoadAhead(parsed);
            using var writer = LedgerWriter.Open(parsed.GetRequiredValue(ledger));
            var recording = new Recording(writer, terminal);
            await recording.RecordAsync(reading.ExtractAsync(parsed, parsed.GetRequiredValue(inputs), cancellation), cancellation).ConfigureAwait(false);
            terminal.Errors.WriteLine($"parley: {recording.Summary()}");
            terminal.Errors.WriteLine($"parley: ledger {parsed.GetRequiredValue(ledger)}, head {writer.Head}");
            return recording.Faults > 0 ? ExitCode.Failed : ExitCode.Done;
        });
        return command;
    }
}
