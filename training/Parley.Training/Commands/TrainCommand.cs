using System.CommandLine;
using Parley.Language.Model;
using Parley.Training.Data;
using Parley.Training.Learning;

namespace Parley.Training.Commands;

/// <summary><c>train</c>: learns from labelled articles and writes a model file after each epoch.</summary>
internal static class TrainCommand
{
    public static Command Create()
    {
        var defaults = new TrainingPlan();
        var data = new CorpusOptions();
        var taught = new Option<FileInfo>("--teaching") { Description = "File of the command teach." };
        var share = new Option<float>("--teaching-share") { DefaultValueFactory = _ => defaults.Tasks.Teaching, Description = "How far labels are learned from the teacher, 0 to 1." };
        var output = new Option<FileInfo>("--out") { Required = true, Description = "Model file to write." };
        var repeats = new Option<int>("--tree-repeats") { DefaultValueFactory = _ => 2, Description = "How often an epoch goes over the treebanks." };
        var trees = new Option<float>("--trees") { DefaultValueFactory = _ => defaults.Tasks.Trees, Description = "How much an arc and a relation count." };
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => defaults.Seed };
        var epochs = new Option<int>("--epochs") { DefaultValueFactory = _ => defaults.Epochs };
        var units = new Option<int>("--units") { DefaultValueFactory = _ => defaults.Units, Description = "Cells of each direction, a multiple of 16." };
        var layers = new Option<int>("--layers") { DefaultValueFactory = _ => defaults.Layers };
        var rate = new Option<float>("--rate") { DefaultValueFactory = _ => defaults.Rate, Description = "Largest learning rate." };
        var dropout = new Option<float>("--dropout") { DefaultValueFactory = _ => defaults.Dropout.Between, Description = "Share of values left out between layers and at the top." };
        var inputDropout = new Option<float>("--input-dropout") { DefaultValueFactory = _ => defaults.Dropout.Input, Description = "Share of input values left out." };
        var wordDropout = new Option<float>("--word-dropout") { DefaultValueFactory = _ => defaults.Dropout.Word, Description = "Share of words read as unknown." };
        var threads = new Option<int>("--threads") { DefaultValueFactory = _ => 2, Description = "The result does not depend on it." };
        var command = new Command("train", "Train a model.") { data.Articles, data.Treebanks, data.Vectors, data.Words, taught, share, repeats, trees, output, seed, epochs, units, layers, rate, dropout, inputDropout, wordDropout, threads };
        command.SetAction(arguments =>
        {
            var keep = arguments.GetValue(dropout);
            var plan = defaults with
            {
                Seed = arguments.GetValue(seed),
                Epochs = arguments.GetValue(epochs),
                Units = arguments.GetValue(units),
                Layers = arguments.GetValue(layers),
                Rate = arguments.GetValue(rate),
                Threads = arguments.GetValue(threads),
                Tasks = defaults.Tasks with { Teaching = arguments.GetValue(share), Trees = arguments.GetValue(trees) },
                Dropout = new Dropout(arguments.GetValue(inputDropout), keep, keep, arguments.GetValue(wordDropout)),
            };
            var corpus = data.Read(arguments, out var index, out var vectors);
            if (arguments.GetValue(taught) is { } file)
            {
                Teaching.Read(file.FullName, corpus.Train, Labels.Padded);
            }

            var trainer = new Trainer(plan, index, vectors, corpus.Tags.Names);
            trainer.Run([.. corpus.Train, .. Enumerable.Repeat(corpus.Trees, arguments.GetValue(repeats)).SelectMany(t => t)], (epoch, line) =>
            {
                Console.WriteLine($"{epoch}: {line} | dev {Evaluation.Of([trainer.Network], corpus.Dev, ArticleReader.Together)}");
                CorpusOptions.PrintSyntax(corpus, trainer);
                using var model = File.Create(arguments.GetRequiredValue(output).FullName);
                ModelFile.Write([trainer.Network], model);
            });
        });
        return command;
    }
}
