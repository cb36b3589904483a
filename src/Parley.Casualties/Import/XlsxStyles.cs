using System.Globalization;
using System.Xml;

namespace Parley.Casualties.Import;

/// <summary>How fine a workbook's date is shown.</summary>
internal enum DateGrain
{
    /// <summary>To the day.</summary>
    Day,

    /// <summary>To the month.</summary>
    Month,

    /// <summary>The year alone.</summary>
    Year,
}

/// <summary>Which cell styles of a workbook show numbers as dates.</summary>
internal sealed class XlsxStyles
{
    private readonly List<DateGrain?> _byStyle = [];

    /// <summary>A workbook without styles.</summary>
    public static XlsxStyles None { get; } = new();

    /// <summary>How fine the date is that a style shows, or null if it shows no date.</summary>
    public DateGrain? DateFormat(int style) => style < _byStyle.Count ? _byStyle[style] : null;

    /// <summary>Reads <c>xl/styles.xml</c>.</summary>
    public static XlsxStyles Read(XmlReader xml)
    {
        var styles = new XlsxStyles();
        var formats = new Dictionary<int, DateGrain?>();
        var inCells = false;
        while (xml.Read())
        {
            if (xml.LocalName == "cellXfs")
            {
                inCells = xml.NodeType == XmlNodeType.Element;
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "numFmt" && Number(xml, "numFmtId") is { } id)
            {
                formats[id] = GrainOf(xml.GetAttribute("formatCode") ?? "");
            }
            else if (inCells && xml.NodeType == XmlNodeType.Element && xml.LocalName == "xf")
            {
                styles._byStyle.Add(Number(xml, "numFmtId") is { } format ? formats.TryGetValue(format, out var grain) ? grain : BuiltIn(format) : null);
            }
        }

        return styles;
    }

    /// <summary>The formats that every workbook has (ISO/IEC 29500-1, 18.8.30): 17 shows month and year.</summary>
    private static DateGrain? BuiltIn(int format) => format switch
    {
        17 => DateGrain.Month,
        (>= 14 and <= 16) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58 => DateGrain.Day,
        _ => null,
    };

    /// <summary>The letters of a format outside of quotation marks, brackets and escapes tell what it shows.</summary>
    private static DateGrain? GrainOf(string code)
    {
        var (day, month, year) = (false, false, false);
        for (var i = 0; i < code.Length && code[i] != ';'; i++)
        {
            switch (char.ToLowerInvariant(code[i]))
            {
                case '\\' or '_' or '*':
                    i++;
                    break;
                case '"':
                    i = code.IndexOf('"', i + 1) is >= 0 and var close ? close : code.Length;
                    break;
                case '[':
                    i = code.IndexOf(']', i + 1) is >= 0 and var bracket ? bracket : code.Length;
                    break;
                case 'd':
                    day = true;
                    break;
                case 'm':
                    month = true;
                    break;
                case 'y':
                    year = true;
                    break;
            }
        }

        return !year ? null : day ? DateGrain.Day : month ? DateGrain.Month : DateGrain.Year;
    }

    private static int? Number(XmlReader xml, string attribute) =>
        int.TryParse(xml.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
