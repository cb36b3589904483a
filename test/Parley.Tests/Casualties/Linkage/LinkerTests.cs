using System.Globalization;
using System.Text;
using Parley.Casualties.Linkage;
using Xunit;

namespace Parley.Tests.Casualties.Linkage;

public sealed class LinkerTests
{
    private static readonly string[] Families =
        ["Абрамов", "Борисенко", "Васильчук", "Гордеев", "Данилин", "Ефремов", "Жданов", "Зимин", "Кравцов", "Лаптев", "Морозов", "Никонов", "Орлов", "Панкратов", "Рябов", "Соловьёв"];

    private static readonly string[] Givens = ["Сергей", "Дмитрий", "Алексей", "Николай", "Михаил", "Павел", "Юрий", "Виктор", "Григорий", "Фёдор"];
    private static readonly string[] Patronymics = ["Сергеевич", "Дмитриевич", "Иванович", "Петрович", "Николаевич", "Юрьевич", "Павлович"];
    private static readonly string[] Places = ["Тверь", "Псков", "Казань", "Пермь", "Омск", "Чита", "Уфа"];

    [Fact]
    public void Records_in_two_scripts_are_linked_without_labels()
    {
        var result = Link(Made(600));
        var score = LinkageScore.Of([.. Enumerable.Range(0, result.Table.Count).Select(result.ClusterId)], [.. result.Table.Ids.Select(i => i.Split('-')[0])]);
        Assert.True(score.Precision >= 0.99, $"precision {score.Precision}");
        Assert.True(score.Recall >= 0.97, $"recall {score.Recall}");
        Assert.InRange(result.Statistics.MixedClusterRate, score.MixedClusters - 0.01, score.MixedClusters + 0.01);
        Assert.InRange(result.Statistics.BlockingRecall, 0.97, 1);
        Assert.InRange(result.Statistics.LinkRecall, score.Recall - 0.03, 1);
    }

    [Fact]
    public void The_audit_sees_what_blocking_misses()
    {
        var table = Made(300);
        var atoms = BlockingAtom.Of(table);
        var passes = BlockingPlan.For(atoms, table.Count, 60);
        var few = new CandidatePairs([.. passes.Where(p => p.Name == "patronymic")], table.Count, 1);
        var result = Link(table);
        int[] clusters = [.. result.Clusters];
        var audit = BlockingAudit.Of(atoms, few, (a, b, _) => result.Explain(a, b).TotalBits * Math.Log(2), clusters, 1, 1);
        var pairs = (from a in Enumerable.Range(0, table.Count) from b in Enumerable.Range(a + 1, table.Count - a - 1) where clusters[a] == clusters[b] select few.Has(a, b)).ToList();
        Assert.InRange(audit.BlockingRecall, pairs.Average(h => h ? 1 : 0) - 0.02, pairs.Average(h => h ? 1 : 0) + 0.02);
        Assert.InRange(audit.BlockingRecall, 0.5, 0.9);
    }

    [Fact]
    public void The_result_does_not_depend_on_threads_or_on_repetition()
    {
        var table = Made(300);
        var one = new Linker(new LinkageOptions { Threads = 1 }).Link(table);
        var four = new Linker(new LinkageOptions { Threads = 4 }).Link(table);
        Assert.Equal(one.Clusters, four.Clusters);
        Assert.Equal(one.Pairs, four.Pairs);
    }

    [Fact]
    public void Every_match_is_explained_by_weights_that_add_up_to_its_odds()
    {
        var result = Link(Made(300));
        foreach (var pair in result.Pairs.Take(50).Concat(result.Pairs.TakeLast(50)))
        {
            var explanation = result.Explain(pair.First, pair.Second);
            Assert.Equal(pair.LogOdds / Math.Log(2), explanation.TotalBits, 6);
            Assert.Contains(explanation.Steps, s => s.Field == "family name" && s.First.Length > 0);
        }
    }

    [Fact]
    public void A_rare_name_weighs_more_than_a_frequent_one()
    {
        var text = new StringBuilder("id,surname,given_name,birth_date,region\n");
        for (var i = 0; i < 300; i++)
        {
            var family = i < 200 ? "Иванов" : i < 202 ? "Цветаев" : Families[i % Families.Length];
            text.Append(CultureInfo.InvariantCulture, $"{i},{family},{Givens[i % 10]},{1960 + (i % 40)},{Places[i % 7]}\n");
        }

        var result = Link(RecordTable.Read(new StringReader(text.ToString()), "list.csv"));
        var frequent = result.Explain(0, 10).Steps.Single(s => s.Field == "family name");
        var rare = result.Explain(200, 201).Steps.Single(s => s.Field == "family name");
        Assert.Equal(frequent.Level, rare.Level);
        Assert.True(rare.FrequencyBits > frequent.FrequencyBits + 4);
    }

