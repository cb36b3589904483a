using Parley.Casualties.Register;
using Parley.Records;

namespace Parley.Casualties.Import;

/// <summary>The rows of a file read so far, and what is wrong with them.</summary>
/// <param name="origin">Name of the file.</param>
/// <param name="file">SHA-256 of its bytes, or null.</param>
/// <param name="mapping">What its columns hold.</param>
internal sealed class ImportRows(string origin, ContentHash? file, ImportMapping mapping)
{
    private const int MaxFaults = 200;
    private const int MaxWarnings = 200;

    private readonly List<CasualtyMention> _mentions = [];
    private readonly List<Fault> _faults = [];
    private readonly List<Fault> _warnings = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private RegisterField[] _fields = [];
    private IReadOnlyList<string> _headings = [];

    public string Origin => origin;

    public ContentHash? File => file;

    public IReadOnlyDictionary<RegisterField, string> Constants => mapping.Constants;

    /// <summary>Whether it is worth reading on.</summary>
    public bool Continue => _faults.Count < MaxFaults;

    public void Fault(string? place, string problem, string remedy) => _faults.Add(new Fault(origin, place, problem, remedy));

    public void Warn(string? place, string problem, string remedy)
    {
        if (_warnings.Count < MaxWarnings)
        {
            _warnings.Add(new Fault(origin, place, problem, remedy));
        }
    }

    public bool IsNew(string id) => _ids.Add(id);

    /// <summary>Takes the headings of a table and finds what is wrong with them.</summary>
    /// <param name="place">Where they stand: <c>line 1</c>.</param>
    /// <param name="headings">The headings.</param>
    public void SetHeadings(string place, IReadOnlyList<string> headings)
    {
        _headings = headings;
        _fields = [.. headings.Select(mapping.FieldOf)];
        foreach (var absent in mapping.Columns.Except(headings))
        {
            Fault(place, $"the mapping names a column '{absent}' that is not there", $"there are {string.Join(", ", headings)}");
        }

        if (_fields.All(f => f == RegisterField.Ignored))
        {
            Fault(place, "no column is known", "name the columns as the fields are named, or give a mapping");
        }

        foreach (var unknown in headings.Where((h, i) => h.Length > 0 && _fields[i] == RegisterField.Ignored && !mapping.Columns.Contains(h)))
        {
            Warn(place, $"nothing is known of the column '{unknown}' and it is not read", "say in the mapping what it holds, or that it is ignored");
        }

        var repeated = _fields.Where(f => f != RegisterField.Ignored).GroupBy(f => f).FirstOrDefault(g => g.Count() > 1);
        if (repeated is not null)
        {
            Fault(place, $"two columns are read into {RegisterFields.FileName(repeated.Key)}", "map one of them to ignored");
        }
    }

    /// <summary>Reads a row of a table.</summary>
    /// <param name="place">Where it stands: <c>line 7</c>.</param>
    /// <param name="count">How many cells it has.</param>
    /// <param name="cell">A cell by its index, empty beyond the row's end.</param>
    public void AddRow(string place, int count, Func<int, string> cell)
    {
        if (count > _fields.Length)
        {
            Fault(place, $"{count} fields under {_fields.Length} headings", "quote fields that hold a comma");
        }

        var row = new RecordReader(this, place);
        for (var i = 0; i < _fields.Length; i++)
        {
            row.Set(_fields[i], _headings[i], cell(i).Trim());
        }

        Add(place, row.Read());
    }

    /// <summary>Reads a row that names its fields itself.</summary>
    public void AddRow(string place, IEnumerable<(string Name, string Text)> members)
    {
        var row = new RecordReader(this, place);
        foreach (var (name, text) in members)
        {
            row.Set(mapping.FieldOf(name), name, text.Trim());
        }

        Add(place, row.Read());
    }

    public ImportResult Result() => new(_faults.Count == 0 ? [.. _mentions] : [], [.. _faults], [.. _warnings]);

    private void Add(string place, CasualtyMention mention)
    {
        if (!_keys.Add(mention.Key))
        {
            // With an identifier of its own it is a fault already; without one it says nothing that is new.
            Warn(place, "it says the same as a row before it and is counted once", "give rows of different persons an id");
            return;
        }

        _mentions.Add(mention);
    }
}
