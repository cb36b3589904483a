using System.CommandLine;
using System.Globalization;
using Parley.Analysis;
using Parley.Cli.Output;
using Parley.Exchange;
using Parley.Ledger;
using Parley.Records;
using Parley.Resolution.Actors;

namespace Parley.Cli.Commands.Actors;

/// <summary><c>parley actors</c>: who speaks, with posts and dates; below it, what users correct.</summary>
internal static class ActorsCommand
{
    /// <summary>The command with those below it.</summary>
    public static Command Create(Terminal terminal)
    {
        var kind = new Option<ActorKind?>("--kind") { Description = "Only of this kind: person, office, government, organisation, outlet, group, text." };
        var country = new Option<string?>("--country") { Description = "Only of this country (ISO 3166-1 alpha-3).", HelpName = "CODE" };
        var query = new QueryOptions();
        var command = new ExampledCommand("actors", "Lists who speaks, with posts, dates and how many statements; merges, splits, renames and corrects them.",
            ("parley actors --kind person --issue ceasefire", "who spoke on an issue"),
            ("parley actors merge 'Jon Smyth' --into 'John Smith' --reason 'one man in two spellings'", "two names are one actor"),
            ("parley actors history", "every correction, by whom, when and why"),
            ("parley actors revert 412 --reason 'they are brothers'", "takes the correction with this number back"))
        {
            kind, country,
            MergeCommand.Create(terminal), SplitCommand.Create(terminal), RenameCommand.Create(terminal), CorrectCommand.Create(terminal),
            CorrectionHistoryCommand.Create(terminal), RevertCommand.Create(terminal),
        };
        query.AddTo(command);
        command.SetAction(parsed => query.Answer(
            terminal, parsed, "actor",
            ledger => Entries(ledger, query.Narrow(parsed, new StatementFilter()) with { Limit = null })
                .Where(a => parsed.GetValue(kind) is not { } wanted || a.Kind == wanted)
                .Where(a => parsed.GetValue(country) is not { } code || code.Equals(a.Country, StringComparison.OrdinalIgnoreCase))
                .Take(parsed.GetValue(query.Limit) ?? int.MaxValue),
            (found, format, output) => ActorExport.Write(found, format, output),
            ("id", a => a.Id[..8]),
            ("actor", a => a.Name),
            ("kind", a => EnumName.Of(a.Kind)),
            ("country", a => a.Country),
            ("posts", a => string.Join("; ", a.Roles.Select(ActorExport.RoleText))),
            ("statements", a => $"{a.Statements}"),
            ("first", a => Day(a.First)),
            ("last", a => Day(a.Last)),
            ("also called", a => string.Join("; ", a.Aliases))));
        return command;
    }

    /// <summary>The actors of some statements.</summary>
    public static IEnumerable<ActorEntry> Entries(LedgerReader ledger, StatementFilter filter)
    {
        var register = new ActorRegister();
        foreach (var statement in ledger.Statements(filter))
        {
            register.Add(statement.Record, statement.Place.Article);
        }

        return register.Entries(ActorDirectory.BuiltIn.PostsOf);
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
