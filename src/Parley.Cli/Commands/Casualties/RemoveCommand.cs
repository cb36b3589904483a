using System.CommandLine;
using Parley.Casualties.Register;
using Parley.Cli.Output;

namespace Parley.Cli.Commands.Casualties;

/// <summary><c>parley casualties remove</c>: takes a record, or all that a source said, out of what is shown and counted.</summary>
internal static class RemoveCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var access = new RegisterAccess();
        var author = new AuthorOptions();
        var id = new Argument<string?>("ID") { Description = "Id of a record, or enough of its beginning.", Arity = ArgumentArity.ZeroOrOne };
        var source = new Option<string?>("--source") { Description = "Take back everything that this source said.", HelpName = "NAME" };
        var restore = new Option<bool>("--restore") { Description = "Put a removed record back." };
        var command = new ExampledCommand("remove", "Removes a record; its history stays and it can be put back.",
            ("parley casualties remove 3fa9 --by 'A. Nowak' --reason 'found alive'", "the record is withdrawn"),
            ("parley casualties remove --source 'Tver channel' --by 'A. Nowak' --reason 'it makes names up'", "what rested on a source alone is withdrawn"))
        {
            id, source, restore,
        };
        access.AddTo(command);
        author.AddTo(command);
        command.Validators.Add(result =>
        {
            if ((result.GetValue(id) is null) == (result.GetValue(source) is null))
            {
                result.AddError("give either the ID of a record or --source");
            }
        });
        command.SetAction(parsed =>
        {
            var register = access.Read(parsed);
            var editor = new RegisterEditor(register, author.By(parsed), RegisterAccess.Now);
            RegisterEvent[] events = parsed.GetValue(source) is { } name ? [.. editor.Retract(name, author.Reason(parsed))]
                : parsed.GetValue(restore) ? [editor.Restore(parsed.GetValue(id)!, author.Reason(parsed))]
                : [editor.Remove(parsed.GetValue(id)!, author.Reason(parsed))];
            access.Append(parsed, events);
            RegisterChanges.Write(terminal.Results, register, CasualtyRegister.Of([.. register.Events, .. events]));
            return ExitCode.Done;
        });
        return command;
    }
}
