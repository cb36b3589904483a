using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using Parley.Attributions;
using Parley.Language;
using Parley.Records;
using Xunit;

namespace Parley.Tests.Attributions;

public sealed class AttributorTests
{
    private static readonly string[] Pieces =
    [
        "“", "”", "\"", "‘", "’", "«", "»", "said ", "the minister ", "X ", "that ", ", ", ". ", ": ", "\n\n", "— ", "according to ", "told ", "\n\n— ", "\n\n> ", "\n\n• ", "\n\n# ",
        "and ", "Kyiv ", "warned ", "of ", "war ", "(", ")", "who ", "has ", "[3] ", "he ", "willing to ", "his ", "demand ", "for ", "As ", "\uD83D", "😀 ", "saying ",
    ];

    private static readonly Arbitrary<string> Texts = Gen.Elements(Pieces).ArrayOf().Select(string.Concat).ToArbitrary();

    private static AttributedArticle Attribute(string text, bool isTranscript = false) =>
        new Attributor().Attribute(new Parser().Parse(SpecArticle.From(text, isTranscript)));

    [Theory]
    [InlineData("The envoy said that the truce holds, that convoys are moving and that talks will resume.", "the truce holds|convoys are moving|talks will resume")]
    [InlineData("The envoy said the truce holds and that talks will resume on Monday.", "the truce holds|talks will resume on Monday")]
    [InlineData("The envoy said that the town that he left is quiet and safe.", "the town that he left is quiet and safe")]
    [InlineData("The envoy said she would come provided that roads are open and that guns are silent.", "she would come provided that roads are open and that guns are silent")]
    public void Coordinated_that_clauses_are_contents_of_their_own(string text, string contents) =>
        Assert.Equal(contents.Split('|'), Attribute(text).Attributions.Select(a => text[a.Content[0].Start..a.Content[0].End]));

    [Theory]
    [InlineData("The police put the death toll at nine.", "the death toll at nine")]
    [InlineData("The monitor estimated the number of dead at more than 400.", "the number of dead at more than 400")]
    [InlineData("The group wants guarantees that the road stays open.", "the road stays open")]
    [InlineData("The police put the flag at the gate.", null)]
    [InlineData("The police put the number on the door.", null)]
    public void Who_puts_a_count_at_a_number_says_so(string text, string? content) =>
        Assert.Equal(content, Attribute(text).Attributions.Select(a => text[a.Content[0].Start..a.Content[0].End]).SingleOrDefault());

    [Theory]
    [InlineData("The army said that nine soldiers died, a figure the rebels dispute.", "nine soldiers died", "the rebels dispute")]
    [InlineData("The army said that nine soldiers died, an account that the rebels reject.", "nine soldiers died", "the rebels reject")]
    [InlineData("The army said that nine soldiers died, which the rebels have denied, and moved on.", "nine soldiers died", "the rebels have denied")]
    [InlineData("The army said that nine soldiers died, a claim rejected by the rebels.", "nine soldiers died", "the rebels rejected")]
    [InlineData("Nine soldiers died, which the ministry confirmed on Monday.", "Nine soldiers died", "the ministry confirmed")]
    public void An_answer_in_the_same_breath_is_about_what_was_said(string text, string content, string answer)
    {
        var attributions = Attribute(text).Attributions;
        Assert.All(attributions, a => Assert.Null(a.Parent));
        Assert.All(attributions, a => Assert.Equal(content, text[a.Content[0].Start..a.Content[^1].End]));
        Assert.Contains(answer, attributions.Select(a => $"{text[a.Source[0].Start..a.Source[0].End]} {text[a.Cue[0].Start..a.Cue[^1].End]}"));
    }

    [Theory]
    [InlineData("The army denied the charge, which surprised the envoy.")]
    [InlineData("The envoy wore a scarf, a gift the rebels sent.")]
    public void What_stands_behind_a_comma_answers_nothing_by_itself(string text) =>
        Assert.DoesNotContain(Attribute(text).Attributions, a => a.FoundBy == Rule.Dispute.Name);

