using System.CommandLine;
using Parley.Analysis;
using Parley.Cli.Output;
using Parley.Ledger;
using Parley.Records;
using Parley.Resolution.Actors;

namespace Parley.Cli.Commands.Actors;

/// <summary>What all corrections of actors share: the ledger, who makes them and why, and how an actor is named.</summary>
internal sealed class CorrectionOptions
{
    private readonly Option<string> _ledger = LedgerOption.Create();
    private readonly Option<string> _reason = new("--reason") { Description = "Why; it is recorded.", HelpName = "TEXT", Required = true };
    private readonly Option<string> _author = new("--author")
    {
        Description = "Who says so; it is recorded.",
        HelpName = "NAME",
        DefaultValueFactory = _ => Environment.UserName,
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new[] { _ledger, _reason, _author })
        {
            command.Options.Add(option);
        }

        foreach (var option in new[] { _reason, _author })
        {
            option.Validators.Add(result =>
            {
                if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>()))
                {
                    result.AddError($"{option.Name} takes a text that is not empty");
                }
            });
        }
    }

    /// <summary>Records a correction that is made from the ledger's actors.</summary>
    /// <param name="terminal">Where to tell of it.</param>
    /// <param name="parsed">What was asked.</param>
    /// <param name="correct">Makes it; author, time and reason are filled in afterwards.</param>
    /// <exception cref="LedgerException">An actor is not found, or several are.</exception>
    public int Record(Terminal terminal, ParseResult parsed, Func<KnownActors, ActorCorrection> correct)
    {
        var path = parsed.GetRequiredValue(_ledger);
        ActorCorrection correction;
        using (var reader = LedgerOption.OpenForReading(path))
        {
            correction = correct(new KnownActors([.. ActorsCommand.Entries(reader, new StatementFilter { WithEarlierRevisions = true })])) with
            {
                Author = parsed.GetRequiredValue(_author),
                At = TimeProvider.System.GetUtcNow(),
                Reason = parsed.GetRequiredValue(_reason),
            };
        }

        using var writer = LedgerWriter.Open(path);
        var number = writer.Append(correction);
        terminal.Errors.WriteLine(Terminal.OneLine($"parley: {CorrectionText.Of(correction)}; recorded as {number}, head {writer.Head}"));
        return ExitCode.Done;
    }

    /// <summary>The id of the statement whose id begins so.</summary>
    /// <exception cref="LedgerException">There is none, or there are several.</exception>
    public string FullId(ParseResult parsed, string beginning)
    {
        using var reader = LedgerOption.OpenForReading(parsed.GetRequiredValue(_ledger));
        return StatementArgument.Find(reader, beginning).Record.Id;
    }

    /// <summary>Records that a correction is taken back.</summary>
    public int Revert(Terminal terminal, ParseResult parsed, long number)
    {
        using (LedgerOption.OpenForReading(parsed.GetRequiredValue(_ledger)))
        {
            // Only to name a missing ledger in place of making one.
        }

        using var writer = LedgerWriter.Open(parsed.GetRequiredValue(_ledger));
        writer.Append(new ActorCorrectionRevert(number, parsed.GetRequiredValue(_author), TimeProvider.System.GetUtcNow(), parsed.GetRequiredValue(_reason)));
        terminal.Errors.WriteLine($"parley: correction {number} is taken back, head {writer.Head}");
        return ExitCode.Done;
    }
}

/// <summary>The ledger's actors, as users name them.</summary>
internal sealed class KnownActors(IReadOnlyList<ActorEntry> actors)
{
    /// <summary>The actor with this name, id or beginning of an id, or the only one that has these words in its name.</summary>
    /// <exception cref="LedgerException">There is none, or there are several.</exception>
    public ActorEntry Find(string name)
    {
        var found = actors.Where(a => a.Id == name || a.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).ToList();
        if (found.Count == 0)
        {
            found = [.. actors.Where(a => (name.Length >= 6 && a.Id.StartsWith(name, StringComparison.OrdinalIgnoreCase)) ||
                $" {a.Name} ".Contains($" {name} ", StringComparison.OrdinalIgnoreCase))];
        }

        return found switch
        {
            [var one] => one,
            [] => throw new LedgerException($"no actor is called '{name}'; 'parley actors' lists them"),
            _ => throw new LedgerException($"'{name}' may be {string.Join(", ", found.Take(5).Select(a => $"{a.Name} ({EnumName.Of(a.Kind)}, {a.Id[..8]})"))}; give the name or the id"),
        };
    }

    /// <summary>Id of the actor of a name, whether the ledger has it yet or not.</summary>
    public string IdOf(string name, ActorKind kind) =>
        actors.FirstOrDefault(a => a.Kind == kind && a.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Id ?? ActorDirectory.IdOf(name, kind);
}
