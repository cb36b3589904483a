using System.CommandLine;
using Parley.Casualties.Register;
using Parley.Cli.Output;
using Parley.Records;

namespace Parley.Cli.Commands.Casualties.Review;

/// <summary><c>parley casualties review confirm|reject|withdraw ID</c>: a reviewer's verdict on a record.</summary>
internal static class VerdictCommand
{
    /// <summary>The command of a verdict.</summary>
    public static Command Create(Terminal terminal, string name, ReviewVerdict verdict, string description)
    {
        var access = new RegisterAccess();
        var reviewer = new ReviewerOptions();
        var id = new Argument<string>("ID") { Description = "Id of a record, or enough of its beginning." };
        var command = new ExampledCommand(name, description, ($"parley casualties review {name} 3fa9 --by 'A. Nowak' --reason 'seen the grave'", "the record whose id begins so"))
        {
            id,
        };
        access.AddTo(command);
        reviewer.AddTo(command);
        command.SetAction(parsed =>
        {
            var register = access.Read(parsed);
            var reviewed = new RegisterEditor(register, reviewer.By(parsed), RegisterAccess.Now).Review(parsed.GetRequiredValue(id), verdict, reviewer.Reason(parsed));
            access.Append(parsed, [reviewed]);
            var after = CasualtyRegister.Of([.. register.Events, reviewed]);
            var record = after.RecordOf(reviewed.Record)!;
            terminal.Results.WriteLine(Terminal.OneLine($"{record.Id} {RecordName.Of(record)}: {EnumName.Of(record.Level)}; confirmed by {record.ConfirmedBy.Length}, rejected by {record.RejectedBy.Length}, "
                + $"{register.Policy.Reviewers} wanted: {EnumName.Of(Confirmation.StateOf(record, register.Policy.Reviewers))}"));
            terminal.Flush();
            return ExitCode.Done;
        });
        return command;
    }
}

/// <summary>Who decides, and why; the reason may be left out where the evidence is one.</summary>
internal sealed class ReviewerOptions
{
    private readonly Option<string> _by = new("--by") { Description = "Who decides; kept in the history.", HelpName = "NAME", Required = true };
    private readonly Option<string?> _reason = new("--reason") { Description = "Why; kept in the history. Only a confirmation can do without.", HelpName = "TEXT" };

    /// <summary>Adds both to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_by);
        command.Options.Add(_reason);
    }

    /// <summary>Who.</summary>
    public string By(ParseResult parsed) => parsed.GetRequiredValue(_by);

    /// <summary>Why; empty if it was not given.</summary>
    public string Reason(ParseResult parsed) => parsed.GetValue(_reason) ?? "";
}
