using System.Collections.Immutable;
using System.Globalization;
using Parley.Casualties.Import;
using Parley.Records;

namespace Parley.Casualties.Linkage;

/// <summary>Reads a record file row by row and gives every different value a number.</summary>
internal sealed class RecordTableBuilder
{
    private const int MaxRecords = 20_000_000;
    private const int MaxWarnings = 1000;
    private const int MaxTextLength = 200;

    private readonly CsvReader _csv;
    private readonly string _origin;
    private readonly ColumnMap _map;
    private readonly List<string> _ids = [];
    private readonly List<string> _sources = [];
    private readonly Dictionary<string, string> _sourceNames = new(StringComparer.Ordinal);
    private readonly List<int> _values = [];
    private readonly List<Fault> _warnings = [];
    private readonly ValueColumn _names = NameColumn.Create();
    private readonly List<PlannedField> _fields = [];
    private readonly int _idColumn;
    private readonly int _sourceColumn;
    private readonly int _fullNameColumn;
    private readonly int _ageColumn;
    private readonly int _family;
    private readonly int _given;
    private readonly int _patronymic;
    private readonly int _birth;
    private readonly int _death;
    private int _warningCount;
    private FormNeighbours? _nameNeighbours;

    public RecordTableBuilder(TextReader reader, string origin, IReadOnlyDictionary<string, FieldKind>? overrides)
    {
        _origin = origin;
        try
        {
            _csv = new CsvReader(reader);
        }
        catch (FormatException e)
        {
            throw new FormatException($"{origin}: {e.Message}", e);
        }

        _map = ColumnMap.Of(_csv.Headings, overrides);
        if (overrides?.Keys.FirstOrDefault(k => !_csv.Headings.Contains(k)) is { } absent)
        {
            throw new FormatException($"{origin}: the mapping names a column '{absent}' that is not there; there are {string.Join(", ", _csv.Headings)}");
        }

        _idColumn = Column(FieldKind.RecordId);
        _sourceColumn = Column(FieldKind.Source);
        _fullNameColumn = Column(FieldKind.FullName);
        _ageColumn = Column(FieldKind.Age);
        _family = PlanName("family name", FieldKind.FamilyName, _names);
        _given = PlanName("given name", FieldKind.GivenName, _names);
        _patronymic = PlanName("patronymic", FieldKind.Patronymic, NameColumn.Create());
        _birth = PlanDate("birth", FieldKind.BirthDate);
        _death = PlanDate("death", FieldKind.DeathDate);
        PlanRest();
        if (_fields.Count == 0)
        {
            throw new FormatException($"{origin}: no column to compare by was recognised among {string.Join(", ", _csv.Headings)}; give a mapping file");
        }
    }

    public RecordTable Build()
    {
        try
        {
            while (_csv.Read())
            {
                if (_ids.Count == MaxRecords)
                {
                    throw new FormatException($"more than {MaxRecords} records");
                }

                AddRow();
            }
        }
        catch (FormatException e) when (!e.Message.StartsWith(_origin, StringComparison.Ordinal))
        {
            throw new FormatException($"{_origin}: {e.Message}", e);
        }

        RefuseDuplicates();
        if (_warningCount > MaxWarnings)
        {
            _warnings.Add(new Fault(_origin, null, $"{_warningCount - MaxWarnings} more warnings of these kinds", "see the rows named above first"));
        }

        NameColumn.FreezeNames(_names);
        var comparisons = _fields.Select(Complete).ToImmutableArray();
        return new RecordTable([.. _ids], [.. _sources], comparisons, [.. _values], _map, new NameFields(_family, _given, _patronymic), [.. _warnings]);
    }

    private void AddRow()
    {
        if (_csv.FieldCount > _csv.Headings.Count)
        {
            throw new FormatException($"line {_csv.Line}: {_csv.FieldCount} fields under {_csv.Headings.Count} headings");
        }

        _ids.Add(_idColumn >= 0 ? _csv[_idColumn].Trim().ToString() : (_ids.Count + 1).ToString(CultureInfo.InvariantCulture));
        var source = _sourceColumn >= 0 ? _csv[_sourceColumn].Trim().ToString() : "";
        _sources.Add(_sourceNames.TryGetValue(source, out var known) ? known : _sourceNames[source] = source);
        var split = _fullNameColumn >= 0 ? PersonName.Split(_csv[_fullNameColumn].ToString()) : default;
        var start = _values.Count;
        for (var f = 0; f < _fields.Count; f++)
        {
            var field = _fields[f];
            var cell = field.Column >= 0 ? _csv[field.Column].Trim() : [];
            if (cell.IsEmpty && _fullNameColumn >= 0)
            {
                cell = f == _family ? split.Family : f == _given ? split.Given : f == _patronymic ? split.Patronymic : "";
            }

            _values.Add(IsMissing(cell) ? ValueColumn.Missing : Number(field, cell));
        }

        if (_ageColumn >= 0)
        {
            AddAge(start);
        }

        CheckOrder(start);
    }

