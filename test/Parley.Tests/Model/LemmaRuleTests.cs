using FsCheck;
using FsCheck.Fluent;
using Parley.Language.Model;
using Xunit;

namespace Parley.Tests.Model;

public sealed class LemmaRuleTests
{
    [Theory]
    [InlineData("Talks", "talk", "negotiations", "negotiation")]
    [InlineData("denied", "deny", "Replied", "reply")]
    [InlineData("Kyiv", "Kyiv", "Moscow", "Moscow")]
    public void A_rule_learned_from_one_word_serves_another(string form, string lemma, string other, string expected) =>
        Assert.Equal(expected, LemmaRule.Apply(LemmaRule.Find(form, lemma), other));

    [Fact]
    public void A_form_that_is_too_short_for_a_rule_is_its_own_lemma() => Assert.Equal("a", LemmaRule.Apply("3+y", "a"));

    [Fact]
    public void A_rule_leads_back_to_the_lemma_that_it_was_made_from() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20261125, 3),
        Prop.ForAll(Gen.Elements("a", "b", "B", "ing", "ed", "x").ArrayOf().Select(string.Concat).Two().ToArbitrary(), pair =>
            Assert.Equal(pair.Item2, LemmaRule.Apply(LemmaRule.Find(pair.Item1, pair.Item2), pair.Item1))));
}
