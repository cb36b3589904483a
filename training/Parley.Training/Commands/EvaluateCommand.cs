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
        var prices = new Option<float[]>("--prices") { AllowMultipleArgumentsPerToken = true, Description = "Prices of a source, a cue and a content instead of the usual ones; several triples are tried in turn." };
        var int8 = new Option<bool>("--int8") { Description = "Round the weights of the cells to bytes, with a scale for each column, before measuring." };
        var command = new Command("evaluate", "Measure a model on the development part.") { data, model, together, prices, int8 };
        command.SetAction(arguments =>
        {
            var watch = Stopwatch.StartNew();
            var networks = ModelOption.Load(arguments.GetValue(model));
            Console.WriteLine($"loaded in {watch.Elapsed.TotalMilliseconds:F0} ms");
            if (arguments.GetValue(int8))
            {
                foreach (var cells in networks.SelectMany(n => n.Cells).SelectMany(l => l))
                {
                    RoundToBytes(cells.InputWeights);
                    RoundToBytes(cells.StateWeights);
                }
            }

            var dev = AttributionCorpus.ReadPart(arguments.GetRequiredValue(data).FullName, "dev", new TagSets());
            TrainingData.Featurize(dev, networks[0].Words);
            foreach (var triple in arguments.GetValue(prices) is { Length: > 0 } given ? given.Chunk(3) : [SpanDecoder.DefaultPrices])
            {
                Console.WriteLine($"{string.Join(' ', triple)}: {Evaluation.Of(networks, dev, arguments.GetValue(together), triple)}");
            }

            MeasureSpeed(new LanguageModel(networks), dev);
        });
        return command;
    }

    private static unsafe void RoundToBytes(PackedMatrix matrix)
    {
        var (rows, columns) = (matrix.Rows, matrix.Columns);
        using var rounded = new FloatBuffer((long)rows * columns);
        for (var column = 0; column < columns; column++)
        {
            var scale = Enumerable.Range(0, rows).Max(row => MathF.Abs(matrix[row, column])) / 127;
            for (var row = 0; row < rows && scale > 0; row++)
            {
                rounded.Pointer[((long)row * columns) + column] = MathF.Round(matrix[row, column] / scale) * scale;
            }
        }

        matrix.Pack(rounded.Pointer, rows, columns, columns);
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
