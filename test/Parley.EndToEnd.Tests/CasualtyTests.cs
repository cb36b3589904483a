using System.Text.Json;
using Parley.EndToEnd.Tests.Running;
using Xunit;

namespace Parley.EndToEnd.Tests;

public class CasualtyTests
{
    private const string Obituary = "Прощание в Твери\n\nПогиб Сергей Петрович Цветаев из Твери. Ему было 32 года. Сержант погиб 3 февраля 2023 года под Бахмутом.\n";
    private const string Grave = "На кладбище\n\nСержант Цветаев Сергей Петрович (17.05.1990 – 03.02.2023). Погиб под Бахмутом.\n";
    private const string Other = "В Кунгуре\n\nВ Кунгуре простились с Олегом Андреевичем Безруковым. Рядовой родился 14 мая 1991 года. Он погиб в бою 29 марта 2023 года в районе Марьинки.\n";
    private const string Sources = "source,kind,reliability,group\nobituary.txt,obituary,B,\ngrave.txt,cemetery,B,\nother.txt,obituary,C,\n";

    [Fact]
    public void Reports_are_gathered_linked_and_confirmed_by_two_persons()
    {
        using var parley = Gathered();
        Assert.Equal(3, Records(parley).Count);
        Assert.Equal(0, parley.Run("casualties", "link").ExitCode);
        var man = Assert.Single(Records(parley), r => r.GetProperty("surname").GetString() == "Цветаев");
        Assert.Equal(2, Records(parley).Count);
        Assert.Equal(("1990-05-17", "2023-02-03", "сержант"), (Text(man, "birth_date"), Text(man, "death_date"), Text(man, "rank")));
        Assert.Contains(man.GetProperty("evidence").EnumerateArray(), e => Text(e, "field") == "death_place" && Text(e, "words")!.Contains("Бахмут", StringComparison.Ordinal));
        Assert.Equal("no record changed", parley.Run("casualties", "link").Output.Trim());

        var id = Text(man, "id")!;
        Assert.Contains(id, parley.Run("casualties", "review", "--for", "Ann", "--json").Output, StringComparison.Ordinal);
        Assert.Equal(0, parley.Run("casualties", "review", "confirm", id[..6], "--by", "Ann").ExitCode);
        var again = parley.Run("casualties", "review", "confirm", id, "--by", "ANN");
        Assert.Equal(1, again.ExitCode);
        Assert.Contains("another person", Assert.Single(again.ErrorLines), StringComparison.Ordinal);
        Assert.DoesNotContain($"\"ids\":[\"{id}\"]", parley.Run("casualties", "review", "--for", "Ann", "--json").Output, StringComparison.Ordinal);
        Assert.Contains("confirmed", parley.Run("casualties", "review", "confirm", id, "--by", "Bo").Output, StringComparison.Ordinal);
        Assert.Contains("\"level\":\"confirmed\"", parley.Run("casualties", "register", "--format", "jsonl", "--profile", "internal").Output, StringComparison.Ordinal);
        Assert.Contains("Cohen's kappa", parley.Run("casualties", "review", "agreement").Output, StringComparison.Ordinal);
        Assert.Contains("\"reviewer\":\"Bo\"", parley.Run("casualties", "review", "reviewers", "--json").Output, StringComparison.Ordinal);
        Assert.Equal(0, parley.Run("verify").ExitCode);
    }

