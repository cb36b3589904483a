using Parley.Records;
using Xunit;

namespace Parley.Tests.Resolution;

public sealed class ResolverTests
{
    [Theory]
    [InlineData("[s1 Georgian Prime Minister Irakli Vashadze] [c1 said] [q1 it was over].", "Irakli Vashadze")]
    [InlineData("[s1 Marta Holm, the head of the mission,] [c1 said] [q1 it was over].", "Marta Holm")]
    [InlineData("[s1 A spokesperson for the rebels, Adil al-Noor,] [c1 said] [q1 it was over].", "Adil al-Noor")]
    [InlineData("[s1 Moscow] [c1 said] [q1 it was over].", "Russia")]
    [InlineData("[s1 The Turkish government] [c1 said] [q1 it was over].", "Turkey")]
    [InlineData("[s1 Iranian] [c1 demands for] [q1 guarantees] grew.", "Iran")]
    [InlineData("[s1 The Kremlin] [c1 said] [q1 it was over].", "Kremlin")]
    [InlineData("[s1 Kremlin officials] [c1 said] [q1 it was over].", "Kremlin officials")]
    [InlineData("[s1 Two senior Western diplomats] [c1 said] [q1 it was over].", "two senior Western diplomats")]
    [InlineData("[s1 Sources close to the presidency] [c1 said] [q1 it was over].", "sources close to the presidency")]
    [InlineData("[s1 Macron and Scholz] [c1 said] [q1 it was over].", "Emmanuel Macron and Olaf Scholz")]
    [InlineData("[s1 France’s AFP news agency] [c1 said] [q1 it was over].", "Agence France-Presse")]
    [InlineData("[s1 The New Harbour Post] [c1 reports] that [q1 it was over].", "New Harbour Post")]
    [InlineData("[s1 New President Marta Holm] [c1 said] [q1 it was over].", "Marta Holm")]
    [InlineData("[s1 The World Bank’s latest forecast] [c1 said] [q1 it was over].", "World Bank")]
    [InlineData("[s1 The union’s envoy at the time, Grace Mbeki,] [c1 warned] [q1 of war].", "Grace Mbeki")]
    [InlineData("[s1 A report by the National Academies] [c1 says] [q1 no].", "National Academies")]
    [InlineData("[s1 Some in Washington] [c1 doubt] [q1 it].", "some in Washington")]
    [InlineData("Petro spoke for Colombia. The talks went on in Caracas. [s1 The government] [c1 blamed] [q1 them].", "Colombia")]
    [InlineData("Petro spoke for Colombia. In Caracas, [s1 the government] [c1 blamed] [q1 them].", "Venezuela")]
    [InlineData("The National Liberation Army struck. The National Liberation Army left. [s1 The army] [c1 said] [q1 no].", "army")]
    [InlineData("[s1 The local hospital] [c1 says] [q1 no].", "local hospital")]
    [InlineData("[s1 Mbeki] [c1 warned] [q1 of war].", "Thabo Mbeki")]
    [InlineData("The United Nations sent food. [s1 The foreign ministry] [c1 said] [q1 it was too little].", "foreign ministry")]
    [InlineData("[s1 Figures compiled by the Lowland Peace Monitor] [c1 show] [q1 no change].", "Lowland Peace Monitor")]
    [InlineData("[s1 A draft seen by the Lowland Peace Monitor] [c1 says] [q1 no].", "draft seen by the Lowland Peace Monitor")]
    public void A_source_in_its_own_words_is_resolved(string marked, string actor) =>
        Assert.Equal(actor, MarkedArticle.Resolve(marked, published: "2023-06-01").Attributions[0].Actor?.Name);

