using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Parley.Documents;
using Parley.Documents.Articles;
using Parley.Records;
using Xunit;
using static Parley.Tests.Documents.Articles.Splitting;

namespace Parley.Tests.Documents.Articles;

public sealed class SplittingPropertyTests
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithMaxTest(400).WithReplay(17, 29);

    private static readonly string[] Pieces =
    [
        "Port Reopens After Long Siege", "By Lea Roth, Alpine Times, 2/3/23", "***", "Share this:", "The envoy said:", "It died the day it was signed.[6]", "• bread", "- salt", "1. Fuel",
        "2. Food", "Q: Will you sign?", "A: Soon.", "Harb: Why?", "Okello: Because.", "— Да, — сказал он.", "— Когда?", "😀 Астра 🜂 words", "\uD83D", "\uDE00 lone", "“Open quotation", "\t", "a",
        "The Harbour Foundation is a nonprofit organisation.", "For full report: https://example.org", "January 26, 2024", "> quoted", "The mediators met both delegations on Tuesday and left again.", "[1]", "…", ":",
    ];

    private static readonly string[] Breaks = ["\n", "\n\n", "\r\n", "\r\n\r\n", " ", "\n   ", "\u2028", "\u00A0"];

    private static Arbitrary<string> Texts() =>
        (from count in Gen.Choose(0, 25)
         from pieces in Gen.ListOf(Gen.Zip(Gen.Elements(Pieces), Gen.Elements(Breaks)), count)
         select string.Concat(pieces.Select(p => p.Item1 + p.Item2))).ToArbitrary();

    [Fact]
    public void Articles_are_slices_in_order_that_do_not_overlap()
    {
        Check.One(Fixed, Prop.ForAll(Texts(), text =>
        {
            var end = 0;
            foreach (var article in Split(text))
            {
                var run = Assert.Single(article.Offsets);
                Assert.Equal((0, article.Text.Length), (run.TextStart, run.Length));
                Assert.True(run.DocumentStart >= end && run.Length > 0);
                Assert.Equal(text.Substring(run.DocumentStart, run.Length), article.Text);
                end = run.DocumentStart + run.Length;
            }
        }));
    }

    [Fact]
    public void Blocks_lie_in_their_article_in_order_and_leave_only_white_space_and_separators_between_them()
    {
        Check.One(Fixed, Prop.ForAll(Texts(), text =>
        {
            foreach (var article in Split(text))
            {
                var end = 0;
                for (var i = 0; i < article.Blocks.Length; i++)
                {
                    var block = article.Blocks[i];
                    Assert.True(block.Span.Start >= end && block.Span.End <= article.Text.Length && !block.Span.IsEmpty);
                    Assert.True(block.Span.Contains(block.Body));
                    Assert.True(block.Speaker is not { } speaker || (block.Span.Contains(speaker) && speaker.End <= block.Body.Start));
                    Assert.True(block.Introducer is not { } introducer || (introducer >= 0 && introducer < i));
                    Assert.DoesNotContain(article.Text[end..block.Span.Start], char.IsLetterOrDigit);
                    end = block.Span.End;
                }

                Assert.DoesNotContain(article.Text[end..], char.IsLetterOrDigit);
            }
        }));
    }

    [Fact]
    public void No_word_is_lost_between_the_articles()
    {
        Check.One(Fixed, Prop.ForAll(Texts(), text =>
            Assert.Equal(text.Count(char.IsLetterOrDigit), Split(text).Sum(a => a.Text.Count(char.IsLetterOrDigit)))));
    }

    [Fact]
    public void Document_offsets_count_code_points()
    {
        Check.One(Fixed, Prop.ForAll(Texts(), text =>
        {
            foreach (var article in Split(text))
            {
                // The runes of the text before, a lone surrogate counting as one.
                var before = text[..article.Offsets[0].DocumentStart];
                Assert.Equal(before.EnumerateRunes().Count(), article.DocumentCodePointOffset);
            }
        }));
    }

    [Fact]
    public void The_same_text_gives_the_same_articles_on_every_thread()
    {
        var splitter = new ArticleSplitter();
        Check.One(Fixed.WithMaxTest(20), Prop.ForAll(Texts(), text =>
        {
            var shown = new string[8];
            Parallel.For(0, shown.Length, i => shown[i] = Show(splitter.Split(default, 0, Plain(text))));
            Assert.Single(shown.Distinct());
        }));

        static string Show(IEnumerable<Article> articles) => string.Join('\n', articles.Select(a =>
            string.Create(CultureInfo.InvariantCulture, $"{a.Form} {a.Title} {a.Text} {string.Join(' ', a.Blocks.Select(b => $"{b.Kind}{b.Span}{b.Body}"))}")));
    }

    [Fact]
    public void Offsets_of_marked_up_texts_are_clipped_to_the_article()
    {
        var text = "Share this:\n\nThe port is open again.\nShips come in.";
        var source = new SourceText { Text = text, Offsets = [new OffsetRun(0, 100, 20), new OffsetRun(20, 300, text.Length - 20)] };

        var articles = new ArticleSplitter().Split(default, 0, source);

        Assert.Equal([new OffsetRun(0, 113, 7), new OffsetRun(7, 300, text.Length - 20)], articles[1].Offsets);
        Assert.Null(articles[1].DocumentCodePointOffset);
    }
}
