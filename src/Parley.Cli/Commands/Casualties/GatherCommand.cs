using System.CommandLine;
using Parley.Casualties.Gathering;
using Parley.Casualties.Register;
using Parley.Cli.Output;

namespace Parley.Cli.Commands.Casualties;

/// <summary><c>parley casualties gather</c>: reads the ledger's reports for casualties.</summary>
internal static class GatherCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var access = new RegisterAccess();
        var sources = CreateSourcesOption();
        var again = new Option<bool>("--again") { Description = "Read all reports again, as after other grades of the sources." };
        var command = new ExampledCommand("gather", "Reads the ledger's reports for casualties; each field keeps the words it rests on.",
            ("parley read obituaries/ && parley casualties gather", "takes in the reports, then the casualties that they name"),
            ("parley casualties gather --sources sources.csv", "with kind, grade and group of each source (columns source, kind, reliability, group)"))
        {
            sources, again,
        };
        access.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            using var ledger = LedgerOption.OpenForReading(access.Path(parsed));
            var register = CasualtyRegister.Read(ledger);
            var result = new CasualtyGatherer(Grades(parsed.GetValue(sources)), RegisterAccess.Now).Gather(ledger, register, parsed.GetValue(again), cancellation);
            access.Append(parsed, result.Events);
            foreach (var document in result.Cut)
            {
                terminal.Errors.WriteLine($"parley: {document}: a report with more casualties than are read from one; split it to have the others");
            }

            terminal.Results.WriteLine($"{result.Articles} articles read, {result.Mentions} mentions of casualties");
            RegisterChanges.Write(terminal.Results, register, CasualtyRegister.Of([.. register.Events, .. result.Events]));
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    /// <summary>The option that names the grades of sources.</summary>
    public static Option<string?> CreateSourcesOption() => new("--sources") { Description = "Grades of the sources: CSV with source, kind, reliability, group.", HelpName = "FILE" };

    /// <summary>The grades of a file; none if it is null.</summary>
    public static SourceGrades Grades(string? path) => path is null ? SourceGrades.None : SourceGrades.ReadFile(path);
}
