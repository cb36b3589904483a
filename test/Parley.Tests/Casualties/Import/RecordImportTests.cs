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
        var birth = Assert.Single(record.Evidence, e => e.Field == RegisterField.BirthDate);
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
        Assert.Equal((records, faults), (result.Mentions.Length, result.Faults.Length));
    }

    [Fact]
    public void The_same_file_gives_the_same_mentions_wherever_its_rows_stand()
    {
        var one = Csv("id,surname,age\n1,Белов,30\n2,Серов,31\n");
        var other = Csv("id,surname,age\n2,Серов,31\n1,Белов,30\n");
        Assert.Equal(one.Mentions.Select(m => m.Id).Order(), other.Mentions.Select(m => m.Id).Order());
        Assert.NotEqual(one.Mentions[0].Id, Csv("id,surname,age\n1,Белов,32\n").Mentions[0].Id);
    }

    [Fact]
    public void A_mapping_gives_all_rows_a_source()
    {
        var mapping = ImportMapping.Read("source := Tver volunteers\nsource_kind := volunteer\nreliability := b\n", "m");
        var source = Assert.Single(RecordImport.ReadCsv(new StringReader("surname\nБелов\n"), "list.csv", mapping).Mentions).Source;
        Assert.Equal(new CasualtySource("Tver volunteers", SourceKind.Volunteer, 'B', ""), source);
        Assert.Contains("line 1", Assert.Throws<FormatException>(() => ImportMapping.Read("reliability := G", "m")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_whole_name_in_two_scripts_is_not_mixed() => Assert.Empty(Csv("name\nБелов Иван (Belov)\n").Warnings);

    [Fact]
    public void A_workbook_is_read_with_its_dates_as_they_are_shown()
    {
        using var workbook = WorkbookBuilder.Of(
            [["id", "surname", "birth_date", "death_date", "age"], ["1", "Белов", "day:32874", "month:45000", "33"], ["2", "Серов <&>", "1990", "", ""]]);
        var result = RecordImport.ReadWorkbook(workbook, "list.xlsx", ImportMapping.ByName);
        Assert.Empty(result.Faults);
        Assert.Equal((new PartialDate(1990, 1, 1), new PartialDate(2023, 3)), (result.Records.First().Person.Birth, result.Records.First().Incident.Date));
        Assert.Equal("Серов <&>", result.Records.Last().Person.FamilyName);
        Assert.Equal("list.xlsx, row 2", result.Mentions[0].Citation);
    }

    [Fact]
    public void Faults_of_a_workbook_name_row_and_column()
    {
        using var workbook = WorkbookBuilder.Of([["surname", "Alter"], ["Белов", "200"], ["", ""], ["Серов", "alt"]]);
        var result = RecordImport.ReadWorkbook(workbook, "list.xlsx", ImportMapping.Read("Alter = age", "m"));
        Assert.Equal(["row 2, column Alter", "row 4, column Alter"], result.Faults.Select(f => f.Place));
        Assert.Empty(result.Mentions);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(400)]
    public void A_broken_workbook_is_a_fault(int length)
    {
        using var workbook = WorkbookBuilder.Of([["surname"], ["Белов"]]);
        workbook.SetLength(length);
        Assert.NotEmpty(RecordImport.ReadWorkbook(workbook, "list.xlsx", ImportMapping.ByName).Faults);
    }

    [Fact]
    public void A_workbook_with_a_document_type_is_refused()
    {
        using var workbook = WorkbookBuilder.Of([["surname"], ["Белов"]], "<!DOCTYPE x [<!ENTITY a \"b\">]>");
        Assert.NotEmpty(RecordImport.ReadWorkbook(workbook, "list.xlsx", ImportMapping.ByName).Faults);
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
