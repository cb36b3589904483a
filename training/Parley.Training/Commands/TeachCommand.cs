using System.CommandLine;
using Parley.Language.Model;
using Parley.Training.Data;
using Parley.Training.Learning;

namespace Parley.Training.Commands;

/// <summary>
/// <c>teach</c>: has several trained networks read the articles to learn from and writes the mean of what they see, for another network to learn
/// from beside the labels made by hand (Hinton, Vinyals and Dean 2015).
/// </summary>
internal static class TeachCommand
{
    public static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data") { Required = true, Description = "Folder with polnear-*.jsonl.gz and corenlp-*.conll.xz." };
        var models = new Option<FileInfo[]>("--models") { Required = true, AllowMultipleArgumentsPerToken = true, Description = "Model files of the teachers." };
        var output = new Option<FileInfo>("--out") { Required = true, Description = "File to write what is taught to." };
        var command = new Command("teach", "Write what trained networks see in the articles to learn from.") { data, models, output };
        command.SetAction(arguments =>
        {
            var networks = arguments.GetRequiredValue(models).SelectMany(m => ModelOption.Load(m)).ToArray();
            var corpus = TrainingData.Read(arguments.GetRequiredValue(data).FullName, null);
            TrainingData.Featurize(corpus.Train, networks[0].Words);
            using var reader = new SequenceReader(networks);
            foreach (var article in corpus.Train)
            {
                foreach (var chunk in Evaluation.Read(reader, article, ArticleReader.Together))
                {
                    Take(reader, chunk);
                }
            }

            Teaching.Write(arguments.GetRequiredValue(output).FullName, corpus.Train);
        });
        return command;
    }

    private static void Take(SequenceReader reader, Chunk chunk)
    {
        var at = 0;
        for (var p = 0; p < chunk.Count; p++)
        {
            var paragraph = chunk.Article.Paragraphs[chunk.First + p];
            paragraph.Teaching = [.. reader.Marginals(at, paragraph.Count).ToArray().Select(v => (Half)v)];
            at += paragraph.Count + 1;
        }
    }
}
