using System.CommandLine;
using Parley.Cli.Output;

namespace Parley.Cli.Commands.Actors;

/// <summary><c>parley actors revert NUMBER</c>: takes a correction back.</summary>
internal static class RevertCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var number = new Argument<long>("NUMBER") { Description = "The correction, by its number in the history." };
        var correcting = new CorrectionOptions();
        var command = new ExampledCommand("revert", "Takes a correction back; both stay in the history.",
            ("parley actors revert 412 --reason 'they are brothers'", "the correction 412 no longer holds"))
        {
            number,
        };
        correcting.AddTo(command);
        command.SetAction(parsed => correcting.Revert(terminal, parsed, parsed.GetRequiredValue(number)));
        return command;
    }
}
