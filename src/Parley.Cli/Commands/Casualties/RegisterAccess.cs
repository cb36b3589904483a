using System.CommandLine;
using Parley.Casualties.Register;
using Parley.Ledger;

namespace Parley.Cli.Commands.Casualties;

/// <summary>Opens the register of a ledger, and appends to it; with the options that every change of it has.</summary>
internal sealed class RegisterAccess
{
    private readonly Option<string> _ledger = LedgerOption.Create();

    /// <summary>Adds the option of the ledger.</summary>
    public void AddTo(Command command) => command.Options.Add(_ledger);

    /// <summary>The file of the ledger.</summary>
    public string Path(ParseResult parsed) => parsed.GetRequiredValue(_ledger);

    /// <summary>The register of an existing ledger.</summary>
    public CasualtyRegister Read(ParseResult parsed)
    {
        using var reader = LedgerOption.OpenForReading(Path(parsed));
        return CasualtyRegister.Read(reader);
    }

    /// <summary>The register of a ledger, empty if there is none yet.</summary>
    public CasualtyRegister ReadOrNew(ParseResult parsed) => File.Exists(Path(parsed)) ? Read(parsed) : CasualtyRegister.Of([]);

    /// <summary>Appends events to the ledger, which is made if there is none.</summary>
    public void Append(ParseResult parsed, IReadOnlyCollection<RegisterEvent> events)
    {
        if (events.Count > 0)
        {
            using var writer = LedgerWriter.Open(Path(parsed));
            RegisterHistory.Append(writer, events);
        }
    }

    /// <summary>The present moment, in UTC.</summary>
    public static DateTimeOffset Now => TimeProvider.System.GetUtcNow();
}

/// <summary>Who changes the register, and why.</summary>
internal sealed class AuthorOptions
{
    private readonly Option<string> _by = new("--by") { Description = "Who does it; kept in the history.", HelpName = "NAME", Required = true };
    private readonly Option<string> _reason = new("--reason") { Description = "Why; kept in the history.", HelpName = "TEXT", Required = true };

    /// <summary>Adds both to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_by);
        command.Options.Add(_reason);
    }

    /// <summary>Who.</summary>
    public string By(ParseResult parsed) => parsed.GetRequiredValue(_by);

    /// <summary>Why.</summary>
    public string Reason(ParseResult parsed) => parsed.GetRequiredValue(_reason);
}
