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
        var data = new Option<DirectoryInfo>("--data") { Required = true, Description = "Folder with polnear-*.jsonl.gz and corenlp-*.conll.xz." };
        var vectors = new Option<FileInfo>("--vectors") { Required = true, Description = "Word vectors as JSON (members words and vectors)." };
        var words = new Option<int>("--words") { DefaultValueFactory = _ => 70000, Description = "How many of the most frequent words get a vector, beside those of the training data." };
        var output = new Option<FileInfo>("--out") { Required = true, Description = "Model file to write." };
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => defaults.Seed };
        var epochs = new Option<int>("--epochs") { DefaultValueFactory = _ => defaults.Epochs };
        var units = new Option<int>("--units") { DefaultValueFactory = _ => defaults.Units, Description = "Cells of each direction, a multiple of 16." };
        var layers = new Option<int>("--layers") { DefaultValueFactory = _ => defaults.Layers };
        var rate = new Option<float>("--rate") { DefaultValueFactory = _ => defaults.Rate, Description = "Largest learning rate." };
        var dropout = new Option<float>("--dropout") { DefaultValueFactory = _ => defaults.Dropout.Between, Description = "Share of values left out between layers and at the top." };
        var inputDropout = new Option<float>("--input-dropout") { DefaultValueFactory = _ => defaults.Dropout.Input, Description = "Share of input values left out." };
        var wordDropout = new Option<float>("--word-dropout") { DefaultValueFactory = _ => defaults.Dropout.Word, Description = "Share of words read as unknown." };
        var threads = new Option<int>("--threads") { DefaultValueFactory = _ => 2, Description = "The result does not depend on it." };
        var command = new Command("train", "Train a model.") { data, vectors, words, output, seed, epochs, units, layers, rate, dropout, inputDropout, wordDropout, threads };
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
                Dropout = new Dropout(arguments.GetValue(inputDropout), keep, keep, arguments.GetValue(wordDropout)),
            };
            Train(arguments.GetRequiredValue(data).FullName, arguments.GetRequiredValue(vectors).FullName, arguments.GetValue(words), arguments.GetRequiredValue(output).FullName, plan);
        });
        return command;
    }

    private static void Train(string data, string vectorFile, int words, string output, TrainingPlan plan)
    {
        var corpus = TrainingData.Read(data);
        var (index, vectors) = WordVectors.Read(vectorFile, words, TokenFeatures.Tables[0].Width).Choose(corpus.Train.SelectMany(a => a.Paragraphs));
        Console.WriteLine($"{corpus.Train.Count} articles, {corpus.Train.Sum(a => a.Paragraphs.Length)} paragraphs; {index.Count} words with a vector");
        TrainingData.Featurize(corpus.Train.Concat(corpus.Dev), index);
        var trainer = new Trainer(plan, index, vectors, corpus.Tags.Names);
        trainer.Run(corpus.Train, (epoch, line) =>
        {
            Console.WriteLine($"{epoch}: {line} | dev {Evaluation.Of([trainer.Network], corpus.Dev, ArticleReader.Together)}");
            using var file = File.Create(output);
            ModelFile.Write([trainer.Network], file);
        });
    }
}