    [Theory]
    [InlineData("The union should propose a mission to the border.", false)]
    [InlineData("The envoy must insist on access to the camps.", false)]
    [InlineData("The envoy insists on access to the camps.", true)]
    [InlineData("The president ruled that out in July.", false)]
    [InlineData("Whoever says that is wrong.", false)]
    [InlineData("Let no one say that the valley is lost.", false)]
    [InlineData("The palace neither confirmed nor denied the report.", false)]
    [InlineData("Nothing he has said since January suggests a change.", false)]
    public void What_somebody_ought_to_say_is_not_said(string text, bool isSaid) =>
        Assert.Equal(isSaid, !Attribute(text).Attributions.IsEmpty);

    [Fact]
    public void Reports_that_are_denied_are_not_what_the_one_who_denies_reports() =>
        Assert.Equal(["denies"], Attribute("The government denies reports that it has sent troops to the border.").Attributions.Where(a => !a.Source.IsEmpty).Select(a => "The government denies reports that it has sent troops to the border."[a.Cue[0].Start..a.Cue[0].End]));

    [Theory]
    [InlineData("The party has always denied that.", "that")]
    [InlineData("The ministry denies it.", "it")]
    [InlineData("The party will ban its rivals, the minister said on Monday, a move that the opposition fears.", "The party will ban its rivals")]
    public void What_is_answered_or_set_apart_is_found(string text, string content) =>
        Assert.Contains(content, Attribute(text).Attributions.Select(a => text[a.Content[0].Start..a.Content[0].End]));

    [Fact]
    public void A_clause_on_the_source_is_no_part_of_what_it_says()
    {
        const string text = "According to the Post, which spoke to two diplomats, the envoy left on Monday.";
        Assert.Contains("the envoy left on Monday", Attribute(text).Attributions.Select(a => text[a.Content[0].Start..a.Content[0].End]));
    }

    [Fact]
    public void What_somebody_refuses_to_say_is_not_said() =>
        Assert.Equal(["refused"], Attribute("The envoy refused to say whether the road is open.").Attributions.Select(a => "The envoy refused to say whether the road is open."[a.Cue[0].Start..a.Cue[0].End]));