    private int Number(PlannedField field, ReadOnlySpan<char> cell)
    {
        cell = cell.Length > MaxTextLength ? cell[..MaxTextLength] : cell;
        if (field.Dates is { } dates)
        {
            var date = DateValue.Read(cell.ToString());
            if (!date.IsDate)
            {
                Warn(field.Column, $"'{cell}' is no date", "write YYYY-MM-DD, YYYY-MM or YYYY; it is compared as text");
            }

            return AddDate(field, dates, date);
        }

        if (field.IsName && MixedScript.Repair(cell) is { } repaired)
        {
            Warn(field.Column < 0 ? _fullNameColumn : field.Column, $"'{cell}' mixes Latin and Cyrillic letters", $"it is read as '{repaired}'");
            cell = repaired;
        }

        Span<char> lower = stackalloc char[cell.Length];
        cell.ToLowerInvariant(lower);
        return field.Values.Add(lower);
    }

    /// <summary>Turns age and day of death into a birth interval where no birth date is given.</summary>
    private void AddAge(int start)
    {
        var cell = _csv[_ageColumn].Trim();
        if (IsMissing(cell))
        {
            return;
        }

        if (!double.TryParse(cell, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var years) || years is < 0 or > 120)
        {
            Warn(_ageColumn, $"'{cell}' is no age", "an age from 0 to 120 is expected; it is not used");
            return;
        }

        if (_birth < 0 || _values[start + _birth] >= 0 || _death < 0 || _values[start + _death] < 0)
        {
            return;
        }

        var death = _fields[_death].Dates![_values[start + _death]];
        if (death.IsDate && DateOnly.FromDayNumber(death.First).Year > 121)
        {
            var age = (int)years;
            var first = DateOnly.FromDayNumber(death.First).AddYears(-age - 1).AddDays(1);
            var last = DateOnly.FromDayNumber(death.Last).AddYears(-age);
            _values[start + _birth] = AddDate(_fields[_birth], _fields[_birth].Dates!,
                new DateValue(string.Create(CultureInfo.InvariantCulture, $"{first:yyyy-MM-dd}/{last:yyyy-MM-dd}"), first.DayNumber, last.DayNumber));
        }
    }

    private void CheckOrder(int start)
    {
        if (_birth >= 0 && _death >= 0 && _values[start + _birth] >= 0 && _values[start + _death] >= 0)
        {
            var birth = _fields[_birth].Dates![_values[start + _birth]];
            var death = _fields[_death].Dates![_values[start + _death]];
            if (birth.IsDate && death.IsDate && (birth.First > death.Last || death.First - birth.Last > 121 * 366))
            {
                Warn(_fields[_death].Column, $"born {birth.Text}, dead {death.Text}", "one of the dates must be wrong; both are used as they are");
            }
        }
    }

    private static int AddDate(PlannedField field, List<DateValue> dates, DateValue date)
    {
        var number = field.Values.Add(date.Text);
        if (number == dates.Count)
        {
            dates.Add(date);
        }

        return number;
    }

    private void RefuseDuplicates()
    {
        if (_idColumn < 0)
        {
            return;
        }

        var seen = new HashSet<string>(_ids.Count, StringComparer.Ordinal);
        var twice = _ids.Where(id => !seen.Add(id)).Take(5).ToList();
        if (twice.Count > 0)
        {
            throw new FormatException($"{_origin}: column {_csv.Headings[_idColumn]}: used more than once: {string.Join(", ", twice)}; every record needs its own identifier");
        }
    }

