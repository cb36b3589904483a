using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Parley.Records;

/// <summary>A SHA-256 of some bytes, as 64 lower-case hexadecimal digits.</summary>
[JsonConverter(typeof(ContentHashJsonConverter))]
public readonly record struct ContentHash
{
    private readonly string? _hex;

    private ContentHash(string hex) => _hex = hex;

    /// <summary>The 64 digits; 64 zeros for the default value.</summary>
    public string Hex => _hex ?? new string('0', 64);

    /// <summary>Hashes <paramref name="bytes"/>.</summary>
    public static ContentHash Of(ReadOnlySpan<byte> bytes) => new(Convert.ToHexStringLower(SHA256.HashData(bytes)));

    /// <summary>Reads 64 hexadecimal digits of either case.</summary>
    /// <exception cref="FormatException">The text is something else.</exception>
    public static ContentHash Parse(string hex)
    {
        ArgumentNullException.ThrowIfNull(hex);
        if (hex.Length != 64 || !hex.All(char.IsAsciiHexDigit))
        {
            throw new FormatException($"'{(hex.Length > 80 ? hex[..80] : hex)}' is not a SHA-256: 64 hexadecimal digits are expected");
        }

        return new ContentHash(hex.ToLowerInvariant());
    }

    /// <inheritdoc/>
    public override string ToString() => Hex;
}

/// <summary>Writes a hash as its 64 digits; public so that other projects' JSON contexts can use it.</summary>
public sealed class ContentHashJsonConverter : JsonConverter<ContentHash>
{
    /// <inheritdoc/>
    public override ContentHash Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return ContentHash.Parse(reader.GetString() ?? throw new JsonException("a SHA-256 is expected, not null"));
        }
        catch (FormatException e)
        {
            throw new JsonException(e.Message, e);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ContentHash value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.Hex);
    }
}
