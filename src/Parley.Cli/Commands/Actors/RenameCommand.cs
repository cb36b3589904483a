using System.CommandLine;
using Parley.Cli.Output;
using Parley.Records;

namespace Parley.Cli.Commands.Actors;

/// <summary><c>parley actors rename NAME NEW</c>: the actor has another name.</summary>
internal static class RenameCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var name = new Argument<string>("NAME") { Description = "The actor: name or id." };
        var other = new Argument<string>("NEW") { Description = "What it is called." };
        var correcting = new CorrectionOptions();
        var command = new ExampledCommand("rename", "Gives an actor another name.",
            ("parley actors rename Kovalenko 'Andriy Kovalenko' --reason 'the paper names him in full'", "shows the full name everywhere"))
        {
            name, other,
        };
        correcting.AddTo(command);
        command.SetAction(parsed => correcting.Record(terminal, parsed, actors =>
        {
            var actor = actors.Find(parsed.GetRequiredValue(name));
            var given = parsed.GetRequiredValue(other).Trim();
            return new ActorCorrection
            {
                Kind = ActorCorrectionKind.Rename,
                Names = [actor.Name],
                Name = given.Length > 0 ? given : throw new Ledger.LedgerException("the new name is empty"),
                ActorId = actors.IdOf(given, actor.Kind),
                Author = "",
                At = default,
                Reason = "",
            };
        }));
        return command;
    }
}
