using System.CommandLine;
using Parley.Cli.Commands.Casualties.Review;
using Parley.Cli.Output;

namespace Parley.Cli.Commands.Casualties;

/// <summary><c>parley casualties ...</c>: the register of named dead and what is estimated from it.</summary>
internal static class CasualtiesCommand
{
    /// <summary>The command with those below it.</summary>
    public static Command Create(Terminal terminal) => new("casualties", "Keeps the register of named dead and estimates how many are not in it.")
    {
        ImportCommand.Create(terminal),
        GatherCommand.Create(terminal),
        RegisterCommand.Create(terminal),
        WhyRecordCommand.Create(terminal),
        CorrectCommand.Create(terminal),
        RemoveCommand.Create(terminal),
        PolicyCommand.Create(terminal),
        ReleaseCommand.Create(terminal),
        EstimateCommand.Create(terminal),
        EstimateCoverageCommand.Create(terminal),
        ReferenceCommand.Create(terminal),
        LinkCommand.Create(terminal),
        ReviewCommand.Create(terminal),
        PackageExportCommand.Create(terminal),
        MergeCommand.Create(terminal),
        UpdateCommand.Create(terminal),
        ExplainCommand.Create(terminal),
        ScoreCommand.Create(terminal),
    };
}
