using System.Text;
using Parley.Rendering;
using Xunit;

namespace Parley.Tests.Exchange;

public sealed class CsvWriterTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("she said \"no\"", "\"she said \"\"no\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("=1+1", "=1+1")]
    public void The_exact_profile_changes_nothing(string text, string field) => Assert.Equal(field + "\r\n", Write(text, forSpreadsheets: false));

    [Theory]
    [InlineData("=HYPERLINK(\"http://x.example\")", "\"'=HYPERLINK(\"\"http://x.example\"\")\"")]
    [InlineData("+49", "'+49")]
    [InlineData("-5 degrees", "'-5 degrees")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("  =1", "'  =1")]
    [InlineData("\u200B=1", "'\u200B=1")]
    [InlineData("\0=1", "'\0=1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("a=1", "a=1")]
    [InlineData("'=1", "'=1")]
    public void The_spreadsheet_profile_disarms_formulas(string text, string field) =>
        Assert.Equal("\uFEFF" + field + "\r\n", Write(text, forSpreadsheets: true));

    [Fact]
    public void Numbers_are_left_alone_and_lists_are_texts()
    {
        Assert.Equal("\uFEFF-5,-0.5,,true,'=a; b\r\n", Write(forSpreadsheets: true, -5, (decimal?)-0.5m, (string?)null, true, Cell.List(["=a", "b"])));
    }

    private static string Write(string text, bool forSpreadsheets) => Write(forSpreadsheets, text);

    private static string Write(bool forSpreadsheets, params ReadOnlySpan<Cell> cells)
    {
        using var output = new MemoryStream();
        using (var csv = new CsvWriter(output, isSafe: forSpreadsheets, hasMark: forSpreadsheets))
        {
            csv.WriteRow(cells);
        }

        return Encoding.UTF8.GetString(output.ToArray());
    }
}
