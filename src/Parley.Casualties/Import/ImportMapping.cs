using Parley.Casualties.Register;

namespace Parley.Casualties.Import;

/// <summary>
/// Says which column (or JSON member) is read into which field, and which fields have one value in all rows; without a line for it a
/// column is known by the field's name.
/// </summary>
public sealed class ImportMapping
{
    private const string Fixed = ":=";

    private readonly Dictionary<string, RegisterField> _fields;
    private readonly Dictionary<RegisterField, string> _constants;

    private ImportMapping(Dictionary<string, RegisterField> fields, Dictionary<RegisterField, string> constants) => (_fields, _constants) = (fields, constants);

    /// <summary>Columns known by their names alone.</summary>
    public static ImportMapping ByName { get; } = new([], []);

    /// <summary>The columns that the mapping names.</summary>
    public IEnumerable<string> Columns => _fields.Keys;

    /// <summary>Fields with the same value in all rows that have none of their own.</summary>
    internal IReadOnlyDictionary<RegisterField, string> Constants => _constants;

    /// <summary>Reads a mapping file: lines <c>column = field</c> or <c>field := value</c>, <c>#</c> for comments.</summary>
    /// <exception cref="FormatException">A line is not understood; file, line and what is expected are named.</exception>
    public static ImportMapping Read(string text, string origin)
    {
        ArgumentNullException.ThrowIfNull(text);
        var fields = new Dictionary<string, RegisterField>(StringComparer.Ordinal);
        var constants = new Dictionary<RegisterField, string>();
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (line.Trim() is not { Length: > 0 } content || content[0] == '#')
            {
                continue;
            }

            if (content.IndexOf(Fixed, StringComparison.Ordinal) is >= 0 and var at)
            {
                var (constant, value) = (RegisterFields.Named(content[..at]), content[(at + Fixed.Length)..].Trim());
                if (constant == RegisterField.Ignored || value.Length == 0)
                {
                    throw Error(origin, number, "'field := value'");
                }

                constants[constant] = RegisterValue.Read(constant, value, out var problem, out var expected)
                    ?? throw new FormatException($"{origin}: line {number}: {problem}; {expected}");
                continue;
            }

            var equals = content.LastIndexOf('=');
            var name = content[(equals + 1)..].Trim();
            var field = RegisterFields.Named(name);
            if (equals < 1 || (field == RegisterField.Ignored && name != "ignored"))
            {
                throw Error(origin, number, "'column = field' or 'field := value'");
            }

            fields[content[..equals].Trim()] = field;
        }

        return new ImportMapping(fields, constants);
    }

    /// <summary>The field that a column is read into.</summary>
    internal RegisterField FieldOf(string column) => _fields.TryGetValue(column, out var field) ? field : RegisterFields.Named(column);

    private static FormatException Error(string origin, int line, string expected) => new($"{origin}: line {line}: {expected} is expected, field one of "
        + string.Join(", ", Enum.GetValues<RegisterField>().Select(RegisterFields.FileName)));
}
