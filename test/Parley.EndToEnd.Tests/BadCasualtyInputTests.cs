using System.Text;
using Parley.EndToEnd.Tests.Running;
using Xunit;

namespace Parley.EndToEnd.Tests;

/// <summary>Faulty input is refused with the file, the place in it and what to do, and the register stays as it was.</summary>
public class BadCasualtyInputTests
{
    private const string Headings = "id,surname,given_name,birth_date,death_date,age,status,source,source_kind,reliability\n";
    private const string Good = "1,Whitby,Ann,1990-01-02,2023-02-03,33,killed,Plaque,memorial,C\n";

    [Theory]
    [InlineData("2,Ashby,Bo,1990-01-02,2023-02-30,,killed,Plaque,memorial,C\n", "line 3, column death_date: '2023-02-30' is no date")]
    [InlineData("2,Ashby,Bo,2023-02-03,1990-01-02,,killed,Plaque,memorial,C\n", "line 3, column death_date: born 2023-02-03, dead 1990-01-02")]
    [InlineData("2,Ashby,Bo,,2023-02-03,200,killed,Plaque,memorial,C\n", "line 3, column age: '200' is no age; full years, 0 to 120, are expected")]
    [InlineData("2,Ashby,Bo,,2023-02-03,-3,killed,Plaque,memorial,C\n", "line 3, column age: '-3' is no age")]
    [InlineData("2,Ashby,Bo,,2023-02-03,30,slept,Plaque,memorial,C\n", "line 3, column status: 'slept'")]
    [InlineData("1,Ashby,Bo,,2023-02-03,30,killed,Plaque,memorial,C\n", "line 3, column id: the identifier '1' is used before")]
    public void A_list_with_one_faulty_row_is_not_imported(string row, string fault)
    {
        using var parley = Registered();
        parley.Write("list.csv", Headings + Good + row);
        AssertRefused(parley, "list.csv: " + fault, "casualties", "import", "list.csv");
        AssertRefused(parley, "nothing was imported; correct the file and import it again", "casualties", "import", "list.csv");
    }

    [Fact]
    public void A_file_that_is_no_list_is_not_imported()
    {
        using var parley = Registered();
        parley.Write("empty.csv", "");
        parley.Write("latin.csv", [.. Encoding.ASCII.GetBytes("id,surname\n1,M"), 0xFC, .. Encoding.ASCII.GetBytes("ller\n")]);
        parley.Write("text.xlsx", "no workbook");
        parley.Write("open.jsonl", "{\"id\":\"1\",\"surname\":\"Ashby\"\n");
        parley.Write("list.csv", Headings + Good);
        parley.Write("list.map", "Nachname = surname\n");
        AssertRefused(parley, "empty.csv: the file is empty; a heading line is expected", "casualties", "import", "empty.csv");
        AssertRefused(parley, "latin.csv: its text is not UTF-8; save it as UTF-8", "casualties", "import", "latin.csv");
        AssertRefused(parley, "text.xlsx: it is no XLSX workbook", "casualties", "import", "text.xlsx");
        AssertRefused(parley, "open.jsonl: line 1: no JSON", "casualties", "import", "open.jsonl");
        AssertRefused(parley, "the mapping names a column 'Nachname' that is not there; there are id, surname", "casualties", "import", "list.csv", "--mapping", "list.map");
        AssertRefused(parley, "there is no such file; check its name and folder", "casualties", "import", "absent.csv");
    }

    [Fact]
    public void A_name_in_two_scripts_is_imported_as_it_stands_with_a_warning()
    {
        using var parley = new ParleyProgram();
        parley.Write("list.csv", Headings + "2,Bаd,Bo,,2023-02-03,30,killed,Plaque,memorial,C\n");
        var imported = parley.Run("casualties", "import", "list.csv");
        Assert.Equal(0, imported.ExitCode);
        Assert.Contains("list.csv: line 2, column surname: 'Bаd' mixes Latin and Cyrillic letters; it is perhaps 'Bad'", imported.Errors, StringComparison.Ordinal);
        Assert.Contains("\"surname\":\"Bаd\"", Register(parley), StringComparison.Ordinal);
    }

    [Fact]
    public void A_package_that_is_damaged_or_none_is_not_merged()
    {
        using var parley = Registered();
        using var other = new ParleyProgram();
        other.Write("list.csv", Headings + "7,Orford,Cy,,2023-04-05,40,killed,Stone,cemetery,B\n8,Thorpe,Di,,2023-04-06,41,killed,Stone,cemetery,B\n");
        Assert.Equal(0, other.Run("casualties", "import", "list.csv").ExitCode);
        Assert.Equal(0, other.Run("casualties", "export", "--team", "Other", "--out", "package.jsonl").ExitCode);
        var lines = File.ReadAllLines(other.PathOf("package.jsonl"));
        parley.Write("cut.jsonl", string.Join('\n', lines.Where((_, i) => i != 1)) + "\n");
        parley.Write("short.jsonl", string.Join('\n', lines[..^1]) + "\n");
        parley.Write("empty.jsonl", "");
        parley.Write("bytes.jsonl", [0xC0, 0x0A]);
        parley.Write("rows.jsonl", "{\"surname\":\"Orford\"}\n");
        foreach (var file in new[] { "cut.jsonl", "short.jsonl", "empty.jsonl", "bytes.jsonl", "rows.jsonl" })
        {
            AssertRefused(parley, file + ": ", "casualties", "merge", file);
            AssertRefused(parley, "nothing was merged", "casualties", "merge", file);
        }
    }

