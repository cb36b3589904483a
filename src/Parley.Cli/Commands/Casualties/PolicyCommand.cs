using System.CommandLine;
using Parley.Casualties.Register;
using Parley.Cli.Output;

namespace Parley.Cli.Commands.Casualties;

/// <summary><c>parley casualties policy</c>: shows or sets the inclusion criteria.</summary>
internal static class PolicyCommand
{
    private const int MaxLength = 1 << 20;

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var access = new RegisterAccess();
        var file = new Argument<string?>("FILE") { Description = "The criteria: lines 'key = value'. Without it those in force are shown.", Arity = ArgumentArity.ZeroOrOne };
        var by = new Option<string?>("--by") { Description = "Who sets them.", HelpName = "NAME" };
        var reason = new Option<string?>("--reason") { Description = "Why.", HelpName = "TEXT" };
        var command = new ExampledCommand("policy", "Shows or sets the inclusion criteria; says how the count changes.",
            ("parley casualties policy criteria.txt --by 'A. Nowak' --reason 'second edition'", "sets them"),
            ("parley casualties policy", "shows those in force"))
        {
            file, by, reason,
        };
        access.AddTo(command);
        command.SetAction(parsed =>
        {
            var register = access.ReadOrNew(parsed);
            if (parsed.GetValue(file) is not { } path)
            {
                Show(terminal, register);
                return ExitCode.Done;
            }

            if (new FileInfo(path).Length > MaxLength)
            {
                throw new FormatException($"{path}: more than {MaxLength} bytes; criteria are a short text");
            }

            var editor = new RegisterEditor(register, parsed.GetValue(by) ?? "", RegisterAccess.Now);
            var set = editor.SetPolicy(File.ReadAllText(path), Path.GetFileName(path), parsed.GetValue(reason) ?? "");
            access.Append(parsed, [set]);
            var after = CasualtyRegister.Of([.. register.Events, set]);
            terminal.Results.WriteLine($"{Counted(register)} records counted by '{Terminal.OneLine(register.Policy.Name)}', {Counted(after)} by '{Terminal.OneLine(after.Policy.Name)}'");
            terminal.Flush();
            return ExitCode.Done;
        });
        return command;
    }

    private static int Counted(CasualtyRegister register) => register.Records(new RegisterFilter { Policy = register.Policy }).Count();

    private static void Show(Terminal terminal, CasualtyRegister register)
    {
        foreach (var (key, value) in register.Policy.Lines())
        {
            terminal.Results.WriteLine($"{key} = {Terminal.OneLine(value)}");
        }

        terminal.Flush();
    }
}
