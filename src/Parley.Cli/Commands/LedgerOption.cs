using System.CommandLine;
using Parley.Ledger;

namespace Parley.Cli.Commands;

/// <summary>The option <c>--ledger</c>, the same in every command.</summary>
internal static class LedgerOption
{
    /// <summary>A new option for a command.</summary>
    public static Option<string> Create() => new("--ledger")
    {
        Description = "The ledger's file.",
        HelpName = "FILE",
        DefaultValueFactory = _ => "parley.db",
    };

    /// <summary>Opens the ledger to ask it.</summary>
    /// <exception cref="LedgerException">There is none, with how to make one.</exception>
    public static LedgerReader OpenForReading(string path) => File.Exists(path)
        ? LedgerReader.Open(path)
        : throw new LedgerException($"{path}: there is no ledger here; 'parley read PATH... --ledger {path}' makes one");
}
