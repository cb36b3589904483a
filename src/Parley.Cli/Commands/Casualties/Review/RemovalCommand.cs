using System.CommandLine;
using Parley.Casualties.Register;
using Parley.Cli.Output;

namespace Parley.Cli.Commands.Casualties.Review;

/// <summary><c>parley casualties review ask-removal|settle ID</c>: a removal asked for, and its refusal; <c>casualties remove</c> grants it.</summary>
internal static class RemovalCommand
{
    /// <summary>Notes that somebody asks.</summary>
    public static Command CreateAsk(Terminal terminal) => Create(terminal, "ask-removal", "Notes that somebody asks for a record to be removed; nothing changes until it is decided.",
        ("parley casualties review ask-removal 3fa9 --by 'his sister' --reason 'he called her on Friday'", "the record waits first in the queue"),
        (editor, id, reason) => editor.AskRemoval(id, reason));

    /// <summary>Lets a removal rest.</summary>
    public static Command CreateSettle(Terminal terminal) => Create(terminal, "settle", "Lets a removal that was asked for, or that another team did, rest as it is.",
        ("parley casualties review settle 3fa9 --by 'A. Nowak' --reason 'a namesake called'", "the record leaves the queue as it is"),
        (editor, id, reason) => editor.Settle(id, reason));

    private static ExampledCommand Create(
        Terminal terminal, string name, string description, (string, string) example, Func<RegisterEditor, string, string, RegisterEvent> change)
    {
        var access = new RegisterAccess();
        var author = new AuthorOptions();
        var id = new Argument<string>("ID") { Description = "Id of a record, or enough of its beginning." };
        var command = new ExampledCommand(name, description, example)
        {
            id,
        };
        access.AddTo(command);
        author.AddTo(command);
        command.SetAction(parsed =>
        {
            var register = access.Read(parsed);
            var done = change(new RegisterEditor(register, author.By(parsed), RegisterAccess.Now), parsed.GetRequiredValue(id), author.Reason(parsed));
            access.Append(parsed, [done]);
            terminal.Results.WriteLine(Terminal.OneLine($"{parsed.GetRequiredValue(id)}: {EventWording.Of(done)}"));
            terminal.Flush();
            return ExitCode.Done;
        });
        return command;
    }
}
