using Parley.Language.Model;
using Parley.Training.Data;
using Parley.Training.Learning;
using Xunit;

namespace Parley.Tests.Training;

public sealed class TrainerTests
{
    [Fact]
    public void Threads_do_not_change_what_is_learned_and_the_loss_falls()
    {
        var one = Train(threads: 1, out var losses);
        var two = Train(threads: 2, out _);
        Assert.Equal(one, two);
        Assert.True(losses[^1] < 0.7 * losses[0], $"{losses[0]} to {losses[^1]}");
    }

    private static float[] Train(int threads, out List<double> losses)
    {
        string[] words = ["the", "minister", "said", "talks", "will", "go", "on", "."];
        var index = new WordIndex([.. words.Select(w => WordIndex.Hash(w))]);
        var articles = Enumerable.Range(0, 12).Select(a => Article(a, index)).ToList();
        var plan = new TrainingPlan { Epochs = 6, Units = 16, LinkWidth = 16, BatchTokens = 60, Rate = 1e-2f, Threads = threads };
        var trainer = new Trainer(plan, index, new float[]?[words.Length], [[], [], [], [], [], []]);
        var seen = new List<double>();
        trainer.Run(articles, (_, line) => seen.Add(double.Parse(line[(line.IndexOf("labels ", StringComparison.Ordinal) + 7)..].Split(' ')[0])));
        losses = seen;
        return [.. Enumerable.Range(0, 200).Select(i => trainer.Network.Scores.Weights[i % 32, i % 16] + trainer.Network.Tables[0].Floats!.Span(i, 1)[0])];
    }

    private static ArticleParagraphs Article(int seed, WordIndex index)
    {
        var featurizer = new Featurizer(index);
        string[] tokens = seed % 2 == 0 ? ["the", "minister", "said", "talks", "will", "go", "on", "."] : ["talks", "will", "go", "on", "."];
        var starts = new int[tokens.Length];
        var ends = new int[tokens.Length];
        for (int i = 0, at = 0; i < tokens.Length; at = ends[i++] + 1)
        {
            (starts[i], ends[i]) = (at, at + tokens[i].Length);
        }

        var gold = new byte[tokens.Length];
        GoldSpan[] spans = [];
        if (seed % 2 == 0)
        {
            (gold[0], gold[1], gold[2]) = ((byte)Labels.Begin(0), (byte)Labels.End(0), (byte)Labels.Single(1));
            (gold[3], gold[4], gold[5], gold[6]) = ((byte)Labels.Begin(2), (byte)Labels.Inside(2), (byte)Labels.Inside(2), (byte)Labels.End(2));
            spans = [new(AttributionRole.Source, 0, 2, [0]), new(AttributionRole.Cue, 2, 3, [0]), new(AttributionRole.Content, 3, 7, [0])];
        }

        var tags = new short[tokens.Length * AuxiliaryTags.Groups];
        var paragraph = new Paragraph { Text = string.Join(' ', tokens), Starts = starts, Ends = ends, Gold = gold, Tags = tags, Spans = spans, Rows = new int[tokens.Length * TokenFeatures.Count] };
        featurizer.Write(paragraph.Text, starts, ends, 0, paragraph.Rows);
        return new ArticleParagraphs($"{seed}", [paragraph]);
    }
}
