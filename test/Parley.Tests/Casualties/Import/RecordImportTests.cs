using Parley.Casualties.Import;
using Parley.Casualties.Register;
using Parley.Records;
using Xunit;

namespace Parley.Tests.Casualties.Import;

public sealed class RecordImportTests
{
    [Fact]
    public void A_row_becomes_a_record_whose_values_have_their_evidence()
    {
        var result = Csv("id,name,birth_date,death_date,sex,status,source,source_kind,reliability,citation\n"
            + "7,Иванов Сергей Петрович,1990-05,03.02.2023,male,killed,Tver Daily,local-media,B,page 2\n");
        Assert.Empty(result.Faults);
        var record = Assert.Single(result.Records);
        Assert.Equal(("Иванов", "Сергей", "Петрович"), (record.Person.FamilyName, record.Person.GivenName, record.Person.Patronymic));
        Assert.Equal(new PartialDate(1990, 5), record.Person.Birth);
        Assert.Equal(new PartialDate(2023, 2, 3), record.Incident.Date);
        Assert.Equal((CasualtyStatus.Killed, PersonSex.Male), (record.Status, record.Person.Sex));
        var birth = Assert.Single(record.Evidence, e => e.Field == "birth_date");
        Assert.Equal(("1990-05", "Tver Daily", "page 2"), (birth.Value, birth.Source.Name, birth.Citation));
    }

    [Theory]
    [InlineData("1,Иванов,1980-02-31,,", "line 2, column birth_date", "no date")]
    [InlineData("1,Иванов,,200,", "line 2, column age", "no age")]
    [InlineData("1,Иванов,,-3,", "line 2, column age", "no age")]
    [InlineData("1,Иванов,,,dead", "line 2, column status", "not known")]
    [InlineData("1,,1980,,killed", "line 2", "no name")]
    [InlineData("1,Иванов,,,\n1,Петров,,,", "line 3, column id", "used before")]
    public void With_one_fault_nothing_is_imported(string rows, string place, string problem)
    {
        var result = Csv("id,surname,birth_date,age,status\n" + rows + "\n9,Белов,1991,,killed\n");
        Assert.Empty(result.Records);
        var fault = Assert.Single(result.Faults);
        Assert.Equal(place, fault.Place);
        Assert.Contains(problem, fault.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fault_of_a_file_is_told_at_once()
    {
        var result = Csv("surname,birth_date,age\nИванов,1980-13-01,200\nПетров,1990,abc\n");
        Assert.Equal(["line 2, column birth_date", "line 2, column age", "line 3, column age"], result.Faults.Select(f => f.Place));
    }

    [Fact]
    public void A_mapping_names_the_columns()
    {
        var mapping = ImportMapping.Read("# ours\nФамилия = surname\nРодился = birth_date\n", "map.txt");
        var result = RecordImport.ReadCsv(new StringReader("Фамилия;Родился\nИванов;1980\n"), "list.csv", mapping);
        Assert.Equal(new PartialDate(1980), Assert.Single(result.Records).Person.Birth);
        Assert.Contains("not there", Assert.Single(RecordImport.ReadCsv(new StringReader("surname\nИванов\n"), "list.csv", ImportMapping.Read("Nachname = surname", "m")).Faults).Problem, StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => ImportMapping.Read("a = b", "map.txt"));
    }

    [Fact]
    public void Names_of_mixed_script_are_warned_of() =>
        Assert.Contains("mixes", Assert.Single(Csv("surname\nИвaнов\n").Warnings).Problem, StringComparison.Ordinal);

    [Theory]
    [InlineData("{\"surname\":\"Иванов\",\"age\":30}", 1, 0)]
    [InlineData("{\"surname\":\"Иванов\",\"age\":300}", 0, 1)]
    [InlineData("[1]", 0, 1)]
    [InlineData("{\"surname\":", 0, 1)]
    [InlineData("", 0, 0)]
    public void Json_lines_are_read_by_the_same_rules(string line, int records, int faults)
    {
        var result = RecordImport.ReadJsonLines(new StringReader(line + "\n"), "list.jsonl", ImportMapping.ByName);
        Assert.Equal((records, faults), (result.Records.Length, result.Faults.Length));
    }

    [Theory]
    [InlineData("a,b\n1,2\n", "1|2")]
    [InlineData("a;b\r\n\"x;\"\"y\"\"\";2\r\n", "x;\"y\"|2")]
    [InlineData("\uFEFFa\tb\n\"two\nlines\"\t\n\n", "two\nlines|")]
    [InlineData("a,b\n1", "1|")]
    public void Csv_is_read_as_programs_write_it(string text, string row)
    {
        var csv = new CsvReader(new StringReader(text));
        Assert.Equal(["a", "b"], csv.Headings);
        Assert.True(csv.Read());
        Assert.Equal(row, $"{csv[0]}|{csv[1]}");
        Assert.False(csv.Read());
    }

    private static ImportResult Csv(string text) => RecordImport.ReadCsv(new StringReader(text), "list.csv", ImportMapping.ByName);
}
