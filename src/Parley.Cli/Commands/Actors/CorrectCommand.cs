using System.CommandLine;
using Parley.Cli.Output;
using Parley.Records;

namespace Parley.Cli.Commands.Actors;

/// <summary><c>parley actors correct NAME --kind KIND --country CODE</c>: the actor is of another kind or country.</summary>
internal static class CorrectCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var name = new Argument<string>("NAME") { Description = "The actor: name or id." };
        var kind = new Option<ActorKind?>("--kind") { Description = "What sort of actor it is: person, office, government, organisation, outlet, group, text." };
        var country = CountryOption.Create();
        var correcting = new CorrectionOptions();
        var command = new ExampledCommand("correct", "Corrects what sort of actor it is, or its country.",
            ("parley actors correct 'Harbour Front' --kind organisation --country SDN --reason 'a party, not a man'", "sets both"))
        {
            name, kind, country,
        };
        correcting.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(kind) is null && result.GetValue(country) is null)
            {
                result.AddError("correct takes --kind, --country or both");
            }
        });
        command.SetAction(parsed => correcting.Record(terminal, parsed, actors =>
        {
            var actor = actors.Find(parsed.GetRequiredValue(name));
            return new ActorCorrection
            {
                Kind = ActorCorrectionKind.Correct,
                Names = [actor.Name],
                ActorId = parsed.GetValue(kind) is { } other && other != actor.Kind ? actors.IdOf(actor.Name, other) : actor.Id,
                ActorKind = parsed.GetValue(kind),
                Country = parsed.GetValue(country),
                Author = "",
                At = default,
                Reason = "",
            };
        }));
        return command;
    }
}
