using System.CommandLine;
using System.CommandLine.Parsing;
using System.Diagnostics.CodeAnalysis;
using Parley.Cli.Commands;
using Parley.Cli.Commands.Actors;
using Parley.Cli.Commands.Casualties;
using Parley.Cli.Output;
using Parley.Ledger;

namespace Parley.Cli;

/// <summary>The whole program behind its arguments: parses them, runs the command, turns what it throws into a line and a code.</summary>
internal static class CommandLine
{
    /// <summary>"casualties release ": the command with those that hold it.</summary>
    private static string PathOf(CommandResult result) => result.Command is RootCommand ? "" : $"{(result.Parent is CommandResult parent ? PathOf(parent) : "")}{result.Command.Name} ";

    /// <summary>Runs a command; results go to <paramref name="output"/>, everything else to <paramref name="errors"/>.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "The last place where a defect can be told in one line instead of a trace.")]
    public static async Task<int> RunAsync(IReadOnlyList<string> args, Stream output, TextWriter errors, CancellationToken cancellation = default)
    {
        using var terminal = new Terminal(output, errors);
        var root = Root(terminal);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpWithExamples)
        {
            foreach (var error in parsed.Errors)
            {
                errors.WriteLine($"parley: {error.Message}");
            }

            errors.WriteLine($"parley: see 'parley {PathOf(parsed.CommandResult)}--help'");
            return ExitCode.WrongUse;
        }

        try
        {
            var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false };
            return await parsed.InvokeAsync(configuration, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            errors.WriteLine("parley: stopped; what was recorded is kept");
            return ExitCode.Failed;
        }
        catch (FileNotFoundException e) when (e.FileName is not null)
        {
            errors.WriteLine($"parley: {Terminal.OneLine(e.FileName)}: there is no such file; check its name and folder");
            terminal.Trace(e);
            return ExitCode.Failed;
        }
        catch (Exception e) when (e is LedgerException or IOException or UnauthorizedAccessException or FormatException)
        {
            errors.WriteLine($"parley: {e.Message}");
            terminal.Trace(e);
            return ExitCode.Failed;
        }
        catch (Exception e)
        {
            errors.WriteLine($"parley: a defect of the program: {e.GetType().Name}: {e.Message}; report it, with the trace that --verbose prints");
            terminal.Trace(e);
            return ExitCode.Failed;
        }
    }

    private static RootCommand Root(Terminal terminal)
    {
        var root = new RootCommand("Reads the reporting on a war and its peace talks and keeps a cited ledger of who said what.")
        {
            BriefCommand.Create(terminal),
            ReadCommand.Create(terminal),
            WatchCommand.Create(terminal),
            StatementsCommand.Create(terminal),
            FiguresCommand.Create(terminal),
            AgreementsCommand.Create(terminal),
            ForecastsCommand.Create(terminal),
            ActorsCommand.Create(terminal),
            ClaimsCommand.Create(terminal),
            ConflictsCommand.Create(terminal),
            PositionsCommand.Create(terminal),
            ExportCommand.Create(terminal),
            VerifyCommand.Create(terminal),
            WhyCommand.Create(terminal),
            CasualtiesCommand.Create(terminal),
        };
        root.Options.Add(terminal.VerboseOption);
        HelpWithExamples.AddTo(root);
        return root;
    }
}
