using System.CommandLine;
using Parley.Casualties.Register;
using Parley.Cli.Output;

namespace Parley.Cli.Commands.Casualties.Review;

/// <summary><c>parley casualties review same|different|undecide ID ID</c>: whether two mentions are of one person.</summary>
internal static class PairDecisionCommand
{
    /// <summary>The command of a decision.</summary>
    public static Command Create(Terminal terminal, string name, bool? same, string description)
    {
        var access = new RegisterAccess();
        var author = new AuthorOptions();
        var ids = new Argument<string[]>("IDS") { Description = "Ids of two records or mentions, or enough of their beginnings.", HelpName = "FIRST SECOND", Arity = new ArgumentArity(2, 2) };
        var command = new ExampledCommand(name, description,
            ($"parley casualties review {name} 3fa9 77bc --by 'A. Nowak' --reason 'the sister said so'", "as 'review' and 'explain' show them"))
        {
            ids,
        };
        access.AddTo(command);
        author.AddTo(command);
        command.SetAction(parsed =>
        {
            var register = access.Read(parsed);
            var pair = parsed.GetRequiredValue(ids);
            var decided = new RegisterEditor(register, author.By(parsed), RegisterAccess.Now).Decide(pair[0], pair[1], same, author.Reason(parsed));
            access.Append(parsed, [decided]);
            RegisterChanges.Write(terminal.Results, register, CasualtyRegister.Of([.. register.Events, decided]));
            return ExitCode.Done;
        });
        return command;
    }
}
