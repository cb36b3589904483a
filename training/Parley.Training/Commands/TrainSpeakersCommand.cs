using System.CommandLine;
using Parley.Training.Speakers;

namespace Parley.Training.Commands;

/// <summary><c>train-speakers</c>: learns for whom pronouns and descriptions stand.</summary>
internal static class TrainSpeakersCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var treebanks = new Option<DirectoryInfo>("--treebanks") { Required = true, Description = "Folder with gum-train.conllu.xz; only genres with an open licence are learned." };
        var data = new Option<DirectoryInfo>("--data") { Description = "Folder with polnear-docs-train.jsonl.gz and corenlp-train.conll.xz, silver that is learned too." };
        var silver = new Option<float>("--silver") { DefaultValueFactory = _ => 0.2f, Description = "Weight of an example of the silver; one of GUM counts 1." };
        var units = new Option<int>("--units") { DefaultValueFactory = _ => 16, Description = "Units of the layer over the features." };
        var epochs = new Option<int>("--epochs") { DefaultValueFactory = _ => 12, Description = "Passes over the examples." };
        var rate = new Option<float>("--rate") { DefaultValueFactory = _ => 0.005f, Description = "Rate of learning at the start; it falls in a straight line." };
        var dropout = new Option<float>("--dropout") { DefaultValueFactory = _ => 0.2f, Description = "Share of units left out at random." };
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 1, Description = "Start of the random numbers." };
        var output = new Option<FileInfo>("--out") { Required = true, Description = "Table of weights." };
        var command = new Command("train-speakers", "Train the choice of antecedents for speakers.") { treebanks, data, silver, units, epochs, rate, dropout, seed, output };
        command.SetAction(arguments =>
        {
            List<AntecedentExample> examples =
            [
                .. GumMentions.Read(Path.Combine(arguments.GetRequiredValue(treebanks).FullName, "gum-train.conllu.xz")).Where(t => t.IsOpen).SelectMany(t => AntecedentExamples.Of(t, isSilver: false, weight: 1)),
            ];
            Console.WriteLine($"{examples.Count} examples of GUM");
            if (arguments.GetValue(data) is { } folder)
            {
                examples.AddRange(SilverMentions.Read(folder.FullName, "train").SelectMany(t => AntecedentExamples.Of(t, isSilver: true, arguments.GetValue(silver))));
                Console.WriteLine($"{examples.Count} with the silver");
            }

            var trainer = new AntecedentTrainer(arguments.GetValue(units), arguments.GetValue(seed), arguments.GetValue(dropout));
            trainer.Learn(examples, arguments.GetValue(epochs), arguments.GetValue(rate), (epoch, loss) => Console.WriteLine($"pass {epoch + 1}: loss {loss:F4}"));
            using var writer = new StreamWriter(arguments.GetRequiredValue(output).FullName);
            trainer.Model().Write(writer);
        });
        return command;
    }
}