    [Theory]
    [InlineData("[s1 Tarik Demir, an aide to the president,] [c1 said] [q1 no]. [s2 Demir] [c2 added] [q2 more].", "Tarik Demir")]
    [InlineData("[s1 Army chief Tarik Demir] [c1 said] [q1 no]. Later that day [s2 he] [c2 added] [q2 more].", "Tarik Demir")]
    [InlineData("[s1 Envoy Lena Fors] [c1 said] [q1 no]. “[q2 Never],” [s2 the envoy] [c2 added].", "Lena Fors")]
    [InlineData("[s1 The group’s spokeswoman, Lena Fors,] [c1 said] [q1 no]. [s2 The spokeswoman] [c2 added] [q2 more].", "Lena Fors")]
    [InlineData("[s1 A senior Israeli official] [c1 said] [q1 no]. [s2 He] [c2 added] [q2 more].", "senior Israeli official")]
    [InlineData("[s1 The African Union] [c1 said] [q1 no]. [s2 The bloc] [c2 added] [q2 more].", "African Union")]
    [InlineData("NATO has troops there. [s1 Russia’s foreign ministry] [c1 said] [q1 no]. [s2 The alliance] [c2 added] [q2 more].", "NATO")]
    [InlineData("[s1 Sudan’s foreign ministry] [c1 said] [q1 no]. [s2 The ministry] [c2 added] [q2 more].", "Sudan’s foreign ministry")]
    [InlineData("[s1 Tarik Demir, better known as Kurt,] [c1 said] [q1 no]. [s2 Kurt] [c2 added] [q2 more].", "Tarik Demir")]
    [InlineData("[s1 Prime Minister Bekele Tola] [c1 said] [q1 no]. [s2 Mr Bekele] [c2 added] [q2 more].", "Bekele Tola")]
    public void Somebody_introduced_once_is_known_again(string marked, string actor) =>
        Assert.Equal(actor, MarkedArticle.Resolve(marked, published: "2023-06-01").Attributions[1].Actor?.Name);

    [Fact]
    public void In_an_interview_the_one_who_is_addressed_answers()
    {
        var resolved = MarkedArticle.Resolve("Q: Mr. Lars Demir, will you sign?\nA: Our offer stands. [s1 We] [c1 demand] [q1 a truce].", outlet: "Harbour Review", published: "2024-09-12", transcript: true).Attributions;
        Assert.Equal("Lars Demir", resolved[^1].Actor?.Name);
    }

    [Theory]
    [InlineData("The United Nations sent an envoy to meet the general, [s1 who] [c1 said] [q1 no].", "general")]
    [InlineData("The United Nations met the head of the council, [s1 who] [c1 said] [q1 no].", "head of the council")]
    [InlineData("Envoy Lena Fors came. They met Lena Fors, a spokeswoman for the ministry, [s1 who] [c1 said] [q1 no].", "Lena Fors")]
    [InlineData("The United Nations heard Envoy Lena Fors, [s1 who] [c1 said] [q1 no].", "Lena Fors")]
    public void A_relative_pronoun_stands_for_whoever_is_described_before_it(string marked, string actor) =>
        Assert.Equal(actor, MarkedArticle.Resolve(marked, published: "2023-06-01").Attributions[0].Actor?.Name);

    [Theory]
    [InlineData("2011-05-02", "[s1 The US president] [c1 said] [q1 it was over].", "Barack Obama")]
    [InlineData("2011-05-02", "The late president, Omar Sadiq, called it peace. [s1 The US president] [c1 said] [q1 it was over].", "Barack Obama")]
    [InlineData("1999-05-02", "[s1 The US president] [c1 said] [q1 it was over].", "Bill Clinton")]
    [InlineData("2014-02-21", "[s1 The EU’s foreign policy chief] [c1 said] [q1 it was over].", "Catherine Ashton")]
    [InlineData("2020-02-21", "In May 2001 [s1 the British prime minister] [c1 said] [q1 it was over].", "Tony Blair")]
    public void A_post_stands_for_its_holder_at_the_time(string published, string marked, string actor) =>
        Assert.Equal(actor, MarkedArticle.Resolve(marked, published: published).Attributions[0].Actor?.Name);

    [Fact]
    public void First_person_inside_a_statement_is_its_speaker_and_outside_the_author()
    {
        var resolved = MarkedArticle.Resolve("[s1 Lena Fors] [c1 said]: [q1 “[s2 we] [c2 demand] [q2 a ceasefire].”]\n[s3 I] [c3 think] [q3 it fails].", byline: "Jo Marsh", published: "2023-06-01").Attributions;

        Assert.Equal(["Lena Fors", "Lena Fors", "Jo Marsh"], resolved.Select(one => one.Actor?.Name));
    }

    [Fact]
    public void A_passive_without_an_agent_has_no_actor_and_is_anonymous()
    {
        var one = MarkedArticle.Resolve("The post [c1 was reportedly] [q1 lost].", published: "2023-06-01").Attributions[0];

        Assert.Null(one.Actor);
        Assert.Equal(Sourcing.Anonymous, one.Sourcing);
    }

