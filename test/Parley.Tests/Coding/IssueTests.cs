using Parley.Coding;
using Parley.Language;
using Parley.Records;
using Xunit;

namespace Parley.Tests.Coding;

public sealed class IssueTests
{
    [Theory]
    [InlineData("a ceasefire must start on Friday", "ceasefire")]
    [InlineData("the truce had held for a week", "ceasefire")]
    [InlineData("the warring parties will return to the negotiating table in Jeddah", "peace-talks")]
    [InlineData("mediators had resumed talks in Doha", "peace-talks")]
    [InlineData("Sweden would join NATO within a year", "nato-membership")]
    [InlineData("Moldova's neutrality is not for sale", "neutrality")]
    [InlineData("the treaty must contain security guarantees", "security-guarantees")]
    [InlineData("peacekeepers should patrol the line", "security-guarantees")]
    [InlineData("Kashmir has been and will be an integral part of India's territory", "territory")]
    [InlineData("settlements in the West Bank are growing", "territory")]
    [InlineData("sanctions on oil exports would be lifted", "sanctions")]
    [InlineData("the tankers were on a new sanctions list", "sanctions")]
    [InlineData("Berlin would deliver Taurus missiles as military aid", "military-aid")]
    [InlineData("the ELN would lay down its weapons and demobilise", "demilitarisation")]
    [InlineData("Hezbollah must disarm south of the river", "demilitarisation")]
    [InlineData("denazification remained the aim", "denazification")]
    [InlineData("Iran enriches uranium to 60 percent", "arms-control")]
    [InlineData("the missile programme violated the non-proliferation regime", "arms-control")]
    [InlineData("the junta is illegitimate", "legitimacy")]
    [InlineData("elections would be held by a civilian government", "legitimacy")]
    [InlineData("the Pretoria Agreement had not been implemented", "agreements")]
    [InlineData("our goals are total victory and the destruction of the enemy", "war-aims")]
    [InlineData("troops had advanced on the front line", "military-situation")]
    [InlineData("drones and missiles hit the port", "military-situation")]
    [InlineData("more than 15,000 people had been killed", "casualties")]
    [InlineData("inflation and the budget deficit were rising", "economy")]
    [InlineData("a poll showed that most respondents were tired", "public-opinion")]
    [InlineData("aid convoys could not reach the displaced in Darfur", "humanitarian")]
    [InlineData("the hostages and prisoners would be exchanged", "humanitarian")]
    [InlineData("the orchestra played well", "other")]
    public void The_first_issue_is_the_one_whose_words_weigh_most(string content, string issue)
    {
        var statement = CodingSample.Of($"The envoy said {content}.").Says("The envoy", "said", content).Coded().Statements[0];

        Assert.Equal(issue, statement.Issues[0]);
    }

    [Theory]
    [InlineData("Khartoum demanded", "demanded", "the withdrawal of the militia from cities", Stance.Support)]
    [InlineData("Khartoum vowed", "vowed", "to end the talks", Stance.Oppose)]
    [InlineData("Khartoum vowed", "vowed", "to end the war through talks", Stance.Support)]
    [InlineData("Khartoum demanded", "demanded", "an end to sanctions", Stance.Oppose)]
    [InlineData("Khartoum demanded", "demanded", "that Ukraine not join NATO", Stance.Oppose)]
    [InlineData("Khartoum opposed", "opposed", "peace talks under a foreign flag", Stance.Oppose)]
    [InlineData("Khartoum welcomed", "welcomed", "the ceasefire in the north", Stance.Support)]
    [InlineData("Khartoum denied", "denied", "that peace talks had begun", Stance.Neutral)]
    [InlineData("Khartoum said", "said", "the sanctions were illegal and had failed", Stance.Oppose)]
    public void The_stance_follows_the_act_and_the_words_around_the_issue(string opening, string cue, string content, Stance stance)
    {
        var statement = CodingSample.Of($"{opening} {content}.").Says("Khartoum", cue, content, ActorKind.Government).Coded().Statements[0];

        Assert.Equal(stance, statement.Stance);
    }

