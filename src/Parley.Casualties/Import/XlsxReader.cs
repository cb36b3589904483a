using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace Parley.Casualties.Import;

/// <summary>
/// Reads the rows of the first sheet of an Office Open XML workbook (ISO/IEC 29500), as text; dates as their formats show them: to the
/// day, month or year. Nothing is unpacked beyond fixed lengths, and no document type is read.
/// </summary>
internal sealed class XlsxReader : IDisposable
{
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string StrictRelationships = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    private const long MaxSheetCharacters = 1L << 29;
    private const long MaxPartCharacters = 1L << 26;

    private readonly ZipArchive _archive;
    private readonly List<string> _strings;
    private readonly XlsxStyles _styles;
    private readonly string _sheet;
    private readonly bool _from1904;

    /// <summary>Reads what the sheet needs.</summary>
    /// <exception cref="FormatException">It is no workbook, a broken one, or one too large.</exception>
    public XlsxReader(Stream stream)
    {
        try
        {
            _archive = new ZipArchive(stream, ZipArchiveMode.Read);
        }
        catch (InvalidDataException e)
        {
            throw new FormatException("it is no XLSX workbook, or a cut-off one", e);
        }

        var (relationship, name, others, from1904) = Guard(() => Part("xl/workbook.xml", MaxPartCharacters, FirstSheet));
        (SheetName, OtherSheets, _from1904) = (name, others, from1904);
        _sheet = Guard(() => Part("xl/_rels/workbook.xml.rels", MaxPartCharacters, xml => Target(xml, relationship)));
        _strings = _archive.GetEntry("xl/sharedStrings.xml") is null ? [] : Guard(() => Part("xl/sharedStrings.xml", MaxPartCharacters, Strings));
        _styles = _archive.GetEntry("xl/styles.xml") is null ? XlsxStyles.None : Guard(() => Part("xl/styles.xml", MaxPartCharacters, XlsxStyles.Read));
    }

    /// <summary>Name of the sheet that is read.</summary>
    public string SheetName { get; }

    /// <summary>How many sheets are not read.</summary>
    public int OtherSheets { get; }

