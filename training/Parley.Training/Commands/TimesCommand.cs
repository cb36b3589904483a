using System.CommandLine;
using Parley.Training.Scoring;

namespace Parley.Training.Commands;

/// <summary><c>times</c>: measures time expressions.</summary>
internal static class TimesCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var input = new Option<FileInfo>("--in") { Description = "Documents with their time expressions, JSON Lines, .gz too.", Required = true };
        var collection = new Option<string>("--collection") { Description = "Only documents of this collection, e.g. TimeBank." };
        var errors = new Option<bool>("--errors") { Description = "Also print every error." };
        var command = new Command("times", "Prints the measures of TempEval-3 for time expressions, and the errors by kind.") { input, collection, errors };
        command.SetAction(parsed => TimeEvaluation.Run(parsed.GetRequiredValue(input).FullName, parsed.GetValue(collection), parsed.GetValue(errors), Console.Out));
        return command;
    }
}