    [Theory]
    [InlineData("[s1 Lena Fors] [c1 said] [q1 no].", Sourcing.Named)]
    [InlineData("[s1 A U.S. official] [c1 said] [q1 no].", Sourcing.Anonymous)]
    [InlineData("[s1 Three officials] [c1 said] [q1 no].", Sourcing.Anonymous)]
    [InlineData("[s1 People familiar with the talks] [c1 said] [q1 no].", Sourcing.Anonymous)]
    [InlineData("[s1 U.S. officials] [c1 said] [q1 no].", Sourcing.Collective)]
    [InlineData("[s1 Every diplomat] [c1 said] [q1 no].", Sourcing.Collective)]
    [InlineData("[s1 The defence ministry] [c1 said] [q1 no].", Sourcing.Organisation)]
    [InlineData("[s1 Ethiopia] [c1 said] [q1 no].", Sourcing.Organisation)]
    [InlineData("[s1 A report from the United Nations] [c1 said] [q1 no].", Sourcing.Document)]
    public void Sourcing_follows_from_how_the_source_is_named(string marked, Sourcing sourcing) =>
        Assert.Equal(sourcing, MarkedArticle.Resolve(marked, published: "2023-06-01").Attributions[0].Sourcing);

    [Fact]
    public void The_chain_runs_from_the_author_through_each_speaker_inwards()
    {
        var resolved = MarkedArticle.Resolve(
            "[s1 Reuters] [c1 reported] [q1 that [s2 two officials] [c2 said] [q2 that [s3 Cairo] [c3 rejected] [q3 the plan]]].",
            byline: "Jo Marsh", outlet: "The Herald", published: "2023-06-01").Attributions;

        Assert.Empty(resolved[0].Via);
        Assert.Equal(["Jo Marsh", "Reuters"], resolved[1].Via.Select(link => link.Actor));
        Assert.Equal(["Jo Marsh", "Reuters", "two officials"], resolved[2].Via.Select(link => link.Actor));
        Assert.Equal([null, resolved[0].StatementId, resolved[1].StatementId], resolved[2].Via.Select(link => link.StatementId));
    }

    [Theory]
    [InlineData("[s1 Lena Fors] [c1 told] Bloomberg on Monday [q1 that it was over].", "Bloomberg")]
    [InlineData("[s1 Lena Fors] [c1 wrote] in the pages of the Guardian [q1 that it was over].", "The Guardian")]
    [InlineData("[s1 Lena Fors] [c1 told] the French daily Le Monde [q1 that it was over].", "Le Monde")]
    [InlineData("In an interview with Le Monde, [s1 Lena Fors] [c1 said] [q1 it was over].", "Le Monde")]
    public void A_medium_that_was_told_is_a_link_of_the_chain(string marked, string medium) =>
        Assert.Equal(["Jo Marsh", medium], MarkedArticle.Resolve(marked, byline: "Jo Marsh", published: "2023-06-01").Attributions[0].Via.Select(link => link.Actor));

    [Theory]
    [InlineData("The shells fell at noon. [s1 The Sudan Doctors Network] [c1 said] [q1 it was over].", "Sudan Doctors Network", Sourcing.Organisation)]
    [InlineData("The war ended in Pretoria. [s1 The Amhara regional government] [c1 said] [q1 it was over].", "Amhara regional government", Sourcing.Organisation)]
    [InlineData("They met in Pretoria. [s1 The Pretoria agreement] [c1 says] [q1 it is over].", "Pretoria agreement", Sourcing.Document)]
    [InlineData("[s1 The Fundación Ideas para la Paz] [c1 said] [q1 it was over].", "Fundación Ideas para la Paz", Sourcing.Organisation)]
    [InlineData("The Kachin Liberation Army fought on. [s1 The KLA] [c1 said] [q1 it was over].", "Kachin Liberation Army", Sourcing.Organisation)]
    [InlineData("[s1 A letter seen by the Patriarch] [c1 said] [q1 it was over].", "letter seen by the Patriarch", Sourcing.Document)]
    public void A_body_or_text_is_not_taken_for_the_country_in_its_name(string marked, string actor, Sourcing sourcing)
    {
        var one = MarkedArticle.Resolve(marked, byline: "Jo Marsh", published: "2023-06-01").Attributions[0];

        Assert.Equal((actor, sourcing), (one.Actor?.Name, one.Sourcing));
    }

    [Theory]
    [InlineData("[s1 Lena Fors] [c1 told] a news conference [q1 that it was over].", null)]
    [InlineData("[s1 Lena Fors] [c1 told] parliament last week [q1 that it was over].", "parliament")]
    public void An_occasion_or_a_date_is_no_addressee(string marked, string? addressee) =>
        Assert.Equal(addressee, MarkedArticle.Resolve(marked, byline: "Jo Marsh", published: "2023-06-01").Attributions[0].Addressee);

