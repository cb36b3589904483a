using Parley.Records;
using Xunit;

namespace Parley.Tests.Coding;

public sealed class ActTests
{
    [Theory]
    // The cue names the act.
    [InlineData("The envoy denied that any convoy had been stopped.", "The envoy", "denied", "that any convoy had been stopped", Polarity.Denies, null)]
    [InlineData("The envoy did not deny that the convoy was stopped.", "The envoy", "deny", "that the convoy was stopped", Polarity.Confirms, null)]
    [InlineData("Burhan rejected the proposal for a truce.", "Burhan", "rejected", "the proposal for a truce", Polarity.Rejects, "REJECT")]
    [InlineData("The army rejected reports that it had shelled the market.", "The army", "rejected", "reports that it had shelled the market", Polarity.Denies, null)]
    [InlineData("The minister dismissed concerns over the budget.", "The minister", "dismissed", "concerns over the budget", Polarity.Rejects, "REJECT")]
    [InlineData("Houthi leaders demanded an end to the blockade.", "Houthi leaders", "demanded", "an end to the blockade", Polarity.Demands, "REQUEST")]
    [InlineData("She urged both sides to let aid through.", "She", "urged", "both sides to let aid through", Polarity.Demands, "REQUEST")]
    [InlineData("Hamas accused Israel of breaking the truce.", "Hamas", "accused", "Israel of breaking the truce", Polarity.Accuses, "ACCUSE")]
    [InlineData("Petro pledged to suspend offensive operations.", "Petro", "pledged", "to suspend offensive operations", Polarity.Pledges, "AGREE")]
    [InlineData("Tehran threatened to block the strait.", "Tehran", "threatened", "to block the strait", Polarity.Threatens, "THREATEN")]
    [InlineData("The bank forecast growth of 2 percent.", "The bank", "forecast", "growth of 2 percent", Polarity.Predicts, null)]
    [InlineData("Pashinyan admitted that mistakes were made.", "Pashinyan", "admitted", "that mistakes were made", Polarity.Concedes, null)]
    [InlineData("Reporters asked whether talks would resume.", "Reporters", "asked", "whether talks would resume", Polarity.Asks, null)]
    [InlineData("Guterres welcomed the exchange of prisoners.", "Guterres", "welcomed", "the exchange of prisoners", Polarity.Asserts, "SUPPORT")]
    [InlineData("A spokesman confirmed that the strike took place.", "A spokesman", "confirmed", "that the strike took place", Polarity.Confirms, null)]
    [InlineData("Delhi is not willing to accept mediation.", "Delhi", "willing to", "accept mediation", Polarity.Rejects, "REJECT")]
    // The words of the content do.
    [InlineData("He said Baku is ready to sign a treaty.", "He", "said", "Baku is ready to sign a treaty", Polarity.Offers, "AGREE")]
    [InlineData("A military source said the army would send doctors.", "A military source", "said", "the army would send doctors", Polarity.Pledges, "AGREE")]
    [InlineData("A rebel commander said the army would send doctors.", "A rebel commander", "said", "the army would send doctors", Polarity.Predicts, null)]
    [InlineData("The general called the offer an insult.", "The general", "called", "the offer an insult", Polarity.Accuses, "ACCUSE")]
    [InlineData("The general said the latest offer was too little.", "The general", "said", "the latest offer was too little", Polarity.Asserts, null)]
    [InlineData("The general said his side had made an offer.", "The general", "said", "his side had made an offer", Polarity.Offers, "AGREE")]
    [InlineData("\"We are ready for a long fight,\" she said.", "she", "said", "\"We are ready for a long fight,\"", Polarity.Threatens, "THREATEN")]
    [InlineData("He said Baku is not ready to sign a treaty.", "He", "said", "Baku is not ready to sign a treaty", Polarity.Rejects, "REJECT")]
    [InlineData("\"We will never accept partition,\" she said.", "she", "said", "\"We will never accept partition,\"", Polarity.Rejects, "REJECT")]
    [InlineData("\"We will support you for as long as it takes,\" he said.", "he", "said", "\"We will support you for as long as it takes,\"", Polarity.Pledges, "AGREE")]
    [InlineData("Analysts said the front would likely collapse.", "Analysts", "said", "the front would likely collapse", Polarity.Predicts, null)]
    [InlineData("The ministry said the report was false.", "The ministry", "said", "the report was false", Polarity.Denies, null)]
    [InlineData("The ministry said reports that it would give up its demand that the north not join are untrue.", "The ministry", "said", "reports that it would give up its demand that the north not join are untrue", Polarity.Denies, null)]
    [InlineData("Kovar said Selmar would agree to a truce if the ships leave.", "Kovar", "said", "Selmar would agree to a truce if the ships leave", Polarity.Offers, "AGREE")]
    [InlineData("The general said the rebels had violated the ceasefire.", "The general", "said", "the rebels had violated the ceasefire", Polarity.Accuses, "ACCUSE")]
    [InlineData("Kyiv said Russian troops must leave.", "Kyiv", "said", "Russian troops must leave", Polarity.Demands, "REQUEST")]
    [InlineData("\"Who gave the order?\" she said.", "she", "said", "\"Who gave the order?\"", Polarity.Asks, null)]
    [InlineData("\"There will be no truce with those who starve us,\" she said.", "she", "said", "\"There will be no truce with those who starve us,\"", Polarity.Rejects, "REJECT")]
    [InlineData("The front said it will not disarm until the troops leave.", "The front", "said", "it will not disarm until the troops leave", Polarity.Rejects, "REJECT")]
    [InlineData("The general said his forces would not stop until the last rebel laid down his arms.", "The general", "said", "his forces would not stop until the last rebel laid down his arms", Polarity.Rejects, "REJECT")]
    [InlineData("She believed she would win.", "She", "believed", "she would win", Polarity.Predicts, null)]
    [InlineData("He said the rebels had no will for peace.", "He", "said", "the rebels had no will for peace", Polarity.Asserts, null)]
    [InlineData("The adviser said Eritrea would withdraw by December.", "The adviser", "said", "Eritrea would withdraw by December", Polarity.Predicts, null)]
    [InlineData("He added that the movement had not received any written proposal.", "He", "added", "the movement had not received any written proposal", Polarity.Asserts, null)]
    [InlineData("Officials said the town had been taken.", "Officials", "said", "the town had been taken", Polarity.Asserts, null)]
    [InlineData("Aid workers said 20 trucks had crossed.", "Aid workers", "said", "20 trucks had crossed", Polarity.Asserts, null)]
    public void The_act_is_read_from_the_cue_or_from_what_the_source_says(string text, string source, string cue, string content, Polarity polarity, string? plover)
    {
        var statement = CodingSample.Of(text).Says(source, cue, content).Coded().Statements[0];

        Assert.Equal((polarity, plover), (statement.Polarity, statement.Event));
    }