    /// <summary>Calls <paramref name="row"/> with the number (from 1) and cells of each row that holds anything, until it returns false.</summary>
    /// <exception cref="FormatException">The sheet is broken or too large.</exception>
    public void ReadRows(Func<int, List<string>, bool> row) =>
        Guard(() => Part(_sheet, MaxSheetCharacters, xml =>
        {
            var number = 0;
            while (xml.Read())
            {
                if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "row")
                {
                    number = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) && given > number ? given : number + 1;
                    var cells = xml.IsEmptyElement ? [] : Cells(xml, number);
                    if (cells.Exists(c => c.Length > 0) && !row(number, cells))
                    {
                        break;
                    }
                }
            }

            return true;
        }));

    /// <summary>Closes the archive.</summary>
    public void Dispose() => _archive.Dispose();

    private List<string> Cells(XmlReader xml, int row)
    {
        var cells = new List<string>();
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "c")
            {
                continue;
            }

            var column = xml.GetAttribute("r") is { } reference ? ColumnOf(reference) : cells.Count;
            if (column is < 0 or >= CsvReader.MaxColumns)
            {
                throw new FormatException($"row {row}: more than {CsvReader.MaxColumns} columns");
            }

            while (cells.Count <= column)
            {
                cells.Add("");
            }

            cells[column] = Cell(xml, $"{xml.GetAttribute("r") ?? $"row {row}"}");
        }

        return cells;
    }

    private string Cell(XmlReader xml, string place)
    {
        var type = xml.GetAttribute("t") ?? "n";
        var style = int.TryParse(xml.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : 0;
        var text = xml.IsEmptyElement ? "" : ValueText(xml);
        if (text.Length > CsvReader.MaxFieldLength)
        {
            throw new FormatException($"cell {place}: more than {CsvReader.MaxFieldLength} characters");
        }

        return type switch
        {
            "s" => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < _strings.Count
                ? _strings[at] : throw new FormatException($"cell {place}: it names a text that the workbook does not hold"),
            "e" => throw new FormatException($"cell {place}: its formula gives the error {text}"),
            "b" => text == "1" ? "true" : "false",
            "n" when text.Length > 0 && _styles.DateFormat(style) is { } format => Date(text, format, place),
            _ => text,
        };
    }

    /// <summary>The text of a cell: of <c>v</c>, or of <c>t</c> in an inline string; formulas and phonetic hints are passed over.</summary>
    private static string ValueText(XmlReader xml)
    {
        var text = new System.Text.StringBuilder();
        var depth = xml.Depth;
        var taken = false;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                taken = xml.LocalName is "v" or "t" && !xml.IsEmptyElement;
                if (xml.LocalName is "rPh" or "f")
                {
                    SkipInside(xml);
                }
            }
            else if (xml.NodeType == XmlNodeType.EndElement)
            {
                taken = false;
            }
            else if (taken && text.Length <= CsvReader.MaxFieldLength)
            {
                text.Append(xml.Value);
            }
        }

        return text.ToString();
    }

    private static void SkipInside(XmlReader xml)
    {
        if (!xml.IsEmptyElement)
        {
            var depth = xml.Depth;
            while (xml.Read() && xml.Depth > depth)
            {
            }
        }
    }

    private string Date(string text, DateGrain grain, string place)
    {
        const int LastSerial = 2_958_465; // 31 December 9999
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var serial) || serial is not (>= 0 and <= LastSerial))
        {
            throw new FormatException($"cell {place}: '{text}' is no date of a workbook");
        }

        // The calendar of 1900 has a 29 February 1900 that never was; days before it count from one day later.
        var first = _from1904 ? new DateOnly(1904, 1, 1) : serial < 60 ? new DateOnly(1899, 12, 31) : new DateOnly(1899, 12, 30);
        var day = first.AddDays((int)Math.Floor(serial));
        return day.ToString(grain switch { DateGrain.Day => "yyyy-MM-dd", DateGrain.Month => "yyyy-MM", _ => "yyyy" }, CultureInfo.InvariantCulture);
    }

    private static (string Relationship, string Name, int Others, bool From1904) FirstSheet(XmlReader xml)
    {
        string? relationship = null, name = null;
        var (sheets, from1904) = (0, false);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            from1904 |= xml.LocalName == "workbookPr" && xml.GetAttribute("date1904") is "1" or "true";
            if (xml.LocalName == "sheet")
            {
                sheets++;
                relationship ??= xml.GetAttribute("id", Relationships) ?? xml.GetAttribute("id", StrictRelationships);
                name ??= xml.GetAttribute("name");
            }
        }

        return relationship is null ? throw new FormatException("the workbook has no sheet") : (relationship, name ?? "", sheets - 1, from1904);
    }

    private static string Target(XmlReader xml, string relationship)
    {
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Relationship" && xml.GetAttribute("Id") == relationship && xml.GetAttribute("Target") is { } target)
            {
                return target.StartsWith('/') ? target[1..] : "xl/" + target;
            }
        }

        throw new FormatException("the workbook does not say where its first sheet is");
    }

    private static List<string> Strings(XmlReader xml)
    {
        var strings = new List<string>();
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "si")
            {
                strings.Add(xml.IsEmptyElement ? "" : ValueText(xml));
            }
        }

        return strings;
    }

    /// <summary>Column of a cell reference such as <c>AB12</c>, from 0; -1 if it is none.</summary>
    private static int ColumnOf(string reference)
    {
        var column = 0;
        var letters = 0;
        while (letters < reference.Length && letters < 3 && char.IsAsciiLetter(reference[letters]))
        {
            column = (column * 26) + (char.ToUpperInvariant(reference[letters++]) - 'A' + 1);
        }

        return letters == 0 ? -1 : column - 1;
    }

    private T Part<T>(string name, long maxCharacters, Func<XmlReader, T> read)
    {
        var entry = _archive.GetEntry(name) ?? throw new FormatException($"the workbook has no part {name}");
        using var stream = entry.Open();
        using var xml = XmlReader.Create(stream, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = maxCharacters,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        });
        return read(xml);
    }

    private static T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (XmlException e)
        {
            throw new FormatException($"the workbook is broken or too large ({e.Message.Split('.')[0]})", e);
        }
        catch (Exception e) when (e is InvalidDataException or NotSupportedException)
        {
            throw new FormatException("the workbook is broken or cut off", e);
        }
    }
}
