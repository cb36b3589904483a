using System.CommandLine;
using System.Diagnostics;
using Parley.Language.Model;
using Parley.Training.Data;
using Parley.Training.Learning;

namespace Parley.Training.Commands;

/// <summary><c>evaluate</c>: exact F1 by role, accuracy of links, and speed.</summary>
internal static class EvaluateCommand
{
    public static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data") { Required = true, Description = "Folder with polnear-dev.jsonl.gz and corenlp-dev.conll.xz." };
        var model = new Option<FileInfo>("--model") { Description = "Model file; the shipped one if left out." };
        var together = new Option<int>("--together") { DefaultValueFactory = _ => ArticleReader.Together, Description = "Tokens that are read as one sequence, at most." };
        var command = new Command("evaluate", "Measure a model on the development part.") { data, model, together };
        command.SetAction(arguments =>
        {
            var watch = Stopwatch.StartNew();
            var network = ModelOption.Load(arguments.GetValue(model));
            Console.WriteLine($"loaded in {watch.Elapsed.TotalMilliseconds:F0} ms");
            var folder = arguments.GetRequiredValue(data).FullName;
            var dev = AttributionCorpus.Read(
                Path.Combine(folder, "polnear-dev.jsonl.gz"),
                AttributionCorpus.ReadParses(Path.Combine(folder, "corenlp-dev.conll.xz"), new TagSets()),
                AttributionCorpus.ReadAttributions(Path.Combine(folder, "polnear-docs-dev.jsonl.gz")));
            TrainingData.Featurize(dev, network.Words);
            Console.WriteLine(Evaluation.Of(network, dev, arguments.GetValue(together)));
            MeasureSpeed(new LanguageModel(network), dev);
        });
        return command;
    }

    private static void MeasureSpeed(LanguageModel model, List<ArticleParagraphs> articles)
    {
        var laid = articles.Select(a => TokenLayout.Of(a.Paragraphs)).ToArray();
        var tokens = laid.Sum(l => l.Tokens.Count);
        for (var round = 0; round < 3; round++)
        {
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            foreach (var layout in laid)
            {
                _ = model.Read(layout.Text, layout.Tokens, layout.Paragraphs);
            }

            var seconds = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
            Console.WriteLine($"{tokens / seconds:F0} tokens a second of processor time, features included");
        }
    }
}
