using Parley.Resolution;
using Parley.Resolution.Actors;
using Parley.Resolution.Antecedents;
using Xunit;

namespace Parley.Tests.Resolution;

public sealed class AntecedentTests
{
    [Theory]
    [InlineData("Envoy Lena Fors met President Tarik Demir on Monday. [s1 She] [c1 said] [q1 it was over].", "Lena Fors")]
    [InlineData("Envoy Lena Fors met President Tarik Demir on Monday. [s1 He] [c1 said] [q1 it was over].", "Tarik Demir")]
    [InlineData("Zorkan came late to the talks. [s1 He] [c1 said] [q1 it was over].", "Zorkan")]
    [InlineData("A senior Israeli official was there. [s1 He] [c1 said] [q1 it was over].", "senior Israeli official")]
    [InlineData("Tarik Demir went home on Monday. He was tired. “It is over,” [s1 he] [c1 said] [q1 later].", "Tarik Demir")]
    public void A_pronoun_stands_for_somebody_named_or_described_before(string marked, string actor) =>
        Assert.Equal(actor, MarkedArticle.Resolve(marked, published: "2023-06-01").Attributions[0].Actor?.Name);

    [Fact]
    public void A_pronoun_for_whom_nobody_was_named_stays_unresolved()
    {
        var one = MarkedArticle.Resolve("[s1 He] [c1 said] [q1 it was over].", published: "2023-06-01").Attributions[0];

        Assert.Null(one.Actor);
        Assert.Equal("pronoun without antecedent", one.Why.First(why => why.Field == "actor").Rule);
    }

    [Fact]
    public void The_evidence_of_an_antecedent_is_its_words_and_its_probability()
    {
        var article = MarkedArticle.Resolve("Envoy Lena Fors met the press on Monday. [s1 She] [c1 said] [q1 it was over].", published: "2023-06-01");
        var why = article.Attributions[0].Why.First(why => why.Field == "actor");

        Assert.Matches(@"^antecedent \(0\.\d\d\)$", why.Rule);
        Assert.Equal("Lena Fors", why.Words!.Value.In(article.Article.Text).ToString());
    }

    [Fact]
    public void Referents_are_names_descriptions_and_pronouns_with_their_place_in_the_sentence()
    {
        var attributed = MarkedArticle.Attributed("[s1 Lena Fors] [c1 told] [q1 the foreign minister that her aides met Zorkan]. They left.");
        var referents = ReferentFinder.Find(attributed, new Cast(attributed.Parsed, ActorDirectory.BuiltIn));

        Assert.Equal(["Lena Fors", "the foreign minister", "her aides", "her", "Zorkan", "They"], referents.Select(r => r.Span.In(attributed.Article.Text).ToString()));
        Assert.Equal([0, -1, -1, -1, -1, -1], referents.Select(r => r.SourceOf));
        Assert.Equal([-1, 0, 0, 0, 0, -1], referents.Select(r => r.Inside));
        Assert.Equal([0, 0, 0, 0, 0, 1], referents.Select(r => r.Sentence));
        Assert.Equal(GrammaticalRole.Subject, referents[0].Role);
        Assert.Equal((Determiner.Definite, "minister", GrammaticalNumber.Singular), (referents[1].Determiner, referents[1].Noun, referents[1].Number));
        Assert.Equal((Determiner.Possessive, "aide", GrammaticalNumber.Plural), (referents[2].Determiner, referents[2].Noun, referents[2].Number));
    }

    [Fact]
    public void A_title_before_a_name_is_no_description_of_its_own()
    {
        var attributed = MarkedArticle.Attributed("[s1 Secretary of State John Kerry] [c1 said] [q1 no].");

        Assert.Equal("John Kerry", Assert.Single(ReferentFinder.Find(attributed, new Cast(attributed.Parsed, ActorDirectory.BuiltIn))).Span.In(attributed.Article.Text).ToString());
    }

    [Fact]
    public void Weights_are_read_as_they_were_written()
    {
        using var written = new StringWriter();
        AntecedentModel.Shipped.Write(written);
        using var again = new StringWriter();
        AntecedentModel.Read(new StringReader(written.ToString())).Write(again);

        Assert.Equal(written.ToString(), again.ToString());
    }

    [Theory]
    [InlineData("", "must begin with")]
    [InlineData("parley antecedents 1\nbias\t0\noutput\t0\nAnaphorShe\t0\t0\n", "expected the line of 'AnaphorHe'")]
    [InlineData("parley antecedents 1\nbias\t0\noutput\t0\nAnaphorHe\t0\n", "1 numbers for 'AnaphorHe', expected 2")]
    [InlineData("parley antecedents 1\nbias\tNaN\n", "'NaN' in the line of 'bias' is no number")]
    public void A_table_of_weights_that_does_not_fit_is_refused_with_the_place(string table, string expected) =>
        Assert.Contains(expected, Assert.Throws<InvalidDataException>(() => AntecedentModel.Read(new StringReader(table))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_text_of_pronouns_alone_takes_time_in_proportion_to_its_length()
    {
        var text = string.Join(' ', Enumerable.Repeat("He told her that they knew it.", 4000));
        var attributed = MarkedArticle.Attributed(text + " [s1 He] [c1 said] [q1 no].");
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.Null(new Resolver(ActorDirectory.BuiltIn).Resolve(attributed).Attributions[0].Actor);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{watch.Elapsed}");
    }
}
