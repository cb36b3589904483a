using System.CommandLine;
using Parley.Language.Model;

namespace Parley.Training.Commands;

/// <summary><c>combine</c>: puts networks of several model files into one, to be used together.</summary>
internal static class CombineCommand
{
    public static Command Create()
    {
        var models = new Option<FileInfo[]>("--models") { Required = true, AllowMultipleArgumentsPerToken = true, Description = "Model files of one shape, trained on the same words." };
        var output = new Option<FileInfo>("--out") { Required = true, Description = "Model file to write." };
        var command = new Command("combine", "Join models into one whose scores are their mean.") { models, output };
        command.SetAction(arguments =>
        {
            var networks = arguments.GetRequiredValue(models).SelectMany(ModelOption.Load).ToList();
            using var file = arguments.GetRequiredValue(output).Create();
            ModelFile.Write(networks, file);
        });
        return command;
    }
}
