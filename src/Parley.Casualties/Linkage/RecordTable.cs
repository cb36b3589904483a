using System.Collections.Immutable;
using Parley.Casualties.Import;
using Parley.Records;

namespace Parley.Casualties.Linkage;

/// <summary>Records ready to be compared: for each record and field the number of its value.</summary>
public sealed class RecordTable
{
    private readonly int[] _values;

    internal RecordTable(
        string[] ids, string[] sources, ImmutableArray<FieldComparison> fields, int[] values, ColumnMap map, NameFields names, ImmutableArray<Fault> warnings)
    {
        (Ids, Sources, Fields, _values, Map, Names, Warnings) = (ids, sources, fields, values, map, names, warnings);
    }

    /// <summary>How many records there are.</summary>
    public int Count => Ids.Count;

    /// <summary>The records' identifiers: of their file, or the row's number.</summary>
    public IReadOnlyList<string> Ids { get; }

    /// <summary>The list that each record comes from; empty if the file does not say.</summary>
    public IReadOnlyList<string> Sources { get; }

    /// <summary>How the columns were understood.</summary>
    public ColumnMap Map { get; }

    /// <summary>What is odd about the data; the records are linked all the same.</summary>
    public ImmutableArray<Fault> Warnings { get; }

    internal ImmutableArray<FieldComparison> Fields { get; }

    /// <summary>Where the parts of the name stand among the fields.</summary>
    internal NameFields Names { get; }

    internal ReadOnlySpan<int> Values(int record) => _values.AsSpan(record * Fields.Length, Fields.Length);

    /// <summary>Reads a record file (CSV).</summary>
    /// <param name="path">The file, UTF-8.</param>
    /// <param name="overrides">What some columns hold, if the headings do not tell.</param>
    /// <exception cref="FormatException">The file is no such table, names no field to compare, or uses an identifier twice.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static RecordTable ReadFile(string path, IReadOnlyDictionary<string, FieldKind>? overrides = null) =>
        Utf8File.Read(path, (reader, name) => Read(reader, name, overrides));

    /// <summary>Reads records in CSV.</summary>
    /// <inheritdoc cref="ReadFile"/>
    public static RecordTable Read(TextReader reader, string origin, IReadOnlyDictionary<string, FieldKind>? overrides = null) =>
        new RecordTableBuilder(reader, origin, overrides).Build();
}

/// <summary>Index of the family name, the given name and the patronymic among the fields, or -1.</summary>
internal readonly record struct NameFields(int Family, int Given, int Patronymic)
{
    /// <summary>Whether family and given name could have been exchanged.</summary>
    public bool CanSwap => Family >= 0 && Given >= 0;
}
