using FsCheck;
using FsCheck.Fluent;
using Parley.Language;
using Parley.Tests.Attributions;
using Xunit;

namespace Parley.Tests.Language;

public sealed class TokenizerTests
{
    private static readonly string[] Pieces =
    [
        "word", "U.S.", "don't", "’", "'", "“", "”", "\"", "«", "»", "...", "…", "—", "--", "-", ".", ",", "!", "?", "[6]", "[", "]", "1,000.5", "%", "$", " ", "\u00A0", "\n",
        "\n\n", "https://a.example/x?y=1", "@name", "#tag", "😀", "\uD83D", "\uDE00", "e\u0301", "\u200B", "\u202E", "\0", "战争", "שלום", "a.m.", "Lt. Gen.", "cannot", "''", "``",
    ];

    private static readonly Arbitrary<string> Texts =
        Gen.Elements(Pieces).ArrayOf().Select(string.Concat).ToArbitrary();

    [Theory]
    [InlineData("don't", "do n't")]
    [InlineData("They’re here", "They ’re here")]
    [InlineData("the Kremlin’s offer", "the Kremlin ’s offer")]
    [InlineData("workers' rights", "workers ' rights")]
    [InlineData("You cannot", "You can not")]
    [InlineData("the U.S. and the U.N.", "the U.S. and the U.N.")]
    [InlineData("Lt. Gen. Ali Hassan", "Lt. Gen. Ali Hassan")]
    [InlineData("at 4:45 p.m. local time", "at 4:45 p.m. local time")]
    [InlineData("1,000.5 tonnes", "1,000.5 tonnes")]
    [InlineData("$50.2 billion, 8.3%", "$ 50.2 billion , 8.3 %")]
    [InlineData("see https://example.org/a_(b)?x=1. Then", "see https://example.org/a_(b)?x=1 . Then")]
    [InlineData("a ground-to-air missile", "a ground-to-air missile")]
    [InlineData("“We ‘won’,” he said…", "“ We ‘ won ’ , ” he said …")]
    [InlineData("said ``yes'' twice", "said `` yes '' twice")]
    [InlineData("the pact.[6] It", "the pact . [6] It")]
    [InlineData("the front—and the rear", "the front — and the rear")]
    [InlineData("O'Brien's army", "O'Brien 's army")]
    [InlineData("it is over.The war", "it is over . The war")]
    [InlineData("Wait... no", "Wait ... no")]
    [InlineData("No. No. 5 fell", "No . No. 5 fell")]
    [InlineData("in the '90s", "in the '90s")]
    public void Text_is_cut_as_in_the_treebank(string text, string wanted)
    {
        var tokens = Tokenizer.Tokenize(text);
        Assert.Equal(wanted, string.Join(' ', Enumerable.Range(0, tokens.Count).Select(i => tokens[i].In(text).ToString())));
    }

    [Fact]
    public void Every_tokenisation_is_sound() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(20240126, 7),
        Prop.ForAll(Texts, text =>
        {
            TokenTableHarness.AssertSound(text, Tokenizer.Tokenize(text));
        }));

    [Fact]
    public void A_marker_and_the_words_behind_it_share_no_token()
    {
        const string Text = "1.5 million left.\n\nNAME:words";
        var article = SpecArticle.From(Text, isTranscript: true);
        var tokens = Tokenizer.Tokenize(Text, article.Blocks);
        TokenTableHarness.AssertSound(Text, tokens);
        Assert.Contains(Enumerable.Range(0, tokens.Count), i => tokens[i].Start == article.Blocks[^1].Body.Start);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("战")]
    [InlineData("'")]
    [InlineData("www.")]
    [InlineData("a-")]
    [InlineData("U.")]
    [InlineData("[1")]
    public void A_million_characters_without_a_space_are_no_trouble(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        Assert.True(Tokenizer.Tokenize(text).Count > 0);
    }

    [Fact]
    public void Tokens_are_not_allocated_one_by_one()
    {
        var text = string.Concat(Enumerable.Repeat("The minister said that the “border” isn't open. ", 2000));
        var warm = Tokenizer.Tokenize(text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var tokens = Tokenizer.Tokenize(text);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(warm.Count, tokens.Count);
        Assert.True(allocated < tokens.Count * 8 + 4096, $"{allocated} bytes for {tokens.Count} tokens");
    }
}
