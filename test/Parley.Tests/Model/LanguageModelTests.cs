using Parley.Language;
using Parley.Language.Model;
using Parley.Training.Learning;
using Xunit;

namespace Parley.Tests.Model;

/// <summary>Tests on a small network with weights by chance: what holds for any weights.</summary>
public sealed class LanguageModelTests
{
    private static readonly string[] s_words = ["The", "minister", "said", "\u201c", "talks", "\u201d", "will", "go", "on", ".", ",", "``", "''", "1999", "\u2014", "\ud83d\ude00"];

    [Fact]
    public void A_model_comes_back_from_its_file_nearly_as_it_was()
    {
        var network = SmallNetwork();
        using var file = new MemoryStream();
        ModelFile.Write([network, SmallNetwork(seed: 4)], file);
        file.Position = 0;
        var networks = ModelFile.Read(file);
        Assert.Equal(2, networks.Count);
        var read = networks[0];
        Assert.Equal(network.Shape, read.Shape);
        Assert.Equal(network.Words.Hashes, read.Words.Hashes);
        Assert.Equal(network.TagNames, read.TagNames);
        for (var i = 0; i < 100; i++)
        {
            Assert.Equal(FirstValue(network.Tables[1], i), FirstValue(read.Tables[1], i), 0.02f);
            Assert.Equal(network.Scores.Weights[i % 32, i % 16], read.Scores.Weights[i % 32, i % 16], 0.002f);
        }
    }

