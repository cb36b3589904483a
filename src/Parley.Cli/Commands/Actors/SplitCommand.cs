using System.CommandLine;
using Parley.Cli.Output;
using Parley.Records;

namespace Parley.Cli.Commands.Actors;

/// <summary><c>parley actors split NAME --into NEW</c>: some of the actor's statements are another's.</summary>
internal static class SplitCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var name = new Argument<string>("NAME") { Description = "The actor in whom two were mixed: name or id." };
        var into = new Option<string>("--into") { Description = "Whose the statements are.", HelpName = "NAME", Required = true };
        var words = new Option<string?>("--words") { Description = "Those whose source has these words.", HelpName = "WORDS" };
        var statements = new Option<string[]>("--statement") { Description = "This statement; may be given several times.", HelpName = "ID", DefaultValueFactory = _ => [] };
        var kind = new Option<ActorKind?>("--kind") { Description = "What sort of actor it is, if not the same." };
        var country = CountryOption.Create();
        var correcting = new CorrectionOptions();
        var command = new ExampledCommand("split", "Says that some statements of an actor are another's.",
            ("parley actors split 'Jan Orlic' --into 'Mira Orlic' --words 'Mira' --reason 'brother and sister'", "what 'Mira Orlic' said is hers"),
            ("parley actors split Orlic --into 'Mira Orlic' --statement 3fa94c1207 --reason 'the captain, not the minister'", "one statement is hers"))
        {
            name, into, words, statements, kind, country,
        };
        correcting.AddTo(command);
        command.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValue(words)) == (result.GetValue(statements) is not { Length: > 0 }))
            {
                result.AddError("split takes either --words or --statement");
            }
        });
        command.SetAction(parsed => correcting.Record(terminal, parsed, actors =>
        {
            var actor = actors.Find(parsed.GetRequiredValue(name));
            var given = parsed.GetRequiredValue(into).Trim();
            var sort = parsed.GetValue(kind) ?? actor.Kind;
            return new ActorCorrection
            {
                Kind = ActorCorrectionKind.Split,
                Names = [actor.Name],
                Name = given.Length > 0 ? given : throw new Ledger.LedgerException("the new name is empty"),
                ActorId = actors.IdOf(given, sort),
                ActorKind = sort,
                Country = parsed.GetValue(country),
                Words = parsed.GetValue(words),
                Statements = [.. parsed.GetRequiredValue(statements).Select(id => correcting.FullId(parsed, id))],
                Author = "",
                At = default,
                Reason = "",
            };
        }));
        return command;
    }
}
