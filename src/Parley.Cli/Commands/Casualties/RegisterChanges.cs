using Parley.Casualties.Register;
using Parley.Cli.Output;
using Parley.Records;

namespace Parley.Cli.Commands.Casualties;

/// <summary>Says what moved in the register between two moments, record by record, and in the counts.</summary>
internal static class RegisterChanges
{
    private const int MostShown = 50;

    /// <summary>Writes the changes.</summary>
    public static void Write(TextWriter output, CasualtyRegister before, CasualtyRegister after)
    {
        var changes = RegisterComparison.Compare(before, after);
        foreach (var change in changes.Take(MostShown))
        {
            output.WriteLine(Terminal.OneLine($"{change.Record.Id} {RecordName.Of(change.Record)}: {change.What}"));
        }

        if (changes.Length > MostShown)
        {
            output.WriteLine($"… and {changes.Length - MostShown} more");
        }

        foreach (var level in Enum.GetValues<ConfirmationLevel>())
        {
            var (was, now) = (Count(before, level), Count(after, level));
            if (was != now)
            {
                output.WriteLine($"{EnumName.Of(level)}: {was} before, {now} now");
            }
        }

        if (changes.IsEmpty)
        {
            output.WriteLine("no record changed");
        }

        output.Flush();
    }

    private static int Count(CasualtyRegister register, ConfirmationLevel level) =>
        register.Records(new RegisterFilter { Level = ConfirmationLevel.Withdrawn }).Count(r => r.Level == level);
}
