using System.Text;
using Parley.Casualties.Linkage;
using Xunit;

namespace Parley.Tests.Casualties.Linkage;

public sealed class SlipWeightsTests
{
    [Fact]
    public void A_name_that_stands_once_tells_more_of_its_neighbour_than_one_that_many_have()
    {
        var table = RecordTable.Read(new StringReader(Records(("Лапшин", 400), ("Лапшон", 200), ("Лапшинн", 1), ("Дорохов", 5), ("Дорохв", 1), ("Зуев", 1000))), "made.csv");
        var names = (WordComparison)table.Fields[0];
        var slip = names.NearAdjustment(Value(table, "лапшин"), Value(table, "лапшон"));
        var rare = names.NearAdjustment(Value(table, "дорохов"), Value(table, "дорохв"));
        Assert.True(rare > slip + 3, $"{rare:F1} against {slip:F1}");
        Assert.Equal(rare, names.NearAdjustment(Value(table, "дорохв"), Value(table, "дорохов")));
    }

    [Fact]
    public void No_pair_adds_more_than_the_bound_of_its_values()
    {
        var table = RecordTable.Read(new StringReader(Records(("Лапшин", 40), ("Лапшон", 20), ("Лопшин", 1), ("Лапин", 7), ("Лапшиов", 1))), "made.csv");
        var names = (WordComparison)table.Fields[0];
        for (var a = 0; a < names.ValueCount; a++)
        {
            for (var b = 0; b < names.ValueCount; b++)
            {
                if (names.Compare(a, b) == names.NearLevel)
                {
                    Assert.True(names.NearAdjustment(a, b) <= Math.Max(names.MostNearAdjustment(a), names.MostNearAdjustment(b)) + 1e-9);
                }
            }
        }
    }

    [Fact]
    public void A_rare_spelling_is_filed_under_its_frequent_neighbour_and_a_frequent_one_is_not()
    {
        var table = RecordTable.Read(new StringReader(Records(("Лапшин", 40), ("Лапшон", 20), ("Лопшин", 1))), "made.csv");
        var names = (WordComparison)table.Fields[0];
        var filed = names.Neighbours.FiledForms();
        int Filed(string name) => filed[names.Column.Forms[Value(table, name)]];
        Assert.Equal(Filed("лапшин"), Filed("лопшин"));
        Assert.NotEqual(Filed("лапшин"), Filed("лапшон"));
    }

    private static int Value(RecordTable table, string name) =>
        Enumerable.Range(0, table.Fields[0].ValueCount).Single(v => table.Fields[0].Text(v) == name);

    private static string Records(params (string Name, int Count)[] names)
    {
        var text = new StringBuilder("id,surname,region\n");
        var id = 0;
        foreach (var (name, count) in names)
        {
            for (var i = 0; i < count; i++)
            {
                text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{++id},{name},область {i % 7}\n");
            }
        }

        return text.ToString();
    }
}
