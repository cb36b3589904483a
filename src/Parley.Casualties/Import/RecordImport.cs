using System.Collections.Immutable;
using System.Text.Json;
using Parley.Casualties.Register;
using Parley.Records;

namespace Parley.Casualties.Import;

/// <summary>What an import gave: all records of the file, or none and the reasons.</summary>
/// <param name="Records">The records; empty if there is any fault.</param>
/// <param name="Faults">What is wrong, by line and column.</param>
/// <param name="Warnings">What is odd; it does not stop the import.</param>
public sealed record ImportResult(ImmutableArray<CasualtyRecord> Records, ImmutableArray<Fault> Faults, ImmutableArray<Fault> Warnings);

/// <summary>Reads casualty records from CSV or JSON Lines. Nothing is half imported: with one fault no record is given.</summary>
public static class RecordImport
{
    private const int MaxFaults = 200;
    private const int MaxLineLength = 1 << 20;

    /// <summary>Reads CSV with a heading line.</summary>
    public static ImportResult ReadCsv(TextReader reader, string origin, ImportMapping mapping)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        var import = new Rows(origin);
        try
        {
            var csv = new CsvReader(reader);
            var fields = csv.Headings.Select(mapping.FieldOf).ToArray();
            foreach (var absent in mapping.Columns.Except(csv.Headings))
            {
                import.Fault("line 1", $"the mapping names a column '{absent}' that is not there", $"there are {string.Join(", ", csv.Headings)}");
            }

            if (fields.All(f => f == RegisterField.Ignored))
            {
                import.Fault("line 1", "no column is known", "name the columns as the fields are named, or give a mapping");
            }

            var repeated = fields.Where(f => f != RegisterField.Ignored).GroupBy(f => f).FirstOrDefault(g => g.Count() > 1);
            if (repeated is not null)
            {
                import.Fault("line 1", $"two columns are read into {RegisterFields.FileName(repeated.Key)}", "map one of them to ignored");
            }

            while (import.Continue && csv.Read())
            {
                var row = new RecordReader(import, $"line {csv.Line}");
                if (csv.FieldCount > fields.Length)
                {
                    import.Fault($"line {csv.Line}", $"{csv.FieldCount} fields under {fields.Length} headings", "quote fields that hold a comma");
                }

                for (var i = 0; i < fields.Length; i++)
                {
                    row.Set(fields[i], csv.Headings[i], csv[i].Trim().ToString());
                }

                import.Add(row.Read());
            }
        }
        catch (FormatException e)
        {
            import.Fault(null, e.Message, "correct the file");
        }

        return import.Result();
    }

    /// <summary>Reads JSON Lines: one flat object a line.</summary>
    public static ImportResult ReadJsonLines(TextReader reader, string origin, ImportMapping mapping)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(mapping);
        var import = new Rows(origin);
        for (var number = 1; import.Continue && reader.ReadLine() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            if (line.Length > MaxLineLength)
            {
                import.Fault($"line {number}", $"more than {MaxLineLength} characters", "one record a line is expected");
                continue;
            }

            try
            {
                using var json = JsonDocument.Parse(line, new JsonDocumentOptions { MaxDepth = 8 });
                if (json.RootElement.ValueKind != JsonValueKind.Object)
                {
                    import.Fault($"line {number}", "no JSON object", "one object a line is expected");
                    continue;
                }

                var row = new RecordReader(import, $"line {number}");
                foreach (var member in json.RootElement.EnumerateObject())
                {
                    var text = member.Value.ValueKind switch
                    {
                        JsonValueKind.String => member.Value.GetString()!,
                        JsonValueKind.Number => member.Value.GetRawText(),
                        _ => "",
                    };
                    row.Set(mapping.FieldOf(member.Name), member.Name, text.Trim());
                }

                import.Add(row.Read());
            }
            catch (JsonException e)
            {
                import.Fault($"line {number}", $"no JSON ({e.Message.Split('.')[0]})", "one object a line is expected");
            }
        }

        return import.Result();
    }

    /// <summary>The rows read so far, and what is wrong with them.</summary>
    internal sealed class Rows(string origin)
    {
        private readonly List<CasualtyRecord> _records = [];
        private readonly List<Fault> _faults = [];
        private readonly List<Fault> _warnings = [];
        private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

        /// <summary>Whether it is worth reading on.</summary>
        public bool Continue => _faults.Count < MaxFaults;

        /// <summary>How many rows were read.</summary>
        public int Count => _records.Count;

        public void Fault(string? place, string problem, string remedy) => _faults.Add(new Fault(origin, place, problem, remedy));

        public void Warn(string place, string problem, string remedy) => _warnings.Add(new Fault(origin, place, problem, remedy));

        public bool IsNew(string id) => _ids.Add(id);

        public void Add(CasualtyRecord record) => _records.Add(record);

        public ImportResult Result() => new(_faults.Count == 0 ? [.. _records] : [], [.. _faults], [.. _warnings]);
    }
}
