using FsCheck;
using FsCheck.Fluent;
using Parley.Language;
using Parley.Tests.Attributions;
using Xunit;

namespace Parley.Tests.Language;

public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("It fell. They left.", "It fell.|They left.")]
    [InlineData("Gen. Omar Said met Mr. Ruiz. They spoke.", "Gen. Omar Said met Mr. Ruiz.|They spoke.")]
    [InlineData("The U.S. President left. The U.S. He said so.", "The U.S. President left.|The U.S.|He said so.")]
    [InlineData("“It is over.” He left.", "“It is over.”|He left.")]
    [InlineData("It fell at 5 p.m. \"We ran,\" he said.", "It fell at 5 p.m.|\"We ran,\" he said.")]
    [InlineData("The U.S. \"surge\" failed.", "The U.S. \"surge\" failed.")]
    [InlineData("\"It is over.\" \"Is it?\"", "\"It is over.\"|\"Is it?\"")]
    [InlineData("“Who did it?” Judge Kone asked. Nobody.", "“Who did it?” Judge Kone asked.|Nobody.")]
    [InlineData("“Never!” he cried.", "“Never!” he cried.")]
    [InlineData("The pact was signed.[6] It failed.", "The pact was signed.[6]|It failed.")]
    [InlineData("Prices rose 1.4 percent. In 2025 they fell.", "Prices rose 1.4 percent.|In 2025 they fell.")]
    [InlineData("We waited… Nothing came.", "We waited…|Nothing came.")]
    [InlineData("First block.\n\nsecond block", "First block.|second block")]
    [InlineData("1. The port is closed.", "1. The port is closed.")]
    [InlineData("GENEVA, March 3 (Agency) — The envoy left.", "GENEVA, March 3 (Agency) —|The envoy left.")]
    [InlineData("ODRIN — Karsa’s envoy left.", "ODRIN —|Karsa’s envoy left.")]
    [InlineData("UNESCO — Ministers pay for it — will move.", "UNESCO — Ministers pay for it — will move.")]
    [InlineData("ODESA, Ukraine (AP) -- Ships sailed.", "ODESA, Ukraine (AP) --|Ships sailed.")]
    [InlineData("ANKARA, January 26. /TASS/. The pact holds.", "ANKARA, January 26. /TASS/.|The pact holds.")]
    [InlineData("NATO – an alliance – grew.", "NATO – an alliance – grew.")]
    [InlineData("NATO said no: the pact – all of it – holds.", "NATO said no: the pact – all of it – holds.")]
    public void Sentences_end_where_a_reader_ends_them(string text, string wanted)
    {
        var parsed = new Parser().Parse(SpecArticle.From(text));
        Assert.Equal(wanted, string.Join('|', parsed.Sentences.Select(s => parsed.SpanOf(s).In(text).ToString())));
    }

    [Fact]
    public void An_endless_sentence_is_cut_at_a_pause()
    {
        var text = string.Concat(Enumerable.Repeat("tanks, guns and ", 2000));
        var parsed = new Parser().Parse(SpecArticle.From(text));
        Assert.All(parsed.Sentences, s => Assert.InRange(s.Count, 1, SentenceSplitter.MaxTokens));
        Assert.Equal(",", parsed.Word(parsed.Sentences[0].End - 1).ToString());
    }

    [Fact]
    public void Sentences_cover_all_tokens_in_order_and_stay_within_their_blocks() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(19450508, 3),
        Prop.ForAll(Gen.Elements("It fell. ", "“No!” ", "\n\n", "Mr. ", "U.S. ", "a ", ". ", "? ", "” ", "[1] ", "… ", "— ").ArrayOf().Select(string.Concat).ToArbitrary(), text =>
        {
            var parsed = new Parser().Parse(SpecArticle.From(text));
            var next = 0;
            for (var s = 0; s < parsed.Sentences.Length; s++)
            {
                Assert.Equal(next, parsed.Sentences[s].Start);
                Assert.False(parsed.Sentences[s].IsEmpty);
                Assert.True(parsed.Article.Blocks[parsed.SentenceBlocks[s]].Span.Contains(parsed.SpanOf(parsed.Sentences[s])));
                next = parsed.Sentences[s].End;
            }

            Assert.Equal(parsed.Tokens.Count, next);
            for (var i = 0; i < parsed.Tokens.Count; i++)
            {
                Assert.True(parsed.Sentences[parsed.SentenceAt(i)].Contains(i));
            }
        }));
}