    [Fact]
    public void An_outlet_that_was_told_itself_is_no_link() =>
        Assert.Empty(MarkedArticle.Resolve("[s1 Lena Fors] [c1 told] Reuters [q1 that it was over].", outlet: "Reuters", published: "2023-06-01").Attributions[0].Via);

    [Fact]
    public void Whoever_was_told_and_is_no_medium_is_the_addressee()
    {
        var one = MarkedArticle.Resolve("[s1 Lena Fors] [c1 told] the Security Council [q1 that it was over].", byline: "Jo Marsh", published: "2023-06-01").Attributions[0];

        Assert.Equal("UN Security Council", one.Addressee);
        Assert.Empty(one.Via);
    }

    [Theory]
    [InlineData("[s1 Oslo] [c1 said] on Monday [q1 it was over].", "2024-01-22")]
    [InlineData("On January 19 [s1 Oslo] [c1 said] [q1 it was over].", "2024-01-19")]
    [InlineData("[s1 Oslo] [c1 said] [q1 it was over].", "2024-01-26")]
    [InlineData("[s1 Oslo] [c1 said] last week [q1 it was over].", "2024-01")]
    [InlineData("[s1 Oslo] [c1 has long insisted] [q1 it was over].", null)]
    [InlineData("[s1 Oslo] [c1 wants] [q1 it to end].", null)]
    [InlineData("[s1 Oslo’s] [c1 proposal for] [q1 a truce] failed.", null)]
    [InlineData("[s1 Oslo] [c1 said] [q1 it would be over on Monday].", "2024-01-26")]
    public void The_day_of_saying_is_told_from_the_day_spoken_of(string marked, string? said) =>
        Assert.Equal(said, MarkedArticle.Resolve(marked, published: "2024-01-26").Attributions[0].Said?.Value);

    [Fact]
    public void A_dated_report_does_not_date_what_its_source_said() =>
        Assert.Null(MarkedArticle.Resolve("[s1 Reuters] [c1 reported] on January 25 [q1 that [s2 Cairo] [c2 rejected] [q2 the plan]].", published: "2024-01-26").Attributions[1].Said);

    [Fact]
    public void In_a_history_the_same_speaker_goes_on_at_the_same_date()
    {
        var resolved = MarkedArticle.Resolve("In 1997, [s1 Kennan] [c1 predicted] [q1 a crisis]. [s2 Kennan] [c2 argued] [q2 it was needless]. In 1991 and 1994 much had changed.", published: "2024-01-26").Attributions;

        Assert.Equal(["1997", "1997"], resolved.Select(one => one.Said?.Value));
    }

    [Fact]
    public void In_a_transcript_the_first_person_is_the_speaker_of_the_turn_and_he_stands_in_the_chain_of_what_he_reports()
    {
        var resolved = MarkedArticle.Resolve(
            "Host: welcome, Lena Fors.\nFors: [s1 I] [c1 think] [q1 it fails]. [s2 Cairo] [c2 said] [q2 it would]. [q3 It is late.]",
            outlet: "Radio One", published: "2023-06-01", transcript: true).Attributions;

        Assert.Equal(["Lena Fors", "Egypt", "Lena Fors"], resolved.Select(one => one.Actor?.Name));
        Assert.Equal(["Radio One", "Lena Fors"], resolved[1].Via.Select(link => link.Actor));
        Assert.Empty(resolved[0].Via);
    }

    [Fact]
    public void Each_field_tells_the_rule_and_the_words_behind_it()
    {
        var one = MarkedArticle.Resolve("[s1 Lena Fors] [c1 said] on Monday [q1 it was over].", published: "2024-01-26").Attributions[0];

        Assert.Equal(["actor", "sourcing", "said"], one.Why.Select(why => why.Field));
        Assert.All(one.Why, why => Assert.NotEmpty(why.Rule));
    }

    [Theory]
    [InlineData("[s1 Serbian defence minister Goran Petrak] [c1 said] [q1 no].", "Goran Petrak", "SRB")]
    [InlineData("[s1 Kosovo’s foreign minister, Arta Berisha,] [c1 said] [q1 no].", "Arta Berisha", "XKX")]
    [InlineData("[s1 Lidya Haile of the Horn Policy Centre] [c1 said] [q1 no].", "Lidya Haile", null)]
    public void A_person_belongs_to_the_country_of_the_post(string marked, string actor, string? country)
    {
        var one = MarkedArticle.Resolve(marked, published: "2023-06-01").Attributions[0];

        Assert.Equal((actor, ActorKind.Person, country, Sourcing.Named), (one.Actor?.Name, one.Actor?.Kind, one.Actor?.Country, one.Sourcing));
    }

