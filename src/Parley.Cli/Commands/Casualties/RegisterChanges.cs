using Parley.Casualties.Register;
using Parley.Cli.Output;
using Parley.Records;

namespace Parley.Cli.Commands.Casualties;

/// <summary>Says what moved in the register between two moments, record by record, and in the counts.</summary>
internal static class RegisterChanges
{
    private const int MostShown = 50;

    /// <summary>Writes the changes.</summary>
    public static void Write(Terminal terminal, CasualtyRegister before, CasualtyRegister after)
    {
        var changes = RegisterComparison.Compare(before, after);
        foreach (var change in changes.Take(MostShown))
        {
            terminal.Results.WriteLine(Terminal.OneLine($"{change.Record.Id} {RegisterCommand.NameOf(change.Record)}: {change.What}"));
        }

        if (changes.Length > MostShown)
        {
            terminal.Results.WriteLine($"… and {changes.Length - MostShown} more");
        }

        foreach (var level in Enum.GetValues<ConfirmationLevel>())
        {
            var (was, now) = (Count(before, level), Count(after, level));
            if (was != now)
            {
                terminal.Results.WriteLine($"{EnumName.Of(level)}: {was} before, {now} now");
            }
        }

        if (changes.IsEmpty)
        {
            terminal.Results.WriteLine("no record changed");
        }

        terminal.Flush();
    }

    private static int Count(CasualtyRegister register, ConfirmationLevel level) =>
        register.Records(new RegisterFilter { Level = ConfirmationLevel.Withdrawn }).Count(r => r.Level == level);
}