    [Theory]
    [InlineData("empty", "not a Parley language model")]
    [InlineData("magic", "not a Parley language model")]
    [InlineData("version", "format")]
    [InlineData("length", "length")]
    [InlineData("cut", "cut off")]
    [InlineData("bit", "checksum")]
    public void A_damaged_file_is_refused_with_the_reason(string damage, string reason)
    {
        using var file = new MemoryStream();
        ModelFile.Write([SmallNetwork()], file);
        var bytes = file.ToArray();
        switch (damage)
        {
            case "empty": bytes = []; break;
            case "magic": bytes[0] ^= 1; break;
            case "version": bytes[8] = 99; break;
            case "length": bytes[18] = 1; break;
            case "cut": bytes = bytes[..^10]; break;
            default: bytes[^1000] ^= 4; break;
        }

        var error = Assert.Throws<InvalidDataException>(() => LanguageModel.Load(new MemoryStream(bytes)));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(37)]
    [InlineData(1500)]
    [InlineData(20000)]
    public void Spans_are_ordered_lie_in_paragraphs_and_links_lead_to_the_right_roles(int count)
    {
        var model = new LanguageModel([SmallNetwork(), SmallNetwork(seed: 4)]);
        var (text, tokens, paragraphs) = Text(count, seed: 5);
        var reading = model.Read(text, tokens, paragraphs);
        var end = 0;
        foreach (var span in reading.Spans)
        {
            Assert.True(span.Tokens.Start >= end && span.Tokens.Count > 0);
            Assert.Contains(paragraphs, p => p.Contains(span.Tokens.Start) && p.Contains(span.Tokens.End - 1));
            Assert.InRange(span.Probability, 0, 1.001f);
            end = span.Tokens.End;
        }

        foreach (var attribution in reading.Attributions)
        {
            Assert.True(attribution.Source < 0 || reading.Spans[attribution.Source].Role == AttributionRole.Source);
            Assert.True(attribution.Cue < 0 || reading.Spans[attribution.Cue].Role == AttributionRole.Cue);
            Assert.All(attribution.Contents, c => Assert.Equal(AttributionRole.Content, reading.Spans[c].Role));
            Assert.InRange(attribution.Probability, 0, 1.01f);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(900)]
    [InlineData(6000)]
    public void Each_sentence_gets_a_tree_with_one_root_within_it(int count)
    {
        var model = new LanguageModel([SmallNetwork()]);
        var (text, tokens, sentences) = Text(count, seed: 6);
        var reading = model.ReadSyntax(text, tokens, sentences, [.. sentences.Select((_, s) => s / 3)]);
        foreach (var sentence in sentences)
        {
            var roots = 0;
            for (var i = sentence.Start; i < sentence.End; i++)
            {
                roots += reading.Head(i) < 0 ? 1 : 0;
                Assert.True(reading.Head(i) < 0 || sentence.Contains(reading.Head(i)));
                Assert.NotEqual(i, reading.Head(i));
            }

            Assert.Equal(1, roots);
        }
    }

    [Fact]
    public void Threads_share_a_model_and_get_what_one_would()
    {
        var model = new LanguageModel([SmallNetwork(), SmallNetwork(seed: 4)]);
        var texts = Enumerable.Range(0, 24).Select(i => Text(40 + (i * 13), i)).ToArray();
        var alone = texts.Select(t => Show(model.Read(t.Text, t.Tokens, t.Paragraphs))).ToArray();
        var together = new string[texts.Length];
        Parallel.For(0, texts.Length, i => together[i] = Show(model.Read(texts[i].Text, texts[i].Tokens, texts[i].Paragraphs)));
        Assert.Equal(alone, together);
    }

    [Fact]
    public void What_was_read_before_changes_nothing()
    {
        var used = new LanguageModel([SmallNetwork()]);
        for (var i = 0; i < 6; i++)
        {
            // More forms than are kept, so that they push each other out.
            var (text, tokens) = Join([.. Enumerable.Range(0, 3000).Select(w => w % 3 == 0 ? s_words[w % s_words.Length] : $"w{w + (i * 700)}")]);
            used.Read(text, tokens, [new TokenRange(0, 900), new TokenRange(900, 3000)]);
            var again = Text(500, i);
            Assert.Equal(
                Show(new LanguageModel([SmallNetwork()]).Read(again.Text, again.Tokens, again.Paragraphs)),
                Show(used.Read(again.Text, again.Tokens, again.Paragraphs)));
        }
    }

    [Theory]
    [InlineData("\u201c", "``")]
    [InlineData("\u201d", "''")]
    [InlineData("(", "-LRB-")]
    [InlineData("\u2014", "--")]
    [InlineData("\u2019s", "'s")]
    [InlineData("1999", "2024")]
    public void Spellings_of_one_mark_have_the_same_features(string typed, string treebank)
    {
        Assert.Equal(Rows(typed), Rows(treebank));
    }

    [Fact]
    public void Straight_quotation_marks_open_and_close_in_turn()
    {
        Assert.Equal(Rows("\"", "talks", "\"", "."), Rows("``", "talks", "''", "."));
    }

    private static int[] Rows(params string[] tokens)
    {
        var (text, table) = Join(tokens);
        var rows = new int[tokens.Length * TokenFeatures.Count];
        new Featurizer(new WordIndex([WordIndex.Hash("talks")])).Write(text, table.Starts, table.Ends, 0, rows);
        return rows;
    }

    private static string Show(AttributionReading reading) =>
        string.Join(' ', reading.Spans) + string.Join(' ', reading.Attributions.Select(a => $"{a.Source} {a.Cue} {string.Join(',', a.Contents)} {a.Probability}"));

    private static (string Text, TokenTable Tokens, TokenRange[] Paragraphs) Text(int count, int seed)
    {
        var random = new Random(seed);
        var (text, tokens) = Join([.. Enumerable.Range(0, count).Select(_ => s_words[random.Next(s_words.Length)])]);
        var paragraphs = new List<TokenRange>();
        for (var start = 0; start < count;)
        {
            var end = Math.Min(count, start + random.Next(1, count > 10000 ? 5000 : 60));
            paragraphs.Add(new TokenRange(start, end));
            start = end;
        }

        return (text, tokens, [.. paragraphs]);
    }

    private static (string Text, TokenTable Tokens) Join(string[] tokens)
    {
        var (starts, ends) = (new int[tokens.Length], new int[tokens.Length]);
        for (int i = 0, at = 0; i < tokens.Length; at = ends[i++] + 1)
        {
            (starts[i], ends[i]) = (at, at + tokens[i].Length);
        }

        return (string.Join(' ', tokens), new TokenTable(starts, ends));
    }

    private static unsafe float FirstValue(VectorTable table, int row)
    {
        var vector = stackalloc float[table.Width];
        table.Sum([row], vector);
        return vector[0];
    }

    private static Network SmallNetwork(int seed = 11)
    {
        var words = new WordIndex([.. s_words.Select(w => WordIndex.Hash(w))]);
        var network = new Network(new NetworkShape(16, 2, 16), words) { TagNames = [["NN", "VB"], ["O"], [], [], ["no", "yes"], ["root"]] };
        var weights = new Weights(network, 1);
        weights.Randomize(new Random(seed), 16);
        foreach (var table in weights.Tables)
        {
            table.Randomize(new Random(seed + 1), 20);
        }

        foreach (var parameter in weights.Tables.Concat(weights.Dense()))
        {
            parameter.Average(1);
        }

        weights.Publish(network, learning: false, tables: true);
        return network;
    }
}
