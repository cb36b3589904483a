using System.CommandLine;
using Parley.Training.Scoring;

namespace Parley.Training.Commands;

/// <summary><c>records</c>: measures figures, agreements, forecasts, and which statements answer which.</summary>
internal static class RecordsCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var gold = new Option<DirectoryInfo>("--gold") { Description = "Folder with the annotated statements.jsonl, figures.jsonl, agreements.jsonl and forecasts.jsonl.", Required = true };
        var exports = new Option<DirectoryInfo>("--exports") { Description = "Folder with the same files as 'parley export' writes them.", Required = true };
        var command = new Command("records", "Prints precision, recall and F1 of exported figures, agreements and forecasts, and of the links between statements.") { gold, exports };
        command.SetAction(parsed =>
        {
            var (wanted, found) = (parsed.GetRequiredValue(gold).FullName, parsed.GetRequiredValue(exports).FullName);
            RecordEvaluation.Run(wanted, found, Console.Out);
            AboutEvaluation.Run(Path.Combine(wanted, "statements.jsonl"), Path.Combine(found, "statements.jsonl"), Console.Out);
        });
        return command;
    }
}