    [Fact]
    public void Grades_and_criteria_with_a_mistake_change_nothing()
    {
        using var parley = Registered();
        parley.Write("grades.csv", "source,kind,reliability\nTver Daily,local-media,Z\n");
        parley.Write("latin.csv", [.. Encoding.ASCII.GetBytes("source,kind,reliability\nM"), 0xFC, .. Encoding.ASCII.GetBytes(",other,A\n")]);
        foreach (var command in new[] { "gather", "update" })
        {
            AssertRefused(parley, "grades.csv: line 2, column reliability: 'Z' is no grade; A to F is expected", "casualties", command, "--sources", "grades.csv");
            AssertRefused(parley, "latin.csv: its text is not UTF-8; save it as UTF-8", "casualties", command, "--sources", "latin.csv");
        }

        parley.Write("day.txt", "statuses = killed\nfrom = 2023-02-30\n");
        parley.Write("key.txt", "statsu = killed\n");
        parley.Write("empty.txt", "# to be written\n");
        AssertRefused(parley, "day.txt: line 2: from: a date", "casualties", "policy", "day.txt", "--by", "Ann", "--reason", "first");
        AssertRefused(parley, "key.txt: line 1: ", "casualties", "policy", "key.txt", "--by", "Ann", "--reason", "first");
        AssertRefused(parley, "empty.txt: it holds no criterion", "casualties", "policy", "empty.txt", "--by", "Ann", "--reason", "first");
        Assert.Contains("name = default", parley.Run("casualties", "policy").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Records_to_link_are_checked_and_what_cannot_be_compared_is_said()
    {
        using var parley = new ParleyProgram();
        parley.Write("list.csv", Headings + Good + "2,Ashby,Bo,1990-02-30,2023-02-03,200,killed,Plaque,memorial,C\n3,Ashbу,Bo,,2023-02-03,-3,killed,Plaque,memorial,C\n");
        var linked = parley.Run("casualties", "link", "--input", "list.csv", "--format", "csv");
        Assert.Equal(0, linked.ExitCode);
        Assert.Contains("list.csv: line 3, column birth_date: '1990-02-30' is no date", linked.Errors, StringComparison.Ordinal);
        Assert.Contains("list.csv: line 3, column age: '200' is no age", linked.Errors, StringComparison.Ordinal);
        Assert.Contains("list.csv: line 4, column age: '-3' is no age", linked.Errors, StringComparison.Ordinal);
        Assert.Contains("list.csv: line 4, column surname: 'Ashbу' mixes Latin and Cyrillic letters", linked.Errors, StringComparison.Ordinal);

        parley.Write("twice.csv", Headings + Good + Good);
        parley.Write("empty.csv", "");
        parley.Write("latin.csv", [.. Encoding.ASCII.GetBytes("id,surname\n1,M"), 0xFC, .. Encoding.ASCII.GetBytes("ller\n")]);
        Refused(parley, "twice.csv: column id: used more than once: 1", "casualties", "link", "--input", "twice.csv");
        Refused(parley, "empty.csv: the file is empty; a heading line is expected", "casualties", "link", "--input", "empty.csv");
        Refused(parley, "latin.csv: its text is not UTF-8; save it as UTF-8", "casualties", "link", "--input", "latin.csv");
    }

    [Fact]
    public void Nothing_is_released_of_a_register_without_records()
    {
        using var parley = new ParleyProgram();
        Refused(parley, "there is no ledger here", "casualties", "release", "--by", "Ann");
        parley.Write("note.txt", "A quiet day\n\nNothing happened in Leeds on Monday.\n");
        Assert.Equal(0, parley.Run("read", "note.txt").ExitCode);
        Refused(parley, "the register holds no records, so there is nothing to release; 'parley casualties gather' and 'import' fill it", "casualties", "release", "--by", "Ann");
        Assert.False(Directory.Exists(parley.PathOf("releases")));
    }

    private static ParleyProgram Registered()
    {
        var parley = new ParleyProgram();
        parley.Write("first.csv", Headings + "9,Selby,Eve,1988-07-06,2023-01-09,34,killed,Plaque,memorial,C\n");
        Assert.Equal(0, parley.Run("casualties", "import", "first.csv").ExitCode);
        return parley;
    }

    private static string Register(ParleyProgram parley) => parley.Run("casualties", "register", "--format", "jsonl", "--profile", "internal").Output;

    private static void AssertRefused(ParleyProgram parley, string message, params string[] args)
    {
        var before = Register(parley);
        Assert.Contains("Selby", before, StringComparison.Ordinal);
        Refused(parley, message, args);
        Assert.Equal(before, Register(parley));
    }

    private static void Refused(ParleyProgram parley, string message, params string[] args)
    {
        var outcome = parley.Run(args);
        Assert.Equal((1, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains(message, outcome.Errors, StringComparison.Ordinal);
    }
}
