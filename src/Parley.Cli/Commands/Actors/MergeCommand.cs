using System.CommandLine;
using Parley.Cli.Output;
using Parley.Records;

namespace Parley.Cli.Commands.Actors;

/// <summary><c>parley actors merge NAME... --into NAME</c>: several actors are one.</summary>
internal static class MergeCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var names = new Argument<string[]>("NAME") { Description = "The actors that are another one: name or id.", Arity = ArgumentArity.OneOrMore };
        var into = new Option<string>("--into") { Description = "The actor that they are.", HelpName = "NAME", Required = true };
        var correcting = new CorrectionOptions();
        var command = new ExampledCommand("merge", "Says that several actors are one.",
            ("parley actors merge 'Jon Smyth' 'J. Smith' --into 'John Smith' --reason 'spellings of one name'", "their statements are John Smith's"))
        {
            names, into,
        };
        correcting.AddTo(command);
        command.SetAction(parsed => correcting.Record(terminal, parsed, actors =>
        {
            var stays = actors.Find(parsed.GetRequiredValue(into));
            var merged = parsed.GetRequiredValue(names).Select(actors.Find).Where(a => a.Id != stays.Id).Select(a => a.Name).Distinct().ToList();
            return new ActorCorrection
            {
                Kind = ActorCorrectionKind.Merge,
                Names = merged.Count > 0 ? [.. merged] : throw new Ledger.LedgerException($"'{stays.Name}' cannot be merged into itself"),
                Name = stays.Name,
                ActorId = stays.Id,
                ActorKind = stays.Kind,
                Country = stays.Country,
                Author = "",
                At = default,
                Reason = "",
            };
        }));
        return command;
    }
}
