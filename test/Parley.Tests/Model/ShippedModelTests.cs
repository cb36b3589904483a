using Parley.Language;
using Parley.Language.Model;
using Xunit;

namespace Parley.Tests.Model;

public sealed class ShippedModelTests
{
    [Theory]
    [InlineData("The foreign minister said on Monday that the delegation would return to the talks .", "The foreign minister", "said", "that the delegation would return to the talks")]
    [InlineData("\u201c We will not withdraw our troops , \u201d the general told reporters .", "the general", "told", "\u201c We will not withdraw our troops , \u201d")]
    [InlineData("`` We will not withdraw our troops , '' the general told reporters .", "the general", "told", "`` We will not withdraw our troops , ''")]
    public void A_plain_report_is_read_and_joined(string sentence, string source, string cue, string content)
    {
        var words = sentence.Split(' ');
        var (starts, ends) = (new int[words.Length], new int[words.Length]);
        for (int i = 0, at = 0; i < words.Length; at = ends[i++] + 1)
        {
            (starts[i], ends[i]) = (at, at + words[i].Length);
        }

        var reading = LanguageModel.Shipped.Read(sentence, new TokenTable(starts, ends), [new TokenRange(0, words.Length)]);
        string Text(int span) => sentence[starts[reading.Spans[span].Tokens.Start]..ends[reading.Spans[span].Tokens.End - 1]];
        var attribution = Assert.Single(reading.Attributions);
        Assert.Equal(source, Text(attribution.Source));
        Assert.StartsWith(cue, Text(attribution.Cue), StringComparison.Ordinal);
        Assert.Equal(content, Text(Assert.Single(attribution.Contents)));
        Assert.InRange(attribution.Probability, 0.05f, 1f);
    }
}
