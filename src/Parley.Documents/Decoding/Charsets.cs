using System.Collections.Frozen;
using System.Text;

namespace Parley.Documents.Decoding;

/// <summary>Encodings by the labels that pages and mails give them.</summary>
internal static class Charsets
{
    internal static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    // The WHATWG Encoding Standard reads these labels as a superset, because that is what pages so labelled really hold.
    private static readonly FrozenDictionary<string, string> Labels = new Dictionary<string, string>
    {
        ["ascii"] = "windows-1252",
        ["us-ascii"] = "windows-1252",
        ["ansi_x3.4-1968"] = "windows-1252",
        ["iso-8859-1"] = "windows-1252",
        ["iso8859-1"] = "windows-1252",
        ["iso_8859-1"] = "windows-1252",
        ["latin1"] = "windows-1252",
        ["l1"] = "windows-1252",
        ["cp1252"] = "windows-1252",
        ["cp1251"] = "windows-1251",
        ["cp1250"] = "windows-1250",
        ["cp866"] = "ibm866",
        ["koi8"] = "koi8-r",
        ["iso-8859-9"] = "windows-1254",
        ["latin5"] = "windows-1254",
        ["iso-8859-11"] = "windows-874",
        ["tis-620"] = "windows-874",
        ["utf8"] = "utf-8",
        ["unicode-1-1-utf-8"] = "utf-8",
        ["utf-16"] = "utf-16le",
        ["unicode"] = "utf-16le",
        ["gb2312"] = "gb18030",
        ["gbk"] = "gb18030",
        ["x-gbk"] = "gb18030",
        ["sjis"] = "shift_jis",
        ["x-sjis"] = "shift_jis",
        ["ks_c_5601-1987"] = "euc-kr",
        ["big5-hkscs"] = "big5",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The encoding that <paramref name="label"/> names, or null for a label nobody knows or that is unsafe (UTF-7).</summary>
    internal static Encoding? Find(string? label)
    {
        label = label?.Trim(' ', '\t', '\r', '\n', '"', '\'');
        if (string.IsNullOrEmpty(label) || label.Length > 40)
        {
            return null;
        }

        label = Labels.GetValueOrDefault(label, label).ToLowerInvariant();
        if (label is "utf-8")
        {
            return Utf8;
        }

        if (label.StartsWith("utf-7", StringComparison.Ordinal))
        {
            return null;
        }

        if (CodePagesEncodingProvider.Instance.GetEncoding(label) is { } paged)
        {
            return paged;
        }

        try
        {
            return Encoding.GetEncoding(label);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>One of the encodings that are always there.</summary>
    internal static Encoding Known(string label) => Find(label) ?? throw new InvalidOperationException($"no encoding '{label}'");
}
