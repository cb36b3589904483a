using System.CommandLine;
using Parley.Language.Model;
using Parley.Training.Data;
using Parley.Training.Learning;
using Parley.Training.Pretrained;

namespace Parley.Training.Commands;

/// <summary>
/// <c>teach</c>: trains a teacher, whose tokens also have the vectors of a pre-trained encoder, on all articles but those of one fold, and has it read those; so for
/// each fold. Nothing is taught that a teacher had learned by heart.
/// </summary>
internal static class TeachCommand
{
    public static Command Create()
    {
        var data = new CorpusOptions();
        var encoder = new Option<FileInfo>("--encoder") { Required = true, Description = "Pre-trained encoder: an ONNX file of all-MiniLM-L6-v2." };
        var pieces = new Option<FileInfo>("--pieces") { Required = true, Description = "Its vocabulary, a piece a line." };
        var output = new Option<FileInfo>("--out") { Required = true, Description = "File to write what is taught to." };
        var folds = new Option<int>("--folds") { DefaultValueFactory = _ => 2, Description = "Number of folds." };
        var epochs = new Option<int>("--epochs") { DefaultValueFactory = _ => 6 };
        var threads = new Option<int>("--threads") { DefaultValueFactory = _ => 2, Description = "The result does not depend on it." };
        var command = new Command("teach", "Train a teacher and write what it teaches of the articles it has not seen.")
        {
            data.Articles, data.Treebanks, data.Vectors, data.Words, encoder, pieces, output, folds, epochs, threads,
        };
        command.SetAction(arguments =>
        {
            var corpus = data.Read(arguments, out var index, out var vectors);
            corpus.Encode(new PretrainedEncoder(arguments.GetRequiredValue(encoder).FullName), new WordPieces(arguments.GetRequiredValue(pieces).FullName), arguments.GetValue(threads));
            // Versions of an article by several annotators stay together.
            string Article(int index) => corpus.Train[index].Id[..Math.Max(0, corpus.Train[index].Id.LastIndexOf('_'))];
            var places = Enumerable.Range(0, corpus.Train.Count).Select(Article).Distinct().Index().ToDictionary(a => a.Item, a => a.Index);
            for (var own = 0; own < arguments.GetValue(folds); own++)
            {
                var taught = Enumerable.Range(0, corpus.Train.Count).ToLookup(a => places[Article(a)] % arguments.GetValue(folds) == own, a => corpus.Train[a]);
                var plan = new TrainingPlan { Seed = 11 + own, Epochs = arguments.GetValue(epochs), Threads = arguments.GetValue(threads) };
                var trainer = new Trainer(plan, index, vectors, corpus.Tags.Names, EncoderPass.Given);
                trainer.Run([.. taught[false], .. corpus.Trees], (epoch, line) =>
                {
                    Console.WriteLine($"fold {own}, {epoch}: {line} | dev {Evaluation.Of(trainer.Reader, corpus.Dev, ArticleReader.Together)}");
                    data.PrintSyntax(corpus, trainer);
                });
                Reading.Teach(trainer.Reader, taught[true], ArticleReader.Together);
            }

            Teaching.Write(arguments.GetRequiredValue(output).FullName, corpus.Train);
        });
        return command;
    }
}