    [Theory]
    [InlineData("is ready for talks if the army leaves Khartoum", "if the army leaves Khartoum")]
    [InlineData("will sign the agreement provided that all prisoners are freed", "provided that all prisoners are freed")]
    [InlineData("would accept a ceasefire only after the blockade ends", "only after the blockade ends")]
    [InlineData("is open to negotiations as long as borders are respected", "as long as borders are respected")]
    [InlineData("would release the captives in exchange for fuel", "in exchange for fuel")]
    [InlineData("would send a delegation to the talks once the shelling stops", "once the shelling stops")]
    [InlineData("will not sign a ceasefire until every prisoner is home", "until every prisoner is home")]
    [InlineData("will not disarm unless the troops leave", "unless the troops leave")]
    [InlineData("will not hold talks as long as the siege goes on", "as long as the siege goes on")]
    public void A_condition_is_given_in_its_own_words(string what, string condition)
    {
        var sample = CodingSample.Of($"The movement said it {what}.").Says("The movement", "said", $"it {what}", ActorKind.Organisation, "SDN");
        var statement = sample.Coded().Statements[0];

        Assert.Equal(Stance.Conditional, statement.Stance);
        Assert.Equal(condition, sample.Words(statement.Condition!.Value));
    }

    [Theory]
    [InlineData("will not hold talks until Monday")]
    [InlineData("will not hold talks until 4 May")]
    [InlineData("will release the captives at once")]
    [InlineData("will once again open the road")]
    [InlineData("will stay in the talks for as long as it takes")]
    [InlineData("rejects a truce in exchange for fuel")]
    public void Times_and_prices_that_are_turned_down_are_no_conditions(string what)
    {
        var statement = CodingSample.Of($"The movement said it {what}.").Says("The movement", "said", $"it {what}", ActorKind.Organisation, "SDN").Coded().Statements[0];
        Assert.NotEqual(Stance.Conditional, statement.Stance);
    }

    [Fact]
    public void An_outlet_that_reports_takes_no_stance()
    {
        var statement = CodingSample.Of("The Gazette reported that the ceasefire is a success.")
            .Says("The Gazette", "reported", "the ceasefire is a success", ActorKind.Outlet).Coded().Statements[0];

        Assert.Equal(Stance.Neutral, statement.Stance);
    }

    [Theory]
    [InlineData("talks\t5\n", 1, "before the first issue")]
    [InlineData("issue\tWater\tWater\n", 1, "is no key")]
    [InlineData("issue\twater\tWater\nriver+\tten\n", 2, "is no weight")]
    [InlineData("issue\twater\tWater\nissue\twater\tAgain\n", 2, "comes twice")]
    [InlineData("issue\twater\tWater\nriver\n", 2, "at least 2 cells")]
    [InlineData("issue\twater\tWater\nri*\t4\n", 2, "too short")]
    public void A_bad_taxonomy_is_refused_with_file_line_and_what_is_expected(string file, int line, string problem)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("parley").FullName, "mine.tsv");
        File.WriteAllText(path, file);

        var error = Assert.Throws<TableFormatException>(() => CodingTables.Load(new CodingTableFiles { Issues = path }));

        Assert.Equal(line, error.Line);
        Assert.StartsWith($"mine.tsv:{line}:", error.Message, StringComparison.Ordinal);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.Contains("expected", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_taxonomy_of_the_users_own_takes_the_place_of_the_default()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("parley").FullName, "water.tsv");
        File.WriteAllText(path, "issue\twater-sharing\tWater sharing\nriver+\t6\ndam+\t6\n");
        var coder = new Coder(CodingTables.Load(new CodingTableFiles { Issues = path }));

        var statement = CodingSample.Of("Cairo said the dam must be filled slowly.").Says("Cairo", "said", "the dam must be filled slowly").Coded(coder: coder).Statements[0];

        Assert.Equal(["water-sharing"], statement.Issues);
    }

    [Fact]
    public void A_missing_taxonomy_file_is_named()
    {
        var error = Assert.Throws<TableFormatException>(() => CodingTables.Load(new CodingTableFiles { Issues = "/nowhere/issues.tsv" }));

        Assert.Contains("/nowhere/issues.tsv", error.Message, StringComparison.Ordinal);
    }
}
