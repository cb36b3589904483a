using Parley.Language.Model;
using Parley.Training.Data;
using Parley.Training.Learning;
using Xunit;

namespace Parley.Tests.Training;

public sealed class GradientTests
{
    private static readonly WordIndex s_words = new([.. new[] { "the", "minister", "said", "talks", "will", "go", "on" }.Select(w => WordIndex.Hash(w))]);

    public static TheoryData<string> Parts => ["tables", "cells", "labels", "tags", "transitions", "links", "trees"];

    [Theory]
    [MemberData(nameof(Parts))]
    public void Gradients_agree_with_finite_differences(string part)
    {
        var network = new Network(new NetworkShape(16, 2, 16), s_words);
        var weights = new Weights(network, 1);
        weights.Randomize(new Random(7), 16);
        foreach (var table in weights.Tables)
        {
            table.Randomize(new Random(8), scale: 20);
        }

        var pass = new Pass(network, weights, 0, new Dropout(), new TaskWeights(Tags: 0.7f, Links: 0.6f, Trees: 0.5f));
        var chunks = new[] { Chunk(3, 5, 4), Chunk(1, 9), Chunk(2, 1, 1, 7) };
        _ = Loss(pass, network, weights, chunks);
        var checkedAny = false;
        foreach (var parameter in Parameters(weights, part))
        {
            var random = new Random(3);
            for (var trial = 0; trial < 12; trial++)
            {
                var (start, slope) = (random.NextInt64(parameter.Length), 0.0);
                var isTable = Array.IndexOf(weights.Tables, parameter);
                if (isTable >= 0)
                {
                    var table = TokenFeatures.Tables[isTable];
                    var token = random.Next(pass.Batch.Rows);
                    var row = pass.Rows[(token * TokenFeatures.Count) + table.First];
                    var column = random.Next(table.Width);
                    start = ((long)row * table.Width) + column;
                    slope = TableSlope(pass, table, row, column);
                }
                else
                {
                    slope = Gradient(parameter, start, pass, network, weights, chunks);
                }

                var numeric = Numeric(parameter, start, pass, network, weights, chunks);
                Assert.True(Math.Abs(slope - numeric) < 2e-2 * (0.1 + Math.Abs(numeric)), $"{part} {start}: {slope} by propagation, {numeric} by differences");
                checkedAny |= Math.Abs(numeric) > 1e-3;
            }
        }

        Assert.True(checkedAny);
    }

    private static IEnumerable<Parameter> Parameters(Weights weights, string part) => part switch
    {
        "tables" => weights.Tables,
        "cells" => weights.Cells.SelectMany(l => l).SelectMany(c => new[] { c.Input, c.State, c.Bias }),
        "labels" => [weights.Scores.Weights, weights.Scores.Bias],
        "tags" => [weights.Auxiliary.Weights, weights.Auxiliary.Bias],
        "transitions" => [weights.Transitions],
        "trees" => [weights.TreeTokens.Weights, weights.TreeTokens.Bias, weights.TreeCells[0].Input, weights.TreeCells[1].State, weights.Arcs.Weights, weights.Arcs.Bias, weights.TreeLabels.Weights, weights.Root],
        _ => [weights.Contents.Weights, weights.Cues.Weights, weights.Sources.Weights, weights.Cues.Bias, weights.Relations, weights.Directions],
    };

    private static unsafe double TableSlope(Pass pass, FeatureTable table, int row, int column)
    {
        var sum = 0.0;
        for (var n = 0; n < pass.Batch.Rows; n++)
        {
            for (var f = 0; f < table.Count; f++)
            {
                sum += pass.Rows[(n * TokenFeatures.Count) + table.First + f] == row ? pass.InputSlope[(n * TokenFeatures.Width) + table.Column + column] : 0;
            }
        }

        return sum;
    }

    private static unsafe double Gradient(Parameter parameter, long at, Pass pass, Network network, Weights weights, Chunk[] chunks)
    {
        foreach (var other in weights.Dense())
        {
            other.Gradients[0].Clear(other.Length);
        }

        _ = Loss(pass, network, weights, chunks);
        return parameter.Gradients[0].Pointer[at];
    }

    private static unsafe double Numeric(Parameter parameter, long at, Pass pass, Network network, Weights weights, Chunk[] chunks)
    {
        const float step = 4e-3f;
        var value = parameter.Value.Pointer[at];
        parameter.Value.Pointer[at] = value + step;
        var up = Loss(pass, network, weights, chunks);
        parameter.Value.Pointer[at] = value - step;
        var down = Loss(pass, network, weights, chunks);
        parameter.Value.Pointer[at] = value;
        _ = Loss(pass, network, weights, chunks);
        return (up - down) / (2 * step);
    }

    private static double Loss(Pass pass, Network network, Weights weights, Chunk[] chunks)
    {
        weights.Publish(network, learning: true, tables: false);
        var loss = pass.Run(chunks, null);
        return loss.Labels + loss.Tags + loss.Links + loss.Trees;
    }

    /// <summary>An article of paragraphs of the given lengths, made by chance, with spans where they fit.</summary>
    private static Chunk Chunk(int seed, params int[] lengths)
    {
        var random = new Random(seed);
        string[] words = ["The", "minister", "said", "\u201c", "talks", "\u201d", "will", "go", "on", "."];
        var featurizer = new Featurizer(s_words);
        var paragraphs = lengths.Select((length, p) =>
        {
            var tokens = Enumerable.Range(0, length).Select(_ => words[random.Next(words.Length)]).ToArray();
            var labels = tokens.Select((_, i) => length < 4 ? "O" : i switch { 0 => "B-source", 1 => "B-cue", 2 => "B-content", _ => "I-content" }).ToArray();
            var spans = AttributionCorpus.Spans(labels).Select(s => new GoldSpan((AttributionRole)s.Role, s.Start, s.End, [p])).ToArray();
            var ends = new int[length];
            var starts = new int[length];
            for (int i = 0, at = 0; i < length; at = ends[i++] + 1)
            {
                (starts[i], ends[i]) = (at, at + tokens[i].Length);
            }

            var gold = new byte[length];
            foreach (var s in spans)
            {
                for (var i = s.Start; i < s.End; i++)
                {
                    gold[i] = (byte)(s.End - s.Start == 1 ? Labels.Single((int)s.Role) : i == s.Start ? Labels.Begin((int)s.Role) : i == s.End - 1 ? Labels.End((int)s.Role) : Labels.Inside((int)s.Role));
                }
            }

            var tags = Enumerable.Range(0, length * AuxiliaryTags.Groups).Select(_ => (short)random.Next(-1, 2)).ToArray();
            var paragraph = new Paragraph
            {
                Text = string.Join(' ', tokens), Starts = starts, Ends = ends, Gold = gold, Tags = tags, Spans = spans, Rows = new int[length * TokenFeatures.Count],
                Sentences = length < 4 ? [(0, length)] : [(0, 3), (3, length)],
                Heads = [.. Enumerable.Range(0, length).Select(i => (short)(i is 0 or 3 ? -1 : i < 3 ? 0 : 3))],
                Relations = [.. Enumerable.Range(0, length).Select(_ => (byte)random.Next(5))],
            };
            featurizer.Write(paragraph.Text, starts, ends, p, paragraph.Rows);
            return paragraph;
        }).ToArray();
        return new Chunk(new ArticleParagraphs("a", paragraphs), 0, paragraphs.Length);
    }
}