    [Fact]
    public void How_long_something_will_go_on_is_no_condition()
    {
        var statement = CodingSample.Of("Moscow said it will fight until the end.").Says("Moscow", "said", "it will fight until the end", ActorKind.Government, "RUS").Coded().Statements[0];

        Assert.NotEqual(Stance.Conditional, statement.Stance);
        Assert.Null(statement.Condition);
    }

    [Fact]
    public void A_report_of_what_others_offer_is_itself_no_offer()
    {
        var reading = CodingSample.Of("The Herald reported that Hemedti said he was ready to meet Burhan.")
            .Says("The Herald", "reported", "Hemedti said he was ready to meet Burhan", ActorKind.Outlet)
            .Says("Hemedti", "said", "he was ready to meet Burhan", parent: 0)
            .Coded();

        Assert.Equal([Polarity.Asserts, Polarity.Offers], reading.Statements.Select(s => s.Polarity));
    }

    [Theory]
    [InlineData("AZE", Polarity.Pledges)]
    [InlineData("ARM", Polarity.Predicts)]
    public void A_future_is_a_promise_of_ones_own_country_and_a_forecast_of_another(string country, Polarity polarity)
    {
        var statement = CodingSample.Of("Aliyev said Azerbaijan would open the road.")
            .Says("Aliyev", "said", "Azerbaijan would open the road", country: country).Coded().Statements[0];

        Assert.Equal(polarity, statement.Polarity);
    }

