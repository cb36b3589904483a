using System.CommandLine;
using Parley.Training.Events;

namespace Parley.Training.Commands;

/// <summary><c>events</c>: measures how well PLOVER types are found.</summary>
internal static class EventsCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var input = new Option<FileInfo>("--in") { Description = "Records with their PLOVER types, JSON Lines, .gz too.", Required = true };
        var errors = new Option<bool>("--errors") { Description = "Also print the sentences that the table takes wrongly." };
        var command = new Command("events", "Prints the accuracy of the event table and of a cross-validated classifier, and the table's confusions.") { input, errors };
        command.SetAction(parsed => EventEvaluation.Run(parsed.GetRequiredValue(input).FullName, parsed.GetValue(errors), Console.Out));
        return command;
    }
}