    [Fact]
    public void Decisions_are_obeyed()
    {
        var table = Made(300);
        var free = Link(table);
        var linked = free.Pairs.First(p => free.Clusters[p.First] == free.Clusters[p.Second]);
        var stranger = Enumerable.Range(0, table.Count).First(r => free.Clusters[r] != free.Clusters[linked.First]);
        var result = new Linker(new LinkageOptions()).Link(table,
        [
            new LinkDecision(table.Ids[linked.First], table.Ids[linked.Second], Same: false, "a", ""),
            new LinkDecision(table.Ids[linked.First], table.Ids[stranger], Same: true, "a", ""),
        ]);
        Assert.NotEqual(result.Clusters[linked.First], result.Clusters[linked.Second]);
        Assert.Equal(result.Clusters[linked.First], result.Clusters[stranger]);
    }

    [Fact]
    public void Decisions_that_contradict_each_other_are_refused()
    {
        var table = Made(20);
        LinkDecision[] decisions =
        [
            new(table.Ids[0], table.Ids[1], true, "", ""), new(table.Ids[1], table.Ids[2], true, "", ""), new(table.Ids[0], table.Ids[2], false, "", ""),
        ];
        Assert.Contains("contradict", Assert.Throws<FormatException>(() => new Linker(new LinkageOptions()).Link(table, decisions)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Brothers_are_not_one_person()
    {
        var text = new StringBuilder(MadeText(400));
        text.Append("b1,Цветаев,Сергей,Павлович,1980-03-01,Псков\nb2,Цветаев,Михаил,Павлович,1984-09-12,Псков\n");
        var result = Link(RecordTable.Read(new StringReader(text.ToString()), "list.csv"));
        Assert.NotEqual(result.Clusters[^2], result.Clusters[^1]);
    }

    [Theory]
    [InlineData("id,surname\n1,Иванов\n1,Петров\n", "more than once: 1")]
    [InlineData("", "empty")]
    [InlineData("colour,taste\nred,sweet\n", "no column to compare by")]
    [InlineData("id,surname\n1,\"Иванов\n", "never closed")]
    [InlineData("id,surname\n1,a,b\n", "3 fields under 2 headings")]
    public void A_table_that_cannot_be_linked_is_refused_with_the_reason(string csv, string reason) =>
        Assert.Contains(reason, Assert.Throws<FormatException>(() => RecordTable.Read(new StringReader(csv), "list.csv")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("1,Иванов,1980-02-31,2023-01-01,", "is no date")]
    [InlineData("1,Иванов,,2023-01-01,200", "is no age")]
    [InlineData("1,Иванов,1990-01-01,1985-01-01,", "one of the dates must be wrong")]
    [InlineData("1,Ивaнов,1990-01-01,2023-01-01,", "mixes Latin and Cyrillic")]
    public void Odd_data_is_warned_of_with_line_and_column(string row, string warning)
    {
        var table = RecordTable.Read(new StringReader("id,surname,birth_date,death_date,age\n" + row + "\n"), "list.csv");
        var fault = Assert.Single(table.Warnings);
        Assert.Contains(warning, fault.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("line 2, column ", fault.Place, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mapping_says_what_columns_hold()
    {
        var overrides = ColumnMap.ReadOverrides("# ours\nWer = full-name\nHerkunft = text\n", "map.txt");
        var table = RecordTable.Read(new StringReader("Wer,Herkunft,other\nСергей Иванов,Тверь,x\n"), "list.csv", overrides);
        Assert.Equal(["other"], table.Map.Unknown);
        Assert.Throws<FormatException>(() => ColumnMap.ReadOverrides("Wer = who\n", "map.txt"));
    }

    [Theory]
    [InlineData("id,surname\n")]
    [InlineData("id,surname\n1,Иванов\n")]
    public void Few_records_are_no_trouble(string csv) =>
        Assert.All(Link(RecordTable.Read(new StringReader(csv), "list.csv")).Clusters, c => Assert.Equal(0, c));

    private static LinkageResult Link(RecordTable table) => new Linker(new LinkageOptions()).Link(table, null, TestContext.Current.CancellationToken);

    private static RecordTable Made(int persons) => RecordTable.Read(new StringReader(MadeText(persons)), "made.csv");

    /// <summary>Two records of each person; the second in Latin letters, a third of them with a slip, some without patronymic.</summary>
    private static string MadeText(int persons)
    {
        var random = new Random(5);
        var scheme = Transliteration.Scheme("icao_doc_9303");
        var text = new StringBuilder("id,surname,given_name,patronymic,birth_date,region\n");
        for (var i = 0; i < persons; i++)
        {
            var family = Families[random.Next(Families.Length)];
            var given = Givens[random.Next(Givens.Length)];
            var patronymic = Patronymics[random.Next(Patronymics.Length)];
            var birth = new DateOnly(1965, 1, 1).AddDays(random.Next(14000)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var place = Places[random.Next(Places.Length)];
            text.Append(CultureInfo.InvariantCulture, $"{i}-a,{family},{given},{patronymic},{birth},{place}\n");
            var slip = random.Next(3) == 0 ? family.Remove(random.Next(1, family.Length), 1) : family;
            var father = random.Next(4) == 0 ? "" : scheme.Apply(patronymic);
            text.Append(CultureInfo.InvariantCulture, $"{i}-b,{scheme.Apply(slip)},{scheme.Apply(given)},{father},{birth},{place}\n");
        }

        return text.ToString();
    }
}
