using System.IO.Compression;
using System.Security;
using System.Text;

namespace Parley.Tests.Casualties.Import;

/// <summary>Writes the smallest workbook that holds some rows: texts shared, inline or numbers, <c>day:</c> and <c>month:</c> before a serial date.</summary>
internal static class WorkbookBuilder
{
    private const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    public static MemoryStream Of(string[][] rows, string documentType = "")
    {
        var strings = rows.SelectMany(r => r).Distinct().ToList();
        var sheet = new StringBuilder();
        for (var r = 0; r < rows.Length; r++)
        {
            sheet.Append($"<row r=\"{r + 1}\">");
            for (var c = 0; c < rows[r].Length; c++)
            {
                sheet.Append(Cell($"{(char)('A' + c)}{r + 1}", rows[r][c], strings));
            }

            sheet.Append("</row>");
        }

        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "xl/workbook.xml", $"<workbook {Main} xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            Add(zip, "xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            Add(zip, "xl/styles.xml", $"<styleSheet {Main}><numFmts><numFmt numFmtId=\"164\" formatCode=\"[$-419]mmmm\\ yyyy\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>");
            Add(zip, "xl/sharedStrings.xml", $"<sst {Main}>{string.Concat(strings.Select(s => $"<si><r><t>{SecurityElement.Escape(s)}</t></r><rPh><t>hint</t></rPh></si>"))}</sst>");
            Add(zip, "xl/worksheets/sheet1.xml", $"{documentType}<worksheet {Main}><sheetData>{sheet}</sheetData></worksheet>");
        }

        stream.Position = 0;
        return stream;
    }

    private static string Cell(string reference, string text, List<string> strings) => text.Split(':') switch
    {
        ["day", var serial] => $"<c r=\"{reference}\" s=\"1\"><v>{serial}</v></c>",
        ["month", var serial] => $"<c r=\"{reference}\" s=\"2\"><f>A1+1</f><v>{serial}</v></c>",
        _ when text.Length > 0 && text.All(char.IsAsciiDigit) => $"<c r=\"{reference}\"><v>{text}</v></c>",
        _ => $"<c r=\"{reference}\" t=\"s\"><v>{strings.IndexOf(text)}</v></c>",
    };

    private static void Add(ZipArchive zip, string name, string xml)
    {
        using var stream = zip.CreateEntry(name).Open();
        stream.Write(Encoding.UTF8.GetBytes(xml));
    }
}
