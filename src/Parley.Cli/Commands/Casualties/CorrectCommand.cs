using System.CommandLine;
using Parley.Casualties.Register;
using Parley.Cli.Output;

namespace Parley.Cli.Commands.Casualties;

/// <summary><c>parley casualties correct</c>: sets a field of a record against what the sources say.</summary>
internal static class CorrectCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var access = new RegisterAccess();
        var author = new AuthorOptions();
        var id = new Argument<string>("ID") { Description = "Id of a record, or enough of its beginning." };
        var field = new Argument<string>("FIELD") { Description = "The field, e.g. birth_date." };
        var value = new Argument<string?>("VALUE") { Description = "Its right value; without it an earlier correction is taken back.", Arity = ArgumentArity.ZeroOrOne };
        var command = new ExampledCommand("correct", "Corrects a field of a record; what the sources say stays in the evidence.",
            ("parley casualties correct 3fa9 birth_date 1990-05-17 --by 'A. Nowak' --reason 'passport seen'", "sets the date of birth"),
            ("parley casualties correct 3fa9 birth_date --by 'A. Nowak' --reason 'wrong passport'", "takes the correction back"))
        {
            id, field, value,
        };
        access.AddTo(command);
        author.AddTo(command);
        command.SetAction(parsed =>
        {
            var editor = new RegisterEditor(access.Read(parsed), author.By(parsed), RegisterAccess.Now);
            var corrected = editor.Correct(parsed.GetRequiredValue(id), parsed.GetRequiredValue(field), parsed.GetValue(value), author.Reason(parsed));
            access.Append(parsed, [corrected]);
            terminal.Results.WriteLine(Terminal.OneLine($"{corrected.Record}: {EventWording.Of(corrected)}"));
            terminal.Flush();
            return ExitCode.Done;
        });
        return command;
    }
}
