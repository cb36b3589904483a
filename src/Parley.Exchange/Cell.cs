using System.Globalization;
using System.Text.Json;

namespace Parley.Exchange;

/// <summary>A value of a table: nothing, a text, a number, a truth value or a list of texts.</summary>
internal readonly record struct Cell
{
    private readonly object? _value;

    private Cell(object? value) => _value = value;

    /// <summary>True for a value that comes from a document and may hold anything.</summary>
    public bool IsText => _value is string or IEnumerable<string>;

    public static implicit operator Cell(string? text) => new(text);

    public static implicit operator Cell(int number) => new(number);

    public static implicit operator Cell(int? number) => new(number);

    public static implicit operator Cell(double number) => new(number);

    public static implicit operator Cell(decimal? number) => new(number);

    public static implicit operator Cell(bool truth) => new(truth);

    public static Cell List(IEnumerable<string> texts) => new(texts);

    /// <summary>The value for one field of CSV; a list is joined by semicolons, nothing is the empty field.</summary>
    public string AsField() => _value switch
    {
        null => "",
        bool truth => truth ? "true" : "false",
        IEnumerable<string> texts => string.Join("; ", texts),
        _ => Convert.ToString(_value, CultureInfo.InvariantCulture)!,
    };

    public void WriteTo(Utf8JsonWriter json)
    {
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