    [Fact]
    public void A_pair_decided_to_be_two_stays_two_until_the_decision_is_taken_back()
    {
        using var parley = Gathered();
        parley.Run("casualties", "link");
        var mentions = parley.Run("casualties", "link", "--format", "jsonl").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(l => JsonDocument.Parse(l).RootElement).GroupBy(r => Text(r, "cluster")).Single(g => g.Count() == 2).Select(r => Text(r, "id")!).ToArray();
        Assert.Contains("in one cluster", parley.Run("casualties", "explain", mentions[0], mentions[1]).Output, StringComparison.Ordinal);
        Assert.Equal(0, parley.Run("casualties", "review", "different", mentions[0], mentions[1], "--by", "Ann", "--reason", "two graves").ExitCode);
        parley.Run("casualties", "link");
        Assert.Equal(3, Records(parley).Count);
        Assert.Equal(1, parley.Run("casualties", "review", "undecide", mentions[0], mentions[1], "--by", "Bo", "--reason", "not mine").ExitCode);
        Assert.Equal(0, parley.Run("casualties", "review", "undecide", mentions[1], mentions[0], "--by", "Ann", "--reason", "one grave, two stones").ExitCode);
        parley.Run("casualties", "link");
        Assert.Equal(2, Records(parley).Count);
        Assert.Equal(2, parley.Run("casualties", "review", "history", "--json").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(0, parley.Run("verify").ExitCode);
    }

    [Fact]
    public void Two_teams_exchange_their_registers_in_any_order_and_contradictions_go_to_review()
    {
        using var north = Gathered();
        using var south = new ParleyProgram();
        south.Write("list.csv", "id,surname,given_name,patronymic,birth_date,death_date,home,status,source,source_kind,reliability\n"
            + "1,Tsvetaev,Sergei,Petrovich,1991-05-17,2023-02-03,Tver,killed,Plaque,memorial,C\n2,Zhivago,Yuri,,1985,,,missing,Plaque,memorial,C\n");
        Assert.Equal(0, south.Run("casualties", "import", "list.csv").ExitCode);
        Assert.Equal(1, north.Run("casualties", "export").ExitCode);
        Assert.Equal(0, north.Run("casualties", "export", "--team", "North", "--out", "north.jsonl").ExitCode);
        Assert.Equal(0, south.Run("casualties", "export", "--team", "South", "--out", "south.jsonl").ExitCode);
        Assert.DoesNotContain("Zhivago", File.ReadAllText(south.PathOf("south.jsonl")), StringComparison.Ordinal);
        File.Copy(north.PathOf("north.jsonl"), south.PathOf("north.jsonl"));
        File.Copy(south.PathOf("south.jsonl"), north.PathOf("south.jsonl"));

        var damaged = File.ReadAllText(north.PathOf("south.jsonl")).Replace("1991", "1971", StringComparison.Ordinal);
        north.Write("damaged.jsonl", damaged);
        var refused = north.Run("casualties", "merge", "damaged.jsonl");
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("damaged.jsonl: line ", Assert.Single(refused.ErrorLines), StringComparison.Ordinal);

        // One of them says only that South has a mention of somebody who may be alive.
        Assert.Contains("2 new", north.Run("casualties", "merge", "south.jsonl").Output, StringComparison.Ordinal);
        Assert.Contains("3 new", south.Run("casualties", "merge", "north.jsonl").Output, StringComparison.Ordinal);
        Assert.Contains("0 new, 2 known", north.Run("casualties", "merge", "south.jsonl").Output, StringComparison.Ordinal);
        Assert.Equal(Body(north), Body(south));

        var man = Assert.Single(Records(north), r => Text(r, "surname") is "Цветаев" or "Tsvetaev");
        Assert.Contains(man.GetProperty("conflicts").EnumerateArray(), c => Text(c, "field") == "birth_date");
        Assert.Contains("\"field\":\"birth_date\"", north.Run("casualties", "review", "--kind", "conflict", "--json").Output, StringComparison.Ordinal);
        Assert.Contains("Zhivago", south.Run("casualties", "register", "--format", "jsonl", "--profile", "internal").Output, StringComparison.Ordinal);
        Assert.Equal(0, north.Run("verify").ExitCode);
        Assert.Equal(0, south.Run("verify").ExitCode);
    }

    [Fact]
    public void An_update_reads_links_estimates_and_says_what_moved_and_why()
    {
        using var parley = Read();
        var first = Update(parley);
        Assert.Equal((3, 2), (first.GetProperty("articles").GetInt32(), first.GetProperty("records").GetArrayLength()));
        Assert.True(first.GetProperty("moved").GetBoolean());
        var before = File.ReadAllBytes(parley.PathOf("parley.db")).Length;
        var second = Update(parley);
        Assert.False(second.GetProperty("moved").GetBoolean());
        Assert.Equal(0, second.GetProperty("articles").GetInt32());
        Assert.Equal(second.GetProperty("since").GetInt64(), Update(parley).GetProperty("since").GetInt64());
        Assert.Equal(before, File.ReadAllBytes(parley.PathOf("parley.db")).Length);

        parley.Write("new.txt", "В Омске\n\nПогиб Никита Павлович Орлов из Омска. Рядовой погиб 2 июля 2023 года под Кременной.\n");
        parley.Run("read", "new.txt");
        var id = Text(Records(parley)[0], "id")!;
        parley.Run("casualties", "correct", id, "rank", "лейтенант", "--by", "Ann", "--reason", "seen the order");
        var third = Update(parley);
        Assert.Equal(1, third.GetProperty("articles").GetInt32());
        var corrected = Assert.Single(third.GetProperty("records").EnumerateArray(), r => Text(r, "id") == id);
        Assert.Contains("лейтенант", Text(corrected, "what"), StringComparison.Ordinal);
        Assert.Contains(corrected.GetProperty("why").EnumerateArray(), w => Text(w, "who") == "Ann" && Text(w, "reason") == "seen the order");
        Assert.Contains(third.GetProperty("records").EnumerateArray(), r => Text(r, "change") == "new");
        Assert.Equal("1 person new", third.GetProperty("estimate").GetProperty("causes")[0].GetString());
        Assert.Contains("it did not move", parley.Run("casualties", "update", "--sources", "sources.csv").Output, StringComparison.Ordinal);
        Assert.Equal(0, parley.Run("verify").ExitCode);
    }

    private static ParleyProgram Read()
    {
        var parley = new ParleyProgram();
        parley.Write("obituary.txt", Obituary);
        parley.Write("grave.txt", Grave);
        parley.Write("other.txt", Other);
        parley.Write("sources.csv", Sources);
        Assert.Equal(0, parley.Run("read", "obituary.txt", "grave.txt", "other.txt").ExitCode);
        return parley;
    }

    private static ParleyProgram Gathered()
    {
        var parley = Read();
        var gathered = parley.Run("casualties", "gather", "--sources", "sources.csv");
        Assert.Contains("3 articles read, 3 mentions of casualties", gathered.Output, StringComparison.Ordinal);
        return parley;
    }

    private static List<JsonElement> Records(ParleyProgram parley) =>
        [.. parley.Run("casualties", "register", "--format", "jsonl", "--profile", "internal").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];

    private static JsonElement Update(ParleyProgram parley) => JsonDocument.Parse(parley.Run("casualties", "update", "--sources", "sources.csv", "--json").Output).RootElement;

    /// <summary>A team's package without its heading, which names the team and the ledger.</summary>
    private static string Body(ParleyProgram parley) => parley.Run("casualties", "export").Output.Split('\n', 2)[1];

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
