using System.Globalization;
using System.Text.Json;
using Parley.EndToEnd.Tests.Running;
using Xunit;

namespace Parley.EndToEnd.Tests;

/// <summary>Five days of three outlets on an invented war, with forty copies of one story, read once and asked by every command that compares.</summary>
public sealed class WarOfClaimsTests(WarOfClaimsTests.Reports reports) : IClassFixture<WarOfClaimsTests.Reports>
{
    private const string Offer = "hand back the Belik bridge";

    [Fact]
    public void A_syndicated_story_is_one_origin_however_often_it_is_printed_and_a_minister_who_confirms_it_is_another()
    {
        var before = Claims("--text", Offer, "--until", "2026-03-02", "--as-of", "2026-03-02").MaxBy(c => c.GetProperty("statementIds").GetArrayLength());
        Assert.True(before.GetProperty("statementIds").GetArrayLength() >= 40);
        Assert.Equal(1, before.GetProperty("origins").GetInt32());
        Assert.Equal("open", before.GetProperty("state").GetString());

        var after = Claims("--text", Offer, "--state", "denied-and-confirmed").Single();
        Assert.Equal(2, after.GetProperty("origins").GetInt32());
        Assert.Contains("Viktor Lasar", Names(after, "deniedBy"));
        Assert.Contains("Elga Sorin", Names(after, "confirmedBy"));
    }