    [Fact]
    public void Attributions_lie_in_the_text_and_outer_ones_come_before_those_they_hold() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(1000).WithReplay(20260101, 11),
        Prop.ForAll(Texts, text =>
        {
            var attributions = Attribute(text).Attributions;
            for (var a = 0; a < attributions.Length; a++)
            {
                var one = attributions[a];
                Assert.NotEmpty(one.Content);
                Assert.All(one.Source.Concat(one.Cue).Concat(one.Content), s => Assert.True(!s.IsEmpty && s.End <= text.Length));
                Assert.InRange(one.Confidence, 0, 1);
                if (one.Parent is { } parent)
                {
                    Assert.InRange(parent, 0, a - 1);
                    Assert.True(attributions[parent].Content[0].Cover(attributions[parent].Content[^1]).Contains(one.Content[0].Cover(one.Content[^1])));
                }

                if (a > 0)
                {
                    Assert.True(attributions[a - 1].Content[0].Start <= one.Content[0].Start);
                }
            }
        }));

    [Fact]
    public void Threads_share_one_attributor_and_find_the_same()
    {
        const string Text = "“We are leaving,” said Colonel Abbas. “At dawn.”\n\nThe ministry said that two officials stated that the road is open.";
        var attributor = new Attributor();
        var parser = new Parser();
        var found = Enumerable.Range(0, 64).AsParallel()
            .Select(_ => string.Join('\n', attributor.Attribute(parser.Parse(SpecArticle.From(Text))).Attributions.Select(Describe))).Distinct();
        Assert.Single(found);
    }

    [Theory]
    [InlineData("“")]
    [InlineData("‘")]
    [InlineData("” ")]
    [InlineData("\" ")]
    [InlineData("“a ‘b ")]
    [InlineData("said that ")]
    [InlineData("he said, ")]
    [InlineData(", said X, ")]
    [InlineData("according to X, ")]
    [InlineData("“Go,” he said. ")]
    [InlineData("\n\n“Go on. ")]
    [InlineData("\n\n— Yes, — he said. — No")]
    [InlineData("\n\n> word")]
    [InlineData("( ")]
    [InlineData("[1]")]
    public void Hostile_repetition_takes_time_in_proportion(string piece)
    {
        // Ten times the text may take far less than a hundred times the time.
        var shorter = Time(1_000);
        var longer = Time(10_000);
        Assert.True(longer < Math.Max(shorter, 0.02) * 60, $"{shorter:F3} s and {longer:F3} s");

        double Time(int times)
        {
            var text = string.Concat(Enumerable.Repeat(piece, times));
            var best = double.MaxValue;
            for (var run = 0; run < 2; run++)
            {
                var watch = Stopwatch.StartNew();
                Attribute(text);
                best = Math.Min(best, watch.Elapsed.TotalSeconds);
            }

            return best;
        }
    }

    [Fact]
    public void Boilerplate_and_bylines_say_nothing()
    {
        var article = SpecArticle.From("The minister said that the road is open.");
        article = article with { Blocks = [article.Blocks[0] with { Kind = BlockKind.Boilerplate }] };
        Assert.Empty(new Attributor().Attribute(new Parser().Parse(article)).Attributions);
    }

    [Fact]
    public void Attributions_in_attributions_without_end_are_cut_at_a_depth_and_a_few_are_kept_whole()
    {
        Assert.Equal(4, Deepest("Orlic said that Vrana said that Nowak said that Ilic said that the truce is dead."));
        Assert.InRange(Deepest(string.Concat(Enumerable.Repeat("she said that ", 100)) + "it ended."), 5, 20);

        static int Deepest(string text)
        {
            var attributions = new Attributor().Attribute(new Parser().Parse(SpecArticle.From(text))).Attributions;
            return attributions.Max(a => Depth(a));
            int Depth(Attribution one) => one.Parent is { } parent ? 1 + Depth(attributions[parent]) : 1;
        }
    }

    [Fact]
    public void Another_finder_takes_the_place_of_the_rules()
    {
        const string Text = "A said that B said that C left. D said that E came.";
        var finder = new AttributionFinder(article =>
        [
            Found("B", "said", "C left", 22, 0.7),
            Found("A", "said", "that B said that C left.", 2, 0.9),
            Found("A", "said", "B said that C left", 2, 0.4),
        ]);
        var found = new Attributor(finder, new MakerId("attributor", "test", "1")).Attribute(new Parser().Parse(SpecArticle.From(Text)));

        Assert.Equal(["A | said | B said that C left | Indirect | ", "B | said | C left | Indirect | 0"], found.Attributions.Select(a => Describe(Text, a)));
        Assert.Equal([0.9, 0.7], found.Attributions.Select(a => a.Confidence));
        Assert.All(found.Attributions, a => Assert.Equal("a finder of the test", a.FoundBy));
        Assert.Equal("test", found.Maker.Model);

        FoundAttribution Found(string source, string cue, string content, int near, double confidence) => new()
        {
            Source = [Span(source, 0)],
            By = "a finder of the test",
            Cue = [Span(cue, near - 2)],
            Content = [Span(content, 0)],
            Confidence = confidence,
        };

        TextSpan Span(string words, int from) => new(Text.IndexOf(words, Math.Max(0, from > 10 ? 12 : from), StringComparison.Ordinal), words.Length);
    }

    [Fact]
    public void A_paragraph_that_fills_with_a_quotation_takes_the_speaker_of_the_paragraph_before_less_surely()
    {
        var found = Attribute("“We wait,” said Mr. Amin.\n\n“Nobody has come to the gate.”").Attributions;
        Assert.Equal(2, found.Length);
        Assert.Equal(found[0].Source, found[1].Source);
        Assert.True(found[1].Confidence < found[0].Confidence);
    }

    private static string Describe(Attribution a) => $"{a.Kind} {string.Join(',', a.Source)} {string.Join(',', a.Cue)} {string.Join(',', a.Content)} {a.Parent} {a.Confidence}";

    private static string Describe(string text, Attribution a) =>
        $"{a.Source[0].In(text)} | {a.Cue[0].In(text)} | {a.Content[0].In(text)} | {a.Kind} | {a.Parent}";
}