    [Theory]
    [InlineData("Balayan said his government would talk to Baku if the blockade was lifted.", "Balayan", "said", "his government would talk to Baku if the blockade was lifted", Polarity.Pledges)]
    [InlineData("Iran warned that it would not tolerate any change.", "Iran", "warned", "it would not tolerate any change", Polarity.Threatens)]
    [InlineData("Solheim warned that famine would spread.", "Solheim", "warned", "famine would spread", Polarity.Predicts)]
    [InlineData("Baku described the report as biased.", "Baku", "described", "the report as biased", Polarity.Accuses)]
    [InlineData("Restrepo called the extension a step towards the end of kidnapping.", "Restrepo", "called", "the extension a step towards the end of kidnapping", Polarity.Asserts)]
    [InlineData("NATO could not confirm the withdrawal.", "NATO", "could not confirm", "the withdrawal", Polarity.Asserts)]
    public void Ones_own_side_a_warning_and_a_judgement_are_told_apart(string text, string source, string cue, string content, Polarity polarity) =>
        Assert.Equal(polarity, CodingSample.Of(text).Says(source, cue, content, source is "Iran" or "NATO" or "Baku" ? ActorKind.Government : ActorKind.Person).Coded().Statements[0].Polarity);

    [Theory]
    [InlineData("Okello said Juba was ready for talks.", "Juba was ready for talks", Polarity.Asserts)]
    [InlineData("Okello said he was ready for talks with Juba.", "he was ready for talks with Juba", Polarity.Offers)]
    [InlineData("Okello said Juba refused to sign the protocol.", "Juba refused to sign the protocol", Polarity.Asserts)]
    public void That_another_is_ready_or_refuses_is_no_offer_or_refusal_of_the_source(string text, string content, Polarity polarity) =>
        Assert.Equal(polarity, CodingSample.Of(text).Says("Okello", "said", content).Mentions("Okello", ActorKind.Person).Mentions("Juba", ActorKind.Government).Coded().Statements[0].Polarity);

    [Fact]
    public void Whoever_is_introduced_by_a_country_speaks_for_it()
    {
        var statement = CodingSample.Of("Karsa President Dora Lind said Karsa will withdraw its ships.").Says("Karsa President Dora Lind", "said", "Karsa will withdraw its ships")
            .Mentions("Karsa", ActorKind.Government).Coded().Statements[0];

        Assert.Equal(Polarity.Concedes, statement.Polarity);
    }

    [Theory]
    [InlineData("“The ministry hands out inaccurate, false figures,” Okello said.", "“The ministry hands out inaccurate, false figures,”", Polarity.Asserts)]
    [InlineData("“The figures are inaccurate and false,” Okello said.", "“The figures are inaccurate and false,”", Polarity.Denies)]
    [InlineData("Okello said the report was false because nobody had been there.", "the report was false because nobody had been there", Polarity.Denies)]
    public void To_call_something_false_denies_but_to_speak_of_false_things_does_not(string text, string content, Polarity polarity) =>
        Assert.Equal(polarity, CodingSample.Of(text).Says("Okello", "said", content).Coded().Statements[0].Polarity);

    [Theory]
    [InlineData("“I doubt the assembly will agree,” Okello said.", "“I doubt the assembly will agree,”", Polarity.Predicts)]
    [InlineData("“We think the road will stay open,” Okello said.", "“We think the road will stay open,”", Polarity.Predicts)]
    [InlineData("“We will keep the road open,” Okello said.", "“We will keep the road open,”", Polarity.Pledges)]
    public void What_the_source_thinks_others_will_do_is_no_promise(string text, string content, Polarity polarity) =>
        Assert.Equal(polarity, CodingSample.Of(text).Says("Okello", "said", content).Coded().Statements[0].Polarity);