    [Fact]
    public void The_country_stays_with_the_name_when_it_comes_again() => Assert.Equal("SRB", MarkedArticle.Resolve(
        "[s1 Serbian defence minister Goran Petrak] [c1 said] [q1 no]. [s2 Petrak] [c2 added] [q2 more].", published: "2023-06-01").Attributions[1].Actor?.Country);

    [Theory]
    [InlineData("[s1 Lena Fors, who visited Yerevan in April,] [c1 said] [q1 it was over].")]
    [InlineData("[s1 Jakarta], which leads the bloc this year, [c1 says] [q1 it was over].")]
    public void A_date_in_a_clause_on_the_source_does_not_date_what_was_said(string marked) =>
        Assert.Equal("2023-06-01", MarkedArticle.Resolve(marked, published: "2023-06-01").Attributions[0].Said?.Value);

    [Fact]
    public void A_medium_is_no_group() => Assert.NotEqual("Reuters", MarkedArticle.Resolve(
        "[s1 Lena Fors] [c1 told] Reuters [q1 that [s2 the group] [c2 rejected] [q2 the plan]].", published: "2023-06-01").Attributions[1].Actor?.Name);

    [Theory]
    [InlineData("[s1 Two unnamed officials] [c1 said] [q1 no].", 2)]
    [InlineData("[s1 A dozen diplomats] [c1 said] [q1 no].", 12)]
    [InlineData("[s1 A senior official] [c1 said] [q1 no].", 1)]
    [InlineData("[s1 Officials] [c1 said] [q1 no].", null)]
    [InlineData("[s1 Lena Fors] [c1 said] [q1 no].", null)]
    public void The_number_of_sources_is_told_where_the_text_says_it(string marked, int? count) =>
        Assert.Equal(count, MarkedArticle.Resolve(marked, published: "2023-06-01").Attributions[0].SourceCount);

    [Fact]
    public void Resolving_twice_and_in_parallel_gives_the_same()
    {
        var article = MarkedArticle.Attributed("[s1 Lena Fors] [c1 told] Bloomberg [q1 that [s2 Moscow] [c2 wants] [q2 talks]].", byline: "Jo Marsh", published: "2024-01-26");
        var resolver = new Parley.Resolution.Resolver(Parley.Resolution.Actors.ActorDirectory.BuiltIn);
        var first = Describe(resolver.Resolve(article));

        Assert.All(Enumerable.Range(0, 32).AsParallel().Select(_ => Describe(resolver.Resolve(article))), other => Assert.Equal(first, other));

        static string Describe(Parley.Resolution.ResolvedArticle article) => string.Join('\n', article.Attributions.Select(one =>
            $"{one.StatementId} {one.Actor} {string.Join('>', one.Via)} {one.Sourcing} {one.Said} {one.Addressee} {string.Join(';', one.Why)}"));
    }

    [Theory]
    [InlineData("[s1 The newspaper El Faro] [c1 said] [q1 the pass is shut].", "El Faro", ActorKind.Outlet)]
    [InlineData("The fund spoke. [s1 The rebel-run health ministry] [c1 said] [q1 the pass is shut].", "rebel-run health ministry", ActorKind.Organisation)]
    [InlineData("[s1 A diplomat quoted by El Faro] [c1 said] [q1 the pass is shut].", "diplomat", ActorKind.Group)]
    public void A_medium_goes_by_its_name_and_a_described_body_by_its_description(string marked, string actor, ActorKind kind)
    {
        var source = MarkedArticle.Resolve(marked).Attributions[0].Actor;

        Assert.Equal((actor, kind), (source?.Name, source?.Kind));
    }

    [Fact]
    public void Of_two_surnames_the_first_alone_means_the_same_person() => Assert.Equal("Maria Gomez Ruiz", MarkedArticle.Resolve(
        "The envoy Maria Gomez Ruiz came. [s1 Gomez] [c1 said] [q1 the pass is shut].").Attributions[0].Actor?.Name);

    [Fact]
    public void What_somebody_turns_down_is_not_his_own() => Assert.Null(MarkedArticle.Resolve(
        "[s1 Salva Kora] [c1 denied] [q1 [c2 reports that] [q2 the pass is shut]].").Attributions[1].Actor);
}
