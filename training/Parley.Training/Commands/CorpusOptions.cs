using System.CommandLine;
using Parley.Language.Model;
using Parley.Training.Data;
using Parley.Training.Learning;

namespace Parley.Training.Commands;

/// <summary>The options that name what is learned from.</summary>
internal sealed class CorpusOptions
{
    public Option<DirectoryInfo> Articles { get; } = new("--data") { Required = true, Description = "Folder with polnear-*.jsonl.gz and corenlp-*.conll.xz." };

    public Option<DirectoryInfo> Treebanks { get; } = new("--treebanks") { Description = "Folder with ewt-*.conllu.xz and gum-*.conllu.xz." };

    public Option<FileInfo> Vectors { get; } = new("--vectors") { Required = true, Description = "Word vectors as JSON (members words and vectors)." };

    public Option<int> Words { get; } = new("--words")
    {
        DefaultValueFactory = _ => 70000, Description = "How many of the most frequent words get a vector, beside those of the training data.",
    };

    /// <summary>Reads the corpora and works out the features of their tokens.</summary>
    public TrainingData Read(ParseResult arguments, out WordIndex index, out float[]?[] vectors)
    {
        var corpus = TrainingData.Read(arguments.GetRequiredValue(Articles).FullName, arguments.GetValue(Treebanks)?.FullName);
        (index, vectors) = WordVectors.Read(arguments.GetRequiredValue(Vectors).FullName, arguments.GetValue(Words), TokenFeatures.Tables[0].Width).Choose(corpus.Paragraphs);
        Console.WriteLine($"{corpus.Train.Count} articles, {corpus.Train.Sum(a => a.Paragraphs.Length)} paragraphs; {corpus.Trees.Count} documents with trees, {corpus.Trees.Sum(a => a.Paragraphs.Sum(p => p.Count))} words; {index.Count} words with a vector");
        corpus.Featurize(index);
        return corpus;
    }

    /// <summary>Prints how well the network in training agrees with the treebanks' development parts.</summary>
    public static void PrintSyntax(TrainingData corpus, Trainer trainer)
    {
        foreach (var (name, articles) in corpus.TreesDev)
        {
            Console.WriteLine($"   {name} dev {SyntaxEvaluation.Of(trainer.Reader, trainer.Network, articles, ArticleReader.Together)}");
        }
    }
}