    [Fact]
    public void A_denial_of_somebodys_report_is_linked_to_it()
    {
        var reading = CodingSample.Of("Reuters reported that envoys met in Oslo. Talks went on. The palace denied Reuters's report.")
            .Says("Reuters", "reported", "envoys met in Oslo", ActorKind.Outlet)
            .Says("The palace", "denied", "Reuters's report", ActorKind.Organisation).Coded();

        Assert.Equal(["s0"], reading.Statements[1].About);
        Assert.Contains(reading.Statements[1].Why, why => why.Field == "about" && why.Words is not null);
    }

    [Fact]
    public void Every_derived_field_has_its_evidence()
    {
        var sample = CodingSample.Of("Hamas accused Israel of breaking the truce.").Says("Hamas", "accused", "Israel of breaking the truce");
        var statement = sample.Coded().Statements[0];

        Assert.Equal(["polarity", "event", "mode", "issues", "stance"], statement.Why.Select(w => w.Field));
        Assert.Equal("accused", sample.Words(statement.Why[0].Words!.Value));
    }

    [Fact]
    public void A_denial_is_linked_to_what_it_denies()
    {
        var reading = CodingSample.Of("The Star reported that the army shelled the Omdurman market on Monday. The army denied shelling the Omdurman market.")
            .Says("The Star", "reported", "the army shelled the Omdurman market on Monday", ActorKind.Outlet)
            .Says("The army", "denied", "shelling the Omdurman market").Coded();

        Assert.Equal(["s0"], reading.Statements[1].About);
    }

    [Fact]
    public void An_answer_is_linked_to_the_question()
    {
        var reading = CodingSample.Of("She was asked how long the siege would last. \"Until winter,\" the colonel replied.")
            .Says(null, "was asked", "how long the siege would last")
            .Says("the colonel", "replied", "\"Until winter,\"").Coded();

        Assert.Equal(["s0"], reading.Statements[1].About);
    }

    [Theory]
    [InlineData("rejected", "the offer of talks in Nairobi", "REJECT", "meet")]
    [InlineData("demanded", "the release of all prisoners", "REQUEST", "yield")]
    [InlineData("threatened", "to bomb the bridge", "THREATEN", "violence")]
    [InlineData("accused", "the army of burning villages", "ACCUSE", "allege")]
    [InlineData("promised", "to open the road", "AGREE", null)]
    public void An_act_has_the_modes_of_its_type(string cue, string content, string type, string? mode)
    {
        var statement = Assert.Single(CodingSample.Of($"Daran {cue} {content}.").Says("Daran", cue, content, ActorKind.Government).Coded().Statements);

        Assert.Equal((type, mode), (statement.Event, statement.Mode.FirstOrDefault()));
        Assert.Equal(mode is not null, statement.Why.Any(why => why.Field == "mode"));
    }

    [Fact]
    public void An_act_has_contexts_and_mere_information_has_none()
    {
        var reading = CodingSample.Of("Daran demanded that refugees may cross the border. Daran said refugees live at the border.")
            .Says("Daran", "demanded", "refugees may cross the border", ActorKind.Government)
            .Says("Daran", "said", "refugees live at the border", ActorKind.Government).Coded();

        Assert.Equal([["migration", "territory"], []], reading.Statements.Select(s => s.Context.ToArray()));
    }

    [Fact]
    public void Whoever_will_not_come_turns_down_the_meeting()
    {
        var statement = Assert.Single(CodingSample.Of("Salva said he would not attend the conference.").Says("Salva", "said", "he would not attend the conference").Coded().Statements);

        Assert.Equal((Polarity.Rejects, "REJECT"), (statement.Polarity, statement.Event));
    }
}
