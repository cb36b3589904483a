using Parley.Attributions;
using Parley.Language;
using Xunit;

namespace Parley.Tests.Attributions;

public sealed class QuotationFinderTests
{
    [Theory]
    [InlineData("He said “yes” and “no”.", "“yes”|“no”")]
    [InlineData("“Outer ‘inner’ outer.”", "“Outer ‘inner’ outer.”|‘inner’")]
    [InlineData("The workers’ leader and the army’s men", "")]
    [InlineData("‘The workers’ rights matter,’ he said", "‘The workers’ rights matter,’")]
    [InlineData("a \"plain\" pair", "\"plain\"")]
    [InlineData("« Oui », dit-il", "« Oui »")]
    [InlineData("»Ja«, sagt er", "»Ja«")]
    [InlineData("„Nein“, sagt sie", "„Nein“")]
    [InlineData("this ”neutral status” holds", "”neutral status”")]
    [InlineData("a stray ” mark", "")]
    [InlineData("He left. “It is over. They came.", "“It is over. They came.")]
    [InlineData("He called it “over and left. They came.", "“over and left.")]
    [InlineData("“One. “Two,” he said.", "“One.|“Two,”")]
    [InlineData("“One “two” three”", "“One “two” three”|“two”")]
    [InlineData("“Open to the end.\n\n“Goes on.” Then more.", "“Open to the end.|“Goes on.”")]
    [InlineData("“Open to the end.\n\nGoes on.” Then more.", "“Open to the end.|Goes on.”")]
    [InlineData("“Lost mark.\n\nNothing here.\n\n“A new one,” he said.", "“Lost mark.|“A new one,”")]
    public void Marks_are_paired_within_their_paragraph(string text, string wanted)
    {
        var article = new Parser().Parse(SpecArticle.From(text));
        var structure = QuotationFinder.Find(article);
        Assert.Equal(wanted, string.Join('|', structure.Quotations.Select(q => article.SpanOf(q.Tokens).In(text).ToString())));
    }

    [Theory]
    [InlineData("“We will not leave the valley.”", true)]
    [InlineData("“It is over”", true)]
    [InlineData("“neutral status”", false)]
    [InlineData("“The Last Winter in the North”", false)]
    [InlineData("“incorrect”", false)]
    public void Speech_is_told_from_titles_and_single_words(string text, bool isSpeech)
    {
        var structure = QuotationFinder.Find(new Parser().Parse(SpecArticle.From(text)));
        Assert.Equal(isSpeech, structure.Quotations.Single().IsSpeech);
    }

    [Fact]
    public void A_quotation_that_is_handed_on_knows_the_one_it_continues()
    {
        var structure = QuotationFinder.Find(new Parser().Parse(SpecArticle.From("“First.\n\n“Second.\n\n“Third.”")));
        Assert.Equal([-1, 0, 1], structure.Quotations.Select(q => q.Continues));
        Assert.Equal([false, false, true], structure.Quotations.Select(q => q.IsClosed));
    }
}
