using System.CommandLine;
using Parley.Casualties.Import;
using Parley.Casualties.Register;
using Parley.Cli.Output;
using Parley.Records;

namespace Parley.Cli.Commands.Casualties;

/// <summary><c>parley casualties import</c>: takes a list into the register.</summary>
internal static class ImportCommand
{
    private const int MaxTold = 50;

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var access = new RegisterAccess();
        var file = new Argument<string>("FILE") { Description = "The list: .csv, .jsonl or .xlsx." };
        var mapping = new Option<string?>("--mapping") { Description = "What its columns hold: lines 'column = field' and 'field := value'.", HelpName = "FILE" };
        var list = new Option<string?>("--list") { Description = "Name of the list; a later import under the same name supersedes rows by their ids. The file's name if not given.", HelpName = "NAME" };
        var by = new Option<string>("--by") { Description = "Who imports it.", HelpName = "NAME", DefaultValueFactory = _ => "import" };
        var check = new Option<bool>("--check") { Description = "Only say what is wrong; record nothing." };
        var command = new ExampledCommand("import", "Takes a list of casualties into the register; with one fault in it nothing is taken.",
            ("parley casualties import obituaries.csv --mapping obituaries.map", "a list whose columns the mapping explains"),
            ("parley casualties import cemetery.xlsx --list cemetery --check", "only says what is wrong with it"))
        {
            file, mapping, list, by, check,
        };
        access.AddTo(command);
        command.SetAction(parsed =>
        {
            var map = parsed.GetValue(mapping) is { } path ? ImportMapping.Read(File.ReadAllText(path), Path.GetFileName(path)) : ImportMapping.ByName;
            var result = RecordImport.ReadFile(parsed.GetRequiredValue(file), parsed.GetValue(list), map);
            Tell(terminal, result.Warnings, "warnings");
            Tell(terminal, result.Faults, "faults");
            if (!result.Faults.IsEmpty)
            {
                terminal.Errors.WriteLine("parley: nothing was imported; correct the file and import it again");
                return ExitCode.Failed;
            }

            if (parsed.GetValue(check))
            {
                terminal.Results.WriteLine($"{result.Mentions.Length} rows could be imported");
                terminal.Flush();
                return ExitCode.Done;
            }

            var register = access.ReadOrNew(parsed);
            var added = RegisterIntake.Of(register, result.Mentions, parsed.GetRequiredValue(by), RegisterAccess.Now);
            access.Append(parsed, added);
            terminal.Results.WriteLine($"{result.Mentions.Length} rows read, {added.Length} of them new or changed");
            RegisterChanges.Write(terminal.Results, register, CasualtyRegister.Of([.. register.Events, .. added]));
            return ExitCode.Done;
        });
        return command;
    }

    private static void Tell(Terminal terminal, IReadOnlyCollection<Fault> faults, string noun)
    {
        foreach (var fault in faults.Take(MaxTold))
        {
            terminal.Tell(fault);
        }

        if (faults.Count > MaxTold)
        {
            terminal.Errors.WriteLine($"parley: {faults.Count - MaxTold} more {noun}");
        }
    }
}
