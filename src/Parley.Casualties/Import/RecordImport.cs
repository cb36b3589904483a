using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Parley.Casualties.Register;
using Parley.Records;

namespace Parley.Casualties.Import;

/// <summary>What an import read.</summary>
/// <param name="Mentions">What each row says; empty if there is any fault.</param>
/// <param name="Faults">What is wrong, by line and column.</param>
/// <param name="Warnings">What is odd; it does not stop the import.</param>
public sealed record ImportResult(ImmutableArray<CasualtyMention> Mentions, ImmutableArray<Fault> Faults, ImmutableArray<Fault> Warnings)
{
    /// <summary>A record of each mention alone.</summary>
    public IEnumerable<CasualtyRecord> Records => Mentions.Select(RecordAssembler.Of);
}

/// <summary>Reads mentions of casualties from CSV, JSON Lines or XLSX. Nothing is half imported: with one fault no mention is given.</summary>
public static class RecordImport
{
    private const int MaxLineLength = 1 << 20;
    private const long MaxFileLength = 1L << 30;
    private const string NotUtf8 = "its text is not UTF-8";

    /// <summary>Reads a file by the ending of its name.</summary>
    /// <param name="path">The file: <c>.csv</c>, <c>.tsv</c>, <c>.jsonl</c>, <c>.ndjson</c> or <c>.xlsx</c>.</param>
    /// <param name="list">Name of the list that it is; the file's name if null.</param>
    /// <param name="mapping">What its columns hold.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="FormatException">It is of another kind, or too long.</exception>
    public static ImportResult ReadFile(string path, string? list, ImportMapping mapping)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (new FileInfo(path) is { Exists: true, Length: > MaxFileLength })
        {
            throw new FormatException($"{path}: more than {MaxFileLength} bytes; split it");
        }

        ContentHash hash;
        using (var whole = File.OpenRead(path))
        {
            hash = ContentHash.Parse(Convert.ToHexString(SHA256.HashData(whole)));
        }

        var origin = list ?? Path.GetFileName(path);
        switch (Path.GetExtension(path).ToUpperInvariant())
        {
            case ".CSV" or ".TSV":
                using (var csv = new StreamReader(path, Utf8File.Strict))
                {
                    return ReadCsv(csv, origin, mapping, hash);
                }

            case ".JSONL" or ".NDJSON":
                using (var lines = new StreamReader(path, Utf8File.Strict))
                {
                    return ReadJsonLines(lines, origin, mapping, hash);
                }

            case ".XLSX":
                using (var workbook = File.OpenRead(path))
                {
                    return ReadWorkbook(workbook, origin, mapping, hash);
                }

            default:
                throw new FormatException($"{path}: a list is .csv, .tsv, .jsonl or .xlsx; rename or convert it");
        }
    }

    /// <summary>Reads CSV with a heading line.</summary>
    public static ImportResult ReadCsv(TextReader reader, string origin, ImportMapping mapping, ContentHash? file = null)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        var rows = new ImportRows(origin, file, mapping);
        try
        {
            var csv = new CsvReader(reader);
            rows.SetHeadings("line 1", csv.Headings);
            while (rows.Continue && csv.Read())
            {
                rows.AddRow($"line {csv.Line}", csv.FieldCount, i => csv[i].ToString());
            }
        }
        catch (FormatException e)
        {
            rows.Fault(null, e.Message, "correct the file");
        }
        catch (DecoderFallbackException)
        {
            rows.Fault(null, NotUtf8, "save it as UTF-8");
        }

        return rows.Result();
    }

    /// <summary>Reads JSON Lines: one flat object a line.</summary>
    public static ImportResult ReadJsonLines(TextReader reader, string origin, ImportMapping mapping, ContentHash? file = null)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(mapping);
        var rows = new ImportRows(origin, file, mapping);
        for (var number = 1; rows.Continue && Line(reader, rows) is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            if (line.Length > MaxLineLength)
            {
                rows.Fault($"line {number}", $"more than {MaxLineLength} characters", "one record a line is expected");
                continue;
            }

            try
            {
                using var json = JsonDocument.Parse(line, new JsonDocumentOptions { MaxDepth = 8 });
                if (json.RootElement.ValueKind != JsonValueKind.Object)
                {
                    rows.Fault($"line {number}", "no JSON object", "one object a line is expected");
                    continue;
                }

                rows.AddRow($"line {number}", json.RootElement.EnumerateObject().Select(m => (m.Name, Text(m.Value))));
            }
            catch (JsonException e)
            {
                rows.Fault($"line {number}", $"no JSON ({e.Message.Split('.')[0]})", "one object a line is expected");
            }
        }

        return rows.Result();
    }

    /// <summary>Reads the first sheet of an XLSX workbook; its first row holds the headings.</summary>
    public static ImportResult ReadWorkbook(Stream stream, string origin, ImportMapping mapping, ContentHash? file = null)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        var rows = new ImportRows(origin, file, mapping);
        try
        {
            using var workbook = new XlsxReader(stream);
            if (workbook.OtherSheets > 0)
            {
                rows.Warn(null, $"only the first sheet '{workbook.SheetName}' is read, {workbook.OtherSheets} others are not", "save the others as files of their own");
            }

            var hasHeadings = false;
            workbook.ReadRows((number, cells) =>
            {
                if (!hasHeadings)
                {
                    rows.SetHeadings($"row {number}", [.. cells.Select(c => c.Trim())]);
                    hasHeadings = true;
                }
                else
                {
                    rows.AddRow($"row {number}", cells.Count, i => i < cells.Count ? cells[i] : "");
                }

                return rows.Continue;
            });
            if (!hasHeadings)
            {
                rows.Fault(null, "the first sheet is empty", "a row of headings is expected");
            }
        }
        catch (FormatException e)
        {
            rows.Fault(null, e.Message, "correct the file");
        }

        return rows.Result();
    }

    private static string? Line(TextReader reader, ImportRows rows)
    {
        try
        {
            return reader.ReadLine();
        }
        catch (DecoderFallbackException)
        {
            rows.Fault(null, NotUtf8, "save it as UTF-8");
            return null;
        }
    }

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetRawText(),
        _ => "",
    };
}