    private FieldComparison Complete(PlannedField field)
    {
        if (field.Dates is { } dates)
        {
            // Different spellings of one day are one form.
            var number = 0;
            field.Values.Freeze(_ => dates[number++] is { IsDate: true } d ? $"{d.First}-{d.Last}" : dates[number - 1].Text);
            return new DateComparison(field.Name, field.Values, [.. dates]);
        }

        if (field.Kind == FieldKind.Patronymic)
        {
            NameColumn.FreezePatronymics(field.Values);
        }
        else if (!field.IsName)
        {
            field.Values.Freeze(static s => s);
        }

        if (field.Kind is FieldKind.Code or FieldKind.Identifier)
        {
            return new CodeComparison(field.Name, field.Values);
        }

        var shares = FormShares(field);
        return new WordComparison(field.Name, field.Values, field.IsName, shares.Sum(s => s * s),
            field.Values != _names || _family < 0 || _given < 0 ? shares : [.. FormShares(_fields[_family]).Zip(FormShares(_fields[_given]), Math.Max)],
            field.Values == _names ? _nameNeighbours ??= FormNeighbours.In(_names) : FormNeighbours.In(field.Values));
    }

    /// <summary>
    /// For each form the share of the records that have it in a field. Family and given names stand in one column of values, as they may be exchanged, but
    /// are not equally frequent in both fields: where families are few, one of them is shared by many more people than any pooled share tells.
    /// </summary>
    private double[] FormShares(PlannedField field)
    {
        if (field.Values != _names || _family < 0 || _given < 0)
        {
            return field.Values.FormShares;
        }

        var (counts, all) = (new double[_names.FormShares.Length], 0);
        for (var at = _fields.IndexOf(field); at < _values.Count; at += _fields.Count)
        {
            if (_values[at] >= 0)
            {
                counts[_names.Forms[_values[at]]]++;
                all++;
            }
        }

        return [.. counts.Select(c => c / Math.Max(1, all))];
    }

    private int PlanName(string name, FieldKind kind, ValueColumn values)
    {
        if (Column(kind) < 0 && _fullNameColumn < 0)
        {
            return -1;
        }

        _fields.Add(new PlannedField(name, Column(kind), kind, values, null));
        return _fields.Count - 1;
    }

    private int PlanDate(string name, FieldKind kind)
    {
        var fromAge = kind == FieldKind.BirthDate && _ageColumn >= 0 && Column(FieldKind.DeathDate) >= 0;
        if (Column(kind) < 0 && !fromAge)
        {
            return -1;
        }

        // A date's skeleton is set when all dates are known.
        _fields.Add(new PlannedField(name, Column(kind), kind, new ValueColumn(static s => s), []));
        return _fields.Count - 1;
    }

    private void PlanRest()
    {
        for (var i = 0; i < _map.Columns.Length; i++)
        {
            var (name, kind) = _map.Columns[i];
            if (kind is FieldKind.Code or FieldKind.Identifier)
            {
                _fields.Add(new PlannedField(name, i, kind, new ValueColumn(CodeSkeleton), null));
            }
            else if (kind == FieldKind.Text)
            {
                _fields.Add(new PlannedField(name, i, kind, new ValueColumn(TextSkeleton.Fold), null));
            }
        }
    }

    private int Column(FieldKind kind)
    {
        for (var i = 0; i < _map.Columns.Length; i++)
        {
            if (_map.Columns[i].Kind == kind)
            {
                return i;
            }
        }

        return -1;
    }

    private void Warn(int column, string problem, string remedy)
    {
        if (++_warningCount <= MaxWarnings)
        {
            _warnings.Add(new Fault(_origin, $"line {_csv.Line}, column {(column < 0 ? "?" : _csv.Headings[column])}", problem, remedy));
        }
    }

    private static string CodeSkeleton(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static bool IsMissing(ReadOnlySpan<char> cell) => cell.Length switch
    {
        0 => true,
        1 => cell[0] is '-' or '?' or '—' or '.',
        > 10 => false,
        _ => cell.Equals("nan", StringComparison.OrdinalIgnoreCase) || cell.Equals("null", StringComparison.OrdinalIgnoreCase)
            || cell.Equals("none", StringComparison.OrdinalIgnoreCase) || cell.Equals("n/a", StringComparison.OrdinalIgnoreCase)
            || cell.Equals("na", StringComparison.OrdinalIgnoreCase) || cell.Equals("unknown", StringComparison.OrdinalIgnoreCase)
            || cell.Equals("неизвестно", StringComparison.OrdinalIgnoreCase) || cell.Equals("невідомо", StringComparison.OrdinalIgnoreCase),
    };

    /// <summary>A field that will be compared.</summary>
    private sealed record PlannedField(string Name, int Column, FieldKind Kind, ValueColumn Values, List<DateValue>? Dates)
    {
        public bool IsName => Kind is FieldKind.FamilyName or FieldKind.GivenName or FieldKind.Patronymic;
    }
}