    [Fact]
    public void Two_witnesses_stay_two_though_their_outlet_repeats_them_and_one_withdraws()
    {
        var claim = Claims("--text", "rocket market").Single(c => c.GetProperty("origins").GetInt32() > 1);
        Assert.Equal(2, claim.GetProperty("origins").GetInt32());
        Assert.Equal("open", claim.GetProperty("state").GetString());
        Assert.Contains("Mirel Danova withdrew", Brief("full", "2026-03-05", "2026-03-06"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_report_of_an_agency_stands_beside_the_denial_of_the_press_secretary()
    {
        var brief = Brief("short", "2026-03-03", "2026-03-03");
        var takeaway = brief.Split('\n').Single(l => l.StartsWith("1. ", StringComparison.Ordinal));
        Assert.Contains(Offer, takeaway, StringComparison.Ordinal);
        Assert.Contains("**Viktor Lasar**, Karsa’s presidential press secretary, denied", takeaway, StringComparison.Ordinal);
        Assert.DoesNotContain("ODRIN**", brief, StringComparison.Ordinal);
    }

    [Fact]
    public void The_dead_are_compared_by_claimant_and_never_with_all_casualties()
    {
        var figures = Brief("standard", "2026-03-02", "2026-03-03");
        var rows = figures.Split('\n').SkipWhile(l => !l.StartsWith("**Killed, in persons", StringComparison.Ordinal)).Skip(1).SkipWhile(l => !l.StartsWith('|')).TakeWhile(l => l.StartsWith('|')).ToList();
        foreach (var (claimant, number) in new[] { ("Tavria’s defence ministry", "140"), ("Belik Monitor", "212"), ("Karsa’s health ministry", "95") })
        {
            Assert.Contains(rows, r => r.Contains(claimant, StringComparison.Ordinal) && r.Contains($"‘{number}’", StringComparison.Ordinal));
        }

        Assert.DoesNotContain(rows, r => r.Contains("900", StringComparison.Ordinal));
        Assert.Contains("the measures differ: killed and casualties", figures, StringComparison.Ordinal);
    }

    [Fact]
    public void A_governments_growth_forecast_competes_with_that_of_an_international_body()
    {
        var conflicts = reports.Parley.Run("conflicts", "--kind", "competing-figures", "--text", "growth", "--format", "table").Output;
        Assert.Contains("3.1 percent", conflicts, StringComparison.Ordinal);
        Assert.Contains("0.8 percent", conflicts, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pledge_is_past_its_deadline_only_while_nobody_says_that_it_was_kept()
    {
        var brief = Brief("standard", "2026-03-05", "2026-03-06");
        Assert.Contains("; the deadline was 4 March 2026, and **Jana Mirk**", brief[..brief.IndexOf("## What changed", StringComparison.Ordinal)], StringComparison.Ordinal);
        var pledge = brief.Split('\n').Single(l => l.StartsWith('|') && l.Contains("power to Belik would be restored", StringComparison.Ordinal));
        Assert.Contains("said: ‘Power to Belik has not been restored’", pledge, StringComparison.Ordinal);
        Assert.DoesNotContain("the ferry to Lodra would run", reports.Parley.Run("conflicts", "--kind", "broken-pledge").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void He_who_says_the_opposite_of_what_he_said_contradicts_himself()
    {
        var conflict = Lines("conflicts", "--kind", "self-contradiction").Single();
        Assert.Equal(2, conflict.GetProperty("statementIds").GetArrayLength());
        Assert.Empty(Lines("conflicts", "--kind", "self-contradiction", "--as-of", "2026-03-03"));
    }

    [Fact]
    public void A_position_is_that_of_the_day_asked_for_and_its_conditions_are_answered()
    {
        Assert.Equal("if Tavria recognises the river as the border", Condition("2026-03-02"));
        Assert.Equal("unless Tavria lifts its sanctions", Condition("2026-03-06"));
        var brief = Brief("standard", "2026-03-05", "2026-03-06");
        Assert.Contains("changed the condition on ceasefire, from ‘provided that Tavria lifts its sanctions and that the river is recognised as the border’", brief, StringComparison.Ordinal);
        Assert.Contains("an answer that grants a part of it: **Sofia Lind**", brief, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_denied_is_not_demanded()
    {
        Assert.DoesNotContain("the resignation of President Moran", reports.Parley.Run("positions").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("**Tavria** demanded", Brief("full", "2026-03-03", "2026-03-03"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_record_of_an_outlet_tells_what_became_of_its_claims_and_who_had_them_first()
    {
        var row = Brief("full", "2026-03-05", "2026-03-06").Split('\n').Single(l => l.StartsWith("| **Meridian News Agency**", StringComparison.Ordinal));
        var cells = row.Split('|').Select(c => c.Trim()).ToList();
        Assert.NotEqual("0", cells[3]);
        Assert.Equal(("1", "1"), (cells[4], cells[5]));
    }

    [Fact]
    public void A_brief_of_standard_length_does_not_note_forty_copies_one_by_one()
    {
        var notes = Brief("standard", "2026-03-02", "2026-03-03").Split('\n').First(l => l.StartsWith("1. ", StringComparison.Ordinal)).Split("[^").Length - 1;
        Assert.InRange(notes, 2, 8);
    }

    [Theory]
    [InlineData("statements")]
    [InlineData("figures")]
    [InlineData("agreements")]
    [InlineData("forecasts")]
    [InlineData("actors")]
    [InlineData("export statements")]
    [InlineData("export figures")]
    [InlineData("export actors")]
    [InlineData("export claims")]
    [InlineData("claims")]
    [InlineData("conflicts")]
    [InlineData("positions")]
    public void Every_question_can_be_asked_as_known_on_a_day_by_publication_and_by_gathering(string question)
    {
        var words = question.Split(' ');
        var today = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var all = Lines(words).Count;
        Assert.NotEqual(0, all);
        Assert.Equal(all, Lines([.. words, "--as-of", "2026-03-09", "--gathered-by", today]).Count);
        Assert.InRange(Lines([.. words, "--as-of", "2026-03-03"]).Count, 0, all - 1);
        Assert.Empty(Lines([.. words, "--as-of", "2026-02-01"]));
        Assert.Empty(Lines([.. words, "--gathered-by", "2026-02-01"]));
    }

    private string Condition(string day) => Lines("positions", "--actor", "Pavel Grom", "--issue", "ceasefire", "--as-of", day).Last().GetProperty("condition").GetString()!;

    private List<JsonElement> Claims(params string[] args) => Lines(["claims", .. args]);

    private List<JsonElement> Lines(params string[] args)
    {
        var run = reports.Parley.Run([.. args, "--format", "jsonl"]);
        Assert.True(run.ExitCode == 0, run.Errors);
        return [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];
    }

    private static IEnumerable<string?> Names(JsonElement claim, string field) => claim.GetProperty(field).EnumerateArray().Select(n => n.GetString());

    private string Brief(string length, string since, string until)
    {
        var folder = $"{length}-{since}-{until}";
        var run = reports.Parley.Run("brief", "--since", since, "--until", until, "--length", length, "--out", folder);
        Assert.True(run.ExitCode == 0, run.Errors);
        return File.ReadAllText(reports.Parley.PathOf($"{folder}/brief.md"));
    }

    /// <summary>The reports, read once for all questions.</summary>
    public sealed class Reports : IDisposable
    {
        private const string Wire =
            """
            Karsa offered to hand back Belik bridge, sources say

            By Tomas Hale, Meridian News Agency, 2 March 2026

            ODRIN, March 2 (Meridian) — Karsa has offered to hand back the Belik bridge in exchange for the lifting of Tavrian sanctions, three people briefed on the talks told Meridian.

            The people spoke on condition of anonymity because the talks are confidential. One of them said President Ilya Moran of Karsa had approved the text on Saturday.
            """;

        private const string FirstDay =
            """
            Karsa shells border town as talks open in Odrin

            By Mira Dalen, The Odrin Courier, 2 March 2026

            ODRIN — Karsa and Tavria opened talks on a ceasefire in the city of Odrin on Monday, a day after shells struck the Tavrian border town of Belik.

            Tavria’s defence ministry said 140 civilians had been killed in Belik since the start of the year. The Belik Monitor, an independent group, counted 212 civilians killed in Belik over the same period. According to Karsa’s health ministry, 95 civilians have been killed in Belik this year. Tavria’s defence ministry said there had been 900 casualties among civilians in Belik.

            “We will not sign anything before every prisoner is home,” Tavrian Foreign Minister Lena Orsova told reporters. Karsa’s chief negotiator, Pavel Grom, said his side would agree to a ceasefire if Tavria recognises the river as the border.

            Tavria’s government expects the economy to grow by 3.1 percent in 2026. The World Lending Fund forecasts growth of 0.8 percent for Tavria in 2026.

            Karsa’s energy minister, Dorin Vasko, pledged that power to Belik would be restored by March 4. Tavria’s transport minister, Hela Brin, pledged that the ferry to Lodra would run again by March 4.

            Grom said that Karsa’s forces had never shelled Belik.
            """;

        private const string SecondDay =
            """
            Karsa says no offer was made

            By Anna Reiss, The Odrin Courier, 3 March 2026

            ODRIN — Karsa’s presidential press secretary, Viktor Lasar, on Tuesday denied a report by Meridian that Karsa had offered to hand back the Belik bridge in exchange for the lifting of Tavrian sanctions.

            Two diplomats said Orsova would travel to Odrin on Wednesday. Lena Orsova denied that Tavria demands the resignation of President Moran.

            Pavel Grom, Karsa’s chief negotiator, said Karsa would sign a ceasefire provided that Tavria lifts its sanctions and that the river is recognised as the border.
            """;

        private const string Witnesses =
            """
            Witnesses describe strike on Belik market

            By Kato Brun, Lowland Radio, 3 March 2026

            BELIK — A Karsan rocket hit the market in Belik on Monday morning, said Mirel Danova, a baker who was at the market.

            “The rocket hit the market just after nine,” said Oskar Tolm, a bus driver.
            """;

        private const string FourthDay =
            """
            Karsa power pledge lapses

            By Mira Dalen, The Odrin Courier, 5 March 2026

            ODRIN — Power to Belik has not been restored, the town’s mayor, Jana Mirk, said on Thursday. The ferry to Lodra runs again, said Piet Onden, a fisherman.

            Tavria recognised the river as the border on Thursday, President Sofia Lind announced.

            Pavel Grom acknowledged that Karsa’s forces had shelled Belik on 1 March.
            """;

        private const string Correction =
            """
            Belik market: a witness withdraws

            By Kato Brun, Lowland Radio, 5 March 2026

            BELIK — Mirel Danova withdrew her account that a Karsan rocket hit the market in Belik, saying she had not been at the market on Monday.

            Lowland Radio reported on Tuesday that a Karsan rocket had hit the market in Belik.
            """;

        private const string FifthDay =
            """
            Minister confirms bridge offer after days of denials

            By Tomas Hale, Meridian News Agency, 6 March 2026

            ODRIN, March 6 (Meridian) — Karsa’s foreign minister, Elga Sorin, confirmed on Friday that Karsa had offered to hand back the Belik bridge in exchange for the lifting of Tavrian sanctions.

            Karsa’s chief negotiator, Pavel Grom, demanded that Tavria withdraw its troops from the east bank by 20 March. Grom said Karsa would no longer agree to a ceasefire unless Tavria lifts its sanctions.

            Tavria’s foreign ministry accused Karsa of breaking the Odrin accord of 12 May 2024. It said 30,000 people had fled Belik.
            """;

        public Reports()
        {
            foreach (var (name, text) in new[] { ("1", FirstDay), ("wire", Wire), ("2", SecondDay), ("3", Witnesses), ("4", FourthDay), ("5", Correction), ("6", FifthDay) })
            {
                Parley.Write($"in/{name}.txt", text);
            }

            for (var i = 1; i <= 40; i++)
            {
                Parley.Write($"in/copy{i}.txt", Wire.Replace("By Tomas Hale, Meridian News Agency", $"By Meridian, The {i}th Paper", StringComparison.Ordinal));
            }

            var run = Parley.Run("read", "in");
            Assert.True(run.ExitCode == 0, run.Errors);
        }

        internal ParleyProgram Parley { get; } = new();

        public void Dispose() => Parley.Dispose();
    }
}
