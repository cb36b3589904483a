using System.Globalization;
using System.Text.Json;

namespace Parley.Rendering;

/// <summary>A value of a table: nothing, a text, a number, a truth value or a list of texts.</summary>
public readonly record struct Cell
{
    private readonly object? _value;

    private Cell(object? value) => _value = value;

    /// <summary>True for a value that comes from a document and may hold anything.</summary>
    public bool IsText => _value is string or IEnumerable<string>;

    /// <summary>A text, or nothing.</summary>
    public static implicit operator Cell(string? text) => new(text);

    /// <summary>A whole number.</summary>
    public static implicit operator Cell(int number) => new(number);

    /// <summary>A whole number, or nothing.</summary>
    public static implicit operator Cell(int? number) => new(number);

    /// <summary>A whole number.</summary>
    public static implicit operator Cell(long number) => new(number);

    /// <summary>A number, or nothing.</summary>
    public static implicit operator Cell(double? number) => new(number);

    /// <summary>A number.</summary>
    public static implicit operator Cell(double number) => new(number);

    /// <summary>A decimal number, or nothing.</summary>
    public static implicit operator Cell(decimal? number) => new(number);

    /// <summary>A truth value.</summary>
    public static implicit operator Cell(bool truth) => new(truth);

    /// <summary>Several texts.</summary>
    public static Cell List(IEnumerable<string> texts) => new(texts);

    /// <summary>The value for one field of CSV; a list is joined by semicolons, nothing is the empty field.</summary>
    public string AsField() => _value switch
    {
        null => "",
        bool truth => truth ? "true" : "false",
        IEnumerable<string> texts => string.Join("; ", texts),
        _ => Convert.ToString(_value, CultureInfo.InvariantCulture)!,
    };

    /// <summary>Writes it as a JSON value.</summary>
    public void WriteTo(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        switch (_value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case double number:
                json.WriteNumberValue(number);
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            case IEnumerable<string> texts:
                json.WriteStartArray();
                foreach (var text in texts)
                {
                    json.WriteStringValue(text);
                }

                json.WriteEndArray();
                break;
            default:
                json.WriteStringValue((string)_value);
                break;
        }
    }
}
