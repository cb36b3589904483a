namespace Parley.Casualties.Import;

/// <summary>Says which column (or JSON member) is read into which field; without a line for it a column is known by the field's name.</summary>
public sealed class ImportMapping
{
    private readonly Dictionary<string, RegisterField> _fields;

    private ImportMapping(Dictionary<string, RegisterField> fields) => _fields = fields;

    /// <summary>Columns known by their names alone.</summary>
    public static ImportMapping ByName { get; } = new([]);

    /// <summary>The columns that the mapping names.</summary>
    public IEnumerable<string> Columns => _fields.Keys;

    /// <summary>Reads a mapping file: lines <c>column = field</c>, <c>#</c> for comments.</summary>
    /// <exception cref="FormatException">A line is not understood; it is named.</exception>
    public static ImportMapping Read(string text, string origin)
    {
        ArgumentNullException.ThrowIfNull(text);
        var fields = new Dictionary<string, RegisterField>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (line.Trim() is not { Length: > 0 } content || content[0] == '#')
            {
                continue;
            }

            var equals = content.LastIndexOf('=');
            var name = content[(equals + 1)..].Trim();
            var field = RegisterFields.Named(name);
            if (equals < 1 || (field == RegisterField.Ignored && name != "ignored"))
            {
                throw new FormatException($"{origin}: line {number}: 'column = field' is expected, field one of "
                    + string.Join(", ", Enum.GetValues<RegisterField>().Select(RegisterFields.FileName)));
            }

            fields[content[..equals].Trim()] = field;
        }

        return new ImportMapping(fields);
    }

    /// <summary>The field that a column is read into.</summary>
    internal RegisterField FieldOf(string column) => _fields.TryGetValue(column, out var field) ? field : RegisterFields.Named(column);
}
